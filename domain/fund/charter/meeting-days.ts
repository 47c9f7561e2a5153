import type { Charter } from '#domain/fund/charter/charter.ts'
import {
  type LocalDate,
  dayBefore,
  daysAfter,
  earlier,
  nextMonthlyDay,
  weekdayOf,
} from '#domain/kernel/dates.ts'

type Meeting = Pick<Charter, 'meetingDay' | 'meetingWeekday'>

/** The first meeting by the charter that comes after a day: that of the month, or that of the week where there is one. */
export const meetingAfter = (
  { meetingDay, meetingWeekday }: Meeting,
  day: LocalDate,
): LocalDate => {
  const ofMonth = nextMonthlyDay(day, meetingDay)
  if (meetingWeekday === undefined) return ofMonth
  const ahead = (meetingWeekday - weekdayOf(day) + 7) % 7
  return earlier(ofMonth, daysAfter(day, ahead === 0 ? 7 : ahead))
}

/** The same, where the day itself counts as the next meeting until it is over. */
export const meetingFrom = (charter: Meeting, day: LocalDate): LocalDate =>
  meetingAfter(charter, dayBefore(day))
