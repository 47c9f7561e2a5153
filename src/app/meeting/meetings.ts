import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import { type FundBook, movedInBox, total } from '#domain/health/book.ts'

/** The meeting of a day, as far as anything of it is in the book. */
export const meetingOn = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  meetings.find(({ heldOn }) => heldOn === day)

/** The last meeting before a day that was closed. */
export const closedBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  meetings
    .filter(({ heldOn, closing }) => heldOn < day && closing !== undefined)
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .at(-1)

/** The last meeting before a day of which is known who was there, of those whose box was counted: a list alone is no meeting. */
export const listBefore = ({ meetings }: FundBook, day: LocalDate): Meeting | undefined =>
  meetings
    .filter(
      ({ heldOn, present, opening, closing }) =>
        heldOn < day && present.length > 0 && (opening ?? closing) !== undefined,
    )
    .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1))
    .at(-1)

/**
 * What the box must hold when a meeting opens: what it closed with the last time, and what the book says was
 * moved in between; the first time, what the fund was founded with.
 */
export const expectedOpening = (book: FundBook, day: LocalDate): number => {
  const last = closedBefore(book, day)
  const moved = movedInBox(book).filter(
    ({ effectiveOn, entryType }) =>
      effectiveOn < day &&
      (last === undefined ? true : effectiveOn > last.heldOn) &&
      entryType !== 'MeetingOpened' &&
      entryType !== 'MeetingClosed',
  )
  return (last?.closing?.amount ?? 0) + total(moved.map(({ amount }) => amount))
}
