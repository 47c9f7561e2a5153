import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** Whether the book is right of a member, asked in a round. */
const inRounds = (
  envelope: () => { readonly id: string; readonly v: 1; readonly effectiveOn: string },
  memberId: string,
  roundId: string,
) => {
  const said = { roundId, memberId, askedBy: memberId, answer: 'right', by: 'slip' } as const
  return {
    BeginConfirmation: { ...envelope(), type: 'BeginConfirmation' as const },
    RecordConfirmationAnswer: {
      ...envelope(),
      type: 'RecordConfirmationAnswer' as const,
      ...said,
    },
  }
}

/** Cash outside the box, who is away, and what is said not to be right. */
export const ofMeetings = ({ needs: { ids } }: TwoNetworks, fund: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { neighbour: memberId } = fund.memberIds
  return {
    RecordTransfer: {
      ...envelope(),
      type: 'RecordTransfer',
      amount: 100,
      from: 'box',
      to: 'bank',
      names: [memberId],
    },
    RecordStatement: { ...envelope(), type: 'RecordStatement', place: 'bank', balance: 100 },
    MatchBankLine: {
      ...envelope(),
      type: 'MatchBankLine',
      place: 'bank',
      amount: 100,
      mark: '0'.repeat(64),
      entryIds: [fund.toBankId],
    },
    RecordAwayCount: { ...envelope(), type: 'RecordAwayCount', hash: '0'.repeat(64) },
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
      figures: [{ memberId, savings: 100, loan: 0 }],
      confirmedBy: memberId,
    },
    AssignUnexplained: {
      ...envelope(),
      type: 'AssignUnexplained',
      office: 'chair',
      dueOn: today,
      why: 'papers-sought',
      approvedBy: memberId,
    },
    ...inRounds(envelope, memberId, ids()),
    RaiseDispute: {
      ...envelope(),
      type: 'RaiseDispute',
      about: { kind: 'savings', memberId },
      reason: 'other',
    },
    AnswerDispute: {
      ...envelope(),
      type: 'AnswerDispute',
      disputeId: ids(),
      answer: 'stands',
      approvedBy: memberId,
    },
  } satisfies Partial<OfEach<Command>>
}
