import { html } from 'hono/html'
import type { SumlessView } from '#src/app/household/sumless-view.ts'
import {
  type OwnPlace,
  ownHeading,
  ownLayout,
  ownPlace,
  toBox,
} from '#src/pages/household/parts.ts'
import { card } from '#src/pages/household/relief-cards.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { householdWords, ownWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'

const nextPart = ({ next, asOf }: SumlessView, { language }: OwnPlace): Html => {
  const words = householdWords.in(language)
  const shown = { tone: 'meeting', shown: 'meeting', label: words.nextPayment } as const
  if (next === undefined) return card(shown, html`<p>${ownWords.in(language).noLoanNow}</p>`)
  const distance = daysFromToday({ day: next.on, today: asOf }, language)
  return card(
    next.isLate ? { tone: 'late some', shown: 'late', label: words.nextPayment } : shown,
    html`<p class="when">
        <b>${dateInWords(next.on, language)}</b> <span class="count">${distance}</span>
      </p>
      ${next.isLate ? html`<p>${words.isLate}</p>` : ''}`,
  )
}

const linesPart = ({ lines }: SumlessView, { language }: OwnPlace): Html | string => {
  if (lines.length === 0) return ''
  const words = householdWords.in(language)
  return html`<section>
    <h2>${words.lines}</h2>
    <ol class="own-lines">
      ${lines.map(({ on, what }) => html`<li><b>${words[what]}</b> <span>${dateInWords(on, language)}</span></li>`)}
    </ol>
  </section>`
}

/** The own page on a phone that many use: days, and no sum until the secret is given again. */
export const sumlessPage = (view: SumlessView, place: OwnPlace, form: Html): Html => {
  const { language, fundId } = place
  const [words, own] = [householdWords.in(language), ownWords.in(language)]
  return ownLayout(
    { ...place, at: ownPlace.own(fundId) },
    html`${ownHeading(place, { card: view.card, asOf: view.asOf })}
      ${view.isFormer ? html`<p>${words.former}</p>` : ''}
      <ul class="cards">
        ${nextPart(view, place)}
      </ul>
      <section class="desk">
        <p>${own.sumsOutHere}</p>
        ${form}
      </section>
      ${linesPart(view, place)}
      <div class="buttons">
        <a class="button" href="${ownPlace.looked(fundId)}"
          >${picture('glass')} ${words.whoLooked}</a
        >
        <a class="button" href="${ownPlace.notRight(fundId)}"
          >${picture('stop')} ${words.notRight}</a
        >
        ${toBox(place)}
        <a class="button" href="${ownPlace.mine(fundId)}">${picture('person')} ${own.toMine}</a>
      </div>`,
  )
}
