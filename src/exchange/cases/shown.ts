import { decimalText } from '#domain/kernel/money.ts'
import type { RowWithBalance } from '#domain/conventions/figures.ts'
import type { Figures } from '#src/exchange/cases/fields.ts'

type Paid = {
  readonly paid?: number
  readonly inAdvance?: number
  readonly late?: number
  readonly outstanding?: number
  readonly paidOn?: string | null
}

const sumNames = [
  'principal',
  'interest',
  'fees',
  'penalties',
  'total',
  'balance',
  'paid',
  'inAdvance',
  'late',
  'outstanding',
] as const

/** Rows under the names of the cases, sums as decimal strings. */
const shownRows = (rows: readonly (RowWithBalance & Paid)[], decimals: number): Figures[] =>
  rows.map((row) => {
    const shown: Record<string, unknown> = { n: row.n, dueDate: row.dueOn, paidOn: row.paidOn }
    for (const name of sumNames) {
      const sum = row[name]
      if (sum !== undefined) shown[name] = decimalText(sum, decimals)
    }
    return shown
  })

export const shownSchedule = (
  rows: readonly (RowWithBalance & Paid)[],
  decimals: number,
): Figures => {
  const shown = shownRows(rows, decimals)
  return { rows: shown, someRows: shown, rowCount: rows.length }
}
