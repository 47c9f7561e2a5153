import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { AuditsFunds, FundAudit } from '#src/app/proof/audit.ts'

/** What a thread is told: the database, and whose turn is next among its funds. */
export type ThreadTask = {
  readonly db: string
  readonly fundIds: readonly string[]
  readonly next: Int32Array
}

type Said =
  | { readonly at: number; readonly audit: FundAudit }
  | { readonly fundId: string; readonly entries: number }

type Options = {
  readonly progress: (fundId: string, entries: number) => void
  /** How many look at once, this one among them. */
  readonly threadsMax?: number
}

/**
 * Audits the funds of a file in as many threads as there are cores, this one among them, so that nothing waits for others to
 * start. What a thread that died had taken is looked at here.
 */
export const inThreads =
  (db: string, { progress, threadsMax = availableParallelism() }: Options): AuditsFunds =>
  async (fundIds, one) => {
    const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
    const audits = new Map<number, FundAudit>()
    const whole = Promise.withResolvers<void>()
    const take = (at: number, audit: FundAudit): void => {
      audits.set(at, audit)
      if (audits.size === fundIds.length) whole.resolve()
    }
    const workerData: ThreadTask = { db, fundIds, next }
    const file = new URL('audit-thread.ts', import.meta.url)
    const threads = Array.from(
      { length: Math.max(0, Math.min(threadsMax, fundIds.length) - 1) },
      () => new Worker(file, { workerData }),
    )
    const over = threads.map(
      (thread) =>
        new Promise<void>((resolve) => {
          thread.on('message', (said: Said) =>
            'audit' in said ? take(said.at, said.audit) : progress(said.fundId, said.entries),
          )
          thread.once('error', () => resolve())
          thread.once('exit', () => resolve())
        }),
    )
    for (let at = Atomics.add(next, 0, 1); at < fundIds.length; at = Atomics.add(next, 0, 1))
      take(at, await one(fundIds[at]!))
    await Promise.race([whole.promise, Promise.all(over)])
    await Promise.all(threads.map((thread) => thread.terminate()))
    for (const [at, fundId] of fundIds.entries())
      if (!audits.has(at)) audits.set(at, await one(fundId))
    return fundIds.map((_, at) => audits.get(at)!)
  }
