import { type Book, readBook } from '#test/support/book-rows.ts'
import { paperBookFolder } from '#test/support/books-in.ts'

/** The invented year, and the days of its meetings. */
export const yearOfBook = (): Book => readBook(paperBookFolder)
export const meetingDays = (book: Book): readonly string[] =>
  book.cash_book.map(({ meeting_date }) => meeting_date)

/**
 * The book as it was kept up to a day, that day's meeting left out where it is still to come. What was given up or
 * put off by then stands in it.
 */
export const bookUpTo = (book: Book, day: string, isHeld: boolean): Book => {
  const isIn = (on: string): boolean => on < day || (isHeld && on === day)
  return {
    ...book,
    fund: { ...book.fund, opened_on: '2025-01-01' } as Book['fund'],
    loans: book.loans.filter(({ disbursed }) => isIn(disbursed)),
    meeting_sheet: book.meeting_sheet.filter(({ meeting_date }) => isIn(meeting_date)),
    cash_book: book.cash_book.filter(({ meeting_date }) => isIn(meeting_date)),
    grants: book.grants.filter(({ date }) => isIn(date)),
    relief: book.relief.filter(({ declared }) => declared <= day),
    write_offs: book.write_offs.filter(({ date }) => date <= day),
  }
}
