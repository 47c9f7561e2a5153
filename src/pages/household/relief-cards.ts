import type { Picture } from '#src/desk/pictures.ts'
import { html } from 'hono/html'
import type { OwnView } from '#src/app/household/own-view.ts'
import type { Html } from '#src/pages/layout.ts'
import { type OwnPlace, largeFigure, ownPlace } from '#src/pages/household/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import type { HouseholdWords } from '#src/words/en/household.ts'
import { reliefWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a part of a household's page is made from. */
export type Part = {
  readonly view: OwnView
  readonly place: OwnPlace
  readonly words: HouseholdWords
}

/** One thing that a household is told, with its picture. */
export const card = (
  { tone, shown, label }: { tone: string; shown: Picture; label: string },
  body: Html,
): Html =>
  html`<li class="card ${tone}">
    <h2>${picture(shown)} <span>${label}</span></h2>
    ${body}
  </li>`

/** What is put off, until when, that it costs nothing, and how to say no. */
export const reliefCards = ({ view, place, words }: Part): readonly Html[] => {
  const windows = view.loans.flatMap(({ relief }) => relief)
  const told = new Map(
    windows.map((window) => [`${window.kind} ${window.from} ${window.to}`, window]),
  )
  return [...told.values()].map(({ kind, from, to, eventId, mayDecline }) =>
    card(
      { tone: 'postponed', shown: 'postponed', label: words.relief(words[kind]) },
      html`<p>
          ${words.reliefDays(dateInWords(from, place.language), dateInWords(to, place.language))}
        </p>
        <p><b>${reliefWords.in(place.language).ownCosts}</b></p>
        ${mayDecline ? declineForm(place, eventId) : ''}`,
    ),
  )
}

/** That its no was heard, and what follows from it. */
export const declinedCards = ({ view, place, words }: Part): readonly Html[] => {
  const { ownDeclined } = reliefWords.in(place.language)
  return view.declined.map(({ kind, on }) =>
    card(
      { tone: 'calm', shown: 'postponed', label: words.relief(words[kind]) },
      html`<p>${ownDeclined(dateInWords(on, place.language))}</p>`,
    ),
  )
}

/** What a household can say about relief: that it does not want it. */
const declineForm = (place: OwnPlace, eventId: string): Html => {
  const words = reliefWords.in(place.language)
  return html`<details class="fold screen-only">
    <summary>${words.ownDecline}</summary>
    <form method="post" action="${ownPlace.relief(place.fundId)}">
      <input type="hidden" name="event" value="${eventId}" />
      <p>${words.ownDeclineMeaning}</p>
      <p class="buttons"><button class="button" type="submit">${words.ownDecline}</button></p>
    </form>
  </details>`
}

/** Emergency loans that are there when they are needed. */
export const lineCards = ({ view, place }: Part): readonly Html[] => {
  const words = reliefWords.in(place.language)
  const money = (amount: number): Html => largeFigure({ amount, currency: view.currency })
  const { open, promised } = view.line
  const promises = promised.map(({ from, amount }) =>
    card(
      { tone: 'calm', shown: 'savings', label: words.linePromised },
      html`${money(amount)}
        <p>${words.seasonFrom}: ${dateInWords(from, place.language)}</p>`,
    ),
  )
  return open > 0
    ? [card({ tone: 'calm', shown: 'savings', label: words.lineOpen }, money(open))]
    : promises
}
