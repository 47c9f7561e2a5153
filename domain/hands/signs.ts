import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Sign } from '#domain/hands/hands.ts'
import { isVouched } from '#domain/hands/moves.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import { cashAtHandOn } from '#domain/savings/books.ts'
import type { Entry } from '#domain/vocabulary.ts'

type State = {
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  readonly members: ReadonlyMap<string, Member>
  readonly borrowings: Borrowings
  readonly posted: Posted
}

type Seen = {
  /** What leaves by the entry without anybody else's word. */
  readonly out: number
  /** It is what was taken back, written once more. */
  readonly isAgain: boolean
}

/** Money that is said to have left before a count that did not know of it: it explains what the count is short of. */
const isAfterTheCount = ({ meetings }: State, { effectiveOn: on }: Entry, seen: Seen): boolean =>
  seen.out > 0 &&
  !seen.isAgain &&
  [...meetings.values()].some(({ heldOn, closing }) => closing?.isByNote === true && heldOn >= on)

/** What a meeting or a committee should have decided, of those facts that a book from before may hold without it. */
const decidedElsewhere = ['LoanPaidOut', 'GrantPaid', 'LoanWrittenOff', 'ReliefRecorded']

/** Hands are those of people who were there: more of them than the attendance of the day has are no vote. */
const isOfMoreThanPresent = ({ meetings }: State, { body, effectiveOn: on }: Entry): boolean =>
  body.type === 'LoanPaidOut' &&
  body.vote !== undefined &&
  body.vote.present > (meetings.get(on)?.present?.length ?? 0)

/** A loan needs its vote: a second officer's word alone is none. */
const isWithoutDecision = (state: State, entry: Entry): boolean => {
  const { body } = entry
  if (!decidedElsewhere.includes(body.type)) return false
  const isUnvoted = body.type === 'LoanPaidOut' && body.flags.includes('paid-without-decision')
  return isUnvoted || !isVouched(body) || isOfMoreThanPresent(state, entry)
}

/** A loan of a day on which the borrower was still there, written when it was known that she is not any more. */
const isAfterLeaving = ({ members }: State, { body }: Entry): boolean => {
  if (body.type !== 'LoanPaidOut') return false
  const member = members.get(body.memberId)!
  const last = member.life?.at(-1)?.on
  return last !== undefined && !isMemberOn(member, last)
}

/** Whoever saw heirs paid was at the meeting of that day. */
const areWitnessesElsewhere = ({ meetings }: State, { body, effectiveOn: on }: Entry): boolean => {
  if (body.type !== 'SavingsPaidToHeirs') return false
  const present = meetings.get(on)?.present ?? []
  return body.witnesses.filter((one) => present.includes(one)).length < 2
}

/** More interest on what the fund owes than all that had fallen due by the day. */
const isInterestNotAgreed = ({ borrowings }: State, { body, effectiveOn: on }: Entry): boolean => {
  if (body.type !== 'BorrowingRepaid') return false
  const { schedule, repayments } = borrowings.get(body.borrowingId)!
  const due = schedule.reduce((sum, one) => (one.on <= on ? sum + one.interest : sum), 0)
  const paid = repayments.reduce((sum, one) => (one.on <= on ? sum + one.interest : sum), 0)
  return body.interest > 0 && paid > due
}

/** A loan after which less money is at hand than belongs to donors, the social fund and whoever has not said what for. */
const isOfRestricted = ({ posted }: State, { body, effectiveOn: on }: Entry): boolean => {
  if (body.type !== 'LoanPaidOut' && body.type !== 'LoanPartPaidOut') return false
  const { cash, earmarked } = cashAtHandOn(posted, on)
  return cash < earmarked
}

/** What is seen of an entry on the village that has taken it in. */
export const signsOf = (state: State, entry: Entry, seen: Seen): readonly Sign[] => {
  const all: Readonly<Record<Sign, boolean>> = {
    'paid-after-the-count': isAfterTheCount(state, entry, seen),
    'without-decision': isWithoutDecision(state, entry),
    'after-leaving': isAfterLeaving(state, entry),
    'witnesses-not-there': areWitnessesElsewhere(state, entry),
    'interest-not-agreed': isInterestNotAgreed(state, entry),
    'restricted-money-lent': isOfRestricted(state, entry),
  }
  return (Object.keys(all) as Sign[]).filter((sign) => all[sign])
}
