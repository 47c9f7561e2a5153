import { type LocalDate, earlier, monthlyDay, monthsBetween } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { equivalentPercent, isRateAbove } from '#domain/loans/as-written.ts'
import { type Loan, carriedIn, paidOutOn } from '#domain/loans/loan.ts'
import { roundedProduct, rateOf, wholeShare } from '#domain/loans/plan/plan-figures.ts'
import { isCovered } from '#domain/loans/plan/plan-periods.ts'
import { firstDueAfter } from '#domain/loans/plan/schedule.ts'
import { type Walk, walk } from '#domain/loans/plan/village-convention.ts'

/** What the older book's terms ask on a day, and what the fund counts. Sums in smallest units. */
type BeyondRow = {
  readonly on: LocalDate
  readonly asked: number
  readonly counted: number
}

/** What the older terms would ask and the fund does not, row by row since the loan came into these books. */
export type Beyond = {
  readonly rows: readonly BeyondRow[]
  readonly asked: number
  readonly counted: number
  /** Interest that was paid stands, whichever terms it was paid by. */
  readonly paid: number
  /** Shown apart and not asked for; nothing once the meeting has converted the loan, or nothing is owed. */
  readonly open: number
  /** Old interest in the debt beyond half of the principal: gone from the first day on. */
  readonly beyondHalf: number
}

/** The day on which the meeting converted a loan; undefined before. */
export const convertedOn = ({ conversions = [] }: Loan): LocalDate | undefined => conversions[0]?.on

/** What the fund asks a month on a day: the loan's own rate, or the one that the meeting has voted. */
export const rateOn = ({ terms, conversions = [] }: Loan, day: LocalDate): string =>
  conversions.find(({ on }) => on <= day)?.rateMonthlyPercent ?? terms.rateMonthlyPercent

/** Whether terms are such as no vote may lend by: flat, or dearer than the cap. */
export const isUnfair = ({ terms }: Loan): boolean =>
  terms.asWritten?.method === 'flat' ||
  isRateAbove(equivalentPercent(terms), terms.rateMonthlyPercent)

/** A flat rate asks the same each month of the loan, whatever is left; relief forgives its months. */
const flatRows = (loan: Loan, until: LocalDate): Map<LocalDate, number> => {
  const { principal, months, firstDueOn, dueDay, interestStep, asWritten } = loan.terms
  const ofMonth = roundedProduct(principal, rateOf(asWritten!.rateMonthlyPercent!), wholeShare, {
    mode: 'down',
    step: interestStep,
  })
  const isTakenOver = loan.origin.kind === 'taken-over'
  const gone = isTakenOver ? monthsBetween(firstDueAfter(paidOutOn(loan), dueDay), firstDueOn) : 0
  const days = Array.from({ length: Math.max(months - gone, 0) }, (_, k) =>
    monthlyDay(firstDueOn, k, dueDay),
  )
  const asked = days.filter((day) => day <= until && !isCovered(loan.deferrals, day))
  return new Map(asked.map((day) => [day, ofMonth]))
}

const byDay = (counted: Walk['counted'], until: LocalDate): Map<LocalDate, number> => {
  const sums = new Map<LocalDate, number>()
  for (const { on, amount } of counted) if (on <= until) sums.set(on, (sums.get(on) ?? 0) + amount)
  return sums
}

/** The written rate on the very balances that there were, without the limits of fair lending. */
const rowsAtWrittenRate = (
  loan: Loan,
  { splits }: Walk,
  until: LocalDate,
): Map<LocalDate, number> => {
  const terms = { ...loan.terms, rateMonthlyPercent: loan.terms.asWritten!.rateMonthlyPercent! }
  const repayments = splits.map(({ id, on, principal }) => ({
    id,
    on,
    amount: principal,
    written: { interest: 0, principal },
  }))
  const asIf = { ...loan, terms, repayments, conversions: [] }
  return byDay(walk(asIf, until, { isUncut: true }).counted, until)
}

/** When the older terms stopped asking: the day asked, the conversion, or the day on which nothing was left. */
const lastDayOf = (loan: Loan, { owed, splits, writtenOff }: Walk, asOf: LocalDate): LocalDate => {
  const converted = convertedOn(loan)
  const until = converted === undefined ? asOf : earlier(converted, asOf)
  if (owed > 0) return until
  const last = [...splits, ...writtenOff].reduce((day, { on }) => (on > day ? on : day), '')
  return earlier(last, until)
}

const total = (amounts: Iterable<number>): number =>
  [...amounts].reduce((sum, amount) => sum + amount, 0)

/**
 * The interest that the terms of an older book would ask beyond what the fund asks (`rules.md`, books that
 * come from elsewhere). Undefined for a loan of which no older book says how it charged.
 */
export const beyondOf = whileSame((loan: Loan, asOf: LocalDate): Beyond | undefined => {
  const { beyondHalf } = carriedIn(loan)
  const method = loan.terms.asWritten?.method
  if ((method === undefined && beyondHalf === 0) || loan.isVoid || asOf < loan.origin.on)
    return undefined
  const walked = walk(loan, asOf)
  const until = lastDayOf(loan, walked, asOf)
  const counted = byDay(walked.counted, until)
  const asked =
    method === undefined
      ? new Map<LocalDate, number>()
      : method === 'flat'
        ? flatRows(loan, until)
        : rowsAtWrittenRate(loan, walked, until)
  const days = [...new Set([...asked.keys(), ...counted.keys()])].toSorted()
  const paid = total(walked.splits.filter(({ on }) => on <= until).map(({ interest }) => interest))
  const sums = { asked: total(asked.values()), counted: total(counted.values()) }
  const converted = convertedOn(loan)
  const isOver = walked.owed === 0 || (converted !== undefined && converted <= asOf)
  return {
    rows: days.map((on) => ({ on, asked: asked.get(on) ?? 0, counted: counted.get(on) ?? 0 })),
    ...sums,
    paid,
    open: isOver ? 0 : Math.max(sums.asked - Math.max(sums.counted, paid), 0),
    beyondHalf,
  }
})
