import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { LeafChange, Leaves } from '#domain/cases/leaves.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { openCases, sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { allIds, fresh, newLeaf } from '#test/contract/leaves-suite.ts'
import { answeredWithinMs, outcomeOf } from '#test/contract/outcomes.ts'
import { temporaryFiles } from '#test/contract/temporary.ts'
import { diedHalfway } from '#test/support/died-halfway.ts'

const newFile = temporaryFiles()
const writer = fileURLToPath(new URL('leaves-writer.ts', import.meta.url))

type Fault = 'undone' | 'left-open' | 'answer-lost'

/** A disk whose `at`-th statement that writes fails, once. */
const failingDisk = () => {
  let next: { at: number; readonly fault: Fault } | undefined
  let struck: string | undefined
  const open: typeof openCases = async (path, create) => {
    const { ask, close } = await openCases(path, create)
    return {
      close,
      ask: (sql, ...values) => {
        if (!next || !/^\s*(begin|commit|insert|update|create|drop|alter)/.test(sql))
          return ask(sql, ...values)
        next.at -= 1
        if (next.at > 0) return ask(sql, ...values)
        const { fault } = next
        next = undefined
        struck = sql
        if (fault === 'answer-lost') ask(sql, ...values)
        if (fault === 'undone' && !sql.startsWith('begin')) ask('rollback')
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      },
    }
  }
  return {
    open,
    failAt: (at: number, fault: Fault) => {
      next = { at, fault }
      struck = undefined
    },
    struck: () => struck,
  }
}

const everything = async (leaves: Leaves): Promise<ReadonlyMap<string, Uint8Array>> =>
  leaves.read(await allIds(leaves, 100))

test.each(['undone', 'left-open', 'answer-lost'] as const)(
  'wherever a write fails (%s), all of a change stands or nothing of it, and the next one is served',
  async (fault) => {
    const disk = failingDisk()
    const path = newFile()
    const leaves = sqliteLeaves({ path, create: true, restMs: 0, deadlineMs: 60_000, ...disk })
    const [stays, goes] = [fresh(), fresh()]
    // So many that the change below makes the file grow.
    await leaves.change([stays, goes, ...Array.from({ length: 253 }, () => fresh())])
    let seen = stays.sealed
    for (let at = 1; ; at += at < 8 ? 1 : 37) {
      const before = await everything(leaves)
      const changes: LeafChange[] = [
        { id: stays.id, seen, sealed: newLeaf() },
        fresh(),
        fresh(),
        fresh(),
      ]
      disk.failAt(at, fault)
      const { error, ms } = await outcomeOf(leaves.change(changes))
      const statement = disk.struck()
      if (statement === undefined) {
        expect(error).toBeUndefined()
        break
      }
      expect(error).toBeInstanceOf(StorageUnavailable)
      expect(ms).toBeLessThan(answeredWithinMs)
      const after = await everything(leaves)
      const isDone = fault === 'answer-lost' && statement === 'commit'
      if (isDone) {
        expect(after.size).toBe(before.size + 3)
        seen = changes[0]!.sealed!
      } else expect(after).toEqual(before)
    }
    expect((await leaves.read([goes.id])).get(goes.id)).toEqual(goes.sealed)
    await leaves.close()
  },
)

/** A process that writes, under a limit on the size of its files where one is set, and what it has said. */
const writing = (path: string, { count = 10_000, failures = 1, blocks = 0 } = {}) => {
  const run = [process.execPath, writer, path, `${count}`, `${failures}`] as const
  const limited = ['sh', '-c', 'ulimit -f "$0" && exec "$@"', `${blocks}`, ...run]
  const [command, ...args] = blocks === 0 ? run : limited
  const child: ChildProcess = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout!.on('data', (piece: Buffer) => (said += piece.toString()))
  const lines = (): readonly string[] => said.split('\n').slice(0, -1)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, lines, ended }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Holds everything that was said to be kept against what is there; how many leaves those were. */
const assertKept = async (path: string, lines: readonly string[]): Promise<number> => {
  const leaves = sqliteLeaves({ path, create: false, deadlineMs: 60_000 })
  const there = await everything(leaves)
  const kept = lines.filter((line) => line.startsWith('kept')).map((line) => line.split(' '))
  for (const [, id, hash] of kept) expect(hashOf(there.get(id!)!)).toBe(hash)
  await leaves.close()
  return kept.length
}

test.concurrent.each([2_600, 8_000])(
  'files of at most %i blocks lose nothing that was said to be kept, and the rest is told in time',
  async (blocks) => {
    const path = newFile()
    mkdirSync(dirname(path))
    const { lines, ended } = writing(path, { blocks, failures: 6, count: 700 })
    expect(await ended).toBe(0)
    expect(lines().filter((line) => line === 'unavailable').length).toBe(6)
    await assertKept(path, lines())
    // With room again all goes on.
    const later = writing(path, { count: 20 })
    expect(await later.ended).toBe(0)
    expect(await assertKept(path, later.lines())).toBe(20)
  },
)

test('a program that is killed while it writes has lost nothing that it said was kept', async () => {
  const path = newFile()
  for (let turn = 0; turn < 4; turn += 1) {
    const { child, lines, ended } = writing(path)
    const wanted = 8 + 31 * turn
    while (lines().length < wanted) await new Promise((resolve) => setTimeout(resolve, 3))
    child.kill('SIGKILL')
    await ended
    expect(await assertKept(path, lines())).toBeGreaterThanOrEqual(wanted)
  }
})

test('a file whose program died in the middle of a change is as it was before it', async () => {
  const [path, died] = [newFile(), newFile()]
  const leaves = sqliteLeaves({ path, create: true, deadlineMs: 60_000 })
  await leaves.change(Array.from({ length: 100 }, () => fresh()))
  const before = await everything(leaves)
  await leaves.close()
  diedHalfway(path, died)
  // It is half written over: none of the leaves that there were is in it whole.
  const raw = readFileSync(died)
  const lost = [...before.values()].filter(
    (sealed) => !raw.includes(Buffer.from(sealed.subarray(-64))),
  )
  expect(lost.length).toBeGreaterThan(50)
  const again = sqliteLeaves({ path: died, create: true, deadlineMs: 60_000 })
  expect(await everything(again)).toEqual(before)
  await again.close()
})

test('two programs that write into one file at once lose nothing of each other', async () => {
  const path = newFile()
  // One that writes without a pause can keep the other one waiting for longer than that may.
  const each = { count: 60, failures: 50 }
  const both = [writing(path, each), writing(path, each)]
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0])
  for (const { lines } of both) expect(await assertKept(path, lines())).toBe(60)
})

test('a file that is gone or another one takes no more leaves, and none is made in its place', async () => {
  const path = newFile()
  const leaves = sqliteLeaves({ path, create: true, restMs: 0 })
  const one = fresh()
  await leaves.change([one])
  renameSync(path, `${path}.away`)
  for (let turn = 0; turn < 3; turn += 1)
    await expect(leaves.change([fresh()])).rejects.toThrow(StorageUnavailable)
  expect(existsSync(path)).toBe(false)
  renameSync(`${path}.away`, path)
  expect(await leaves.change([fresh()])).toBe('kept')
  expect((await leaves.read([one.id])).size).toBe(1)
  await leaves.close()
  rmSync(path)
})

test('a place where nothing is is not made by whoever only reads', async () => {
  const path = newFile()
  const leaves = sqliteLeaves({ path, create: false, restMs: 0 })
  await expect(leaves.ids(undefined, 1)).rejects.toThrow(StorageUnavailable)
  expect(existsSync(path)).toBe(false)
  await leaves.close()
})
