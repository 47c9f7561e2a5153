import { html } from 'hono/html'
import type { Checked, CheckState } from '#domain/network/checked.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { PublicNumber } from '#domain/network/numbers.ts'
import type { KeptNumber } from '#src/app/network/numbers.ts'
import type { SuggestedNumber } from '#src/app/network/suggested-numbers.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { joined, numbersPath, saidOf } from '#src/pages/numbers/parts.ts'
import type { Picture } from '#src/desk/pictures.ts'
import { picture } from '#src/pages/pictures.ts'
import { icon } from '#src/pages/icons.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { numbersWords } from '#src/words/words.ts'

type SaidNumber = Omit<PublicNumber, keyof Checked | 'numberId'>

/** A number in one line: what is checked, or taken out. */
export const numberLine = (language: Language, { number, country, kind }: SaidNumber): Html => {
  const words = numbersWords.in(language)
  return html`<p class="whose">
    <b class="figure" dir="ltr">${number}</b> ${words[`country_${country}`]},
    ${words[`kind_${kind}`]}
  </p>`
}

/** What is said of a number, before it is entered, checked or taken out. */
export const numberFacts = (language: Language, one: SaidNumber): Html => {
  const words = numbersWords.in(language)
  const said = saidOf(language, one)
  return html`<dl class="facts">
    ${fact(words.number, html`<b class="figure" dir="ltr">${one.number}</b>`)}
    ${fact(words.kind, words[`kind_${one.kind}`])}
    ${fact(words.country, words[`country_${one.country}`])}
    ${said.length === 0 ? '' : fact(words.name, joined(said))}
  </dl>`
}

type Kept = Checked & { readonly state: CheckState; readonly checkAgainOn: LocalDate | undefined }

const pictures: Readonly<Record<CheckState, Picture>> = {
  waiting: 'warning',
  current: 'on-time',
  stale: 'late',
  withdrawn: 'stop',
}

/** When it was entered and checked, and by which day again; never by whom, but that it was oneself. */
export const historyOf = (language: Language, one: Kept, by: string): Html => {
  const words = numbersWords.in(language)
  const on = (day: LocalDate) => dateInWords(day, language)
  const { check, withdrawn, checkAgainOn } = one
  const lines = [
    words.enteredOn(on(one.enteredOn)),
    ...(check ? [words.checkedHow(words[`told_${check.how}`], on(check.on))] : []),
    ...(withdrawn ? [words.outOn(words[`why_${withdrawn.why}`], on(withdrawn.on))] : []),
    ...(checkAgainOn && !withdrawn ? [words.checkAgain(on(checkAgainOn))] : []),
  ]
  const isOwn = one.enteredBy === by && ['waiting', 'stale'].includes(one.state)
  return html`<p>
      <span class="state is-${one.state}"
        >${picture(pictures[one.state])} <span>${words[`state_${one.state}`]}</span></span
      >
    </p>
    <p class="quiet">${joined(lines)}</p>
    ${isOwn ? html`<p>${words.enteredByYou}</p>` : ''}`
}

/** Two ways on with one of a list: whoever entered it does not check it. */
export const keptWays = (
  language: Language,
  one: Kept,
  {
    at,
    by,
    mayTakeOut = true,
  }: { readonly at: string; readonly by: string; readonly mayTakeOut?: boolean },
): Html | string => {
  const words = numbersWords.in(language)
  if (one.withdrawn) return ''
  return html`<p class="button-row">
    ${one.enteredBy === by ? '' : html`<a class="button" href="${at}/check">${words.check}</a>`}
    ${mayTakeOut ? html`<a class="button" href="${at}/withdraw">${words.takeOut}</a>` : ''}
  </p>`
}

const row = (language: Language, one: KeptNumber, by: string): Html => {
  const words = numbersWords.in(language)
  const said = saidOf(language, one)
  return html`<li>
    <p>
      <b class="sum" dir="ltr">${one.number}</b>
      ${words[`country_${one.country}`]}, ${words[`kind_${one.kind}`]}
    </p>
    ${said.length === 0 ? '' : html`<p>${joined(said)}</p>`} ${historyOf(language, one, by)}
    ${keptWays(language, one, { at: `${numbersPath.staff}/${one.numberId}`, by })}
  </li>`
}

const suggestedPart = (
  language: Language,
  suggested: readonly SuggestedNumber[],
): Html | string => {
  if (suggested.length === 0) return ''
  const words = numbersWords.in(language)
  return html`<details class="fold rows-fold">
    <summary>${words.suggestedHeading}</summary>
    <p>${words.suggestedLead}</p>
    <ul class="ways-list">
      ${suggested.map(
        (one) =>
          html`<li>
            <a href="${numbersPath.staff}/propose?from=${one.suggestionId}"
              ><span
                >${words[`country_${one.country}`]}, ${words[`kind_${one.kind}`]}
                <small>${words.suggestedOf(String(one.year))}</small></span
              >
              <b class="sum" dir="ltr">${one.number}</b> ${icon('go-on')}</a
            >
          </li>`,
      )}
    </ul>
  </details>`
}

type StaffNumbers = {
  readonly numbers: readonly KeptNumber[]
  readonly goodForDays: number
  /** Whoever reads it. */
  readonly by: string
  readonly at: string
  readonly maySetDays: boolean
  readonly suggested: readonly SuggestedNumber[]
  readonly done: string | undefined
}

/** So many that were taken out are still told. */
const outMax = 10

/** Numbers for the staff: what waits first, then what everybody sees, then what was taken out. */
export const staffNumbersPage = (frame: PageFrame, shown: StaffNumbers): Html => {
  const { language } = frame
  const { numbers, by, goodForDays, maySetDays, suggested, at, done } = shown
  const words = numbersWords.in(language)
  const of = (...states: readonly CheckState[]) =>
    numbers.filter(({ state }) => states.includes(state))
  const part = (heading: string, some: readonly KeptNumber[], none: string): Html =>
    html`<section class="desk-part">
      <h2>${heading}</h2>
      ${some.length === 0 ? html`<p>${none}</p>` : ''}
      <ul class="kept">
        ${some.map((one) => row(language, one, by))}
      </ul>
    </section>`
  const out = of('withdrawn').toSorted((a, b) => (a.withdrawn!.on < b.withdrawn!.on ? 1 : -1))
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('voice', words.staffHeading, done)}
      <p>${words.staffLead}</p>
      <div class="buttons">
        <a class="button" href="${numbersPath.staff}/propose">${words.toPropose}</a>
        <a class="button" href="${at}">${words.toPublic}</a>
      </div>
      ${part(words.waitingHeading, of('waiting', 'stale'), words.waitingNone)}
      ${part(words.shownHeading, of('current'), words.shownNone)}
      ${suggestedPart(language, suggested)}
      ${out.length === 0 ? '' : part(words.outHeading, out.slice(0, outMax), '')}
      ${
        maySetDays
          ? html`<p>
              <a href="${numbersPath.staff}/days">${words.toDays(String(goodForDays))}</a>
            </p>`
          : html`<p class="quiet">${words.goodFor(String(goodForDays))}</p>`
      }
    </div>`,
  })
}
