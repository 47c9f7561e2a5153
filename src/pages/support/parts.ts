import type { Currency } from '#domain/kernel/money.ts'
import { figure } from '#src/pages/desk/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { currencyName, moneyInFigures, moneyInTable } from '#src/words/locale.ts'
import type { SupportWords } from '#src/words/en/support.ts'
import { statementPageWords, supportWords } from '#src/words/words.ts'

export const supportWordsAt = ({ language }: Pick<PageFrame, 'language'>): SupportWords =>
  supportWords.in(language)

/** Rows of a table with a heading each; on a narrow screen they stand as cards. What its sums are of stands over it. */
export const tableOf = (
  { language }: Pick<PageFrame, 'language'>,
  columns: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
  currency?: Currency,
): Html =>
  table<(typeof rows)[number]>({
    look: 'sheet',
    ...(currency === undefined
      ? {}
      : { caption: statementPageWords.in(language).currency(currencyName(currency, language)) }),
    rows,
    columns: columns.map((heading, i) => ({ heading, of: (row) => row[i] ?? '' })),
  })

export const sumShown = (amount: number, currency: Currency): Html => figure({ amount, currency })

export const sumInCell = (amount: number, currency: Currency): string =>
  moneyInTable({ amount, currency })

export const sumText = (amount: number, currency: Currency): string =>
  moneyInFigures({ amount, currency })
