import { expect, test } from 'vitest'
import { boxCheckOf } from '#src/app/box-check.ts'
import { cardMatches, deskDayOf } from '#src/app/desk-day.ts'
import { loanRegisterOf } from '#src/app/lending/loan-register.ts'
import { carriedOver, flat } from '#test/support/older.ts'
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

/** Nobody pays interest, so that an instalment is a tenth of the loan. */
const charter = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
const opening = { cash: 10_000_000, reserve: 10_000_000 }
const bookWith = (told: readonly StoryCommand[]) =>
  fundBookOf(
    storyOf([
      founded({ charter, opening }),
      ...['m1', 'm2', 'm3', 'm4', 'm5'].map((memberId) => admitted(memberId)),
      ...told,
    ]),
  )
const lent = (loanId: string, memberId: string, more: object = {}): StoryCommand =>
  ({
    ...paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId, memberId }),
    ...more,
  }) as StoryCommand

/** Due on the 25th, where the fund meets on the 20th. */
const onThe25th = { firstDueOn: '2025-02-25' }
const rowsOn = (told: readonly StoryCommand[], day: string) => {
  const { dueByMeeting, dueLater } = deskDayOf(bookWith(told), day)
  return [dueByMeeting, dueLater].map((rows) =>
    rows.map(({ number, amount, dueOn, daysLate }) => `${number} ${amount} ${dueOn} ${daysLate}`),
  )
}

test('what is due by the next meeting stands apart from what is due after it', () => {
  const told = [lent('l1', 'm1'), lent('l2', 'm2', onThe25th)]
  expect(rowsOn(told, '2025-02-20')).toEqual([['L1 10000 2025-02-20 0'], ['L2 10000 2025-02-25 0']])
  // A day later the next meeting is that of March, and by then both are due.
  expect(rowsOn(told, '2025-02-21')).toEqual([
    ['L1 20000 2025-03-20 1', 'L2 10000 2025-02-25 0'],
    [],
  ])
  // What is late is asked for at the meeting, also where the next instalment comes after it.
  expect(rowsOn(told, '2025-02-26')[0]).toEqual(['L1 20000 2025-03-20 6', 'L2 10000 2025-03-20 1'])
})

test('the latest loans come first, then the earliest day, then the card', () => {
  const told = [
    lent('l5', 'm5'),
    lent('l3', 'm3'),
    lent('l4', 'm4', onThe25th),
    lent('l2', 'm2'),
    lent('l1', 'm1'),
    paid('2025-02-20', 10_000, 'l1'),
    paid('2025-02-20', 10_000, 'l2'),
    paid('2025-02-20', 20_000, 'l3'),
    paid('2025-02-20', 90_000, 'l5'),
  ]
  expect(rowsOn(told, '2025-02-28')[0]).toEqual([
    'L4 10000 2025-03-20 3',
    'L1 10000 2025-03-20 0',
    'L2 10000 2025-03-20 0',
  ])
  expect(rowsOn(told, '2025-02-28')[1]!.map((row) => row.slice(0, 2))).toEqual(['L3', 'L5'])
  const late = [lent('l9', 'm1', onThe25th), lent('l2', 'm2'), lent('l1', 'm3')]
  expect(rowsOn(late, '2025-02-28')[0]!.map((row) => row.slice(0, 2))).toEqual(['L2', 'L1', 'L9'])
})

