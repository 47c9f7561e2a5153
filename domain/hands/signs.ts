import { placeIn } from '#domain/kernel/blocks.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type CharterVersion, charterOn } from '#domain/fund/charter/charter.ts'
import type { Borrowings } from '#domain/fund/borrowing.ts'
import { bookedAt, cashMoved } from '#domain/fund/meeting/cash.ts'
import { type Meeting, meetingDays, notedDays } from '#domain/fund/meeting/meetings.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type Hands, type Sign, isHeldHere } from '#domain/hands/hands.ts'
import { isVouched } from '#domain/hands/moves.ts'
import { isPartingBorrowers } from '#domain/hands/parted.ts'
import { beyondOn } from '#domain/health/lent-beyond.ts'
import { ownLetGo } from '#domain/hands/waiting.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type { Running } from '#domain/ledger/running.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { cashOnDay } from '#domain/savings/books.ts'
import type { Entry } from '#domain/vocabulary.ts'

type State = {
  readonly hands: Pick<Hands, 'begun' | 'lentOn' | 'waited'>
  readonly cashMoved: Running
  readonly fund: { readonly charters: readonly CharterVersion[] } | undefined
  readonly meetings: ReadonlyMap<LocalDate, Meeting>
  readonly members: ReadonlyMap<string, Member>
  readonly loans: ReadonlyMap<string, Loan>
  readonly borrowings: Borrowings
  readonly posted: Posted
}

type Seen = {
  /** What leaves by the entry without anybody else's word. */
  readonly out: number
  /** It is what was taken back, written once more. */
  readonly isAgain: boolean
}

/** Meetings of a day and of those after it: nearly all that is written is of the last one. */
const daysFrom = (meetings: State['meetings'], on: LocalDate): readonly LocalDate[] => {
  const days = meetingDays(meetings)
  return days.slice(placeIn(days, (day) => day < on))
}

/** Money that is said to have left before a count that did not know of it: it explains what the count is short of. */
const isAfterTheCount = (
  { hands, meetings }: State,
  { body, effectiveOn: on }: Entry,
  seen: Seen,
): boolean =>
  seen.out > 0 &&
  cashMoved(body.postings) < 0 &&
  !seen.isAgain &&
  daysFrom(meetings, on).some((day) => {
    const { closing } = meetings.get(day)!
    return closing && (closing.isByNote || isHeldHere(hands, day))
  })

/** The box of a meeting here, of which a total was typed without notes that is not what the book says. */
const isTotalOtherwise = (
  { hands, meetings, cashMoved: moved }: State,
  { body, effectiveOn: on }: Entry,
): boolean =>
  body.type === 'MeetingClosed' &&
  !body.count.isByNote &&
  isHeldHere(hands, on) &&
  body.count.amount !== bookedAt({ moved, meetings }, { on, at: 'closing' })

/** A count by note of a day before one that was counted already: it moves what is missing to another meeting. */
const isCountedLate = ({ meetings }: State, { body, effectiveOn: on }: Entry): boolean =>
  (body.type === 'MeetingOpened' || body.type === 'MeetingClosed') &&
  body.postings.length > 0 &&
  (notedDays(meetings).at(-1) ?? '') > on

/** What a meeting or a committee should have decided, of those facts that a book from before may hold without it. */
const decidedElsewhere = ['LoanPaidOut', 'GrantPaid', 'LoanWrittenOff', 'ReliefRecorded']

/** The rest of a loan that was paid back already: what was promised is over, and others may have been promised it. */
const isPartOfNothing = ({ loans }: State, { id, body, effectiveOn: on }: Entry): boolean => {
  if (body.type !== 'LoanPartPaidOut') return false
  const loan = loans.get(body.loanId)!
  const before = { ...loan, draws: (loan.draws ?? []).filter((one) => one.id !== id) }
  return standingOf(before, on)?.owed === 0
}

/** A loan needs its vote: a second officer's word alone is none. */
const isWithoutDecision = (state: State, entry: Entry): boolean => {
  const { body } = entry
  if (!decidedElsewhere.includes(body.type)) return isPartOfNothing(state, entry)
  const isUnvoted = body.type === 'LoanPaidOut' && body.flags.includes('paid-without-decision')
  return isUnvoted || !isVouched(body)
}

/** A loan of a day on which the borrower was still there, written when it was known that she is not any more. */
const isAfterLeaving = ({ members }: State, { body }: Entry): boolean => {
  if (body.type !== 'LoanPaidOut') return false
  const member = members.get(body.memberId)!
  const last = member.life?.at(-1)?.on
  return last !== undefined && !isMemberOn(member, last)
}

