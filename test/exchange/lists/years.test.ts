import { expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { entriesKnownAt } from '#src/app/known-at.ts'
import { lists } from '#src/lists/all.ts'
import { viewChanges } from '#src/app/views.ts'
import { gathered } from '#test/support/gathered.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const saved = (effectiveOn: string, memberId: string, amount: number) => ({
  type: 'RecordDeposit' as const,
  effectiveOn,
  memberId,
  amount,
})

test('each year of a fund is a row that ends with it, the last one on the day that is asked', async () => {
  const story = storyOf([
    founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
    admitted('m1'),
    admitted('m2'),
    saved('2025-02-01', 'm1', 3_000),
    saved('2026-05-01', 'm2', 4_001),
    saved('2027-02-01', 'm1', 5_000),
  ])
  const { postings } = viewChanges(story.village, story.entries)
  const yearsTo = (asOf: string) =>
    gathered(
      lists.cycles.rows({
        book: fundBookOf(story),
        asOf,
        postings,
        entries: () => (async function* () {})(),
      }),
    )
  const told = (await yearsTo('2027-03-15')).map((row) => [
    row['to'],
    row['members_end'],
    row['savings'],
    row['savings_per_member'],
  ])
  expect(told).toEqual([
    ['2025-12-31', 2, 3_000, 1_500],
    ['2026-12-31', 2, 7_001, 3_500],
    ['2027-03-15', 2, 12_001, 6_000],
  ])
  expect((await yearsTo('2026-12-31')).map(({ to }) => to)).toEqual(['2025-12-31', '2026-12-31'])
})

test('entries are those that were known, also where a clock was set back, and none that came meanwhile', async () => {
  const at = ['01', '03', '02', '04'].map((day) => `2025-01-${day}T00:00:00.000Z`)
  const rows = at.map((recordedAt, i) => ({ seq: i + 1, recordedAt }) as JournalRow)
  const journal = {
    read: async (_: string, after: number, limit: number) => rows.slice(after, after + limit),
  }
  const knownAt = async (instant: string | undefined): Promise<number[]> => {
    const { count, entries } = await entriesKnownAt(journal, 'f', instant)
    const all = (await gathered(entries())).map(({ seq }) => seq)
    expect(all).toHaveLength(count)
    return all
  }
  expect(await knownAt(at[0])).toEqual([1])
  expect(await knownAt(at[2])).toEqual([1, 2, 3])
  expect(await knownAt('2024-12-31T00:00:00.000Z')).toEqual([])
  expect(await knownAt(undefined)).toEqual([1, 2, 3, 4])
  const { entries } = await entriesKnownAt(journal, 'f', at[0])
  rows.push({ seq: 5, recordedAt: at[0] } as JournalRow)
  expect(await gathered(entries())).toHaveLength(1)
})
