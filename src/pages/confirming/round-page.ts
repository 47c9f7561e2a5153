import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { confirmationAnswers } from '#domain/fund/confirming.ts'
import { comparedCard } from '#src/pages/comparing/parts.ts'
import {
  behindRounds,
  confirmingAt,
  confirmingPlace,
  waysToAsk,
} from '#src/pages/confirming/parts.ts'
import { refusalBox } from '#src/pages/forms/form.ts'
import { type At, deskLayout, heading } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { dateInWords } from '#src/words/locale.ts'

export type RoundShown = {
  readonly roundId: string
  readonly on: LocalDate
  readonly closesOn: LocalDate
  readonly isClosed: boolean
  readonly formId: string
  /** Whether somebody was heard of; what was said stands nowhere. */
  readonly asked: readonly {
    readonly memberId: string
    readonly card: string
    readonly isHeard: boolean
  }[]
  readonly chosen: { readonly member: string; readonly answer: string; readonly way: string }
  readonly told: 'saved' | 'fault' | undefined
  readonly refused: string | undefined
  /** Whom to write a dispute down for, where the reader may. */
  readonly disputeOf: string | undefined
}

const toldPart = (at: At, { told, refused, disputeOf }: RoundShown): Html => {
  const words = confirmingAt(at)
  const dispute = `${placeOf.record(at, 'dispute')}?member=${disputeOf ?? ''}`
  return html`${told === 'saved' ? goodBox(words.saved) : ''}
  ${told === 'fault' ? refusalBox(html`<p>${words.fault}</p>`) : ''}
  ${refused === undefined ? '' : refusalBox(html`<p>${refused}</p>`)}
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

type Choices = readonly (readonly [value: string, label: string])[]

const radios = (name: string, legend: string, choices: Choices, chosen: string): Html =>
  html`<fieldset class="field">
    <legend>${legend}</legend>
    <div class="ticks">
      ${choices.map(
        ([value, label]) =>
          html`<label class="tick"
            ><input
              type="radio"
              name="${name}"
              value="${value}"
              ${value === chosen ? html` checked` : ''}
            />
            <span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`

const formPart = (at: At, shown: RoundShown): Html => {
  const words = confirmingAt(at)
  const { roundId, formId, asked, chosen } = shown
  const waiting = asked.filter(({ isHeard, memberId }) => !isHeard || memberId === chosen.member)
  if (waiting.length === 0) return html`<p><b>${words.everybodyHeard}</b></p>`
  const named = (card: string): string => {
    const name = at.nameOf?.(card)
    return name === undefined ? card : `${card} ${name}`
  }
  return html`<section>
    <h2>${words.recordHeading}</h2>
    <p>${words.recordMeaning}</p>
    <form class="record" method="post" action="${confirmingPlace.one(at, roundId)}">
      <input type="hidden" name="id" value="${formId}" />
      <p class="field">
        <label for="member">${words.member}</label>
        <select id="member" name="member">
          <option value="">${words.chooseOne}</option>
          ${waiting.map(
            ({ memberId, card }) =>
              html`<option value="${memberId}" ${memberId === chosen.member ? html` selected` : ''}>
                ${named(card)}
              </option>`,
          )}
        </select>
      </p>
      ${radios(
        'answer',
        words.answer,
        confirmationAnswers.map((one) => [one, words[`answer_${one}`]]),
        chosen.answer,
      )}
      ${radios(
        'way',
        words.way,
        waysToAsk.map((one) => [one, words[`way_${one}`]]),
        chosen.way,
      )}
      <p class="buttons"><button class="go" type="submit">${words.save}</button></p>
    </form>
  </section>`
}

/** One round for whoever asks: who was drawn, who has been heard of, and a form for the next answer. */
export const roundPage = (at: At, shown: RoundShown): Html => {
  const words = confirmingAt(at)
  const { roundId, on, closesOn, isClosed } = shown
  const content = html`${heading('person', words.heading)}
    <p><b>${words.roundOf(dateInWords(on, at.language))}</b></p>
    <p>${isClosed ? words.closed : words.openUntil(dateInWords(closesOn, at.language))}</p>
    ${toldPart(at, shown)}
    <p class="buttons">
      <a class="button" href="${confirmingPlace.slips(at, roundId)}">${words.slips}</a>
    </p>
    ${isClosed ? '' : formPart(at, shown)} ${listPart(at, shown)}`
  return deskLayout({ ...behindRounds(at), at: confirmingPlace.one(at, roundId) }, content)
}
