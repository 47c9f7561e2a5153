import { html } from 'hono/html'
import type { CaseFile } from '#domain/cases/file.ts'
import { factOf } from '#domain/cases/operation.ts'
import { setLivingLine } from '#domain/cases/operations/back.ts'
import { type TradeMonth, tradeMonths } from '#domain/cases/operations/book.ts'
import { setMentor } from '#domain/cases/operations/trade.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import { heading } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { table } from '#src/pages/table.ts'
import { moneyInFigures, monthAndYear } from '#src/words/locale.ts'
import { caseBridgeWords } from '#src/words/words.ts'

/** The book of a trade, month by month: what came in, what it cost, the stock, and whether it carries the household. */
export const bookPage = (frame: PageFrame, file: CaseFile): Html => {
  const { language } = frame
  const words = caseBridgeWords.in(language)
  const months = tradeMonths(file)
  const line = factOf(file, setLivingLine)
  const hasMentor = factOf(file, setMentor) !== undefined
  const money =
    (of: (one: TradeMonth) => number) =>
    (one: TradeMonth): string =>
      moneyInFigures({ amount: of(one), currency: one.currency })
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${heading('book', words.book)}
      <p>${words.bookTold}</p>
      <p>
        ${
          line
            ? words.livingLine(moneyInFigures({ amount: line.perMonth, currency: line.currency }))
            : words.noLivingLine
        }
        ${hasMentor ? '' : words.noMentor}
      </p>
      ${
        months.length === 0
          ? html`<p class="quiet">${words.emptyBook}</p>`
          : table<TradeMonth>({
              rows: months,
              look: 'sheet',
              columns: [
                { heading: words.month, of: ({ month }) => monthAndYear(month, language) },
                { heading: words.cameIn, of: money((one) => one.in), look: 'sum' },
                { heading: words.cost, of: money((one) => one.out), look: 'sum' },
                { heading: words.stock, of: money((one) => one.stock), look: 'sum' },
                { heading: words.left, of: money((one) => one.left), look: 'sum' },
                { heading: words.held, of: ({ result }) => words[`result_${result}`] },
              ],
            })
      }
      ${
        file.closed
          ? ''
          : html`<div class="buttons">
              <a class="button" href="${bridgePath.write(file.code, 'AddBookLine')}"
                >${words.addLine}</a
              >
              <a class="button" href="${bridgePath.write(file.code, 'SetLivingLine')}"
                >${words.setLine}</a
              >
              <a class="button" href="${bridgePath.write(file.code, 'SetMentor')}"
                >${words.setMentor}</a
              >
            </div>`
      }
    </div>`,
  })
}
