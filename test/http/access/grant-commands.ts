import type { Command } from '#domain/village.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** A donor's terms, and each step of a grant of it. */
export const ofGrants = (
  { needs: { ids } }: Pick<TwoNetworks, 'needs'>,
  { canary: windowId, memberIds, supportCode: code }: SmallFund,
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const amount = 1000
  const asked = { windowId, amount, parts: 1, broughtBy: 'fund' as const, fileHash: 'a'.repeat(64) }
  const lines = [
    { kind: 'papers' as const, amount },
    { kind: 'school' as const, amount },
  ]
  const hands = { present: 9, yes: 9, no: 0 }
  const ballot = { by: 'meeting' as const, hands, recused: [], confirmedBy: memberIds.chair }
  return {
    SetWindowTerms: {
      ...envelope(),
      type: 'SetWindowTerms',
      windowId,
      from: '2025-01-01',
      until: '2026-12-31',
      lines,
      unspent: 'given-back',
    },
    AskForSupport: { ...envelope(), type: 'AskForSupport', code: 'S-ZZZZ2222', ...asked },
    TakeSupportStep: { ...envelope(), type: 'TakeSupportStep', code, step: 'closed' },
    DecideSupport: { ...envelope(), type: 'DecideSupport', code, ballot },
    AwardAtOnce: {
      ...envelope(),
      type: 'AwardAtOnce',
      code,
      officers: [memberIds.chair, memberIds.counter],
    },
    RecordSupportPart: { ...envelope(), type: 'RecordSupportPart', code, amount },
    ReturnDonation: { ...envelope(), type: 'ReturnDonation', windowId, amount },
  } satisfies Partial<OfEach<Command>>
}
