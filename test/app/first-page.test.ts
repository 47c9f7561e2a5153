import { expect, test } from 'vitest'
import { isBoxOpen, meetingDayOf, todayOf } from '#src/app/today.ts'
import { committeeStory } from '#test/support/committee.ts'
import { fundBookOf, paidOut } from '#test/support/village.ts'

const book = fundBookOf(
  committeeStory([
    paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l1', memberId: 'm1' }),
    paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l2', memberId: 'm2' }),
    {
      ...paidOut({
        on: '2025-01-20',
        principal: 100_000,
        months: 10,
        loanId: 'l3',
        memberId: 'm3',
      }),
      firstDueOn: '2025-02-25',
    } as never,
  ]),
)
const held = (heldOn: string, isClosed = false) => ({
  heldOn,
  present: [],
  absent: [],
  opening: { amount: 1, isByNote: false, entryId: heldOn },
  closing: isClosed ? { amount: 1, isByNote: false, entryId: heldOn } : undefined,
})
const withMeetings = (...meetings: readonly object[]) => ({ ...book, meetings }) as typeof book

test('of several late loans the first page tells how many there are, and for how long the latest is', () => {
  expect(todayOf(book, '2025-02-26', new Map()).late).toEqual({ count: 3, days: 6 })
  expect(todayOf(book, '2025-02-21', new Map()).late).toEqual({ count: 2, days: 1 })
})

test('of two meetings that nobody closed the newer one is gone on with, and of one that was closed nothing', () => {
  const two = withMeetings(held('2025-02-18'), held('2025-02-20'), held('2025-02-21', true))
  expect(meetingDayOf(two, '2025-02-21')).toBe('2025-02-20')
  expect(isBoxOpen(two, '2025-02-21')).toBe(true)
  expect(meetingDayOf(withMeetings(held('2025-02-21', true)), '2025-02-21')).toBe('2025-02-21')
})

test('a meeting that nobody closed is waited for on its seventh day, and no longer', () => {
  const one = withMeetings(held('2025-02-20'))
  expect(meetingDayOf(one, '2025-02-26')).toBe('2025-02-20')
  expect(meetingDayOf(one, '2025-02-27')).toBe('2025-02-27')
  expect(isBoxOpen(one, '2025-02-27')).toBe(false)
})
