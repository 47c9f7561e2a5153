import type { PotCommand } from '#domain/operations/network.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { OfEach } from '#test/http/commands/known-ids.ts'
import type { Practice } from '#test/support/service.ts'

const windowId = 'safe-ways'
const amount = 1000

type Filled = {
  readonly code: string
  readonly moveId: string
  readonly deciders: readonly [string, string]
}
const filled = new WeakMap<object, Promise<Filled>>()

/**
 * A window of the practice network's pot with money in it, a grant that has been looked at, and beside the
 * administrator somebody of the staff who stands behind what is decided.
 */
const fill = async ({ needs, networkId }: Practice): Promise<Filled> => {
  const [code, moveId, supervisor] = ['S-PPPP2222', needs.ids(), needs.ids()]
  const on = (id: string) => ({ id, v: 1 as const, effectiveOn: '2025-12-31' })
  const asked = { parts: 1, fileHash: 'd'.repeat(64), askedBy: needs.ids() }
  const until = '2026-06-30'
  const commands: NetworkCommand[] = [
    { ...on(needs.ids()), type: 'OpenPotWindow', windowId, currency: 'KHR' },
    { ...on(moveId), type: 'RecordPotDonation', windowId, amount: 9000 },
    { ...on(needs.ids()), type: 'AskFromPot', code, windowId, amount, ...asked },
    { ...on(needs.ids()), type: 'TakePotStep', code, step: 'checked' },
    {
      ...on(needs.ids()),
      type: 'AppointStaff',
      userId: supervisor,
      role: 'case-supervisor',
      until,
    },
  ]
  await needs.recordNetwork(networkId, commands, { actor: 'test', device: 'test' })
  const users = await needs.store.users(networkId)
  const administrator = users.find(({ login }) => login === 'practice administrator')!.userId
  return { code, moveId, deciders: [administrator, supervisor] }
}

/** Each act about the pot, as the practice administrator would send it. */
export const ofPotInPractice = async (practice: Practice) => {
  const { needs } = practice
  const made = filled.get(practice) ?? fill(practice)
  filled.set(practice, made)
  const { code, moveId, deciders } = await made
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: '2025-12-31' })
  return {
    OpenPotWindow: { ...envelope(), type: 'OpenPotWindow', windowId, currency: 'KHR' },
    RecordPotDonation: { ...envelope(), type: 'RecordPotDonation', windowId, amount },
    ReturnPotDonation: {
      ...envelope(),
      type: 'ReturnPotDonation',
      windowId,
      amount,
      approvedBy: deciders[1],
    },
    AskFromPot: {
      ...envelope(),
      type: 'AskFromPot',
      code: 'S-PPPP3333',
      windowId,
      amount,
      parts: 1,
      fileHash: 'e'.repeat(64),
      askedBy: deciders[1],
    },
    TakePotStep: { ...envelope(), type: 'TakePotStep', code, step: 'closed' },
    DecideFromPot: { ...envelope(), type: 'DecideFromPot', code, isApproved: true, deciders },
    RecordPotPart: { ...envelope(), type: 'RecordPotPart', code, amount },
    ReversePotEntry: {
      ...envelope(),
      type: 'ReversePotEntry',
      reverses: moveId,
      reason: 'wrong-amount',
      approvedBy: deciders[1],
    },
  } satisfies OfEach<PotCommand>
}
