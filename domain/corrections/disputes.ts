import { type LocalDate, earlier, nextMonthlyDay } from '#domain/kernel/dates.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import type { Kept } from '#domain/corrections/kept.ts'
import { ownersOf } from '#domain/corrections/reversal.ts'

/**
 * What somebody says is not right: a line of the book, a member's savings, or a loan. Whose it is stands in
 * that thing itself; who asked is written nowhere, because a neighbour may ask for somebody who does not dare.
 */
export type Disputed =
  | { readonly kind: 'entry'; readonly entryId: EntryId }
  | { readonly kind: 'savings'; readonly memberId: string }
  | { readonly kind: 'loan'; readonly loanId: string }

/** Who stands behind what a household says itself, in a journal that its officers read. */
export const householdActor = 'household'

/** What is said of it: a code, never a text. */
export const disputeReasons = [
  'wrong-amount',
  'wrong-day',
  'not-mine',
  'did-not-happen',
  'something-missing',
  'other',
] as const
export type DisputeReason = (typeof disputeReasons)[number]

export const disputeAnswers = ['corrected', 'stands', 'to-the-ngo'] as const
export type DisputeAnswer = (typeof disputeAnswers)[number]

type Answered = {
  readonly on: LocalDate
  readonly entryId: EntryId
  readonly answer: DisputeAnswer
  /** The entry that put it right, where one did. */
  readonly correctedBy?: EntryId
}

export type Dispute = {
  readonly disputeId: EntryId
  readonly raisedOn: LocalDate
  readonly about: Disputed
  readonly reason: DisputeReason
  /** Somebody wrote it down for a member; absent where the own page or phone did, without a hand. */
  readonly byHand?: true
  /** In the order in which they were given. */
  readonly answers: readonly Answered[]
}

/** What the village keeps that a dispute can be about. */
export type DisputeState = {
  readonly kept: ReadonlyMap<EntryId, Kept>
  readonly loans: ReadonlyMap<string, Loan>
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly members: ReadonlyMap<string, Member>
  readonly disputes: ReadonlyMap<EntryId, Dispute>
}

/** Whose line, savings or loan it is. */
export const concernedBy = (state: DisputeState, about: Disputed): readonly string[] => {
  if (about.kind === 'savings') return [about.memberId]
  if (about.kind === 'entry') return ownersOf(state, state.kept.get(about.entryId)!)
  const borrower =
    state.loans.get(about.loanId)?.memberId ?? state.requests.get(about.loanId)?.asked.memberId
  return borrower === undefined ? [] : [borrower]
}

/** What was answered last, where it was the last word: an NGO that is asked has it still before it. */
export const finalAnswerOf = ({ answers }: Dispute): Answered | undefined => {
  const last = answers.at(-1)
  return last?.answer === 'to-the-ngo' ? undefined : last
}

type DisputeFact =
  | ({ readonly type: 'DisputeRaised' } & Pick<Dispute, 'about' | 'reason'>)
  | ({ readonly type: 'DisputeAnswered'; readonly disputeId: EntryId } & Pick<
      Answered,
      'answer' | 'correctedBy'
    >)

/** Takes a dispute or its answer in, in place. */
export const takeInDispute = (
  disputes: Map<EntryId, Dispute>,
  body: DisputeFact,
  { id, on, by }: { readonly id: EntryId; readonly on: LocalDate; readonly by: string },
): void => {
  if (body.type === 'DisputeRaised') {
    const { about, reason } = body
    const hand = by === householdActor ? {} : ({ byHand: true } as const)
    disputes.set(id, { disputeId: id, raisedOn: on, about, reason, ...hand, answers: [] })
    return
  }
  const { disputeId, answer, correctedBy } = body
  const before = disputes.get(disputeId)!
  const correction = correctedBy === undefined ? {} : { correctedBy }
  const answers = [...before.answers, { on, entryId: id, answer, ...correction }]
  disputes.set(disputeId, { ...before, answers })
}

/** By when a dispute must be answered: the next meeting that was held, or the next one by the charter. */
export const answerDueOn = (
  { raisedOn }: Pick<Dispute, 'raisedOn'>,
  meetings: readonly Pick<Meeting, 'heldOn'>[],
  meetingDay: number,
): LocalDate => {
  const byCharter = nextMonthlyDay(raisedOn, meetingDay)
  return meetings
    .map(({ heldOn }) => heldOn)
    .filter((heldOn) => heldOn > raisedOn)
    .reduce(earlier, byCharter)
}
