import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import type { FundBook } from '#domain/health/book.ts'
import { goalOf, keepGoal } from '#src/app/household/goals.ts'
import { daysOfMonth, leafOf, monthsOfBook } from '#src/app/proof/leaf.ts'
import { answerAsk, ask, asksOf, dropAsks, membersAsking } from '#src/app/household/own-asks.ts'
import { keepSumsOut, leavesSumsOut } from '#src/app/household/own-choices.ts'
import { dayToShow, ownViewOf } from '#src/app/household/own-view.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { withoutSums } from '#src/app/household/sumless-view.ts'
import { viewChanges } from '#src/app/views.ts'
import { slowWrites } from '#test/support/slow-writes.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const saved = (on: string, amount: number, memberId = 'm1'): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn: on,
  memberId,
  amount,
})
const shares = (on: string, n: number): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: on,
  memberId: 'm1',
  shares: n,
})

const facts = (told: readonly StoryCommand[] = []) => {
  const story = storyOf([
    founded({ opening: { cash: 10_000_000, reserve: 10_000_000 } }),
    admitted('m1'),
    admitted('m2'),
    ...told,
  ])
  const savingsPostings = viewChanges(story.village, story.entries).postings.filter(
    ({ account }) => account === 'liability:savings:m1',
  )
  return { book: fundBookOf(story), savingsPostings }
}

const life = [
  shares('2025-01-20', 2),
  paidOut({ on: '2025-01-20', principal: 400_000, months: 4 }),
  saved('2025-02-01', 3000),
  paid('2025-02-20', [6000, 100_000]),
  shares('2025-02-20', 1),
  saved('2025-03-01', 500),
]

test('a leaf of the passbook has the lines of its days, and what stood before the first and after the last', () => {
  const { book, savingsPostings } = facts(life)
  const leaf = leafOf(book, 'm1', { from: '2025-02-01', to: '2025-02-28', savingsPostings })!
  expect(leaf).toMatchObject({
    card: 'M1',
    currency: 'KHR',
    from: '2025-02-01',
    to: '2025-02-28',
    opening: { savings: 10_000, owed: 400_000 },
    closing: { savings: 18_000, owed: 300_000 },
    next: { on: '2025-03-20', amount: 104_500 },
  })
  expect(leaf.lines.map(({ on, what, shares: n }) => `${on} ${what} ${n}`)).toEqual([
    '2025-02-01 savings-deposited 0',
    '2025-02-20 shares-bought 1',
    '2025-02-20 repaid 0',
  ])
  expect(leafOf(book, 'nobody', { from: '', to: '2025-02-28', savingsPostings })).toBeUndefined()
})

test('before anything happened nothing stood, and without a loan nothing falls due', () => {
  const { book, savingsPostings } = facts(life.slice(0, 1))
  const leaf = leafOf(book, 'm1', { from: '2025-01-20', to: '2025-01-20', savingsPostings })!
  expect(leaf.opening).toEqual({ savings: 0, owed: 0 })
  expect(leaf.closing).toEqual({ savings: 10_000, owed: 0 })
  expect(leaf.next).toBeUndefined()
  expect(leaf.lines[0]).toMatchObject({ shares: 2, saved: 10_000 })
  const empty = leafOf(book, 'm1', { from: '2025-01-01', to: '2025-01-19', savingsPostings })!
  expect([empty.lines, empty.closing]).toEqual([[], { savings: 0, owed: 0 }])
})

test('what falls due on one day is one sum of all loans, and a later day is none of it', () => {
  const two = (month: string) => [
    ...life.slice(0, 2),
    paidOut({ on: month, principal: 100_000, months: 1, loanId: 'l2', product: 'emergency' }),
  ]
  const next = (told: readonly StoryCommand[]) => {
    const { book, savingsPostings } = facts(told)
    return leafOf(book, 'm1', { from: '2025-02-01', to: '2025-02-10', savingsPostings })!.next
  }
  expect(next(two('2025-01-20'))).toMatchObject({ on: '2025-02-20', amount: 206_000 })
  expect(next(life.slice(0, 2))).toMatchObject({ on: '2025-02-20', amount: 106_000 })
})

