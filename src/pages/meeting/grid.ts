import { meetingPlace } from '#src/desk/places.ts'
import { html, html as tight } from 'hono/html'
import { costKinds, costPurposes, payeeKinds } from '#domain/fund/costs.ts'
import { products } from '#domain/fund/charter/charter.ts'
import type { SheetRow } from '#src/app/meeting/sheet.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { namedChoice, sheetCell, sheetChoice, tickCell } from '#src/pages/meeting/grid-cells.ts'
import {
  type Grid,
  type Words,
  bookColumns,
  grantHeadings,
  headings,
  payoutHeadings,
} from '#src/pages/meeting/grid-shown.ts'
import { troublePart } from '#src/pages/meeting/grid-trouble.ts'
import {
  type LineCell,
  costField,
  grantField,
  grantPlaces,
  gridCellName,
  letterOf,
  lineCells,
  payoutField,
  payoutPlaces,
  rowsField,
  rowsSaid,
  totalField,
} from '#src/pages/meeting/grid-typed.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import { choicesOf } from '#src/desk/fields.ts'
import { keysFor } from '#src/desk/typed-sum.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { called } from '#src/pages/meeting/line.ts'
import { boxWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

/** What stands in a field and what is wrong with it. */
const shown = ({ of, faults }: Grid, words: Words, name: string) => {
  const fault = faults.get(name)
  return { name, value: of(name), fault: fault === undefined ? undefined : words[`fault_${fault}`] }
}

const ofLoan: readonly LineCell[] = ['loan', 'principal', 'interest']

/** Cells that a line lacks: a further loan has nothing of its member's own, and who never had a loan pays none back. */
const isLacking = (grid: Grid, { isFirst, memberId }: SheetRow, column: LineCell): boolean =>
  ofLoan.includes(column) ? !grid.borrowers.has(memberId) : !isFirst

const lineOf = (at: At, grid: Grid, { sheetRow, row }: { sheetRow: SheetRow; row: number }) => {
  const words = sheetWordsAt(at)
  const cells = lineCells.map((column) => {
    if (isLacking(grid, sheetRow, column)) return tight`<td class=none>`
    const one = {
      ...shown(grid, words, gridCellName(row, column)),
      by: `${row} ${letterOf[column]}`,
    }
    return column === 'present'
      ? tickCell(one)
      : sheetCell(one, column === 'loan' ? 'text' : keysFor(grid.currency))
  })
  const isTouched = lineCells.some((column) => {
    const of = gridCellName(row, column)
    return column !== 'loan' && (grid.of(of) !== '' || grid.faults.has(of))
  })
  const open = isTouched ? tight` open` : ''
  const who = tight`<summary><bdi>${called(at, sheetRow.card)}</bdi></summary>`
  return tight`<tr><th scope=row id="${row}"><details${open}>${who}</details>${cells}`
}

/** Heads stand over each part; those of the first name the cells of all. */
const headsOf = (words: Words, isFirst: boolean): Html =>
  html`<thead>
    <tr>
      <th scope="col">${words.card}</th>
      ${headings(words).map(([column, title]) =>
        isFirst
          ? html`<th scope="col" id="${letterOf[column]}">${title}</th>`
          : html`<th>${title}</th>`,
      )}
    </tr>
  </thead>`

const linesPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  return html`<section>
    <h2 class="hear" id="lines">${words.linesHeading}</h2>
    <input type="hidden" name="${rowsField}" value="${rowsSaid(grid.rows)}" />
    <div class="grid-folds">
      ${inFolds([...grid.rows.entries()], {
        size: 15,
        called: ([, { card }]) => at.nameOf?.(card) ?? card,
        draw: (some) =>
          html`<table class="grid lines" aria-labelledby="lines">
            ${headsOf(words, some[0]?.[0] === 0)}
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

/** A line of a short part: its number, and its cells, named by the line and the heads of the part. */
const shortRow = (part: string, place: number, cells: readonly Html[]): Html =>
  tight`<tr><th scope=row id="${part}${place}">${place}${cells}`

const moreButton = (words: Words, { hasMorePlaces }: Grid): Html | string =>
  hasMorePlaces
    ? ''
    : html`<p><button type="submit" name="step" value="more">${words.morePlaces}</button></p>`

/** The places of a short part: half of them until the last of those is used, or more are asked for. */
const placesOf = (
  grid: Grid,
  count: number,
  field: (place: number) => string,
): readonly number[] => {
  const half = count / 2
  const isMore = grid.hasMorePlaces || isUsed(grid, [half, count], field)
  return Array.from({ length: isMore ? count : half }, (_, i) => i + 1)
}

const payoutsPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  const columns = payoutHeadings(words)
  const kinds = products.map((value) => ({ value, label: words[`product_${value}`] }))
  const field = (place: number): string => payoutField(place, 'number')
  const rows = placesOf(grid, payoutPlaces, field).map((place) => {
    const cells = columns.map(([name]) => {
      const one = { ...shown(grid, words, payoutField(place, name)), by: `l${place} l-${name}` }
      if (name === 'product') return sheetChoice(one, kinds)
      return sheetCell(one, name === 'number' || name === 'card' ? 'text' : keysFor(grid.currency))
    })
    return shortRow('l', place, cells)
  })
  const part = { id: 'l', title: words.payoutsHeading, meaning: words.payoutsMeaning }
  const isOpen = grid.hasMorePlaces || isUsed(grid, [1, payoutPlaces], field)
  return section({ ...part, isOpen }, [columns, rows], moreButton(words, grid))
}

