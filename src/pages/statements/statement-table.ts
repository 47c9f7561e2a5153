import { html } from 'hono/html'
import { isLocalDate } from '#domain/kernel/dates.ts'
import { placeOf } from '#src/desk/places.ts'
import type { Html } from '#src/pages/layout.ts'
import { type StatementPlace, statementWordsAt } from '#src/pages/statements/parts.ts'
import { type TableColumn, table } from '#src/pages/table.ts'
import { shortDate } from '#src/words/locale.ts'
import { sumInRow, type StatementInWords, type TableInWords } from '#src/words/statement-words.ts'

type Place = Pick<StatementPlace, 'language' | 'fundId'>
type RowInWords = TableInWords['rows'][number]
type Column = TableInWords['columns'][number]
type Value = RowInWords[string] | undefined

/** So many columns stand side by side on a phone; a table of more is laid out there as cards. */
const besideOnPhones = 3

/** A table of more columns stands close, and what names a row stands beneath its first word. */
const widestLoose = 10

/** Numbers of cards and loans, which are never broken over lines. */
const isOnePiece = (value: Value): boolean => /^[\w-]{1,12}$/.test(String(value))

const isGiven = (value: Value): boolean => value !== undefined && value !== null && value !== ''
const isZero = (value: Value): boolean => !isGiven(value) || value === 0
const isSum = ({ kind }: Column): boolean => kind === 'sum'

/** What of a table is shown, and what is only told of by name because nothing stands in it. */
type Shown = {
  readonly columns: readonly Column[]
  readonly emptyColumns: readonly Column[]
  readonly rows: readonly { readonly row: RowInWords; readonly index: number }[]
  readonly emptyRows: readonly RowInWords[]
  readonly isAllEmpty: boolean
}

/** In the cash book a day begins with what the line above it ends with. */
const standsAbove = (name: TableInWords['name'], { key }: Column): boolean =>
  name === 'cash-book' && key === 'opening'

const shownOf = (
  { name, columns, rows, sums, groups, totals }: TableInWords,
  currency: StatementInWords['currency'],
): Shown => {
  const isSaid = ({ key }: Column): boolean =>
    key === 'part'
      ? groups.every((group) => group === undefined)
      : rows.some((row) => isGiven(row[key]) && !(key === 'currency' && row[key] === currency))
  const said = columns.filter((column) => isSaid(column) && !standsAbove(name, column))
  const isEmpty = (column: Column): boolean =>
    isSum(column) && [...rows, totals ?? {}].every((row) => isZero(row[column.key]))
  const isAllEmpty = said.filter(isSum).every(isEmpty)
  const kept = said.filter((column) => isAllEmpty || !isEmpty(column))
  const sumsShown = kept.filter(isSum)
  const isNothing = (row: RowInWords): boolean =>
    !isAllEmpty && sumsShown.every(({ key }) => isZero(row[key]))
  const { shown = [], empty = [] } = Object.groupBy(
    rows.map((row, index) => ({ row, index })),
    ({ row, index }) => (isNothing(row) && !sums.includes(index) ? 'empty' : 'shown'),
  )
  return {
    columns: kept,
    emptyColumns: said.filter((column) => !kept.includes(column)),
    rows: shown,
    emptyRows: empty.map(({ row }) => row),
    isAllEmpty,
  }
}

/** What names a row besides its first word: texts, days left out, where columns are too many to stand each alone. */
const besideNames = ({ columns, rows }: Shown): readonly Column[] =>
  columns.length <= widestLoose
    ? []
    : columns.slice(1).filter(({ key, kind }) => {
        const given = rows.map(({ row }) => row[key]).filter(isGiven)
        return kind === 'text' && !given.every((value) => isLocalDate(String(value)))
      })

type Drawing = {
  readonly place: Place
  readonly told: TableInWords
  readonly currency: StatementInWords['currency']
  readonly shown: Shown
  readonly beside: readonly Column[]
}
type ShownRow = Shown['rows'][number]

