import { reviewed } from '#src/words/catalogue.ts'

/** What the answer to "what would a loan cost?" says. */
export const resultEn = {
  heading: reviewed('What would a loan cost?'),
  lead: reviewed(
    'This only reckons. Nobody asks for a loan by it, and nothing is written in the book.',
  ),
  backToFund: reviewed('To the fund'),
  backToOwn: reviewed('To my passbook'),
  toQuote: reviewed('What would a loan cost?'),

  withinHeading: reviewed('The price is within the cap'),
  withinWhy: reviewed(
    (rate: string, cap: string) => `It costs ${rate} % a year. The cap is ${cap} % a year.`,
  ),
  withinNext: reviewed('Whether the loan is given, the meeting decides.'),
  aboveHeading: reviewed('Above the cap: this cannot be lent'),
  aboveWhy: reviewed(
    (rate: string, cap: string) => `It costs ${rate} % a year. The cap is ${cap} % a year.`,
  ),
  aboveWhyUncut: reviewed(
    (cap: string) =>
      `The rate that was asked is above the cap of ${cap} % a year, although no loan may bear more interest than half of itself.`,
  ),
  aboveNext: reviewed('Lower the rate, or leave out the fee or the deposit, and count again.'),
  flatHeading: reviewed('A flat rate: the fund never lends so'),
  flatWhy: reviewed(
    (rate: string, cap: string) =>
      `Interest is taken on the whole loan each time, though part of it is paid back already. It really costs ${rate} % a year. What the fund lends may cost ${cap} % at most.`,
  ),
  otherAboveHeading: reviewed('This offer is dearer than the fund may ever lend'),
  otherWithinHeading: reviewed('This offer is no dearer than the cap'),
  otherNext: reviewed(
    'Count the same loan of the fund beside it, and ask the committee before you sign.',
  ),
  noRate: reviewed('no rate can be told'),
  overHalf: reviewed(
    'Interest and fee come to more than half of the loan. The fund never takes so much.',
  ),

  cost: reviewed('What it costs'),
  toRepay: reviewed('To repay in all'),
  ofItInterest: reviewed((sum: string) => `${sum} of it is interest`),
  fee: reviewed('Fee, on the day of the loan'),
  deposit: reviewed('Must be left until the end'),
  per100000: reviewed((sum: string) => `Cost of each ${sum} borrowed`),
  nominal: reviewed('A year, period by period (nominal)'),
  effective: reviewed('A year, by real dates (effective)'),

  picture: reviewed('Each instalment'),
  pictureTitle: reviewed((first: string, last: string) =>
    first === last
      ? `What is paid on ${first}: the loan itself, and interest on top`
      : `What is paid each time from ${first} to ${last}: the loan itself, and interest on top`,
  ),
  loanPart: reviewed('The loan itself'),
  interestPart: reviewed('Interest'),

  schedule: reviewed('When to pay how much'),
  tableCaption: reviewed((currency: string) => `All sums in ${currency}`),
  dueOn: reviewed('Day'),
  principal: reviewed('Loan'),
  interest: reviewed('Interest'),
  toPay: reviewed('To pay'),
  left: reviewed('Left'),
  total: reviewed('In all'),

  counted: reviewed('How it was counted'),
  eachInterest: reviewed((count: string) => `The interest of each instalment (${count})`),
  asked: reviewed((sum: string, date: string) => `${sum}, paid out on ${date}`),
  change: reviewed('Change what was asked'),
}

const more = (isMore: boolean): string => (isMore ? 'more' : 'less')

