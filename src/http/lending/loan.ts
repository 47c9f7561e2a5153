import { isUuid } from '#domain/kernel/ids.ts'
import { scopeFor } from '#domain/access/table.ts'
import { type FundBook, loansById, requestsById } from '#domain/health/book.ts'
import { loanViewOf } from '#src/app/lending/loan-view.ts'
import type { HttpContext } from '#src/http/env.ts'
import { facing, withNames } from '#src/http/desk/names.ts'
import { visitOf } from '#src/http/desk/visit.ts'
import { requestShown } from '#src/http/lending/gates.ts'
import { healthVisit } from '#src/http/health.ts'
import { nothingHere } from '#src/http/household.ts'
import { loanPage } from '#src/pages/health/loan.ts'
import type { Html } from '#src/pages/layout.ts'

const borrowerOf = ({ loans, requests }: FundBook, loanId: string): string | undefined =>
  loansById(loans).get(loanId)?.memberId ?? requestsById(requests).get(loanId)?.asked.memberId

/**
 * A loan, or the request that it is until it is paid out: both have one id and so one address, and a
 * link that was kept or printed leads to what has become of it. What is not there, another member's and
 * what is not in the books yet are one answer.
 */
export const loan = async (context: HttpContext): Promise<Html | Response> => {
  const { ownMemberId, scope, held } = context.get('fund')
  const loanId = context.req.param('loanId') ?? ''
  const isOwn = scope === 'own'
  const { store } = context.get('needs')
  const visit = await healthVisit(context)
  if (visit instanceof Response) return visit
  const { book, place, asOf } = visit
  const borrower = borrowerOf(book, loanId)
  if (!isUuid(loanId) || borrower === undefined || (isOwn && borrower !== ownMemberId))
    return nothingHere(context)
  const mayRecord = scopeFor('RecordRepayment', held) === 'all'
  const view = await loanViewOf(store, place.fundId, { book, loanId, asOf })
  const request = requestsById(book.requests).get(loanId)
  if (!view && (!request || request.requestedOn > asOf)) return nothingHere(context)
  const bare = await visitOf(context)
  if (!bare) return nothingHere(context)
  const named = isOwn ? bare : await withNames(bare, { kind: 'loan', id: loanId })
  if (view) {
    const who = isOwn ? undefined : await facing(named, view)
    return loanPage({ view, isOwn, mayRecord, who }, place)
  }
  if (!request) return nothingHere(context)
  return requestShown({ visit: { ...named, book }, place, asOf, request, isOwn })
}
