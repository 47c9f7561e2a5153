import { expect, test } from 'vitest'
import { invalid } from '#domain/kernel/decision.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { isInJournal } from '#src/app/in-journal.ts'
import { type RecorderOf, recorderOf } from '#src/app/record.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Step, by, stairs, standing, step } from '#test/support/stair.ts'

const right = {
  person: {
    networkId: step(900).id,
    memberOf: [],
    staffRoles: [],
    assignedTo: [],
    isByCard: false,
  },
  userId: 'u1',
  held: [],
  day: '2025-03-01',
} as const

const stepTypes: readonly string[] = ['Up', 'Down', 'Stumble']

/** A journal in whose place another one can be laid, and a right that comes with its third entry and ends with its fifth. */
const laid = ({ isFoldKept }: { readonly isFoldKept: boolean }) => {
  let store = memoryStore()
  let slow: Promise<void> | undefined
  const journal = {
    ...store,
    read: async (id: string, after: number, limit: number) => {
      const rows = await store.read(id, after, limit)
      await slow
      return rows
    },
    find: (id: string, ids: readonly string[]) => store.find(id, ids),
    append: (...told: Parameters<typeof store.append>) => store.append(...told),
  }
  const recorderHere = () =>
    recorderOf(
      { journal, clock: standing, hash: sha256 },
      {
        ...stairs,
        stands: ({ height }) => height === 3 || height === 4,
        decide: (state, command) =>
          stepTypes.includes(command.type)
            ? stairs.decide(state, command)
            : invalid('no-step', '/type'),
      },
    )
  const kept = recorderHere()
  const record: RecorderOf<Step> = (...told) => (isFoldKept ? kept : recorderHere())(...told)
  const asked = () => isInJournal({ journal, record }, 's', right)
  const restore = async (rows: readonly JournalRow[]) => {
    store = memoryStore()
    await store.append('s', rows, { postings: [], flags: [], subjects: [] })
  }
  /** What is read from now on is had when it is let go. */
  const slowly = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    slow = promise
    return () => {
      slow = undefined
      resolve()
    }
  }
  /** Another program writes to it. */
  const beside = () => recorderOf({ journal: store, clock: standing, hash: sha256 }, stairs)
  return { record, asked, restore, slowly, beside, rows: () => store.read('s', 0, 99) }
}

test.each([true, false])(
  'who was given a right by entries that a restored journal does not have is not let in by it (a fold is kept: %s)',
  async (isFoldKept) => {
    const { record, asked, restore, rows } = laid({ isFoldKept })
    const commands = [1, 2, 3, 4].map((n) => step(n))
    await record('s', commands, by)
    expect(await asked()).toBe(true)
    await restore((await rows()).slice(0, 2))
    expect(await asked()).toBe(false)
  },
)

test('whoever asks after a right has ended is told by no look that began before', async () => {
  const { record, asked, slowly, beside } = laid({ isFoldKept: false })
  await record(
    's',
    [1, 2, 3, 4].map((n) => step(n)),
    by,
  )
  expect(await asked()).toBe(true)
  const letGo = slowly()
  const before = asked()
  await new Promise((go) => setTimeout(go, 0))
  await beside()('s', [step(5)], by)
  const after = [asked(), asked()]
  letGo()
  expect(await before).toBe(true)
  expect(await Promise.all(after)).toEqual([false, false])
})
