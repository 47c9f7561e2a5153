/** What findings about people, households and offices say, and what to do next. */
export const peopleFindings = {
  'lent-to-somebody-not-here':
    'A loan was paid out to somebody who was away, had left or had died. Ask who took the money.',
  'left-owing': 'A member left while a loan was still owed. Agree with them how it is paid.',
  'left-with-savings':
    'Somebody was written as having left, and still has savings here. Ask that person, and pay the savings out or let the line be taken back.',
  'died-before-seen':
    'Somebody was written as having died before a meeting at which a list says that they were there. Ask the household which of the two is so, and let two take the wrong line back.',
  'officer-gone':
    'Somebody who holds an office went away, left or died. Let the meeting elect somebody else.',
  'household-moved-by-one-word':
    'One officer alone wrote that somebody of an officer’s household has moved. Who lives together steps out of votes: ask the household at the meeting. For seven days votes count by the household before.',
  'card-changed-by-one-word':
    'One officer alone changed what the book says of somebody: sex, zone or poverty card. Look at the card together: women’s seats and votes, relief and the queue hang on it.',
  'card-changed-around-a-vote':
    'The book’s word on somebody’s sex or zone was changed close to a vote, an appointment or relief that hangs on it. Ask at the meeting what is so, and whether it was decided by what is so.',
  'request-cancelled-by-one-word':
    'One officer alone wrote that somebody does not want what they had asked for. Ask that person: nobody else gives up their turn.',
  'relief-declined-by-one-word':
    'One officer alone wrote that a household does not want its relief. Ask the household: nobody but them gives it back.',
  'gone-by-one-word':
    'One officer alone wrote that somebody has left or died. An office ends a week later unless it is taken back; a death stops what falls due a week later, and a quorum counts that member for a month. Ask that person, and let two write what is true.',
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
  'appointed-by-one-word':
    'One officer alone filled the place of officers who are gone. Ask those who are said to be gone, and let the meeting vote.',
  'put-in-without-election':
    'Somebody was put into an office that the meeting elects. Let the meeting vote.',
  'hand-over-incomplete':
    'An office was handed over without a counted box, a signed balance or two witnesses. Make it good together.',
  'hand-over-missing':
    'This office went to somebody else, and a month later no hand-over is written down. Count the box and sign the balance.',
  'hand-over-box-differs':
    'At a hand-over the box did not hold what the books said. Ask both officers.',
  'venture-cash-differs':
    'Two people counted the cash of a venture, and its book said otherwise. Ask who keeps it, and write what is missing in its book.',
  'venture-goods-differ':
    'Two people counted the goods of a venture, and its book said otherwise. Ask what became of them, and write it in its book.',
  'officers-lapsed':
    'The term of officers ran out and its grace too: they decide nothing more. Let the meeting elect.',
  'not-explained-in-time':
    'What the old book does not explain did not become less by the day that was set. Ask the record-keeper what was looked for.',
  'explaining-put-off':
    'The day by which what is unexplained had to be less was put off. Let the meeting ask what was looked for since.',
  'not-explained':
    'So much is not explained by the old book. Somebody should own the question until it is found.',
}
