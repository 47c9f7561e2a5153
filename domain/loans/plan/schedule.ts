import { type LocalDate, monthlyDay, monthsBetween, nextMonthlyDay } from '#domain/kernel/dates.ts'
import { roundDown } from '#domain/kernel/money.ts'
import { isBullet } from '#domain/loans/as-written.ts'
import { type Loan, type LoanTerms, owedAtOrigin, paidOutOn } from '#domain/loans/loan.ts'
import { planOf, planParts } from '#domain/loans/loan-plan.ts'

/** The first due date of a loan paid out on `day` by a fund that meets on `meetingDay` of each month. */
export const firstDueAfter = (day: LocalDate, meetingDay: number): LocalDate =>
  nextMonthlyDay(day, meetingDay)

/**
 * Instalments fall due on a day that was agreed, or the meeting day, or the day of a first due date that was agreed apart:
 * the first of these that the first due date is, so that one of a short month stays a month's end.
 */
export const dueDayOf = (firstDueOn: LocalDate, ...usual: readonly number[]): number =>
  usual.find((day) => monthlyDay(firstDueOn, 0, day) === firstDueOn) ?? Number(firstDueOn.slice(8))

/** Principal part of each full instalment: principal / months rounded down to the step, at least one step. */
export const instalmentPart = ({ principal, months, instalmentStep }: LoanTerms): number =>
  Math.max(roundDown(Math.floor(principal / months), instalmentStep), instalmentStep)

/** Exactly `months` parts; the last takes the rest. Where one step a month is too much, they end early. */
const partsOfNew = (terms: LoanTerms, owed: number): number[] => {
  const part = instalmentPart({ ...terms, principal: owed })
  const parts: number[] = []
  let left = owed
  for (let k = 1; k <= terms.months && left > 0; k += 1) {
    const principal = k === terms.months ? left : Math.min(part, left)
    parts.push(principal)
    left -= principal
  }
  return parts
}

/** A hundred years of months: a debt that is far beyond its loan's parts ends there, whatever is left. */
const partsMax = 1200

/** The same part until nothing is left; a last part smaller than half of it is paid with the one before. */
const partsOfTakenOver = (terms: LoanTerms, owed: number): number[] => {
  const part = instalmentPart(terms)
  const whole = Math.min(Math.floor(owed / part), partsMax)
  const rest = owed - whole * part
  const parts = Array.from({ length: whole }, () => part)
  if (rest === 0) return parts
  if (whole === 0 || (rest * 2 >= part && whole < partsMax)) return [...parts, rest]
  return parts.with(-1, part + rest)
}

/** Month ends before the only instalment of a season, or of a loan that bears interest alone until its end: counted from the first one after the payout. */
const monthsToBullet = (loan: Loan): number => {
  const { firstDueOn, dueDay, months } = loan.terms
  const maturity = monthlyDay(firstDueAfter(paidOutOn(loan), dueDay), months - 1, dueDay)
  return loan.origin.kind === 'paid-out'
    ? months - 1
    : Math.max(monthsBetween(firstDueOn, maturity), 0)
}

/**
 * The principal of each instalment as it was agreed, one a period that is not put off; zero for the
 * months of a season that bear interest alone.
 */
export const agreedParts = (loan: Loan): number[] => {
  const owed = owedAtOrigin(loan)
  const { terms, origin } = loan
  if (owed === 0) return []
  if (terms.plan) return planParts(planOf(loan), owed, terms.months)
  if (isBullet(terms)) return [...Array.from({ length: monthsToBullet(loan) }, () => 0), owed]
  return origin.kind === 'paid-out' ? partsOfNew(terms, owed) : partsOfTakenOver(terms, owed)
}
