import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { costKinds, costPurposes, payeeKinds } from '#domain/fund/costs.ts'
import { products } from '#domain/fund/charter/charter.ts'
import type { SheetRow } from '#src/app/meeting/sheet.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { type Cell, cell, choiceCell, tickCell } from '#src/pages/meeting/grid-cells.ts'
import { type Grid, type Words, bookColumns, headings } from '#src/pages/meeting/grid-shown.ts'
import { troublePart } from '#src/pages/meeting/grid-trouble.ts'
import {
  type GrantCell,
  type LineCell,
  type PayoutCell,
  costField,
  grantField,
  grantPlaces,
  gridCellName,
  payoutField,
  payoutPlaces,
  totalField,
  whoOf,
} from '#src/pages/meeting/grid-typed.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { choicesOf } from '#src/desk/fields.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { called } from '#src/pages/meeting/line.ts'
import { boxWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** A cell's name, what it is called, what stands in it and what is wrong with it. */
const shown = (grid: Grid, words: Words, name: string, label: string): Cell => {
  const fault = grid.faults.get(name)
  return {
    name,
    label,
    value: grid.of(name),
    fault: fault === undefined ? undefined : words[`fault_${fault}`],
  }
}

const ofLoanAlone: readonly LineCell[] = ['loan', 'principal', 'interest']

const lineOf = (at: At, grid: Grid, { sheetRow, row }: { sheetRow: SheetRow; row: number }) => {
  const words = sheetWordsAt(at)
  const { card, isFirst } = sheetRow
  const cells = headings(words).map(([name, title]) => {
    if (!isFirst && !ofLoanAlone.includes(name)) return html`<td class="none"></td>`
    const one = shown(grid, words, gridCellName(row, name), words.cellOf(card, title))
    if (name === 'present') return tickCell(one, title)
    return cell(one, title, name === 'loan' ? 'text' : 'sum')
  })
  const who = gridCellName(row, 'who')
  const isTouched = headings(words).some(([name]) => {
    const of = gridCellName(row, name)
    return name !== 'loan' && (grid.of(of) !== '' || grid.faults.has(of))
  })
  return html`<tr>
    <th scope="row">
      <details class="row-fold" ${isTouched ? html` open` : ''}>
        <summary><bdi>${called(at, card)}</bdi></summary>
      </details>
      <input type="hidden" name="${who}" value="${whoOf(sheetRow)}" />
    </th>
    ${cells}
  </tr>`
}

const linesPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  return html`<section>
    <h2 class="hear" id="lines">${words.linesHeading}</h2>
    <div class="grid-folds">
      ${inFolds([...grid.rows.entries()], {
        size: 8,
        called: ([, { card }]) => at.nameOf?.(card) ?? card,
        draw: (some) =>
          html`<table class="grid" aria-labelledby="lines">
            <thead>
              <tr>
                <th scope="col">${words.card}</th>
                ${headings(words).map(([, title]) => html`<th scope="col">${title}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${some.map(([row, sheetRow]) => lineOf(at, grid, { sheetRow, row }))}
            </tbody>
          </table>`,
      })}
    </div>
    <p class="quiet">
      ${words.sharesHint(moneyInFigures({ amount: grid.shareValue, currency: grid.currency }))}
    </p>
  </section>`
}

const payoutsPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  const columns: readonly (readonly [PayoutCell, string])[] = [
    ['number', words.payoutNumber],
    ['card', words.card],
    ['sum', words.sum],
    ['months', words.months],
    ['yes', words.handsFor],
    ['no', words.handsAgainst],
    ['product', words.product],
  ]
  const kinds = products.map((value) => ({ value, label: words[`product_${value}`] }))
  const rows = Array.from({ length: payoutPlaces }, (_, i) => i + 1).map((place) => {
    const cells = columns.map(([name, title]) => {
      const label = words.cellOf(words.place(String(place)), title)
      const one = shown(grid, words, payoutField(place, name), label)
      if (name === 'product') return choiceCell(one, title, kinds)
      return cell(one, title, name === 'number' || name === 'card' ? 'text' : 'sum')
    })
    return html`<tr>
      <th scope="row">${String(place)}</th>
      ${cells}
    </tr>`
  })
  const part = { id: 'payouts', title: words.payoutsHeading, meaning: words.payoutsMeaning }
  const isOpen = isUsed(grid, payoutPlaces, (place) => payoutField(place, 'number'))
  return section({ ...part, isOpen }, [columns.map(([, title]) => title), rows])
}

/** Whether anything was typed into one of the places of a part, or is wrong there. */
const isUsed = ({ of, faults }: Grid, places: number, field: (place: number) => string): boolean =>
  Array.from({ length: places }, (_, i) => field(i + 1)).some((name) => {
    const prefix = name.slice(0, name.indexOf('-') + 1)
    return of(name).trim() !== '' || [...faults.keys()].some((fault) => fault.startsWith(prefix))
  })

type Part = {
  readonly id: string
  readonly title: string
  readonly meaning?: string
  /** Open where something stands in it. */
  readonly isOpen: boolean
}

const section = (
  { id, title, meaning, isOpen }: Part,
  [columns, rows]: readonly [readonly string[], readonly Html[]],
): Html =>
  html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary><span id="${id}">${title}</span></summary>
    ${meaning === undefined ? '' : html`<p class="quiet">${meaning}</p>`}
    <table class="grid short" aria-labelledby="${id}">
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`

