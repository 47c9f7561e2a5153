/** What the answer to "what would a loan cost?" says. */
export const quote = {
  heading: 'What would a loan cost?',
  lead: 'This only reckons. Nobody asks for a loan by it, and nothing is written in the book.',
  backToOwn: 'To my passbook',
  toQuote: 'What would a loan cost?',

  withinHeading: 'The price keeps to the cap',
  withinWhy: (rate: string, cap: string) =>
    `It costs ${rate} % a year. The cap is ${cap} % a year.`,
  withinNext: 'Whether the loan is given, the meeting decides.',
  aboveHeading: 'Above the cap: this cannot be lent',
  aboveWhy: (rate: string, cap: string) => `It costs ${rate} % a year. The cap is ${cap} % a year.`,
  aboveWhyUncut: (cap: string) =>
    `The rate that was asked is above the cap of ${cap} % a year, although no loan may bear more interest than half of itself.`,
  aboveNext: 'Lower the rate, or leave out the fee or the deposit, and count again.',
  flatHeading: 'A flat rate: the fund never lends so',
  flatWhy: (rate: string, cap: string) =>
    `Interest is taken on the whole loan each time, though part of it is paid back already. It really costs ${rate} % a year. What the fund lends may cost ${cap} % at most.`,
  otherAboveHeading: 'This offer is dearer than the fund may ever lend',
  otherWithinHeading: 'This offer is no dearer than the cap',
  otherNext: 'Count the same loan of the fund beside it, and ask the committee before you sign.',
  noRate: 'no rate can be told',
  overHalf: 'Interest and fee come to more than half of the loan. The fund never takes so much.',

  cost: 'What it costs',
  toRepay: 'To repay in all',
  ofItInterest: (sum: string) => `${sum} of it is interest`,
  fee: 'Fee, on the day of the loan',
  deposit: 'Must be left until the end',
  per100000: (sum: string) => `Cost of each ${sum} borrowed`,
  nominal: 'A year, by the months alone',
  capIsOfThis: (cap: string) => `The cap of ${cap} % is about this one.`,
  effective: 'A year, by the day of each payment',

  picture: 'Each instalment',
  pictureTitle: (first: string, last: string) =>
    first === last
      ? `What is paid on ${first}: the loan itself, and interest on top`
      : `What is paid each time from ${first} to ${last}: the loan itself, and interest on top`,
  loanPart: 'The loan itself',
  interestPart: 'Interest',

  schedule: 'When to pay how much',
  holidaysUntold: (years: string) =>
    `The public holidays of ${years} are not known here yet: no day of that time was moved. Type them in under “Other days”.`,
  tableCaption: (currency: string) => `All sums in ${currency}`,
  dueOn: 'Day',
  principal: 'Loan',
  interest: 'Interest',
  toPay: 'To pay',
  left: 'Left',
  total: 'In all',

  counted: 'How it was counted',
  asked: (sum: string, date: string) => `${sum}, paid out on ${date}`,
  change: 'Change what was asked',
}

export type QuoteWords = typeof quote

const more = (isMore: boolean): string => (isMore ? 'more' : 'less')

/** One plain sentence for each step of the counting; figures come in as they are written. */
export const quoteStep = {
  firstPeriod: (days: string, whole: string) =>
    `The first period is short: it bears interest for ${days} of its ${whole} days.`,
  parts: (count: string, exact: string, how: string, rounded: string) =>
    count === '1'
      ? `One part of ${exact}, ${how}: ${rounded}.`
      : `${count} equal parts of ${exact}, each ${how}: ${rounded}.`,
  partsEven: (count: string, sum: string) =>
    count === '1' ? `One part of ${sum}.` : `${count} equal parts of ${sum}.`,
  partsLeast: (count: string, exact: string, least: string) =>
    `${count} equal parts would be ${exact}: too little to hand over, so each is ${least}.`,
  instalments: (count: string, exact: string, how: string, rounded: string) =>
    count === '1'
      ? `One instalment of ${exact}, ${how}: ${rounded}.`
      : `${count} equal instalments of ${exact}, each ${how}: ${rounded}.`,
  instalmentsEven: (count: string, sum: string) =>
    count === '1' ? `One instalment of ${sum}.` : `${count} equal instalments of ${sum}.`,
  instalmentsLeast: (count: string, exact: string, least: string) =>
    `${count} equal instalments would be ${exact}: too little to hand over, so each is ${least}.`,
  interest: (date: string, sum: string, how: string, rounded: string) =>
    `${date}: ${sum}, ${how}: ${rounded}.`,
  interestEven: (date: string, sum: string) => `${date}: ${sum}.`,
  down: (step: string) => `rounded down to whole ${step}s`,
  downToOne: (currency: string) => `rounded down to whole ${currency}`,
  up: (step: string) => `rounded up to whole ${step}s`,
  upToOne: (currency: string) => `rounded up to whole ${currency}`,
  'half-up': (step: string) => `rounded to the nearest ${step} (the middle goes up)`,
  'half-upToOne': (currency: string) =>
    `rounded to the nearest whole ${currency} (the middle goes up)`,
  'half-even': (step: string) =>
    `rounded to the nearest ${step} (the middle goes to the even ${step})`,
  'half-evenToOne': (currency: string) =>
    `rounded to the nearest whole ${currency} (the middle goes to the even one)`,
  remainderLast: (by: string, isMore: boolean) =>
    `The last instalment takes ${by} ${more(isMore)}: what the rounding left over.`,
  remainderFirst: (by: string, isMore: boolean) =>
    `The first instalment takes ${by} ${more(isMore)}: what the rounding left over.`,
  remainderEach: (count: string, by: string, isMore: boolean) =>
    `The first ${count} instalments each take ${by} ${more(isMore)}: what the rounding left over.`,
  remainderOn: (date: string, by: string, isMore: boolean) =>
    `The instalment of ${date} takes ${by} ${more(isMore)}: what the rounding left over.`,
  nothingLeft: (date: string) =>
    `By ${date} nothing is left to pay back: the rounding made it end early.`,
  balloon: (date: string, sum: string) =>
    `${sum} of the loan waits until the end and is due on ${date}.`,
  forgiven: (count: string) =>
    count === '1'
      ? 'The first instalment bears no interest: it is forgiven.'
      : `The first ${count} instalments bear no interest: it is forgiven.`,
  deferred: (date: string, sum: string) =>
    `The interest of the instalments before ${date} waits, ${sum} in all, and is paid on that day. Waiting costs nothing.`,
  cut: (date: string, from: string, to: string) =>
    `${date}: the interest is cut from ${from} to ${to}, because a loan bears at most half of itself.`,
  cutInRelief: (date: string, from: string, to: string) =>
    `${date}: the interest is cut from ${from} to ${to}. Relief never makes a loan dearer, and a loan bears at most half of itself.`,
  cutEnd: (date: string) =>
    `From ${date} on the loan bears no more interest: it has borne half of itself.`,
  passedOver: (date: string) => `${date} falls in relief: nothing is due and nothing is charged.`,
  passedOverMany: (count: string, first: string, last: string) =>
    `${count} due dates from ${first} to ${last} fall in relief: nothing is due and nothing is charged.`,
  moved: (from: string, to: string) =>
    `Nobody meets on ${from}: that instalment is due on ${to}. Its interest does not change.`,
}

export type QuoteStepWords = typeof quoteStep
