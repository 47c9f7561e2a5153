/** Loans of an old book: how it lent, what it holds, and what the committee has still to do. */
export const older = {
  tasksHeading: 'What the committee has still to do',
  tasksMeaning:
    'From the old book: papers that are still held, and loans on terms that no vote would lend by.',
  noTasks: 'Nothing of the old book is left to do.',
  openTasks: (count: string) =>
    count === '1' ? '1 thing is still to do' : `${count} things are still to do`,
  give_back: 'Papers to give back',
  give_backMeaning:
    'Hand each back to its owner before two witnesses, also where the loan is not paid back.',
  convert: 'Loans to convert',
  convertMeaning:
    'The meeting votes: from then on the loan bears the rate of the rules, and what is beyond it is gone for good.',
  since: (date: string) => `since ${date}`,
  giveBackNow: 'Give it back',
  convertNow: 'Write down the vote',
  taskGiveBack: (what: string) => `Give back: ${what}`,
  taskConvert: 'Let the meeting vote to convert the loan',

  'security_land-title': 'land title',
  'security_id-card': 'identity card',
  security_passport: 'passport',
  'security_family-book': 'family book',
  'security_bank-card': 'bank card',
  'security_work-of-a-person': 'somebody’s work for the debt',
  'security_work-of-a-child': 'a child’s work for the debt',
  security_none: 'nothing',
  'security_group-guarantee': 'a group guarantee',

  heading: 'How the old book lent it',
  method: 'It charged',
  method_declining: 'on what was left',
  method_flat: 'on the whole loan until its end',
  'method_interest-only': 'interest alone until the end',
  writtenRate: 'A month, as written',
  equivalent: 'That is, on what is left',
  yearly: 'A year, on what is left',
  effective: 'A year, by the day of each payment and with its fee',
  fee: 'Fee taken',
  interestBefore: 'Interest paid before this book',
  demandedRate: 'The fund asks a month',
  oldInterest: 'Old interest in the debt, which bears none',
  notDemanded: 'Not demanded',
  notDemandedMeaning:
    'So much more the older terms would ask by now. Nobody has to pay it; when the meeting votes to convert the loan, it is gone for good.',
  olderAsks: 'Older terms ask',
  fundCounts: 'The fund counts',
  interestPaid: 'Interest paid since',
  rowsBehind: 'Month by month',
  day: 'Day',
  beyondHalf: 'Old interest beyond half of the loan',
  beyondHalfMeaning: 'Nobody may ask for it, and no vote makes it due.',
  convertedOn: (date: string) =>
    `Converted on ${date}: it bears the fund’s own rate, and nothing beyond it is open.`,
  held: 'Held for this loan',
  heldSince: (date: string) => `held since ${date}`,
  backOn: (date: string) => `given back on ${date}`,

  fact_converted: 'Converted by the meeting',
  'fact_given-back': 'Given back',
  conversionMeaning:
    'The meeting votes that this loan is one of the fund’s own. No payment grows, and what the older terms ask beyond it is gone for good.',
  rateNow: 'Asked a month until now',
  rateThen: 'From the vote on',
  givenUp: 'Gone for good',
  givingBackMeaning: 'The paper lies in the hand of its owner, and two members have seen it.',
  whatBack: 'What was given back',
  whatBackFault: 'Choose what was given back.',
  witnessHint: 'Two members who saw it, not the borrower.',
  seenBy: 'Witnesses',
  papersHeld: (count: string) => (count === '1' ? '1 paper is held' : `${count} papers are held`),
  countsHeading: 'Left by the old book',
  nothingHeld: 'Nothing is held for this loan any more.',
}

export type OlderWords = typeof older
