import { expect, test } from 'vitest'
import { stoodFor } from '#domain/loans/request/request-state.ts'
import {
  appraised,
  committeeAfter,
  decided,
  flagsOf,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import { type StoryCommand, paid, paidOut, standingIn } from '#test/support/village.ts'

const stands = (
  guarantees: readonly { memberId: string; upTo: number }[],
  more: { isGroup?: boolean; on?: string } = {},
): StoryCommand => ({
  type: 'GiveGuarantee',
  effectiveOn: more.on ?? '2025-01-08',
  loanId: 'l1',
  guarantees,
  isGroup: more.isGroup ?? false,
})
const two = [
  { memberId: 'm2', upTo: 100_000 },
  { memberId: 'm3', upTo: 50_000 },
]
const out = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const lent = [requested(), stands(two), appraised(), decided(), out]

test('neighbours stand for a loan, each up to a sum', () => {
  const village = committeeAfter([requested(), stands(two)])
  expect(village.requests.get('l1')).toMatchObject({ guarantees: two, isGroupGuarantee: false })
})

test('of a group all bear the same part', () => {
  const asked = committeeAfter([requested()])
  const alike = two.map((one) => ({ ...one, upTo: 70_000 }))
  expect(wordOf(asked, stands(alike, { isGroup: true }))).toBe('recorded')
  expect(wordOf(asked, stands(two, { isGroup: true }))).toBe('guarantee-cannot-hold')
})

test('nobody stands for the own loan, twice, for nothing, or without being known', () => {
  const asked = committeeAfter([requested()])
  const word = (guarantees: readonly { memberId: string; upTo: number }[]) =>
    wordOf(asked, stands(guarantees))
  expect(word([{ memberId: 'm1', upTo: 1_000 }])).toBe('guarantor-is-borrower')
  expect(word([two[0]!, two[0]!])).toBe('guarantee-cannot-hold')
  expect(word([{ memberId: 'm2', upTo: 0 }])).toBe('amount-not-whole')
  expect(word([{ memberId: 'nobody', upTo: 1_000 }])).toBe('member-unknown')
  expect(word([])).toBe('guarantee-cannot-hold')
})

test('what a guarantor stands for is never more than is owed, and nothing once it is paid', () => {
  const owedOn = (told: readonly StoryCommand[], day: string): number =>
    standingIn(committeeAfter([...lent, ...told]), day).owed
  const [m2] = two
  expect(stoodFor(m2!, owedOn([], '2025-01-20'))).toBe(100_000)
  const most = [paid('2025-02-20', 457_500)]
  expect(stoodFor(m2!, owedOn(most, '2025-02-20'))).toBe(50_000)
  const all = [...most, paid('2025-03-20', 50_700)]
  expect(stoodFor(m2!, owedOn(all, '2025-03-20'))).toBe(0)
})

test('money of a guarantor has that word, money of another hand another one', () => {
  const village = committeeAfter(lent)
  const from = (paidBy: string): StoryCommand =>
    ({ ...paid('2025-02-20', 57_500), paidBy }) as StoryCommand
  expect(flagsOf(village, from('m2'))).toEqual(['paid-by-guarantor'])
  expect(flagsOf(village, from('m4'))).toEqual(['paid-by-another'])
})

test('guarantors who stood when the loan was decided stand for that loan and no other', () => {
  const village = committeeAfter([
    ...lent,
    paidOut({ on: '2025-02-01', principal: 100_000, months: 4, loanId: 'l2', memberId: 'm5' }),
  ])
  const other = { ...paid('2025-02-20', 10_000, 'l2'), paidBy: 'm2' } as StoryCommand
  expect(flagsOf(village, other)).toEqual(['paid-by-another'])
})
