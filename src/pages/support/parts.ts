import type { Currency } from '#domain/kernel/money.ts'
import { figure } from '#src/pages/desk/parts.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import type { SupportWords } from '#src/words/en/support.ts'
import { supportWords } from '#src/words/words.ts'

export const supportWordsAt = ({ language }: Pick<PageFrame, 'language'>): SupportWords =>
  supportWords.in(language)

/** Rows of a table with a heading each; on a narrow screen they stand as cards. */
export const tableOf = (
  columns: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html =>
  table<(typeof rows)[number]>({
    look: 'sheet',
    rows,
    columns: columns.map((heading, i) => ({ heading, of: (row) => row[i] ?? '' })),
  })

export const sumShown = (amount: number, currency: Currency): Html => figure({ amount, currency })

export const sumText = (amount: number, currency: Currency): string =>
  moneyInFigures({ amount, currency })
