/** What the codes about the paper book beside the software, and about what is unexplained, say. */
export const comparingCodes = {
  'figure-missing':
    'The paper says nothing of this member. Write what it says, or leave the member out.',
  'compared-twice': 'This member is there twice. Keep the line that the paper has.',
  'paper-differs':
    'Paper and book do not agree. It will be marked: look for each line on the list.',
  'not-all-compared':
    'The paper said nothing of somebody. It will be marked: look it up before the next meeting.',
  'nothing-unexplained':
    'Nothing is unexplained on that day, so nobody has to answer for it. Check the day.',
  'due-day-not-ahead': 'This day has come already. Choose a day that is still ahead.',
  'due-day-too-far': 'Nobody gets more than 90 days at once to look for it. Choose an earlier day.',
  'put-off':
    'This gives more time than before. It will be marked, and stays on the list of what to look at.',
}
