import { expect, test } from 'vitest'
import { notesOf } from '#domain/fund/meeting/banknotes.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type AtTable, atTable, tableOrder } from '#src/app/meeting/pass.ts'
import { bookOf } from '#src/app/queries.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Finger, finger } from '#test/support/finger.ts'
import { type Practice, practice } from '#test/support/service.ts'

/** A meeting on which instalments fall due, and the one before it. */
const day = '2026-01-20'
const before = '2026-01-06'
const inBox = 13_237_800

const dueOf = ({ loans }: AtTable): number => loans.reduce((sum, { due }) => sum + due.total, 0)

/** Forty members, of whom twenty-three have an instalment to pay; twenty stay at home, as they did the last time. */
const fortyOf = (book: FundBook): readonly AtTable[] => {
  const all = tableOrder(book, day).map((memberId) => atTable(book, { on: day, memberId })!)
  const owing = all.filter((member) => dueOf(member) > 0).slice(0, 23)
  const others = all.filter((member) => member.loans.length === 0).slice(0, 17)
  return all.filter((member) => owing.includes(member) || others.includes(member))
}

/** Whoever was at the meeting before, as its list has it, and its last count. */
const listOf = async ({ needs, fundId }: Practice, book: FundBook, here: readonly AtTable[]) => {
  const present = here.map(({ memberId }) => memberId)
  const absent = tableOrder(book, day).filter((memberId) => !present.includes(memberId))
  const list = { type: 'RecordAttendance', id: needs.ids(), v: 1, effectiveOn: before } as const
  const count = { amount: inBox, isByNote: false }
  const closing = { ...list, id: needs.ids(), type: 'CloseMeeting', count } as const
  const by = { actor: 'test', device: 'test' }
  await needs.record(fundId, [{ ...list, present, absent }, closing], by)
}

const countIn = (person: Finger, sum: number): void => {
  let left = sum
  for (const note of notesOf('KHR').filter((one) => ![200_000, 30_000, 15_000].includes(one))) {
    const pieces = Math.floor(left / note)
    if (pieces > 0) person.type(`n-${note}`, String(pieces))
    left -= pieces * note
  }
}

const villageOf = async () => {
  const village = await practice({}, paperBookFolder, day)
  const bookNow = async (): Promise<FundBook> =>
    (await bookOf(village.needs.store, village.fundId))!
  const book = await bookNow()
  const here = fortyOf(book)
  await listOf(village, book, here)
  const person = finger(village, await village.as('record-keeper'))
  await person.open('/?lang=en')
  return { bookNow, here, person }
}

/** From the first page to the first at the table. */
const begin = async (person: Finger): Promise<void> => {
  await person.follow(/Hold the meeting of today/)
  countIn(person, inBox)
  await person.press('All counted')
  await person.press('These are here: next')
}

test('a whole meeting of 40 savings and 23 repayments is held with at most 60 taps', async () => {
  const { bookNow, here, person } = await villageOf()
  await begin(person)
  for (const member of here) {
    expect(person.path()).toContain(member.memberId)
    expect(person.text()).toMatch(/3 · At the table member \d+ of 40/)
    await person.press(/ is on the table: next$/)
    // What is three times an instalment, or more, is asked once more.
    if (person.path().endsWith(member.memberId) && person.text().includes('three times'))
      await person.press(/^Yes/)
  }
  const { meetings, cashPostings } = await bookNow()
  const brought = cashPostings.filter(({ effectiveOn }) => effectiveOn === day)
  const came = (type: string) => brought.filter(({ entryType }) => entryType === type)
  expect(came('RepaymentRecorded')).toHaveLength(23)
  expect(came('SharesBought')).toHaveLength(40)
  expect(came('SocialContributionPaid')).toHaveLength(40)
  const cash = inBox + brought.reduce((sum, { amount }) => sum + amount, 0)
  await person.follow(/Count the box and close/)
  countIn(person, cash)
  await person.press('All counted')
  expect(person.text()).toContain('Meeting code')
  expect(meetings.find(({ heldOn }) => heldOn === day)?.present).toHaveLength(40)
  expect((await bookNow()).meetings.find(({ heldOn }) => heldOn === day)?.closing?.amount).toBe(
    cash,
  )
  const kilobytes = Math.ceil(person.bytes() / 1000)
  console.log(`a whole meeting: ${person.taps()} taps, ${person.requests()} pages, ${kilobytes} kB`)
  // Styles and every page but the first, over a thin line.
  expect(kilobytes).toBeLessThanOrEqual(150)
  expect(person.taps()).toBeLessThanOrEqual(60)
})
