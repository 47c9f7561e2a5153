import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { hasRoom, readiness } from '#infra/db/probe.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { meetingScript, scriptFund } from '#test/contract/meeting-script.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { recorderOn } from '#test/contract/village-life.ts'

const newFile = temporaryFiles()

/** A book in a file, and the next things that are written into it. */
const openBook = async () => {
  const path = newFile()
  const store = await sqliteStore({ path, create: true, hash: sha256, restMs: 0 })
  const record = recorderOn(store)
  const [first, ...others] = meetingScript(6)
  await first!(store, record)
  let next = 0
  const write = async (): Promise<void> => {
    await others[next]!(store, record)
    next += 1
  }
  return { path, store, write }
}

const lengthOf = async ({ store }: Awaited<ReturnType<typeof openBook>>): Promise<number> =>
  (await store.read(scriptFund, 0, 1000)).length

describe('a database file', () => {
  test('that is deleted under the service takes no more entries, and none is made in its place', async () => {
    const book = await openBook()
    await book.write()
    for (const end of ['', '-wal', '-shm']) rmSync(`${book.path}${end}`, { force: true })
    for (let i = 0; i < 3; i += 1) await expect(book.write()).rejects.toThrow(StorageUnavailable)
    expect(existsSync(book.path)).toBe(false)
    expect(book.store.isInPlace()).toBe(false)
    await book.store.close()
    expect(existsSync(book.path)).toBe(false)
  })

  test('in whose place another one is laid takes no more entries until the service is started again', async () => {
    const book = await openBook()
    copyFileSync(book.path, `${book.path}.copy`)
    renameSync(`${book.path}.copy`, book.path)
    for (let i = 0; i < 2; i += 1) await expect(book.write()).rejects.toThrow(StorageUnavailable)
    await book.store.close()
    const again = await sqliteStore({ path: book.path, create: false, hash: sha256 })
    expect(await again.fundIds()).toBeDefined()
    await again.close()
  })

  test('that is put back takes entries again, and nothing of what was acknowledged is gone', async () => {
    const book = await openBook()
    await book.write()
    const before = await lengthOf(book)
    const ends = ['', '-wal', '-shm']
    for (const end of ends) renameSync(`${book.path}${end}`, `${book.path}.away${end}`)
    await expect(book.write()).rejects.toThrow(StorageUnavailable)
    for (const end of ends) renameSync(`${book.path}.away${end}`, `${book.path}${end}`)
    await book.write()
    expect(await lengthOf(book)).toBeGreaterThan(before)
    await book.store.close()
  })

  test('whose log of what is not yet in it is deleted loses nothing that was acknowledged', async () => {
    const book = await openBook()
    await book.write()
    const before = await lengthOf(book)
    rmSync(`${book.path}-wal`)
    await expect(book.write()).rejects.toThrow(StorageUnavailable)
    await book.write()
    await book.store.close()
    const again = await sqliteStore({ path: book.path, create: false, hash: sha256 })
    expect((await again.read(scriptFund, 0, 1000)).length).toBeGreaterThan(before)
    await again.close()
  })
})

describe('whether the service is ready', () => {
  test('is no where its file is gone, yes where all is well, and leaves nothing behind', async () => {
    const { path, store } = await openBook()
    const isReady = readiness({ path, isInPlace: store.isInPlace })
    expect(isReady()).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-room'))).toEqual([])
    copyFileSync(path, `${path}.copy`)
    renameSync(`${path}.copy`, path)
    expect(isReady()).toBe(false)
    rmSync(path)
    expect(isReady()).toBe(false)
    await store.close()
  })

  test('is no where nothing more can be written, and a write is tried every five seconds at most', async () => {
    const { path, store } = await openBook()
    let now = 0
    const isReady = readiness({ path, isInPlace: store.isInPlace, now: () => now })
    expect(isReady()).toBe(true)
    // Nobody can write into a folder that has the name of the file that is tried.
    mkdirSync(`${path}-room`)
    now = 4999
    expect(isReady()).toBe(true)
    now = 5000
    expect(isReady()).toBe(false)
    rmSync(`${path}-room`, { recursive: true })
    now = 9999
    expect(isReady()).toBe(false)
    now = 10_000
    expect(isReady()).toBe(true)
    await store.close()
  })

  test('is found by a real write: a process that may write 16 kB has no room for a meeting', () => {
    const path = newFile()
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const script = `import { mkdirSync } from 'node:fs'
      import { dirname } from 'node:path'
      import { hasRoom } from '#infra/db/probe.ts'
      mkdirSync(dirname(${JSON.stringify(path)}), { recursive: true })
      console.log(hasRoom(${JSON.stringify(path)}))`
    const asked = (limit: string) =>
      spawnSync(
        'sh',
        [
          '-c',
          `ulimit -f ${limit}; exec "$0" --input-type=module -e "$1"`,
          process.execPath,
          script,
        ],
        {
          cwd: root,
          encoding: 'utf8',
        },
      ).stdout.trim()
    expect(asked('32')).toBe('false')
    expect(asked('unlimited')).toBe('true')
    expect(hasRoom(path)).toBe(true)
  })
})
