import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'

/** Statements of a fund's books, by the names that the command line, the API and the pages give them. */
export const statementNames = [
  'trial-balance',
  'balance-sheet',
  'income',
  'cash-book',
  'cash-shortages',
  'restricted-funds',
  'changes-in-equity',
  'wind-up',
  'unexplained',
  'bank-reconciliation',
  'wallet-reconciliation',
  'loan-register',
  'member-statement',
] as const

export type StatementName = (typeof statementNames)[number]

/** Tables that stand under a statement: what belongs to a period that was closed already, and each meeting's shortage. */
export const furtherTables = ['late-entries', 'each-shortage'] as const
export type TableName = StatementName | (typeof furtherTables)[number]

/**
 * `code` and `account` are ids that the catalogue has words for, `sum` is whole smallest units of the row's
 * currency, else of the statement's. Text is a number of a card, a loan or a window, never a name.
 */
type ColumnKind = 'text' | 'code' | 'account' | 'day' | 'sum' | 'number'

export type StatementColumn = { readonly key: string; readonly kind: ColumnKind }
export type StatementValue = string | number | null
export type StatementRow = Readonly<Record<string, StatementValue>>

export type StatementTable = {
  readonly name: TableName
  readonly columns: readonly StatementColumn[]
  readonly rows: readonly StatementRow[]
  /** What the last line adds up, by column. */
  readonly totals?: StatementRow
  /** So many loans that are at zero are not among the rows of a page; files and programs have them all. */
  readonly loansAtZero?: number
}

/** A value in a note: one of these, so that it is written as its kind is. */
export type NoteValue =
  | { readonly sum: number }
  | { readonly day: LocalDate }
  | { readonly count: number }
  | { readonly code: string }

/** A sentence under a statement, by its code; `{key}` of its words stands for the value of that key. */
export type StatementNote = {
  readonly code: string
  readonly values?: Readonly<Record<string, NoteValue>>
}

/**
 * The one shape of all statements: codes and numbers, no words. Text, JSON, CSV, workbooks, pages and prints are
 * made from it without knowing which statement it is.
 */
export type Statement = StatementTable & {
  readonly name: StatementName
  /** `from` is null where the statement is of a day, or of all the time up to it. */
  readonly period: { readonly from: LocalDate | null; readonly to: LocalDate }
  /** The instant at which the books were so known; null for as they are known now. */
  readonly knownAt: string | null
  readonly currency: Currency
  /** The card whose statement it is; null where it is the fund's. */
  readonly card: string | null
  readonly notes: readonly StatementNote[]
  /** Further tables, in their order. */
  readonly more: readonly StatementTable[]
}

/** A column of each kind, by its key. */
export const column = {
  text: (key: string): StatementColumn => ({ key, kind: 'text' }),
  code: (key: string): StatementColumn => ({ key, kind: 'code' }),
  account: (key: string): StatementColumn => ({ key, kind: 'account' }),
  day: (key: string): StatementColumn => ({ key, kind: 'day' }),
  sum: (key: string): StatementColumn => ({ key, kind: 'sum' }),
  number: (key: string): StatementColumn => ({ key, kind: 'number' }),
} as const
