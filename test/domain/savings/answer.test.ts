import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { Posting } from '#domain/ledger/posting.ts'
import { type Posted, nothingPosted, post } from '#domain/ledger/balances.ts'
import { owedThrough, cashAtHandOn } from '#domain/savings/books.ts'
import { type Liquidity, answerOn, payable } from '#domain/savings/queue.ts'

/** 600,000 in cash and 1,000,000 saved: after 500,000 a fifth of the 500,000 that stay is there still. */
const atHand = { cash: 600_000, earmarked: 0, savings: 1_000_000 }
const answer = (
  amount: number,
  { on = '2026-01-15', ...more }: Partial<Liquidity> & { readonly on?: string } = {},
) => answerOn(defaultCharter, on, { atHand, coming: [], ahead: 0, amount, ...more })

test('up to what the fund can spare all of it is paid now; a riel more waits', () => {
  expect(answer(500_000)).toEqual({ payNow: 500_000, queued: 0 })
  expect(answer(500_001)).toMatchObject({ payNow: 500_000, queued: 1 })
})

test('what is paid of a larger sum is what notes can pay', () => {
  // 500,062 could be spared; a note is a hundred.
  const odd = { atHand: { ...atHand, cash: 600_050 } }
  expect(answer(500_100, odd)).toMatchObject({ payNow: 500_000, queued: 100 })
  expect(answer(500_062, odd)).toEqual({ payNow: 500_062, queued: 0 })
  expect(answer(500_100, { atHand: { ...atHand, cash: 600_080 } })).toEqual({
    payNow: 500_100,
    queued: 0,
  })
})

test('of a atHand the least of free cash and of what the share in cash leaves can be paid', () => {
  expect(payable(atHand, 20)).toBe(500_000)
  expect(payable({ ...atHand, cash: 600_001 }, 20)).toBe(500_001)
  expect(payable(atHand, 0)).toBe(600_000)
  // Nobody has saved more than there is: all of the free cash can go.
  expect(payable({ cash: 600_000, earmarked: 100_000, savings: 400_000 }, 20)).toBe(500_000)
  expect(payable({ cash: 600_000, earmarked: 100_000, savings: 500_000 }, 20)).toBe(500_000)
  expect(payable({ cash: 600_000, earmarked: 100_000, savings: 500_004 }, 20)).toBe(499_999)
  expect(payable({ cash: 100, earmarked: 200, savings: 0 }, 20)).toBe(0)
  expect(payable({ cash: 200_000, earmarked: 0, savings: 1_000_000 }, 20)).toBe(0)
  expect(payable({ cash: 200_008, earmarked: 0, savings: 1_000_000 }, 20)).toBe(10)
})

test('who asked before keeps the place: their sums are not there for whoever comes after', () => {
  expect(answer(400_000, { ahead: 100_000 })).toEqual({ payNow: 400_000, queued: 0 })
  expect(answer(400_001, { ahead: 100_000 })).toMatchObject({ payNow: 400_000, queued: 1 })
  expect(answer(1_000, { ahead: 700_000 })).toMatchObject({ payNow: 0, queued: 1_000 })
})

test('others are the reason where the cash would do without them, to the riel', () => {
  expect(answer(500_000, { ahead: 1 })).toMatchObject({ why: 'others-asked-first' })
  expect(answer(500_001, { ahead: 1 })).toMatchObject({ why: 'not-before-loans-return' })
  const coming = [{ on: '2026-02-20', amount: 900_000 }]
  expect(answer(500_001, { ahead: 1, coming })).toMatchObject({ why: 'cash-must-stay' })
  expect(answer(500_001)).toMatchObject({ why: 'not-before-loans-return' })
})

test('the day is the first meeting by which instalments have brought the cash back', () => {
  // 680,000 in cash would leave 80,000 beside 400,000 saved.
  const by = (on: string, amount = 80_000) => answer(600_000, { coming: [{ on, amount }] })
  expect(by('2026-02-19')).toMatchObject({ expectedOn: '2026-02-20', why: 'cash-must-stay' })
  expect(by('2026-02-20')).toMatchObject({ expectedOn: '2026-02-20' })
  expect(by('2026-02-21')).toMatchObject({ expectedOn: '2026-03-20' })
  expect(by('2026-02-20', 79_999)).toMatchObject({ why: 'not-before-loans-return' })
  const twoParts = [
    { on: '2026-02-20', amount: 40_000 },
    { on: '2026-03-20', amount: 40_000 },
  ]
  expect(answer(600_000, { coming: twoParts })).toMatchObject({ expectedOn: '2026-03-20' })
  expect(answer(600_000, { coming: twoParts, ahead: 1 })).toMatchObject({
    why: 'not-before-loans-return',
  })
})

