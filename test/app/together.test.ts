import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { recorderOf } from '#src/app/record.ts'
import { type Step, by, outcomes, stair, standing, stairs, step } from '#test/support/stair.ts'

/** A journal that counts how often it was written to. */
const counting = () => {
  const store = memoryStore()
  const written: number[] = []
  const village = stair({
    ...store,
    append: async (...told) => {
      written.push(told[1].length)
      return store.append(...told)
    },
  })
  return { ...village, store, written, read: () => store.read('s', 0, 500) }
}

test('those who wait for the same book are written in one commit, each answered by itself and in order', async () => {
  const { record, written, read } = counting()
  const all = Array.from({ length: 30 }, (_, n) => {
    const type = n === 3 ? 'Down' : n === 4 ? 'Stumble' : 'Up'
    return record('s', [step(n, { type })], { actor: `u${n}`, device: `d${n}` })
  })
  const answers = (await Promise.all(all)).map(([answer]) => answer!)
  expect(written).toEqual([28])
  expect(answers[3]).toMatchObject({ outcome: 'refused', code: 'only-up' })
  expect(answers[4]).toMatchObject({ outcome: 'invalid', code: 'no-step' })
  const rows = await read()
  expect(rows.map(({ recordedBy, device }) => `${recordedBy} ${device}`)).toEqual(
    Array.from({ length: 30 }, (_, n) => `u${n} d${n}`).filter((_, n) => n !== 3 && n !== 4),
  )
  const hashes = answers.flatMap((one) => ('hash' in one ? [one.hash] : []))
  expect(hashes).toEqual(rows.map(({ hash }) => hash))
})

test('the same command sent twice at once is one entry, and both are told the same', async () => {
  const { record, written } = counting()
  const [one, again, other] = await Promise.all([
    record('s', [step(1)], by),
    record('s', [step(1)], by),
    record('s', [step(1, { note: 'other' })], by),
  ])
  expect(again).toEqual(one)
  expect(other).toMatchObject([{ outcome: 'conflict' }])
  expect(written).toEqual([1])
})

test('whoever comes while one commit is written goes with the next, and no group is longer than a hundred', async () => {
  const { record, written } = counting()
  const first = record('s', [step(0)], by)
  while (written.length === 0) await Promise.resolve()
  const later = Array.from({ length: 130 }, (_, n) => record('s', [step(n + 1)], by))
  await Promise.all([first, ...later])
  expect(written).toEqual([1, 100, 30])
})

test('one that no rule can decide fails by itself, and nobody who came with it', async () => {
  const store = memoryStore()
  const record = recorderOf(
    { journal: store, clock: standing, hash: sha256 },
    {
      ...stairs,
      decide: (state, command) => {
        if (command.note === 'breaks') throw new Error('a fault of ours')
        return stairs.decide(state, command)
      },
    },
  )
  const told = await Promise.allSettled([
    record('s', [step(1)], by),
    record('s', [step(2, { note: 'breaks' })], by),
    record('s', [step(3)], by),
  ])
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await store.read('s', 0, 9)).toHaveLength(2)
})

test('where the store has no room all who came together are told, and nobody waits', async () => {
  const { record } = stair({
    append: async () => {
      throw new StorageUnavailable()
    },
  })
  const told = await Promise.allSettled([1, 2, 3].map((n) => record('s', [step(n)], by)))
  expect(told.every(({ status }) => status === 'rejected')).toBe(true)
})

test('what somebody may is judged at his turn: one who wrote before him may have ended it', async () => {
  const store = memoryStore()
  const record = recorderOf(
    { journal: store, clock: standing, hash: sha256 },
    { ...stairs, stands: ({ height }) => height < 2 },
  )
  const right = { ...by, standing: {} as never }
  const told = await Promise.all([1, 2, 3].map((n) => record('s', [step(n)], right)))
  expect(outcomes(told.flat())).toEqual(['recorded', 'recorded', 'refused'])
  expect(told[2]).toMatchObject([{ code: 'not-yours-to-do' }])
})

test('all or none goes by itself, and what was written with others is no part of it', async () => {
  const { record, read } = counting()
  const [one, list, other] = await Promise.all([
    record('s', [step(1)], by),
    record('s', [step(2), step(3, { type: 'Down' })], { ...by, atomic: true }),
    record('s', [step(4)], by),
  ])
  expect(outcomes([...one, ...list, ...other])).toEqual([
    'recorded',
    'recorded',
    'refused',
    'recorded',
  ])
  expect((await read()).map(({ id }) => id)).toEqual([step(1).id, step(4).id])
})

