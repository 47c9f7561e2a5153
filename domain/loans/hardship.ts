import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, isLocalDate } from '#domain/kernel/dates.ts'
import { isAmount } from '#domain/kernel/money.ts'
import type { CharterVersion } from '#domain/fund/charter.ts'
import type { Member } from '#domain/fund/members.ts'
import { type Ballot, type BallotRefusal, judged } from '#domain/fund/voting.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { bookDifference } from '#domain/loans/books.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { dueDayOf, firstDueAfter } from '#domain/loans/schedule.ts'
import { duesOf, walk } from '#domain/loans/village-convention.ts'

export type LoanRescheduled = {
  readonly type: 'LoanRescheduled'
  readonly v: 1
  readonly loanId: string
  readonly instalments: number
  readonly firstDueOn: LocalDate
  readonly dueDay: number
  readonly ballot: Ballot
  readonly flags: readonly never[]
  readonly postings: readonly Posting[]
}

/** A household that cannot pay as agreed gets more time for what it owes: never a higher instalment. */
export type RescheduleLoan = Envelope & {
  readonly type: 'RescheduleLoan'
  readonly loanId: string
  readonly months: number
  readonly firstDueOn?: LocalDate
  readonly ballot: Ballot
}

type RescheduleRefusal = BallotRefusal | 'vote-lost' | 'loan-not-open' | 'instalment-would-grow'

const monthsMax = 120

type Electorate = {
  readonly members: ReadonlyMap<string, Member>
  readonly charter: CharterVersion
}

const faultOf = ({
  months,
  firstDueOn,
  effectiveOn,
}: RescheduleLoan): { readonly code: string; readonly at: string } | undefined => {
  if (!isAmount(months) || months > monthsMax) return { code: 'loan-cannot-hold', at: '/months' }
  if (firstDueOn !== undefined && !(isLocalDate(firstDueOn) && firstDueOn > effectiveOn))
    return { code: 'loan-cannot-hold', at: '/firstDueOn' }
  return undefined
}

/**
 * The largest instalment to come by the new plan against the largest that was ever agreed; money that was
 * brought early was none of them.
 */
const wouldGrow = (before: Loan, after: Loan, on: LocalDate): boolean => {
  const repayments = before.repayments.map((one) => ({ ...one, early: 'next' as const }))
  const agreed = duesOf({ ...before, repayments }).map(({ principal }) => principal)
  const toCome = walk(after, on).dues.filter((due) => due.on > on)
  return Math.max(...toCome.map(({ principal }) => principal)) > Math.max(...agreed)
}

/** By a vote like the one that lent it: all that is owed is spread anew, and nothing is added to it. */
export const rescheduleLoan = (
  loan: Loan,
  { members, charter: { charter } }: Electorate,
  command: RescheduleLoan,
): Decision<LoanRescheduled, RescheduleRefusal> => {
  const fault = faultOf(command)
  if (fault) return invalid(fault.code, fault.at)
  const { id, loanId, months: instalments, ballot, effectiveOn: on } = command
  const { owed } = walk(loan, on)
  if (owed === 0 || on < loan.origin.on) return refused('loan-not-open')
  const matter = { members, day: on, charter, memberId: loan.memberId, amount: owed }
  const vote = judged(ballot, { ...matter, isForTheMeeting: false })
  if (vote.is === 'invalid') return invalid(vote.code, vote.at)
  if (vote.is === 'refused') return refused(vote.code)
  if (!vote.isCarried) return refused('vote-lost')
  const firstDueOn = command.firstDueOn ?? firstDueAfter(on, charter.meetingDay)
  const dueDay = dueDayOf(firstDueOn, charter.meetingDay)
  const change = { id, on, instalments, firstDueOn, dueDay }
  const after = { ...loan, planChanges: [...(loan.planChanges ?? []), change] }
  if (wouldGrow(loan, after, on)) return refused('instalment-would-grow')
  const terms = { instalments, firstDueOn, dueDay }
  const postings = bookDifference(loan, after)
  return recorded({ type: 'LoanRescheduled', v: 1, loanId, ...terms, ballot, flags: [], postings })
}
