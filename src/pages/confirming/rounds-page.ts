import { html } from 'hono/html'
import type { RoundSummary, RoundsReport } from '#src/app/health/confirmations.ts'
import { confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { faultBox } from '#src/pages/entrance/parts.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

type RoundsShown = {
  readonly told: RoundsReport
  /** Whether the reader may ask: begins rounds, and opens one to write answers down. */
  readonly mayAsk: boolean
  /** Begins another round. */
  readonly form: Html
  readonly fault: string | undefined
}

const countNames = ['right', 'wrong', 'notReached', 'noAnswer'] as const

const row = (at: At, one: RoundSummary, mayAsk: boolean): Html => {
  const words = confirmingAt(at)
  const day = mayAsk
    ? html`<a class="card-link" href="${confirmingPlace.one(at, one.roundId)}">${one.on}</a>`
    : one.on
  const count = (name: (typeof countNames)[number]): Html | string =>
    one[name] === null ? html`<span class="quiet">${words.hidden}</span>` : String(one[name])
  return html`<tr>
    <th scope="row">${day}</th>
    <td class="sum" data-label="${words.asked}">${String(one.asked)}</td>
    <td class="sum" data-label="${words.heard}">${String(one.heard)}</td>
    ${countNames.map((name) => html`<td class="sum" data-label="${words[name]}">${count(name)}</td>`)}
  </tr>`
}

const roundsPart = (at: At, { told: { rounds }, mayAsk }: RoundsShown): Html => {
  const words = confirmingAt(at)
  if (rounds.length === 0) return html`<p>${words.none}</p>`
  const heads = [words.day, words.asked, words.heard, ...countNames.map((name) => words[name])]
  return html`<table class="grid trend" aria-label="${words.heading}">
      <thead>
        <tr>
          ${heads.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rounds.map((one) => row(at, one, mayAsk))}
      </tbody>
    </table>
    <p class="quiet">${words.hiddenMeaning}</p>`
}

const openPart = (at: At, { told: { rounds } }: RoundsShown): Html | string => {
  const open = rounds.find(({ isClosed }) => !isClosed)
  return open
    ? html`<p class="buttons">
        <a class="button go" href="${confirmingPlace.one(at, open.roundId)}"
          >${confirmingAt(at).ask}</a
        >
      </p>`
    : ''
}

const beginPart = (at: At, shown: RoundsShown): Html | string => {
  const { told, form, mayAsk } = shown
  if (told.nextOn === null) return mayAsk ? form : ''
  return html`${mayAsk ? openPart(at, shown) : ''}
    <p>${confirmingAt(at).nextOn(dateInWords(told.nextOn, at.language))}</p>`
}

/** All rounds in numbers, and the button with which another one begins. */
export const roundsPage = (at: At, shown: RoundsShown): Html => {
  const words = confirmingAt(at)
  const content = html`${heading('person', words.heading)}
    <p>${words.lead}</p>
    ${faultBox(shown.fault)} ${beginPart(at, shown)} ${roundsPart(at, shown)}
    <p class="quiet">${words.drawMeaning}</p>`
  return deskLayout({ ...at, at: confirmingPlace.all(at) }, content)
}
