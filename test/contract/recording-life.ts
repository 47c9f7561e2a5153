/*
 * A recorder in a process of its own: records shares for one member of a fund, one command after the
 * other, and says on standard output which were answered. Used by tests that kill it in between.
 */
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { officer, recorderOn, shares } from '#test/contract/village-life.ts'

const [path = '', fundId = '', member = '1', count = '50'] = process.argv.slice(2)
const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
const record = recorderOn(store)

for (let n = 0; n < Number(count);) {
  try {
    const [answer] = await record(
      fundId,
      [shares(1_000 * Number(member) + n, Number(member))],
      officer,
    )
    process.stdout.write(`${answer!.id} ${answer!.outcome}\n`)
    n += 1
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
  }
}
await store.close()
