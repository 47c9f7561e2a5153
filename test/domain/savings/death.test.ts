import { expect, test } from 'vitest'
import {
  allOfUs,
  byOfficers,
  flagsOf,
  officers,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { booksOf } from '#test/support/taken-back.ts'
import {
  type StoryCommand,
  answerTo,
  booked,
  paid,
  paidOut,
  standingIn,
} from '#test/support/village.ts'

const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const saved = (amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: '2025-01-20',
  memberId: 'm1',
  amount,
})
const died = (effectiveOn = '2025-03-05'): StoryCommand => ({
  type: 'RecordDeath',
  effectiveOn,
  memberId: 'm1',
  confirmedBy: 'o2',
})
const settle = (
  more: Partial<Extract<StoryCommand, { type: 'SettleDeath' }>> = {},
): StoryCommand => ({
  type: 'SettleDeath',
  effectiveOn: '2025-04-20',
  memberId: 'm1',
  isNetted: true,
  ballot: allOfUs,
  ...more,
})

test('interest stops on the day of death, and nothing grows late: nobody is asked for anything', () => {
  const told = [lent, paid('2025-02-20', 57_500), died()]
  const { owed, interestDue, daysPastDue, overdue } = standingIn(savingAfter(told), '2026-02-20')
  expect({ owed, interestDue, daysPastDue, overdue }).toEqual({
    owed: 450_000,
    interestDue: 0,
    daysPastDue: 0,
    overdue: 0,
  })
})

test('a death that is written down late gives back the interest that was counted since', () => {
  const before = [
    lent,
    paid('2025-02-20', 57_500),
    paid('2025-03-20', 56_700),
    paid('2025-04-20', 56_000),
  ]
  const late = savingAfter([...before, died()])
  const first = savingAfter([before[0]!, before[1]!, died(), ...before.slice(2)])
  expect(booked(late, 'income:interest')).toBe(-7_500)
  expect(standingIn(late, '2025-05-01').owed).toBe(standingIn(first, '2025-05-01').owed)
  expect([...late.posted.accounts].map(([account]) => booked(late, account))).toEqual(
    [...late.posted.accounts].map(([account]) => booked(first, account)),
  )
})

test('a loan that is written down after its borrower’s death stands still from that day, too', () => {
  const village = savingAfter([died('2025-06-01'), lent])
  expect(standingIn(village, '2026-06-01').daysPastDue).toBeLessThan(103)
  expect(standingIn(village, '2026-06-01').interestDue).toBeLessThanOrEqual(7_500 * 5)
})

