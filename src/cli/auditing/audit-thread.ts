import '#src/cli/loading.ts'
import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadTask } from '#src/cli/auditing/audit-threads.ts'

// One of several that audit the funds of a file: each takes the next one that nobody has taken.

const { openStore } = await import('#src/cli/context.ts')
const { auditOne } = await import('#src/app/proof/audit.ts')
const { sha256 } = await import('#infra/system/system.ts')

const { db, fundIds, next } = workerData as ThreadTask
const store = await openStore(db, { create: false, lenient: true })
const progress = (fundId: string, entries: number): void =>
  parentPort?.postMessage({ fundId, entries })
for (let at = Atomics.add(next, 0, 1); at < fundIds.length; at = Atomics.add(next, 0, 1)) {
  const audit = await auditOne(store, fundIds[at]!, { hash: sha256, progress })
  parentPort?.postMessage({ at, audit })
}
await store.close()
