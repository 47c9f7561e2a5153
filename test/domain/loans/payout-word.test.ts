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
