import { expect, test } from 'vitest'
import { savingsOperations } from '#domain/savings/operations.ts'
import { queueKey } from '#domain/savings/queue.ts'
import { lastSplitOf } from '#domain/savings/share-outs.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { allOfUs, byMeeting, reversed, wordOf } from '#test/support/committee.ts'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { type StoryCommand, answerTo, bodyOf, booked } from '#test/support/village.ts'

const buys = (memberId: string, count: number, effectiveOn: string): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares: count,
})
const donated = (effectiveOn: string): StoryCommand => ({
  type: 'RecordDonation',
  effectiveOn,
  amount: 10_000,
})
const closed = (effectiveOn: string): StoryCommand => ({ type: 'ClosePeriod', effectiveOn })
type Out = Extract<StoryCommand, { type: 'ShareOut' }>
const split = (effectiveOn: string, more: Partial<Out> = {}): StoryCommand => ({
  type: 'ShareOut',
  effectiveOn,
  isSurplusSplit: true,
  payOut: 'nothing',
  ballot: allOfUs,
  ...more,
})
const givenBack = (effectiveOn: string, more: Partial<Out> = {}) =>
  split(effectiveOn, { isSurplusSplit: false, payOut: 'shares-and-parts', ...more })

/** m1 and m2 each bought shares in January; 10,000 were given and the month was closed. */
const begun = [
  buys('m1', 2, '2025-01-20'),
  buys('m2', 1, '2025-01-20'),
  donated('2025-01-25'),
  closed('2025-01-31'),
]
const planned = (told: readonly StoryCommand[], one: StoryCommand) => {
  const body = bodyOf(answerTo(savingAfter(told), one))
  if (body.type !== 'SharedOut') throw new Error(body.type)
  return body
}
const monthsIn = (told: readonly StoryCommand[], one: StoryCommand) =>
  planned(told, one).rows.map(({ memberId, shareMonths }) => [memberId, shareMonths])

test('of 10,000 the members get 6,000, two to one, the reserve 3,000 and running costs 1,000', () => {
  const { pool, members, reserve, runningCosts, rows } = planned(begun, split('2025-02-20'))
  expect([pool, members, reserve, runningCosts]).toEqual([10_000, 6_000, 3_000, 1_000])
  expect(rows.map(({ part }) => part)).toEqual([4_000, 2_000])
  const village = savingAfter([...begun, split('2025-02-20')])
  expect(booked(village, 'liability:savings:m1')).toBe(-14_000)
  expect(booked(village, 'equity:undistributed-surplus')).toBe(0)
  expect(booked(village, 'equity:reserve')).toBe(-100_003_000)
  expect(booked(village, 'equity:running-costs-reserve')).toBe(-1_000)
})

test('one share-out a day, each after the last one that stands', () => {
  const once = [...begun, split('2025-02-20'), donated('2025-02-15'), closed('2025-02-28')]
  const word = (told: readonly StoryCommand[], on: string) => wordOf(savingAfter(told), split(on))
  expect(word(once, '2025-02-19')).toBe('share-out-before-the-last')
  expect(word(once, '2025-02-20')).toBe('share-out-before-the-last')
  expect(word(once, '2025-03-20')).toBe('recorded')
  const taken = [...begun, split('2025-02-20'), reversed(nthSaved(5), '2025-02-25')]
  expect(word(taken, '2025-02-20')).toBe('recorded')
  // The first of two that stand is no bar; the last one is.
  const back = givenBack('2025-03-10')
  expect(word([...once, back], '2025-03-10')).toBe('share-out-before-the-last')
  expect(word([...once, back], '2025-03-11')).toBe('no-share-months')
  expect(word([...once, back], '2025-03-20')).toBe('no-share-months')
})

test('months are counted anew from the last split that stands', () => {
  const more = [donated('2025-03-25'), closed('2025-03-31')]
  // They were bought on the day of a meeting, which counts.
  expect(monthsIn(begun, split('2025-02-20'))).toEqual([
    ['m1', 4],
    ['m2', 2],
  ])
  const twice = [...begun, split('2025-02-20'), ...more]
  expect(monthsIn(twice, split('2025-05-20'))).toEqual([
    ['m1', 6],
    ['m2', 3],
  ])
  const taken = [...begun, split('2025-02-20'), reversed(nthSaved(5), '2025-02-25'), ...more]
  expect(monthsIn(taken, split('2025-05-20'))).toEqual([
    ['m1', 10],
    ['m2', 5],
  ])
})

