import { Decimal } from 'decimal.js'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { legalCapOn } from '#domain/fund/charter/law.ts'
import { lateFineMax, lateFinePercentMax } from '#domain/fund/charter/limits.ts'
import type { Fine, Loan } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'

/** A fine as the rules see it: what of it they allow, and the instalment that it was for. */
type JudgedFine = Fine & { readonly allowed: number; readonly dueOn: LocalDate }

const sumOf = (fines: readonly JudgedFine[]): number =>
  fines.reduce((sum, { allowed }) => sum + allowed, 0)

/**
 * What all interest would come to at the cap, on the very balances that there were, less what it came to:
 * fines have room up to there and no further, and none where a fee took it.
 */
const roomUnderCap = (loan: Loan, on: LocalDate): number => {
  const { yearlyPercent } = legalCapOn(loan.origin.on)
  const atCap = new Decimal(yearlyPercent).div(12).toDecimalPlaces(6, Decimal.ROUND_DOWN).toString()
  const { plan: _, ...terms } = loan.terms
  const capped = { ...terms, rateMonthlyPercent: atCap, interestStep: 1 }
  const { splits, interestCounted } = walk(loan, on)
  const fee = loan.terms.asWritten?.fee ?? 0
  const repayments = splits.map(({ id, on: day, principal }) => ({
    id,
    on: day,
    amount: principal,
    written: { interest: 0, principal },
  }))
  const most = walk({ ...loan, terms: capped, repayments, conversions: [] }, on).interestCounted
  return most - interestCounted - fee
}

/** Whoever brings what is late and the fine at one meeting was late: the money of the day comes after. */
const beforeMoneyOf = (loan: Loan, day: LocalDate): Loan => ({
  ...loan,
  repayments: loan.repayments.filter(({ on }) => on < day),
  writeOffs: loan.writeOffs.filter(({ on }) => on < day),
})

const judged = (loan: Loan, earlier: readonly JudgedFine[], fine: Fine): JudgedFine => {
  const { on } = fine
  const standing = standingOf(beforeMoneyOf(loan, on), on)
  const late = standing && unpaidDues(standing.dues, standing.settled).find((due) => due.on < on)
  const isStopped = loan.deferrals.some(
    ({ stopsFines, from, to }) => stopsFines && from <= on && on <= to,
  )
  if (!late || standing.isUnderRelief || isStopped) return { ...fine, allowed: 0, dueOn: on }
  // What falls due on one day is one instalment.
  const whole = standing.dues.reduce(
    (sum, due) => (due.on === late.on ? sum + due.principal : sum),
    0,
  )
  const most = Math.min(
    lateFineMax(loan.terms.currency) - sumOf(earlier.filter((one) => one.on === on)),
    Math.floor((whole * lateFinePercentMax) / 100) -
      sumOf(earlier.filter((one) => one.dueOn === late.on)),
    roomUnderCap(loan, on) - sumOf(earlier),
  )
  return { ...fine, allowed: Math.max(Math.min(fine.amount, most), 0), dueOn: late.on }
}

/** What a fine may come to on a day before anything is paid, and for which instalment. */
export const fineAllowedOn = (loan: Loan, on: LocalDate): JudgedFine =>
  judged(loan, finesOf(loan), { id: '~', on, amount: lateFineMax(loan.terms.currency) })

/**
 * All fines of a loan with what the rules allow of each: nothing in relief, or where nothing is late. Judged
 * from the loan's facts, so that what is written down late changes nothing but the day on which it is known.
 */
export const finesOf = (loan: Loan): readonly JudgedFine[] => {
  const place = ({ on, id }: Fine): string => `${on} ${id}`
  return (loan.fines ?? [])
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
    .reduce<readonly JudgedFine[]>((earlier, fine) => [...earlier, judged(loan, earlier, fine)], [])
}
