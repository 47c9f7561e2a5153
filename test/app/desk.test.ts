import { expect, test } from 'vitest'
import {
  dueBy,
  repaymentEffect,
  repaymentInBook,
  savedThrough,
  savingEffect,
  settlementOn,
} from '#src/app/lending/before-after.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import { viewChanges } from '#src/app/views.ts'
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

/** 400,000 over four months at 1.5 % a month, paid out on the day of the meeting. */
const lent = paidOut({ on: '2025-01-20', principal: 400_000, months: 4 })
const storyWith = (told: readonly StoryCommand[] = []) =>
  storyOf([
    founded({ opening: { cash: 10_000_000, reserve: 10_000_000 } }),
    admitted('m1'),
    admitted('m2'),
    lent,
    ...told,
  ])
const bookWith = (told: readonly StoryCommand[] = []) => fundBookOf(storyWith(told))
const loanWith = (told: readonly StoryCommand[] = []) => bookWith(told).loans[0]!

test('nothing falls due the day before, the whole instalment on its day, and the same the day after', () => {
  const due = (day: string) => dueBy(loanWith(), day)
  expect(due('2025-02-19')).toEqual({ interest: 0, principal: 0, total: 0 })
  expect(due('2025-02-20')).toEqual({ interest: 6000, principal: 100_000, total: 106_000 })
  expect(due('2025-02-21')).toEqual({ interest: 6000, principal: 100_000, total: 106_000 })
  expect(due('2025-01-19')).toEqual({ interest: 0, principal: 0, total: 0 })
})

test('of two instalments that are late both fall due, and of a loan that is paid nothing', () => {
  expect(dueBy(loanWith(), '2025-03-20')).toMatchObject({ principal: 200_000, total: 212_000 })
  expect(dueBy(loanWith(), '2025-03-19')).toMatchObject({ principal: 100_000 })
  const settled = loanWith([paid('2025-02-20', [6000, 400_000])])
  expect(dueBy(settled, '2025-06-20')).toEqual({ interest: 0, principal: 0, total: 0 })
})

test('what settles a loan is all that is owed with the interest of the days', () => {
  expect(settlementOn(loanWith(), '2025-01-20')).toBe(400_000)
  // 400,000 x 1.5 % x 15 / 30
  expect(settlementOn(loanWith(), '2025-02-04')).toBe(403_000)
  expect(settlementOn(loanWith(), '2025-02-20')).toBe(406_000)
  // Where all that is left falls due, that sum is what falls due.
  const last = loanWith([paid('2025-02-20', [6000, 300_000])])
  expect(dueBy(last, '2025-05-20').total).toBe(settlementOn(last, '2025-05-20'))
})

const effect = (
  amount: number,
  {
    on = '2025-02-20',
    today = on,
    told = [],
    ...more
  }: { on?: string; today?: string; told?: readonly StoryCommand[]; excessTo?: 'savings' } = {},
) => {
  const book = bookWith(told)
  return repaymentEffect(
    { book, loan: book.loans[0]! },
    { id: 'zz', effectiveOn: on, amount, ...more },
    today,
  )
}
const asked = (...told: Parameters<typeof effect>) =>
  effect(...told).asksAgain.map(({ why, than }) => `${why} ${than}`)

test('a repayment is shown with its split, and with what was owed before and is owed after', () => {
  expect(effect(106_000)).toMatchObject({
    currency: 'KHR',
    interest: 6000,
    principal: 100_000,
    excess: 0,
    isExcessSaved: false,
    owedBefore: 400_000,
    owedAfter: 300_000,
    movesLater: false,
  })
  expect(effect(407_000, { excessTo: 'savings' })).toMatchObject({
    principal: 400_000,
    excess: 1000,
    isExcessSaved: true,
    owedAfter: 0,
  })
})

test('money of an earlier day moves what is in the book, money of the same day does not', () => {
  const told = [paid('2025-02-20', [6000, 100_000])]
  const moves = (on: string) => effect(50_000, { on, today: '2025-03-01', told }).movesLater
  expect(moves('2025-02-19')).toBe(true)
  expect(moves('2025-02-20')).toBe(false)
  expect(moves('2025-02-21')).toBe(false)
})

test('three times the instalment is asked about again, and one riel less is not', () => {
  expect(asked(317_999)).toEqual([])
  expect(asked(318_000)).toEqual(['three-times-instalment 106000'])
  const settled = [paid('2025-02-20', [6000, 400_000])]
  expect(asked(318_000, { told: settled, on: '2025-03-20' })).toEqual([])
})

test('ten times the usual sum is asked about again, by the middle one of all that was paid', () => {
  const told = [1000, 2000, 90_000].map((sum, i) => paid(`2025-02-1${i}`, sum))
  expect(asked(19_999, { told })).toEqual([])
  expect(asked(20_000, { told })).toEqual(['ten-times-usual 2000'])
  const others = [
    paidOut({ on: '2025-01-20', principal: 400_000, months: 4, loanId: 'l2', memberId: 'm2' }),
    paid('2025-02-10', 1000, 'l2'),
  ]
  expect(asked(20_000, { told: others })).toEqual([])
})

