import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type LineShown,
  type LinesAbout,
  allSure,
  bankWordsAt,
  differingLines,
  tickedLines,
  unknownLines,
} from '#src/pages/bank/lines.ts'
import type { ArrivedPart } from '#src/app/remittances/arrivals.ts'
import type { LineArrival } from '#src/app/remittances/on-the-list.ts'
import { arrivedParts } from '#src/pages/remittances/on-the-list.ts'
import { type At, deskLayout, figure, heading, warning } from '#src/pages/desk/parts.ts'
import { buttons, faultBox, goodBox, hidden } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { tablePart } from '#src/pages/statements/statement-table.ts'
import { dateInWords } from '#src/words/locale.ts'
import type { StatementInWords } from '#src/words/statement-words.ts'

/** A heading that is read, by what it is. */
type KnownHeadings = readonly {
  readonly column:
    | 'day'
    | 'reference'
    | 'description'
    | 'in'
    | 'out'
    | 'amount'
    | 'way'
    | 'balance'
    | 'currency'
  readonly headings: readonly string[]
}[]

const isKhmer = (text: string): boolean => /[\u1780-\u17d3]/.test(text)

/** Which headings of a list are read. */
export const headingsPart = (at: At, known: KnownHeadings): Html => {
  const words = bankWordsAt(at)
  return html`<details class="fold">
    <summary>${words.known}</summary>
    <p>${words.knownMeaning}</p>
    <dl class="bank-known">
      ${known.map(
        ({ column, headings }) =>
          html`<div>
            <dt>${words[`col_${column}`]}</dt>
            <dd>${headings.filter((one) => !isKhmer(one)).join(', ')}</dd>
            <dd lang="km">${headings.filter(isKhmer).join(', ')}</dd>
          </div>`,
      )}
    </dl>
  </details>`
}

/** What a list came to beside the book. */
export type BankShown = LinesAbout & {
  readonly lines: readonly LineShown[]
  readonly entries: readonly {
    readonly entryId: string
    readonly seq: number
    readonly on: LocalDate
    readonly amount: number
    readonly name: string
  }[]
  readonly breaks: readonly number[]
  /** What lines are by a reference, by their row. */
  readonly arrivals: ReadonlyMap<number, LineArrival>
  readonly bound: (line: LineShown, reference: string) => string
  readonly whose: (part: ArrivedPart) => string
  /** What was typed that may have a zero too many. */
  readonly doubts: Html | undefined
  readonly statement: StatementInWords
}

const part = (title: string, meaning: string, content: Html): Html =>
  html`<section>
    <h2>${title}</h2>
    <p>${meaning}</p>
    ${content}
  </section>`

const kindsIn = (shown: BankShown) => {
  const of = (kind: string): readonly LineShown[] =>
    shown.lines.filter((line) => line.kind === kind)
  return {
    sure: of('sure'),
    likely: of('likely'),
    several: of('several'),
    otherSum: of('other-sum'),
    unknown: of('unknown').filter(({ row }) => !shown.arrivals.has(row)),
    before: of('before-the-book').length,
    confirmed: of('confirmed').length,
  }
}

type Kinds = ReturnType<typeof kindsIn>

const confirmForm = (shown: BankShown, content: Html): Html =>
  html`<form
    class="entry"
    method="post"
    action="${placeOf.bank(shown.at)}/confirm"
    autocomplete="off"
  >
    ${hidden('place', shown.place)} ${content}
  </form>`

const sureForm = (shown: BankShown, { sure }: Kinds): Html | string => {
  const words = bankWordsAt(shown.at)
  if (sure.length === 0) return ''
  return confirmForm(
    shown,
    html`${allSure(sure)}
      <div class="buttons">
        <button class="button main">${words.confirmSure(String(sure.length))}</button>
      </div>`,
  )
}

const tickForm = (shown: BankShown, { sure, likely, several }: Kinds): Html | string => {
  const { at } = shown
  const words = bankWordsAt(at)
  const count = (lines: readonly LineShown[]): string => String(lines.length)
  if (sure.length + likely.length + several.length === 0) return ''
  return confirmForm(
    shown,
    html`${sure.length === 0 ? '' : part(words.sure(count(sure)), words.sureMeaning, tickedLines(shown, sure, 'sure'))}
    ${likely.length === 0 ? '' : part(words.likely(count(likely)), words.likelyMeaning, tickedLines(shown, likely, 'doubt'))}
    ${several.length === 0 ? '' : part(words.several(count(several)), words.severalMeaning, tickedLines(shown, several, 'doubt'))}
    ${buttons(words.confirmTicked, { href: placeOf.bank(at), label: words.leaveIt })}`,
  )
}

