import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { type HealthFigures, healthOf } from '#domain/health/health.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { Secrets } from '#domain/access/secrets.ts'
import type { FundViews, Random } from '#domain/ports.ts'
import { copyOnline } from '#infra/db/copy.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { note } from '#src/app/activity.ts'
import { type NamedHead, headsOf } from '#src/app/heads.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { enrolDevice, makeKey } from '#src/app/identity/one-time-keys.ts'
import { makePracticePeople, openDoor } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { folderSource } from '#src/cli/folder.ts'
import { archiveOf } from '#test/support/archives.ts'
import { fixedClock, importing, paperBookFolder } from '#test/support/books-in.ts'

/** What a kept database and archive must still say when a later version opens them. */
export type FixtureFacts = {
  readonly fundId: string
  readonly heads: readonly NamedHead[]
  readonly figures: readonly HealthFigures[]
}

export const fixturesFolder = fileURLToPath(new URL('../fixtures/databases', import.meta.url))

const days = ['2025-06-30', '2025-12-31', '2026-01-31']

export const figuresOf = async (views: FundViews, fundId: string): Promise<HealthFigures[]> => {
  const book = (await bookOf(views, fundId))!
  return days.map((day) => healthOf(book, day))
}

/** Ids and chance that are the same each time: a count, and what its hash makes of it. */
const drawn = () => {
  let count = 0
  const next = (): string => {
    count += 1
    return sha256(`fixture ${count}`)
  }
  const random: Random = {
    token: () => createHash('sha256').update(next()).digest('base64url'),
    below: (bound) => Number.parseInt(next().slice(0, 8), 16) % bound,
  }
  // Ids of the log run in the order in which they are made.
  const ids = (): string => {
    count += 1
    return `01980000-0000-7000-8000-${String(count).padStart(12, '0')}`
  }
  return { random, ids }
}

/** Not stretched and opening nothing: the practice people are invented, and so are their secrets. */
const openSecrets: Secrets = {
  seal: async (secret, bind) => `fixture$${uuidOfHash(sha256(`${bind} ${secret}`))}`,
  fits: async () => false,
}

/** A picture of one dot, for a member of an invented village. */
const smallPhoto = {
  mediaType: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  digest: sha256('a small photo'),
} as const

/** The paper book with practice people, a card, a session, a key, a guess and a log: a row in every table. */
const fill = async (store: Store): Promise<string> => {
  const imported = await importing(store, folderSource(paperBookFolder))
  if ('faults' in imported) throw new Error('the paper book has faults')
  const { fundId } = imported
  const world = { clock: fixedClock, hash: sha256 }
  const needs = {
    ...world,
    ...drawn(),
    store: store as IdentityNeeds['store'] & Store,
    secrets: openSecrets,
    record: recorder({ ...world, journal: store }),
    recordNetwork: networkRecorder({ ...world, networks: store.networks }),
  }
  const networkId = await makePracticePeople(needs, { fundId, today: '2025-12-31' })
  const { device } = await enrolDevice(needs, { networkId, label: 'a phone', by: 'fixture' })
  await openDoor(needs, { device, door: 'record-keeper' })
  const [member] = (await bookOf(store, fundId))!.members
  await store.keepPhoto({ fundId, memberId: member!.memberId, ...smallPhoto })
  const code = 'S-AAAA2222'
  await store.keepSupportFile({ fundId, code, sealed: 'sealed' })
  const claims = [{ claim: sha256('a claim'), untilOn: '2026-12-31' }]
  const holder = sha256('a holder')
  await store.takeClaims(networkId, { holder, claims, day: '2025-12-31' })
  const message = { kind: 'link', mark: sha256('a mark'), fundId, sealed: 'sealed' } as const
  await store.changeMessageRows(networkId, { keep: [message] })
  await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'fixture' })
  await store.changeBudget(fundId, 'card:fixture', () => ({
    budget: { failures: 1, since: fixedClock(), lockedUntil: undefined },
    answer: undefined,
  }))
  for (const scope of [fundId, fundId, networkId])
    await note(needs, {
      scope,
      actor: 'nobody',
      device: device.deviceId,
      action: 'sign-in',
      outcome: 'refused',
    })
  return fundId
}

/** A database as an older version left it, with the heads of its journals; the older layout of all tables. */
export const olderDatabase = (path: string): FixtureFacts['heads'] => {
  const at = (end: string): Buffer =>
    readFileSync(join(fixturesFolder, `0.2.0-before-bytes.${end}`))
  writeFileSync(path, gunzipSync(at('sqlite.gz')))
  return (JSON.parse(at('json').toString()) as FixtureFacts).heads
}

/** Makes the database and the archive of this version, with what both must say. */
/** The rows of the kept database bear marks of this pepper, which is in the open. */
export const fixtureSecret = 'the pepper of the kept databases, in the open'
export const fixtureMarks = marksBy({ secret: fixtureSecret })

const makeFixture = async (folder: string) => {
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({
    path,
    create: true,
    hash: sha256,
    deadlineMs: 120_000,
    marks: fixtureMarks,
  })
  const fundId = await fill(store)
  const facts: FixtureFacts = {
    fundId,
    heads: await headsOf(store),
    figures: await figuresOf(store, fundId),
  }
  const archive = await archiveOf(store, fundId)
  await store.close()
  const database = new Database(path)
  database.exec(`update mikro_orm_migrations set executed_at = '${fixedClock()}'`)
  database.close()
  const copy = join(folder, 'copy.db')
  copyOnline(path, copy)
  return { facts, archive, database: gzipSync(readFileSync(copy), { level: 9 }) }
}

/** `node test/support/fixture-database.ts 0.2.0` writes the files of a version that is not released yet. */
const writeFixture = async (version: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'))
  const { facts, archive, database } = await makeFixture(folder)
  rmSync(folder, { recursive: true })
  mkdirSync(fixturesFolder, { recursive: true })
  writeFileSync(join(fixturesFolder, `${version}.sqlite.gz`), database)
  writeFileSync(join(fixturesFolder, `${version}.archive.gz`), archive)
  writeFileSync(join(fixturesFolder, `${version}.json`), `${JSON.stringify(facts, null, 2)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [version] = process.argv.slice(2)
  if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) throw new Error('give the version, such as 0.2.0')
  await writeFixture(version!)
}
