import { expect, test } from 'vitest'
import { meetingAfter, meetingFrom } from '#domain/fund/charter/meeting-days.ts'

const monthly = { meetingDay: 20 }
/** Besides the 20th each Wednesday: 1 January 2025 was one. */
const weekly = { meetingDay: 20, meetingWeekday: 3 }

test('a village that meets by the month meets on that day of it', () => {
  expect(meetingAfter(monthly, '2025-01-20')).toBe('2025-02-20')
  expect(meetingFrom(monthly, '2025-01-20')).toBe('2025-01-20')
  expect(meetingAfter({ meetingDay: 31 }, '2025-02-01')).toBe('2025-02-28')
})

test('a village that meets each week too meets on whichever day comes first', () => {
  expect(meetingAfter(weekly, '2025-01-01')).toBe('2025-01-08')
  expect(meetingFrom(weekly, '2025-01-01')).toBe('2025-01-01')
  expect(meetingAfter(weekly, '2025-01-15')).toBe('2025-01-20')
  expect(meetingAfter(weekly, '2025-01-20')).toBe('2025-01-22')
  expect(meetingFrom(weekly, '2025-01-20')).toBe('2025-01-20')
  expect(meetingAfter({ ...weekly, meetingWeekday: 7 }, '2025-01-25')).toBe('2025-01-26')
})
