import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Leaves } from '#domain/cases/leaves.ts'
import { memoryLeaves } from '#infra/memory/leaves.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { slipsFor } from '#src/app/watch/slips.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { receiptIn, tell, withReceipt } from '#test/http/watch/telling.ts'
import { digestOfBytes } from '#test/support/digest.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* The ledger lies in one file and the sealed reports in a store of leaves; somebody carries both away, again and again. */

let folder = ''
afterEach(() => dropFolder(folder))

const casesIn = (leaves: Leaves) => ({
  leaves,
  keys: caseKeysBy({ secret: 'a secret of cases for tests' }),
})

/** Two networks whose ledger lies in a file, with a look at all of its bytes. */
const carried = async () => {
  folder = newFolder()
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const now = '2025-12-31T02:00:00.000Z'
  const world = { journal: store, networks: store.networks, clock: () => now, hash: sha256 }
  const [record, recordNetwork] = [recorder(world), networkRecorder(world)]
  const cases = casesIn(memoryLeaves())
  const village = await twoNetworks({ store, record, recordNetwork, cases } as never)
  const ledger = (): string =>
    // Beside them lies how far each reader is, which holds nothing of what was written.
    ['', '-wal']
      .map((end) => `${path}${end}`)
      .filter(existsSync)
      .map((one) => digestOfBytes(readFileSync(one)))
      .join()
  return { village, ledger, store }
}

const file = (bytes: number): Uint8Array<ArrayBuffer> => {
  const photo = new Uint8Array(bytes).fill(7)
  photo.set([0xff, 0xd8, 0xff, 0xe0])
  return photo
}

test('no byte of the ledger’s file tells that somebody told something, with or without a slip', async () => {
  const { village, ledger, store } = await carried()
  const before = ledger()
  const { needs, a } = village
  const [slip] = slipsFor({ ...needs, networkId: a.networkId, today: needs.today() }, 1)
  for (const more of [{}, { text: 'Once more, from the same phone.' }, { slip: slip! }])
    expect((await tell(village, more)).status).toBe(200)
  const receipt = receiptIn(await (await tell(village, {}, { files: [file(9000)] })).text())
  await withReceipt(village, receipt)
  await withReceipt(village, receipt, 'take-back')
  expect(ledger()).toBe(before)
  await store.close()
})

test('how much somebody wrote, and how large a photo is, changes no number of leaves', async () => {
  const counts: number[] = []
  for (const [words, bytes] of [
    [30, 400],
    [1400, 75_000],
  ] as const) {
    const leaves = memoryLeaves()
    const count = async () => (await leaves.ids(undefined, 100_000)).length
    const village = await twoNetworks({ cases: casesIn(leaves) } as never)
    const before = await count()
    const sent = await tell(village, { text: 'a'.repeat(words) }, { files: [file(bytes)] })
    expect(sent.status, await sent.clone().text()).toBe(200)
    counts.push((await count()) - before)
  }
  expect(counts[1]).toBe(counts[0])
})
