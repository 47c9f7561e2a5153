import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type At, heading } from '#src/pages/desk/parts.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardLink, membersAt, membersLayout } from '#src/pages/members/parts.ts'

type Card = { readonly memberId: string; readonly card: string }

type HouseholdsShown = {
  readonly households: readonly (readonly Card[])[]
  readonly unplaced: readonly Card[]
  readonly mayChange: boolean
}

const cards = (at: At, members: readonly Card[]): Html =>
  html`<ul class="cards-told">
    ${members.map((member) => html`<li>${cardLink(at, member)}</li>`)}
  </ul>`

/** The same, where pressing a card says who lives with whom. */
const placing = (at: At, members: readonly Card[]): Html =>
  html`<ul class="card-choices${at.nameOf === undefined ? '' : ' named'}">
    ${members.map(({ memberId, card }) => {
      const name = at.nameOf?.(card)
      return html`<li>
        <a class="button" href="${taskPath(at, 'household', { member: memberId })}"
          ><bdi>${card}</bdi>${
            name === undefined ? '' : html`<span class="called"><bdi>${name}</bdi></span>`
          }</a
        >
      </li>`
    })}
  </ul>`

/** Who lives together, by card alone. */
export const householdsPage = (at: At, shown: HouseholdsShown): Html => {
  const words = membersAt(at)
  const { households, unplaced, mayChange } = shown
  const change = (memberId: string): Html =>
    html`<a class="button" href="${taskPath(at, 'household', { member: memberId })}"
      >${words.writeHousehold}</a
    >`
  return membersLayout(
    at,
    html`${heading('house', words.households)}
      <p>
        ${
          households.length === 0
            ? words.householdsNone
            : words.householdsLead(String(households.length))
        }
      </p>
      ${inFolds(households, {
        called: ([first]) => first!.card,
        size: 8,
        draw: (some) =>
          html`<ul class="rows">
            ${some.map(
              (members) =>
                html`<li class="row">
                  <div>
                    ${cards(at, members)}
                    ${mayChange ? html`<p class="screen-only">${change(members[0]!.memberId)}</p>` : ''}
                  </div>
                </li>`,
            )}
          </ul>`,
      })}
      ${
        unplaced.length === 0
          ? ''
          : html`<h2>${words.unplaced}</h2>
              ${mayChange ? html`<p>${words.unplacedMeaning}</p>` : ''}
              ${inFolds(unplaced, {
                called: ({ card }) => card,
                draw: (some) => (mayChange ? placing(at, some) : cards(at, some)),
              })}`
      }
      <p class="buttons screen-only">
        ${
          mayChange
            ? html`<a class="button" href="${placeOf.record(at, 'household')}"
                >${households.length === 0 ? words.writeTogether : words.writeHousehold}</a
              >`
            : ''
        }
        <a class="button" href="${placeOf.members(at)}">${words.toMembers}</a>
      </p>`,
  )
}
