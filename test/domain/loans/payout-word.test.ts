import { expect, test } from 'vitest'
import type { FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { committeeAfter, committeeStory, reversed, wordOf } from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paidOut } from '#test/support/village.ts'

const lent = (loanId: string, on: string): StoryCommand =>
  paidOut({ on, principal: 500_000, months: 10, loanId })

const says = (more: Partial<Extract<StoryCommand, { type: 'ConfirmPayout' }>> = {}): StoryCommand =>
  ({
    type: 'ConfirmPayout',
    effectiveOn: '2025-01-20',
    loanId: 'l1',
    memberId: 'm1',
    approvedBy: 'm1',
    ...more,
  }) as StoryCommand

const out = lent('l1', '2025-01-20')
const seen = { witnesses: ['m2', 'm3'] }

/** Loans of which nobody has said that the money came, on the day. */
const unsaid = (
  told: readonly StoryCommand[],
  asOf = '2025-03-31',
  sign: FindingCode = 'payout-not-confirmed',
) =>
  findingsOf(fundBookOf(committeeStory(told)), asOf).flatMap(({ code, subject, found, expected }) =>
    code === sign ? [[subject.number, found, expected]] : [],
  )

test('whoever got the money says so herself, or a second officer for her whom two others stand beside', () => {
  const village = committeeAfter([out])
  expect(wordOf(village, says())).toBe('recorded')
  expect(wordOf(village, says({ approvedBy: 'o2', proof: seen }))).toBe('recorded')
  expect(wordOf(village, says({ approvedBy: 'o2' }))).toBe('own-act-not-witnessed')
  expect(wordOf(village, says({ approvedBy: 'o2', proof: { witnesses: ['m2'] } }))).toBe(
    'own-act-not-witnessed',
  )
  expect(wordOf(village, says({ approvedBy: 'm2', proof: seen }))).toBe('approver-not-an-officer')
  expect(wordOf(village, says({ approvedBy: 'o2', proof: { witnesses: ['m1', 'm2'] } }))).toBe(
    'proof-cannot-hold',
  )
})

test('two officers are no witnesses of what they wrote and stand behind', () => {
  const village = committeeAfter([out])
  const by = (witnesses: readonly string[]) =>
    wordOf(village, says({ approvedBy: 'o2', proof: { witnesses: [...witnesses] } }))
  expect(by(['o1', 'o2'])).toBe('own-act-not-witnessed')
  expect(by(['o1', 'm2'])).toBe('own-act-not-witnessed')
  expect(by(['o1', 'm2', 'm3'])).toBe('recorded')
})

test('nobody says it for another’s loan, of a day before it, or of a loan that never was', () => {
  const village = committeeAfter([out])
  expect(wordOf(village, says({ memberId: 'm2', approvedBy: 'm2' }))).toBe('member-unknown')
  expect(wordOf(village, says({ effectiveOn: '2025-01-19' }))).toBe('part-before-payout')
  expect(wordOf(village, says({ loanId: 'l9' }))).toBe('loan-unknown')
})

test('a fund that asks nobody has no finding; from the first word on each pay-out without one is named', () => {
  const other = lent('l2', '2025-02-20')
  const before = lent('l0', '2025-01-19')
  expect(unsaid([before, out, other])).toEqual([])
  const left = unsaid([before, out, says(), other], '2025-03-31', 'payout-not-confirmed')
  expect(left).toEqual([['L2', 500_000, 0]])
  expect(
    unsaid([before, out, says(), other, says({ loanId: 'l2', effectiveOn: '2025-02-20' })]),
  ).toEqual([])
})

test('a fund of more than a year that lends and never asked whoever gets money is told once, with the sum of half a year', () => {
  const sign = 'payouts-on-officers-word'
  const late = lent('l2', '2025-12-20')
  const fund = expect.any(String) as unknown as string
  // The fund was founded on 1 January 2025.
  expect(unsaid([out, late], '2026-01-01', sign)).toEqual([])
  expect(unsaid([out, late], '2026-01-02', sign)).toEqual([[fund, 500_000, null]])
  const more = lent('l3', '2026-01-10')
  expect(unsaid([out, late, more], '2026-02-01', sign)).toEqual([[fund, 1_000_000, null]])
  // Of half a year alone, and of nothing where nothing went out.
  expect(unsaid([out], '2026-01-02', sign)).toEqual([])
  expect(unsaid([out, late, more], '2026-06-22', sign)).toEqual([[fund, 500_000, null]])
  expect(unsaid([out, late, more], '2026-08-01', sign)).toEqual([])
})