const entriesPart = ({ at, entries, currency }: BankShown): Html | string => {
  const words = bankWordsAt(at)
  if (entries.length === 0) return ''
  const rows = entries.map(
    ({ entryId, seq, on, amount, name }) =>
      html`<li>
        <p class="top">
          <a href="${placeOf.receipt(at, entryId)}"
            >${words.entryOf(String(seq), dateInWords(on, at.language))}</a
          >
          <b class="figure">${figure({ amount, currency })}</b>
        </p>
        <p class="says">${name}</p>
      </li>`,
  )
  return html`<details class="fold">
    <summary>${words.entries(String(entries.length))}</summary>
    <p>${words.entriesMeaning}</p>
    <ul class="bank-lines">
      ${rows}
    </ul>
  </details>`
}

const statementPart = ({ at, statement }: BankShown): Html => {
  const { title, currency, notes } = statement
  return html`<details class="fold">
    <summary>${bankWordsAt(at).statement}</summary>
    <div class="statements">
      <p><b>${title}</b></p>
      ${tablePart(at, statement, { currency, label: title })}
      ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
    </div>
  </details>`
}

const countsPart = ({ at, breaks }: BankShown, { before, confirmed }: Kinds): Html => {
  const words = bankWordsAt(at)
  return html`${confirmed === 0 ? '' : html`<p>${words.confirmedBefore(String(confirmed))}</p>`}
  ${before === 0 ? '' : html`<p>${words.beforeBook(String(before))}</p>`}
  ${breaks.length === 0 ? '' : warning(words.breaks(breaks.slice(0, 10).join(', ')), [])}`
}

/** What each line may be, what the book has beside, and the statement of the day. Nothing is ticked beforehand. */
export const bankReadPage = (shown: BankShown): Html => {
  const { at } = shown
  const words = bankWordsAt(at)
  const kinds = kindsIn(shown)
  const { otherSum, unknown } = kinds
  return deskLayout(
    { ...at, back: { href: placeOf.bank(at), label: words.heading }, isShownOnce: true },
    html`${heading('book', `${words.heading}: ${words[`place_${shown.place}`]}`)}
      <p><b>${words.nothingYet}</b> ${words.notKept}</p>
      ${shown.doubts ?? ''} ${countsPart(shown, kinds)} ${sureForm(shown, kinds)}
      ${arrivedParts(shown)} ${tickForm(shown, kinds)}
      ${otherSum.length === 0 ? '' : part(words.otherSum(String(otherSum.length)), words.otherSumMeaning, differingLines(shown, otherSum))}
      ${unknown.length === 0 ? '' : part(words.unknown(String(unknown.length)), words.unknownMeaning, unknownLines(shown, unknown))}
      ${entriesPart(shown)} ${statementPart(shown)}`,
  )
}

/** What was confirmed, and why other lines were not. */
export const bankDonePage = (
  at: At,
  {
    done,
    faults,
    reports,
  }: {
    readonly done: number
    readonly faults: readonly string[]
    readonly reports: readonly { readonly href: string; readonly label: string }[]
  },
): Html => {
  const words = bankWordsAt(at)
  return deskLayout(
    { ...at, back: { href: placeOf.bank(at), label: words.heading }, isShownOnce: true },
    html`${heading('book', words.heading)} ${done === 0 ? '' : goodBox(words.done(String(done)))}
      ${
        faults.length === 0
          ? ''
          : html`${faultBox(words.notDone)}
              <ul>
                ${faults.map((fault) => html`<li>${fault}</li>`)}
              </ul>`
      }
      <p>${words.goOn}</p>
      <div class="buttons">
        <a class="button" href="${placeOf.bank(at)}">${words.heading}</a>
        ${reports.map(({ href, label }) => html`<a class="button" href="${href}">${label}</a>`)}
      </div>`,
  )
}
