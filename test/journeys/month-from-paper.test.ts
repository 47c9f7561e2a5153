import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { bookOf } from '#src/app/queries.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { ofOneHand } from '#test/support/of-one-hand.ts'
import { bookFrom } from '#test/support/books-in.ts'
import { bookUpTo, meetingDays, yearOfBook } from '#test/support/book-months.ts'
import { writeBook } from '#test/support/book-rows.ts'
import { sheetOfMonth } from '#test/http/meeting/filled.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

const year = yearOfBook()
const folders: string[] = []
const folderOf = (day: string, isHeld: boolean): string => {
  const folder = newFolder()
  folders.push(folder)
  writeBook(bookUpTo(year, day, isHeld), folder)
  return folder
}

afterAll(() => folders.forEach(dropFolder))

/** What a fund says of itself, by cards and numbers: two funds that were told the same say the same. */
const figuresOf = async ({ needs, fundId }: Pick<Practice, 'needs' | 'fundId'>, day: string) => {
  const book = (await bookOf(needs.store, fundId))!
  // The book of old lent more than the rules of now let a meeting vote: that is told, and no figure of the month.
  const found = findingsOf(book, day)
    .filter(({ code }) => !code.startsWith('voted-'))
    .filter(({ code }) => !ofOneHand.includes(code))
    .map((finding) => ({ ...finding, seq: null }))
  const cash = book.cashPostings.reduce((sum, { amount }) => sum + amount, 0)
  return { health: healthOf(book, day), found, cash }
}

/** Hands for each loan of a sheet, as its minutes have them. */
const votesIn = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(typed)
      .filter((name) => /^l\d+-number$/.test(name))
      .flatMap((name) => [
        [name.replace('number', 'yes'), '5'],
        [name.replace('number', 'no'), '0'],
      ]),
  )
const besideOfAll = { login: practiceSecond.login, secret: practiceSecond.pin }

const codesOf = async ({ needs, fundId }: Practice, day: string): Promise<readonly string[]> =>
  findingsOf((await bookOf(needs.store, fundId))!, day)
    .filter(({ on }) => on === day)
    .map(({ code }) => code)

test('a loan of a sheet without a vote, or with nobody beside it, is told; a wrong word writes nothing', async () => {
  const day = meetingDays(year).find((one) =>
    year.loans.some((loan) => loan.disbursed === one && loan.opening_balance === null),
  )!
  for (const isVoted of [true, false]) {
    const village = await practice({}, folderOf(day, false))
    const token = await village.as('record-keeper')
    const path = `/funds/${village.fundId}/meetings/${day}/catch-up`
    const page = await (await village.ask(path, { token })).text()
    const typed = sheetOfMonth(year, { day, page })
    const send = (more: Record<string, string>) =>
      village.ask(path, { token, body: new URLSearchParams({ ...typed, ...more, step: 'save' }) })
    const wrong = await send({ ...votesIn(typed), ...besideOfAll, secret: '000000' })
    expect([wrong.status, await wrong.text()]).toEqual([
      403,
      expect.stringContaining('The second officer is somebody else'),
    ])
    // The chair alone is no vote, and hands that one alone has typed are none.
    const more = isVoted ? votesIn(typed) : besideOfAll
    expect((await send(more)).status).toBe(303)
    expect(await codesOf(village, day)).toContain('lent-without-decision')
  }
})

describe.each(meetingDays(year))('the meeting of %s', (day) => {
  let village: Practice
  let token: string
  beforeAll(async () => {
    village = await practice({}, folderOf(day, false))
    token = await village.as('record-keeper')
  })

  test('is held on the pages from its paper sheet, and gives that month’s figures', async () => {
    const path = `/funds/${village.fundId}/meetings/${day}/catch-up`
    const empty = await (await village.ask(path, { token })).text()
    const typed = sheetOfMonth(year, { day, page: empty })
    const send = (more: Record<string, string> = {}) =>
      village.ask(path, { token, body: new URLSearchParams({ ...typed, ...more }) })
    const asked = await send()
    expect(asked.status, await asked.clone().text()).toBe(200)
    const saved = await send({ step: 'save', ...votesIn(typed), ...besideOfAll })
    expect(saved.status).toBe(303)
    // The meeting voted, and the chair stood beside: of no loan it is told that nobody decided, but of the chair's own.
    const book = (await bookOf(village.needs.store, village.fundId))!
    const chair = book.members.find(({ offices }) =>
      offices.some(({ office }) => office === 'chair'),
    )!
    const isOwn = Object.keys(typed).some(
      (name) => /^l\d+-card$/.test(name) && typed[name] === chair.card,
    )
    expect((await codesOf(village, day)).includes('lent-without-decision')).toBe(isOwn)
    const known = await bookFrom(folderOf(day, true))
    const imported = { needs: { ...village.needs, store: known.store as never } }
    expect(await figuresOf(village, day)).toEqual(
      await figuresOf({ ...imported, fundId: known.fundId }, day),
    )
    const line = year.cash_book.find(({ meeting_date }) => meeting_date === day)!
    expect((await figuresOf(village, day)).cash).toBe(line.closing_cash)
  })
})
