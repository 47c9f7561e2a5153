import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type Currency, isCurrency } from '#domain/kernel/money.ts'
import type {
  NoteValue,
  Statement,
  StatementColumn,
  StatementName,
  StatementNote,
  StatementRow,
  StatementTable,
  StatementValue,
  TableName,
} from '#domain/ledger/statement.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import {
  entryWords,
  statementCodes,
  statementHeadings,
  statementNotes,
  statementTitles,
} from '#src/words/report-words.ts'

type Words = Readonly<Record<string, string>>

/** A column with its heading; the kind says how its cells are aligned and written. */
type ColumnInWords = {
  readonly key: string
  readonly heading: string
  readonly kind: 'text' | 'sum' | 'number'
}

/** What a row belongs to, and what it is called beneath that. */
type GroupInWords = { readonly head: string; readonly own?: string }

/** A table in words: codes and days are written out, sums are still whole numbers of the smallest unit. */
export type TableInWords = {
  readonly name: TableName
  readonly title: string
  readonly columns: readonly ColumnInWords[]
  readonly rows: readonly StatementRow[]
  /** Which rows add up those before them. */
  readonly sums: readonly number[]
  /** Under which head each row may stand; undefined for one that stands alone. */
  readonly groups: readonly (GroupInWords | undefined)[]
  readonly totals?: StatementRow
  /** So many loans at zero are told of by their number alone. */
  readonly loansAtZero: number
}

/** A statement in the words of a language, for text, pages, workbooks and prints alike. */
export type StatementInWords = TableInWords & {
  readonly name: StatementName
  readonly currency: Currency
  readonly notes: readonly string[]
  readonly more: readonly TableInWords[]
}

/** `asset:loan:L25-01` -> the words of its kind and the number. */
const accountText = (account: string, words: Words): string => {
  const [of = '', kind = '', ...subject] = account.split(':')
  const name = words[`${of}:${kind}`] ?? words[account]
  if (name === undefined) return account
  return subject.length === 0 ? name : `${name} ${subject.join(':')}`
}

/** The words of a code; a class that a charter names itself stands as it is named. */
const codeText = (code: string, language: Language): string => {
  const words: Words = statementCodes.in(language)
  const entries: Words = entryWords.in(language)
  return words[code] ?? (/^[A-Z]/.test(code) ? (entries[code] ?? entries['other']!) : code)
}

const cellInWords = (
  value: StatementValue,
  { kind }: StatementColumn,
  language: Language,
): StatementValue => {
  if (typeof value !== 'string' || value === '') return value
  if (kind === 'account') return accountText(value, statementCodes.in(language))
  // The last line of a table says in its first column what it is, whatever the column's kind.
  return kind === 'code' || value === 'total' ? codeText(value, language) : value
}

const rowInWords = whileSame(
  (row: StatementRow, columns: readonly StatementColumn[], language: Language): StatementRow => ({
    ...row,
    ...Object.fromEntries(
      columns.map((column) => [column.key, cellInWords(row[column.key] ?? null, column, language)]),
    ),
  }),
)

/** Rows of one part, and accounts of one kind with their numbers, stand beneath a head; what adds all up does not. */
const groupInWords = whileSame(
  (
    row: StatementRow,
    [first]: readonly StatementColumn[],
    language: Language,
  ): GroupInWords | undefined => {
    const value = first === undefined ? null : row[first.key]
    if (typeof value !== 'string' || row['line'] === 'total-liabilities-and-equity')
      return undefined
    if (first?.kind === 'account') {
      const [of = '', kind = '', ...subject] = value.split(':')
      const head = codeText(`${of}:${kind}`, language)
      return subject.length === 0 ? undefined : { head, own: subject.join(':') }
    }
    if (first?.key !== 'part') return undefined
    if (value !== 'of-running-costs') return { head: codeText(value, language) }
    const own = `${codeText(value, language)}: ${codeText(String(row['line']), language)}`
    return { head: codeText('costs', language), own }
  },
)

/** One account alone of its kind needs no head. */
const groupsInWords = (
  rows: readonly StatementRow[],
  columns: readonly StatementColumn[],
  language: Language,
): TableInWords['groups'] => {
  const groups = rows.map((row) => groupInWords(row, columns, language))
  if (columns[0]?.kind !== 'account') return groups
  const ofHead = Map.groupBy(groups, (group) => group?.head)
  return groups.map((group) => (ofHead.get(group?.head)?.length === 1 ? undefined : group))
}

const columnInWords = ({ key, kind }: StatementColumn, language: Language): ColumnInWords => {
  const headings: Words = statementHeadings.in(language)
  return {
    key,
    heading: headings[key] ?? key,
    kind: kind === 'sum' || kind === 'number' ? kind : 'text',
  }
}

const filled = (text: string, values: Words): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')

const titleOf = (name: TableName, values: Words, language: Language): string =>
  filled(statementTitles.in(language)[name], values)

const tableInWords = (
  { name, columns, rows, totals, loansAtZero = 0 }: StatementTable,
  values: Words,
  language: Language,
): TableInWords => ({
  name,
  loansAtZero,
  title: titleOf(name, values, language),
  columns: columns.map((one) => columnInWords(one, language)),
  rows: rows.map((row) => rowInWords(row, columns, language)),
  sums: rows.flatMap(({ line }, i) => (String(line).startsWith('total-') ? [i] : [])),
  groups: groupsInWords(rows, columns, language),
  ...(totals ? { totals: rowInWords(totals, columns, language) } : {}),
})

const valueText = (value: NoteValue, currency: Currency, language: Language): string => {
  if ('sum' in value) return moneyInFigures({ amount: value.sum, currency })
  if ('day' in value) return dateInWords(value.day, language)
  return 'code' in value ? codeText(value.code, language) : String(value.count)
}

const noteText = (
  { code, values = {} }: StatementNote,
  currency: Currency,
  language: Language,
): string => {
  const notes: Words = statementNotes.in(language)
  const told = Object.entries(values).map(([key, value]) => [
    key,
    valueText(value, currency, language),
  ])
  return filled(notes[code] ?? '', Object.fromEntries(told) as Words)
}

/** How titles write days: words for people, digits for files and terminals. */
type DayWriter = (day: LocalDate) => string

const asDigits: DayWriter = (on) => on

/** What a title tells of a statement. */
const valuesOf = ({ period, card }: Statement, day: DayWriter): Words => ({
  from: period.from === null ? '' : day(period.from),
  to: day(period.to),
  card: card ?? '',
})

/** A statement in words. Days in cells stay as digits, so that columns can be sorted and read at a glance. */
export const statementInWords = (
  statement: Statement,
  language: Language,
  day: DayWriter = asDigits,
): StatementInWords => {
  const { currency, notes, more, name } = statement
  const values = valuesOf(statement, day)
  return {
    ...tableInWords(statement, values, language),
    name,
    currency,
    notes: notes.map((note) => noteText(note, currency, language)),
    more: more.map((table) => tableInWords(table, values, language)),
  }
}

/** A sum as a table writes it, in the currency of its row where that has one of its own. */
export const sumInRow = (amount: number, row: StatementRow, currency: Currency): string => {
  const own = row['currency']
  return moneyInTable({ amount, currency: isCurrency(own) ? own : currency })
}

/** A statement for programs: codes as they are, with a title and notes that people can read beside them. */
export const statementWithWords = (statement: Statement, language: Language) => ({
  ...statement,
  title: titleOf(statement.name, valuesOf(statement, asDigits), language),
  notes: statement.notes.map((note) => ({
    ...note,
    text: noteText(note, statement.currency, language),
  })),
})
