import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { caughtUp } from '#src/app/realm.ts'
import { recorderOf } from '#src/app/record.ts'
import { lastKept, turnsByName } from '#src/app/turns.ts'
import {
  type Stair,
  type Step,
  by,
  outcomes,
  stair,
  stairs,
  standing,
  step,
} from '#test/support/stair.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { idOf } from '#test/support/village.ts'

test('commands are answered in their order, and what is not taken leaves the others alone', async () => {
  const { record, rows, height } = stair()
  const answers = await record(
    's',
    [step(1), step(2, { type: 'Down' }), step(3, { type: 'Stumble' }), step(4)],
    by,
  )
  expect(answers).toMatchObject([
    { id: idOf(1), outcome: 'recorded', seq: 1, flags: [] },
    { id: idOf(2), outcome: 'refused', code: 'only-up' },
    { id: idOf(3), outcome: 'invalid', code: 'no-step', at: '/type' },
    { id: idOf(4), outcome: 'recorded', seq: 2 },
  ])
  const [first, second] = await rows()
  expect(first).toMatchObject({ prevHash: '', recordedBy: 'u1', device: 'd1' })
  expect(second!.prevHash).toBe(first!.hash)
  expect(await height()).toBe('2')
})

test('a clock that is set back by forty days makes no entry older than the one before it', async () => {
  let now = '2025-03-01T02:00:00.000Z'
  const { record, rows } = stair({}, () => now)
  await record('s', [step(1)], by)
  now = '2025-01-20T02:00:00.000Z'
  await record('s', [step(2), step(3)], by)
  now = '2025-03-01T02:00:00.001Z'
  await record('s', [step(4)], by)
  expect((await rows()).map(({ recordedAt }) => recordedAt)).toEqual([
    ...Array.from({ length: 3 }, () => '2025-03-01T02:00:00.000Z'),
    '2025-03-01T02:00:00.001Z',
  ])
})

test('the same command is answered as before, also within one list, and another by its id is a conflict', async () => {
  const { record, rows } = stair()
  const [one, again] = await record('s', [step(1), step(1)], by)
  expect(again).toEqual(one)
  expect(await record('s', [step(1)], by)).toEqual([one])
  expect(await record('s', [step(1, { note: 'other' })], by)).toEqual([
    { id: idOf(1), outcome: 'conflict', code: 'id-used-for-another-command' },
  ])
  expect(await rows()).toHaveLength(1)
})

test('what was flagged is answered as flagged again', async () => {
  const { record } = stair()
  const answers = await record(
    's',
    [1, 2, 3, 4].map((n) => step(n)),
    by,
  )
  expect(outcomes(answers)).toEqual(['recorded', 'recorded', 'recorded', 'flagged'])
  expect(await record('s', [step(4)], by)).toEqual([answers[3]])
})

test('an id that is none is never sealed', async () => {
  const { record, rows } = stair()
  expect(await record('s', [step(1, { id: 'one' })], by)).toEqual([
    { id: 'one', outcome: 'invalid', code: 'id-not-an-id', at: '/id' },
  ])
  expect(await rows()).toEqual([])
})

test('all or none: one that is refused keeps all others out, one that is flagged does not', async () => {
  const { record, rows } = stair()
  const atomic = { ...by, atomic: true }
  const answers = await record('s', [step(1), step(2, { type: 'Down' })], atomic)
  expect(outcomes(answers)).toEqual(['recorded', 'refused'])
  expect(await rows()).toEqual([])
  expect(
    outcomes(
      await record(
        's',
        [1, 2, 3, 4].map((n) => step(n)),
        atomic,
      ),
    ),
  ).toContain('flagged')
  expect(await rows()).toHaveLength(4)
  expect(await record('s', [step(5)], by)).toMatchObject([{ seq: 5, outcome: 'flagged' }])
})

test('a dry run answers alike, writes nothing, and nothing of it is remembered', async () => {
  const { record, rows, height } = stair()
  await record('s', [step(1), step(2), step(3)], by)
  const dry = await record('s', [step(4)], { ...by, dryRun: true })
  expect(dry).toMatchObject([{ outcome: 'flagged', seq: 4 }])
  expect(await rows()).toHaveLength(3)
  expect(await record('s', [step(4)], by)).toEqual(dry)
  expect(await height()).toBe('4')
})

