import { methods } from '#domain/loans/as-written.ts'
import { securities } from '#domain/loans/request/request-state.ts'
import type { Column } from '#src/exchange/paper-book/columns.ts'
import type { ListKind } from '#src/exchange/paper-book/one-sheet.ts'

const must = (name: string, khmer: string, kind: Column['kind'], more: Partial<Column> = {}) => ({
  name,
  khmer,
  kind,
  ...more,
})

const may = (name: string, khmer: string, kind: Column['kind'], more: Partial<Column> = {}) => ({
  ...must(name, khmer, kind, more),
  mayBeEmpty: true as const,
  mayBeMissing: true as const,
})

/** The one sheet of members and what they had on the first day; `docs/other-books.md` lists it for people. */
export const membersSheet: ListKind = {
  name: 'members',
  khmer: 'សមាជិក',
  columns: [
    must('card', 'លេខប័ណ្ណ', 'code'),
    must('sex', 'ភេទ', 'choice', { choices: ['f', 'm'] }),
    must('zone', 'តំបន់', 'code'),
    may('status', 'ស្ថានភាព', 'choice', { choices: ['active', 'former'] }),
    may('idpoor', 'កម្រិតក្រីក្រ', 'choice', { choices: ['1', '2'] }),
    may('savings', 'ប្រាក់សន្សំ', 'sum'),
    may('loan', 'លេខកម្ចី', 'code'),
    may('loan_left', 'កម្ចីនៅសល់', 'sum'),
    may('principal', 'ប្រាក់ដើម', 'sum'),
    may('months', 'ចំនួនខែ', 'whole'),
    may('disbursed', 'ថ្ងៃបើកប្រាក់', 'date'),
    may('type', 'ប្រភេទ', 'choice', { choices: ['normal', 'seasonal', 'emergency'] }),
    may('method', 'របៀបគិតការប្រាក់', 'choice', { choices: methods }),
    may('rate_monthly_percent', 'អត្រាការប្រាក់ប្រចាំខែ', 'rate'),
    may('fee', 'កម្រៃសេវា', 'sum'),
    may('interest_before', 'ការប្រាក់បានសងពីមុន', 'sum'),
    may('security', 'វត្ថុបញ្ចាំ', 'choices', { choices: securities }),
  ],
}

/** A line as read: empty cells undefined, sums and whole numbers as numbers. */
export type MemberLine = {
  readonly row: number
  readonly card?: string
  readonly sex?: 'f' | 'm'
  readonly zone?: string
  readonly status?: 'active' | 'former'
  readonly idpoor?: '1' | '2'
  readonly savings?: number
  readonly loan?: string
  readonly loan_left?: number
  readonly principal?: number
  readonly months?: number
  readonly disbursed?: string
  readonly type?: 'normal' | 'seasonal' | 'emergency'
  readonly method?: string
  readonly rate_monthly_percent?: string
  readonly fee?: number
  readonly interest_before?: number
  readonly security?: string
}
