import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { comparedCard } from '#src/pages/comparing/parts.ts'
import { behindRounds, confirmingAt, confirmingPlace } from '#src/pages/confirming/parts.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { faultBox, goodBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

export type RoundShown = {
  readonly roundId: string
  readonly on: LocalDate
  readonly closesOn: LocalDate
  readonly isClosed: boolean
  /** Whether somebody was heard of; what was said stands nowhere. */
  readonly asked: readonly {
    readonly memberId: string
    readonly card: string
    readonly isHeard: boolean
  }[]
  /** For the next answer; left out where everybody was heard of. */
  readonly form: Html | undefined
  readonly isSaved: boolean
  /** What stands against the last answer. */
  readonly fault: string | undefined
  /** Whom to write a dispute down for, where the reader may. */
  readonly disputeOf: string | undefined
}

const outcomePart = (at: At, { isSaved, fault, disputeOf }: RoundShown): Html => {
  const words = confirmingAt(at)
  const dispute = `${placeOf.record(at, 'dispute')}?member=${disputeOf ?? ''}`
  return html`${isSaved ? goodBox(words.saved) : ''} ${faultBox(fault)}
  ${
    disputeOf === undefined
      ? ''
      : html`<p>${words.wrongNext}</p>
          <p class="buttons"><a class="button go" href="${dispute}">${words.toDispute}</a></p>`
  }`
}

const listPart = (at: At, { asked }: RoundShown): Html => {
  const words = confirmingAt(at)
  return html`<section>
    <h2>${words.whoIsAsked}</h2>
    <dl class="facts">
      ${asked.map(
        ({ card, isHeard }) =>
          html`<div>
            <dt>${comparedCard(at, card)}</dt>
            <dd>${isHeard ? words.isHeard : words.isWaiting}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

const recordPart = (at: At, { form }: RoundShown): Html => {
  const words = confirmingAt(at)
  if (form === undefined) return html`<p><b>${words.everybodyHeard}</b></p>`
  return html`<section>
    <h2>${words.recordHeading}</h2>
    <p>${words.recordMeaning}</p>
    <div class="desk">${form}</div>
  </section>`
}

/** One round for whoever asks: who was drawn, who has been heard of, and a form for the next answer. */
export const roundPage = (at: At, shown: RoundShown): Html => {
  const words = confirmingAt(at)
  const { roundId, on, closesOn, isClosed } = shown
  const content = html`${heading('person', words.heading)}
    <p><b>${words.roundOf(dateInWords(on, at.language))}</b></p>
    <p>${isClosed ? words.closed : words.openUntil(dateInWords(closesOn, at.language))}</p>
    ${outcomePart(at, shown)} ${isClosed ? '' : recordPart(at, shown)} ${listPart(at, shown)}
    <p class="buttons">
      <a class="button" href="${confirmingPlace.slips(at, roundId)}">${words.slips}</a>
    </p>`
  return deskLayout({ ...behindRounds(at), at: confirmingPlace.one(at, roundId) }, content)
}
