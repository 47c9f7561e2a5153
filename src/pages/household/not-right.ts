import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Dispute, disputeReasons, finalAnswerOf } from '#domain/corrections/disputes.ts'
import { disputeNumberOf } from '#domain/health/trust-findings.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { disputeWords, householdWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'

export type NotRight = {
  readonly formId: string
  readonly asOf: LocalDate
  readonly nextMeeting: LocalDate
  /** What of the own book can be meant. */
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** What stands in the form: what it is about, and what is wrong with it. */
  readonly about: string
  readonly reason: string
  /** Said already, the newest first, with what it is about. */
  readonly own: readonly { readonly dispute: Dispute; readonly what: string }[]
  readonly told: 'sent' | 'fault' | 'busy' | undefined
}

const stepsPart = ({ asOf, nextMeeting }: NotRight, { language }: OwnPlace): Html => {
  const words = householdWords.in(language)
  const meeting = words.notRightMeeting(
    dateInWords(nextMeeting, language),
    daysFromToday({ day: nextMeeting, today: asOf }, language),
  )
  const steps = [words.notRightFirst, meeting, words.notRightWitness, words.notRightAuditor]
  return html`<ol class="asking">
    ${steps.map((step) => html`<li>${step}</li>`)}
  </ol>`
}

const toldPart = ({ told }: NotRight, { language }: OwnPlace): Html | string => {
  const words = disputeWords.in(language)
  if (told === undefined) return ''
  if (told === 'sent')
    return html`<p class="done">${picture('on-time')} <b>${words.ownSent}</b></p>`
  return html`<div class="desk">
    <p class="fault" role="alert">${told === 'busy' ? words.ownBusy : words.ownFault}</p>
  </div>`
}

const formPart = (page: NotRight, { language, fundId }: OwnPlace): Html => {
  const words = disputeWords.in(language)
  const { formId, choices, about, reason } = page
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${label}</option>`
  return html`<form class="record desk" method="post" action="${ownPlace.notRight(fundId)}">
    <input type="hidden" name="id" value="${formId}" />
    <p class="field">
      <label for="about">${words.aboutLabel}</label>
      <select id="about" name="about">
        ${option('', words.chooseOne, about)}
        ${choices.map(({ value, label }) => option(value, label, about))}
      </select>
    </p>
    <p class="field">
      <label for="reason">${words.reasonLabel}</label>
      <select id="reason" name="reason">
        ${option('', words.chooseOne, reason)}
        ${disputeReasons.map((one) => option(one, words[`reason_${one}`], reason))}
      </select>
    </p>
    <p>${words.ownMeaning}</p>
    <p class="buttons"><button class="go" type="submit">${words.ownSend}</button></p>
  </form>`
}

const ownPart = ({ own }: NotRight, { language }: OwnPlace): Html | string => {
  if (own.length === 0) return ''
  const words = disputeWords.in(language)
  return html`<section>
    <h2>${words.ownHeading}</h2>
    <ul class="looks">
      ${own.map(({ dispute, what }) => {
        const answer = finalAnswerOf(dispute)
        const said =
          answer === undefined
            ? words.ownWaits
            : `${words[`answer_${answer.answer}`]}, ${words.answeredOn(dateInWords(answer.on, language))}`
        return html`<li>
          <b>${what}</b>
          <span>${words[`reason_${dispute.reason}`]}: ${said}</span>
          <span class="quiet">
            ${words.numberOf(disputeNumberOf(dispute.disputeId))},
            ${words.raisedOn(dateInWords(dispute.raisedOn, language))}
          </span>
        </li>`
      })}
    </ul>
  </section>`
}

/** Where a household says that something of its own is not right, and reads what was answered. */
export const notRightPage = (page: NotRight, place: OwnPlace): Html => {
  const words = householdWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownPlace.notRight(place.fundId) },
    html`<h1>${words.notRightHeading}</h1>
      ${toldPart(page, place)} ${formPart(page, place)} ${ownPart(page, place)}
      ${stepsPart(page, place)}`,
  )
}
