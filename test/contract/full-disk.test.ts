import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Fault, failingDisk } from '#test/contract/failing-disk.ts'
import { type Operation, meetingScript, scriptFund } from '#test/contract/meeting-script.ts'
import { tablesOf } from '#test/contract/tables-of.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import {
  outcomeOf,
  servedWithinMs,
  answeredWithinMs,
  untilServed,
} from '#test/contract/outcomes.ts'
import { chainFaults, everythingOf, recorderOn } from '#test/contract/village-life.ts'
import { reached as figure } from '#test/support/reached.ts'

const newFile = temporaryFiles()
const isLong = process.env['TEST_BUDGET'] === 'ci'
const operations = meetingScript(isLong ? 50 : 12)

/** All that stands in the file, as another connection sees it. */
const contents = (database: Database.Database): unknown[] =>
  tablesOf(database).map((name) => database.prepare(`select * from ${name}`).all())

/** What the same script leaves where nothing ever fails. */
const undisturbed = async () => {
  const store = memoryStore()
  const record = recorderOn(store)
  for (const operation of operations) await operation(store, record)
  return everythingOf(store, scriptFund)
}

const openSweep = async (fault: Fault) => {
  const path = newFile()
  const disk = failingDisk()
  const options = { path, create: true, hash: sha256, deadlineMs: 60_000, restMs: 0 }
  const store = await sqliteStore({ ...options, open: disk.open })
  await store.fundIds()
  const reached = { failed: 0, slowestToldMs: 0, slowestServedMs: 0 }
  const beside = new Database(path, { readonly: true })
  return { store, record: recorderOn(store), disk, beside, fault, reached }
}

const halfAnEntry = 'a write that failed left something'

/** Lets each write statement of one operation fail in turn, then lets it pass. */
const failEach = async (
  { store, record, disk, beside, fault, reached }: Awaited<ReturnType<typeof openSweep>>,
  operation: Operation,
): Promise<void> => {
  for (let at = 1; ; at += 1) {
    const before = contents(beside)
    disk.failAt(at, fault)
    const { error, ms } = await outcomeOf(operation(store, record))
    const statement = disk.struck()
    if (statement === undefined) {
      expect(error).toBeUndefined()
      return
    }
    expect(error).toBeInstanceOf(StorageUnavailable)
    expect(ms).toBeLessThan(answeredWithinMs)
    const isDone = fault === 'answer-lost' && statement === 'commit'
    if (!isDone) expect(contents(beside), halfAnEntry).toEqual(before)
    const servedMs = await untilServed(store, 1)
    expect(servedMs).toBeLessThan(servedWithinMs)
    reached.failed += 1
    reached.slowestToldMs = Math.max(reached.slowestToldMs, Math.ceil(ms))
    reached.slowestServedMs = Math.max(reached.slowestServedMs, Math.ceil(servedMs))
  }
}

test.each(['undone', 'left-open', 'answer-lost'] as const)(
  'wherever a write fails (%s), nothing half stands in the book and each command is recorded once',
  async (fault) => {
    const sweep = await openSweep(fault)
    for (const operation of operations) await failEach(sweep, operation)
    const held = await everythingOf(sweep.store, scriptFund)
    expect(held).toStrictEqual(await undisturbed())
    const faults = chainFaults(held.rows)
    expect(faults).toEqual([])
    console.log(`full disk, ${fault}: ${operations.length} operations,`, sweep.reached)
    // An operation writes at least five times: begin, journal, views, notes of it, commit.
    const atLeast = operations.length * 5
    const tried = `writes of a meeting that failed (${fault})`
    const { failed: count } = sweep.reached
    figure({ promise: 'P3', tried, count, atLeast, found: faults.length })
    sweep.beside.close()
    await sweep.store.close()
  },
)

test.each([
  ['the founding', 0],
  ['members who are admitted', 1],
  ['a purchase of shares', 2],
  ['a loan that is paid out and repaid', 5],
])('where a store keeps half of %s when a write fails, the half is found', async (_, n) => {
  const sweep = await openSweep('half-kept')
  for (const operation of operations.slice(0, n)) await operation(sweep.store, sweep.record)
  await expect(failEach(sweep, operations[n]!)).rejects.toThrow(halfAnEntry)
  sweep.beside.close()
  await sweep.store.close()
})
