import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { dueSum } from '#src/pages/due.ts'
import type { DeskDay, DeskLoan } from '#src/app/desk-day.ts'
import { type At, figure, filledLink, deskWordsAt } from '#src/pages/desk/parts.ts'
import { type Html, hiddenFields } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords, daysFromToday } from '#src/words/locale.ts'
import { whose } from '#src/pages/people/face.ts'

type Listed = Pick<DeskDay, 'currency' | 'today' | 'nextMeeting'> & {
  /** Whoever may not record gets the list without links. */
  readonly mayRecord: boolean
}

const whenDue = (at: At, { today, nextMeeting }: Listed, loan: DeskLoan): Html => {
  const words = deskWordsAt(at)
  const { language } = at
  if (loan.daysLate > 0)
    return html`<p class="when">
      ${picture('late')} <span>${words.daysLate(String(loan.daysLate))}</span>
    </p>`
  const distance = daysFromToday({ day: loan.dueOn, today }, language)
  return html`<p class="when">
    ${picture(loan.isPostponed ? 'postponed' : 'meeting')}
    <span>
      ${loan.isPostponed ? html`<b>${words.postponed}</b><br />${words.nextPayment}` : ''}
      ${distance}${
        loan.dueOn === nextMeeting
          ? ''
          : html`, <span class="together">${dateInWords(loan.dueOn, language)}</span>`
      }
    </span>
  </p>`
}

const loanPart = (at: At, listed: Listed, loan: DeskLoan): Html => {
  const words = deskWordsAt(at)
  const { currency } = listed
  return html`${whose(at, loan)}
    <p class="sum">
      ${
        loan.amount > 0
          ? html`<span>${words.toPay}</span>
              <b class="figure"
                >${dueSum(
                  { loanId: loan.loanId, on: loan.dueOn },
                  figure({ amount: loan.amount, currency }),
                )}</b
              >`
          : html`<span>${words.nothingToPay}</span>`
      }
    </p>
    <div class="rest">
      ${whenDue(at, listed, loan)}
      <p class="quiet">${words.loanLeft} ${figure({ amount: loan.owed, currency })}</p>
    </div>`
}

/** Loans one below the other; a whole row is the link to the page that takes the money. */
export const loanRows = (at: At, listed: Listed, loans: readonly DeskLoan[]): Html => {
  const rows = loans.map((loan) => {
    const content = loanPart(at, listed, loan)
    const href = filledLink(at, `${placeOf.record(at, 'repayment')}?loan=${loan.loanId}`)
    return html`<li class="row${loan.daysLate > 0 ? ' late some' : ''}">
      ${listed.mayRecord ? html`<a href="${href}">${content}</a>` : html`<div>${content}</div>`}
    </li>`
  })
  return html`<ul class="rows">
    ${rows}
  </ul>`
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
