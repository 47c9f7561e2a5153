import type { LocalDate } from '#domain/kernel/dates.ts'

/** What stands in a cell of a spreadsheet: a day is a day, whatever number the program keeps for it. */
export type Value = string | number | boolean | { readonly day: LocalDate } | null

/** A block of cells shown as one; its value stands in the first of them. Rows from 1, columns from 0. */
export type Merge = {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** A row that has cells; `row` is its number in the margin, from 1. */
export type SheetRow = { readonly row: number; readonly values: readonly Value[] }

export type Sheet = {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly SheetRow[]
  readonly merges: readonly Merge[]
  /** Cells ("D14") whose formula was never worked out, so that nothing stands in them. */
  readonly notCalculated: ReadonlySet<string>
  /** Cells ("D14") that show a hundredth as one: 0.025 as 2.5 %. */
  readonly percents: ReadonlySet<string>
}

export type Workbook = {
  /** Days are counted from 1904 and not from 1900: for numbers that stand where a day is meant. */
  readonly is1904: boolean
  readonly sheets: readonly Sheet[]
}

/** Why a file is no workbook that is read here; `docs/paper-book.md` says what to do about each. */
const workbookFaults = [
  'workbook-not-one',
  'workbook-old-format',
  'workbook-other-format',
  'workbook-encrypted',
  'workbook-broken',
  'workbook-too-large',
] as const
export type WorkbookFault = (typeof workbookFaults)[number]

/** The letters of a column: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnLetters(Math.floor(column / 26) - 1)}${columnLetters(column % 26)}`

/** The column of letters, from 0. */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
