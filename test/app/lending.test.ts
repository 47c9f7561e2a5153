import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { lendingQueueOf, placeInQueue } from '#src/app/lending/lending-queue.ts'
import { loanRegisterOf, nextStepOf } from '#src/app/lending/loan-register.ts'
import {
  about,
  appraised,
  approved,
  committeeStory,
  decided,
  requested,
  turnedDown,
} from '#test/support/committee.ts'
import { type StoryCommand, fundBookOf, paid, paidOut } from '#test/support/village.ts'

const bookWith = (told: readonly StoryCommand[]) => fundBookOf(committeeStory(told))
const queueOn = (book: FundBook, day: string, postings: readonly object[] = []) =>
  lendingQueueOf(book, async () => postings as never, day)

/** The same book with so much in the box that the fund itself owns. */
const withCash = (book: FundBook, cash: number): FundBook => ({
  ...book,
  balances: [
    {
      account: 'asset:cash-box',
      currency: 'KHR',
      on: '2025-01-01',
      isClosing: false,
      amount: cash,
    },
  ],
})

test('a request waits in the queue from its day until it is decided or withdrawn', async () => {
  const lines = async (day: string, told: readonly StoryCommand[] = [requested()]) =>
    (await queueOn(bookWith(told), day)).lines.map(({ loanId, state, next }) => [
      loanId,
      state,
      next,
    ])
  expect(await lines('2025-01-05')).toEqual([])
  expect(await lines('2025-01-06')).toEqual([['l1', 'requested', 'appraisal']])
  expect(await lines('2025-01-10', [requested(), appraised()])).toEqual([
    ['l1', 'appraised', 'decision'],
  ])
  expect(await lines('2025-01-20', approved)).toEqual([])
  expect(await lines('2025-01-20', [requested(), about('WithdrawRequest', '2025-01-12')])).toEqual(
    [],
  )
})

test('a loan that was paid out without a vote waits for none', async () => {
  const book = bookWith([requested()])
  const lent = {
    ...book,
    loans: bookWith([paidOut({ on: '2025-01-20', principal: 1000, months: 1 })]).loans,
  }
  expect((await queueOn(lent, '2025-01-20')).lines).toEqual([])
  expect(placeInQueue(lent, 'l1', '2025-01-20')).toBeUndefined()
})

test('cash reaches a request to its last riel, and nobody is reached over the head of another', async () => {
  const two = bookWith([
    requested({ principal: 500_000 }),
    requested({ on: '2025-01-07', loanId: 'l2', memberId: 'm2', principal: 100_000 }),
  ])
  const reached = async (cash: number) =>
    (await queueOn(withCash(two, cash), '2025-01-08')).lines.map(({ isReached }) => isReached)
  expect(await reached(600_000)).toEqual([true, true])
  expect(await reached(599_999)).toEqual([true, false])
  expect(await reached(500_000)).toEqual([true, false])
  expect(await reached(499_999)).toEqual([false, false])
  expect(placeInQueue(two, 'l2', '2025-01-08')).toMatchObject({ place: 2, of: 2 })
  expect(placeInQueue(two, 'l2', '2025-01-06')).toBeUndefined()
})

test('what was approved and not paid out is spoken for from the day of the vote', async () => {
  const book = withCash(bookWith(approved), 700_000)
  const cash = async (day: string, of = book) => (await queueOn(of, day)).cash
  expect(await cash('2025-01-19')).toMatchObject({ promised: 0, lendable: 700_000 })
  expect(await cash('2025-01-20')).toMatchObject({ promised: 500_000, lendable: 200_000 })
  const lent = bookWith([
    ...approved,
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
  ])
  expect(await cash('2025-01-20', withCash(lent, 700_000))).toMatchObject({ promised: 0 })
})

test('of savings a part must stay, rounded up; what is not the fund’s own is not lent, and nothing below zero', async () => {
  const line = (account: string, amount: number) =>
    ({ account, currency: 'KHR', on: '2025-01-01', isClosing: false, amount }) as never
  const book = (cash: number): FundBook => ({
    ...bookWith([]),
    balances: [
      line('asset:cash-box', cash),
      line('liability:savings:m1', -100_001),
      line('liability:social-fund', -5000),
      line('liability:grant-window:w1', -7000),
    ],
  })
  const { cash } = await queueOn(book(100_000), '2025-01-10')
  expect(cash).toEqual({
    cash: 100_000,
    earmarked: 12_000,
    mustStayPercent: 20,
    mustStay: 20_001,
    pledged: 0,
    askedBySavers: 0,
    promised: 0,
    lendable: 67_999,
  })
  expect((await queueOn(book(1000), '2025-01-10')).cash.lendable).toBe(0)
})

