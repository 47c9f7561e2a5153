import { reviewed } from '#src/words/catalogue.ts'

/** Loans of an old book: how it lent, what it holds, and what the committee has still to do. */
export const en = {
  tasksHeading: reviewed('What the committee has still to do'),
  tasksMeaning: reviewed(
    'From the old book: papers that are still held, and loans on terms that no vote would lend by.',
  ),
  noTasks: reviewed('Nothing of the old book is left to do.'),
  toTasks: reviewed('Still to do'),
  openTasks: reviewed((count: string) =>
    count === '1' ? '1 thing is still to do' : `${count} things are still to do`,
  ),
  give_back: reviewed('Papers to give back'),
  give_backMeaning: reviewed(
    'Hand each back to its owner before two witnesses, also where the loan is not paid back.',
  ),
  convert: reviewed('Loans to convert'),
  convertMeaning: reviewed(
    'The meeting votes: from then on the loan bears the charter’s own rate, and what is beyond it is gone for good.',
  ),
  since: reviewed((date: string) => `since ${date}`),
  giveBackNow: reviewed('Give it back'),
  convertNow: reviewed('Write down the vote'),
  taskGiveBack: reviewed((what: string) => `Give back: ${what}`),
  taskConvert: reviewed('Let the meeting vote to convert the loan'),

  'security_land-title': reviewed('land title'),
  'security_id-card': reviewed('identity card'),
  security_passport: reviewed('passport'),
  'security_family-book': reviewed('family book'),
  'security_bank-card': reviewed('bank card'),
  'security_work-of-a-person': reviewed('somebody’s work for the debt'),
  'security_work-of-a-child': reviewed('a child’s work for the debt'),
  security_none: reviewed('nothing'),
  'security_group-guarantee': reviewed('a group guarantee'),

  heading: reviewed('How the old book lent it'),
  method: reviewed('It charged'),
  method_declining: reviewed('on what was left'),
  method_flat: reviewed('on the whole loan until its end'),
  'method_interest-only': reviewed('interest alone until the end'),
  writtenRate: reviewed('A month, as written'),
  equivalent: reviewed('That is, on what is left'),
  fee: reviewed('Fee taken'),
  interestBefore: reviewed('Interest paid before this book'),
  demandedRate: reviewed('The fund asks a month'),
  oldInterest: reviewed('Old interest in the debt, which bears none'),
  notDemanded: reviewed('Not demanded'),
  notDemandedMeaning: reviewed(
    'So much more the older terms would ask by now. Nobody has to pay it; when the meeting votes to convert the loan, it is gone for good.',
  ),
  olderAsks: reviewed('Older terms ask'),
  fundCounts: reviewed('The fund counts'),
  interestPaid: reviewed('Interest paid since'),
  rowsBehind: reviewed('Month by month'),
  day: reviewed('Day'),
  beyondHalf: reviewed('Old interest beyond half of the loan'),
  beyondHalfMeaning: reviewed('Nobody may ask for it, and no vote makes it due.'),
  convertedOn: reviewed(
    (date: string) =>
      `Converted on ${date}: it bears the fund’s own rate, and nothing beyond it is open.`,
  ),
  held: reviewed('Held for this loan'),
  heldSince: reviewed((date: string) => `held since ${date}`),
  backOn: reviewed((date: string) => `given back on ${date}`),

  fact_converted: reviewed('Converted by the meeting'),
  'fact_given-back': reviewed('Given back'),
  conversionMeaning: reviewed(
    'The meeting votes that this loan is one of the fund’s own. No payment grows, and what the older terms ask beyond it is gone for good.',
  ),
  rateNow: reviewed('Asked a month until now'),
  rateThen: reviewed('From the vote on'),
  givenUp: reviewed('Given up for good'),
  givingBackMeaning: reviewed(
    'The paper lies in the hand of its owner, and two members have seen it.',
  ),
  whatBack: reviewed('What was given back'),
  whatBackFault: reviewed('Choose what was given back.'),
  witnessHint: reviewed('Two members who saw it, not the borrower.'),
  seenBy: reviewed('Witnesses'),
  papersHeld: reviewed((count: string) =>
    count === '1' ? '1 paper is held' : `${count} papers are held`,
  ),
  countsHeading: reviewed('Left by the old book'),
  nothingHeld: reviewed('Nothing is held for this loan any more.'),
}
