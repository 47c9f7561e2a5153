import { setTimeout } from 'node:timers/promises'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Store } from '#infra/db/store.ts'

/** The promise for a failing disk: told within the one, served again within the other. */
export const toldWithinMs = 2_000
export const servedWithinMs = 5_000

/** What a call threw, if anything, and after how long it was over. */
export const outcomeOf = async (call: Promise<unknown>) => {
  const began = performance.now()
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { error, ms: performance.now() - began }
}

/** Asks until the store serves again; how long that took. Throws when it does not in time. */
export const untilServed = async (store: Store, everyMs: number): Promise<number> => {
  const began = performance.now()
  for (;;) {
    const { error } = await outcomeOf(store.fundIds())
    const ms = performance.now() - began
    if (error === undefined && ms < servedWithinMs) return ms
    if (!(error instanceof StorageUnavailable) || ms > servedWithinMs) throw error
    await setTimeout(everyMs)
  }
}
