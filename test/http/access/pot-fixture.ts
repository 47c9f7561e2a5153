import { uuidOfHash } from '#domain/kernel/ids.ts'
import { supportCodeFrom } from '#domain/grants/support.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

/** A window of a network's own pot, a grant of it, and the entry of money that came; the same in every run. */
export const potOf = (canary: string) => ({
  potWindow: canary,
  potCode: supportCodeFrom(sha256(`${canary} grant`)),
  potMove: uuidOfHash(sha256(`${canary} gift`)),
})

/** A donor's money in the network's own pot, and a grant of it that has been looked at. */
export const fillPot = async (
  { ids, recordNetwork }: AppNeeds,
  { networkId, canary }: { readonly networkId: string; readonly canary: string },
) => {
  const pot = potOf(canary)
  const { potWindow: windowId, potCode: code, potMove } = pot
  const on = (id: string) => ({ id, v: 1 as const, effectiveOn: '2025-11-10' })
  const asked = { amount: 4000, parts: 1, fileHash: 'c'.repeat(64), askedBy: ids() }
  const commands: NetworkCommand[] = [
    { ...on(ids()), type: 'OpenPotWindow', windowId, currency: 'KHR' },
    { ...on(potMove), type: 'RecordPotDonation', windowId, amount: 10_000 },
    { ...on(ids()), type: 'AskFromPot', code, windowId, ...asked },
    { ...on(ids()), type: 'TakePotStep', code, step: 'checked' },
  ]
  assertAccepted(await recordNetwork(networkId, commands, { actor: canary, device: canary }))
  return pot
}
