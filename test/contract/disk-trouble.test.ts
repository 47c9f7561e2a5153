import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type FailingDisk, type Fault, failingDisk } from '#test/contract/failing-disk.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import {
  outcomeOf,
  servedWithinMs,
  answeredWithinMs,
  untilServed,
} from '#test/contract/outcomes.ts'
import {
  admission,
  chainFaults,
  founding,
  noChanges,
  officer,
  recorderOn,
  sealedRows,
  shares,
} from '#test/contract/village-life.ts'

const fund = 'fund-a'
const restedMs = 300
const newFile = temporaryFiles()

/** A store with the settings that everybody gets, on a disk that can fail. */
const openStore = async (path = newFile()) => {
  // To make a book may take its time on a busy machine, and is not what is tried.
  const patient = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  await recorderOn(patient)(fund, [founding(1), admission(2, 1)], officer)
  await patient.close()
  const disk = failingDisk()
  const store = await sqliteStore({ path, create: true, hash: sha256, open: disk.open })
  await untilServed(store, 20)
  return { disk, store, record: recorderOn(store) }
}

const expectTold = ({ error, ms }: Awaited<ReturnType<typeof outcomeOf>>): void => {
  expect(error).toBeInstanceOf(StorageUnavailable)
  expect(ms).toBeLessThan(answeredWithinMs)
}

const untilStruck = async (disk: FailingDisk): Promise<void> => {
  while (disk.struck() === undefined) await setTimeout(5)
}

test('a write that never answers is given up in time, with those who wait behind it', async () => {
  const told = await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (at) => {
      const { disk, store, record } = await openStore()
      disk.failAt(at, 'stuck')
      const stuck = outcomeOf(record(fund, [shares(10, 1)], officer))
      await untilStruck(disk)
      const behind = [
        outcomeOf(store.keep(fund, [{ subject: 'fund:', text: 'a' }])),
        outcomeOf(store.subjects(fund)),
        outcomeOf(store.append('fund-b', sealedRows([{ fundId: 'fund-b' }]), noChanges)),
        outcomeOf(record(fund, [shares(11, 1)], officer)),
      ]
      const outcomes = await Promise.all([stuck, ...behind])
      outcomes.forEach(expectTold)
      expect(await untilServed(store, 50)).toBeLessThan(servedWithinMs)
      await record(fund, [shares(10, 1), shares(11, 1)], officer)
      const rows = await store.read(fund, 0, 100)
      expect(rows.map(({ id }) => Number(id.slice(-12)))).toEqual([1, 2, 10, 11])
      expect(chainFaults(rows)).toEqual([])
      await store.close()
      return outcomes
    }),
  )
  expect(told.flat()).toHaveLength(30)
})

/** Lets the `at`-th write of making a new book fail; false when there are fewer. */
const failsToOpen = async (at: number, fault: Fault): Promise<boolean> => {
  const disk = failingDisk()
  // Only what sticks hangs on a deadline; to make a book may take its time.
  const deadlineMs = fault === 'stuck' ? 1_500 : 60_000
  const options = { path: newFile(), create: true, hash: sha256, deadlineMs, restMs: 10 }
  const store = await sqliteStore({ ...options, open: disk.open })
  disk.failAt(at, fault)
  const told = await outcomeOf(store.fundIds())
  if (disk.struck() === undefined) {
    expect(told.error).toBeUndefined()
    await store.close()
    return false
  }
  expectTold(told)
  expect(await untilServed(store, 20)).toBeLessThan(servedWithinMs)
  await recorderOn(store)(fund, [founding(1), admission(2, 1)], officer)
  expect(chainFaults(await store.read(fund, 0, 10))).toEqual([])
  await store.close()
  return true
}

/** How many writes make a new book. */
const writesOfOpening = async (): Promise<number> => {
  const disk = failingDisk()
  const options = { path: newFile(), create: true, hash: sha256, deadlineMs: 60_000 }
  const store = await sqliteStore({ ...options, open: disk.open })
  await store.fundIds()
  await store.close()
  return disk.written()
}

const ways = ['undone', 'left-open', 'answer-lost'] as const

test('a new book that cannot be made now is made later, wherever it failed', async () => {
  const writes = await writesOfOpening()
  const tried = { undone: 0, 'left-open': 0, 'answer-lost': 0 }
  // Each write fails in one of the ways, in turn; where the making begins and ends, in every one.
  for (let at = 1; at <= writes; at += 1)
    for (const [turn, way] of ways.entries()) {
      if (at > 3 && at <= writes - 3 && at % ways.length !== turn) continue
      expect(await failsToOpen(at, way), `${way} at ${at}`).toBe(true)
      tried[way] += 1
    }
  expect(await failsToOpen(writes + 1, 'undone')).toBe(false)
  console.log('a new book:', { writes, ...tried })
  expect(writes).toBeGreaterThan(100)
})

test('an opening that sticks is given up, and the next one serves', async () => {
  expect(await Promise.all([1, 3, 9].map((at) => failsToOpen(at, 'stuck')))).toEqual([
    true,
    true,
    true,
  ])
})

