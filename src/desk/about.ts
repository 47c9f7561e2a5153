import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { kinSince } from '#src/app/stepping-out.ts'
import type { About } from '#src/desk/act.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'

/** Those who have no part in a vote on somebody's matter: kin, and whoever is of the same household. */
export type Kin = { readonly kin: ReadonlySet<string> }

export const kinOf = async (
  { needs, fundId, book, today: day }: Desk,
  { memberId, from = day }: { readonly memberId: string; readonly from?: LocalDate },
): Promise<Kin> => {
  const declared = await needs.store.kinships(fundId)
  return { kin: kinSince(declared, book.members, { memberId, from, day }) }
}

export type RequestFound = Kin & { readonly request: LoanRequest }

/** A loan that was lent. Somebody who came without saying which one chooses it from the register. */
export const aboutLoan: About<{ readonly loan: Loan }, 'loanId'> = {
  field: 'loan',
  fills: 'loanId',
  choose: placeOf.loans,
  find: ({ book, today }, id) => {
    const loan = book.loans.find(({ loanId }) => loanId === id)
    return loan && standingOf(loan, today) ? { loan } : undefined
  },
  whose: ({ book }, { loan: { memberId, number } }) => ({ card: cardOf(book, memberId), number }),
  back: placeOf.loan,
}

/** The same where it is voted on. */
export const aboutVotedLoan: About<Kin & { readonly loan: Loan }, 'loanId'> = {
  ...aboutLoan,
  find: async (desk, id) => {
    const found = await aboutLoan.find(desk, id)
    return found && { ...found, ...(await kinOf(desk, { memberId: found.loan.memberId })) }
  },
}

/** What was asked for. */
export const aboutRequest: About<RequestFound, 'loanId'> = {
  field: 'loan',
  fills: 'loanId',
  choose: placeOf.loans,
  find: async (desk, id) => {
    const request = desk.book.requests.find(({ loanId }) => loanId === id)
    if (!request) return undefined
    const { requestedOn: from, asked } = request
    return { request, ...(await kinOf(desk, { memberId: asked.memberId, from })) }
  },
  whose: ({ book }, { request }) => ({ card: cardOf(book, request.asked.memberId) }),
  back: placeOf.loan,
}

/** A member, who is chosen by card. */
export const aboutMember: About<{ readonly member: Member }, 'memberId'> = {
  field: 'member',
  fills: 'memberId',
  choose: 'member',
  find: ({ book }, id) => {
    const member = book.members.find(({ memberId }) => memberId === id)
    return member && { member }
  },
  whose: (_, { member: { card } }) => ({ card }),
  back: (desk, _, name) => placeOf.record(desk, name),
}

const { fills: _, ...unnamed } = aboutMember

/** A member whom the command does not name by itself. */
export const aboutSomebody: About<{ readonly member: Member }, never> = unnamed

/** The fund as a whole: there is nothing to choose it by. */
export const aboutFund: About<object, never> = {
  field: 'fund',
  choose: (desk, name) => `${placeOf.record(desk, name)}?fund=${desk.fundId}`,
  find: ({ fundId }, id) => (id === fundId ? {} : undefined),
  whose: () => undefined,
  back: placeOf.today,
}
