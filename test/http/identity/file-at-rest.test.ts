import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Marks } from '#domain/access/marks.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/* Two networks live in one file, which somebody carries away, its log included, without a secret. */

let folder = ''
afterEach(() => dropFolder(folder))

/** Too short to be looked for in a file of bytes. */
const lengthMin = 5

/** Every name, nominee, note and login that a store holds. */
const wordsOf = async (store: Store): Promise<readonly string[]> => {
  const words: (string | undefined)[] = []
  for (const networkId of await store.networks.fundIds())
    for (const { login, loginKey } of await store.users(networkId)) words.push(login, loginKey)
  for (const fundId of await store.fundIds()) {
    for (const { khmer, latin } of await store.names(fundId)) words.push(khmer, latin)
    for (const { name } of await store.nominees(fundId)) words.push(name)
    words.push(...(await store.of(fundId)).values())
  }
  return [
    ...new Set(words.filter((word) => word !== undefined && word.length >= lengthMin)),
  ] as string[]
}

/** What of it stands in the file or its log while the service runs. */
const carriedAway = async (marks: Marks | undefined) => {
  folder = newFolder()
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000, marks })
  const world = {
    journal: store,
    networks: store.networks,
    clock: () => '2025-12-31T02:00:00.000Z',
    hash: sha256,
  }
  const [record, recordNetwork] = [recorder(world), networkRecorder(world)]
  await twoNetworks({ store, record, recordNetwork } as never)
  const words = await wordsOf(store)
  const kin = (
    await Promise.all((await store.fundIds()).map((fundId) => store.kinships(fundId)))
  ).flat()
  const files = ['', '-wal', '-shm'].map((end) => `${path}${end}`).filter(existsSync)
  const bytes = Buffer.concat(files.map((file) => readFileSync(file)))
  await store.close()
  return { words, kin, found: words.filter((word) => bytes.includes(Buffer.from(word))) }
}

test('no name, nominee, note or login of two networks stands in a byte of the stolen file', async () => {
  const { words, kin, found } = await carriedAway(
    marksBy({ secret: 'only for this test, as long as it must be' }),
  )
  expect(kin.length).toBeGreaterThan(0)
  expect(found).toEqual([])
  expect(words.length).toBeGreaterThanOrEqual(60)
  console.log(`looked for in a stolen file: ${words.length} names, nominees, notes and logins`)
})

test('the measure finds what lies in clear, as a practice fund has it', async () => {
  const { words, found } = await carriedAway(undefined)
  expect(found).toEqual(words)
})
