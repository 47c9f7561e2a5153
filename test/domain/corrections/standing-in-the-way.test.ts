import { expect, test } from 'vitest'
import { allOfUs, reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { booksOf } from '#test/support/taken-back.ts'
import { type StoryCommand, answerTo, booked, idOf, paid, paidOut } from '#test/support/village.ts'

const takenBackOn = '2025-06-01'
/** `recorded`, the code of a refusal, or the numbers of what must be taken back first. */
const takingBack = (told: readonly StoryCommand[], n: number): string | readonly number[] => {
  const answer = answerTo(savingAfter(told), reversed(nthSaved(n), takenBackOn))
  if (answer.outcome === 'recorded') return 'recorded'
  if (!('entries' in answer) || !answer.entries) return answer.code
  const ids = told.map((_, i) => nthSaved(i + 1))
  return answer.entries.map((id) => ids.indexOf(id) + 1)
}

const buys = (memberId: string, shares: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: '2025-01-20',
  memberId,
  shares,
})
const takes = (memberId: string, effectiveOn: string): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn,
  memberId,
  amount: 500,
})
const splitUp = (payOut: 'nothing' | 'parts'): StoryCommand => ({
  type: 'ShareOut',
  effectiveOn: '2025-02-20',
  isSurplusSplit: true,
  payOut,
  ballot: allOfUs,
})
/** Shares of two, 10,000 of surplus, and the share-out as the sixth of what is told. */
const shared = (payOut: 'nothing' | 'parts' = 'parts'): readonly StoryCommand[] => [
  buys('m1', 2),
  buys('m2', 1),
  { type: 'RecordDeposit', effectiveOn: '2025-01-20', memberId: 'm3', amount: 9_000 },
  { type: 'RecordDonation', effectiveOn: '2025-01-25', amount: 10_000 },
  { type: 'ClosePeriod', effectiveOn: '2025-01-31' },
  splitUp(payOut),
]

test('savings that a share-out handed out are taken back before it: those of its day and later, of who was in it', () => {
  const after = (...more: readonly StoryCommand[]) => takingBack([...shared(), ...more], 6)
  expect(after()).toBe('recorded')
  expect(after(takes('m1', '2025-02-19'))).toBe('recorded')
  expect(after(takes('m1', '2025-02-20'))).toEqual([7])
  expect(after(takes('m1', '2025-02-21'))).toEqual([7])
  expect(after(takes('m3', '2025-02-21'))).toBe('recorded')
  const saves = { ...takes('m1', '2025-02-21'), type: 'RecordDeposit' } as StoryCommand
  expect(after(saves)).toBe('recorded')
  expect(after(takes('m1', '2025-02-21'), takes('m2', '2025-02-20'))).toEqual([8, 7])
  expect(after(takes('m1', '2025-02-21'), reversed(nthSaved(7), '2025-03-01'))).toBe('recorded')
})

test('also where all of a share-out had to wait, what was handed out since is taken back before it', () => {
  const spent: StoryCommand = {
    type: 'RecordExpense',
    effectiveOn: '2025-02-01',
    amount: 100_034_000,
  }
  const poor = [...shared().slice(0, 5), spent, splitUp('parts')]
  expect(takingBack(poor, 7)).toBe('recorded')
  expect(takingBack([...poor, takes('m1', '2025-03-20')], 7)).toEqual([8])
})

test('a share-out that handed nothing out stands in nobody’s way', () => {
  expect(takingBack([...shared('nothing'), takes('m1', '2025-02-21')], 6)).toBe('recorded')
})

test('a withdrawal stands in the way of no purchase of shares', () => {
  expect(takingBack([...shared(), takes('m1', '2025-02-21')], 1)).toBe('recorded')
})

const borrowed = (borrowingId: string): StoryCommand => ({
  type: 'RecordBorrowing',
  effectiveOn: '2025-02-01',
  borrowingId,
  lender: 'ngo',
  amount: 2_000_000,
  ratePercent: '6',
  schedule: [{ on: '2025-08-01', principal: 2_000_000, interest: 60_000 }],
  place: 'box',
})
const returned = (borrowingId: string, principal: number): StoryCommand => ({
  type: 'RecordBorrowingRepayment',
  effectiveOn: '2025-03-01',
  borrowingId,
  principal,
  interest: 0,
  place: 'box',
})

test('money that the fund borrowed is taken back after what it paid on it, and on nothing else', () => {
  const two = [borrowed('ngo-1'), borrowed('ngo-2'), returned('ngo-1', 100)]
  expect(takingBack(two, 1)).toEqual([3])
  expect(takingBack(two, 2)).toBe('recorded')
  expect(takingBack([...two, returned('ngo-1', 200)], 1)).toEqual([4, 3])
  expect(takingBack([...two, reversed(nthSaved(3), '2025-04-01')], 1)).toBe('recorded')
  expect(takingBack(two, 3)).toBe('recorded')
})

const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
/** 507,500 are owed in February: 92,500 of 600,000 wait for m1. */
const over = [lent, paid('2025-02-20', 600_000)]
const released = (
  amount: number,
  to: 'savings' | 'cash',
  effectiveOn = '2025-03-01',
): StoryCommand => ({
  type: 'ReleaseSuspense',
  effectiveOn,
  memberId: 'm1',
  amount,
  to,
})

