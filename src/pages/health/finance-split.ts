import { html } from 'hono/html'
import {
  type FinanceRow,
  type FinanceSplit,
  type SplitBy,
  financeRows,
  splitNames,
  splits,
} from '#domain/health/finance-split.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { currencyName, moneyInTable } from '#src/words/locale.ts'
import { bySexWords } from '#src/words/words.ts'

type Shown = {
  readonly split: FinanceSplit
  readonly currency: Currency
  /** Whether the reader is outside the village. */
  readonly isKeptBack: boolean
}

/** Savings, loans and debts of women and men, and of poor households and others, side by side. */
export const financeSplitPart = ({ language }: HealthPlace, shown: Shown): Html => {
  const words = bySexWords.in(language)
  const { split, currency, isKeptBack } = shown
  const headings = {
    women: words.women,
    men: words.men,
    poor: words.split_poor,
    others: words.split_others,
  }
  const cell = (by: SplitBy, row: FinanceRow, group: 0 | 1): string => {
    const told = split[by][row]?.[group]
    if (!told) return words.leftOut
    const amount = moneyInTable({ amount: told.amount, currency })
    return words.split_of(String(told.people), amount)
  }
  const part = (by: SplitBy): Html => {
    const [first, second] = splits[by]
    return html`<h3>${words[`split_${by}`]}</h3>
      ${table({
        label: words[`split_${by}`],
        rows: financeRows,
        columns: [
          { heading: words.what, of: (row: FinanceRow) => words[`split_${row}`] },
          { heading: headings[first], of: (row: FinanceRow) => cell(by, row, 0) },
          { heading: headings[second], of: (row: FinanceRow) => cell(by, row, 1) },
        ],
      })}`
  }
  return html`<section class="by-sex">
    <p>${words.split_lead} ${words.split_how(currencyName(currency, language))}</p>
    ${isKeptBack ? html`<p class="quiet">${words.split_keptBack}</p>` : ''} ${splitNames.map(part)}
  </section>`
}
