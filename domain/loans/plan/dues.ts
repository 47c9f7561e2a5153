import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Calendar, dueDateOf, periodAt } from '#domain/loans/plan/loan-calendar.ts'

/** An instalment's principal part and the day it falls due. */
export type Due = { readonly on: LocalDate; readonly principal: number }

/** An instalment while its loan is walked through: `left` is what has not been paid of it. */
export type OpenDue = { on: LocalDate; principal: number; left: number }

/** Parts on the due dates of a calendar from its first: a day that is put off is passed over. */
export const placed = (calendar: Calendar, parts: readonly number[]): OpenDue[] => {
  const list: OpenDue[] = []
  for (let k = 0, n = 0; n < parts.length; k += 1) {
    const period = periodAt(calendar, k)
    if (period.isDeferred) continue
    const principal = parts[n]!
    if (principal > 0) list.push({ on: dueDateOf(calendar, period), principal, left: principal })
    n += 1
  }
  return list
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

export const leftOf = (dues: readonly OpenDue[]): number => sum(dues.map(({ left }) => left))

/** Pays the oldest first; what is beyond all of them comes back. */
export const payOldest = (dues: readonly OpenDue[], amount: number): number => {
  let more = amount
  for (const due of dues) {
    if (more === 0) break
    const paid = Math.min(more, due.left)
    due.left -= paid
    more -= paid
  }
  return more
}

/** Takes a sum off the last instalments, as if it had never been agreed to fall due then. */
export const takeOffLast = (dues: readonly OpenDue[], amount: number): void => {
  let more = amount
  for (const due of dues.toReversed()) {
    const taken = Math.min(more, due.left)
    due.left -= taken
    due.principal -= taken
    more -= taken
  }
}

/**
 * Lowers each by the same whole steps, so that none grows; what that leaves of the sum comes off the last
 * ones.
 */
export const lowerAll = (dues: readonly OpenDue[], amount: number, step: number): void => {
  const each = Math.floor(amount / dues.length / step) * step
  let more = amount
  for (const due of dues) {
    const taken = Math.min(each, due.left)
    due.left -= taken
    due.principal -= taken
    more -= taken
  }
  takeOffLast(dues, more)
}

/** Lets other sums fall due on the same days; what has been paid of each stays paid. */
export const dueAnew = (dues: readonly OpenDue[], parts: readonly number[]): void => {
  for (const [i, due] of dues.entries()) {
    const part = parts[i] ?? 0
    due.principal += part - due.left
    due.left = part
  }
}

/** What falls due, by day; an instalment of which nothing was left by a change is none. */
export const inOrder = (dues: readonly OpenDue[]): OpenDue[] =>
  dues
    .filter(({ principal }) => principal > 0)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
