import type { ActivityRow } from '#domain/ports.ts'
import type { Spare } from '#test/http/access/targets.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'

/** Everything that is written down of the two networks, but for the log and the sessions of those who ask. */
export type Written = {
  readonly kept: string
  readonly log: ReadonlyMap<string, readonly ActivityRow[]>
}

const all = 1_000_000

export const written = async (
  { store, a, b, f1, f2, f3, f4 }: TwoNetworks,
  spares: ReadonlyMap<string, Spare>,
): Promise<Written> => {
  const kept: unknown[] = [await store.fundIds(), await store.networks.fundIds()]
  const log = new Map<string, readonly ActivityRow[]>()
  const spareSessions = [...spares.values()].map(({ sessionId }) => sessionId)
  for (const { networkId } of [a, b]) {
    const open = await store.openSessions(networkId)
    kept.push(
      await store.networks.read(networkId, 0, all),
      await store.users(networkId),
      await store.devices(networkId),
      open.filter(({ sessionId }) => spareSessions.includes(sessionId)),
    )
    log.set(networkId, await store.activities(networkId, { limit: all }))
  }
  for (const { fundId, networkId } of [f1, f2, f3, f4]) {
    kept.push(
      await store.read(fundId, 0, all),
      await store.cards(fundId),
      await store.names(fundId),
      await store.photographed(fundId),
      await store.nominees(fundId),
      await store.kinships(fundId),
      [...(await store.of(fundId))],
      await store.membershipsOfFund(networkId, fundId),
    )
    log.set(fundId, await store.activities(fundId, { limit: all }))
  }
  return { kept: JSON.stringify(kept), log }
}

/** Lines of a scope's log that were not there before; the newest first. */
export const newLines = (before: Written, after: Written, scope: string): readonly ActivityRow[] =>
  (after.log.get(scope) ?? []).slice(
    0,
    (after.log.get(scope) ?? []).length - (before.log.get(scope) ?? []).length,
  )
