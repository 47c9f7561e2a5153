import { invalid, recorded, refused } from '#domain/kernel/decision.ts'
import { either, id, optional, word } from '#domain/kernel/shape.ts'
import { isActingOn } from '#domain/fund/people/members.ts'
import type { EntryId } from '#domain/ledger/entry.ts'
import { auditor, committee, recordKeeper } from '#domain/operations/may.ts'
import { operation } from '#domain/operations/operation.ts'
import {
  type Dispute,
  type DisputeAnswer,
  type DisputeState,
  type Disputed,
  concernedBy,
  disputeAnswers,
  disputeReasons,
  finalAnswerOf,
} from '#domain/corrections/disputes.ts'

const subjectFault = ({ kept, members, loans, requests }: DisputeState, about: Disputed) => {
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

/**
 * Somebody has said so: it is marked, whatever the officers think of it. The dispute is named by the command's own id
 * from then on.
 */
export const raiseDispute = operation({
  command: 'RaiseDispute',
  entry: 'DisputeRaised',
  oneHand: 'sight',
  asks: {
    about: either(
      'kind',
      {
        entry: { entryId: id('entry') },
        savings: { memberId: id('member') },
        loan: { loanId: id('loan') },
      },
      'word-unknown',
    ),
    reason: word(disputeReasons, 'reason-unknown'),
  },
  keeps: ['about', 'reason'],
  // Told to an officer, whichever one a member trusts, or to the auditor: somebody without a phone may trust no officer.
  may: { ...committee, ...auditor },
  second: 'none',
  minutes: 'tells-of-somebody',
  isReversible: false,
  decide: (state: DisputeState, { about }) =>
    subjectFault(state, about) ?? recorded({ flags: [], postings: [] }),
  about: (_, entryId) => [{ kind: 'dispute', key: entryId }],
})

const isAnEntry = ({ kept }: DisputeState, entryId: EntryId): boolean =>
  kept.has(entryId) || [...kept.values()].some(({ reversedBy }) => reversedBy === entryId)

type Answer = {
  readonly answer: DisputeAnswer
  readonly correctedBy?: EntryId
  readonly approvedBy: string
  readonly effectiveOn: string
}

const answerFault = (
  state: DisputeState,
  { answer, correctedBy, approvedBy, effectiveOn }: Answer,
  { raisedOn }: Dispute,
) => {
  if (effectiveOn < raisedOn) return invalid('before-the-dispute', '/effectiveOn')
  if (answer === 'corrected' && (correctedBy === undefined || !isAnEntry(state, correctedBy)))
    return invalid('correction-unknown', '/correctedBy')
  if (answer !== 'corrected' && correctedBy !== undefined)
    return invalid('correction-without-need', '/correctedBy')
  return state.members.has(approvedBy) ? undefined : invalid('member-unknown', '/approvedBy')
}

/** An answer is two officers': whoever writes it down, and one who is not concerned. */
export const answerDispute = operation({
  command: 'AnswerDispute',
  entry: 'DisputeAnswered',
  oneHand: 'decision',
  asks: {
    disputeId: id('dispute'),
    answer: word(disputeAnswers, 'answer-unknown'),
    /** The entry that put it right, where one did. */
    correctedBy: optional(id('entry')),
    approvedBy: id('member'),
  },
  keeps: ['disputeId', 'answer', 'correctedBy', 'approvedBy'],
  may: recordKeeper,
  second: ({ approvedBy }) => approvedBy,
  minutes: 'told',
  isReversible: false,
  decide: (state: DisputeState, command) => {
    const dispute = state.disputes.get(command.disputeId)
    if (!dispute) return invalid('dispute-unknown', '/disputeId')
    const fault = answerFault(state, command, dispute)
    if (fault) return fault
    if (finalAnswerOf(dispute)) return refused('dispute-closed')
    const { approvedBy, effectiveOn: on } = command
    if (!isActingOn(state.members.get(approvedBy)!, on)) return refused('approver-not-an-officer')
    return concernedBy(state, dispute.about).includes(approvedBy)
      ? refused('approver-is-concerned')
      : recorded({ flags: [], postings: [] })
  },
  about: ({ disputeId }) => [{ kind: 'dispute', key: disputeId }],
})
