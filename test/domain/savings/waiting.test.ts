import { expect, test } from 'vitest'
import type { SavingsLine } from '#domain/savings/account.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { type WithdrawalRequest, queueOf } from '#domain/savings/queue.ts'
import { wordOf } from '#test/support/committee.ts'
import { type StoryCommand, admitted, founded, idOf, villageAfter } from '#test/support/village.ts'

const asked = (amount: number, more: Partial<WithdrawalRequest> = {}): WithdrawalRequest => ({
  requestId: 'r1',
  memberId: 'm1',
  amount,
  askedOn: '2026-03-10',
  payNow: 0,
  queued: amount,
  ...more,
})
const out = (on: string, amount: number, type = 'SavingsWithdrawn'): SavingsLine => ({
  id: `out ${on}`,
  type,
  on,
  amount: -amount,
})
/** What of each request is paid, and what is left of it. */
const stands = (those: readonly WithdrawalRequest[], ...lines: readonly SavingsLine[]) =>
  queueOf(those, () => lines).map(({ paid, left }) => [paid, left])

test('savings that are handed out pay a request from its own day on, and none that came later', () => {
  const on = (day: string) => stands([asked(500)], out(day, 200))
  expect(on('2026-03-09')).toEqual([[0, 500]])
  expect(on('2026-03-10')).toEqual([[200, 300]])
  expect(on('2026-03-11')).toEqual([[200, 300]])
})

test('a request that was given up gets nothing of what is handed out on that day or later', () => {
  const on = (day: string) =>
    stands(
      [asked(500, { cancelledOn: '2026-03-20' }), asked(400, { requestId: 'r2' })],
      out(day, 300),
    )
  expect(on('2026-03-19')).toEqual([
    [300, 0],
    [0, 400],
  ])
  for (const day of ['2026-03-20', '2026-03-21'])
    expect(on(day)).toEqual([
      [0, 0],
      [300, 100],
    ])
})

test('the oldest request is paid first, on one day the first by its id; what is more is nobody’s', () => {
  const three = [
    asked(100, { requestId: 'r3', askedOn: '2026-03-11' }),
    asked(100, { requestId: 'r2' }),
    asked(100, { requestId: 'r1' }),
  ]
  const order = queueOf(three, () => [out('2026-03-12', 150)])
  expect(order.map(({ requestId, left }) => [requestId, left])).toEqual([
    ['r1', 0],
    ['r2', 50],
    ['r3', 100],
  ])
  expect(stands(three, out('2026-03-12', 900))).toEqual([
    [100, 0],
    [100, 0],
    [100, 0],
  ])
  // What was handed out before the third asked pays only those who had asked by then.
  expect(stands(three, out('2026-03-10', 900))).toEqual([
    [100, 0],
    [100, 0],
    [0, 100],
  ])
})

test('what is handed out twice pays a request twice, in the order of the days', () => {
  const two = [asked(500, { cancelledOn: '2026-03-20' }), asked(400, { requestId: 'r2' })]
  const lines = [out('2026-03-21', 100), out('2026-03-12', 200), out('2026-03-11', 100)]
  expect(stands(two, ...lines)).toEqual([
    [300, 0],
    [100, 300],
  ])
})

test('a second payment pays what the first one left of a request, and then the next request', () => {
  const two = [asked(500), asked(400, { requestId: 'r2' })]
  expect(stands(two, out('2026-03-11', 300), out('2026-03-12', 300))).toEqual([
    [500, 0],
    [100, 300],
  ])
})

test('what was handed out first counts first, whatever was written down first', () => {
  const two = [asked(100), asked(100, { requestId: 'r2', askedOn: '2026-03-12' })]
  const lines = [out('2026-03-13', 100), out('2026-03-11', 150)]
  for (const told of [lines, lines.toReversed()])
    expect(stands(two, ...told)).toEqual([
      [100, 0],
      [100, 0],
    ])
})

test('all who wait stand in one order, by the day of asking and whoever they are', () => {
  const three = [
    asked(100, { requestId: 'r3', askedOn: '2026-03-12' }),
    asked(100, { requestId: 'r2', askedOn: '2026-03-11', memberId: 'm2' }),
    asked(100, { requestId: 'r1', askedOn: '2026-03-10' }),
    asked(100, { requestId: 'r0', askedOn: '2026-03-11', memberId: 'm0' }),
  ]
  const order = queueOf(three, () => []).map(({ requestId }) => requestId)
  expect(order).toEqual(['r1', 'r0', 'r2', 'r3'])
})

