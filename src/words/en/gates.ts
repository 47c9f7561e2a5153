/** The page of a loan from request to pay-out. */
export const gates = {
  gates: 'From the request to the money',
  gate_appraisal: 'Looked into',
  gate_disclosure: 'Price read aloud',
  gate_decision: 'Vote',
  gate_payout: 'Paid out',
  open_appraisal: 'Look into it',
  open_disclosure: 'Read the price aloud',
  open_decision: 'Vote',
  open_payout: 'Pay it out',
  allTheSame: 'Go on all the same',
  comesLater: 'after the step before',
  readFor: 'For a pay-out on',
  readAnew: 'Read another day’s price',
  stopHeading: 'The price was read for another day.',
  stop: (read: string) =>
    `It was read aloud for a pay-out on ${read}. Today days and sums are others: read this aloud first.`,
  moneyIsOut: 'The money is out already',
  toVote: 'Back to the vote',
  overMonths: (count: string) => (count === '1' ? '1 month' : `${count} months`),
  receives: 'Handed out',
  inAll: 'Paid back in all',
  firstPayment: 'The first payment',
  besideGates: 'What else can be done',
}

export type GatesWords = typeof gates
