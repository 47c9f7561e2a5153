/* A village in a file whose texts are sealed, and somebody who carries the file away, its log included, and has no secret. */

import { existsSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Marks } from '#domain/access/marks.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import { fund, keepCanaries } from '#test/contract/canary-people.ts'
import { network } from '#test/contract/people-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { laidOut } from '#test/support/laid-out.ts'

export const newFile = temporaryFiles()
export const [secret, next] = [
  'a pepper of a test, long enough to be one',
  'the pepper after it, as long',
]
export const now = '2026-01-20T03:00:00.000Z'

export const open = async (path: string, marks?: Marks): Promise<Store> =>
  sqliteStore({ path: await laidOut(path), create: true, hash: sha256, deadlineMs: 60_000, marks })

export const bytesOf = (path: string): Buffer =>
  Buffer.concat(
    ['', '-wal', '-shm'].map((end) =>
      existsSync(`${path}${end}`) ? readFileSync(`${path}${end}`) : Buffer.alloc(0),
    ),
  )

export const withFile = <T>(path: string, work: (database: Database.Database) => T): T => {
  const database = new Database(path)
  try {
    return work(database)
  } finally {
    database.close()
  }
}

export const faults = async (store: Store): Promise<string[]> =>
  [...(await store.markFaults(fund)), ...(await store.markFaults(network))].map(
    ({ kind, key, fault }) => `${kind} ${key} ${fault}`,
  )

export const atRest = async (store: Store) => {
  const [ofFund, ofNetwork] = [await store.atRest(fund), await store.atRest(network)]
  return {
    open: ofFund.open + ofNetwork.open,
    now: ofFund.now + ofNetwork.now,
    older: ofFund.older + ofNetwork.older,
    shut: ofFund.shut + ofNetwork.shut,
  }
}

/** Of two names, two nominees, two kinships, two notes, a photo and a login. */
export const rowsInAll = 10

/** A village in a file, closed. */
export const village = async (marks?: Marks): Promise<string> => {
  const path = newFile()
  const store = await open(path, marks)
  await keepCanaries(store)
  await store.close()
  return path
}

/** A village that a version before left: its rows bear marks and lie in clear. */
export const villageOfBefore = async () => {
  const path = await village()
  const store = await open(path, marksBy({ secret }))
  for (const scope of [fund, network]) await store.markAnew(scope, { at: now, how: 'first' })
  return { path, store }
}
