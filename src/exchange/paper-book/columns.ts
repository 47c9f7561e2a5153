import { costKinds, costPurposes, payeeKinds } from '#domain/fund/costs.ts'
import { methods } from '#domain/loans/as-written.ts'
import { securities } from '#domain/loans/request/request-state.ts'

/** How a cell is read. `sum` is an amount of zero or more in the fund's currency, `choices` several words. */
export type CellKind =
  | 'sum'
  | 'whole'
  | 'rate'
  /** A rate of any period, of a year too. */
  | 'any-rate'
  | 'date'
  | 'month'
  | 'code'
  | 'text'
  | 'yes-no'
  | 'choice'
  | 'choices'

export type Column = {
  readonly name: string
  /** The Khmer heading that is read as this one; a draft until a native speaker has read it. */
  readonly khmer: string
  readonly kind: CellKind
  readonly mayBeEmpty?: true
  /** A book may do without the whole column: its cells are as if they were empty. */
  readonly mayBeMissing?: true
  readonly choices?: readonly string[]
  /** What other systems call it, in small letters. */
  readonly alsoCalled?: readonly string[]
  /** What other systems write for a choice, in small letters, and the choice that it is. */
  readonly saidAs?: ReadonlyMap<string, string>
}

type More = Pick<Column, 'mayBeEmpty' | 'mayBeMissing' | 'choices'>

const column = <const Name extends string, const Kind extends CellKind, const M extends More = {}>(
  name: Name,
  khmer: string,
  kind: Kind,
  more?: M,
) => ({ name, khmer, kind, ...(more as M) })
const optional = { mayBeEmpty: true } as const
const extra = { mayBeEmpty: true, mayBeMissing: true } as const

