import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Dispute, finalAnswerOf } from '#domain/corrections/disputes.ts'
import { disputeNumberOf } from '#domain/health/trust-findings.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { disputeWords, householdWords } from '#src/words/words.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'

type NotRight = {
  readonly asOf: LocalDate
  readonly nextMeeting: LocalDate
  /** Said already, the newest first, with what it is about. */
  readonly own: readonly { readonly dispute: Dispute; readonly what: string }[]
  /** True after something was said. */
  readonly isSent: boolean
  readonly form: Html
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
export const notRightPage = (place: OwnPlace, page: NotRight): Html => {
  const { notRightHeading } = householdWords.in(place.language)
  const { ownSent } = disputeWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: ownPlace.notRight(place.fundId) },
    html`<h1>${notRightHeading}</h1>
      ${page.isSent ? html`<p class="done">${picture('on-time')} <b>${ownSent}</b></p>` : ''}
      <div class="desk">${page.form}</div>
      ${ownPart(page, place)} ${stepsPart(page, place)}`,
  )
}