test('a meeting of the day of asking is held already: the next one comes first', () => {
  const coming = [{ on: '2026-01-20', amount: 80_000 }]
  expect(answer(600_000, { coming, on: '2026-01-19' })).toMatchObject({ expectedOn: '2026-01-20' })
  expect(answer(600_000, { coming, on: '2026-01-20' })).toMatchObject({ expectedOn: '2026-02-20' })
})

test('where it never comes back the last of two years of meetings is told', () => {
  expect(answer(600_000)).toMatchObject({ expectedOn: '2027-12-20' })
  expect(answer(600_000, { on: '2026-01-20' })).toMatchObject({ expectedOn: '2028-01-20' })
  const late = (on: string) => answer(600_000, { coming: [{ on, amount: 80_000 }] })
  expect(late('2027-12-20')).toMatchObject({ expectedOn: '2027-12-20', why: 'cash-must-stay' })
  expect(late('2027-12-21')).toMatchObject({
    expectedOn: '2027-12-20',
    why: 'not-before-loans-return',
  })
})

test('a meeting of the rains must leave more in cash, so that the day may lie behind them', () => {
  const by = (on: string) => answer(600_000, { on: '2026-04-25', coming: [{ on, amount: 80_000 }] })
  expect(by('2026-05-20')).toMatchObject({ expectedOn: '2026-05-20' })
  expect(by('2026-06-20')).toMatchObject({ expectedOn: '2026-12-20' })
})

const line = (account: Posting['account'], amount: number, on = '2026-01-10'): Posting => ({
  account,
  amount,
  currency: 'KHR',
  on,
})
const postedOf = (...lines: readonly Posting[]): Posted => {
  const posted = nothingPosted()
  for (const one of lines) post(posted, one)
  return posted
}

test('cash is what lies in box, bank and wallet; what is not the savers’ is each told apart', () => {
  const posted = postedOf(
    line('asset:cash-box', 100),
    line('asset:bank', 20),
    line('asset:wallet', 3),
    line('asset:loan:l1', 9_000),
    line('liability:social-fund', -400),
    line('liability:grant-window:w1', -50),
    line('liability:grant-window:w2', -5),
    line('liability:suspense:m1', -6),
    line('liability:savings:m1', -7_000),
    line('liability:savings:m2', -100),
    line('liability:private-savings', -80),
    line('liability:borrowing:b1', -9_000),
    line('equity:reserve', -9_000),
  )
  expect(cashAtHandOn(posted, '2026-01-10')).toEqual({ cash: 123, earmarked: 461, savings: 7_180 })
  expect(cashAtHandOn(posted, '2026-01-09').cash).toBe(0)
})

test('of a day that is past no more cash is there than there is now, and no less is owed', () => {
  const spent = postedOf(
    line('asset:cash-box', 100),
    line('asset:cash-box', -30, '2026-02-10'),
    line('liability:savings:m1', -100),
    line('liability:savings:m1', -50, '2026-02-10'),
  )
  expect(cashAtHandOn(spent, '2026-01-10')).toMatchObject({ cash: 70, savings: 150 })
  const earned = postedOf(
    line('asset:cash-box', 100),
    line('asset:cash-box', 30, '2026-02-10'),
    line('liability:savings:m1', -100),
    line('liability:savings:m1', 50, '2026-02-10'),
  )
  expect(cashAtHandOn(earned, '2026-01-10')).toMatchObject({ cash: 100, savings: 100 })
  expect(cashAtHandOn(earned, '2026-02-10')).toMatchObject({ cash: 130, savings: 50 })
})

test('a surplus of a day that is past is as much of it as is there still', () => {
  const surplus = ['equity:undistributed-surplus'] as const
  const left = postedOf(line(surplus[0], -900), line(surplus[0], 200, '2026-02-10'))
  expect(owedThrough(left, '2026-01-10', surplus)).toBe(700)
  const more = postedOf(line(surplus[0], -900), line(surplus[0], -200, '2026-02-10'))
  expect(owedThrough(more, '2026-01-10', surplus)).toBe(900)
  expect(owedThrough(more, '2026-02-10', surplus)).toBe(1_100)
})
