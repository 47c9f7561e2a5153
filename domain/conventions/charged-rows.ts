import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Row, rowTotal } from '#domain/conventions/figures.ts'

export type Component = 'principal' | 'interest' | 'fees' | 'penalties'

/** One sum that is owed: a row's principal or interest, or a charge, which keeps a due date of its own. */
export type Owed = {
  readonly component: Component
  readonly dueOn: LocalDate
  readonly amount: number
  paid: number
  writtenOff: number
}

/** An instalment with everything that is owed on it; `from` is the due date before it. */
export type ChargedRow = {
  readonly from: LocalDate
  dueOn: LocalDate
  /** A row made for charges that fall due after the plan has ended. */
  readonly isExtra: boolean
  readonly owed: Owed[]
  inAdvance: number
  late: number
  lastPaidOn: LocalDate | null
}

export type Charge = {
  readonly component: 'fees' | 'penalties'
  readonly dueOn: LocalDate
  readonly amount: number
}

export const openOf = ({ amount, paid, writtenOff }: Owed): number => amount - paid - writtenOff

export const openOfRow = (row: ChargedRow): number =>
  row.owed.reduce((all, item) => all + openOf(item), 0)

const owedSum = (component: Component, dueOn: LocalDate, amount: number): Owed => ({
  component,
  dueOn,
  amount,
  paid: 0,
  writtenOff: 0,
})

const blankRow = (from: LocalDate, dueOn: LocalDate, isExtra: boolean): ChargedRow => ({
  from,
  dueOn,
  isExtra,
  owed: [],
  inAdvance: 0,
  late: 0,
  lastPaidOn: null,
})

/** A plan's rows as sums that are owed; a down payment begins and ends on the day of the loan. */
export const chargedRows = (rows: readonly Row[], disbursedOn: LocalDate): ChargedRow[] =>
  rows.map(({ dueOn, principal, interest }, i) => ({
    ...blankRow(rows[i - 1]?.dueOn ?? disbursedOn, dueOn, false),
    owed: [owedSum('principal', dueOn, principal), owedSum('interest', dueOn, interest)],
  }))

const extraRow = (rows: ChargedRow[], dueOn: LocalDate): ChargedRow => {
  const last = rows.at(-1)!
  if (!last.isExtra) rows.push(blankRow(last.dueOn, dueOn, true))
  const extra = rows.at(-1)!
  if (extra.dueOn < dueOn) extra.dueOn = dueOn
  return extra
}

/**
 * Puts a charge on the instalment in whose days it falls due; the first one also takes its own first
 * day, and what falls due after the plan has a row of its own.
 */
export const addCharge = (rows: ChargedRow[], { component, dueOn, amount }: Charge): void => {
  const first = rows.findIndex((row) => row.from < row.dueOn)
  const found = rows.find(
    (row, i) => !row.isExtra && dueOn <= row.dueOn && (row.from < dueOn || i === first),
  )
  const row = found ?? extraRow(rows, dueOn)
  row.owed.push(owedSum(component, dueOn, amount))
}

/** A row as it stands, with what was paid on it and when the last of it came. */
export type StandingRow = Row & {
  readonly paid: number
  readonly inAdvance: number
  readonly late: number
  readonly outstanding: number
  readonly paidOn: LocalDate | null
}

export const standingRow = (row: ChargedRow, n: number): StandingRow => {
  const of = (component: Component): number =>
    row.owed
      .filter((item) => item.component === component)
      .reduce((all, { amount }) => all + amount, 0)
  const outstanding = openOfRow(row)
  const plain: Row = {
    n,
    dueOn: row.dueOn,
    principal: of('principal'),
    interest: of('interest'),
    fees: of('fees'),
    penalties: of('penalties'),
  }
  return {
    ...plain,
    paid: row.owed.reduce((all, { paid }) => all + paid, 0),
    inAdvance: row.inAdvance,
    late: row.late,
    outstanding,
    paidOn: outstanding === 0 && rowTotal(plain) > 0 ? row.lastPaidOn : null,
  }
}
