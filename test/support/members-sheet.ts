import { beforeEach } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Recorder } from '#src/app/record.ts'
import { importMembers } from '#src/exchange/members-sheet/import.ts'
import { by, foundedIn, fundId } from '#test/support/founded-fund.ts'

/** A fund founded anew before each test, into which a sheet of members is taken. */
export const sheetTaken = () => {
  let store = memoryStore()
  let record: Recorder
  beforeEach(async () => {
    store = memoryStore()
    record = await foundedIn(store)
  })
  return {
    store: () => store,
    record: (...asked: Parameters<Recorder>) => record(...asked),
    taking: (bytes: Uint8Array, dryRun = false) =>
      importMembers({ record, store, hash: sha256 }, { fundId, bytes }, { ...by, dryRun }),
    entries: async (): Promise<number> => (await store.read(fundId, 0, 1000)).length,
  }
}
