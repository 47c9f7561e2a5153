import type { LocalDate } from '#domain/kernel/dates.ts'
import { type BookViews, bookFrom, readParts } from '#src/app/book-parts.ts'
import type { PortfolioLine } from '#domain/health/villages.ts'
import { pauses } from '#src/app/turns.ts'
import { rowsAsCsv, rowsAsWorkbook } from '#src/exchange/list-files.ts'
import type { Report } from '#src/exchange/report.ts'
import { type ListColumn, type ListRow, chosen, inFiles } from '#src/lists/column.ts'
import { cyclesList } from '#src/lists/cycles.ts'
import { portfolioColumns, portfolioInFiles } from '#src/lists/portfolio.ts'

const { columns, rowOf } = portfolioInFiles

/** A line a fund, as CSV. */
export const portfolioAsCsv = (lines: readonly PortfolioLine[]): AsyncGenerator<string> =>
  rowsAsCsv(columns, lines.map(rowOf))

export const portfolioAsWorkbook = (
  lines: readonly PortfolioLine[],
  title: string,
): Promise<Uint8Array> => rowsAsWorkbook(title, columns, lines.map(rowOf))

/** What a terminal shows of them. */
export const portfolioReport = (lines: readonly PortfolioLine[]): Report => {
  const shown = inFiles(
    chosen(
      portfolioColumns,
      'village name visit letter members savings loansOutstanding par30Percent lastMeeting reasons',
    ),
  )
  return {
    title: 'Villages by need of a visit',
    columns: shown.columns.map(({ key, kind }) => ({
      key,
      heading: key.replaceAll('_', ' '),
      kind: kind === 'sum' ? 'sum' : kind === 'number' || kind === 'percent' ? 'number' : 'text',
    })),
    rows: lines.map((one) => ({ ...shown.rowOf(one), currency: one.summary.currency })),
  }
}

/** Which fund a year is of. */
const ofFund = inFiles(chosen(portfolioColumns, 'fundId village name'))

export const savixColumns: readonly ListColumn[] = [...ofFund.columns, ...cyclesList.columns]

/** The years of every fund, read one book after the other and none of them kept. */
async function* yearsOf(
  views: BookViews,
  lines: readonly PortfolioLine[],
  asOf: LocalDate,
): AsyncGenerator<ListRow> {
  const pause = pauses()
  for (const line of lines) {
    await pause()
    const book = bookFrom(await readParts(views, line.fundId))
    if (!book) continue
    const asked = { book, asOf, postings: [], entries: async function* () {} }
    for await (const row of cyclesList.rows(asked)) yield { ...ofFund.rowOf(line), ...row }
  }
}

/** A row a year of each fund, with what networks of savings groups ask (SAVIX and its like). */
export const savixAsCsv = (
  views: BookViews,
  lines: readonly PortfolioLine[],
  asOf: LocalDate,
): AsyncGenerator<string> => rowsAsCsv(savixColumns, yearsOf(views, lines, asOf))
