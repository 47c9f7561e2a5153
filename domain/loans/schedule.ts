import { type LocalDate, monthlyDay, monthsBetween, nextMonthlyDay } from '#domain/kernel/dates.ts'
import { roundDown } from '#domain/kernel/money.ts'
import { type Loan, type LoanTerms, owedAtOrigin, paidOutOn } from '#domain/loans/loan.ts'

/** A day on which the loan's month ends, whether an instalment falls due there or is deferred. */
export type MonthEnd = { readonly on: LocalDate; readonly isDeferred: boolean }

/** An instalment's principal part and the day it falls due. */
export type Due = { readonly on: LocalDate; readonly principal: number }

/** The first due date of a loan paid out on `day` by a fund that meets on `meetingDay` of each month. */
export const firstDueAfter = (day: LocalDate, meetingDay: number): LocalDate =>
  nextMonthlyDay(day, meetingDay)

/** Instalments fall due on the meeting day, or on the day of a first due date that was agreed apart. */
export const dueDayOf = (firstDueOn: LocalDate, meetingDay: number): number =>
  monthlyDay(firstDueOn, 0, meetingDay) === firstDueOn ? meetingDay : Number(firstDueOn.slice(8))

/** The k-th month end of a loan, k from 0, always counted from the first. */
export const monthEndAt = (loan: Loan, k: number): MonthEnd => {
  const on = monthlyDay(loan.terms.firstDueOn, k, loan.terms.dueDay)
  return { on, isDeferred: loan.deferrals.some(({ from, to }) => from <= on && on <= to) }
}

/** Principal part of each full instalment: principal / months rounded down to the step, at least one step. */
export const instalmentPart = ({ principal, months, instalmentStep }: LoanTerms): number =>
  Math.max(roundDown(Math.floor(principal / months), instalmentStep), instalmentStep)

/** Exactly `months` parts; the last takes the rest. Where one step a month is too much, they end early. */
const partsOfNew = (terms: LoanTerms): number[] => {
  const part = instalmentPart(terms)
  const parts: number[] = []
  let left = terms.principal
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

/** Month ends before a seasonal loan's only instalment: counted from the first one after the payout. */
const monthsToBullet = (loan: Loan): number => {
  const { firstDueOn, dueDay, months } = loan.terms
  const maturity = monthlyDay(firstDueAfter(paidOutOn(loan), dueDay), months - 1, dueDay)
  return loan.origin.kind === 'paid-out'
    ? months - 1
    : Math.max(monthsBetween(firstDueOn, maturity), 0)
}

/**
 * When the principal falls due, relief included: an instalment whose day is deferred takes the next
 * month end that is not, so number and size of the instalments stay as they were.
 */
export const dues = (loan: Loan): Due[] => {
  const owed = owedAtOrigin(loan)
  if (owed === 0) return []
  const isBullet = loan.terms.product === 'seasonal'
  const parts = isBullet
    ? [...Array.from({ length: monthsToBullet(loan) }, () => 0), owed]
    : loan.origin.kind === 'paid-out'
      ? partsOfNew(loan.terms)
      : partsOfTakenOver(loan.terms, owed)
  const list: Due[] = []
  for (let k = 0, n = 0; n < parts.length; k += 1) {
    const { on, isDeferred } = monthEndAt(loan, k)
    if (isDeferred) continue
    list.push({ on, principal: parts[n]! })
    n += 1
  }
  return list.filter(({ principal }) => principal > 0)
}