/** One plain sentence for each step of the counting; figures come in as they are written. */
export const stepEn = {
  firstPeriod: reviewed(
    (days: string, whole: string) =>
      `The first period is short: it bears interest for ${days} of its ${whole} days.`,
  ),
  parts: reviewed((count: string, exact: string, how: string, rounded: string) =>
    count === '1'
      ? `One part of ${exact}, ${how}: ${rounded}.`
      : `${count} equal parts of ${exact}, each ${how}: ${rounded}.`,
  ),
  partsEven: reviewed((count: string, sum: string) =>
    count === '1' ? `One part of ${sum}.` : `${count} equal parts of ${sum}.`,
  ),
  partsLeast: reviewed(
    (count: string, exact: string, least: string) =>
      `${count} equal parts would be ${exact}: too little to hand over, so each is ${least}.`,
  ),
  instalments: reviewed((count: string, exact: string, how: string, rounded: string) =>
    count === '1'
      ? `One instalment of ${exact}, ${how}: ${rounded}.`
      : `${count} equal instalments of ${exact}, each ${how}: ${rounded}.`,
  ),
  instalmentsEven: reviewed((count: string, sum: string) =>
    count === '1' ? `One instalment of ${sum}.` : `${count} equal instalments of ${sum}.`,
  ),
  instalmentsLeast: reviewed(
    (count: string, exact: string, least: string) =>
      `${count} equal instalments would be ${exact}: too little to hand over, so each is ${least}.`,
  ),
  interest: reviewed(
    (date: string, sum: string, how: string, rounded: string) =>
      `${date}: ${sum}, ${how}: ${rounded}.`,
  ),
  interestEven: reviewed((date: string, sum: string) => `${date}: ${sum}.`),
  down: reviewed((step: string) => `rounded down to whole ${step}s`),
  downToOne: reviewed((currency: string) => `rounded down to whole ${currency}`),
  up: reviewed((step: string) => `rounded up to whole ${step}s`),
  upToOne: reviewed((currency: string) => `rounded up to whole ${currency}`),
  'half-up': reviewed((step: string) => `rounded to the nearest ${step} (the middle goes up)`),
  'half-upToOne': reviewed(
    (currency: string) => `rounded to the nearest whole ${currency} (the middle goes up)`,
  ),
  'half-even': reviewed(
    (step: string) => `rounded to the nearest ${step} (the middle goes to the even ${step})`,
  ),
  'half-evenToOne': reviewed(
    (currency: string) =>
      `rounded to the nearest whole ${currency} (the middle goes to the even one)`,
  ),
  remainderLast: reviewed(
    (by: string, isMore: boolean) =>
      `The last instalment takes ${by} ${more(isMore)}: what the rounding left over.`,
  ),
  remainderFirst: reviewed(
    (by: string, isMore: boolean) =>
      `The first instalment takes ${by} ${more(isMore)}: what the rounding left over.`,
  ),
  remainderEach: reviewed(
    (count: string, by: string, isMore: boolean) =>
      `The first ${count} instalments each take ${by} ${more(isMore)}: what the rounding left over.`,
  ),
  remainderOn: reviewed(
    (date: string, by: string, isMore: boolean) =>
      `The instalment of ${date} takes ${by} ${more(isMore)}: what the rounding left over.`,
  ),
  nothingLeft: reviewed(
    (date: string) => `By ${date} nothing is left to pay back: the rounding made it end early.`,
  ),
  balloon: reviewed(
    (date: string, sum: string) => `${sum} of the loan waits until the end and is due on ${date}.`,
  ),
  forgiven: reviewed((count: string) =>
    count === '1'
      ? 'The first instalment bears no interest: it is forgiven.'
      : `The first ${count} instalments bear no interest: it is forgiven.`,
  ),
  deferred: reviewed(
    (date: string, sum: string) =>
      `The interest of the instalments before ${date} waits, ${sum} in all, and is paid on that day. Waiting costs nothing.`,
  ),
  cut: reviewed(
    (date: string, from: string, to: string) =>
      `${date}: the interest is cut from ${from} to ${to}, because a loan bears at most half of itself.`,
  ),
  cutInRelief: reviewed(
    (date: string, from: string, to: string) =>
      `${date}: the interest is cut from ${from} to ${to}. Relief never makes a loan dearer, and a loan bears at most half of itself.`,
  ),
  cutEnd: reviewed(
    (date: string) =>
      `From ${date} on the loan bears no more interest: it has borne half of itself.`,
  ),
  passedOver: reviewed(
    (date: string) => `${date} falls in relief: nothing is due and nothing is charged.`,
  ),
  passedOverMany: reviewed(
    (count: string, first: string, last: string) =>
      `${count} due dates from ${first} to ${last} fall in relief: nothing is due and nothing is charged.`,
  ),
  moved: reviewed(
    (from: string, to: string) =>
      `Nobody meets on ${from}: that instalment is due on ${to}. Its interest does not change.`,
  ),
}