/** The files of a paper book and their columns; `docs/paper-book.md` lists them for people. */
export const fileColumns = {
  'members.csv': [
    column('card', 'លេខប័ណ្ណ', 'code'),
    column('status', 'ស្ថានភាព', 'choice', { choices: ['active', 'former'] }),
    column('sex', 'ភេទ', 'choice', { choices: ['f', 'm'] }),
    column('idpoor', 'កម្រិតក្រីក្រ', 'choice', { choices: ['1', '2'], mayBeEmpty: true }),
    column('committee', 'គណៈកម្មាធិការ', 'yes-no'),
    column('zone', 'តំបន់', 'code'),
    column('opening_savings', 'សន្សំដើមគ្រា', 'sum'),
  ],
  'loans.csv': [
    column('loan', 'លេខកម្ចី', 'code'),
    column('member', 'សមាជិក', 'code'),
    column('disbursed', 'ថ្ងៃបើកប្រាក់', 'date'),
    column('principal', 'ប្រាក់ដើម', 'sum'),
    column('months', 'ចំនួនខែ', 'whole'),
    column('type', 'ប្រភេទ', 'choice', { choices: ['normal', 'seasonal', 'emergency'] }),
    column('purpose', 'គោលបំណង', 'text', optional),
    column('opening_balance', 'សមតុល្យដើមគ្រា', 'sum', optional),
    column('method', 'របៀបគិតការប្រាក់', 'choice', { ...extra, choices: methods }),
    column('rate_monthly_percent', 'អត្រាការប្រាក់ប្រចាំខែ', 'rate', extra),
    column('fee', 'កម្រៃសេវា', 'sum', extra),
    column('interest_before', 'ការប្រាក់បានសងពីមុន', 'sum', extra),
    column('security', 'វត្ថុបញ្ចាំ', 'choices', { ...extra, choices: securities }),
  ],
  'meeting_sheet.csv': [
    column('meeting_date', 'ថ្ងៃប្រជុំ', 'date'),
    column('card', 'លេខប័ណ្ណ', 'code'),
    column('present', 'វត្តមាន', 'yes-no'),
    column('shares', 'ចំនួនហ៊ុន', 'whole'),
    column('savings_in', 'ប្រាក់សន្សំចូល', 'sum'),
    column('social_in', 'មូលនិធិសង្គមចូល', 'sum'),
    column('fine_in', 'ប្រាក់ពិន័យចូល', 'sum'),
    column('loan', 'លេខកម្ចី', 'code', optional),
    column('principal_paid', 'ប្រាក់ដើមបានសង', 'sum'),
    column('interest_paid', 'ការប្រាក់បានសង', 'sum'),
    column('savings_out', 'ប្រាក់សន្សំដក', 'sum'),
  ],
  'cash_book.csv': [
    column('meeting_date', 'ថ្ងៃប្រជុំ', 'date'),
    column('members_present', 'សមាជិកមានវត្តមាន', 'whole'),
    column('opening_cash', 'សាច់ប្រាក់ដើមគ្រា', 'sum'),
    column('savings_in', 'ប្រាក់សន្សំចូល', 'sum'),
    column('social_in', 'មូលនិធិសង្គមចូល', 'sum'),
    column('fines_in', 'ប្រាក់ពិន័យចូល', 'sum'),
    column('loan_principal_in', 'ប្រាក់ដើមកម្ចីចូល', 'sum'),
    column('interest_in', 'ការប្រាក់ចូល', 'sum'),
    column('donor_grant_in', 'ជំនួយម្ចាស់ជំនួយចូល', 'sum'),
    column('loans_out', 'កម្ចីបើកចេញ', 'sum'),
    column('savings_out', 'ប្រាក់សន្សំដក', 'sum'),
    column('social_out', 'មូលនិធិសង្គមចេញ', 'sum'),
    column('migration_grants_out', 'ជំនួយចំណាកស្រុកចេញ', 'sum'),
    column('expenses_out', 'ចំណាយ', 'sum'),
    column('expense_kind', 'ចំណាយលើអ្វី', 'choice', { ...extra, choices: costKinds }),
    column('expense_purpose', 'ចំណាយសម្រាប់ការងារអ្វី', 'choice', { ...extra, choices: costPurposes }),
    column('expense_payee', 'អ្នកទទួលប្រាក់ចំណាយ', 'choice', { ...extra, choices: payeeKinds }),
    column('closing_cash', 'សាច់ប្រាក់ចុងគ្រា', 'sum'),
  ],
  'grants.csv': [
    column('grant', 'លេខជំនួយ', 'code'),
    column('date', 'ថ្ងៃ', 'date'),
    column('payee', 'អ្នកទទួល', 'code'),
    column('kind', 'ប្រភេទ', 'text'),
    column('amount', 'ចំនួនទឹកប្រាក់', 'sum'),
  ],
  'relief.csv': [
    column('event', 'ព្រឹត្តិការណ៍', 'code'),
    column('kind', 'ប្រភេទ', 'text'),
    column('declared', 'ថ្ងៃប្រកាស', 'date'),
    column('zone_or_group', 'តំបន់ឬក្រុម', 'text', optional),
    column('first_month', 'ខែដំបូង', 'month'),
    column('last_month', 'ខែចុងក្រោយ', 'month'),
    column('loan', 'លេខកម្ចី', 'code'),
    column('effect', 'ផល', 'text', optional),
  ],
  'write_offs.csv': [
    column('loan', 'លេខកម្ចី', 'code'),
    column('date', 'ថ្ងៃ', 'date'),
    column('amount', 'ចំនួនទឹកប្រាក់', 'sum'),
    column('minute', 'កំណត់ហេតុ', 'code', optional),
  ],
} as const satisfies Record<string, readonly Column[]>

export type FileName = keyof typeof fileColumns
export const fileNames = Object.keys(fileColumns) as readonly FileName[]
export const fundFile = 'fund.json'

/** A line as read: cells by column name, sums and whole numbers as numbers, empty cells as undefined. */
export type Line<Name extends FileName> = { readonly row: number } & {
  readonly [C in (typeof fileColumns)[Name][number] as C['name']]: Cell<C>
}
type Cell<C extends Column> =
  | (C['kind'] extends 'sum' | 'whole' ? number : string)
  | (C extends { readonly mayBeEmpty: true } ? undefined : never)

export type Lines = { readonly [Name in FileName]: readonly Line<Name>[] }