test('the first word ends it, one that is to come does not, and one that is taken back is none', () => {
  const sign = 'payouts-on-officers-word'
  const late = lent('l2', '2025-12-20')
  const word = says({ loanId: 'l2', effectiveOn: '2026-01-15' })
  expect(unsaid([out, late, word], '2026-01-15', sign)).toEqual([])
  expect(unsaid([out, late, word], '2026-01-14', sign)).toHaveLength(1)
  const { entries } = committeeStory([out, late, word])
  const said = entries.findLast(({ body }) => body.type === 'PayoutConfirmed')!.id
  const back = [out, late, word, reversed(said, '2026-01-20')]
  expect(unsaid(back, '2026-02-01', sign)).toHaveLength(1)
})

test('of a loan that goes out in parts the parts of half a year are told', () => {
  const begun = { ...lent('l2', '2025-06-20'), amount: 200_000 } as StoryCommand
  const part = {
    type: 'RecordPayoutPart',
    effectiveOn: '2025-12-20',
    loanId: 'l2',
    amount: 300_000,
  } as StoryCommand
  const told = unsaid([begun, part], '2026-01-10', 'payouts-on-officers-word')
  expect(told.map(([, found]) => found)).toEqual([300_000])
})

test('a pay-out that is written after the first word is asked about, whatever day it is written for', () => {
  const earlier = lent('l2', '2025-01-13')
  expect(unsaid([out, earlier, says()])).toEqual([])
  expect(unsaid([out, says(), earlier])).toEqual([['L2', 500_000, 0]])
  const part = {
    type: 'RecordPayoutPart',
    effectiveOn: '2025-01-14',
    loanId: 'l2',
    amount: 300_000,
  } as StoryCommand
  expect(unsaid([{ ...earlier, amount: 200_000 } as StoryCommand, out, says(), part])).toEqual([
    ['L2', 500_000, 0],
  ])
})

test('where the first word is taken back nobody is asked from then on', () => {
  const told = [out, says()]
  const { entries } = committeeStory(told)
  const word = entries.findLast(({ body }) => body.type === 'PayoutConfirmed')!.id
  const after = [...told, reversed(word, '2025-03-01'), lent('l2', '2025-02-20')]
  expect(unsaid(after)).toEqual([])
})

test('a later part is not said by a word that was given before it, whatever day it is written for', () => {
  const begun = { ...out, amount: 200_000 } as StoryCommand
  const part = (on: string): StoryCommand =>
    ({ type: 'RecordPayoutPart', effectiveOn: on, loanId: 'l1', amount: 300_000 }) as StoryCommand
  expect(unsaid([begun, says()])).toEqual([])
  expect(unsaid([begun, says(), part('2025-02-20')])).toEqual([['L1', 500_000, 200_000]])
  expect(unsaid([begun, says(), part('2025-01-20')])).toEqual([['L1', 500_000, 200_000]])
  expect(unsaid([begun, says(), part('2025-02-20'), says({ effectiveOn: '2025-02-20' })])).toEqual(
    [],
  )
})

test('a word that is taken back is none, and a pay-out is taken back only after its word', () => {
  const second = says({ loanId: 'l2', effectiveOn: '2025-02-20' })
  const told = [out, says(), lent('l2', '2025-02-20'), second]
  const { village, entries } = committeeStory(told)
  const idOf = (type: string): string => entries.findLast(({ body }) => body.type === type)!.id
  expect(unsaid([...told, reversed(idOf('PayoutConfirmed'), '2025-03-01')])).toEqual([
    ['L2', 500_000, 0],
  ])
  expect(wordOf(village, reversed(idOf('LoanPaidOut'), '2025-03-01'))).toBe('reverse-others-first')
})