/** Whether anything was typed into one of the places of a part, from one to another, or is wrong there. */
const isUsed = (
  { of, faults }: Grid,
  [from, to]: readonly [number, number],
  field: (place: number) => string,
): boolean =>
  Array.from({ length: to - from + 1 }, (_, i) => field(from + i)).some((name) => {
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
  [columns, rows]: readonly [readonly (readonly [string, string])[], readonly Html[]],
  more: Html | string,
): Html =>
  html`<details class="fold" ${isOpen ? html` open` : ''}>
    <summary><span id="${id}">${title}</span></summary>
    ${meaning === undefined ? '' : html`<p class="quiet">${meaning}</p>`}
    <table class="grid short of-${id}" aria-labelledby="${id}">
      <thead>
        <tr>
          <td></td>
          ${columns.map(([name, title]) => html`<th scope="col" id="${id}-${name}">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${more}
  </details>`

const windowChoices = ({ windows }: Grid) => windows.map((value) => ({ value, label: value }))

const grantsPart = (at: At, grid: Grid): Html | string => {
  if (grid.windows.length === 0) return ''
  const words = sheetWordsAt(at)
  const columns = grantHeadings(words)
  const field = (place: number): string => grantField(place, 'number')
  const rows = placesOf(grid, grantPlaces, field).map((place) => {
    const cells = columns.map(([name]) => {
      const one = { ...shown(grid, words, grantField(place, name)), by: `g${place} g-${name}` }
      if (name === 'window') return sheetChoice(one, windowChoices(grid))
      return sheetCell(one, name === 'number' ? 'text' : keysFor(grid.currency))
    })
    return shortRow('g', place, cells)
  })
  const isOpen = grid.hasMorePlaces || isUsed(grid, [1, grantPlaces], field)
  return section(
    { id: 'g', title: words.grantsHeading, isOpen },
    [columns, rows],
    moreButton(words, grid),
  )
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
    namedChoice({ ...shown(grid, words, costField(name)), label }, [
      { value: '', label: `${label}: ${box.costNotTold}` },
      ...choices,
    ]),
  )
  return html`<details class="fold" ${isTouched ? html` open` : ''}>
    <summary>${box.costPurpose}</summary>
    ${cells}
  </details>`
}

/** Which of the donors' money came in, where there is more than one. */
const moneyPart = (grid: Grid, words: Words): Html | string =>
  grid.windows.length === 0
    ? ''
    : namedChoice({ ...shown(grid, words, 't-window'), label: words.window }, [
        { value: '', label: words.runningCosts },
        ...windowChoices(grid),
      ])

const totalsPart = (at: At, grid: Grid): Html => {
  const words = sheetWordsAt(at)
  const { lastClosing, currency } = grid
  const differing = new Set<string>(grid.mismatches.map(({ column }) => column))
  const fields = bookColumns.map((column) => {
    const one = shown(grid, words, totalField(column))
    const isWrong = one.fault !== undefined || differing.has(column)
    const { name, value, fault } = one
    const wrong = isWrong ? tight` aria-invalid="true"` : ''
    const written = value === '' ? '' : tight` value="${value}"`
    const more =
      column === 'donorGrantIn'
        ? moneyPart(grid, words)
        : column === 'expensesOut'
          ? costPart(at, grid, words)
          : ''
    return tight`<div class="total"><label for="${name}">${words[column]}</label>${
      fault === undefined ? '' : html`<p class="fault">${fault}</p>`
    }<input id="${name}" name="${name}" inputmode="${keysFor(currency)}"${written}${wrong}>${more}</div>`
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
