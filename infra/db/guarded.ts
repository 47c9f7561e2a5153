import { type GuardOptions, guardedRuns, leavesConnectionSound } from '#infra/db/guard.ts'
import type { OpenDatabase } from '#infra/db/sqlite.ts'
import { inTransaction } from '#infra/db/tables.ts'
import { type Work, together } from '#infra/db/together.ts'

type Guard = {
  /** Runs work on the open database; throws `StorageUnavailable` when it cannot be had in time. */
  readonly run: <T>(work: (database: OpenDatabase) => Promise<T>) => Promise<T>
  /** Writes in a transaction, all or nothing, together with whoever else waits for the same turn. */
  readonly write: <T>(work: Work<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** A database of the ORM's behind its guard, with group commit. */
export const guarded = (options: GuardOptions<OpenDatabase>): Guard => {
  const { run, runUntil, close } = guardedRuns(options)
  const { write, rest } = together({
    transaction: (until, work) => runUntil(until, ({ em }) => inTransaction(em, work)),
    isSound: leavesConnectionSound,
    deadlineMs: options.deadlineMs,
  })

  return { run, write, close: () => rest().then(close) }
}
