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
export type Future = 'next' | 'last' | 'spread'

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

type Purse = { left: number; readonly on: LocalDate; readonly parts: Record<Component, number> }

/** Pays what is open of a component on a row, up to a limit; answers with what was taken. */
const payComponent = (
  purse: Purse,
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
    const sum = Math.min(purse.left, wanted.limit - taken, openOf(item))
    item.paid += sum
    taken += sum
    purse.left -= sum
  }
  if (taken > 0) {
    purse.parts[wanted.component] += taken
    if (purse.on < row.dueOn) row.inAdvance += taken
    if (purse.on > row.dueOn) row.late += taken
    if (openOfRow(row) === 0) row.lastPaidOn = purse.on
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
  purse: Purse,
  rows: readonly ChargedRow[],
  { order, sweep, isMeant = all }: Sweep,
): void => {
  const pay = (row: ChargedRow, component: Component): number =>
    payComponent(purse, row, { component, limit: purse.left, isMeant })
  if (sweep === 'instalment') for (const row of rows) for (const one of order) pay(row, one)
  else for (const one of order) for (const row of rows) pay(row, one)
}

/**
 * Equal shares for all rows on which any of these components is open, the last with the difference; what
 * a row cannot use goes round again, until a round takes nothing.
 */
const spreadRows = (
  purse: Purse,
  rows: readonly ChargedRow[],
  { order, money }: { readonly order: readonly Component[]; readonly money: MoneyRule },
): void => {
  for (let before = -1; purse.left !== before && purse.left > 0;) {
    before = purse.left
    const open = rows.filter((row) =>
      row.owed.some((item) => order.includes(item.component) && openOf(item) > 0),
    )
    if (open.length === 0) return
    const share = rounded(new Figure(purse.left).div(open.length), money)
    const last = Math.max(purse.left - share * (open.length - 1), 0)
    for (const [i, row] of open.entries()) {
      let limit = i === open.length - 1 ? last : share
      for (const component of order)
        limit -= payComponent(purse, row, { component, limit, isMeant: all })
    }
  }
}

const aheadRows = (
  purse: Purse,
  rows: readonly ChargedRow[],
  { rule, future, money }: { rule: AllocationRule; future: Future; money: MoneyRule },
): void => {
  const { ahead: order, sweep } = rule
  if (future !== 'spread') {
    sweepRows(purse, future === 'last' ? rows.toReversed() : rows, { order, sweep })
    return
  }
  if (sweep === 'instalment') spreadRows(purse, rows, { order, money })
  else for (const component of order) spreadRows(purse, rows, { order: [component], money })
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
  const purse: Purse = {
    left: amount,
    on,
    parts: { principal: 0, interest: 0, fees: 0, penalties: 0 },
  }
  const { due: order, sweep } = rule
  const later = rows.filter(({ dueOn }) => dueOn > on)
  sweepRows(
    purse,
    rows.filter(({ dueOn }) => dueOn < on),
    { order, sweep },
  )
  sweepRows(
    purse,
    rows.filter(({ dueOn }) => dueOn === on),
    { order, sweep },
  )
  if (rule.isDueFirst)
    sweepRows(purse, later, { order, sweep, isMeant: (item) => item.dueOn <= on })
  aheadRows(purse, later, { rule, future: rule.futureByType[type] ?? rule.future, money })
  return { parts: purse.parts, left: purse.left }
}