test('a slow opening and a read that sticks after it are one call with one end', async () => {
  const { disk, store, record } = await openStore()
  disk.failAt(1, 'undone')
  expectTold(await outcomeOf(record(fund, [shares(10, 1)], officer)))
  // Longer than a store rests before it opens anew.
  await setTimeout(restedMs)
  disk.slowDown(600)
  const opening = store.fundIds()
  // The opening of a book that is whole writes nothing: the first begin is the note's.
  const note = outcomeOf(store.keep(fund, [{ subject: 'fund:', text: 'a' }]))
  disk.failAt(1, 'stuck')
  expect(await opening).toEqual([fund])
  expectTold(await note)
  expect(disk.struck()).toBe('begin immediate')
  disk.slowDown(0)
  expect(await untilServed(store, 50)).toBeLessThan(servedWithinMs)
  await store.close()
})

test('an opening too late for who asked serves the next one, and is not done twice', async () => {
  const disk = failingDisk()
  const options = { path: newFile(), create: true, hash: sha256, deadlineMs: 200 }
  disk.slowDown(300)
  const store = await sqliteStore({ ...options, open: disk.open })
  expectTold(await outcomeOf(store.fundIds()))
  expect(await untilServed(store, 20)).toBeLessThan(servedWithinMs)
  expect(await store.fundIds()).toEqual([])
  expect(disk.opened).toHaveLength(1)
  await store.close()
})

test('who asks beside a read that fails never gets an error of the driver', async () => {
  const { disk, store, record } = await openStore()
  let told = 0
  for (let turn = 0; turn < 8; turn += 1) {
    disk.failRead()
    const calls = [
      store.subjects(fund),
      store.read(fund, 0, 10),
      store.postings(fund, {}),
      record(fund, [shares(100 + turn, 1)], officer),
      store.keep(fund, [{ subject: 'fund:', text: `${turn}` }]),
      store.fundIds(),
    ]
    const outcomes = await Promise.all(calls.map(outcomeOf))
    const failures = outcomes.filter(({ error }) => error !== undefined)
    failures.forEach(expectTold)
    told += failures.length
    expect(await untilServed(store, 10)).toBeLessThan(servedWithinMs)
  }
  console.log('spoilt readings:', { calls: 48, told })
  expect(told).toBeGreaterThanOrEqual(8)
  expect(chainFaults(await store.read(fund, 0, 100))).toEqual([])
  await store.close()
})

/** Goes on with whatever is asked until told to stop; what came of every call so far, and when there is no more. */
const goOn = (ask: (turn: number) => Promise<unknown>) => {
  const outcomes: (Awaited<ReturnType<typeof outcomeOf>> & { readonly turn: number })[] = []
  let isOver = false
  const ended = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      outcomes.push({ ...(await outcomeOf(ask(turn))), turn })
      await setTimeout(5)
    }
  })()
  const isServed = () => outcomes.length > 0 && outcomes.at(-1)!.error === undefined
  const stop = (): Promise<void> => {
    isOver = true
    return ended
  }
  return { outcomes, isServed, stop }
}

const fullForMs = 1_500

test('while the disk is full all are told, and soon after that all are served', async () => {
  const { disk, store, record } = await openStore()
  const asked = [
    goOn((turn) => record(fund, [shares(1_000 + turn, 1)], officer)),
    goOn((turn) => record(fund, [shares(5_000 + turn, 1)], officer)),
    goOn((turn) => store.keep(fund, [{ subject: 'fund:', text: `${turn}` }])),
    goOn(() => store.subjects(fund)),
    goOn(() => store.postings(fund, {})),
  ]
  const untilAllAreServed = async () => {
    while (!asked.every(({ isServed }) => isServed())) await setTimeout(5)
  }
  await untilAllAreServed()
  disk.fill(true)
  await setTimeout(fullForMs)
  disk.fill(false)
  const servedMs = await untilServed(store, 10)
  await untilAllAreServed()
  await Promise.all(asked.map(({ stop }) => stop()))
  const outcomes = asked.map((one) => one.outcomes)
  const failures = outcomes.flat().filter(({ error }) => error !== undefined)
  expect(failures.length).toBeGreaterThan(0)
  failures.forEach(expectTold)
  const kept = outcomes
    .slice(0, 2)
    .flatMap((calls, i) =>
      calls.filter(({ error }) => !error).map(({ turn }) => (i === 0 ? 1_000 : 5_000) + turn),
    )
  const rows = await store.read(fund, 0, 100_000)
  const numbers = rows.map(({ id }) => Number(id.slice(-12)))
  expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, ...kept])
  expect(chainFaults(rows)).toEqual([])
  const slowestMs = Math.ceil(Math.max(...failures.map(({ ms }) => ms)))
  const calls = outcomes.flat().length
  console.log('disk full for 1.5 s:', { calls, told: failures.length, slowestMs, servedMs })
  await store.close()
})
