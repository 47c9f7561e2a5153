import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { cameInOf } from '#src/app/meeting/came-in.ts'
import { entriesReadOut } from '#src/app/meeting/day-rows.ts'
import { type MinuteLine, minutesOf } from '#src/app/meeting/minutes.ts'
import { attendanceOn } from '#src/app/meeting/view.ts'
import type { OwnVisit } from '#src/http/household.ts'
import { ownMinutesPage } from '#src/pages/household/minutes-page.ts'
import type { Html } from '#src/pages/layout.ts'

/** A year of meetings, and one. */
const daysMax = 13

/** What was taken back may have been a private line, and what went out or came in is one member's. */
const ofOne: readonly MinuteLine['type'][] = [
  'EntryReversed',
  'LoanPaidOut',
  'LoanPartPaidOut',
  'VentureSharesBought',
  'VentureLeft',
]

/** Whom the village chose is everybody's; whose loan or card a line is about is not. */
const withoutNames = ({
  card: _card,
  number: _number,
  event: _event,
  boxKeepers: _keepers,
  ...line
}: MinuteLine): MinuteLine => {
  if (!ofOne.includes(line.type)) return line
  const { amount: _amount, ...bare } = line
  return bare
}

/** A count of the box holds private savings too: how it came out is read to the meeting and stands in the minute book. */
const isCount = ({ missing }: MinuteLine): boolean => missing !== undefined

/** The days of all meetings that are over, the oldest first. */
const daysOver = whileSame((meetings: FundBook['meetings']): readonly LocalDate[] =>
  meetings.flatMap(({ heldOn, closing }) => (closing === undefined ? [] : [heldOn])).toSorted(),
)

/** What the meetings of the last year decided. */
export const ownMinutes = async ({ context, book, place }: OwnVisit): Promise<Html> => {
  const days = daysOver(book.meetings).slice(-daysMax).toReversed()
  const asked = context.req.query('day')
  const on = days.find((day) => day === asked) ?? days[0]
  if (on === undefined) return ownMinutesPage(place, { days, told: undefined })
  const { store } = context.get('needs')
  const entries = await entriesReadOut(store, { book, fundId: place.fundId, on })
  const { present, members } = attendanceOn(book, on)
  const lines = minutesOf(book, entries)
    .filter((line) => !isCount(line))
    .map(withoutNames)
  const { currency } = charterOf(book, on)
  const told = { on, currency, present, members, cameIn: cameInOf(book, entries), lines }
  return ownMinutesPage(place, { days, told })
}