test('a book has a leaf for each month from its first to the one of today', () => {
  const { book } = facts()
  expect(monthsOfBook(book, '2025-03-01')).toEqual(['2025-03', '2025-02', '2025-01'])
  expect(monthsOfBook(book, '2025-01-31')).toEqual(['2025-01'])
  expect(monthsOfBook(book, '2024-12-31')).toEqual(['2025-01'])
  const late = { fund: { openedOn: '2025-01-15' } } as FundBook
  expect(daysOfMonth(late, '2025-01', '2025-02-10')).toEqual({
    from: '2025-01-15',
    to: '2025-01-31',
  })
  expect(daysOfMonth(late, '2025-02', '2025-02-10')).toEqual({
    from: '2025-02-01',
    to: '2025-02-10',
  })
  expect(daysOfMonth(late, '2025-02', '2025-03-10')).toEqual({
    from: '2025-02-01',
    to: '2025-02-28',
  })
  expect(daysOfMonth(late, '2025-03', '2025-02-10')).toEqual({
    from: '2025-03-01',
    to: '2025-03-01',
  })
})

const own = (told: readonly StoryCommand[], asOf: string, change = (book: FundBook) => book) => {
  const { book, savingsPostings } = facts(told)
  return ownViewOf(change(book), 'm1', { asOf, savingsPostings })!
}

test('the own page has what was saved and is owed through the day, and nothing of anybody else', () => {
  const told = [...life, saved('2025-02-28', 9000, 'm2')]
  expect(own(told, '2025-02-28')).toMatchObject({
    card: 'M1',
    isFormer: false,
    savings: 18_000,
    shares: 3,
    free: 3000,
    owed: 300_000,
    waiting: 0,
    lineCount: 5,
  })
  expect(own(told, '2025-03-01')).toMatchObject({ savings: 18_500, lineCount: 6 })
})

test('the ten newest lines are shown, the newest first, and all are counted', () => {
  const told = Array.from({ length: 11 }, (_, i) =>
    saved(`2025-02-${String(i + 1).padStart(2, '0')}`, 100),
  )
  const { lines, lineCount } = own(told, '2025-02-28')
  expect(lineCount).toBe(11)
  expect(lines.map(({ on }) => on.slice(-2))).toEqual([
    '11',
    '10',
    '09',
    '08',
    '07',
    '06',
    '05',
    '04',
    '03',
    '02',
  ])
})

test('relief is told to its last day', () => {
  const told = [
    ...life.slice(0, 2),
    relieved('2025-02-05', { from: '2025-02-01', to: '2025-04-30' }),
  ]
  const relief = (asOf: string) => own(told, asOf).loans[0]!.relief
  expect(relief('2025-04-30')).toEqual([
    { eventId: 'E1', kind: 'flood', mayDecline: false, from: '2025-02-01', to: '2025-04-30' },
  ])
  expect(relief('2025-05-01')).toEqual([])
})

const request = (more: object) => ({
  loanId: 'r1',
  asked: { memberId: 'm1', principal: 5000 },
  requestedOn: '2025-02-10',
  state: 'requested',
  ...more,
})

test('a request is told from its day until it is paid out or withdrawn, and only the own one', () => {
  const asked = (asOf: string, more: object = {}) =>
    own([], asOf, (book) => ({ ...book, requests: [request(more)] as never })).requests.map(
      ({ state }) => state,
    )
  expect(asked('2025-02-09')).toEqual([])
  expect(asked('2025-02-10')).toEqual(['requested'])
  expect(asked('2025-02-10', { state: 'refused' })).toEqual(['refused'])
  for (const state of ['paid-out', 'withdrawn']) expect(asked('2025-02-10', { state })).toEqual([])
  expect(asked('2025-02-10', { asked: { memberId: 'm2' } })).toEqual([])
})

const declinedOn = (asOf: string, more: object = {}) =>
  own([], asOf, (book) => ({
    ...book,
    events: [
      {
        eventId: 'E1',
        kind: 'flood',
        declaredOn: '2025-03-05',
        touched: [{ loanId: 'x', from: '2025-03-01', to: '2025-06-10' }],
        told: { from: '2025-03-01', declined: [{ memberId: 'm1', on: '2025-03-06' }], given: [] },
        ...more,
      },
    ] as never,
  })).declined

