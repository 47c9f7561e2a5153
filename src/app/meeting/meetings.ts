import type { LocalDate } from '#domain/kernel/dates.ts'
import { inBlocks, placeIn } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { type FundBook, movedInBox, total } from '#domain/health/book.ts'

const inTheirOrder = (isAsked: (meeting: Meeting) => boolean) => {
  const asked = inBlocks((meetings: readonly Meeting[]) => meetings.filter(isAsked))
  return whileSame((meetings: readonly Meeting[]) =>
    asked(meetings).toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : Number(a.heldOn > b.heldOn))),
  )
}

const lastBefore = (inOrder: readonly Meeting[], day: LocalDate): Meeting | undefined =>
  inOrder[placeIn(inOrder, ({ heldOn }) => heldOn < day) - 1]

const closed = inTheirOrder(({ closing }) => closing !== undefined)

/** The last meeting before a day that was closed. */
export const closedBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  lastBefore(closed(meetings), day)

const listed = inTheirOrder(
  ({ present, opening, closing }) => present.length > 0 && (opening ?? closing) !== undefined,
)

/** The last meeting before a day of which is known who was there, of those whose box was counted: a list alone is no meeting. */
export const listBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  lastBefore(listed(meetings), day)

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
