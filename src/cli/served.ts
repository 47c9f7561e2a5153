import type { Command } from 'commander'
import type { Store } from '#infra/db/store.ts'
import { secretsOnNode } from '#infra/system/secrets-on-node.ts'
import { randomIds, randomOnNode, sha256, systemClock } from '#infra/system/system.ts'
import type { FoundingNeeds } from '#src/app/identity/first-administrator.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { type Opening, openStore } from '#src/cli/context.ts'
import { databaseFrom, configured, servedUrl } from '#src/cli/settings.ts'
import type { Configuration } from '#src/configuration.ts'
import { dayIn } from '#src/app/network/home.ts'

/** As whoever has the machine stands in journals and logs. */
export const by = { actor: 'command-line', device: 'command-line' } as const

/** What the machine works with: the service's own store, whole. */
export type ServedNeeds = FoundingNeeds & { readonly store: Store }

type Served = { readonly url: string; readonly configuration: Configuration }

/**
 * Works on the database that the service serves, under the settings of the service; `url` is where people
 * reach it, for links that are handed over.
 */
export const withServed = async <T>(
  command: Command,
  opening: Opening,
  work: (needs: ServedNeeds, url: string, served: Served) => Promise<T>,
): Promise<T> => {
  const configuration = configured()
  const { HOST, PORT, PUBLIC_URL, PEPPER: pepper, PEPPER_OLD: older, TIME_ZONE } = configuration
  const url = servedUrl(configuration, databaseFrom(command))
  const store = await openStore(url, opening)
  const world = { clock: systemClock, hash: sha256 }
  try {
    const needs = {
      ...world,
      store,
      secrets: secretsOnNode({ pepper, older }),
      random: randomOnNode,
      ids: randomIds,
      recordNetwork: networkRecorder({ ...world, networks: store.networks }),
      today: () => dayIn(systemClock(), TIME_ZONE),
    }
    return await work(needs, PUBLIC_URL ?? `http://${HOST}:${PORT}`, { url, configuration })
  } finally {
    await store.close()
  }
}