const cellText = ({ place, currency, shown }: Drawing, row: RowInWords, column: Column): string => {
  const value = row[column.key]
  if (column.kind !== 'text' && value === 0 && !shown.isAllEmpty) return '–'
  if (isSum(column) && typeof value === 'number') return sumInRow(value, row, currency)
  const text = String(value ?? '')
  return isLocalDate(text) ? shortDate(text, place.language) : text
}

const nameCell = (drawing: Drawing, { row, index }: ShownRow, column: Column): Html => {
  const name = drawing.told.groups[index]?.own ?? cellText(drawing, row, column)
  const more = drawing.beside.map((other) => cellText(drawing, row, other)).filter(isGiven)
  return html`<bdi>${name}</bdi
    >${more.length === 0 ? '' : html`<small>${more.join(' · ')}</small>`}`
}

const cell = (drawing: Drawing, row: RowInWords, column: Column): Html | string => {
  const value = row[column.key]
  if (column.key === 'entry' && typeof value === 'number')
    return html`<a href="${placeOf.entry(drawing.place, value)}">${value}</a>`
  const text = cellText(drawing, row, column)
  return text === '' ? '' : html`<bdi>${text}</bdi>`
}

const lookOf = ({ key, kind }: Column, row: RowInWords): string => {
  if (kind !== 'text') return isZero(row[key]) ? 'zero' : ''
  return isOnePiece(row[key]) || isLocalDate(String(row[key])) ? 'together' : ''
}

const drawnColumn = (drawing: Drawing, column: Column, isFirst: boolean): TableColumn<ShownRow> => {
  const { totals } = drawing.told
  return {
    heading: column.heading,
    look: column.kind === 'text' ? 'words' : 'sum',
    of: (one) => (isFirst ? nameCell(drawing, one, column) : cell(drawing, one.row, column)),
    lookOf: ({ row }) => lookOf(column, row),
    ...(totals === undefined
      ? {}
      : { total: cell(drawing, totals, column), totalLook: lookOf(column, totals) }),
  }
}

/** What is left out, by name. */
const leftOutPart = ({ place, shown, told: { loansAtZero } }: Drawing): Html => {
  const words = statementWordsAt(place)
  const { columns, emptyColumns, emptyRows } = shown
  const names = emptyRows.map((row) => String(row[columns[0]!.key]))
  return html`${
    emptyColumns.length === 0
      ? ''
      : html`<p class="quiet">
          ${words.emptyColumns(emptyColumns.map(({ heading }) => heading).join(', '))}
        </p>`
  }
  ${
    names.length === 0
      ? ''
      : html`<details class="fold">
          <summary>${words.emptyRows(String(names.length))}</summary>
          <p>${names.join(' · ')}</p>
        </details>`
  }
  ${loansAtZero === 0 ? '' : html`<p class="quiet">${words.loansAtZero(String(loansAtZero))}</p>`}`
}

/** The table of a statement, as every page shows it: every sum that is told is in sight, on a phone too. */
export const tablePart = (
  place: Place,
  told: TableInWords,
  { currency, label }: { currency: StatementInWords['currency']; label: string },
): Html => {
  if (told.rows.length === 0) return html`<p>${statementWordsAt(place).nothing}</p>`
  const shown = shownOf(told, currency)
  const beside = besideNames(shown)
  const drawing = { place, told, currency, shown, beside }
  const columns = shown.columns.filter((column) => !beside.includes(column))
  const look = columns.length > widestLoose ? 'sheet close' : 'sheet'
  return html`${table<ShownRow>({
    label,
    rows: shown.rows,
    rowLook: ({ index }) => (told.sums.includes(index) ? 'sum-line' : ''),
    headOf: ({ index }) => told.groups[index]?.head,
    ...(columns.length > besideOnPhones ? { look } : {}),
    columns: columns.map((column, i) => drawnColumn(drawing, column, i === 0)),
  })}
  ${leftOutPart(drawing)}`
}
