import { reviewed } from '#src/words/catalogue.ts'

/** Who comes first when cash is short, and why. */
export const en = {
  queue: reviewed('Who comes first'),
  queueMeaning: reviewed('The requests in the order of the rule, with the reason for each place.'),
  toQueue: reviewed('Who comes first'),
  rule: reviewed(
    'An emergency first, then a costly debt to pay off, then the poorest and the poor; then who waits longest; then the smaller sum. When it was written down changes nothing.',
  ),
  lendable: reviewed('Can be lent now'),
  howCounted: reviewed('How this is counted'),
  cash: reviewed('Cash in the box, at the bank and in the wallet'),
  earmarked: reviewed('less social fund, grants, and money that waits for its owner'),
  mustStay: reviewed((percent: string) => `less ${percent} % of the savings, which must stay`),
  askedBySavers: reviewed('less savings that members have asked for'),
  promised: reviewed('less approved loans that are not paid out yet'),
  reaches: reviewed((count: string) =>
    count === '1' ? 'It is enough for the first request.' : `It is enough for the first ${count}.`,
  ),
  reachesAll: reviewed('It is enough for all of them.'),
  reachesNone: reviewed('It is not enough for the first request.'),
  place: reviewed((place: string) => `Place ${place}`),
  why: reviewed('Why here'),
  reason_emergency: reviewed('It is an emergency.'),
  'reason_buy-out-of-a-dear-debt': reviewed('It pays a costly debt off.'),
  reason_poorest: reviewed('The household is one of the poorest.'),
  reason_poor: reviewed('The household is one of the poor.'),
  'reason_waits-longest': reviewed('By the day on which it was asked.'),
  reason_smaller: reviewed('Asked on the same day as the next one, for less.'),
  reason_none: reviewed('Asked on the same day as the next one, for as much.'),
  isReached: reviewed('The cash is there'),
  notReached: reviewed('Waits for cash'),
  noneWaits: reviewed('No request waits for a vote.'),
  refused: reviewed('Refused, and why'),
  noneRefused: reviewed('No request was refused.'),
  refusedOn: reviewed((date: string) => `Refused on ${date}`),
  reason: reviewed('Reason'),
  appeal: reviewed('Ask the meeting instead'),
  appealUntil: reviewed(
    (date: string) => `Until ${date} the household may ask the meeting to decide.`,
  ),
  appealOver: reviewed(
    'The meeting has been asked, or the time for it is over. A new request can be made.',
  ),
  writeAppeal: reviewed('Write down the appeal'),
  ofQueue: reviewed((place: string, count: string) => `Place ${place} of ${count}`),
}
