/** What the codes of relief and emergency lines say: what happened and what to do next. */
export const reliefCodes = {
  'event-not-a-code': 'The name of an event is a short code: E2026-1. Write it again.',
  'event-kind-unknown': 'That is no event of the list. Choose one.',
  'scope-cannot-hold':
    'Say where it was, or which household it befell, and not both. Fill in one of the two.',
  'event-days-cannot-hold':
    'An event begins on a day that has come, and ends no sooner. Check both days.',
  'evidence-cannot-hold':
    'What shows the event is not whole. An alert, a gauge with its level, a note of the commune, or a photo with two witnesses is needed.',
  'event-already-declared': 'This event is in the book already. Look at the list.',
  'nobody-lives-there': 'No member lives in these places. Check their codes.',
  'event-long-past':
    'It is so long ago that nothing would be put off any more. Agree on a new plan with each household instead.',
  'event-not-declared': 'An officer declares the event first. Do that, then come back.',
  'before-the-event': 'That day is before the event was declared. Check the day.',
  'relief-already-given': 'Its loans are put off already. Look at the event.',
  'relief-has-ended':
    'The meeting did not stand behind this relief, so it has ended. A meeting can declare the event anew.',
  'renewed-before':
    'Relief is renewed once an event. Agree on a new plan with whoever cannot pay yet.',
  'nothing-to-renew': 'Nothing of this event is put off any more. Look at its list.',
  'ratify-first': 'The meeting has not spoken on what the officers gave. Let it vote first.',
  'nothing-to-defer': 'Nobody whom the event touches owes anything. There is nothing to put off.',
  'list-has-changed':
    'The list is another one than you were shown. Look at it again, then confirm.',
  'not-of-the-event': 'This household is not of the event. Check the card.',
  'declined-before': 'This household has said so already. There is nothing more to do.',
  'nothing-to-ratify': 'Nothing waits for the word of the meeting. Look at the event.',
  'meeting-not-missed':
    'The meeting can still speak: thirty days are not over, or none could be held. Wait for the next one.',
  'nothing-to-undo': 'Nothing is put off by this event. Look at the list.',
  'paid-since':
    'Something was written on these loans since. Take those lines back first, or leave the relief as it is.',
  'season-cannot-hold':
    'A season has a short code, a first and a last day, and each member once. Check them.',
  'season-already-promised': 'This season is promised already. Look at the list.',
  'season-has-begun':
    'Emergency loans are promised before the season begins. Choose a later season.',
  'season-unknown': 'Nothing was promised for that season. Choose one of the list.',
  'no-last-loan':
    'One of them has had no loan yet, so nothing can be promised. Leave that card out.',
  'late-with-last-loan':
    'One of them is more than thirty days late with the last loan. Leave that card out, and visit the household.',
  'above-emergency-line':
    'That is more than half of the last loan, or above the ceiling. Promise less.',
  'promised-above-cash':
    'All of it together is more than the fund could pay today. It is promised and flagged; ask the NGO for a line.',
  'event-outside-season': 'The event began outside of this season. Choose another season.',
  'line-already-open': 'The line is open for this event already. Loans can be paid out.',
  'measure-below-level':
    'The river is below the level that was promised, or another one was measured. Measure at the station, or bring the alert.',
  'restart-first':
    'A loan of this household is put off. Only an emergency loan is lent until the first payment after it.',
}
