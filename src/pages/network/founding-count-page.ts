import { html } from 'hono/html'
import { notesOf } from '#domain/fund/banknotes.ts'
import type { Founding } from '#src/app/founding-fund.ts'
import type { Fact } from '#src/desk/told.ts'
import { factShown } from '#src/pages/desk/told.ts'
import { faultBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type CountFaults, noteField, sumName } from '#src/pages/meeting/count-typed.ts'
import { foundingFields } from '#src/pages/network/founding-form.ts'
import { line } from '#src/pages/network/founding-page.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { FoundingWords } from '#src/words/en/founding.ts'
import { foundingWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures, moneyInTable } from '#src/words/locale.ts'

export type FoundingCount = {
  readonly founding: Founding
  readonly of: (name: string) => string
  readonly faults: CountFaults
  /** What the notes come to, where a sum was typed that differs. */
  readonly worth: number
  /** Counted less what the book says, once it is counted; shown before anybody agrees to it. */
  readonly beyond: number | undefined
}

const countFaultSaid = (
  { faults, worth, founding }: FoundingCount,
  name: string,
  words: FoundingWords,
): string | undefined => {
  const fault = faults.get(name)
  if (fault === undefined) return undefined
  const sum = moneyInFigures({ amount: worth, currency: founding.charter.currency })
  return {
    pieces: words.faultPieces,
    digits: words.faultSum,
    nothing: words.faultNothing,
    differs: words.faultDiffers(sum),
  }[fault]
}

const differencePart = (
  { beyond, founding }: FoundingCount,
  words: FoundingWords,
): Html | string => {
  if (beyond === undefined || beyond === 0) return ''
  const sum = moneyInFigures({ amount: Math.abs(beyond), currency: founding.charter.currency })
  return html`<div class="warning" role="alert">
    <div>
      <p><b>${beyond < 0 ? words.missing(sum) : words.beyond(sum)}</b></p>
      <p>${words.standsApart}</p>
    </div>
  </div>`
}

/** What is about to be founded, and what the old book and the count say. */
const factsPart = (language: Language, { founding, beyond }: FoundingCount): Html => {
  const words = foundingWords.in(language)
  const { on, officers, opening, charter } = founding
  const sum = (label: string, amount: number): Fact => ({
    label,
    money: { amount, currency: charter.currency },
    tone: 'main',
  })
  const facts: readonly Fact[] = [
    { label: words.begins, text: dateInWords(on, language) },
    { label: words.officersAre, text: officers.map(({ card }) => card).join(', ') },
    sum(words.bookSays, opening.cash),
    ...(beyond === undefined ? [] : [sum(words.counted, opening.cash + beyond)]),
  ]
  return html`<dl class="facts">${facts.map(factShown)}</dl>`
}

const carried = ({ of, founding }: FoundingCount): Html =>
  html`${hidden('id', founding.id)} ${foundingFields.map((name) => hidden(name, of(name)))}`

/** What is about to be founded, and the count of the box; a difference is named before it is agreed to. */
export const foundingCountPage = (frame: PageFrame, shown: FoundingCount): Html => {
  const { language } = frame
  const words = foundingWords.in(language)
  const { founding, of, beyond } = shown
  const { currency } = founding.charter
  const noteLine = (note: number): Html =>
    line(language, of, {
      name: noteField(note),
      label: words.noteOf(moneyInTable({ amount: note, currency })),
      fault: countFaultSaid(shown, noteField(note), words),
      isNumber: true,
    })
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingWith('box', words.countHeading)}
      ${faultBox(shown.faults.size > 0 ? words.wrong : undefined)} ${factsPart(language, shown)}
      ${differencePart(shown, words)}
      <p>${words.countLead}</p>
      <form class="entry record" method="post" action="/network/found/count" autocomplete="off">
        ${carried(shown)} ${beyond === undefined ? '' : hidden('agreed', String(beyond))}
        <div class="seats">${notesOf(currency).map(noteLine)}</div>
        ${line(language, of, {
          name: sumName,
          label: words.orSum,
          hint: words.orSumHint,
          fault: countFaultSaid(shown, sumName, words),
          isNumber: true,
        })}
        <div class="buttons">
          <button class="button" name="again" value="yes">${words.change}</button>
          <button class="button main">
            ${beyond === undefined || beyond === 0 ? words.found : words.foundSo}
          </button>
        </div>
      </form>
    </div>`,
  })
}

/** What the founders do next, in its order. */
export const foundedPage = (frame: PageFrame, name: string | undefined): Html => {
  const words = foundingWords.in(frame.language)
  return layout({
    ...frame,
    content: html`${headingWith('on-time', name === undefined ? words.doneHeading : html`<bdi>${words.doneNamed(name)}</bdi>`)}
      <p>${words.doneLead}</p>
      <ol class="next">
        ${[words.nextLogins, words.nextMembers, words.nextOldBook, words.nextMeeting].map(
          (text) => html`<li>${text}</li>`,
        )}
      </ol>
      <div class="buttons">
        <a class="button main" href="/network/add/member">${words.toLogins}</a>
      </div>`,
  })
}
