import type { Command } from 'commander'
import { type Opening, openStore } from '#src/cli/context.ts'
import { askedDatabase, configured, servedUrl } from '#src/cli/settings.ts'
import type { AppNeeds } from '#src/http/needs.ts'

/** As whoever has the machine stands in journals and logs. */
export const by = { actor: 'command-line', device: 'command-line' } as const

/**
 * Works on the database that the service serves, under the settings of the service; `url` is where people
 * reach it, for links that are handed over.
 */
export const withServed = async (
  command: Command,
  opening: Opening,
  work: (needs: AppNeeds, url: string) => Promise<void>,
): Promise<void> => {
  const configuration = configured()
  const { HOST, PORT, PUBLIC_URL } = configuration
  const store = await openStore(servedUrl(configuration, askedDatabase(command)), opening)
  try {
    const { needsOnNode } = await import('#src/node.ts')
    const isReady = async () => true
    const needs = needsOnNode({ store, configuration, isPractice: false, isReady })
    await work(needs, PUBLIC_URL ?? `http://${HOST}:${PORT}`)
  } finally {
    await store.close()
  }
}
