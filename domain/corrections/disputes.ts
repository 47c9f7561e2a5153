import { type Decision, invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { type LocalDate, earlier, nextMonthlyDay } from '#domain/kernel/dates.ts'
import { type Member, isActingOn } from '#domain/fund/members.ts'
import type { Meeting } from '#domain/fund/meetings.ts'
import type { EntryId, Envelope } from '#domain/ledger/entry.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request-state.ts'
import { type Kept, ownersOf } from '#domain/corrections/reversal.ts'

/**
 * What somebody says is not right: a line of the book, a member's savings, or a loan. Whose it is stands in
 * that thing itself; who asked is written nowhere, because a neighbour may ask for somebody who does not dare.
 */
export type Disputed =
  | { readonly kind: 'entry'; readonly entryId: EntryId }
  | { readonly kind: 'savings'; readonly memberId: string }
  | { readonly kind: 'loan'; readonly loanId: string }

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

export type DisputeRaised = {
  readonly type: 'DisputeRaised'
  readonly v: 1
  readonly about: Disputed
  readonly reason: DisputeReason
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** The dispute is named by the command's own id from then on. */
export type RaiseDispute = Envelope & {
  readonly type: 'RaiseDispute'
  readonly about: Disputed
  readonly reason: DisputeReason
}

export type DisputeAnswered = {
  readonly type: 'DisputeAnswered'
  readonly v: 1
  readonly disputeId: EntryId
  readonly answer: DisputeAnswer
  /** The entry that put it right, where one did. */
  readonly correctedBy?: EntryId
  readonly approvedBy: string
  readonly flags: readonly never[]
  readonly postings: readonly never[]
}

/** An answer is two officers': whoever writes it down, and one who is not concerned. */
export type AnswerDispute = Envelope & {
  readonly type: 'AnswerDispute'
  readonly disputeId: EntryId
  readonly answer: DisputeAnswer
  readonly correctedBy?: EntryId
  readonly approvedBy: string
}

export type DisputeBody = DisputeRaised | DisputeAnswered
export type DisputeCommand = RaiseDispute | AnswerDispute

type Answered = {
  readonly on: LocalDate
  readonly entryId: EntryId
  readonly answer: DisputeAnswer
  readonly correctedBy?: EntryId
}

export type Dispute = {
  readonly disputeId: EntryId
  readonly raisedOn: LocalDate
  readonly about: Disputed
  readonly reason: DisputeReason
  /** In the order in which they were given. */
  readonly answers: readonly Answered[]
}

/** What the village keeps that a dispute can be about. */
export type DisputeShelf = {
  readonly kept: ReadonlyMap<EntryId, Kept>
  readonly loans: ReadonlyMap<string, Loan>
  readonly requests: ReadonlyMap<string, LoanRequest>
  readonly members: ReadonlyMap<string, Member>
  readonly disputes: ReadonlyMap<EntryId, Dispute>
}

const subjectFault = ({ kept, members, loans, requests }: DisputeShelf, about: Disputed) => {
  switch (about.kind) {
    case 'entry':
      return kept.has(about.entryId) ? undefined : invalid('entry-unknown', '/about/entryId')
    case 'savings':
      return members.has(about.memberId) ? undefined : invalid('member-unknown', '/about/memberId')
    case 'loan':
      return loans.has(about.loanId) || requests.has(about.loanId)
        ? undefined
        : invalid('loan-unknown', '/about/loanId')
  }
}

const kinds: readonly string[] = ['entry', 'savings', 'loan']

/** Somebody has said so: it is marked, whatever the officers think of it. */
const raiseDispute = (
  shelf: DisputeShelf,
  { about, reason }: RaiseDispute,
): Decision<DisputeRaised, never> => {
  if (!kinds.includes(about.kind)) return invalid('word-unknown', '/about/kind')
  if (!disputeReasons.includes(reason)) return invalid('reason-unknown', '/reason')
  const fault = subjectFault(shelf, about)
  if (fault) return fault
  return recorded({ type: 'DisputeRaised', v: 1, about, reason, flags: [], postings: [] })
}

/** Whose line, savings or loan it is. */
export const concernedBy = (shelf: DisputeShelf, about: Disputed): readonly string[] => {
  if (about.kind === 'savings') return [about.memberId]
  if (about.kind === 'entry') return ownersOf(shelf, shelf.kept.get(about.entryId)!)
  const borrower =
    shelf.loans.get(about.loanId)?.memberId ?? shelf.requests.get(about.loanId)?.asked.memberId
  return borrower === undefined ? [] : [borrower]
}

const isAnEntry = ({ kept }: DisputeShelf, id: EntryId): boolean =>
  kept.has(id) || [...kept.values()].some(({ reversedBy }) => reversedBy === id)

/** What was answered last, where it was the last word: an NGO that is asked has it still before it. */
export const finalAnswerOf = ({ answers }: Dispute): Answered | undefined => {
  const last = answers.at(-1)
  return last?.answer === 'to-the-ngo' ? undefined : last
}

export type AnswerRefusal = 'dispute-closed' | 'approver-not-an-officer' | 'approver-is-concerned'

const answerFault = (
  shelf: DisputeShelf,
  { answer, correctedBy, approvedBy, effectiveOn }: AnswerDispute,
  dispute: Dispute,
) => {
  if (!disputeAnswers.includes(answer)) return invalid('answer-unknown', '/answer')
  if (effectiveOn < dispute.raisedOn) return invalid('before-the-dispute', '/effectiveOn')
  if (answer === 'corrected' && (correctedBy === undefined || !isAnEntry(shelf, correctedBy)))
    return invalid('correction-unknown', '/correctedBy')
  if (answer !== 'corrected' && correctedBy !== undefined)
    return invalid('correction-without-need', '/correctedBy')
  return shelf.members.has(approvedBy) ? undefined : invalid('member-unknown', '/approvedBy')
}

const answerDispute = (
  shelf: DisputeShelf,
  command: AnswerDispute,
): Decision<DisputeAnswered, AnswerRefusal> => {
  const { disputeId, answer, correctedBy, approvedBy, effectiveOn: on } = command
  const dispute = shelf.disputes.get(disputeId)
  if (!dispute) return invalid('dispute-unknown', '/disputeId')
  const fault = answerFault(shelf, command, dispute)
  if (fault) return fault
  if (finalAnswerOf(dispute)) return refused('dispute-closed')
  if (!isActingOn(shelf.members.get(approvedBy)!, on)) return refused('approver-not-an-officer')
  if (concernedBy(shelf, dispute.about).includes(approvedBy))
    return refused('approver-is-concerned')
  const correction = correctedBy === undefined ? {} : { correctedBy }
  const body = { disputeId, answer, ...correction, approvedBy }
  return recorded({ type: 'DisputeAnswered', v: 1, ...body, flags: [], postings: [] })
}

export const decideDispute = (
  shelf: DisputeShelf,
  command: DisputeCommand,
): Decision<DisputeBody, AnswerRefusal> =>
  command.type === 'RaiseDispute' ? raiseDispute(shelf, command) : answerDispute(shelf, command)

/** Takes a dispute or its answer in, in place. */
export const takeInDispute = (
  disputes: Map<EntryId, Dispute>,
  body: DisputeBody,
  { id, on }: { readonly id: EntryId; readonly on: LocalDate },
): void => {
  if (body.type === 'DisputeRaised') {
    const { about, reason } = body
    disputes.set(id, { disputeId: id, raisedOn: on, about, reason, answers: [] })
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
