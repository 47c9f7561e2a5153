import type { PotCommand } from '#domain/operations/network.ts'
import { type Network, type TwoNetworks, today } from '#test/http/access/two-networks.ts'

type OfEach<C extends { readonly type: string }> = {
  readonly [Type in C['type']]: Extract<C, { readonly type: Type }>
}

/** Each act about a network's own pot. */
export const ofPot = (
  { needs: { ids } }: Pick<TwoNetworks, 'needs'>,
  { potWindow: windowId, potCode: code, potMove, newcomerId }: Network,
) => {
  const envelope = () => ({ id: ids(), v: 1 as const, effectiveOn: today })
  const amount = 1000
  return {
    OpenPotWindow: { ...envelope(), type: 'OpenPotWindow', windowId, currency: 'KHR' },
    RecordPotDonation: { ...envelope(), type: 'RecordPotDonation', windowId, amount },
    ReturnPotDonation: { ...envelope(), type: 'ReturnPotDonation', windowId, amount },
    AskFromPot: {
      ...envelope(),
      type: 'AskFromPot',
      code: 'S-ZZZZ2222',
      windowId,
      amount,
      parts: 1,
      fileHash: 'a'.repeat(64),
      askedBy: newcomerId,
    },
    TakePotStep: { ...envelope(), type: 'TakePotStep', code, step: 'closed' },
    DecideFromPot: {
      ...envelope(),
      type: 'DecideFromPot',
      code,
      isApproved: true,
      deciders: [ids(), newcomerId],
    },
    RecordPotPart: { ...envelope(), type: 'RecordPotPart', code, amount },
    ReversePotEntry: {
      ...envelope(),
      type: 'ReversePotEntry',
      reverses: potMove,
      reason: 'wrong-amount',
      approvedBy: newcomerId,
    },
  } satisfies OfEach<PotCommand>
}
