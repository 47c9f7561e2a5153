import { sealTo } from '#infra/browser/sealing.ts'
import { phoneIds, sha256 } from '#infra/browser/hashing.ts'
import type { Closing } from '#infra/indexeddb/closing.ts'
import { indexedJournal } from '#infra/indexeddb/journal.ts'
import { indexedOutbox } from '#infra/indexeddb/outbox.ts'
import { keptThings } from '#infra/indexeddb/taken.ts'
import type { OpenBook, Taken } from '#src/pwa/host.ts'
import { leftBy } from '#src/pwa/left.ts'

/*
 * What an opened book on a phone runs on: it comes while the PIN is typed, because the screen before it needs none of it.
 */

export const bookIn = (database: IDBDatabase, fundId: string, closing: Closing): OpenBook => {
  const { keep, read } = keptThings<Taken>(database, closing, 'taken')
  return {
    fundId,
    journal: indexedJournal(database, closing),
    outbox: indexedOutbox(database, closing, leftBy(read, sealTo)),
    taken: read,
    keepTaken: keep,
    tools: { ids: phoneIds, hash: sha256, sealTo },
  }
}
