import { expect, test } from 'vitest'
import { ofCommitteeHouseholds } from '#domain/fund/exposure.ts'
import { committeeAfter, officers } from '#test/support/committee.ts'
import type { StoryCommand } from '#test/support/village.ts'

const living = (householdId: string, ...memberIds: readonly string[]): StoryCommand => ({
  type: 'RecordHousehold',
  effectiveOn: '2025-03-01',
  change: 'formed',
  householdId,
  memberIds,
})

test('whoever lives with an officer is of the committee’s households, from the day they do', () => {
  const { members } = committeeAfter([living('h1', 'o1', 'm1', 'm2'), living('h2', 'm3', 'm4')])
  const on = (day: string) => [...ofCommitteeHouseholds([...members.values()], day)].toSorted()
  expect(on('2024-12-31')).toEqual([])
  // Of m5 and of four officers the book does not say with whom they live.
  expect(on('2025-02-28')).toEqual([...officers])
  expect(on('2025-03-01')).toEqual(['m1', 'm2', ...officers])
})
