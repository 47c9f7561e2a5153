/** Who comes first when cash is short, and why. */
export const queue = {
  queue: 'Who comes first',
  queueMeaning: 'The requests in the order of the rule, with the reason for each place.',
  toQueue: 'Who comes first',
  rule: 'An emergency first, then a costly debt to pay off, then the poorest and the poor; then who waits longest; then the smaller sum. When it was written down changes nothing.',
  lendable: 'Can be lent now',
  howCounted: 'How this is counted',
  cash: 'Cash in the box, at the bank and in the wallet',
  earmarked: 'less social fund, grants, and money that waits for its owner',
  mustStay: (percent: string) => `less ${percent} % of the savings, which must stay`,
  pledged: 'less savings of guarantors, as far as they are more than that',
  askedBySavers: 'less savings that members have asked for',
  promised: 'less approved loans and open emergency lines that are not paid out yet',
  /** The most that a vote of the day could promise. */
  atMost: 'At most now',
  reaches: (count: string) =>
    count === '1' ? 'It is enough for the first request.' : `It is enough for the first ${count}.`,
  reachesAll: 'It is enough for all of them.',
  reachesNone: 'It is not enough for the first request.',
  place: (place: string) => `Place ${place}`,
  why: 'Why here',
  reason_emergency: 'It is an emergency.',
  'reason_buy-out-of-a-dear-debt': 'It pays a costly debt off.',
  reason_poorest: 'The household is one of the poorest.',
  reason_poor: 'The household is one of the poor.',
  'reason_waits-longest': 'By the day on which it was asked.',
  reason_smaller: 'Asked on the same day as the next one, for less.',
  reason_none: 'Asked on the same day as the next one, for as much.',
  isReached: 'The cash is there',
  notReached: 'Waits for cash',
  approved: 'Approved, and waits for its money',
  approvedMeaning: 'Their money is set aside. They are paid first, in this order.',
  approvedOn: (date: string) => `Approved on ${date}`,
  jumpedBy: (card: string, date: string) =>
    `Card ${card} comes after it by the rule and was served first, on ${date}.`,
  wouldJump: (count: string) =>
    count === '1'
      ? 'One request comes before it by the rule. If this one is approved first, the list says so.'
      : `${count} requests come before it by the rule. If this one is approved first, the list says so.`,
  noneWaits: 'No request waits for a vote.',
  refused: 'Refused, and why',
  noneRefused: 'No request was refused.',
  refusedOn: (date: string) => `Refused on ${date}`,
  reason: 'Reason',
  appeal: 'Ask the meeting instead',
  appealUntil: (date: string) => `Until ${date} the household may ask the meeting to decide.`,
  appealOver: 'The meeting has been asked, or the time for it is over. A new request can be made.',
  writeAppeal: 'Write down the appeal',
  ofQueue: (place: string, count: string) => `Place ${place} of ${count}`,
}

export type QueueWords = typeof queue
