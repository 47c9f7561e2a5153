/* A village in a file whose rows bear marks, and somebody who has the file. */

import Database from 'better-sqlite3'
import { beforeEach } from 'vitest'
import type { MarkFault } from '#domain/access/marks.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import type { Store } from '#infra/db/store.ts'
import { marksBy } from '#infra/system/marks.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  activityRow,
  cardRow,
  deviceRow,
  keyRow,
  membershipRow,
  network,
  sessionRow,
  userRow,
} from '#test/contract/people-life.ts'
import { nameRow, photoRow } from '#test/contract/particulars-life.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'
import { laidOut } from '#test/support/laid-out.ts'

export const fund = 'fund-a'
export const [secret, next] = [
  'a pepper of a test, long enough to be one',
  'the pepper after it, as long',
]
export const now = '2026-01-20T03:00:00.000Z'

export const open = async (path: string, marks = marksBy({ secret })): Promise<Store> =>
  sqliteStore({ path: await laidOut(path), create: true, hash: sha256, deadlineMs: 60_000, marks })

export const lock = (failures: number) => () => ({
  budget: { failures, since: now, lockedUntil: undefined },
  answer: undefined,
})

const kin = { fundId: fund, firstId: 'm1', secondId: 'm2', relation: 'sibling', declaredAt: now }

/** A village with a journal, people, a card, kin, a lock and a log. */
export const fill = async (store: Store): Promise<void> => {
  await store.networks.append(network, sealedRows([{ fundId: network }]), noChanges)
  await store.append(fund, sealedRows([{ fundId: fund }, { fundId: fund }]), noChanges)
  await store.keepUser(userRow({}))
  await store.keepMembership(membershipRow({}))
  await store.keepDevice(deviceRow({}))
  await store.keepSession(sessionRow({}))
  await store.keepKey(keyRow({}))
  await store.keepCard(cardRow({}))
  await store.changeBudget(fund, 'card:1', lock(4))
  await store.keepKinships(fund, [kin as never])
  await store.keepNominees(fund, 'm1', [
    { fundId: fund, memberId: 'm1', place: 1, name: 'Sok', nomineeId: undefined, share: '1' },
  ] as never)
  await store.keep(fund, [{ subject: 'fund', text: 'Our fund' }])
  await store.keepNames(fund, [nameRow({})])
  const data = 'iVBORw0KGgo='
  await store.keepPhoto(photoRow({ data, digest: sha256(data) }))
  await store.keepSupportFile({ fundId: fund, code: 'G-1', sealed: 'sealed' })
  const claims = [{ claim: 'a claim', untilOn: '2027-01-01' }]
  await store.takeClaims(network, { holder: 'G-1', claims, day: '2026-01-20' })
  const link = { kind: 'link' as const, mark: 'a phone', fundId: fund, sealed: 'sealed' }
  await store.changeMessageRows(network, { keep: [link] })
  await store.noteActivity([activityRow(1), activityRow(2), activityRow(3)])
}

export let path: string

/** Lays a village down in a file of its own before each test of the file that asks. */
export const aVillageForEach = (): void => {
  const newFile = temporaryFiles()
  beforeEach(async () => {
    path = newFile()
    const store = await open(path)
    await fill(store)
    await store.close()
  })
}

/** What somebody does who has the file and knows SQLite. */
export const withFile = (work: (database: Database.Database) => void, file = path): void => {
  const database = new Database(file)
  for (const table of ['entry', 'network_entry', 'activity'])
    for (const act of ['update', 'delete'])
      database.exec(`drop trigger if exists ${table}_no_${act}`)
  try {
    work(database)
  } finally {
    database.close()
  }
}

export const faults = async (marks = marksBy({ secret })): Promise<string[]> => {
  const store = await open(path, marks)
  const found: MarkFault[] = []
  for (const scope of [fund, network]) found.push(...(await store.markFaults(scope)))
  await store.close()
  return found.map(({ kind, key, fault }) => `${kind} ${key} ${fault}`)
}

export const reading = async <T>(read: (store: Store) => Promise<T>): Promise<T> => {
  const store = await open(path)
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}
