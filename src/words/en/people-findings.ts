/** What findings about people, households and offices say, and what to do next. */
export const peopleFindings = {
  'lent-to-somebody-not-here':
    'A loan was paid out to somebody who was away, had left or had died. Ask who took the money.',
  'left-owing': 'A member left while a loan was still owed. Agree with them how it is paid.',
  'officer-gone':
    'Somebody who holds an office went away, left or died. Let the meeting elect somebody else.',
  'household-moved-by-one-word':
    'One officer alone wrote that somebody of an officer’s household has moved. Who lives together steps out of votes: ask the household at the meeting. For seven days votes count by the household before.',
  'officer-gone-by-one-word':
    'One officer alone wrote that another one has gone. The office ends a week later unless it is taken back. Ask that person, and let two write what is true.',
  'written-after-death':
    'Something was written of a member who had died by then. Check the card, or take the line back.',
  'proxy-for-another':
    'Somebody was named to vote for more than one member who is away, and bears one vote beside the own: that of the first. Let each name somebody else.',
  'proxy-not-here':
    'Somebody was named to vote for a member who is away, and was not here either. Let the member name somebody else.',
  'second-loan-in-household':
    'Somebody of the same household owes such a loan already. Ask whether the household can pay both.',
  'too-few-women':
    'The committee has fewer women than its rules want. Look whether the meeting voted for it, and elect women next.',
  'key-holder-on-committee':
    'Somebody holds a key of the box and sits on the committee. Give the key to a member who does not.',
  'put-in-without-election':
    'Somebody was put into an office that the meeting elects. Let the meeting vote.',
  'hand-over-incomplete':
    'An office was handed over without a counted box, a signed balance or two witnesses. Make it good together.',
  'hand-over-missing':
    'This office went to somebody else, and a month later no hand-over is written down. Count the box and sign the balance.',
  'hand-over-box-differs':
    'At a hand-over the box did not hold what the books said. Ask both officers.',
  'officers-lapsed':
    'The term of officers ran out and its grace too: they decide nothing more. Let the meeting elect.',
  'not-explained-in-time':
    'What the old book does not explain did not become less by the day that was set. Ask the record-keeper what was looked for.',
  'explaining-put-off':
    'The day by which what is unexplained had to be less was put off. Let the meeting ask what was looked for since.',
  'not-explained':
    'So much is not explained by the old book. Somebody should own the question until it is found.',
}