test('that a household said no is told from its day to the last day on which others are helped', () => {
  const no = [{ eventId: 'E1', kind: 'flood', on: '2025-03-06' }]
  expect(declinedOn('2025-03-05')).toEqual([])
  expect(declinedOn('2025-03-06')).toEqual(no)
  expect(declinedOn('2025-06-10')).toEqual(no)
  expect(declinedOn('2025-06-11')).toEqual([])
  const told = { from: '2025-03-01', given: [] }
  const ended = { ...told, declined: [{ memberId: 'm1', on: '2025-03-06' }], endedOn: '2025-03-07' }
  expect(declinedOn('2025-03-08', { told: ended })).toEqual([])
  const others = { ...told, declined: [{ memberId: 'm2', on: '2025-03-06' }] }
  expect(declinedOn('2025-03-08', { told: others })).toEqual([])
})

test('figures are those of today, or of the first day of a fund that has not begun', () => {
  const { book } = facts()
  expect(dayToShow(book, '2024-12-31')).toBe('2025-01-01')
  expect(dayToShow(book, '2025-01-02')).toBe('2025-01-02')
  expect(nextMeetingOf(book, '2025-01-20')).toBe('2025-01-20')
  expect(nextMeetingOf(book, '2025-01-21')).toBe('2025-02-20')
})

test('the page without sums has the first day on which money is due, whether any is late, and no sum', () => {
  const view = withoutSums(own(life, '2025-03-21'))
  expect(view).toEqual({
    card: 'M1',
    isFormer: false,
    asOf: '2025-03-21',
    next: { on: expect.stringMatching(/^2025-0[34]-20$/), isLate: true },
    lines: expect.arrayContaining([{ on: '2025-03-01', what: 'savings-deposited' }]),
  })
  expect(withoutSums(own(life, '2025-03-20')).next?.isLate).toBe(false)
  expect(withoutSums(own([], '2025-03-20')).next).toBeUndefined()
})

const whose = { fundId: 'f1', memberId: 'm1' }

test('a wish waits once, is answered once, and of the newest twenty nothing is lost', async () => {
  const store = slowWrites(memoryStore())
  const wish = { part: 'name', wish: 'correct', on: '2025-03-01' } as const
  await ask(store, whose, wish)
  await ask(store, whose, { ...wish, on: '2025-03-02' })
  expect(await asksOf(store, whose)).toEqual([wish])
  await ask(store, whose, { ...wish, wish: 'erase' })
  await ask(store, whose, { ...wish, part: 'photo' })
  expect(await asksOf(store, whose)).toHaveLength(3)
  expect(await membersAsking(store, 'f1')).toEqual(new Set(['m1']))
  for (const place of [0, 1, 2, 3])
    await answerAsk(store, whose, { place, answer: 'done', on: '2025-03-03' })
  await answerAsk(store, whose, { place: 0, answer: 'not-done', on: '2025-03-04' })
  expect((await asksOf(store, whose))[0]).toEqual({
    ...wish,
    answer: 'done',
    answeredOn: '2025-03-03',
  })
  expect(await membersAsking(store, 'f1')).toEqual(new Set())
  await ask(store, whose, wish)
  expect(await asksOf(store, whose)).toHaveLength(4)
  await dropAsks(store, whose)
  expect(await asksOf(store, whose)).toEqual([])
  for (let i = 0; i < 21; i += 1) {
    await ask(store, whose, { ...wish, on: `2025-04-${String(i + 1).padStart(2, '0')}` })
    await answerAsk(store, whose, { place: Math.min(i, 19), answer: 'done', on: '2025-05-01' })
  }
  const kept = await asksOf(store, whose)
  expect([kept.length, kept[0]?.on, kept.at(-1)?.on]).toEqual([20, '2025-04-02', '2025-04-21'])
})

test('a goal and whether sums are left out are each member’s own, and can be ended', async () => {
  const store = slowWrites(memoryStore())
  const goal = { amount: 100_000 } as never
  await keepGoal(store, whose, goal)
  expect(await goalOf(store, whose)).toEqual(goal)
  expect(await goalOf(store, { ...whose, memberId: 'm2' })).toBeUndefined()
  await keepGoal(store, whose, undefined)
  expect(await goalOf(store, whose)).toBeUndefined()
  await keepSumsOut(store, whose, true)
  expect(await leavesSumsOut(store, whose)).toBe(true)
  expect(await leavesSumsOut(store, { ...whose, memberId: 'm2' })).toBe(false)
  await keepSumsOut(store, whose, false)
  expect(await leavesSumsOut(store, whose)).toBe(false)
})
