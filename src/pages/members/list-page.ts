import { officeNamed } from '#src/desk/officers.ts'
import { placeOf, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { MemberLine } from '#src/app/members/members-view.ts'
import { type At, heading } from '#src/pages/desk/parts.ts'
import { cardSearch } from '#src/pages/desk/rows.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { cardLink, membersAt, membersLayout, lifeStateMark } from '#src/pages/members/parts.ts'
import { table } from '#src/pages/table.ts'
import { dateInWords } from '#src/words/locale.ts'

const linesTable = (at: At, lines: readonly MemberLine[], label: string): Html => {
  const words = membersAt(at)
  if (lines.length === 0) return html``
  return table({
    look: 'told-table pressed',
    label,
    rows: lines,
    columns: [
      { heading: words.colCard, of: (line) => cardLink(at, line) },
      {
        heading: words.colState,
        of: ({ state, since }) =>
          html`${lifeStateMark(at, state)}<br />
            <span class="told-since">${words.fromDay(dateInWords(since, at.language))}</span>`,
      },
      {
        heading: words.colOffices,
        of: ({ offices }) => offices.map((office) => officeNamed(at, office)).join(' · '),
      },
    ],
  })
}

type MembersShown = {
  readonly lines: readonly MemberLine[]
  /** True where somebody was looked for. */
  readonly isNarrowed: boolean
  readonly isByName: boolean
  /** How many are at home and away, whoever was looked for. */
  readonly here: number
  readonly away: number
  readonly mayAdmit: boolean
  readonly maySeeNames: boolean
}

/** The members of a fund with where each of them is. */
export const membersPage = (at: At, shown: MembersShown): Html => {
  const words = membersAt(at)
  const { lines, isNarrowed, isByName, mayAdmit, maySeeNames } = shown
  const present = lines.filter(({ state }) => state === 'here' || state === 'away')
  const gone = lines.filter(({ state }) => state === 'left' || state === 'dead')
  return membersLayout(
    at,
    html`${heading('person', words.members)}
      <p>${words.membersCount(String(shown.here), String(shown.away))}</p>
      ${cardSearch(at, { action: placeOf.members(at), isNarrowed, isByName, isFound: lines.length > 0 })}
      ${inFolds(present, { called: ({ card }) => card, draw: (rows) => linesTable(at, rows, words.members) })}
      ${
        gone.length === 0
          ? ''
          : html`<h2>${words.gone}</h2>
              ${linesTable(at, gone, words.gone)}`
      }
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
