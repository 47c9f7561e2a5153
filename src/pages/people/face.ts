import { html } from 'hono/html'
import { type At, type Face, deskWordsAt } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { peoplePath } from '#src/pages/people/parts.ts'

/** First letters of a name, where there is no photo. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')

/** The face of somebody, or what stands for it: first letters of the name, or the card. */
const facePart = (at: At, { memberId, card, hasPhoto }: Face, name: string | undefined): Html =>
  hasPhoto
    ? html`<img class="at-face" src="${peoplePath.person(at, memberId, 'picture')}" alt="" />`
    : html`<span class="at-face" aria-hidden="true"
        >${name === undefined ? card : initialsOf(name)}</span
      >`

/** Who the page is about, as its heading: face, name, then card. What else is known stands under it; `hear` is read out alone. */
export const whoHeading = (
  at: At,
  face: Face,
  { more, hear }: { readonly more?: Html; readonly hear?: string } = {},
): Html => {
  const name = at.nameOf?.(face.card)
  const card = deskWordsAt(at).cardOf(face.card)
  const under = name === undefined ? more : html`<bdi>${card}</bdi>${more && html` · ${more}`}`
  return html`<div class="at-table">
    ${facePart(at, face, name)}
    <div>
      <h1>
        <bdi>${name ?? card}</bdi>
        ${hear === undefined ? '' : html`<span class="hear">${hear}</span>`}
      </h1>
      ${under === undefined ? '' : html`<p class="quiet">${under}</p>`}
    </div>
  </div>`
}

/** How somebody is known here: by face and name, then by card, and a loan by its number. */
export const whose = (at: At, { card, number }: { card: string; number?: string }): Html => {
  const words = deskWordsAt(at)
  const name = at.nameOf?.(card)
  const byCard = html`<bdi>${words.cardOf(card)}</bdi>`
  return html`<p class="whose">
    ${at.face?.card === card ? facePart(at, at.face, name) : ''}
    <span>
      ${
        name === undefined
          ? html`<b>${byCard}</b>`
          : html`<b class="called"><bdi>${name}</bdi></b> <span>${byCard}</span>`
      }
      ${number === undefined ? '' : html`<span><bdi>${words.loanOf(number)}</bdi></span>`}
    </span>
  </p>`
}
