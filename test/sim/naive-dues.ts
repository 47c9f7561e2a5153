import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import { type Days, isIn, periodEnd } from '#test/sim/naive-days.ts'
import type { NaiveLoan } from '#test/sim/naive-loan.ts'
import { dayInMonth, monthOf, textOf } from '#test/support/oracle/calendar.ts'
import { dueDays, movedDays } from '#test/support/oracle/due-days.ts'
import { oracleParts } from '#test/support/oracle/oracle-rows.ts'

/** An instalment, and what of it has been paid or given up. */
export type NaiveDue = { on: number; amount: number; paid: number }

/** A sum spread over instalments by a plan, the first of them being the plan's first. */
const spread = (plan: PlanTerms, sum: number, instalments: number): number[] =>
  sum === 0 || instalments === 0
    ? []
    : oracleParts({
        ...plan,
        principal: sum,
        instalments,
        graceOnPrincipal: Math.min(plan.graceOnPrincipal ?? 0, instalments - 1),
        balloon: Math.min(plan.balloon ?? 0, sum - 1),
        relief: [],
      })

/** The same, where it is not for the first time: whole periods, and no grace. */
const spreadAnew = (plan: PlanTerms, sum: number, instalments: number): number[] => {
  const { due, paidOutOn } = plan
  const from = 'every' in due ? textOf(dueDays(due)(0)) : (due.periodFrom ?? paidOutOn)
  const graceOnInterest = { instalments: 0, is: 'deferred' } as const
  return spread(
    { ...plan, paidOutOn: from, graceOnPrincipal: 0, graceOnInterest },
    sum,
    instalments,
  )
}

/** What each instalment of months of equal principal is; zero for the months before a season's only one. */
const plainSizes = (loan: NaiveLoan): number[] => {
  const { months, instalmentStep: step, owed, isTakenOver } = loan
  if (loan.isBullet) {
    const here = monthOf(loan.paidOutOn)
    const firstEver = dayInMonth(here, loan.dueDay) > loan.paidOutOn ? here : here + 1
    const last = isTakenOver ? firstEver + months - 1 - monthOf(loan.firstDueOn) : months - 1
    return [...Array<number>(Math.max(last, 0)).fill(0), owed]
  }
  const whole = isTakenOver ? loan.principal : owed
  const part = Math.max(Math.floor(Math.floor(whole / months) / step) * step, step)
  if (!isTakenOver) {
    const full = Math.min(Math.floor(owed / part), months - 1)
    const rest = owed - full * part
    return rest > 0 ? [...Array<number>(full).fill(part), rest] : Array<number>(full).fill(part)
  }
  const full = Math.min(Math.floor(owed / part), 1200)
  const rest = owed - full * part
  const list = Array<number>(full).fill(part)
  if (rest > 0 && (full === 0 || (rest * 2 >= part && full < 1200))) list.push(rest)
  else if (rest > 0) list[full - 1] = part + rest
  return list
}

/** Instalments on the period ends that are in none of the windows, moved off days on which nobody meets. */
const placed = (days: Days, parts: readonly number[]): NaiveDue[] => {
  const moved = movedDays(days.plan.workingDays)
  const list: NaiveDue[] = []
  let k = 0
  for (const amount of parts) {
    while (isIn(days.windows, periodEnd(days, k))) k += 1
    list.push({ on: moved(periodEnd(days, k)), amount, paid: 0 })
    k += 1
  }
  return list.filter(({ amount }) => amount > 0)
}

export const duesAgreed = (loan: NaiveLoan, days: Days): NaiveDue[] => {
  if (loan.owed === 0) return []
  const parts = loan.isPlain ? plainSizes(loan) : spread(loan.plan, loan.owed, loan.months)
  return placed(days, parts)
}

const leftOf = ({ amount, paid }: NaiveDue): number => amount - paid
const inTurn = (dues: readonly NaiveDue[]): NaiveDue[] => dues.toSorted((a, b) => a.on - b.on)
const sumLeft = (dues: readonly NaiveDue[]): number =>
  dues.reduce((sum, due) => sum + leftOf(due), 0)

/** Instalments after a day of which something is left, in their order. */
const aheadOf = (dues: readonly NaiveDue[], on: number): NaiveDue[] =>
  inTurn(dues.filter((due) => due.on > on && leftOf(due) > 0))

/** Pays the oldest first; what is beyond all of them comes back. */
export const payOldest = (dues: readonly NaiveDue[], amount: number): number => {
  let more = amount
  for (const due of inTurn(dues)) {
    const part = Math.min(more, leftOf(due))
    due.paid += part
    more -= part
  }
  return more
}

const dueAnew = (ahead: readonly NaiveDue[], plan: PlanTerms, sum: number): void => {
  const parts = spreadAnew(plan, sum, ahead.length)
  for (const [i, due] of ahead.entries()) due.amount = due.paid + (parts[i] ?? 0)
}

/** Early principal: the next instalments, or an instalment of its own and less of what is ahead. */
export const payDues = (
  dues: NaiveDue[],
  days: Days,
  {
    on,
    principal,
    early,
  }: { readonly on: number; readonly principal: number; readonly early: string },
): void => {
  if (early === 'next') return void payOldest(dues, principal)
  const more = payOldest(
    dues.filter((due) => due.on <= on),
    principal,
  )
  const ahead = aheadOf(dues, on)
  const own = Math.min(more, sumLeft(ahead))
  if (own === 0) return
  const step = days.plan.instalmentRounding.step
  const each = early === 'smaller' ? Math.floor(own / (ahead.length * step)) * step : 0
  let off = own
  const lower = (due: NaiveDue, most: number): void => {
    const part = Math.min(off, most, leftOf(due))
    due.amount -= part
    off -= part
  }
  for (const due of ahead) lower(due, each)
  for (const due of ahead.toReversed()) lower(due, off)
  dues.push({ on, amount: own, paid: own })
}

/** A later part falls due with what is ahead; where nothing is, at the end of the next period that is not free. */
export const drawDues = (
  dues: NaiveDue[],
  days: Days,
  { on, amount, k }: { readonly on: number; readonly amount: number; readonly k: number },
): void => {
  const ahead = aheadOf(dues, on)
  if (ahead.length > 0) return dueAnew(ahead, days.plan, sumLeft(ahead) + amount)
  let next = k
  while (isIn(days.windows, periodEnd(days, next)) || periodEnd(days, next) <= on) next += 1
  dues.push({ on: periodEnd(days, next), amount, paid: 0 })
}

/** All that is owed falls due by the new days; what was paid stands where it was due, or on the day of the change. */
export const duesAfterChange = (
  dues: readonly NaiveDue[],
  days: Days,
  {
    on,
    owed,
    instalments,
  }: { readonly on: number; readonly owed: number; readonly instalments: number },
): NaiveDue[] => [
  ...dues.map((due) => ({ on: Math.min(due.on, on), amount: due.paid, paid: due.paid })),
  ...placed(days, spreadAnew(days.plan, owed, instalments)),
]
