import { expect, test } from 'vitest'
import { type StoryCommand, booked, paid, paidOut } from '#test/support/village.ts'
import { committeeAfter } from '#test/support/committee.ts'

const cheap = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
const inParts = {
  ...paidOut({ on: '2025-01-20', principal: 564_000, months: 1 }),
  amount: 4_000,
} as StoryCommand
const part: StoryCommand = {
  type: 'RecordPayoutPart',
  effectiveOn: '2025-01-28',
  loanId: 'l1',
  amount: 560_000,
}
const fine: StoryCommand = {
  type: 'RecordLateFine',
  effectiveOn: '2025-03-01',
  loanId: 'l1',
  amount: 1_000,
}

test('what falls due on one day is one instalment: a fine is measured by all of it, not by the part that was paid', () => {
  const village = committeeAfter([inParts, paid('2025-01-25', 4_010), part, fine], cheap)
  expect(booked(village, 'liability:social-fund')).toBe(-1_000)
})
