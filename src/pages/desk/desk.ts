import { type TaskName, placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { DeskDay } from '#src/app/desk-day.ts'
import { type At, behindDesk, deskLayout, filledLink, deskWordsAt } from '#src/pages/desk/parts.ts'
import { cardSearch, loanRows } from '#src/pages/desk/rows.ts'
import { inFolds } from '#src/pages/folds.ts'
import type { Html } from '#src/pages/layout.ts'
import { lendingFormWords, memberFormWords } from '#src/words/words.ts'

export type DayList = DeskDay & {
  readonly mayRecord: boolean
  /** True when somebody was looked for; `cards` are those that were found. */
  readonly isNarrowed: boolean
  /** Whether the reader may look for a name. */
  readonly isByName: boolean
  readonly cards: readonly { readonly memberId: string; readonly card: string }[]
}

/** Asks whose loan is paid back. */
export const chooseLoanPage = (at: At, desk: DayList): Html => {
  const words = deskWordsAt(at)
  const { dueByMeeting, dueLater, isNarrowed, isByName } = desk
  const loans = [...dueByMeeting, ...dueLater]
  const isFound = loans.length > 0
  const action = placeOf.record(at, 'repayment')
  const content = html`<h1>${words.chooseLoan}</h1>
    <p>${words.chooseLoanMeaning}</p>
    ${cardSearch(at, { action, isNarrowed, isByName, isFound })}
    ${
      loans.length === 0
        ? html`<p>${isNarrowed ? '' : words.noOpenLoans}</p>`
        : loanRows(at, desk, loans)
    }`
  return deskLayout(behindDesk(at), content)
}

const whoseQuestion = (
  at: At,
  act: TaskName,
): { readonly heading: string; readonly how: string } => {
  const words = deskWordsAt(at)
  if (act === 'saving') return { heading: words.chooseMember, how: words.chooseMemberMeaning }
  const form = lendingFormWords.in(at.language)
  const more: Readonly<Record<string, unknown>> = { ...form, ...memberFormWords.in(at.language) }
  return { heading: String(more[`whose_${act}`]), how: form.pressCard }
}

/** Two stand beside each other on a phone. */
const choicesTogether = 20

/** Asks whose saving, request or payment it is. */
export const chooseMemberPage = (
  at: At,
  act: TaskName,
  { isNarrowed, isByName, cards }: Pick<DayList, 'isNarrowed' | 'isByName' | 'cards'>,
): Html => {
  const words = deskWordsAt(at)
  const action = placeOf.record(at, act)
  const { heading, how } = whoseQuestion(at, act)
  const link = ({ memberId, card }: DayList['cards'][number]): Html => {
    const name = at.nameOf?.(card)
    return html`<li>
      <a class="button" href="${filledLink(at, `${action}?member=${memberId}`)}"
        ><bdi>${name ?? card}</bdi>${
          name === undefined ? '' : html`<span class="called"><bdi>${card}</bdi></span>`
        }</a
      >
    </li>`
  }
  const content = html`<h1>${heading}</h1>
    <p>${how}</p>
    ${cardSearch(at, { action, isNarrowed, isByName, isFound: cards.length > 0 })}
    ${
      cards.length === 0
        ? html`<p>${isNarrowed ? '' : words.noMembers}</p>`
        : inFolds(cards, {
            called: ({ card }) => at.nameOf?.(card) ?? card,
            size: choicesTogether,
            draw: (some) =>
              html`<ul class="card-choices${at.nameOf === undefined ? '' : ' named'}">
                ${some.map(link)}
              </ul>`,
          })
    }`
  return deskLayout(behindDesk(at), content)
}
