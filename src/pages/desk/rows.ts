import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { dueSum } from '#src/pages/due.ts'
import type { DeskDay, DeskLoan } from '#src/app/desk-day.ts'
import { linesInFolds } from '#src/pages/desk/lines.ts'
import { type At, figure, filledLink, deskWordsAt } from '#src/pages/desk/parts.ts'
import { type Html, hiddenFields } from '#src/pages/layout.ts'
import { mark } from '#src/pages/health/parts.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'

type Listed = Pick<DeskDay, 'currency' | 'today' | 'nextMeeting'> & {
  /** Whoever may not record gets the list without links. */
  readonly mayRecord: boolean
}

const whenDue = (at: At, { today, nextMeeting }: Listed, loan: DeskLoan): Html => {
  const words = deskWordsAt(at)
  const { language } = at
  if (loan.daysLate > 0) return mark('bad', words.daysLate(String(loan.daysLate)))
  const distance = daysFromToday({ day: loan.dueOn, today }, language)
  const when =
    loan.dueOn === nextMeeting
      ? html`${distance}`
      : html`${distance}, <span class="together">${dateInWords(loan.dueOn, language)}</span>`
  return loan.isPostponed ? html`${mark('eased', words.postponed)} ${when}` : when
}

/** Loans one below the other; a whole row is the link to the page that takes the money. */
export const loanRows = (at: At, listed: Listed, loans: readonly DeskLoan[]): Html => {
  const words = deskWordsAt(at)
  const { currency, mayRecord } = listed
  const money = (amount: number): Html => figure({ amount, currency })
  return linesInFolds(
    at,
    loans.map((loan) => ({
      card: loan.card,
      href: mayRecord
        ? filledLink(at, `${placeOf.record(at, 'repayment')}?loan=${loan.loanId}`)
        : undefined,
      about: html`<bdi>${loan.number}</bdi>`,
      sum:
        loan.amount > 0
          ? html`<span class="quiet">${words.toPay}</span>
              ${dueSum({ loanId: loan.loanId, on: loan.dueOn }, money(loan.amount))}`
          : words.nothingToPay,
      wide: html`${words.loanLeft} ${money(loan.owed)}`,
      state: whenDue(at, listed, loan),
    })),
  )
}

/** Looks for a name or card with no script; what was looked for is not written into the page again. */
export const cardSearch = (
  at: At,
  {
    action,
    isNarrowed,
    isByName,
    isFound,
  }: { action: string; isNarrowed: boolean; isByName: boolean; isFound: boolean },
): Html => {
  const words = deskWordsAt(at)
  const missing = isNarrowed && !isFound
  return html`<form class="search" method="get" action="${action}" role="search" autocomplete="off">
    ${hiddenFields(at.filledIn ?? {})}
    <label for="name">${isByName ? words.searchLabel : words.searchCard}</label>
    <p class="quiet" id="name-hint">${isByName ? words.searchHint : words.searchCardHint}</p>
    ${missing ? html`<p class="fault" id="name-fault">${words.notFound}</p>` : ''}
    <div class="line">
      <input
        id="name"
        name="name"
        type="search"
        autocomplete="off"
        maxlength="60"
        aria-describedby="${missing ? 'name-hint name-fault' : 'name-hint'}"
      />
      <button type="submit">${words.search}</button>
    </div>
    ${isNarrowed ? html`<p><a class="button" href="${filledLink(at, action)}">${words.showAll}</a></p>` : ''}
  </form>`
}