test('shares that were given back without a split keep the months in which they stood', () => {
  const back = [...begun, givenBack('2025-03-25'), buys('m2', 3, '2025-03-25')]
  expect(monthsIn(back, split('2025-04-20'))).toEqual([
    ['m1', 6],
    ['m2', 3],
  ])
  const later = [...back, buys('m2', 1, '2025-03-26')]
  expect(monthsIn(later, split('2025-04-20'))).toEqual([
    ['m1', 6],
    ['m2', 4],
  ])
})

test('a giving back of shares that is taken back leaves them as they were', () => {
  const told = [...begun, givenBack('2025-03-25')]
  expect(monthsIn([...told, reversed(nthSaved(5), '2025-04-01')], split('2025-04-20'))).toEqual([
    ['m1', 8],
    ['m2', 4],
  ])
})

test('giving shares back without a split needs shares, and says that they are handed out', () => {
  const village = savingAfter(begun)
  expect(wordOf(village, givenBack('2025-02-20'))).toBe('recorded')
  for (const payOut of ['parts', 'nothing'] as const)
    expect(wordOf(village, givenBack('2025-02-20', { payOut }))).toBe('nothing-to-share-out')
  expect(wordOf(savingAfter([]), givenBack('2025-02-20'))).toBe('nothing-to-share-out')
  // Before they were bought there is nothing to give back.
  expect(wordOf(village, givenBack('2025-01-19'))).toBe('nothing-to-share-out')
  expect(planned(begun, givenBack('2025-02-20'))).toMatchObject({ pool: 0, postings: [] })
})

test('more hands for it than against it, and a tie is no', () => {
  const word = (yes: number, no: number) =>
    wordOf(savingAfter(begun), split('2025-02-20', { ballot: byMeeting({ present: 9, yes, no }) }))
  expect([word(4, 3), word(4, 4), word(4, 5)]).toEqual(['recorded', 'vote-lost', 'vote-lost'])
})

test('each who is to get something stands in the queue from the day of the share-out, nobody else', () => {
  const out = [...begun, buys('m3', 1, '2025-02-21'), split('2025-02-20', { payOut: 'parts' })]
  const waiting = waitingIn(savingAfter(out))
  expect(waiting).toMatchObject([
    { requestId: nthSaved(6), memberId: 'm1', amount: 4_000, askedOn: '2025-02-20', payNow: 4_000 },
    { requestId: nthSaved(6), memberId: 'm2', amount: 2_000, askedOn: '2025-02-20', payNow: 2_000 },
  ])
  expect(
    waiting.every(({ expectedOn, why }) => expectedOn === undefined && why === undefined),
  ).toBe(true)
  expect(waitingIn(savingAfter([...begun, split('2025-02-20')]))).toEqual([])
})

test('what cannot be handed out at once waits with the day and the reason of the share-out', () => {
  // All but 13,000 of the cash is spent: a fifth of what stays saved must stay.
  const spent: StoryCommand = {
    type: 'RecordExpense',
    effectiveOn: '2025-02-01',
    amount: 100_012_000,
  }
  const told = [...begun, spent, givenBack('2025-02-20')]
  const waiting = waitingIn(savingAfter(told))
  expect(waiting.map(({ memberId, payNow, queued }) => [memberId, payNow, queued])).toEqual([
    ['m1', 8_300, 1_700],
    ['m2', 4_200, 800],
  ])
  for (const one of waiting)
    expect(one).toMatchObject({ expectedOn: '2027-02-20', why: 'not-before-loans-return' })
  expect(waiting.map(({ amount }) => amount)).toEqual([10_000, 5_000])
})

test('who gets all of it at once waits for no day, though another one does', () => {
  // 14,920 in cash: 14,900 can go, and a fifth of the hundred that stays is there still.
  const spent: StoryCommand = {
    type: 'RecordExpense',
    effectiveOn: '2025-02-01',
    amount: 100_010_080,
  }
  const [m1, m2] = waitingIn(savingAfter([...begun, spent, givenBack('2025-02-20')]))
  expect(m1).toMatchObject({ payNow: 9_900, queued: 100, expectedOn: '2027-02-20' })
  expect(m2).toMatchObject({ payNow: 5_000, queued: 0 })
  expect([m2!.expectedOn, m2!.why]).toEqual([undefined, undefined])
})

const asksFor = (memberId: string, amount: number): StoryCommand => ({
  type: 'RequestWithdrawal',
  effectiveOn: '2025-02-10',
  memberId,
  amount,
})