test('heirs are paid out of the same queue; what a loan took, and what was saved, pay no request', () => {
  const by = (type: string, amount: number) => stands([asked(500)], out('2026-03-10', amount, type))
  expect(by('SavingsPaidToHeirs', 200)).toEqual([[200, 300]])
  expect(by('Loan', 200)).toEqual([[0, 500]])
  expect(by('SavingsDeposited', -200)).toEqual([[0, 500]])
  expect(by('SuspenseReleased', 200)).toEqual([[0, 500]])
})

test('each member’s money pays the own requests alone', () => {
  const two = [asked(500), asked(400, { memberId: 'm2' })]
  const lines = { m1: [out('2026-03-10', 100)], m2: [out('2026-03-10', 300)] }
  const order = queueOf(two, (memberId) => lines[memberId as 'm1' | 'm2'])
  expect(order.map(({ memberId, left }) => [memberId, left])).toEqual([
    ['m1', 400],
    ['m2', 100],
  ])
})

const begun: readonly StoryCommand[] = [
  founded({ opening: { cash: 300_000, reserve: 300_000 } }),
  admitted('m1'),
  admitted('m2'),
  { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm1', amount: 600_000 },
  { type: 'RecordDeposit', effectiveOn: '2025-01-10', memberId: 'm2', amount: 400_000 },
]
const asks = (memberId: string, amount: number): StoryCommand => ({
  type: 'RequestWithdrawal',
  effectiveOn: '2025-02-01',
  memberId,
  amount,
  id: idOf(500),
})
const takes = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordWithdrawal',
  effectiveOn,
  memberId: 'm1',
  amount,
})
const cancels = (effectiveOn: string): StoryCommand => ({
  type: 'CancelWithdrawal',
  effectiveOn,
  requestId: idOf(500),
  memberId: 'm1',
})

test('a request keeps what it was answered: the day and the reason where it waits', () => {
  const rest: StoryCommand = { type: 'RecordExpense', effectiveOn: '2025-01-15', amount: 1_000_000 }
  const [now] = waitingIn(villageAfter([...begun, asks('m1', 100_000)]))
  expect(now).toMatchObject({ payNow: 100_000, queued: 0, amount: 100_000, left: 100_000 })
  expect([now!.expectedOn, now!.why]).toEqual([undefined, undefined])
  // 300,000 are left beside 1,000,000 saved: 125,000 can go.
  const [waits] = waitingIn(villageAfter([...begun, rest, asks('m1', 200_000)]))
  expect(waits).toMatchObject({
    payNow: 125_000,
    queued: 75_000,
    expectedOn: '2027-01-20',
    why: 'not-before-loans-return',
  })
})

test('a request is given up by its own number alone', () => {
  const village = villageAfter([...begun, asks('m1', 100_000)])
  const other = { ...cancels('2025-02-10'), requestId: idOf(501) } as StoryCommand
  expect(wordOf(village, other)).toBe('withdrawal-unknown')
})

test('what one member asks for takes nothing of what another may ask for', () => {
  const village = villageAfter([...begun, asks('m1', 600_000)])
  expect(wordOf(village, { ...asks('m2', 400_000), id: idOf(501) } as StoryCommand)).toBe(
    'recorded',
  )
  expect(wordOf(village, { ...asks('m2', 400_001), id: idOf(501) } as StoryCommand)).toBe(
    'more-than-own-savings',
  )
})

test('a request may be given up on its own day, and not before it', () => {
  const village = villageAfter([...begun, asks('m1', 100_000)])
  expect(wordOf(village, cancels('2025-01-31'))).toBe('withdrawal-unknown')
  expect(wordOf(village, cancels('2025-02-01'))).toBe('recorded')
})

test('what was given up may be asked for again, and what was handed out before stays handed out', () => {
  const told = [...begun, asks('m1', 100_000), takes('2025-02-10', 30_000), cancels('2025-02-20')]
  const village = villageAfter(told)
  expect(waitingIn(village)).toMatchObject([{ paid: 30_000, left: 0, cancelledOn: '2025-02-20' }])
  const again = (amount: number) => ({ ...asks('m1', amount), id: idOf(501) }) as StoryCommand
  expect(wordOf(village, again(570_000))).toBe('recorded')
  expect(wordOf(village, again(570_001))).toBe('more-than-own-savings')
})

test('a request that was handed out whole waits no more; one unit less, and it does', () => {
  const after = (amount: number) =>
    wordOf(
      villageAfter([...begun, asks('m1', 100_000), takes('2025-02-10', amount)]),
      cancels('2025-02-20'),
    )
  expect(after(100_000)).toBe('withdrawal-not-waiting')
  expect(after(99_999)).toBe('recorded')
})
