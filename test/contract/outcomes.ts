import { setTimeout } from 'node:timers/promises'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Store } from '#infra/db/store.ts'
import { ownTime } from '#test/support/own-time.ts'

/** The promise for a failing disk: told within the one, served again within the other. */
export const answeredWithinMs = 2_000
export const servedWithinMs = 5_000

/** What a call threw, if anything, and after how long it was over, as this process lived it. */
export const outcomeOf = async (call: Promise<unknown>) => {
  const time = ownTime()
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  time.stop()
  return { error, ms: time.ms() }
}

/** Asks until the store serves again; how long that took. Throws when it does not in time. */
export const untilServed = async (store: Store, everyMs: number): Promise<number> => {
  const time = ownTime()
  try {
    for (;;) {
      const { error } = await outcomeOf(store.fundIds())
      const ms = time.ms()
      if (error === undefined && ms < servedWithinMs) return ms
      if (!(error instanceof StorageUnavailable) || ms > servedWithinMs) throw error
      await setTimeout(everyMs)
    }
  } finally {
    time.stop()
  }
}
