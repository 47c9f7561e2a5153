import type { LocalDate } from '#domain/kernel/dates.ts'
import { dayIn } from '#src/app/network/home.ts'

/** Where a service keeps its clock that was told no other place. */
export const defaultTimeZone = 'Asia/Phnom_Penh'

/** An instant as the village's calendar and clock show it. */
export const villageTimeOf = (
  instant: string,
  timeZone: string = defaultTimeZone,
): { readonly day: LocalDate; readonly time: string } => ({
  day: dayIn(instant, timeZone),
  time: new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant)),
})
