import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { lendableOn } from '#domain/room-states.ts'
import { stoodFor } from '#domain/loans/request/request-state.ts'
import {
  appraised,
  committeeAfter,
  committeeStory,
  decided,
  flagsOf,
  requested,
  savedEach,
  wordOf,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  answerTo,
  fundBookOf,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const stands = (
  guarantees: readonly { memberId: string; upTo: number }[],
  more: { isGroup?: boolean; on?: string; approvedBy?: string | undefined } = {},
): StoryCommand => ({
  type: 'GiveGuarantee',
  effectiveOn: more.on ?? '2025-01-08',
  loanId: 'l1',
  guarantees,
  isGroup: more.isGroup ?? false,
  // Another officer has heard each of them.
  ...('approvedBy' in more
    ? more.approvedBy && { approvedBy: more.approvedBy }
    : { approvedBy: 'o3' }),
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

const takes = (amount: number, on = '2025-01-21', memberId = 'm2'): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn: on,
  memberId,
  amount,
})
const asksFor = (
  amount: number,
  { approvedBy }: { approvedBy?: string | undefined } = {},
): StoryCommand => ({
  type: 'RequestWithdrawal',
  effectiveOn: '2025-01-21',
  memberId: 'm2',
  amount,
  ...(approvedBy && { approvedBy }),
})

test('of a guarantor’s savings what stands for the loan is held: money out is recorded and told, a request is not taken', () => {
  // m2 has saved 500,000 and stands with 100,000 of it.
  const village = committeeAfter(lent)
  expect(flagsOf(village, takes(400_000))).toEqual([])
  expect(flagsOf(village, takes(400_001))).toEqual(['from-held-savings'])
  expect(flagsOf(village, takes(400_001, '2025-01-21', 'm4'))).toEqual([])
  const all = [...lent, takes(400_001)]
  const codes = findingsOf(fundBookOf(committeeStory(all)), '2025-02-01').map(({ code }) => code)
  expect(codes).toContain('held-savings-given-out')
  expect(wordOf(village, asksFor(400_000))).toBe('recorded')
  expect(answerTo(village, asksFor(400_001))).toMatchObject({ code: 'savings-held', most: 400_000 })
  expect(wordOf(village, asksFor(500_001))).toBe('more-than-own-savings')
  // Agreed and not paid out yet they stand for all of it; asked for alone they stand for nothing.
  const agreed = committeeAfter([requested(), stands(two), appraised(), decided()])
  expect(flagsOf(agreed, takes(400_001))).toEqual(['from-held-savings'])
  expect(flagsOf(committeeAfter([requested(), stands(two)]), takes(400_001))).toEqual([])
})

test('guarantors are free by themselves when the loan is paid back, and bit by bit when less is owed', () => {
  const back = [...lent, paid('2025-01-21', 450_000)]
  expect(flagsOf(committeeAfter(back), takes(450_000, '2025-01-22'))).toEqual([])
  expect(flagsOf(committeeAfter(back), takes(450_001, '2025-01-22'))).toEqual(['from-held-savings'])
  const over = [...lent, paid('2025-01-21', 500_000)]
  expect(flagsOf(committeeAfter(over), takes(500_000, '2025-01-22'))).toEqual([])
})

test('who stands for two loans stands with both sums', () => {
  const second = [
    requested({ loanId: 'l2', memberId: 'm5' }),
    { ...stands([{ memberId: 'm2', upTo: 30_000 }]), loanId: 'l2' } as StoryCommand,
    appraised({ loanId: 'l2' }),
    decided({ loanId: 'l2' }),
  ]
  const village = committeeAfter([...lent, ...second])
  expect(flagsOf(village, takes(370_000))).toEqual([])
  expect(flagsOf(village, takes(370_001))).toEqual(['from-held-savings'])
})

test('what guarantors stand with is not lent to others, where it is more than what must stay anyhow', () => {
  const most = (upTo: number) => {
    const told = [requested(), stands([{ memberId: 'm2', upTo }]), appraised(), decided(), out]
    const village = committeeAfter(told, {
      savingsRules: { liquidity: { percent: 1, rainyPercent: 1 } },
    })
    return lendableOn(village, village.fund!.charters[0]!.charter, '2025-01-21')
  }
  // A hundredth of 5,000,000 must stay.
  expect(most(50_000)).toMatchObject({ mustStay: 50_000, pledged: 0 })
  expect(most(50_001)).toMatchObject({ mustStay: 50_000, pledged: 1 })
  expect(most(50_001).lendable).toBe(most(50_000).lendable - 1)
  expect(most(9_000_000)).toMatchObject({ pledged: 450_000 })
})

const alone = { approvedBy: undefined }
const guaranteesAfter = (...told: readonly StoryCommand[]) =>
  committeeAfter([requested(), ...told]).requests.get('l1')!.guarantees

test('what one officer alone writes of guarantors holds nobody’s savings, lets nobody go, and is a finding', () => {
  const village = committeeAfter([requested(), stands(two, alone), appraised(), decided()])
  expect(flagsOf(village, takes(400_001))).toEqual([])
  expect(wordOf(village, asksFor(500_000))).toBe('recorded')
  expect(guaranteesAfter(stands(two), stands([{ memberId: 'm4', upTo: 1_000 }], alone))).toEqual(
    two,
  )
  const codes = (told: StoryCommand) =>
    findingsOf(fundBookOf(committeeStory([requested(), told])), '2025-02-01').map(
      ({ code }) => code,
    )
  expect(codes(stands(two, alone))).toContain('stood-for-by-one-word')
  expect(codes(stands(two))).not.toContain('stood-for-by-one-word')
})

test('a guarantor says it herself, adds to who stands for it, and goes back on nothing', () => {
  const self = (memberId: string, upTo: number) =>
    stands([{ memberId, upTo }], { approvedBy: memberId })
  expect(guaranteesAfter(stands(two), self('m4', 7_000))).toEqual([
    ...two,
    { memberId: 'm4', upTo: 7_000 },
  ])
  expect(guaranteesAfter(stands(two), self('m3', 1_000))).toEqual(two)
  expect(guaranteesAfter(self('m3', 1_000), self('m3', 2_000))).toEqual([
    { memberId: 'm3', upTo: 2_000 },
  ])
})

test('nobody says it for the others, nor the borrower, nor somebody who holds no office', () => {
  const asked = committeeAfter([requested()])
  const word = (approvedBy: string, guarantees = two) =>
    wordOf(asked, stands(guarantees, { approvedBy }))
  expect(word('m2')).toBe('approver-not-an-officer')
  expect(word('m2', [two[0]!])).toBe('recorded')
  expect(word('m5', [two[0]!])).toBe('approver-not-an-officer')
  expect(word('m1')).toBe('approver-is-concerned')
  const officer = committeeAfter([requested({ memberId: 'o3' })])
  expect(wordOf(officer, stands(two))).toBe('approver-is-concerned')
})

test('savings that one officer alone asks for in somebody’s name are a finding', () => {
  const codes = (approvedBy?: string) =>
    findingsOf(fundBookOf(committeeStory([asksFor(1_000, { approvedBy })])), '2025-02-01').map(
      ({ code }) => code,
    )
  expect(codes()).toContain('savings-asked-by-one-word')
  // It names whom to ask.
  const [found] = findingsOf(fundBookOf(committeeStory([asksFor(1_000)])), '2025-02-01').filter(
    ({ code }) => code === 'savings-asked-by-one-word',
  )
  expect(found?.subject).toMatchObject({ kind: 'member' })
  for (const word of ['m2', 'o3']) expect(codes(word)).not.toContain('savings-asked-by-one-word')
  expect(wordOf(committeeAfter([]), asksFor(1_000, { approvedBy: 'm3' }))).toBe(
    'approver-not-an-officer',
  )
})

test('who stands for more than she has saved is marked, with what she stands for already', () => {
  const village = committeeAfter([requested()])
  const marks = (upTo: number) => flagsOf(village, stands([{ memberId: 'm2', upTo }]))
  expect(marks(savedEach)).toEqual([])
  expect(marks(savedEach + 1)).toEqual(['stands-for-more-than-saved'])
  const other = requested({ loanId: 'l2', memberId: 'm4' })
  const both = committeeAfter([requested(), stands([{ memberId: 'm2', upTo: 400_000 }]), other])
  const more = (upTo: number) =>
    flagsOf(both, { ...stands([{ memberId: 'm2', upTo }]), loanId: 'l2' } as StoryCommand)
  expect(more(100_000)).toEqual([])
  expect(more(100_001)).toEqual(['stands-for-more-than-saved'])
})

test('a word that is said once more, or was given for what came to nothing, counts once', () => {
  const all = [{ memberId: 'm2', upTo: savedEach }]
  const first = [requested(), stands(all)]
  expect(flagsOf(committeeAfter(first), stands(all))).toEqual([])
  const givenUp = { type: 'WithdrawRequest', effectiveOn: '2025-01-09', loanId: 'l1' } as const
  const other = requested({ loanId: 'l2', memberId: 'm4' })
  const forOther = { ...stands(all), loanId: 'l2' } as StoryCommand
  const [open, over] = [[], [givenUp]].map((between) =>
    flagsOf(committeeAfter([...first, ...between, other]), forOther),
  )
  expect(open).toEqual(['stands-for-more-than-saved'])
  expect(over).toEqual([])
})
