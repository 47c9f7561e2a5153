import { afterAll, expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { total } from '#domain/health/book.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { bookOf } from '#src/app/queries.ts'
import { ofOneHand } from '#test/support/of-one-hand.ts'
import { bookFrom } from '#test/support/books-in.ts'
import { bookUpTo, meetingDays, yearOfBook } from '#test/support/book-months.ts'
import { writeBook } from '#test/support/book-rows.ts'
import { eventsBefore, holdEvent } from '#test/http/meeting/events-held.ts'
import { holdMeeting, leader } from '#test/http/meeting/held.ts'
import { practice } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const year = yearOfBook()
const folders: string[] = []
const folderOf = (day: string, isHeld: boolean): string => {
  const folder = newFolder()
  folders.push(folder)
  const { write_offs, ...book } = bookUpTo(year, day, isHeld)
  const given = write_offs.filter(({ date }) => isHeld || date < day)
  writeBook({ ...book, write_offs: given }, folder)
  return folder
}

afterAll(() => folders.forEach(dropFolder))

const isLong = process.env['TEST_BUDGET'] === 'ci'

/**
 * The last month, with a loan given up under relief. With more time others beside it: the first, one with support and a
 * withdrawal, and every other after them.
 */
const months = isLong ? ['01', '03', '04', '05', '07', '09', '11', '12'] : ['12']
const days = meetingDays(year).filter((day) => months.includes(day.slice(5, 7)))

test.each(days)(
  'the meeting of %s is held step by step at the table, and gives that month’s figures',
  async (day) => {
    const village = await practice({}, folderOf(day, false), day)
    await holdMeeting(village, year, day)
    const held = (await bookOf(village.needs.store, village.fundId))!
    const { book: known } = await bookFrom(folderOf(day, true))
    expect(healthOf(held, day)).toEqual(healthOf(known, day))
    const line = year.cash_book.find(({ meeting_date }) => meeting_date === day)!
    expect(total(held.cashPostings.map(({ amount }) => amount))).toBe(line.closing_cash)
    const meeting = held.meetings.find(({ heldOn }) => heldOn === day)!
    expect(meeting.opening).toMatchObject({ amount: line.opening_cash, isByNote: true })
    expect(meeting.closing).toMatchObject({ amount: line.closing_cash, isByNote: true })
    expect(meeting.present).toHaveLength(line.members_present)
    // What the paper gave up without a minute is voted on here.
    const found = (book: typeof held) =>
      findingsOf(book, day)
        .filter(({ code }) => code !== 'write-off-without-minute' && !ofOneHand.includes(code))
        .map(({ code, subject }) => `${code} ${subject.number}`)
    expect(found(held)).toEqual(found(known))
  },
  60_000,
)

/** The book up to a month's meeting, without the events that are declared on the pages in that month. */
const folderWithout = (day: string, events: readonly string[]): string => {
  const folder = newFolder()
  folders.push(folder)
  const { relief, ...book } = bookUpTo(year, day, false)
  writeBook({ ...book, relief: relief.filter(({ event }) => !events.includes(event)) }, folder)
  return folder
}

const monthsOfRelief = meetingDays(year).filter((day) => eventsBefore(year, day).length > 0)

test('the paper book has two events, in two months', () => {
  expect(monthsOfRelief.map((day) => eventsBefore(year, day))).toEqual([['E1'], ['E2']])
})

test.each(monthsOfRelief)(
  'before the meeting of %s its event is declared and relief given on the pages, in a minute, with that month’s figures',
  async (day) => {
    const [event] = eventsBefore(year, day)
    const village = await practice({}, folderWithout(day, [event!]), day)
    const { fundId, needs } = village
    const at = await leader(village, day)
    const { eventId, declaring, giving } = await holdEvent(at, { year, event: event!, fundId })
    // A form and its check; nothing is typed but what happened, where, since when, and what shows it.
    expect(declaring).toEqual({ forms: 2, fields: 5 })
    // The list was read, three officers, who confirms, and that officer's own word.
    expect(giving).toEqual({ forms: 2, fields: 8 })
    // With little time the figures are those before the meeting, with more time those after it.
    if (isLong) await holdMeeting(village, year, day)
    const held = (await bookOf(needs.store, fundId))!
    const { book: known } = await bookFrom(folderOf(day, isLong))
    const windowsOf = (book: typeof held, id: string) => {
      const { touched } = book.events.find((one) => one.eventId === id)!
      const numbers = new Map(book.loans.map(({ loanId, number }) => [loanId, number]))
      return touched.map(({ loanId, from, to }) => [numbers.get(loanId), from, to]).toSorted()
    }
    expect(windowsOf(held, eventId)).toEqual(windowsOf(known, event!))
    // The service gives events names of its own.
    const named = (told: object) => JSON.stringify(told).replaceAll(`"${eventId}"`, `"${event}"`)
    expect(JSON.parse(named(healthOf(held, day)))).toEqual(healthOf(known, day))
  },
  120_000,
)