const windowChoices = ({ windows }: Grid) => windows.map((value) => ({ value, label: value }))

const grantsPart = (at: At, grid: Grid): Html | string => {
  if (grid.windows.length === 0) return ''
  const words = sheetWordsAt(at)
  const columns: readonly (readonly [GrantCell, string])[] = [
    ['number', words.grantNumber],
    ['window', words.window],
    ['sum', words.sum],
  ]
  const rows = Array.from({ length: grantPlaces }, (_, i) => i + 1).map((place) => {
    const cells = columns.map(([name, title]) => {
      const label = words.cellOf(words.place(String(place)), title)
      const one = shown(grid, words, grantField(place, name), label)
      if (name === 'window') return choiceCell(one, title, windowChoices(grid))
      return cell(one, title, name === 'number' ? 'text' : 'sum')
    })
    return html`<tr>
      <th scope="row">${String(place)}</th>
      ${cells}
    </tr>`
  })
  const isOpen = isUsed(grid, grantPlaces, (place) => grantField(place, 'number'))
  const part = { id: 'grants', title: words.grantsHeading, isOpen }
  return section(part, [columns.map(([, title]) => title), rows])
}

/** What the costs of the meeting were, for which work and who got them, where the paper says it. */
const costPart = (at: At, grid: Grid, words: Words): Html => {
  const box = boxWords.in(at.language)
  const asked = [
    ['kind', box.costKind, choicesOf(costKinds, (one) => box[`cost_${one}`])],
    ['purpose', box.costPurpose, choicesOf(costPurposes, (one) => box[`cost-for_${one}`])],
    ['payee', box.costPayee, choicesOf(payeeKinds, (one) => box[`payee_${one}`])],
  ] as const
  const isTouched = asked.some(([name]) => grid.of(costField(name)) !== '')
  const cells = asked.map(([name, label, choices]) =>
    choiceCell(shown(grid, words, costField(name), label), undefined, [
      { value: '', label: `${label}: ${box.costNotTold}` },
      ...choices,
    ]),
  )
  return html`<details class="fold" ${isTouched ? html` open` : ''}>
    <summary>${box.costPurpose}</summary>
    ${cells}
  </details>`
}

const totalsPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  const { lastClosing, currency } = grid
  const differing = new Set<string>(grid.mismatches.map(({ column }) => column))
  const fields = bookColumns.map((column) => {
    const one = shown(grid, words, totalField(column), words[column])
    const isWrong = one.fault !== undefined || differing.has(column)
    return html`<div class="total">
      <label for="${one.name}">${words[column]}</label>
      ${one.fault === undefined ? '' : html`<p class="fault">${one.fault}</p>`}
      <input
        id="${one.name}"
        name="${one.name}"
        type="text"
        inputmode="numeric"
        maxlength="24"
        value="${one.value}"
        ${isWrong ? html` aria-invalid="true"` : ''}
      />
      ${
        column === 'donorGrantIn' && grid.windows.length > 0
          ? choiceCell(shown(grid, words, 't-window', words.window), undefined, [
              { value: '', label: words.runningCosts },
              ...windowChoices(grid),
            ])
          : ''
      }
      ${column === 'expensesOut' ? costPart(at, grid, words) : ''}
    </div>`
  })
  return html`<section>
    <h2>${words.totalsHeading}</h2>
    <p class="quiet">
      ${words.totalsMeaning}
      ${
        lastClosing === undefined
          ? ''
          : words.lastClosing(moneyInFigures({ amount: lastClosing, currency }))
      }
    </p>
    <div class="totals">${fields}</div>
  </section>`
}

/** The paper sheet of a past meeting as a form; everything that was typed stays in it. */
export const gridPage = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  const { on } = grid
  const place = meetingPlace.step(at, on, 'catch-up')
  const content = html`${heading('book', words.catchUpOf(dateInWords(on, at.language)))}
    <p>${words.catchUpMeaning}</p>
    ${grid.isAlreadyIn ? html`<p class="mended">${words.alreadyIn}</p>` : ''}
    ${troublePart(at, grid)}
    <form class="record" method="post" action="${place}" autocomplete="off" novalidate>
      <input type="hidden" name="id" value="${grid.formId}" />
      ${linesPart(at, grid)} ${payoutsPart(at, grid)} ${grantsPart(at, grid)}
      ${totalsPart(at, grid)}
      <p class="buttons">
        <a class="button" href="${meetingPlace.all(at)}">${words.noChange}</a>
        <button class="go" type="submit">${words.check}</button>
      </p>
    </form>`
  return deskLayout({ ...at, at: place }, content)
}
