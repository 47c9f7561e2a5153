import { type Decision, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type NotHereRefusal, notHere } from '#domain/fund/life.ts'
import type { Member } from '#domain/fund/members.ts'
import type { RequestBody } from '#domain/loans/request-state.ts'

const isToLend = (body: RequestBody): boolean =>
  body.type === 'LoanRequested' || (body.type === 'LoanDecided' && body.outcome === 'approved')

/**
 * Nothing is lent by a decision to whoever is away, has left or is dead; that a request of theirs was voted
 * down may be written.
 */
export const toSomebodyHere = <Code extends string>(
  borrower: Member,
  on: LocalDate,
  answer: Decision<RequestBody, Code>,
): Decision<RequestBody, Code | NotHereRefusal> => {
  const gone = notHere(borrower, on)
  return gone !== undefined && answer.outcome === 'recorded' && isToLend(answer.body)
    ? refused(gone)
    : answer
}
