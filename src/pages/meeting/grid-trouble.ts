import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { Mismatch } from '#src/app/meeting/sheet.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import type { At } from '#src/pages/desk/parts.ts'
import { type Grid, type Words, bookColumns, headings } from '#src/pages/meeting/grid-shown.ts'
import { gridCellName, totalField } from '#src/pages/meeting/grid-typed.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { moneyInFigures } from '#src/words/locale.ts'

const columnText = (words: Words, { column, computed, written }: Mismatch, currency: Currency) => {
  const figure = (amount: number): string =>
    column === 'membersPresent' ? String(amount) : moneyInFigures({ amount, currency })
  return words.mismatch(words[column], figure(computed), figure(written))
}

const labelOf = (at: At, grid: Grid, name: string): string => {
  const words = sheetWordsAt(at)
  const row = Number(name.slice(1))
  const line = headings(words).find(([column]) => gridCellName(row, column) === name)
  if (line) return words.cellOf(grid.rows[row]?.card ?? '', line[1])
  const total = bookColumns.find((column) => totalField(column) === name)
  if (total) return words[total]
  const place = /^([lg])(\d+)-/.exec(name)
  const part = place?.[1] === 'l' ? words.payoutsHeading : words.grantsHeading
  return `${part}, ${words.place(place?.[2] ?? '')}`
}

/** Everything that stands in the way of saving: cells, totals that differ, what the rules say. */
export const troublePart = (at: At, grid: Grid): Html | string => {
  const words = sheetWordsAt(at)
  const { faults, mismatches, refused, currency } = grid
  const list = (title: string, lines: readonly string[]): Html | string =>
    lines.length === 0
      ? ''
      : html`<p><b>${title}</b></p>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
  if (faults.size + mismatches.length + refused.length === 0) return ''
  const unread = [...faults].map(
    ([name, fault]) => `${labelOf(at, grid, name)}: ${words[`fault_${fault}`]}`,
  )
  const wrong = mismatches.map((one) => columnText(words, one, currency))
  return refusalBox(
    html`<p>${words.mended}</p>
      ${list(words.faultHeading, unread)} ${list(words.mismatchHeading, wrong)}
      ${wrong.length === 0 ? '' : html`<p>${words.mismatchNext}</p>`}
      ${list(words.stoppedHeading, refused)}`,
  )
}
