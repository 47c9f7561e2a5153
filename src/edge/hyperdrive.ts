import { AsyncLocalStorage } from 'node:async_hooks'
import type { Marks } from '#domain/access/marks.ts'
import { postgresStore } from '#infra/db/postgres-store.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import type { HyperdriveBindings } from '#src/edge/bindings.ts'
import { casesIn, keptIn } from '#src/edge/cases-object.ts'
import { marksOfBindings } from '#src/edge/marks.ts'
import { methodsOf } from '#src/edge/methods.ts'
import { type Kept, routedKept } from '#src/edge/objects.ts'

const world = { clock: systemClock, hash: sha256 }

/** A page asks several things at once; more connections than that a request has no use for. */
const poolMax = 3
/** The way to the server is long from here, and a whole year of a book is one call. */
const deadlineMs = 8000

/** Databases that were sound and of this version once: neither is lost again, and to ask that takes seven ways to the server. */
const known = new Set<string>()

const open = async (url: string, marks: Marks | undefined) => {
  const isKnown = known.has(url)
  const options = { create: false, poolMax, deadlineMs, isPrepared: false, isKnown }
  const store = await postgresStore({ url, marks, ...options })
  known.add(url)
  const methods = methodsOf(store, {
    record: recorder({ ...world, journal: store }),
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
    changeBudget: store.changeBudget,
  })
  return { store, methods }
}

type Opened = ReturnType<typeof open>

const closed = async (opening: Opened): Promise<void> => {
  try {
    const { store } = await opening
    await store.close()
  } catch {
    // What could not be opened or closed ends with the request that it belongs to.
  }
}

/**
 * Kept in PostgreSQL. A socket belongs to the request that opened it, so each request opens the store
 * when it first asks something and closes it when it is answered; a fund's fold is read for each thing recorded.
 */
export const hyperdriveIn = (bindings: HyperdriveBindings): Kept => {
  const { HYPERDRIVE } = bindings
  const marks = marksOfBindings(bindings)
  const current = new AsyncLocalStorage<() => Opened>()
  const opened = (): Opened => {
    const held = current.getStore()
    if (!held) throw new Error('nothing is asked outside of a request')
    return held()
  }
  const ids = async (kind: 'fund' | 'network'): Promise<readonly string[]> => {
    const { store } = await opened()
    return kind === 'fund' ? store.fundIds() : store.networks.fundIds()
  }
  return {
    ...routedKept({
      ask: async (_, name, args) => {
        const { methods } = await opened()
        const method = methods.get(name)
        if (!method) throw new Error(`a store is not asked for ${name}`)
        return method(...(args as never[]))
      },
      ids,
    }),
    leaves: casesIn(bindings),
    kept: keptIn(bindings),
    isReady: () =>
      ids('network').then(
        () => true,
        () => false,
      ),
    around: async (work, after) => {
      let opening: Opened | undefined
      const held = (): Opened => (opening ??= open(HYPERDRIVE.connectionString, marks))
      try {
        return await current.run(held, work)
      } finally {
        if (opening) after(closed(opening))
      }
    },
  }
}