test('savings that were asked for go before any loan, from their day, less what was handed out since', async () => {
  const asked = { requestId: 'r1', memberId: 'm1', askedOn: '2025-01-08', amount: 30_000 }
  const book = { ...withCash(bookWith([]), 100_000), withdrawals: [asked] as never }
  const paidOn = (effectiveOn: string, account = 'liability:savings:m1') => ({
    account,
    seq: 9,
    entryType: 'SavingsWithdrawn',
    effectiveOn,
    amount: 10_000,
  })
  const spoken = async (day: string, postings: readonly object[] = []) =>
    (await queueOn(book, day, postings)).cash.askedBySavers
  expect(await spoken('2025-01-07')).toBe(0)
  expect(await spoken('2025-01-08')).toBe(30_000)
  expect(await spoken('2025-01-10', [paidOn('2025-01-10')])).toBe(20_000)
  expect(await spoken('2025-01-10', [paidOn('2025-01-11')])).toBe(30_000)
  expect(await spoken('2025-01-10', [paidOn('2025-01-10', 'liability:savings:m2')])).toBe(30_000)
})

test('a refusal is told from its day, and the meeting can be asked for 31 days', async () => {
  const book = bookWith([requested(), appraised(), turnedDown()])
  const refused = async (day: string, of = book) =>
    (await queueOn(of, day)).refused.map(({ loanId, appealUntil }) => `${loanId} ${appealUntil}`)
  expect(await refused('2025-01-19')).toEqual([])
  expect(await refused('2025-01-20')).toEqual(['l1 2025-02-20'])
  expect(await refused('2025-02-20')).toEqual(['l1 2025-02-20'])
  expect(await refused('2025-02-21')).toEqual(['l1 undefined'])
  const request = book.requests[0]!
  expect(nextStepOf(request, '2025-02-20')).toBe('appeal')
  expect(nextStepOf(request, '2025-02-21')).toBeUndefined()
  expect(nextStepOf({ ...request, appealedOn: '2025-02-01' }, '2025-02-02')).toBeUndefined()
})

test('of refusals the last comes first, and of one day they stand by their ids', async () => {
  const one = bookWith([requested(), appraised(), turnedDown()]).requests[0]!
  const of = (loanId: string, on: string): LoanRequest => ({
    ...one,
    loanId,
    decision: { ...one.decision!, on },
  })
  const requests = [of('b', '2025-01-20'), of('c', '2025-01-21'), of('a', '2025-01-20')]
  const { refused } = await queueOn({ ...bookWith([]), requests }, '2025-02-01')
  expect(refused.map(({ loanId }) => loanId)).toEqual(['c', 'a', 'b'])
})

test('each state of a request asks for the step that is next, and an end for none', () => {
  const [request] = bookWith([requested(), appraised()]).requests as [LoanRequest]
  const next = (more: Partial<LoanRequest>) => nextStepOf({ ...request, ...more }, '2025-02-01')
  expect(next({})).toBe('decision')
  expect(next({ disclosure: undefined } as never)).toBe('disclosure')
  expect(next({ state: 'appealed', disclosure: undefined } as never)).toBe('disclosure')
  expect(next({ state: 'requested' })).toBe('appraisal')
  expect(next({ state: 'approved' })).toBe('payout')
  expect([next({ state: 'withdrawn' }), next({ state: 'paid-out' })]).toEqual([
    undefined,
    undefined,
  ])
})

test('the register tells what waits, what is owed with the latest first, and what has come to nothing', () => {
  const other = (loanId: string, on: string) =>
    paidOut({ on, principal: 400_000, months: 4, loanId, memberId: 'm2' })
  const book = bookWith([
    requested({ on: '2025-03-01', loanId: 'r2', memberId: 'm3' }),
    requested({ on: '2025-02-28', loanId: 'r1', memberId: 'm4' }),
    requested({ on: '2025-02-01', loanId: 'r0', memberId: 'm5' }),
    about('WithdrawRequest', '2025-02-02', 'r0'),
    other('l3', '2025-02-20'),
    other('l2', '2025-01-20'),
    other('l1', '2025-01-20'),
    paid('2025-02-20', [6000, 400_000], 'l2'),
  ])
  const on = (day: string) => {
    const { waiting, open, closed, ended } = loanRegisterOf(book, day)
    return [waiting, open, closed, ended].map((lines) => lines.map(({ loanId }) => loanId))
  }
  expect(on('2025-03-01')).toEqual([['r1', 'r2'], ['l1', 'l3'], ['l2'], ['r0']])
  expect(on('2025-02-28')[0]).toEqual(['r1'])
  expect(on('2025-02-27')[0]).toEqual([])
  const [late] = loanRegisterOf(book, '2025-03-01').open
  expect(late).toMatchObject({ daysLate: 9, next: { on: '2025-03-20' }, card: 'M2' })
  const settled = loanRegisterOf(book, '2025-03-01').closed[0]
  expect(settled).toMatchObject({ owed: 0, daysLate: 0, next: undefined })
  // Of those that are over only what is asked for is told; they are counted all the same.
  const none = loanRegisterOf(book, '2025-03-01', { closed: () => [] })
  expect([none.closed, none.closedCount]).toEqual([[], 1])
  const ofOne = loanRegisterOf(book, '2025-03-01', { isShown: ({ card }) => card === 'M2' })
  expect(ofOne.open.map((one) => one.card)).toEqual(['M2', 'M2'])
})

test('a vote is no step any more once it was decided', () => {
  const [request] = bookWith([requested(), appraised(), decided()]).requests as [LoanRequest]
  expect(nextStepOf(request, '2025-01-20')).toBe('payout')
})
