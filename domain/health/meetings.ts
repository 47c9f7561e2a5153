import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { percentOf } from '#domain/kernel/money.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { stateOn } from '#domain/fund/people/life.ts'
import { type FundBook, type Period, total } from '#domain/health/book.ts'

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

const couldComeOn = whileSame(
  (_members: FundBook['members']) => new Map<LocalDate, ReadonlySet<string>>(),
)

/** Who could be at a meeting of a day: whoever was a member then, and not away. */
export const couldCome = (
  { members }: Pick<FundBook, 'members'>,
  heldOn: LocalDate,
): ReadonlySet<string> => {
  const days = couldComeOn(members)
  const known = days.get(heldOn)
  if (known) return known
  const here = members.filter((one) => stateOn(one, heldOn) === 'here')
  const could = new Set(here.map(({ memberId }) => memberId))
  days.set(heldOn, could)
  return could
}

/** Of a meeting: who came of those who could, and how many could. */
const cameTo = whileSame(({ present }: Meeting, could: ReadonlySet<string>) => ({
  came: present.filter((id) => could.has(id)).length,
  could: could.size,
}))

/** Presences of those who could come, one a meeting, against all that could have been. */
export const attendance = (book: FundBook, period: Period): number | null => {
  const held = heldWithin(book, period).map((meeting) =>
    cameTo(meeting, couldCome(book, meeting.heldOn)),
  )
  return percentOf(total(held.map(({ came }) => came)), total(held.map(({ could }) => could)))
}
