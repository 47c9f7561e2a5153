import { expect, test } from 'vitest'
import { booked, paid, paidOut, relieved, standingIn, type Told } from '#test/support/village.ts'
import { committeeAfter, flagsOf, savedSince, wordOf } from '#test/support/committee.ts'

/** At 1 % a month there is room for fines under the cap of 1.5 %. */
const cheap = { rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' } }
const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const fined = (on: string, amount: number, loanId = 'l1'): Told => ({
  type: 'RecordLateFine',
  effectiveOn: on,
  loanId,
  amount,
})
const after = (told: readonly Told[], charter: object = cheap) =>
  committeeAfter([half, ...told], charter)
/** What of the fines came to the social fund and what stands as savings of the payer. */
const where = (told: readonly Told[], charter: object = cheap) => {
  const village = after(told, charter)
  return [0 - booked(village, 'liability:social-fund'), savedSince(village)]
}

test('a fine of a thousand riel a meeting goes to the social fund, never to income', () => {
  const village = after([fined('2025-03-01', 1_000)])
  expect(where([fined('2025-03-01', 1_000)])).toEqual([1_000, 0])
  expect(booked(village, 'income:fines')).toBe(0)
  expect(flagsOf(after([]), fined('2025-03-01', 1_000))).toEqual([])
})

test('more than a thousand at one meeting was never due: the rest is the own savings of who paid', () => {
  expect(where([fined('2025-03-01', 1_500)])).toEqual([1_000, 500])
  expect(flagsOf(after([]), fined('2025-03-01', 1_500))).toEqual(['fine-above-limit'])
  expect(where([fined('2025-03-01', 700), fined('2025-03-01', 700)])).toEqual([1_000, 400])
})

test('fines for one instalment come to 5 % of it at most, however many meetings it is late', () => {
  const days = ['2025-03-01', '2025-03-10', '2025-03-15', '2025-03-19']
  expect(where(days.map((day) => fined(day, 1_000)))).toEqual([2_500, 1_500])
})

test('nobody is fined who is not late', () => {
  expect(where([fined('2025-02-20', 1_000)])).toEqual([0, 1_000])
  expect(where([paid('2025-02-20', 55_000), fined('2025-03-01', 1_000)])).toEqual([0, 1_000])
})

test('whoever brings what is late and the fine at one meeting was late, in whatever order they are written', () => {
  const [money, fine] = [paid('2025-03-01', 55_000), fined('2025-03-01', 1_000)]
  expect(where([fine, money])).toEqual([1_000, 0])
  expect(where([money, fine])).toEqual([1_000, 0])
})

test('there is no fine in relief, and none from the day of the event', () => {
  const flood = relieved('2025-03-01', { from: '2025-03-01', to: '2025-05-31' })
  expect(where([flood, fined('2025-03-01', 1_000)])).toEqual([0, 1_000])
  expect(where([flood, fined('2025-04-10', 1_000)])).toEqual([0, 1_000])
  expect(where([flood, fined('2025-02-25', 1_000)])).toEqual([1_000, 0])
})

test('no fine lifts what a loan costs above the cap', () => {
  const full = { rateMonthlyPercent: { normal: '1.5', seasonal: '1.5', emergency: '0' } }
  const told = [fined('2025-03-01', 1_000)]
  expect(where(told, full)).toEqual([0, 1_000])
  expect(standingIn(after(told, full), '2025-03-01').interestDue).toBe(7_500)
})

test('a fine pays neither interest nor principal, and no interest is counted on it', () => {
  const [bare, with_] = [after([]), after([fined('2025-03-01', 1_000)])].map((village) => {
    const { owed, interestDue, dues } = standingIn(village, '2025-06-30')
    return { owed, interestDue, dues }
  })
  expect(with_).toEqual(bare)
})

test('a fine for a loan that is repaid, or not yet paid out, was never due', () => {
  expect(where([paid('2025-02-01', 600_000), fined('2025-03-01', 1_000)])[0]).toBe(0)
  expect(where([fined('2025-01-10', 1_000)])).toEqual([0, 1_000])
})

test('a fine is a sum of money for a loan that is there', () => {
  expect(wordOf(after([]), fined('2025-03-01', 0))).toBe('amount-not-whole')
  expect(wordOf(after([]), fined('2025-03-01', 1_000, 'l9'))).toBe('loan-unknown')
})

test('a payment that is written down late takes back the fine that it makes wrong', () => {
  const [money, fine] = [paid('2025-02-20', 55_000), fined('2025-03-01', 1_000)]
  expect(where([fine, money])).toEqual(where([money, fine]))
  const flood = relieved('2025-02-15', { from: '2025-02-15', to: '2025-05-31' })
  expect(where([fine, flood])).toEqual(where([flood, fine]))
})
