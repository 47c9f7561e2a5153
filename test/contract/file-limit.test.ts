import { spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { openSqlite } from '#infra/db/sqlite.ts'
import { type StoreOptions, sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { answeredWithinMs, outcomeOf, untilServed } from '#test/contract/outcomes.ts'
import type { WriteReport } from '#test/contract/writes-until-full.ts'
import {
  admission,
  chainFaults,
  everythingOf,
  founding,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'

const fund = 'fund-a'
const failures = 8
/** Only a writer that never ends takes so long. */
const childMs = 110_000
const newFile = temporaryFiles()
const child = fileURLToPath(import.meta.resolve('#test/contract/writes-until-full.ts'))

/**
 * Runs the writer with files of at most so many blocks (512 or 1024 bytes, as the shell counts).
 * Node ignores SIGXFSZ from its start on, so that the write fails instead of the process.
 */
const written = (path: string, blocks: number) =>
  new Promise<{
    readonly told: WriteReport[]
    readonly code: number | null
    readonly errors: string
  }>((resolve) => {
    const script = 'ulimit -f "$1" && exec "$2" "$3" "$4" "$5"'
    const args = ['-c', script, 'sh', `${blocks}`, process.execPath, child, path, `${failures}`]
    const process_ = spawn('sh', args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: childMs })
    let out = ''
    let errors = ''
    process_.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    process_.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    process_.on('close', (code) => {
      const told = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as WriteReport)
      resolve({ told, code, errors })
    })
  })

test.concurrent.each([600, 1_500, 3_000])(
  'files of at most %i blocks stop no one for long, and nothing that was answered is lost',
  async (blocks) => {
    const path = newFile()
    mkdirSync(dirname(path))
    const { told, code, errors } = await written(path, blocks)
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const refused = told.filter(({ failure }) => failure !== undefined)
    const answered = told.filter(({ failure }) => failure === undefined)
    expect(refused).toHaveLength(failures)
    expect(answered.length).toBeGreaterThan(100)
    const slowestMs = Math.ceil(Math.max(...told.map(({ ms }) => ms)))
    expect(slowestMs).toBeLessThan(answeredWithinMs)

    const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
    const { rows, postings } = await everythingOf(store, fund)
    expect(chainFaults(rows)).toEqual([])
    const hashes = new Map(rows.map(({ seq, hash }) => [seq, hash]))
    for (const { seq, hash } of answered) expect(hashes.get(seq!)).toBe(hash)
    expect(rows).toHaveLength(answered.length + 2)
    expect(new Set(postings.map(({ seq }) => seq)).size).toBe(answered.length + 1)
    const [next] = await recorderOn(store)(fund, [shares(999_999, 1)], officer)
    expect(next).toMatchObject({ outcome: 'recorded', seq: rows.length + 1 })
    await store.close()
    const causes = [...new Set(refused.map(({ cause }) => cause))]
    const bytes = statSync(path).size
    console.log(`${blocks} blocks:`, {
      answered: answered.length,
      refused: refused.length,
      slowestMs,
      causes,
      bytes,
    })
  },
)

/** SQLite itself lets the file grow no further than so many pages. */
const limited =
  (pages: { most: number }): NonNullable<StoreOptions['open']> =>
  async (path, options) => {
    const database = await openSqlite(path, options)
    await database.orm.em.getConnection().execute(`pragma max_page_count = ${pages.most}`)
    return database
  }

const fillUp = async (store: Store) => {
  const record = recorderOn(store)
  const recorded: number[] = []
  const failed: Awaited<ReturnType<typeof outcomeOf>>[] = []
  for (let n = 10; failed.length < 5; n += 1) {
    const outcome = await outcomeOf(record(fund, [shares(n, 1)], officer))
    if (outcome.error === undefined) recorded.push(n)
    else {
      failed.push(outcome)
      await untilServed(store, 20)
    }
  }
  return { recorded, failed }
}

test('a file that may not grow keeps what it has, and grows on when it may', async () => {
  const pages = { most: 1_000_000 }
  const path = newFile()
  const store = await sqliteStore({
    path,
    create: true,
    hash: sha256,
    open: limited(pages),
    restMs: 10,
  })
  await recorderOn(store)(fund, [founding(1), admission(2, 1)], officer)
  await store.close()
  pages.most = 60
  const small = await sqliteStore({
    path,
    create: true,
    hash: sha256,
    open: limited(pages),
    restMs: 10,
  })
  const { recorded, failed } = await fillUp(small)
  for (const { error, ms } of failed) {
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect(ms).toBeLessThan(answeredWithinMs)
  }
  const cause = (failed[0]!.error as Error).cause
  expect(cause).toMatchObject({ code: 'SQLITE_FULL' })
  const held = await everythingOf(small, fund)
  expect(held.rows.map(({ id }) => Number(id.slice(-12)))).toEqual([1, 2, ...recorded])
  expect(held.postings.filter(({ seq }) => seq > 2)).toHaveLength(recorded.length * 2)
  await small.close()
  pages.most = 1_000_000
  const grown = await sqliteStore({ path, create: true, hash: sha256, open: limited(pages) })
  await recorderOn(grown)(fund, [shares(9_000, 1)], officer)
  expect(chainFaults(await grown.read(fund, 0, 100_000))).toEqual([])
  await grown.close()
  const beside = new Database(path, { readonly: true })
  expect(beside.pragma('integrity_check', { simple: true })).toBe('ok')
  beside.close()
})
