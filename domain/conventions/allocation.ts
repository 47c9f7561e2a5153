import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type ChargedRow,
  type Component,
  type Owed,
  openOf,
  openOfRow,
} from '#domain/conventions/charged-rows.ts'
import { Figure, type MoneyRule, rounded } from '#domain/conventions/figures.ts'

/** Which of the rows that are not yet due money goes to first. */
type Future = 'next' | 'last' | 'spread'

/** How money finds its way (`docs/conventions/payments.md`). */
export type AllocationRule = {
  readonly due: readonly Component[]
  readonly ahead: readonly Component[]
  /** A charge whose own day has come is due, also on a row that is not. */
  readonly isDueFirst: boolean
  /** Finish a row before the next, or a component over all rows of the group. */
  readonly sweep: 'instalment' | 'component'
  readonly future: Future
  readonly futureByType: Readonly<Record<string, Future>>
}

export type Parts = Readonly<Record<Component, number>>

export type Money = { readonly type: string; readonly on: LocalDate; readonly amount: number }

type Allocation = {
  left: number
  readonly on: LocalDate
  readonly parts: Record<Component, number>
}

/** Pays what is open of a component on a row, up to a limit; answers with what was taken. */
const payComponent = (
  allocation: Allocation,
  row: ChargedRow,
  wanted: {
    readonly component: Component
    readonly limit: number
    readonly isMeant: (item: Owed) => boolean
  },
): number => {
  let taken = 0
  const open = row.owed
    .filter((item) => item.component === wanted.component && wanted.isMeant(item))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  for (const item of open) {
    const sum = Math.min(allocation.left, wanted.limit - taken, openOf(item))
    item.paid += sum
    taken += sum
    allocation.left -= sum
  }
  if (taken > 0) {
    allocation.parts[wanted.component] += taken
    if (allocation.on < row.dueOn) row.inAdvance += taken
    if (allocation.on > row.dueOn) row.late += taken
    if (openOfRow(row) === 0) row.lastPaidOn = allocation.on
  }
  return taken
}

type Sweep = {
  readonly order: readonly Component[]
  readonly sweep: AllocationRule['sweep']
  readonly isMeant?: (item: Owed) => boolean
}

const all = (): boolean => true

const sweepRows = (
  allocation: Allocation,
  rows: readonly ChargedRow[],
  { order, sweep, isMeant = all }: Sweep,
): void => {
  const pay = (row: ChargedRow, component: Component): number =>
    payComponent(allocation, row, { component, limit: allocation.left, isMeant })
  if (sweep === 'instalment') for (const row of rows) for (const one of order) pay(row, one)
  else for (const one of order) for (const row of rows) pay(row, one)
}

/** One component over several rows: equal rounded shares of what is left, the last with the difference. */
const shareOut = (
  allocation: Allocation,
  rows: readonly ChargedRow[],
  { component, money }: { readonly component: Component; readonly money: MoneyRule },
): number => {
  const share = rounded(new Figure(allocation.left).div(rows.length), money)
  const last = Math.max(allocation.left - share * (rows.length - 1), 0)
  return rows.reduce((taken, row, i) => {
    const limit = i === rows.length - 1 ? last : share
    return taken + payComponent(allocation, row, { component, limit, isMeant: all })
  }, 0)
}

const isOpen =
  (component: Component) =>
  (row: ChargedRow): boolean =>
    row.owed.some((item) => item.component === component && openOf(item) > 0)

/**
 * Spreads money over later rows. By component: each is shared out over the rows on which it is open until
 * no more of it can be paid. By instalment: round after round, each component in turn is shared out over
 * the rows on which anything is open. What a row cannot use goes round again.
 */
const spreadRows = (
  allocation: Allocation,
  rows: readonly ChargedRow[],
  { rule, money }: { readonly rule: AllocationRule; readonly money: MoneyRule },
): void => {
  const { ahead: order, sweep } = rule
  if (sweep === 'component') {
    for (const component of order)
      for (let open = rows.filter(isOpen(component)); open.length > 0 && allocation.left > 0;) {
        if (shareOut(allocation, open, { component, money }) === 0) break
        open = rows.filter(isOpen(component))
      }
    return
  }
  for (let taken = -1; taken !== 0 && allocation.left > 0;) {
    const open = rows.filter((row) => openOfRow(row) > 0)
    if (open.length === 0) return
    taken = order.reduce(
      (sum, component) => sum + shareOut(allocation, open, { component, money }),
      0,
    )
  }
}

const aheadRows = (
  allocation: Allocation,
  rows: readonly ChargedRow[],
  { rule, future, money }: { rule: AllocationRule; future: Future; money: MoneyRule },
): void => {
  const { ahead: order, sweep } = rule
  if (future === 'spread') return spreadRows(allocation, rows, { rule, money })
  return sweepRows(allocation, future === 'last' ? rows.toReversed() : rows, { order, sweep })
}

/**
 * Gives money to what is past due, then to what falls due that day, then to charges whose day has come
 * where the rule is due-first, then to later rows. Answers with its parts and with what was too much.
 */
export const allocate = (
  rows: readonly ChargedRow[],
  { type, on, amount }: Money,
  { rule, money }: { readonly rule: AllocationRule; readonly money: MoneyRule },
): { readonly parts: Parts; readonly left: number } => {
  const allocation: Allocation = {
    left: amount,
    on,
    parts: { principal: 0, interest: 0, fees: 0, penalties: 0 },
  }
  const { due: order, sweep } = rule
  const later = rows.filter(({ dueOn }) => dueOn > on)
  sweepRows(
    allocation,
    rows.filter(({ dueOn }) => dueOn < on),
    { order, sweep },
  )
  sweepRows(
    allocation,
    rows.filter(({ dueOn }) => dueOn === on),
    { order, sweep },
  )
  if (rule.isDueFirst)
    sweepRows(allocation, later, { order, sweep, isMeant: (item) => item.dueOn <= on })
  aheadRows(allocation, later, { rule, future: rule.futureByType[type] ?? rule.future, money })
  return { parts: allocation.parts, left: allocation.left }
}
