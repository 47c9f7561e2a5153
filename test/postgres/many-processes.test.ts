import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { postgresStore } from '#infra/db/postgres-store.ts'
import type { Store } from '#infra/db/store.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import type { WriteRequest, WriteAnswer } from '#test/postgres/writer.ts'
import {
  admission,
  everythingOf,
  founding,
  idOf,
  officer,
  recorderOn,
  shares,
} from '#test/contract/village-life.ts'
import { emptied, newDatabases } from '#test/support/postgres/databases.ts'
import { inCommit, slowCommit } from '#test/support/postgres/slow-commit.ts'

const script = fileURLToPath(new URL('writer.ts', import.meta.url))
const newDatabase = newDatabases()
const children = new Set<ChildProcess>()
let url: string
let store: Store

beforeAll(async () => {
  url = await newDatabase()
  store = await postgresStore({ url, create: false, deadlineMs: 20_000 })
})
afterEach(() => emptied(url))
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await store.close()
})

/** A process that writes what it is asked to; `done` when it has told all of it and gone. */
const writer = async (deadlineMs = 20_000) => {
  const child = spawn(process.execPath, [script, url, `${deadlineMs}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.add(child)
  const told: WriteAnswer[] = []
  const done = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  await new Promise<void>((ready) => {
    let heard = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${heard}${chunk.toString()}`.split('\n')
      heard = lines.pop() ?? ''
      for (const line of lines) {
        if (line === 'ready') ready()
        else told.push(JSON.parse(line) as WriteAnswer)
      }
    })
  })
  const ask = (asked: readonly WriteRequest[]) =>
    child.stdin.write(asked.map((one) => `${JSON.stringify(one)}\n`).join(''))
  return {
    told,
    ask,
    done: (): Promise<number | null> => {
      child.stdin.end()
      return done
    },
    kill: (): Promise<number | null> => {
      child.kill('SIGKILL')
      return done
    },
  }
}

const members = [1, 2, 3]
const begun = async (fundId: string): Promise<void> => {
  const admissions = members.map((member) => admission(1 + member, member))
  await recorderOn(store)(fundId, [founding(1), ...admissions], officer)
}

/** The book that many wrote is the book that one would have written in that order. */
const sameAsAlone = async (fundId: string): Promise<void> => {
  const held = await everythingOf(store, fundId)
  const alone = memoryStore()
  const record = recorderOn(alone)
  const admissions = members.map((member) => admission(1 + member, member))
  await record(fundId, [founding(1), ...admissions], officer)
  for (const { id } of held.rows.slice(1 + members.length)) {
    const n = Number(id.slice(-12))
    await record(fundId, [shares(n, Math.floor(n / 1_000))], officer)
  }
  expect(await everythingOf(alone, fundId)).toStrictEqual(held)
}

const each = 25
const manyFunds = Array.from({ length: 8 }, (_, i) => `fund-of-many-${i}`)

test('three processes write one fund and many at once, and each command is recorded once', async () => {
  const one = 'fund-of-all'
  for (const fundId of [one, ...manyFunds]) await begun(fundId)
  const writers = await Promise.all(members.map(() => writer()))
  // The first is held in its COMMIT until the others wait for the same book: from then on each has its turn.
  await slowCommit(url, 2)
  for (const [i, member] of members.entries()) {
    writers[i]!.ask([{ fundId: one, member, from: 1_000 * member, count: each }])
    if (i === 0) await inCommit(url)
    writers[i]!.ask(manyFunds.map((fundId) => ({ fundId, member, from: 1_000 * member, count: 3 })))
  }
  expect(await Promise.all(writers.map(({ done }) => done()))).toEqual([0, 0, 0])
  const told = writers.flatMap((by) => by.told)
  expect(told).toHaveLength(members.length * (each + 3 * manyFunds.length))
  for (const fundId of [one, ...manyFunds]) {
    const rows = await store.read(fundId, 0, 1_000)
    const own = told.filter((answer) => answer.fundId === fundId)
    expect(rows).toHaveLength(1 + members.length + own.length)
    const seqs = new Map(rows.map(({ id, seq, hash }) => [id, { seq, hash }]))
    for (const answer of own)
      expect(answer).toMatchObject({ outcome: 'recorded', ...seqs.get(answer.id) })
    await sameAsAlone(fundId)
  }
  const turns = (await store.read(one, 4, 1_000)).map(({ id }) => id.slice(-4, -3))
  // One after the other they would have taken three turns.
  expect(turns.filter((who, i) => who !== turns[i - 1]).length).toBeGreaterThan(members.length)
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
})

test('of two writers one is killed in the middle of its COMMIT; nothing is lost and nothing doubled', async () => {
  const fundId = 'fund-of-two'
  await begun(fundId)
  const [first, second] = await Promise.all([writer(), writer()])
  await slowCommit(url, 1)
  first.ask([{ fundId, member: 1, from: 1_000, count: each }])
  await inCommit(url)
  second.ask([{ fundId, member: 2, from: 2_000, count: each }])
  await first.kill()
  // As from a phone that never had its answer, the same commands come again by way of the other.
  second.ask([{ fundId, member: 1, from: 1_000, count: each }])
  expect(await second.done()).toBe(0)
  expect(first.told).toEqual([])
  expect(second.told.map(({ outcome }) => outcome)).toEqual(second.told.map(() => 'recorded'))
  const rows = await store.read(fundId, 0, 1_000)
  const wanted = [1_000, 2_000].flatMap((from) =>
    Array.from({ length: each }, (_, i) => idOf(from + i)),
  )
  expect(
    rows
      .slice(4)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(wanted.toSorted())
  // What was killed in COMMIT had been handed over: it stands first, and was not decided again.
  expect(rows[4]!.id).toBe(idOf(1_000))
  await sameAsAlone(fundId)
})

/** So long that nobody is told to come again because the machine is slow: what is asked is whether one stands in another's way. */
const patientMs = 10_000

/** Eight phones at each of some processes send one command after another about one fund; how many a second were recorded. */
const sentBy = async (fundId: string, processes: number, from: number): Promise<number> => {
  const writers = await Promise.all(Array.from({ length: processes }, () => writer(patientMs)))
  const phones = 16 / processes
  const send = (count: number, first: number): void => {
    for (const [i, { ask }] of writers.entries())
      ask(
        Array.from({ length: phones }, (_, phone) => ({
          fundId,
          member: 1 + (phone % members.length),
          from: first + 1_000 * (i * phones + phone),
          count,
        })),
      )
  }
  // A program is slow at first: what it sends then is not timed.
  send(20, from)
  while (writers.some(({ told }) => told.length < 20 * phones)) await setTimeout(5)
  const started = performance.now()
  send(30, from + 100)
  expect(await Promise.all(writers.map(({ done }) => done()))).toEqual(writers.map(() => 0))
  const told = writers.flatMap((by) => by.told)
  expect(told).toHaveLength(16 * 50)
  // Nobody was told to come again: whoever came second waited in line.
  expect(told.filter(({ tries }) => tries > 1)).toEqual([])
  expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']))
  return (1000 * 16 * 30) / (performance.now() - started)
}

test('sixteen phones that send to one fund by way of two processes are all answered, and none is told to come again', async () => {
  const fundId = 'fund-of-phones'
  await begun(fundId)
  const alone = await sentBy(fundId, 1, 100_000)
  const both = await sentBy(fundId, 2, 200_000)
  console.log(`one process ${alone.toFixed(0)} a second, two ${both.toFixed(0)}`)
  const rows = await store.read(fundId, 0, 5_000)
  expect(rows).toHaveLength(1 + members.length + 2 * 16 * 50)
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
})
