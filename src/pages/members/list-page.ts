import { officeNamed } from '#src/desk/officers.ts'
import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { MemberLine } from '#src/app/members/members-view.ts'
import { type At, heading } from '#src/pages/desk/parts.ts'
import { type Line, linesInFolds } from '#src/pages/desk/lines.ts'
import { cardSearch } from '#src/pages/desk/rows.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt, membersLayout, lifeStateMark } from '#src/pages/members/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { takeAlongPart } from '#src/pages/proof/take-along.ts'

/** A member as a line: offices beside the card; where somebody is, and since when only where that is not at home. */
const lineOf = (at: At, { memberId, card, state, since, offices }: MemberLine): Line => {
  const held = offices.map((office) => officeNamed(at, office)).join(' · ')
  return {
    card,
    href: placeOf.member(at, memberId),
    ...(held === '' ? {} : { about: held }),
    sum: lifeStateMark(at, state),
    ...(state === 'here' ? {} : { state: membersAt(at).fromDay(dateInWords(since, at.language)) }),
  }
}

const linesOf = (at: At, lines: readonly MemberLine[]): Html =>
  lines.length === 0
    ? html``
    : linesInFolds(
        at,
        lines.map((line) => lineOf(at, line)),
      )

type MembersShown = {
  readonly lines: readonly MemberLine[]
  /** True where somebody was looked for. */
  readonly isNarrowed: boolean
  readonly isByName: boolean
  /** By name, and not by card. */
  readonly isInNameOrder: boolean
  /** How many are at home and away, whoever was looked for. */
  readonly here: number
  readonly away: number
  readonly mayAdmit: boolean
  readonly maySeeNames: boolean
}

/** The members of a fund with where each of them is. */
export const membersPage = (at: At, shown: MembersShown): Html => {
  const words = membersAt(at)
  const { lines, isNarrowed, isByName, isInNameOrder, mayAdmit, maySeeNames } = shown
  const other = isInNameOrder ? '' : '?order=name'
  const order =
    at.nameOf === undefined || isNarrowed
      ? ''
      : html`<p>
          <a class="button" href="${placeOf.members(at)}${other}"
            >${isInNameOrder ? words.byCard : words.byName}</a
          >
        </p>`
  const present = lines.filter(({ state }) => state === 'here' || state === 'away')
  const gone = lines.filter(({ state }) => state === 'left' || state === 'dead')
  return membersLayout(
    at,
    html`${heading('person', words.members)}
      <p>${words.membersCount(String(shown.here), String(shown.away))}</p>
      ${cardSearch(at, { action: placeOf.members(at), isNarrowed, isByName, isFound: lines.length > 0 })}
      ${order} ${linesOf(at, present)}
      ${
        gone.length === 0
          ? ''
          : html`<h2>${words.gone}</h2>
              ${linesOf(at, gone)}`
      }
      ${takeAlongPart(at, { list: 'members' })}
      <p class="buttons screen-only">
        <a class="button" href="${placeOf.officers(at)}">${words.toOfficers}</a>
        <a class="button" href="${placeOf.households(at)}">${words.toHouseholds}</a>
        <a class="button" href="${placeOf.oldBook(at)}">${words.toOldBook}</a>
        ${maySeeNames ? html`<a class="button" href="/funds/${at.fundId}/people">${words.toNames}</a>` : ''}
        ${
          mayAdmit
            ? html`<a class="button" href="${taskPath(at, 'new-member', { fund: at.fundId })}"
                >${words.newMember}</a
              >`
            : ''
        }
      </p>`,
  )
}
