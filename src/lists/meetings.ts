import type { FundBook } from '#domain/health/book.ts'
import { columnsOf, listOf } from '#src/lists/column.ts'

const { text, day, sum, number } = columnsOf<FundBook['meetings'][number]>()

export const meetingsList = listOf({
  about: 'a meeting that was held through the day',
  items: ({ book, asOf }) =>
    book.meetings
      .filter(({ heldOn }) => heldOn <= asOf)
      .toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1)),
  columns: {
    heldOn: day('heldOn', ['The day of the meeting', '2025-03-30']),
    present: number(({ present }) => present.length, ['How many members came', '21']),
    absent: number(({ absent }) => absent.length, ['How many did not', '3']),
    openingCount: sum(
      ({ opening }) => opening?.amount ?? null,
      ['Cash in the box at the start; empty where nobody counted', '812000'],
    ),
    closingCount: sum(
      ({ closing }) => closing?.amount ?? null,
      ['Cash in the box at the end; empty where nobody counted', '905500'],
    ),
    meetingCode: text(
      ({ closing }) => closing?.code?.digits ?? null,
      ['Eight digits that were read aloud; empty where none', '12345678'],
    ),
  },
})