test('a death that turns out not to have been leaves no trace in loans and books', () => {
  const before = [lent, paid('2025-02-20', 57_500), paid('2025-03-20', 56_700)]
  const back = savingStory([...before, died(), reversed(nthSaved(4), '2025-04-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory(before)))
})

test('the savings go towards the loans only where the meeting says so; the rest is written off', () => {
  const told = [lent, saved(100_000), died()]
  const netted = savingAfter([...told, settle()])
  expect(booked(netted, 'liability:savings:m1')).toBe(0)
  expect(standingIn(netted, '2025-05-01')).toMatchObject({ owed: 0, writtenOff: 407_500 })
  const kept = savingAfter([...told, settle({ isNetted: false })])
  expect(booked(kept, 'liability:savings:m1')).toBe(-100_000)
  expect(standingIn(kept, '2025-05-01')).toMatchObject({ owed: 0, writtenOff: 500_000 })
})

test('savings beyond the debt are left for the heirs', () => {
  const village = savingAfter([lent, saved(900_000), died(), settle()])
  expect(standingIn(village, '2025-05-01')).toMatchObject({ owed: 0, writtenOff: 0 })
  expect(booked(village, 'liability:savings:m1')).toBe(-(900_000 - 507_500))
})

test('a settlement is the meeting’s, and only of the dead', () => {
  const told = [lent, saved(100_000)]
  expect(wordOf(savingAfter(told), settle())).toBe('member-not-dead')
  const dead = savingAfter([...told, died()])
  expect(wordOf(dead, settle({ ballot: byOfficers(officers) }))).toBe('the-meeting-must-vote')
  expect(wordOf(savingAfter([...told, died(), settle()]), settle())).toBe('no-loan-open')
})

test('a settlement that is taken back was never made', () => {
  const told = [lent, saved(100_000), died()]
  const back = savingStory([...told, settle(), reversed(nthSaved(4), '2025-05-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory(told)))
})

const heirs = (
  more: Partial<Extract<StoryCommand, { type: 'RecordHeirsPayment' }>> = {},
): StoryCommand => ({
  type: 'RecordHeirsPayment',
  effectiveOn: '2025-05-20',
  memberId: 'm1',
  amount: 60_000,
  to: 'nominee',
  witnesses: ['m2', 'm3'],
  ...more,
})

test('heirs get the savings before two witnesses; what is missing of that is a flag', () => {
  const village = savingAfter([saved(100_000), died()])
  expect(flagsOf(village, heirs())).toEqual([])
  expect(flagsOf(village, heirs({ witnesses: ['m2'], amount: 100_100 }))).toEqual([
    'not-two-witnesses',
    'more-than-saved',
  ])
  expect(flagsOf(savingAfter([saved(100_000)]), heirs())).toEqual(['member-not-dead'])
  for (const witnesses of [
    ['m2', 'm2'],
    ['m1', 'm2'],
    ['nobody', 'm2'],
  ])
    expect(wordOf(village, heirs({ witnesses }))).toBe('proof-cannot-hold')
  expect(wordOf(village, heirs({ to: 'friend' as never }))).toBe('word-unknown')
  expect(wordOf(village, heirs({ amount: 0 }))).toBe('amount-not-whole')
})

test('heirs are paid from the day of the death on, all that was saved, before two to five who saw it', () => {
  const village = savingAfter([saved(100_000), died('2025-05-20')])
  const flags = (more: Parameters<typeof heirs>[0]) => flagsOf(village, heirs(more))
  expect(flags({ effectiveOn: '2025-05-19' })).toEqual(['member-not-dead'])
  expect(flags({ effectiveOn: '2025-05-20' })).toEqual([])
  expect(flags({ effectiveOn: '2025-05-21', to: 'heirs' })).toEqual([])
  expect(flags({ amount: 100_000 })).toEqual([])
  expect(flags({ amount: 100_001 })).toEqual(['more-than-saved'])
  expect(flags({ witnesses: [] })).toEqual(['not-two-witnesses'])
  const five = ['m2', 'm3', 'm4', 'm5', 'o1']
  expect(flags({ witnesses: five })).toEqual([])
  expect(wordOf(village, heirs({ witnesses: [...five, 'o2'] }))).toBe('proof-cannot-hold')
  const handed = savingAfter([saved(100_000), died('2025-05-20'), heirs()])
  expect(booked(handed, 'liability:savings:m1')).toBe(-40_000)
  expect(booked(handed, 'asset:cash-box')).toBe(100_000_000 + 100_000 - 60_000)
})

const netting = (
  more: Partial<Extract<StoryCommand, { type: 'RepayFromSavings' }>> = {},
): StoryCommand => ({
  type: 'RepayFromSavings',
  effectiveOn: '2025-02-20',
  loanId: 'l1',
  amount: 57_500,
  proof: { witnesses: ['m2', 'm3'] },
  ...more,
})

test('a borrower may repay out of the own savings, by an act that two others saw, and no cash moves', () => {
  const before = savingAfter([lent, saved(100_000)])
  const village = savingAfter([lent, saved(100_000), netting()])
  expect(booked(village, 'asset:cash-box')).toBe(booked(before, 'asset:cash-box'))
  expect(booked(village, 'liability:savings:m1')).toBe(-42_500)
  expect(booked(village, 'income:interest')).toBe(-7_500)
  expect(standingIn(village, '2025-02-20').owed).toBe(450_000)
})

test('nobody’s savings are taken for a loan behind their back, nor more of them than there is', () => {
  const village = savingAfter([lent, saved(100_000)])
  expect(wordOf(village, netting({ proof: {} }))).toBe('own-act-not-witnessed')
  expect(wordOf(village, netting({ proof: { witnesses: ['m2'] } }))).toBe('own-act-not-witnessed')
  expect(wordOf(village, netting({ proof: { witnesses: ['m1', 'm2'] } }))).toBe('proof-cannot-hold')
  expect(wordOf(village, netting({ amount: 100_100 }))).toBe('more-than-own-savings')
  expect(wordOf(savingAfter([lent, saved(900_000)]), netting({ amount: 507_600 }))).toBe(
    'more-than-owed',
  )
  expect(wordOf(savingAfter([lent, saved(900_000), died('2025-02-01')]), netting())).toBe(
    'borrower-died',
  )
  const paidOff = savingAfter([lent, saved(100_000), paid('2025-02-20', 507_500)])
  expect(wordOf(paidOff, netting({ effectiveOn: '2025-02-21' }))).toBe('loan-not-open')
  expect(answerTo(village, netting({ amount: 0 }))).toMatchObject({ outcome: 'invalid' })
})

test('a repayment out of savings that is taken back puts the savings back', () => {
  const told = [lent, saved(100_000)]
  const back = savingStory([...told, netting(), reversed(nthSaved(3), '2025-03-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory(told)))
})

test('of savings that a loan turns out not to have needed, none was taken', () => {
  const told = [lent, saved(600_000), netting({ amount: 507_500, effectiveOn: '2025-02-20' })]
  const late = savingAfter([...told, paid('2025-02-19', 100_000)])
  expect(booked(late, 'liability:suspense:m1')).toBe(0)
  expect(standingIn(late, '2025-03-01').owed).toBe(0)
})
