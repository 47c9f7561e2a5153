import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { FundBook, Period } from '#domain/health/book.ts'

type Held = Pick<FundBook, 'meetings'>

const byDay = whileSame(
  (meetings: readonly Meeting[]): ReadonlyMap<LocalDate, Meeting> =>
    new Map(meetings.map((meeting) => [meeting.heldOn, meeting])),
)

/** The meeting of a day, as far as anything of it is in the book. */
export const meetingOn = ({ meetings }: Held, day: LocalDate): Meeting | undefined =>
  byDay(meetings).get(day)

const byYear = whileSame((meetings: readonly Meeting[]) =>
  Map.groupBy(meetings, ({ heldOn }) => Number(heldOn.slice(0, 4))),
)

/** Meetings of a stretch of days, both of them among it; those of other years are not looked at. */
export const heldWithin = (
  { meetings }: Held,
  { from, to }: Pick<Period, 'from' | 'to'>,
): readonly Meeting[] => {
  const found: Meeting[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (const one of byYear(meetings).get(year) ?? [])
      if (from <= one.heldOn && one.heldOn <= to) found.push(one)
  return found
}
