/** The written agreement of one page. Its text is hashed: a changed word is another text, with another hash. */
export const agreement = {
  toAgreement: 'A written agreement to print',
  print:
    'Print this page, read it aloud, and fill in names by hand. This page keeps no name and no agreement.',
  none: 'There is no agreement for this',
  noneWhy: 'A loan like this is not one that the fund lends. See why, and change it.',
  backToQuote: 'Back to what it costs',

  title: 'Agreement on a loan',
  parties: 'Between the fund and the borrower, who are named below by hand.',

  terms: 'The loan',
  sum: (sum: string, words: string, date: string) => `${sum} (${words}), paid out on ${date}.`,
  paidBackOnce: (date: string) => `It is paid back at once, on ${date}.`,
  paidBack: (count: string, first: string, last: string) =>
    `It is paid back in ${count} instalments, the first on ${first}, the last on ${last}.`,
  noInterest: 'It bears no interest.',
  rateOfMonth: (rate: string) => `Interest: ${rate} % a month on what is still owed.`,
  rateOfPeriod: (rate: string) =>
    `Interest: ${rate} % from one instalment to the next, on what is still owed.`,
  rateOfYear: (rate: string) => `Interest: ${rate} % a year by its days, on what is still owed.`,
  fee: (sum: string) => `Fee, taken on the day of the loan: ${sum}.`,
  deposit: (sum: string) => `Must be left until the end: ${sum}.`,

  price: 'What it costs',
  toRepay: (sum: string, words: string) => `To repay in all: ${sum} (${words}).`,
  ofItInterest: (sum: string) => `${sum} of it is interest.`,
  per100000: (of: string, sum: string) => `Each ${of} borrowed costs ${sum}.`,
  yearly: (nominal: string, effective: string, cap: string) =>
    `In a year: ${nominal} by the months alone, ${effective} by the day of each payment. At most ${cap} % is allowed.`,
  noRate: 'no rate',

  schedule: 'When to pay how much',
  day: 'Day',
  principal: 'Loan',
  interest: 'Interest',
  toPay: 'To pay',
  left: 'Left',
  total: 'In all',

  rights: 'The borrower’s rights',
  moneyBack: (days: string) =>
    `To bring the money back without interest until ${days} days after the pay-out or the next meeting, whichever is later.`,
  early: 'To pay early, all or a part, on any day, free. Interest stops on that day.',
  relief:
    'To have payments put off after a disaster or in need. It costs nothing: no more instalments, no larger ones, no interest of that time.',
  noPaper:
    'To keep every paper: no land title, card, passport, family book or work is taken for this loan.',
  limits: (percent: string, sum: string, share: string) =>
    `Never to pay more than ${percent} % of the loan in interest and fees, nor interest on interest. A fine for being late is at most ${sum} at a meeting and ${share} % of the instalment.`,
  appeal: (days: string) =>
    `To ask the meeting within ${days} days, if a decision of the officers is not right.`,
  family: 'That the debt never passes to children or family.',

  signed: 'Names, written by hand, and thumb-prints',
  borrower: 'Borrower',
  officer: 'For the fund',
  firstWitness: 'First witness',
  secondWitness: 'Second witness',
  name: 'Name',
  thumb: 'Thumb-print',
  date: 'Date',
  hash: 'Fingerprint of this text (SHA-256)',
}

export type AgreementWords = typeof agreement
