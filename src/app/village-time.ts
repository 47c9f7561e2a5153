import type { LocalDate } from '#domain/kernel/dates.ts'
import { dayIn, partsIn } from '#src/app/network/home.ts'

/** Where a service keeps its clock that was told no other place. */
export const defaultTimeZone = 'Asia/Phnom_Penh'

/** An instant as the village's calendar and clock show it. */
export const villageTimeOf = (
  instant: string,
  timeZone: string = defaultTimeZone,
): { readonly day: LocalDate; readonly time: string } => {
  const part = partsIn(instant, timeZone)
  return { day: dayIn(instant, timeZone), time: `${part('hour')}:${part('minute')}` }
}
