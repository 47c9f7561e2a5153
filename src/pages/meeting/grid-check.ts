import { meetingPlace } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { SheetColumn, SheetTotals } from '#src/app/meeting/sheet.ts'
import {
  type At,
  largeAmount,
  deskLayout,
  fact,
  figure,
  heading,
  warning,
  deskWordsAt,
} from '#src/pages/desk/parts.ts'
import type { Content } from '#src/desk/content.ts'
import type { Field } from '#src/desk/fields.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { fieldShown } from '#src/pages/desk/shown-fields.ts'
import { flagsPart } from '#src/pages/desk/confirm.ts'
import { type DoubtOfCard, doubtText } from '#src/pages/meeting/doubts.ts'
import { sheetWordsAt } from '#src/pages/meeting/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

type GridCheck = {
  readonly on: LocalDate
  readonly currency: Currency
  readonly openingCash: number
  readonly closingCash: number
  /** What the columns come to. */
  readonly shouldBe: number
  readonly lastClosing: number | undefined
  readonly totals: SheetTotals
  /** The cash after each line that moved any. */
  readonly running: readonly {
    readonly card: string
    readonly moved: number
    readonly cash: number
  }[]
  readonly commandCount: number
  readonly doubts: readonly DoubtOfCard[]
  /** What the rules say of lines that are recorded all the same, each with its place. */
  readonly flags: readonly string[]
  /** Where a second officer stands behind what leaves; nothing where nothing does. */
  readonly beside?:
    | {
        readonly told: Content
        readonly fields: readonly Field[]
        readonly fault: string | undefined
      }
    | undefined
  /** Everything that was typed, by field. */
  readonly carried: readonly (readonly [name: string, text: string])[]
}

const columns: readonly SheetColumn[] = [
  'savingsIn',
  'socialIn',
  'finesIn',
  'loanPrincipalIn',
  'interestIn',
  'donorGrantIn',
  'loansOut',
  'savingsOut',
  'socialOut',
  'migrationGrantsOut',
  'expensesOut',
]

const totalsPart = (at: At, { totals, currency, openingCash, shouldBe }: GridCheck): Html => {
  const words = sheetWordsAt(at)
  const money = (amount: number): Html => figure({ amount, currency })
  return html`<dl class="facts">
    ${fact(words.membersPresent, html`<b>${String(totals.membersPresent)}</b>`)}
    ${fact(words.openingCash, money(openingCash))}
    ${columns
      .filter((column) => totals[column] > 0)
      .map((column) =>
        fact(words[column], html`${column.endsWith('Out') ? '− ' : '+ '}${money(totals[column])}`),
      )}
    ${fact(words.shouldBe, html`<b class="figure">${money(shouldBe)}</b>`)}
  </dl>`
}

const doubtsPart = (at: At, { doubts, currency }: GridCheck): Html | string => {
  if (doubts.length === 0) return ''
  const words = deskWordsAt(at)
  const lines = doubts.map((doubt) => doubtText(at, doubt, currency))
  const isLarge = doubts.some(({ why }) => why !== 'already-that-day')
  return warning(words.askHeading, isLarge ? [...lines, words.askZero] : lines)
}

const runningPart = (at: At, { running, currency }: GridCheck): Html => {
  const words = sheetWordsAt(at)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  return html`<details class="fold">
    <summary>${words.runningHeading}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${words.runningHeading}">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.card}</th>
            <th scope="col">${words.sum}</th>
            <th scope="col">${words.runningCash}</th>
          </tr>
        </thead>
        <tbody>
          ${running.map(
            ({ card, moved, cash }) =>
              html`<tr>
                <th scope="row"><bdi>${card}</bdi></th>
                <td>${money(moved)}</td>
                <td>${money(cash)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

const besidePart = (at: At, { beside }: GridCheck): Html | string => {
  if (!beside) return ''
  const { told, fields, fault } = beside
  return html`<p>${sheetWordsAt(at).secondMeaning}</p>
    ${contentPart(at, told)}
    ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
    ${fields.map((field) => fieldShown(at.language, field, { value: '', fault: undefined }))}`
}

/** Reads a whole meeting back before it is saved: totals, what must lie in the box, what to look at again. */
export const gridCheckPage = (at: At, check: GridCheck): Html => {
  const words = sheetWordsAt(at)
  const { on, currency, closingCash, shouldBe, openingCash, lastClosing, carried } = check
  const place = meetingPlace.step(at, on, 'catch-up')
  const notes = [
    words.notCounted,
    ...(closingCash === shouldBe ? [] : [words.closingDiffers]),
    ...(lastClosing === undefined || lastClosing === openingCash ? [] : [words.openingDiffers]),
    ...check.flags,
  ]
  const content = html`${heading('book', words.checkHeading)}
    <p>${words.checkMeaning}</p>
    <p><b>${dateInWords(on, at.language)}</b>, ${words.linesIn(String(check.commandCount))}</p>
    <section class="check">
      <h2>${words.closingCash}</h2>
      ${largeAmount({ amount: closingCash, currency }, at.language)} ${totalsPart(at, check)}
    </section>
    ${doubtsPart(at, check)} ${flagsPart(notes)} ${runningPart(at, check)}
    <form class="record" method="post" action="${place}">
      ${carried.map(([name, text]) => html`<input type="hidden" name="${name}" value="${text}" />`)}
      ${besidePart(at, check)}
      <p class="buttons">
        <button type="submit" name="step" value="change">${words.noChange}</button>
        <button class="go" type="submit" name="step" value="save">
          ${check.doubts.length === 0 ? words.saveAll : words.saveCounted}
        </button>
      </p>
    </form>`
  return deskLayout({ ...at, at: place }, content)
}
