import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { LoanAsked } from '#domain/loans/request-state.ts'
import { quoteIn } from '#src/app/quoting.ts'
import type { Room } from '#src/http/desk/record.ts'
import type { Html } from '#src/pages/layout.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { costCard } from '#src/pages/quote/result.ts'

type Asked = Omit<LoanAsked, 'loanId' | 'purpose'>

/** What the loan that is asked for would cost, paid out on a day; nothing where it cannot be counted. */
export const costOf = (
  { at, book }: Room,
  { memberId, product, principal, months, plan, firstDueOn }: Asked,
  paidOutOn: LocalDate,
): Html | undefined => {
  const answer = quoteIn(book, {
    asked: {
      ...plan,
      product,
      principal,
      instalments: months,
      paidOutOn,
      ...(firstDueOn === undefined || plan?.dueOn || firstDueOn <= paidOutOn ? {} : { firstDueOn }),
    },
    memberId,
  })
  if ('fault' in answer) return undefined
  const words = formWordsAt(at)
  const { ceiling } = answer.quote.verdict
  return html`<section>
    <h2>${words.costCard}</h2>
    ${ceiling === 'not judged' ? '' : html`<p>${words[`ceiling_${ceiling}`]}</p>`}
    ${costCard(answer.quote, at.language)}
  </section>`
}
