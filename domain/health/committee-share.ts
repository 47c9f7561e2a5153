import type { LocalDate } from '#domain/kernel/dates.ts'
import { committeeShareMaxPercent } from '#domain/fund/exposure.ts'
import { type Lent, stillToPay } from '#domain/health/lendable.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'

/**
 * The most that may be voted on a day to an officer or whoever lives with one: what all of them owe, and have been
 * promised, stays within its part of what everybody owes and has been promised, the new loan among it. What of the loan
 * itself is paid out already is looked at as new.
 */
export const committeeRoom = (
  state: Lent,
  { loanId }: Pick<LoanRequest, 'loanId'>,
  { on, houses }: { readonly on: LocalDate; readonly houses: ReadonlySet<string> },
): number => {
  const owed = [...state.loans.values()]
    .filter((loan) => loan.loanId !== loanId)
    .map((loan) => ({ memberId: loan.memberId, amount: standingOf(loan, on)?.owed ?? 0 }))
  const promised = [...state.requests]
    .filter((request) => request.loanId !== loanId)
    .map((request) => ({
      memberId: request.asked.memberId,
      amount: stillToPay(state, request, on),
    }))
  const all = [...owed, ...promised]
  const sum = (those: typeof all): number => those.reduce((to, { amount }) => to + amount, 0)
  const theirs = sum(all.filter(({ memberId }) => houses.has(memberId)))
  const percent = committeeShareMaxPercent
  const room = Math.floor((sum(all) * percent - theirs * 100) / (100 - percent))
  return Math.max(room, 0)
}