test('where nothing is taken nothing is written', async () => {
  let appended = 0
  const { record } = stair({
    append: async () => {
      appended += 1
      return 'appended'
    },
  })
  await record('s', [step(1, { type: 'Down' })], by)
  expect(appended).toBe(0)
})

test('whoever wrote meanwhile is read, and five times in vain is too busy', async () => {
  const store = memoryStore()
  let inVain = 4
  const { record } = stair({
    ...store,
    append: async (...told) => {
      inVain -= 1
      return inVain >= 0 ? 'stale' : store.append(...told)
    },
  })
  expect(await record('s', [step(1)], by)).toMatchObject([{ outcome: 'recorded' }])
  inVain = 5
  await expect(record('s', [step(2)], by)).rejects.toThrow(StorageUnavailable)
  inVain = 0
  expect(await record('s', [step(2)], by)).toMatchObject([{ outcome: 'recorded', seq: 2 }])
})

test('after a write that failed the books are read again', async () => {
  const store = memoryStore()
  let isFull = true
  const { record } = stair({
    ...store,
    append: async (...told) => {
      if (isFull) throw new Error('the disk is full')
      return store.append(...told)
    },
  })
  await expect(record('s', [step(1)], by)).rejects.toThrow('the disk is full')
  isFull = false
  expect(await record('s', [step(2)], by)).toMatchObject([{ seq: 1 }])
})

test('what must be known from outside refuses what the rules would take', async () => {
  const { store } = stair()
  const clock = (): string => '2025-03-01T02:00:00.000Z'
  const outside =
    async () =>
    (_: Stair, { note }: Step) =>
      note === 'kin' ? 'is-kin' : undefined
  const record = recorderOf({ journal: store, clock, hash: sha256 }, { ...stairs, outside })
  const answers = await record('s', [step(1, { note: 'kin' }), step(2)], by)
  expect(answers).toMatchObject([
    { outcome: 'refused', code: 'is-kin' },
    { outcome: 'recorded', seq: 1 },
  ])
})

test('a journal of exactly one page is read to its end', async () => {
  const { kept } = await smallNetwork()
  const rows = await kept.read(fundId, 0, 100)
  const asked: number[] = []
  const journal = {
    ...kept,
    read: async (id: string, after: number, limit: number) => {
      asked.push(after)
      return kept.read(id, after, limit)
    },
  }
  const { village, last } = await caughtUp(journal, fundId)
  expect(last?.seq).toBe(rows.length)
  expect(village.members.size).toBe(10)
  expect(asked).toEqual([0])
})

test('works of one name come one after another, and one that fails stops none', async () => {
  const { inTurn } = turnsByName(3)
  const done: string[] = []
  const work = (name: string) => async () => {
    done.push(`${name} begins`)
    await Promise.resolve()
    done.push(`${name} ends`)
    if (name === 'b') throw new Error('b')
    return name
  }
  const all = await Promise.allSettled(['a', 'b', 'c', 'd'].map((one) => inTurn('x', work(one))))
  expect(all.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
  ])
  expect(done).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(all[3]).toMatchObject({ reason: new StorageUnavailable('too many wait for their turn') })
  expect(await inTurn('x', work('e'))).toBe('e')
})

test('of what is kept the one that was kept longest ago goes first, and what is taken is gone', () => {
  const kept = lastKept<number>(2)
  kept.keep('a', 1)
  kept.keep('b', 2)
  kept.keep('a', 3)
  kept.keep('c', 4)
  expect([kept.take('a'), kept.take('b'), kept.take('c')]).toEqual([3, undefined, 4])
  expect(kept.take('a')).toBeUndefined()
})

/** A stair on which each step takes about a millisecond. */
const slow: typeof stairs = {
  ...stairs,
  decide: (stair, command) => {
    const until = performance.now() + 1
    while (performance.now() < until);
    return stairs.decide(stair, command)
  },
}

test('a long list lets whatever else waits go on in between, and is answered as a whole', async () => {
  const record = recorderOf({ journal: memoryStore(), clock: standing, hash: sha256 }, slow)
  let beside = 0
  const others = setInterval(() => (beside += 1), 0)
  const commands = Array.from({ length: 200 }, (_, i) => step(i))
  const tried = await record(fundId, commands, { ...by, dryRun: true })
  const whileTrying = beside
  const written = await record(fundId, commands, by)
  clearInterval(others)
  expect(written).toEqual(tried)
  expect(written).toHaveLength(200)
  expect(whileTrying).toBeGreaterThan(10)
  expect(beside - whileTrying).toBeGreaterThan(10)
})
