import { expect, test } from 'vitest'
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

/** A journal in whose place another one can be laid, and a right that comes with its third entry. */
const laid = () => {
  let store = memoryStore()
  const journal = {
    ...store,
    read: (id: string, after: number, limit: number) => store.read(id, after, limit),
    find: (id: string, ids: readonly string[]) => store.find(id, ids),
    append: (...told: Parameters<typeof store.append>) => store.append(...told),
  }
  // No fold is kept: what is tried is what is kept of rights.
  const record: RecorderOf<Step> = (...told) =>
    recorderOf(
      { journal, clock: standing, hash: sha256 },
      { ...stairs, stands: ({ height }) => height >= 3 },
    )(...told)
  const asked = () => isInJournal({ journal, record }, 's', right)
  const restore = async (rows: readonly JournalRow[]) => {
    store = memoryStore()
    await store.append('s', rows, { postings: [], flags: [], subjects: [] })
  }
  return { record, asked, restore, rows: () => store.read('s', 0, 99) }
}

test('who was given a right by entries that a restored journal does not have is not let in by it', async () => {
  const { record, asked, restore, rows } = laid()
  await record(
    's',
    [1, 2, 3, 4].map((n) => step(n)),
    by,
  )
  expect(await asked()).toBe(true)
  await restore((await rows()).slice(0, 2))
  expect(await asked()).toBe(false)
})
