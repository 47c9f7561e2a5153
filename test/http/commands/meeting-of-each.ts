import { daysAfter } from '#domain/kernel/dates.ts'
import type { Command } from '#domain/village.ts'
import type { OfEach, KnownIds } from '#test/http/commands/known-ids.ts'

/** Whether the book is right of a member, asked in a round. */
const inRounds = (
  envelope: () => { readonly id: string; readonly v: 1; readonly effectiveOn: string },
  memberId: string,
  roundId: string,
) => {
  const said = { roundId, memberId, answer: 'right', by: 'slip' } as const
  return {
    BeginConfirmation: { ...envelope(), type: 'BeginConfirmation' as const },
    RecordConfirmationAnswer: {
      ...envelope(),
      type: 'RecordConfirmationAnswer' as const,
      ...said,
    },
  }
}

/** Cash outside the box, who is away, and what is said not to be right: `dispute` was raised and `toBank` taken there before. */
export const aroundMeetings = (
  { envelope, memberId, other, chair }: KnownIds,
  { dispute, toBank }: { readonly dispute: string; readonly toBank: string },
) =>
  ({
    RecordTransfer: {
      ...envelope(),
      type: 'RecordTransfer',
      amount: 50_000,
      from: 'box',
      to: 'bank',
      names: [memberId, other],
      slipHash: '0'.repeat(64),
    },
    RecordStatement: { ...envelope(), type: 'RecordStatement', place: 'bank', balance: 50_000 },
    MatchBankLine: {
      ...envelope(),
      type: 'MatchBankLine',
      place: 'bank',
      amount: 70_000,
      mark: '0'.repeat(64),
      entryIds: [toBank],
    },
    RecordAwayCount: { ...envelope(), type: 'RecordAwayCount', hash: 'a'.repeat(64) },
    RecordTalk: {
      ...envelope(),
      type: 'RecordTalk',
      talkId: '01976f2c-3a10-7c58-9c3e-5d2f4b8a6e41',
      topic: 'debt',
      way: 'at-meeting',
    },
    ComparePaper: {
      ...envelope(),
      type: 'ComparePaper',
      figures: [{ memberId, savings: 120_000, loan: 0 }],
      confirmedBy: chair,
    },
    AssignUnexplained: {
      ...envelope(),
      type: 'AssignUnexplained',
      office: 'record-keeper',
      dueOn: daysAfter(envelope().effectiveOn, 30),
      why: 'papers-sought',
      approvedBy: chair,
    },
    ...inRounds(envelope, memberId, dispute),
    RaiseDispute: {
      ...envelope(),
      type: 'RaiseDispute',
      about: { kind: 'savings', memberId },
      reason: 'something-missing',
    },
    AnswerDispute: {
      ...envelope(),
      type: 'AnswerDispute',
      disputeId: dispute,
      answer: 'stands',
      approvedBy: chair,
    },
  }) satisfies Partial<OfEach<Command>>
