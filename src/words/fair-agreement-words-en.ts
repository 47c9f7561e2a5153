import { reviewed } from '#src/words/catalogue.ts'

/** The written agreement of one page. Its text is hashed: a changed word is another text, with another hash. */
export const agreementEn = {
  toAgreement: reviewed('A written agreement to print'),
  print: reviewed(
    'Print this page, read it aloud, and fill in names by hand. This page keeps no name and no agreement.',
  ),
  none: reviewed('There is no agreement for this'),
  noneWhy: reviewed('A loan like this is not one that the fund lends. See why, and change it.'),
  backToQuote: reviewed('Back to what it costs'),

  title: reviewed('Agreement on a loan'),
  parties: reviewed('Between the fund and the borrower, who are named below by hand.'),

  terms: reviewed('The loan'),
  sum: reviewed(
    (sum: string, words: string, date: string) => `${sum} (${words}), paid out on ${date}.`,
  ),
  paidBackOnce: reviewed((date: string) => `It is paid back at once, on ${date}.`),
  paidBack: reviewed(
    (count: string, first: string, last: string) =>
      `It is paid back in ${count} instalments, the first on ${first}, the last on ${last}.`,
  ),
  noInterest: reviewed('It bears no interest.'),
  rateOfMonth: reviewed((rate: string) => `Interest: ${rate} % a month on what is still owed.`),
  rateOfPeriod: reviewed(
    (rate: string) => `Interest: ${rate} % from one instalment to the next, on what is still owed.`,
  ),
  rateOfYear: reviewed(
    (rate: string) => `Interest: ${rate} % a year by its days, on what is still owed.`,
  ),
  fee: reviewed((sum: string) => `Fee, taken on the day of the loan: ${sum}.`),
  deposit: reviewed((sum: string) => `Must be left until the end: ${sum}.`),

  price: reviewed('What it costs'),
  toRepay: reviewed((sum: string, words: string) => `To repay in all: ${sum} (${words}).`),
  ofItInterest: reviewed((sum: string) => `${sum} of it is interest.`),
  per100000: reviewed((of: string, sum: string) => `Each ${of} borrowed costs ${sum}.`),
  yearly: reviewed(
    (nominal: string, effective: string, cap: string) =>
      `A year: ${nominal} period by period (nominal), ${effective} by real dates (effective). The cap is ${cap} %.`,
  ),
  noRate: reviewed('no rate'),

  schedule: reviewed('When to pay how much'),
  day: reviewed('Day'),
  principal: reviewed('Loan'),
  interest: reviewed('Interest'),
  toPay: reviewed('To pay'),
  left: reviewed('Left'),
  total: reviewed('In all'),

  rights: reviewed('The borrower’s rights'),
  moneyBack: reviewed(
    (days: string) =>
      `To bring the money back without interest until ${days} days after the pay-out or the next meeting, whichever is later.`,
  ),
  early: reviewed('To pay early, all or a part, on any day, free. Interest stops on that day.'),
  relief: reviewed(
    'To have payments put off after a disaster or in need. It costs nothing: no more instalments, no larger ones, no interest of that time.',
  ),
  noPaper: reviewed(
    'To keep every paper: no land title, card, passport, family book or work is taken for this loan.',
  ),
  limits: reviewed(
    (percent: string, sum: string, share: string) =>
      `Never to pay more than ${percent} % of the loan in interest and fees, nor interest on interest. A fine for being late is at most ${sum} at a meeting and ${share} % of the instalment.`,
  ),
  appeal: reviewed(
    (days: string) =>
      `To ask the meeting within ${days} days, if a decision of the officers is not right.`,
  ),
  family: reviewed('That the debt never passes to children or family.'),

  signed: reviewed('Names, written by hand, and thumb-prints'),
  borrower: reviewed('Borrower'),
  officer: reviewed('For the fund'),
  firstWitness: reviewed('First witness'),
  secondWitness: reviewed('Second witness'),
  name: reviewed('Name'),
  thumb: reviewed('Thumb-print'),
  date: reviewed('Date'),
  hash: reviewed('Fingerprint of this text (SHA-256)'),
}
