import { afterAll, expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { bookOf } from '#src/app/queries.ts'
import { bookFrom } from '#test/support/books-in.ts'
import { bookUpTo, meetingDays } from '#test/support/book-months.ts'
import { type Book, writeBook } from '#test/support/book-rows.ts'
import { randomBook } from '#test/support/books.ts'
import { sheetOfMonth } from '#test/http/meeting/filled.ts'
import { practice } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'
import { pageText } from '#test/pages/page-text.ts'

const folders: string[] = []
afterAll(() => folders.forEach(dropFolder))

/** The book up to a day, with the opening that it has from the start. */
const folderOf = (year: Book, day: string, isHeld: boolean): string => {
  const folder = newFolder()
  folders.push(folder)
  const opened = (year.fund as { readonly opened_on?: string }).opened_on
  const fund = { ...year.fund, opened_on: opened ?? `${day.slice(0, 4)}-01-01` } as Book['fund']
  writeBook({ ...bookUpTo(year, day, isHeld), fund }, folder)
  return folder
}

/** Somebody has to write it down and somebody to lead: books of villages with a committee of two. */
const hasTwoOfficers = (seed: number): boolean =>
  randomBook(seed).members.filter(({ committee }) => committee === 'y').length >= 2

const count = process.env['TEST_BUDGET'] === 'ci' ? 16 : 2
const seeds = Array.from({ length: 3 * count }, (_, i) => i + 1)
  .filter(hasTwoOfficers)
  .slice(0, count)

test.each(seeds)(
  'a month of another village, book %i, is typed in from its sheet and gives its figures',
  async (seed) => {
    const year = randomBook(seed)
    const days = meetingDays(year)
    const day = days[(seed * 5) % days.length]!
    const village = await practice({}, folderOf(year, day, false), day)
    const { store } = village.needs
    const token = await village.as('record-keeper')
    const path = `/funds/${village.fundId}/meetings/${day}/catch-up`
    const page = await (await village.ask(path, { token })).text()
    const typed = sheetOfMonth(year, { day, page })
    const send = (more: Record<string, string> = {}) =>
      village.ask(path, { token, body: new URLSearchParams({ ...typed, ...more }) })
    const asked = await send()
    expect(asked.status, pageText(await asked.text()).slice(0, 900)).toBe(200)
    expect((await send({ step: 'save' })).status).toBe(303)
    const held = (await bookOf(store, village.fundId))!
    const { book: known } = await bookFrom(folderOf(year, day, true))
    expect(healthOf(held, day)).toEqual(healthOf(known, day))
  },
  60_000,
)
