import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** Events and what follows from them: what they find is told by the rules, to whoever may ask them. */
export const ofRelief = ({ needs: { ids } }: TwoNetworks, fund: SmallFund) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const { neighbour: memberId } = fund.memberIds
  const eventId = `E${ids().slice(-12)}`
  const hash = '0'.repeat(64)
  const ballot = {
    by: 'meeting' as const,
    hands: { present: 9, yes: 8, no: 1 },
    recused: [],
    confirmedBy: memberId,
  }
  const touched = [{ loanId: fund.loanIds.neighbour, from: today, to: '2026-03-30' }]
  return {
    DeclareEvent: {
      ...envelope(),
      type: 'DeclareEvent',
      eventId,
      kind: 'flood',
      memberIds: [memberId],
      from: today,
      evidence: { is: 'commune-note', hash },
    },
    ActivateRelief: { ...envelope(), type: 'ActivateRelief', eventId, touched, ballot },
    DeclineRelief: { ...envelope(), type: 'DeclineRelief', eventId, memberId },
    RatifyRelief: { ...envelope(), type: 'RatifyRelief', eventId, ballot },
    RenewRelief: { ...envelope(), type: 'RenewRelief', eventId, touched, ballot },
    LapseRelief: { ...envelope(), type: 'LapseRelief', eventId },
    UndoRelief: { ...envelope(), type: 'UndoRelief', eventId, approvedBy: memberId },
    PromiseEmergencyLines: {
      ...envelope(),
      type: 'PromiseEmergencyLines',
      seasonId: eventId,
      from: '2026-07-01',
      to: '2026-12-31',
      lines: [{ memberId, amount: 100 }],
      ballot,
    },
    OpenEmergencyLine: {
      ...envelope(),
      type: 'OpenEmergencyLine',
      seasonId: eventId,
      eventId,
      measure: { is: 'cap-alert', hash },
      witnessId: memberId,
    },
  } satisfies Partial<OfEach<Command>>
}