test('what the log says of each stands there in the commit of its entry, also of what was refused', async () => {
  const { record, store, written } = counting()
  const lineIds = (...ids: number[]) => ids.map((n) => `line ${n}`)
  await record('s', [step(1), step(2, { type: 'Down' })], { ...by, lineIds: lineIds(1, 2) })
  await record('s', [step(3, { type: 'Down' })], { ...by, lineIds: lineIds(3) })
  await record('s', [step(4), step(5, { type: 'Down' })], {
    ...by,
    atomic: true,
    lineIds: lineIds(4, 5),
  })
  await record('s', [step(6, { id: 'Sok Dara' })], { ...by, lineIds: lineIds(6) })
  const lines = (await store.activities('s', { limit: 9 })).toReversed()
  expect(lines.map(({ action, outcome, subject }) => [action, outcome, subject])).toEqual([
    ['Up', 'done', `entry:${step(1).id}`],
    ['Down', 'refused', `entry:${step(2).id}`],
    ['Down', 'refused', `entry:${step(3).id}`],
    ['Up', 'tried', `entry:${step(4).id}`],
    ['Down', 'refused', `entry:${step(5).id}`],
    ['Up', 'refused', ''],
  ])
  expect(lines[0]).toMatchObject({ scope: 's', actor: 'u1', device: 'd1', at: standing() })
  expect(written).toEqual([1, 0, 0, 0])
})

test('a long list has its lines part by part, and a list that is only tried has none', async () => {
  const { record, store } = counting()
  const commands = Array.from({ length: 230 }, (_, n) => step(n))
  const lineIds = commands.map((_, n) => `line ${String(n).padStart(3, '0')}`)
  await record('s', commands, { ...by, lineIds })
  await record('s', [step(300)], { ...by, dryRun: true })
  const lines = await store.activities('s', { limit: 500 })
  expect(lines.map(({ activityId }) => activityId)).toEqual(lineIds.toReversed())
})

/** A journal that two entries were written to, and that takes no more for a while. */
const full = async () => {
  const store = memoryStore()
  let isFull = false
  const { record } = stair({
    ...store,
    append: async (...told) => {
      if (isFull) throw new StorageUnavailable()
      return store.append(...told)
    },
  })
  const before = await record('s', [step(1), step(2)], by)
  isFull = true
  const ask = (
    ...lists: readonly { commands: readonly Step[]; atomic?: boolean; isUnlogged?: true }[]
  ) =>
    Promise.allSettled(
      lists.map(({ commands, isUnlogged, ...how }, n) => {
        const lineIds = commands.map((_, i) => `line ${n} ${i}`)
        return record('s', commands, { ...by, ...how, ...(isUnlogged ? {} : { lineIds }) })
      }),
    )
  const mend = (): void => {
    isFull = false
  }
  return { store, record, before, ask, mend }
}

const [down, other] = [step(3, { type: 'Down' }), step(1, { note: 'other' })]

test('what stands is told once more where no line can be written any more, and what was refused is not told at all', async () => {
  const { before, ask, store, mend, record } = await full()
  const told = await ask(
    { commands: [step(1), step(2)] },
    { commands: [step(1), step(2)], atomic: true },
    { commands: [step(1), down] },
    { commands: [down], isUnlogged: true },
    { commands: [down] },
    { commands: [other] },
    { commands: [step(1), down], atomic: true },
  )
  expect(told).toMatchObject([
    { value: before },
    { value: before },
    { value: [before[0], { outcome: 'refused' }] },
    { value: [{ outcome: 'refused' }] },
    { status: 'rejected' },
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  mend()
  expect(outcomes(await record('s', [step(4)], by))).toEqual(['recorded'])
  expect(await store.read('s', 0, 9)).toHaveLength(3)
})

test('nobody is told anything by an entry that the store did not take', async () => {
  const { before, ask } = await full()
  const told = await ask(
    { commands: [step(4)] },
    { commands: [step(4)] },
    { commands: [step(1)] },
    { commands: [step(1), step(5)] },
    { commands: [step(1), down] },
    { commands: [down], isUnlogged: true },
  )
  expect(told.map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ])
  expect(told[2]).toMatchObject({ value: [before[0]] })
})