test('an overpayment of which a riel was claimed is taken back after the claim', () => {
  expect(takingBack([...over, released(1, 'savings')], 2)).toEqual([3])
  const two = [...over, released(1, 'savings'), released(2, 'cash', '2025-03-02')]
  expect(takingBack(two, 2)).toEqual([4, 3])
  expect(takingBack([...two, reversed(nthSaved(3), '2025-04-01')], 2)).toEqual([4])
})

test('where as much waits again from elsewhere the claim stays', () => {
  const more = paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l2' })
  const again = (sum: number) => [
    ...over,
    released(1_000, 'savings'),
    more,
    paid('2025-02-20', 101_500 + sum, 'l2'),
  ]
  expect(takingBack(again(999), 2)).toEqual([3])
  expect(takingBack(again(1_000), 2)).toBe('recorded')
})

test('what brought no waiting money is taken back whatever was claimed of other money', () => {
  const deposit: StoryCommand = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 5_000,
  }
  const small = paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l2' })
  const told = [...over, released(100_000, 'cash'), deposit, small, paid('2025-02-20', 100, 'l2')]
  expect(booked(savingAfter(told), 'liability:suspense:m1')).toBe(7_500)
  expect(takingBack(told, 4)).toBe('recorded')
  expect(takingBack(told, 6)).toBe('recorded')
})

test('a claim of another member’s money stands in nobody else’s way', () => {
  const other = paidOut({
    on: '2025-01-20',
    principal: 500_000,
    months: 10,
    loanId: 'l2',
    memberId: 'm2',
  })
  const told = [...over, other, paid('2025-02-20', 600_000, 'l2'), released(500, 'savings')]
  expect(takingBack(told, 4)).toBe('recorded')
  expect(takingBack(told, 2)).toEqual([5])
  const both = [...told, { ...released(500, 'savings'), memberId: 'm2' } as StoryCommand]
  expect([takingBack(both, 2), takingBack(both, 4)]).toEqual([[5], [6]])
})

test('an officer stands behind taking back from the first day in office through the grace of the term', () => {
  const termed: StoryCommand = {
    type: 'AppointOfficer',
    effectiveOn: '2025-02-01',
    memberId: 'm5',
    office: 'committee',
    until: '2025-03-31',
  }
  const village = savingAfter([buys('m1', 1), termed])
  const on = (day: string) => wordOf(village, reversed(nthSaved(1), day, { approvedBy: 'm5' }))
  expect(on('2025-01-31')).toBe('approver-not-an-officer')
  expect(on('2025-02-01')).toBe('recorded')
  // Sixty days after the last of March.
  expect(on('2025-05-30')).toBe('recorded')
  expect(on('2025-05-31')).toBe('officers-lapsed')
})

test('an officer of a household stands behind nothing that is taken back of it', () => {
  const together: StoryCommand = {
    type: 'RecordHousehold',
    effectiveOn: '2025-02-01',
    change: 'formed',
    memberIds: ['m1', 'o3'],
    householdId: idOf(900),
  }
  const village = savingAfter([together])
  const by = (approvedBy: string) =>
    wordOf(village, reversed(nthSaved(1), '2025-02-02', { approvedBy }))
  expect(by('o3')).toBe('approver-is-concerned')
  expect(by('o4')).toBe('recorded')
})

test('a list of who was there is made anew from the lists of its own day alone', () => {
  const list = (effectiveOn: string, present: readonly string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn,
    present: [...present],
    absent: [],
  })
  const told = [list('2025-02-20', ['m1']), list('2025-03-20', ['m2']), list('2025-02-20', ['m3'])]
  const { meetings } = savingAfter([...told, reversed(nthSaved(1), '2025-04-01')])
  expect(meetings.get('2025-02-20')).toMatchObject({ present: ['m3'] })
  expect(meetings.get('2025-03-20')).toMatchObject({ present: ['m2'] })
})

test('savings in the hands of heirs, and those that repaid a loan, are taken back as if never moved', () => {
  const saved: StoryCommand = {
    type: 'RecordDeposit',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    amount: 100_000,
  }
  const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-02-20', memberId: 'm1' }
  const toHeirs: StoryCommand = {
    type: 'RecordHeirsPayment',
    effectiveOn: '2025-03-20',
    memberId: 'm1',
    amount: 9_000,
    to: 'heirs',
    witnesses: ['m2', 'm3'],
  }
  const back = savingStory([saved, died, toHeirs, reversed(nthSaved(3), '2025-04-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory([saved, died])))
  expect(back.village.savings).toEqual(savingStory([saved, died]).village.savings)
})

test('money from abroad that was handed over is asked back before it is said never to have come', () => {
  const came: StoryCommand = {
    type: 'RecordRemittance',
    effectiveOn: '2025-01-20',
    memberId: 'm1',
    amount: 5_000,
    place: 'bank',
    use: 'home',
  }
  const handedOver: StoryCommand = {
    type: 'ReleaseSuspense',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 5_000,
    to: 'cash',
  }
  expect(takingBack([came], 1)).toBe('recorded')
  expect(takingBack([came, handedOver], 1)).toEqual([2])
})
