import { amountMax } from '#domain/kernel/money.ts'
import { day, group, list, optional, text, whole, word } from '#domain/kernel/shape.ts'

const cannotHold = 'loan-cannot-hold'
const fault = { code: cannotHold, tooLong: cannotHold }
const countMax = 1200
/** Weekly meetings of ten years are fewer. */
const daysMax = 600

const sum = whole(0, amountMax, cannotHold)
const count = whole(0, countMax, cannotHold)
const rate = text(/^\d{1,3}(\.\d{1,6})?$/, { code: cannotHold, example: '1.5' })
const oneWord = <const Of extends readonly string[]>(...of: Of) => word(of, cannotHold)
const rounding = group({ mode: oneWord('down', 'up', 'half-up', 'half-even'), step: sum })

/** What was agreed where a loan is not months of equal principal, in the words of a quote. */
export const planChoices = group({
  every: optional(group({ n: count, unit: oneWord('days', 'weeks', 'months', 'years') })),
  dayOfMonth: optional(count),
  dueOn: optional(list(day, { min: 1, max: daysMax, ...fault })),
  periodFrom: optional(day),
  rateMonthlyPercent: optional(rate),
  ratePercent: optional(rate),
  yearlyPercent: optional(rate),
  days: optional(oneWord('actual/365', 'actual/actual', '30/360')),
  repayment: optional(oneWord('equal-principal', 'equal-instalment', 'bullet')),
  graceOnPrincipal: optional(count),
  graceOnInterest: optional(group({ instalments: count, is: oneWord('deferred', 'forgiven') })),
  balloon: optional(sum),
  interestRounding: optional(rounding),
  instalmentRounding: optional(rounding),
  remainder: optional(oneWord('first', 'last', 'spread')),
  workingDays: optional(
    group({
      weekend: optional(list(count, { max: 6, ...fault })),
      holidays: optional(list(day, { max: daysMax, ...fault })),
      calendar: optional(oneWord('KH')),
      direction: oneWord('forward', 'backward', 'forward-in-month', 'same'),
    }),
  ),
})
