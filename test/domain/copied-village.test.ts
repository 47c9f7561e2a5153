import { expect, test } from 'vitest'
import { copyOf, emptyVillage, evolve } from '#domain/village.ts'
import { admitted, founded, paid, paidOut, relieved, storyOf } from '#test/support/village.ts'

test('what a copy of a village goes through changes nothing in the village', () => {
  const told = [
    founded(),
    admitted('m1'),
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    paid('2025-02-20', 57_500),
    relieved('2025-03-10', { from: '2025-03-15', to: '2025-05-31' }),
    { type: 'CloseMeeting', effectiveOn: '2025-02-20', count: { amount: 1, isByNote: true } },
    { type: 'RecordDonation', effectiveOn: '2025-02-20', windowId: 'w1', amount: 5_000 },
    { type: 'BuyShares', effectiveOn: '2025-02-20', memberId: 'm1', shares: 2 },
    { type: 'BuyShares', effectiveOn: '2025-02-20', memberId: 'm1', shares: 1 },
  ] as const
  const { entries } = storyOf(told)
  const village = emptyVillage()
  for (const entry of entries) {
    const before = structuredClone(village)
    const copy = copyOf(village)
    evolve(copy, entry)
    expect(village).toEqual(before)
    evolve(village, entry)
    expect(copy).toEqual(village)
  }
})
