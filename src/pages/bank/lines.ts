import { amountTyped } from '#src/desk/entered.ts'
import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { HeldElsewhere } from '#domain/fund/bank.ts'
import { type At, figure } from '#src/pages/desk/parts.ts'
import { hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { BankWords } from '#src/words/en/bank.ts'
import { bankWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

type Choice = readonly {
  readonly entryId: string
  readonly seq: number
  readonly on: LocalDate
}[]

/** A line of the list as the page shows it. */
export type LineShown = {
  readonly row: number
  readonly on: LocalDate
  readonly amount: number
  readonly words: string
  readonly mark: string
  readonly kind: string
  readonly choices: readonly Choice[]
}

export type LinesAbout = {
  readonly at: At
  readonly place: HeldElsewhere
  readonly currency: Currency
}

export const bankWordsAt = ({ language }: Pick<At, 'language'>): BankWords => bankWords.in(language)

/** All that confirming a line needs, in one value: no file is asked for again. */
const valueOf = ({ on, amount, mark }: LineShown, choice: Choice): string =>
  [on, amount, mark, choice.map(({ entryId }) => entryId).join('+')].join(' ')

/** A line as the bank says it. */
export const lineTop = (
  { at, currency }: LinesAbout,
  { row, on, amount, words }: LineShown,
): Html => {
  const told = bankWordsAt(at)
  return html`<p class="top">
      <span
        >${dateInWords(on, at.language)} <span class="quiet">${told.rowOf(String(row))}</span></span
      >
      <b class="figure">${figure({ amount, currency })}</b>
    </p>
    <p class="says"><bdi>${words === '' ? told.noWords : words}</bdi></p>`
}

const namedIn = ({ at }: LinesAbout, choice: Choice): string =>
  choice
    .map(({ seq, on }) => bankWordsAt(at).entryOf(String(seq), dateInWords(on, at.language)))
    .join(' + ')

const inBook = (about: LinesAbout, choice: Choice): Html => {
  const { at } = about
  return html`<p>
    ${bankWordsAt(at).colBook}:
    ${choice.map(
      (one, i) =>
        html`${i === 0 ? '' : ' + '}<a href="${placeOf.receipt(at, one.entryId)}"
            >${namedIn(about, [one])}</a
          >`,
    )}
  </p>`
}

const tick = (about: LinesAbout, line: LineShown, choice: Choice): Html =>
  html`<label class="tick"
    ><input type="checkbox" name="pick.${line.row}" value="${valueOf(line, choice)}" />
    <span>${bankWordsAt(about.at).tick(String(line.row))}</span></label
  >`

const radio = (line: LineShown, value: string, label: string, isFirst: boolean): Html =>
  html`<label class="tick"
    ><input
      type="radio"
      name="pick.${line.row}"
      value="${value}"
      ${isFirst ? html` checked` : ''}
    />
    <span>${label}</span></label
  >`

/** One of several, and none of them beforehand. */
const oneOf = (about: LinesAbout, line: LineShown): Html => {
  const words = bankWordsAt(about.at)
  return html`<fieldset>
    <legend>${words.tick(String(line.row))}</legend>
    ${radio(line, '', words.noneOfThem, true)}
    ${line.choices.map((choice) =>
      radio(line, valueOf(line, choice), namedIn(about, choice), false),
    )}
  </fieldset>`
}

/** Lines to tick, one by one. */
export const tickedLines = (about: LinesAbout, lines: readonly LineShown[], tone: string): Html =>
  html`<ul class="bank-lines ${tone}">
    ${lines.map(
      (line) =>
        html`<li>
          ${lineTop(about, line)}
          ${
            line.choices.length === 1
              ? html`${inBook(about, line.choices[0]!)} ${tick(about, line, line.choices[0]!)}`
              : oneOf(about, line)
          }
        </li>`,
    )}
  </ul>`

/** Every sure line, unseen: for the one button that confirms them all. */
export const allSure = (lines: readonly LineShown[]): Html =>
  html`${lines.map((line) => hidden(`pick.${line.row}`, valueOf(line, line.choices[0]!)))}`

/** Lines that name entries of another sum. */
export const differingLines = (about: LinesAbout, lines: readonly LineShown[]): Html =>
  html`<ul class="bank-lines doubt">
    ${lines.map(
      (line) => html`<li>${lineTop(about, line)} ${inBook(about, line.choices[0] ?? [])}</li>`,
    )}
  </ul>`

type Way = readonly [href: string, label: string]

/** Where what a line says can be written down, with its day and sum filled in. */
const waysOf = ({ at, place, currency }: LinesAbout, { amount, on }: LineShown): Way[] => {
  const words = bankWordsAt(at)
  const filled = { on, amount: amountTyped(Math.abs(amount), currency) }
  const to = (task: Parameters<typeof placeOf.record>[1], more: Record<string, string>): string =>
    `${placeOf.record(at, task)}?${new URLSearchParams({ ...more, ...filled }).toString()}`
  const fund = { fund: at.fundId }
  return amount > 0
    ? [
        [to('repayment', {}), words.writeRepayment],
        [to('deposit', {}), words.writeDeposit],
        [to('remittance', { place }), words.writeRemittance],
        [to('bank', { ...fund, way: `box-${place}` }), words.takenThere],
      ]
    : [
        [to('bank', { ...fund, way: `${place}-box` }), words.takenFromThere],
        [to('expense', fund), words.writeExpense],
      ]
}

/** Lines that the book knows nothing of, with the ways to write them down. */
export const unknownLines = (about: LinesAbout, lines: readonly LineShown[]): Html =>
  html`<ul class="bank-lines">
    ${lines.map(
      (line) =>
        html`<li>
          ${lineTop(about, line)}
          <p class="ways">
            ${waysOf(about, line).map(
              ([href, label]) => html`<a class="button" href="${href}">${label}</a>`,
            )}
          </p>
        </li>`,
    )}
  </ul>`