test('shares may be given back of which nothing can be handed out yet', () => {
  const spent: StoryCommand = {
    type: 'RecordExpense',
    effectiveOn: '2025-02-01',
    amount: 100_022_000,
  }
  const { rows } = planned([...begun, spent], givenBack('2025-02-20'))
  expect(rows.map(({ payNow, queued }) => [payNow, queued])).toEqual([
    [0, 10_000],
    [0, 5_000],
  ])
})

test('a share-out is about whoever it puts into the queue, also of whom nothing is handed out yet, and nobody else', () => {
  const spent: StoryCommand = {
    type: 'RecordExpense',
    effectiveOn: '2025-02-01',
    amount: 100_022_000,
  }
  const about = (told: readonly StoryCommand[], out: StoryCommand) => {
    const body = bodyOf(answerTo(savingAfter(told), out))
    return savingsOperations.about(body as never, nthSaved(9)).map(({ kind, key }) => [kind, key])
  }
  const itself = ['share-out', nthSaved(9)]
  const waits = (memberId: string) => ['withdrawal', queueKey(nthSaved(9), memberId)]
  expect(about([...begun, spent], givenBack('2025-02-20'))).toEqual([
    itself,
    waits('m1'),
    waits('m2'),
  ])
  expect(about(begun, split('2025-02-20'))).toEqual([itself])
})

test('what was asked for already, in one request or in several, is not given back once more', () => {
  const some = [...begun, asksFor('m1', 3_000), asksFor('m1', 2_000), asksFor('m2', 500)]
  const { rows } = planned(some, givenBack('2025-02-20'))
  expect(rows.map(({ payNow }) => payNow)).toEqual([5_000, 4_500])
  const one = planned([...begun, asksFor('m1', 10_000)], givenBack('2025-02-20'))
  expect(one.rows.map(({ payNow }) => payNow)).toEqual([0, 5_000])
  const all = [...begun, asksFor('m1', 10_000), asksFor('m2', 5_000)]
  expect(wordOf(savingAfter(all), givenBack('2025-02-20'))).toBe('nothing-to-share-out')
})

test('shares that stood on no meeting day since have no part in a surplus', () => {
  const late = [donated('2025-01-25'), closed('2025-01-31'), buys('m1', 2, '2025-02-21')]
  expect(wordOf(savingAfter(late), split('2025-02-25'))).toBe('no-share-months')
  expect(wordOf(savingAfter(late), split('2025-03-19'))).toBe('no-share-months')
  expect(wordOf(savingAfter(late), split('2025-03-20'))).toBe('recorded')
})

test('the last split is the latest that stands, in whatever order they are listed', () => {
  const of = (on: string, more: object = {}) => ({
    ...planned(begun, split('2025-02-20')),
    entryId: on,
    on,
    ...more,
  })
  const two = [of('2025-02-20'), of('2025-03-20')]
  expect([two, two.toReversed()].map(lastSplitOf)).toEqual(['2025-03-20', '2025-03-20'])
  expect(lastSplitOf([...two, of('2025-04-20', { isTakenBack: true })])).toBe('2025-03-20')
  expect(lastSplitOf([...two, of('2025-04-20', { isSurplusSplit: false })])).toBe('2025-03-20')
  expect(lastSplitOf([])).toBe(undefined)
})

test('of a share-out that is taken back nobody waits for anything', () => {
  const told = [...begun, split('2025-02-20', { payOut: 'parts' })]
  const { village } = savingStory([...told, reversed(nthSaved(5), '2025-02-25')])
  expect(waitingIn(village)).toMatchObject([
    { memberId: 'm1', left: 0, cancelledOn: '2025-02-20' },
    { memberId: 'm2', left: 0, cancelledOn: '2025-02-20' },
  ])
  expect([...village.shareOuts.values()]).toMatchObject([{ isTakenBack: true }])
})

test('a request that a member made stays when a share-out is taken back', () => {
  const asks: StoryCommand = {
    type: 'RequestWithdrawal',
    effectiveOn: '2025-02-10',
    memberId: 'm1',
    amount: 3_000,
  }
  const told = [...begun, asks, split('2025-02-20', { payOut: 'parts' })]
  const waiting = waitingIn(savingAfter([...told, reversed(nthSaved(6), '2025-02-25')]))
  expect(waiting.map(({ amount, left }) => [amount, left])).toEqual([
    [3_000, 3_000],
    [4_000, 0],
    [2_000, 0],
  ])
})