test('a loan is put off from the first day of a window of relief to its last', () => {
  const told = [lent('l1', 'm1'), relieved('2025-03-01', { from: '2025-03-01', to: '2025-04-30' })]
  const isPostponed = (day: string) => {
    const { dueByMeeting, dueLater } = deskDayOf(bookWith(told), day)
    return [...dueByMeeting, ...dueLater][0]!.isPostponed
  }
  expect(['2025-02-28', '2025-03-01', '2025-04-30', '2025-05-01'].map(isPostponed)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a loan that is paid is on no list, and one of a member whom nobody knows has no card', () => {
  const told = [lent('l1', 'm1'), paid('2025-02-10', 100_000)]
  expect(rowsOn(told, '2025-02-09')[0]).toHaveLength(1)
  expect(rowsOn(told, '2025-02-10')).toEqual([[], []])
  const book = { ...bookWith([lent('l1', 'm1')]), members: [] }
  expect(deskDayOf(book, '2025-02-10').dueByMeeting[0]!.card).toBe('')
})

test('a card is found by its number alone, in digits of either script', () => {
  for (const asked of ['M07', ' m 07', '7', '07', '០៧', '007'])
    expect(cardMatches('M07', asked)).toBe(true)
  for (const asked of ['70', '8', '', 'M', 'O07', '7a', '0x7', '7.0', '1e1'])
    expect(cardMatches('M07', asked)).toBe(false)
  expect(cardMatches('M10', '1e1')).toBe(false)
  // Whose card has no number is not found by a zero.
  expect(cardMatches('M', '0')).toBe(false)
})

test('in the register the latest come first, of equals the lower number, and what is asked is the next payment', () => {
  const book = bookWith([
    lent('l5', 'm5'),
    lent('l4', 'm4', onThe25th),
    lent('l3', 'm3'),
    lent('l2', 'm2'),
    lent('l1', 'm1'),
    paid('2025-02-20', 30_000, 'l1'),
    paid('2025-02-20', 30_000, 'l2'),
    { type: 'RecordWriteOff', effectiveOn: '2025-02-27', loanId: 'l3', amount: 100_000 },
  ])
  const { open, givenUp, closed } = loanRegisterOf(book, '2025-02-28')
  expect(open.map(({ number, daysLate }) => [number, daysLate])).toEqual([
    ['L5', 8],
    ['L4', 3],
    ['L1', 0],
    ['L2', 0],
  ])
  // As on the day's list: what is late is asked for at the meeting.
  expect(open[1]!.next).toMatchObject({ on: '2025-03-20', amount: 10_000 })
  // Nobody is late with what was given up.
  expect(
    givenUp.map(({ number, daysLate, next, status }) => [number, daysLate, next, status]),
  ).toEqual([['L3', 0, undefined, 'written-off']])
  expect(closed).toEqual([])
  const strangers = loanRegisterOf({ ...book, members: [] }, '2025-02-28')
  expect(strangers.open[0]!.card).toBe('?')
})

test('when every instalment has passed, what is left is asked for at the next meeting', () => {
  const book = bookWith([lent('l1', 'm1', { months: 1 })])
  const next = (day: string) => loanRegisterOf(book, day).open[0]!.next
  expect(next('2025-02-20')).toMatchObject({ on: '2025-02-20', amount: 100_000 })
  expect(next('2025-02-21')).toMatchObject({ on: '2025-03-20', amount: 100_000 })
})

test('of a loan of an older book is told what is not demanded and how many papers are held', () => {
  const book = bookWith([
    carriedOver({ ...flat('3'), securities: ['land-title', 'id-card'] }),
    {
      type: 'ReturnSecurity',
      effectiveOn: '2025-02-10',
      loanId: 'l1',
      security: 'id-card',
    },
  ])
  const left = (day: string) => loanRegisterOf(book, day).open[0]!.left
  expect(left('2025-02-09').papers).toBe(2)
  expect(left('2025-02-10').papers).toBe(1)
  expect(left('2025-01-01').notDemanded).toBe(0)
  // Three months of 30,000 as it was written, where the fund asks for 1.5 % of 500,000.
  expect(left('2025-03-20').notDemanded).toBe(67_500)
})

test('a box is held against the book as it was when it was last closed', () => {
  const closed = (effectiveOn: string, amount: number, isByNote = false): StoryCommand => ({
    type: 'CloseMeeting',
    effectiveOn,
    count: {
      amount,
      isByNote,
    },
  })
  const opened = (effectiveOn: string): StoryCommand => ({
    type: 'OpenMeeting',
    effectiveOn,
    count: {
      amount: 10_000_000,
      isByNote: false,
    },
  })
  const spent = (effectiveOn: string, amount: number): StoryCommand => ({
    type: 'RecordExpense',
    effectiveOn,
    amount,
  })
  const book = bookWith([
    opened('2025-03-20'),
    closed('2025-03-20', 9_990_000),
    opened('2025-01-20'),
    closed('2025-01-20', 10_000_000, true),
    opened('2025-02-20'),
    closed('2025-02-20', 10_000_000),
    opened('2025-04-20'),
    spent('2025-03-20', 7_000),
    // Since then the box has moved on.
    spent('2025-03-21', 3_000),
  ])
  expect(boxCheckOf(book, '2025-01-19')).toBeUndefined()
  const of = (on: string, booked: number, found: number, isByNote = false) => ({
    on,
    booked,
    found,
    isByNote,
  })
  expect(boxCheckOf(book, '2025-01-20')).toEqual(of('2025-01-20', 10_000_000, 10_000_000, true))
  expect(boxCheckOf(book, '2025-03-21')).toEqual(of('2025-03-20', 9_993_000, 9_990_000))
  expect(boxCheckOf(book, '2025-03-19')).toEqual(of('2025-02-20', 10_000_000, 10_000_000))
  expect(boxCheckOf(book, '2025-03-20')).toEqual(of('2025-03-20', 9_993_000, 9_990_000))
  // A meeting that was opened and not closed says nothing of the box.
  expect(boxCheckOf(book, '2025-04-20')).toEqual(of('2025-03-20', 9_993_000, 9_990_000))
})
