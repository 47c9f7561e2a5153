import { html } from 'hono/html'
import type { Likeness } from '#domain/fund/people/likely-same.ts'
import { cardSearch } from '#src/pages/desk/rows.ts'
import { inFolds } from '#src/pages/folds.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import {
  type PeopleAt,
  type PersonShown,
  nameText,
  peoplePath,
  peopleWordsAt,
} from '#src/pages/people/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import { ownWords } from '#src/words/words.ts'

const personInside = (at: PeopleAt, person: PersonShown, asks: boolean): Html => {
  const words = peopleWordsAt(at)
  const { card, name, isFormer, hasPhoto } = person
  return html`<strong class="person-name">${nameText(at, name)}</strong>
    <span><bdi>${words.cardOf(card)}</bdi></span>
    ${
      isFormer || hasPhoto || asks
        ? html`<span class="marks">
            ${isFormer ? html`<span class="state">${picture('away')} ${words.former}</span>` : ''}
            ${hasPhoto ? html`<span class="state">${picture('person')} ${words.hasPhoto}</span>` : ''}
            ${asks ? html`<span class="state">${picture('warning')} ${ownWords.in(at.language).hasAsked}</span>` : ''}
          </span>`
        : ''
    }`
}

const personLink = (at: PeopleAt, person: PersonShown, asks = false): Html =>
  html`<a class="person" href="${peoplePath.person(at, person.memberId)}"
    >${personInside(at, person, asks)}</a
  >`

/** The members by card, with their names. */
export const peoplePage = (
  at: PeopleAt,
  {
    people,
    all,
    isNarrowed,
    mayKeep,
    asked,
  }: {
    /** Only those who were looked for, where somebody was. */
    readonly people: readonly PersonShown[]
    readonly all: { readonly named: number; readonly count: number }
    readonly isNarrowed: boolean
    readonly mayKeep: boolean
    /** Who has asked for something to be corrected or erased, and waits. */
    readonly asked: ReadonlySet<string>
  },
): Html => {
  const words = peopleWordsAt(at)
  return layout({
    ...at,
    content: html`${headingWith('person', words.listHeading)}
      <div class="intro">
        <p>${words.named(all.named, all.count)}</p>
        <p class="quiet">${words.looksWritten}</p>
      </div>
      ${
        mayKeep
          ? html`<div class="buttons">
              <a class="button" href="${peoplePath.alike(at)}">${words.toAlike}</a>
            </div>`
          : ''
      }
      <div class="desk">
        ${cardSearch(at, { action: peoplePath.list(at), isNarrowed, isByName: true, isFound: people.length > 0 })}
      </div>
      ${inFolds(people, {
        called: ({ card }) => card,
        draw: (some) =>
          html`<ul class="people">
            ${some.map((person) => html`<li>${personLink(at, person, asked.has(person.memberId))}</li>`)}
          </ul>`,
      })}`,
  })
}

type PairShown = {
  readonly first: PersonShown
  readonly second: PersonShown
  readonly why: Likeness
}

/** Cards that may be one person's, each pair with the reason; what to do about it is for people. */
export const alikePage = (at: PeopleAt, pairs: readonly PairShown[]): Html => {
  const words = peopleWordsAt(at)
  return layout({
    ...at,
    content: html`${headingWith('glass', words.alikeHeading)}
      <div class="intro"><p>${words.alikeLead}</p></div>
      ${pairs.length === 0 ? html`<p>${words.alikeNone}</p>` : ''}
      ${pairs.map(
        ({ first, second, why }) =>
          html`<section class="pair">
            <p><b>${words[`why_${why}`]}</b></p>
            <div class="people">${personLink(at, first)} ${personLink(at, second)}</div>
          </section>`,
      )}`,
  })
}
