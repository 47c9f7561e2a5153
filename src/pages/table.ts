import { html } from 'hono/html'
import type { Html } from '#src/pages/layout.ts'

type Cell = Html | string

/** A column of a table: its heading, and what it tells of a row. The first one names the row. */
export type TableColumn<Row> = {
  readonly heading: string
  readonly of: (row: Row, index: number) => Cell
  /** What stands under it, where the table adds up. */
  readonly total?: Cell
  readonly totalLook?: string
  readonly look?: string
  /** How the cell of one row looks. */
  readonly lookOf?: (row: Row) => string
}

type Table<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  /** A `sheet` stands as cards on a narrow screen, each cell with its heading. */
  readonly look?: 'sheet' | 'sheet close' | 'sheet pressed' | 'sheet plan' | 'told-table pressed'
  readonly rowLook?: (row: Row, index: number) => string
  /** Rows one after another of the same head stand beneath it. */
  readonly headOf?: (row: Row, index: number) => string | undefined
  readonly caption?: string
  /** What it is called where it is wider than a phone and can be pushed sideways. */
  readonly label?: string
}

const looking = (...looks: readonly string[]): Cell => {
  const told = looks.filter((look) => look !== '').join(' ')
  return told === '' ? '' : html` class="${told}"`
}

/** A column of amounts. On a phone a `zero` is left out: a cell without anything in it. */
export const amounts = <Row>(
  heading: string,
  of: (row: Row) => number,
  told: (amount: number) => Cell,
  look = '',
): TableColumn<Row> => ({
  heading,
  of: (row) => told(of(row)),
  look,
  lookOf: (row) => (of(row) === 0 ? 'zero' : ''),
})

type Part<Row> = {
  readonly head: string | undefined
  readonly rows: { readonly row: Row; readonly index: number }[]
}

/** The rows as they stand beneath their heads; without heads all of them together. */
const partsOf = <Row>({ rows, headOf }: Table<Row>): readonly Part<Row>[] => {
  const parts: Part<Row>[] = []
  for (const [index, row] of rows.entries()) {
    const head = headOf?.(row, index)
    const last = parts.at(-1)
    if (last && last.head === head) last.rows.push({ row, index })
    else parts.push({ head, rows: [{ row, index }] })
  }
  return parts
}

/** A table with a heading for each column and row. */
export const table = <Row>(drawn: Table<Row>): Html => {
  const { columns, look = '', rowLook = () => '', caption, label } = drawn
  const cell = (one: TableColumn<Row>, i: number, told: Cell, own = ''): Html => {
    if (i === 0) return html`<th${looking(own)} scope="row">${told}</th>`
    const looks = looking(one.look ?? '', own)
    const isLabelled = look.startsWith('sheet') && one.heading !== '' && told !== ''
    return html`<td${isLabelled ? html` data-label="${one.heading}"` : ''}${looks}>${told}</td>`
  }
  const whole = html`<table${looking(look)}>
    ${
      caption === undefined
        ? ''
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${columns.map((one) => html`<th${looking(one.look ?? '')} scope="col">${one.heading}</th>`)}
      </tr>
    </thead>
    ${partsOf(drawn).map(
      ({ head, rows }) =>
        html`<tbody>
          ${
            head === undefined
              ? ''
              : html`<tr class="beneath">
                  <th colspan="${columns.length}" scope="rowgroup">${head}</th>
                </tr>`
          }
          ${rows.map(
            ({ row, index }) =>
              html`<tr${looking(rowLook(row, index))}>
                ${columns.map((one, i) => cell(one, i, one.of(row, index), one.lookOf?.(row)))}
              </tr>`,
          )}
        </tbody>`,
    )}
    ${
      columns.some(({ total }) => total !== undefined)
        ? html`<tfoot>
            <tr>
              ${columns.map((one, i) => cell(one, i, one.total ?? '', one.totalLook))}
            </tr>
          </tfoot>`
        : ''
    }
  </table>`
  return label === undefined
    ? whole
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${whole}</div>`
}
