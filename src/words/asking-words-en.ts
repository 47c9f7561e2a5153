import { reviewed } from '#src/words/catalogue.ts'

/** What the form of a request asks beyond the usual, and what it says of the price while it is typed. */
export const en = {
  foldPlan: reviewed('Paid back another way than each month'),
  foldPrice: reviewed('Fee, deposit or security'),
  foldLeaving: reviewed('For papers and travel: who leaves, and how'),
  foldBuyOut: reviewed('For paying a costly debt off: which lender'),
  dueOn: reviewed('Days of your own'),
  dueOnHint: reviewed(
    (most: string) =>
      `Up to ${most} days, one after the other, like 2026-02-20 2026-05-20. There are then as many payments as days.`,
  ),
  dueOnFault: reviewed(
    (most: string) =>
      `Write up to ${most} days of the calendar in their order, each like 2026-02-20, with a space in between.`,
  ),
  dueOnOrEvery: reviewed(
    'Days of your own were written: leave “how often” and the first day empty.',
  ),
  graceIsMissing: reviewed('Say how many first payments are without interest.'),
  fee: reviewed('Fee, taken when the money is paid out'),
  feeHint: reviewed('It counts as part of the price. Leave it empty if there is none.'),
  deposit: reviewed('Money that must be left until the end'),
  security: reviewed('What would be held for the loan'),
  securityHint: reviewed('Nothing, or a group that stands for it. Nothing else is taken.'),
  security_none: reviewed('Nothing'),
  'security_group-guarantee': reviewed('A group stands for it'),
  'security_land-title': reviewed('A land title'),
  'security_id-card': reviewed('An ID card'),
  security_passport: reviewed('A passport'),
  'security_family-book': reviewed('A family book'),
  'security_bank-card': reviewed('A bank card'),
  'security_work-of-a-person': reviewed('Somebody’s work'),
  'security_work-of-a-child': reviewed('A child’s work'),
  recruitmentFee: reviewed('Of it for a fee to get the job'),
  recruitmentFeeHint: reviewed('Such a fee is never lent. Leave it empty if there is none.'),
  lender: reviewed((kind: string) => `Paid off: ${kind}`),
  burdenBefore: reviewed('What all lenders take of the income now'),
  burdenAfter: reviewed('What they would take after it'),
  lightens: reviewed('After it the household pays less each month than now'),
  'band_up-to-33': reviewed('A third or less'),
  'band_to-40': reviewed('More than a third, up to 40 of 100'),
  'band_to-50': reviewed('More than 40 of 100, up to half'),
  'band_above-50': reviewed('More than half'),
  band_unknown: reviewed('Nobody knows'),

  seePrice: reviewed('See the price'),
  payments: reviewed('Payments'),
  largestPayment: reviewed('The largest payment'),
  firstAndLast: reviewed('First and last'),
  rulesSay: reviewed('What the rules say'),
  nothingAgainst: reviewed('No rule stands against it.'),
  stillCeiling: reviewed('How much this member may borrow is told on the next page.'),
  stillBurden: reviewed('What the household can bear is looked into before the vote.'),
  priceWaits: reviewed(
    'Write the sum, the payments and the kind of loan, and its price stands here.',
  ),

  burdenFound: reviewed('What all its lenders would take of its income'),
  burdenMeans: reviewed('What that means for the vote'),
  'means_up-to-33': reviewed('It stops nothing.'),
  'means_to-40': reviewed('Advice to think again: it stops nothing.'),
  'means_to-50': reviewed('Only the meeting can decide it.'),
  'means_above-50': reviewed(
    'It cannot be approved. The household may ask for the plan that pays a costly debt off.',
  ),
  means_unknown: reviewed('Only the meeting can decide it.'),
  'means_nothing-asked': reviewed('An emergency is not held up by it.'),
  means_lighter: reviewed('It makes the burden lighter, so it stops nothing.'),
}
