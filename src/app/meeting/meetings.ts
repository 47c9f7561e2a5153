import type { LocalDate } from '#domain/kernel/dates.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { type FundBook, movedInBox, total } from '#domain/health/book.ts'

/** The meeting of the latest day of those that are asked for. */
export const lastOf = (
  meetings: readonly Meeting[],
  isAsked: (meeting: Meeting) => boolean,
): Meeting | undefined =>
  meetings.reduce<Meeting | undefined>(
    (last, one) => (isAsked(one) && (!last || one.heldOn >= last.heldOn) ? one : last),
    undefined,
  )

/** The last meeting before a day that was closed. */
export const closedBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  lastClosed(meetings, day)

const lastClosed = whileSame((meetings: readonly Meeting[], day: LocalDate) =>
  lastOf(meetings, ({ heldOn, closing }) => heldOn < day && closing !== undefined),
)

/** The last meeting before a day of which is known who was there, of those whose box was counted: a list alone is no meeting. */
export const listBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  lastListed(meetings, day)

const lastListed = whileSame((meetings: readonly Meeting[], day: LocalDate) =>
  lastOf(
    meetings,
    ({ heldOn, present, opening, closing }) =>
      heldOn < day && present.length > 0 && (opening ?? closing) !== undefined,
  ),
)

/**
 * What the box must hold when a meeting opens: what it closed with the last time, and what the book says was
 * moved in between; the first time, what the fund was founded with.
 */
export const expectedOpening = (book: FundBook, day: LocalDate): number => {
  const last = closedBefore(book, day)
  const moved = movedInBox(book, { after: last?.heldOn, before: day }).filter(
    ({ entryType }) => entryType !== 'MeetingOpened' && entryType !== 'MeetingClosed',
  )
  return (last?.closing?.amount ?? 0) + total(moved.map(({ amount }) => amount))
}