test('the same sum on the same day is asked about again, another sum and another day are not', () => {
  const told = [paid('2025-02-20', 50_000)]
  expect(asked(50_000, { told })).toEqual(['already-that-day 50000'])
  expect(asked(50_100, { told })).toEqual([])
  expect(asked(50_000, { told, on: '2025-02-21' })).toEqual([])
})

test('a repayment that is in the book is told with its split and what is left through a day', () => {
  const loan = loanWith([paid('2025-02-20', [6000, 100_000])])
  const [{ id }] = loan.repayments as [(typeof loan.repayments)[number]]
  expect(repaymentInBook(loan, id, '2025-02-20')).toMatchObject({
    split: { interest: 6000, principal: 100_000 },
    owed: 300_000,
  })
  expect(repaymentInBook(loan, id, '2025-02-19')).toEqual({ split: undefined, owed: 400_000 })
})

const shares = (on: string, n: number, memberId = 'm1'): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn: on,
  memberId,
  shares: n,
})
const saving = (told: readonly StoryCommand[], n: number, on = '2025-03-20') => {
  const story = storyWith(told)
  const account = 'liability:savings:m1'
  const postings = viewChanges(story.village, story.entries).postings
  const facts = { book: fundBookOf(story), postings: postings.filter((p) => p.account === account) }
  return savingEffect(facts, { memberId: 'm1', effectiveOn: on, shares: n }, '2025-03-20')
}

test('shares are shown with what was saved through today before them, and after', () => {
  const told = [shares('2025-02-20', 2), shares('2025-03-21', 1), shares('2025-02-20', 5, 'm2')]
  expect(saving(told, 3)).toMatchObject({
    shareValue: 5000,
    sharesMax: 5,
    amount: 15_000,
    savedBefore: 10_000,
    savedAfter: 25_000,
    asksAgain: [],
  })
  const book = bookWith(told)
  expect(savedThrough(book, 'm1', '2025-02-19')).toBe(0)
  expect(savedThrough(book, 'm1', '2025-02-20')).toBe(10_000)
  expect(savedThrough(book, 'm1', '2025-03-21')).toBe(15_000)
})

test('shares of the same day, and ten times the usual, are asked about again', () => {
  const told = [shares('2025-03-20', 2), shares('2025-03-20', 1)]
  expect(saving(told, 1).asksAgain).toEqual([{ why: 'already-that-day', than: 15_000 }])
  expect(saving([shares('2025-03-19', 1)], 9).asksAgain).toEqual([])
  expect(saving([shares('2025-03-19', 1)], 10).asksAgain).toEqual([
    { why: 'ten-times-usual', than: 5000 },
  ])
})

const second = paidOut({
  on: '2025-02-25',
  principal: 50_000,
  months: 1,
  loanId: 'l2',
  memberId: 'm2',
})
const desk = (today: string, told: readonly StoryCommand[] = [second]) => {
  const { dueByMeeting, dueLater, nextMeeting } = deskDayOf(bookWith(told), today)
  const line = (one: (typeof dueLater)[number]) =>
    `${one.card} ${one.amount} ${one.dueOn} ${one.daysLate}${one.isPostponed ? ' postponed' : ''}`
  return { due: dueByMeeting.map(line), later: dueLater.map(line), nextMeeting }
}

test('the desk asks by the next meeting, which is today on its day', () => {
  // 50,000 x 1.5 % x 23 / 30, rounded down to a hundred.
  expect(desk('2025-03-19')).toEqual({
    nextMeeting: '2025-03-20',
    due: ['M1 212000 2025-03-20 27', 'M2 50500 2025-03-20 0'],
    later: [],
  })
  expect(desk('2025-03-20').nextMeeting).toBe('2025-03-20')
  expect(desk('2025-03-21').nextMeeting).toBe('2025-04-20')
})

test('what falls due after the next meeting alone stands apart, with its own day', () => {
  const told = [
    paid('2025-02-20', [6000, 100_000]),
    relieved('2025-03-01', { from: '2025-03-01', to: '2025-03-31' }),
  ]
  const { due, later } = desk('2025-03-19', told)
  expect(due).toEqual([])
  expect(later).toEqual([expect.stringMatching(/^M1 10\d{4} 2025-04-20 0 postponed$/)])
})

test('the latest come first, then by day; a loan that is paid is on no list', () => {
  expect(desk('2025-04-20').due.map((one) => one.slice(0, 2))).toEqual(['M1', 'M2'])
  const settled = [second, paid('2025-03-01', [8000, 400_000])]
  expect(desk('2025-03-21', settled)).toMatchObject({
    later: [],
    due: [expect.stringMatching(/^M2/)],
  })
})

test('what relief puts off is marked from its first to its last day', () => {
  const told = [relieved('2025-02-01', { from: '2025-02-10', to: '2025-02-15' })]
  const isMarked = (day: string) => {
    const { due, later } = desk(day, told)
    return [...due, ...later].some((one) => one.endsWith('postponed'))
  }
  expect(['2025-02-09', '2025-02-10', '2025-02-15', '2025-02-16'].map(isMarked)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a card is found by its number in either script, and by no other number', () => {
  for (const typed of ['M07', 'm 07', '7', '07', '៧']) expect(cardMatches('M07', typed)).toBe(true)
  for (const typed of ['M08', '8', '70', '', 'M', 'x7'])
    expect(cardMatches('M07', typed)).toBe(false)
})
