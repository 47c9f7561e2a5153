import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { LifeState } from '#domain/fund/people/life.ts'
import { type At, deskLayout } from '#src/pages/desk/parts.ts'
import { mark } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { MemberWords } from '#src/words/en/member.ts'
import { memberWords } from '#src/words/words.ts'

export const membersAt = ({ language }: Pick<At, 'language'>): MemberWords =>
  memberWords.in(language)

const tones = { here: 'good', away: 'calm', left: 'calm', dead: 'calm' } as const

/** Where a member is: a sign, a word, a colour. */
export const lifeStateMark = (at: Pick<At, 'language'>, state: LifeState): Html =>
  mark(tones[state], membersAt(at)[`state_${state}`])

/** A card as a link to what the book says of its member. */
export const cardLink = (
  at: At,
  { card, memberId }: { readonly card: string; readonly memberId: string },
): Html => {
  const name = at.nameOf?.(card)
  return html`<a class="card-link" href="${placeOf.member(at, memberId)}"><bdi>${card}</bdi></a
    >${name === undefined ? '' : html` <span class="called"><bdi>${name}</bdi></span>`}`
}

/** A page of members and offices, with a way back. */
export const membersLayout = (at: At, content: Html): Html => deskLayout(at, content)
