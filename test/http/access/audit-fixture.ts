import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { sha256 } from '#infra/system/system.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { assertAccepted } from '#test/http/access/small-fund.ts'

/** An audit of a fund and a finding of it; the same in every run. */
export const auditIn = (canary: string) => ({
  auditId: uuidOfHash(sha256(`${canary} audit`)),
  findingId: uuidOfHash(sha256(`${canary} finding`)),
})

/** An entry that is in no book. */
export const noHead = { seq: 1, hash: '9f'.repeat(32) } as const

export const plannedIn = {
  from: '2025-01-01',
  visitOn: '2025-12-31',
  why: ['routine'],
  head: noHead,
} as const

/** An audit of a fund that is open and has a finding, written by nobody who signs in. */
export const fillAudit = async (
  { ids, recordNetwork, store }: AppNeeds,
  {
    networkId,
    fundId,
    canary,
  }: { readonly networkId: string; readonly fundId: string; readonly canary: string },
): Promise<void> => {
  const on = () => ({ id: ids(), v: 1 as const, effectiveOn: '2025-11-20' })
  const { auditId, findingId } = auditIn(canary)
  const [first] = await store.read(fundId, 0, 1)
  const head = { seq: 1, hash: first!.hash }
  const commands: NetworkCommand[] = [
    {
      ...on(),
      type: 'TakeAuditPlan',
      fundId,
      auditId,
      ...plannedIn,
      head,
      seed: sha256(canary),
    },
    {
      ...on(),
      type: 'RaiseAuditFinding',
      fundId,
      auditId,
      findingId,
      kind: 'other',
      weight: 'minor',
      // A card of the fund: whoever looks after the network reads its journal, and no figure of a book.
      of: canary,
      replyBy: '2026-01-20',
    },
  ]
  assertAccepted(await recordNetwork(networkId, commands, { actor: 'auditor', device: 'laptop' }))
}
