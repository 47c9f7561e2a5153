import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  allCanaries,
  canariesIn,
  keepCanaries,
  readCanaries,
} from '#test/contract/canary-people.ts'
import { openWorld } from '#test/edge/remote-store.ts'
import { dropFolder, newFolder, startWorker } from '#test/edge/worker.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) dropFolder(folder)
})

/** What the objects of a Worker have on the disk after canaries were kept there, and what it says of them. */
const kept = async (settings: Readonly<Record<string, string>>) => {
  const folder = newFolder()
  folders.push(folder)
  const running = await startWorker({ entry: 'store-worker.ts', settings, folder })
  try {
    const { store, close } = await openWorld(running)
    await keepCanaries(store as never)
    const read = await readCanaries(store as never)
    await close()
    const files = globSync(join(folder, '**/*LedgerObject/*.sqlite*'))
    return { read, bytes: Buffer.concat(files.map((file) => readFileSync(file))) }
  } finally {
    await running.stop()
  }
}

test('what a Durable Object keeps says no name, nominee, relation, note, login or photo', async () => {
  const live = await kept({
    MODE: 'live',
    PEPPER: 'only for this test, thirty-two characters and more',
  })
  expect(live.bytes.length).toBeGreaterThan(10_000)
  expect(canariesIn(live.bytes)).toEqual([])
  // The measure finds what lies in clear, as a practice fund has it; and both say the same.
  const practice = await kept({ MODE: 'practice' })
  expect(canariesIn(practice.bytes)).toEqual(allCanaries)
  expect(live.read).toStrictEqual(practice.read)
}, 120_000)
