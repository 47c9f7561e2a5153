/** What refusals and flags about donors' money say, and what to do next. */
export const supportCodes = {
  'support-code-used': 'This code is in the book already. Begin again.',
  'support-unknown': 'There is no support under this code. Look in the list.',
  'already-checked': 'It was looked at already. Look in the list where it stands.',
  'already-closed': 'It has ended already. There is nothing to do.',
  'not-awarded': 'It was not approved. The vote comes first.',
  'not-checked': 'Nobody has checked it yet. The officer who was named does that first.',
  'window-too-small':
    'The window does not hold so much beside what it has promised. Choose a smaller sum or wait for the donor.',
  'window-not-open': 'The donor’s time for it has not begun or is over. Choose another window.',
  'window-unknown': 'There is no such window. Record the donor’s gift first.',
  'above-at-once': 'That is more than two officers may give at once. Let the meeting vote.',
  'can-wait-for-a-meeting':
    'At once is for a return that cannot wait. Let the officers vote on it.',
  'leaver-under-eighteen':
    'It is not said that whoever leaves is eighteen or older. If that is so, tick it; nobody younger gets support to leave: the migration team advises the family in private, and nothing of this was kept.',
  'agency-not-for-kind':
    'An agency belongs to what helps somebody to leave. Choose nobody, or another kind.',
  'above-its-kind': 'That is more than one support of this kind gives. Write a smaller sum.',
  'kind-not-in-window': 'The donor did not give for this. Choose another window.',
  'budget-of-its-kind-spent':
    'What the donor gave for this is used up. Write a smaller sum or choose another window.',
  'already-helped':
    'This was given to this person already, here or elsewhere in the network. Nobody is told where.',
  'asker-is-concerned': 'It is for you or your kin. Another officer asks for it.',
  'checker-is-concerned':
    'It is for whoever should check it, or for their kin. Choose another officer.',
  'checker-not-another': 'Whoever asks does not check. Choose somebody else.',
  'checker-not-an-officer': 'Whoever checks must be an officer today. Choose another one.',
  'not-the-checker': 'Only whoever was named to check it does that.',
  'conditions-not-all-met': 'Something was not seen yet. Mark each thing first.',
  'file-full': 'No more fits. Shorten the words, or begin the next book on paper.',
  'not-asked-of-this-one': 'Nothing of that kind is asked here.',
  'stopped-by-its-owner': 'Its owner has stopped. Nothing is asked any more.',
  'above-award': 'That is more than was approved. It will be marked; nobody owes it back.',
  'conditions-open': 'What was agreed was not seen yet. It will be marked.',
  'paid-at-a-meeting':
    'There is a meeting on that day. Hand the money to the team on another day; it will be marked.',
  'returned-by-one':
    'Nobody stands behind it with you. It will be marked, and those who audit see it.',
  'fewer-than-two-lines': 'Write two purposes at least.',
}
