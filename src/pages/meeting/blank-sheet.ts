import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { notesOf } from '#domain/fund/meeting/banknotes.ts'
import type { SheetRow } from '#src/app/meeting/sheet.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { bookColumns, headings } from '#src/pages/meeting/grid-shown.ts'
import { paperWordsAt, signatures } from '#src/pages/meeting/minutes.ts'
import { behindMeeting, sheetWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords, moneyInTable } from '#src/words/locale.ts'

type BlankSheet = {
  readonly on: LocalDate
  readonly fundName: string
  readonly currency: Currency
  readonly rows: readonly SheetRow[]
  /** What a loan asks for on the day, and what is left of it; in smallest units. */
  readonly owing: (loanId: string) => { readonly due: number; readonly left: number }
}

/** Lines below the last member, for whoever joins that day or pays a loan more. */
const spareRows = 5
const payoutRows = 8

const cells = (count: number): readonly Html[] =>
  Array.from({ length: count }, () => html`<td></td>`)

const empty = (count: number, columns: number): readonly Html[] =>
  Array.from(
    { length: count },
    () =>
      html`<tr>
        ${cells(columns)}
      </tr>`,
  )

/** The two columns that are printed full: behind the number of the loan, before what is written of it. */
const owingColumns = 2

const linesPart = (at: At, { rows, owing, currency }: BlankSheet): Html => {
  const words = sheetWordsAt(at)
  const paper = paperWordsAt(at)
  const columns = headings(words)
  const hasNames = at.nameOf !== undefined
  const name = (row: SheetRow): Html | string =>
    hasNames ? html`<td class="named">${row.isFirst ? (at.nameOf?.(row.card) ?? '') : ''}</td>` : ''
  const money = (amount: number): Html =>
    html`<td class="asked-for">${amount === 0 ? '–' : moneyInTable({ amount, currency })}</td>`
  const loanCells = ({ loan }: SheetRow): Html | readonly Html[] => {
    if (!loan) return cells(1 + owingColumns)
    const { due, left } = owing(loan.loanId)
    return html`<td>${loan.number}</td>
      ${money(due)}${money(left)}`
  }
  const line = (row: SheetRow): Html =>
    html`<tr>
      <th scope="row"><bdi>${row.card}</bdi></th>
      ${name(row)}
      ${columns.map(([column]) => (column === 'loan' ? loanCells(row) : html`<td></td>`))}
    </tr>`
  const width = columns.length + owingColumns + 1 + (hasNames ? 1 : 0)
  const title = ([column, said]: (typeof columns)[number]): Html => {
    const more = [paper.dueThatDay, paper.leftOfLoan].map(
      (one) => html`<th scope="col">${one}</th>`,
    )
    return html`<th scope="col">${said}</th>
      ${column === 'loan' ? more : ''}`
  }
  return html`<table class="blank">
    <thead>
      <tr>
        <th scope="col">${words.card}</th>
        ${hasNames ? html`<th scope="col">${paper.name}</th>` : ''} ${columns.map(title)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(line)} ${empty(spareRows, width)}
      <tr class="sum">
        <th scope="row">${paper.inAll}</th>
        ${cells(width - 1)}
      </tr>
    </tbody>
  </table>`
}

const payoutsPart = (at: At): Html => {
  const words = sheetWordsAt(at)
  const titles = [words.payoutNumber, words.card, words.sum, words.months, words.product]
  return html`<section>
    <h2>${paperWordsAt(at).payouts}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${paperWordsAt(at).payouts}">
      <table class="blank">
        <thead>
          <tr>
            ${titles.map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${empty(payoutRows, titles.length)}
        </tbody>
      </table>
    </div>
  </section>`
}

const totalsPart = (at: At): Html => {
  const words = sheetWordsAt(at)
  return html`<section>
    <h2>${paperWordsAt(at).totals}</h2>
    <table class="blank">
      <tbody>
        ${bookColumns.map(
          (column) =>
            html`<tr>
              <th scope="row">${words[column]}</th>
              <td></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

const notesPart = (at: At, { currency }: BlankSheet): Html => {
  const paper = paperWordsAt(at)
  return html`<section>
    <h2>${paper.notes}</h2>
    <table class="blank">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${paper.pieces}</th>
          <th scope="col">${sheetWordsAt(at).sum}</th>
        </tr>
      </thead>
      <tbody>
        ${notesOf(currency).map(
          (note) =>
            html`<tr>
              <th scope="row">${moneyInTable({ amount: note, currency })}</th>
              <td></td>
              <td></td>
            </tr>`,
        )}
        <tr class="sum">
          <th scope="row">${paper.inAll}</th>
          <td></td>
          <td></td>
        </tr>
      </tbody>
    </table>
  </section>`
}

/** The sheet that a meeting is held on where there is no telephone: as the page takes it in afterwards. */
export const blankSheetPage = (at: At, sheet: BlankSheet): Html => {
  const words = paperWordsAt(at)
  const { on, fundName } = sheet
  const content = html`<div class="blank-page">
    ${heading('book', words.blankOf(dateInWords(on, at.language)))}
    <p><b>${fundName}</b></p>
    <p class="screen-only">${words.print} ${words.blankMeaning}</p>
    <div class="by-hands">
      <p class="by-hand">${words.dayByHand}</p>
      <p class="by-hand">${words.placeByHand}</p>
      <p class="by-hand">${words.keysByHand}</p>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.blank}">
      ${linesPart(at, sheet)}
    </div>
    <div class="blank-parts">${totalsPart(at)} ${notesPart(at, sheet)} ${payoutsPart(at)}</div>
    ${signatures(at)}
  </div>`
  return deskLayout(
    { ...behindMeeting(at, on), printedFor: fundName, at: meetingPlace.step(at, on, 'sheet') },
    content,
  )
}