/** Who is said to have seen it; undefined where nobody needs to. */
export const witnessesOf = (body: Entry['body']): readonly string[] | undefined => {
  if (body.type === 'SavingsPaidToHeirs') return body.witnesses
  if (body.type === 'OfficeHandedOver')
    return body.witnesses.length < 2 ? undefined : body.witnesses
  // Whoever got the money has said so herself: nobody else needs to have seen it.
  if (body.type === 'PayoutConfirmed') return body.proof?.witnesses
  if (body.type !== 'SecurityReturned' && body.type !== 'RepaidFromSavings') return undefined
  // Where fewer are named that is told by itself.
  const { witnesses = [] } = body.proof ?? {}
  return witnesses.length < 2 ? undefined : witnesses
}

/** Money of another currency that one alone let out: no limit in the fund's own says how much of it is little. */
const isForeignAlone = ({ body }: Entry): boolean =>
  body.postings.some(
    ({ account, amount }) => account.startsWith('asset:foreign-box:') && amount < 0,
  ) && !isVouched(body)

/** Whether fewer than two of those who are said to have seen something were there by the lists that stand. */
export const areElsewhere = (
  { meetings }: Pick<State, 'meetings'>,
  { witnesses, on }: { readonly witnesses: readonly string[]; readonly on: LocalDate },
): boolean => {
  const present = meetings.get(on)?.present ?? []
  return witnesses.filter((one) => present.includes(one)).length < 2
}

/** Whoever saw heirs paid, a paper given back or savings taken for a loan was at the meeting of that day. */
const areWitnessesElsewhere = (state: State, { body, effectiveOn: on }: Entry): boolean => {
  const witnesses = witnessesOf(body)
  return witnesses !== undefined && areElsewhere(state, { witnesses, on })
}

/** Money of a day on which a loan went out of what is not lent, written on a later day than the loan, a count among it: it was not there for it. */
const isAfterALoan = ({ hands }: State, { body, effectiveOn: on, recordedAt }: Entry): boolean => {
  const lentOn = hands.lentOn.get(on)
  if (lentOn === undefined || recordedAt.slice(0, 10) <= lentOn) return false
  // What explains a count of another day is taken out of the box there.
  const intoBox = body.postings.filter((one) => one.account === 'asset:cash-box' && one.on === on)
  return intoBox.reduce((sum, { amount }) => sum + amount, 0) > 0
}

/** More interest on what the fund owes than all that had fallen due by the day. */
const isInterestNotAgreed = ({ borrowings }: State, { body, effectiveOn: on }: Entry): boolean => {
  if (body.type !== 'BorrowingRepaid') return false
  const { schedule, repayments } = borrowings.get(body.borrowingId)!
  const due = schedule.reduce((sum, one) => (one.on <= on ? sum + one.interest : sum), 0)
  const paid = repayments.reduce((sum, one) => (one.on <= on ? sum + one.interest : sum), 0)
  return body.interest > 0 && paid > due
}

/** A request of somebody that is given up, with neither her own word nor a second officer's. */
const isCancelledByOne = ({ body }: Entry): boolean =>
  (body.type === 'RequestWithdrawn' || body.type === 'WithdrawalCancelled') &&
  body.approvedBy === undefined

/** Money that waited for a member, let go by whoever alone had written that it came. */
const isLetGoByWhoBookedIt = ({ hands }: State, { id, body }: Entry): boolean =>
  body.type === 'SuspenseReleased' &&
  ownLetGo(hands.waited.get(body.memberId) ?? [], { entryId: id }) > 0

/** A loan after which less money is at hand than what is not lent: others' money, and what must stay for savers. */
const lentBeyond = ({ posted, fund }: State, { body, effectiveOn: on }: Entry) =>
  body.type === 'LoanPaidOut' || body.type === 'LoanPartPaidOut'
    ? beyondOn(cashOnDay(posted, on), charterOn(fund!.charters, on).charter, on)
    : undefined

/** What is seen of an entry on the village that has taken it in. */
export const signsOf = (state: State, entry: Entry, seen: Seen): readonly Sign[] => {
  const beyond = lentBeyond(state, entry)
  const all: Readonly<Record<Sign, boolean>> = {
    'paid-after-the-count': isAfterTheCount(state, entry, seen),
    'after-a-later-count': isCountedLate(state, entry),
    'total-differs': isTotalOtherwise(state, entry),
    'without-decision': isWithoutDecision(state, entry),
    'after-leaving': isAfterLeaving(state, entry),
    'witnesses-not-there': areWitnessesElsewhere(state, entry),
    'interest-not-agreed': isInterestNotAgreed(state, entry),
    'foreign-by-one-hand': isForeignAlone(entry),
    'restricted-money-lent': beyond?.code === 'restricted-money-lent',
    'lent-beyond-lendable': beyond?.code === 'lent-beyond-lendable',
    'cancelled-by-one': isCancelledByOne(entry),
    'borrowers-parted': isPartingBorrowers(state, entry),
    'after-a-loan': isAfterALoan(state, entry),
    'let-go-by-who-booked-it': isLetGoByWhoBookedIt(state, entry),
  }
  return (Object.keys(all) as Sign[]).filter((sign) => all[sign])
}
