import { html } from 'hono/html'
import { type Dispute, finalAnswerOf } from '#domain/corrections/disputes.ts'
import { disputeNumberOf } from '#domain/health/trust-findings.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { OwnPrivate } from '#src/app/members/private-savings.ts'
import {
  type OwnPlace,
  behindOwn,
  inFigures,
  largeFigure,
  ownLayout,
  ownPlace,
} from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'
import { disputeWords, savingWords } from '#src/words/words.ts'

const top = (place: OwnPlace): Html => {
  const words = savingWords.in(place.language)
  return html`<h1 class="with-picture">
      ${picture('savings')} <span>${words.privateHeading}</span>
    </h1>
    <p>${words.privateLead}</p>`
}

/** Asks for the secret each time: a household's phone may lie open. The same page for everybody. */
export const askSecretPage = (place: OwnPlace, form: Html): Html =>
  ownLayout(
    behindOwn(place),
    html`${top(place)}
      <div class="desk">${form}</div>`,
  )

/** What was said of a line that she calls not right: that it waits, or what was answered. */
const saidOf = (dispute: Dispute, { language }: OwnPlace): string => {
  const words = disputeWords.in(language)
  const answer = finalAnswerOf(dispute)
  const said = answer === undefined ? words.ownWaits : words[`answer_${answer.answer}`]
  return `${words.numberOf(disputeNumberOf(dispute.disputeId))}: ${said}`
}

type OwnPrivateShown = {
  readonly own: OwnPrivate
  readonly currency: Currency
  /** What was said not to be right, of any line of the fund. */
  readonly disputes: readonly Dispute[]
}

const linePart = (
  place: OwnPlace,
  { currency, disputes }: OwnPrivateShown,
  line: OwnPrivate['lines'][number],
): Html => {
  const { language } = place
  const words = savingWords.in(language)
  const { entryId, seq, on, amount, receipt, isTakenBack, isMoreThanOwn } = line
  const said = disputes.filter(({ about }) => about.kind === 'entry' && about.entryId === entryId)
  return html`<li>
    <span>
      <b>${amount > 0 ? words.direction_in : words.direction_out}</b>
      <small>${dateInWords(on, language)}, ${words.lineNumber(String(seq))}</small>
      ${isMoreThanOwn ? html`<small><b>${words.moreThanYours}</b></small>` : ''}
      ${said.map((dispute) => html`<small>${saidOf(dispute, place)}</small>`)}
      <small><bdi class="code">${receipt}</bdi></small>
    </span>
    <span class="sum">
      <b class="together">${inFigures(Math.abs(amount), currency)}</b>
      ${isTakenBack ? html`<small>${words.takenBack}</small>` : ''}
    </span>
  </li>`
}

/** Says that a line of the own private savings is not right, by its number. The same page for everybody. */
export const privateNotRightPage = (
  place: OwnPlace,
  { isSent, form }: { readonly isSent: boolean; readonly form: Html },
): Html =>
  ownLayout(
    behindOwn(place),
    html`${top(place)}
      ${
        isSent
          ? html`<p class="done">
              ${picture('on-time')} <b>${disputeWords.in(place.language).ownSent}</b>
            </p>`
          : ''
      }
      <div class="desk">${form}</div>`,
  )

/** What somebody has saved in private: on this page alone. */
export const ownPrivatePage = (place: OwnPlace, shown: OwnPrivateShown): Html => {
  const { language } = place
  const words = savingWords.in(language)
  const { own, currency } = shown
  const { saved, lines } = own
  return ownLayout(
    behindOwn(place),
    html`${top(place)} ${largeFigure({ amount: saved, currency })}
      ${saved < 0 ? html`<p><b>${words.beyondYours}</b></p>` : ''}
      ${
        lines.length === 0
          ? html`<p>${words.privateNone}</p>`
          : html`<ol class="own-lines">
              ${lines.map((line) => linePart(place, shown, line))}
            </ol>`
      }
      <p class="quiet">${words.privateHow}</p>
      <p class="quiet">${words.receiptHow}</p>
      <p>
        <a class="button" href="${ownPlace.privateNotRight(place.fundId)}"
          >${words.privateNotRight}</a
        >
      </p>`,
  )
}
