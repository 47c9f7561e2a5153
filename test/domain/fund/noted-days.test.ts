import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import {
  type CashBook,
  bookedAt,
  countDifference,
  explainedByCounts,
} from '#domain/fund/meeting/cash.ts'
import {
  type CountPoint,
  type Meeting,
  emptyMeeting,
  meetingDays,
  notedDays,
  putMeeting,
} from '#domain/fund/meeting/meetings.ts'
import { move, nothingRunning, sumThrough } from '#domain/ledger/running.ts'

/* Which meetings were counted by note is known as they are taken in; here all of them are gone through each time. */

const dayOf = (n: number): LocalDate => daysAfter('2025-01-01', n)

const counted = fc.record({
  // Most meetings are written down one after the other.
  day: fc.oneof(fc.nat(12), fc.nat(40)),
  isLater: fc.boolean(),
  at: fc.constantFrom<CountPoint>('opening', 'closing'),
  isByNote: fc.boolean(),
  amount: fc.integer({ min: -500, max: 500 }),
})
const moved = fc.record({ day: fc.nat(45), amount: fc.integer({ min: -90, max: 90 }) })

type Note = { readonly on: LocalDate; readonly at: CountPoint; readonly amount: number }

const placeOf = ({ on, at }: Pick<Note, 'on' | 'at'>): string => `${on} ${at === 'opening' ? 0 : 2}`

const notesIn = (meetings: ReadonlyMap<LocalDate, Meeting>): readonly Note[] =>
  [...meetings.values()]
    .flatMap(({ heldOn: on, opening, closing }) =>
      (
        [
          ['opening', opening],
          ['closing', closing],
        ] as const
      ).flatMap(([at, count]) => (count?.isByNote ? [{ on, at, amount: count.amount }] : [])),
    )
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))

/** What the box should hold, and what a count of seven or money that comes late posts, held against all counts by note. */
const expectAsGoneThrough = (book: CashBook, on: LocalDate): void => {
  const notes = notesIn(book.meetings)
  expect(notedDays(book.meetings)).toEqual([...new Set(notes.map((one) => one.on))])
  const movedBy = (one: Pick<Note, 'on' | 'at'>): number =>
    sumThrough(book.moved, one.at === 'closing' ? one.on : dayBefore(one.on))
  for (const at of ['opening', 'closing'] as const) {
    const point = { on, at }
    const since = (last: Note | undefined): number =>
      movedBy(point) + (last ? last.amount - movedBy(last) : 0)
    const same = notes.find((one) => placeOf(one) === placeOf(point))
    const before = notes.findLast((one) => placeOf(one) < placeOf(point))
    const next = notes.find((one) => placeOf(one) > placeOf(point))
    expect(bookedAt(book, point)).toBe(since(same ?? before))
    const missing = (same?.amount ?? since(before)) - 7
    const count = { amount: 7, isByNote: true }
    const posted = countDifference(book, { ...point, count, currency: 'KHR' })
    const short = (day: LocalDate): number =>
      posted
        .filter((one) => one.account === 'expense:cash-shortage' && one.on === day)
        .reduce((sum, one) => sum + one.amount, 0)
    expect(short(on)).toBe(next?.on === on ? 0 : missing)
    if (next && next.on !== on) expect(short(next.on)).toBe(0 - missing)
  }
  const explaining = notes.find((one) => placeOf(one) > `${on} 1`)
  const late = explainedByCounts(book, [
    { account: 'asset:cash-box', amount: 30, currency: 'KHR', on },
    { account: 'income:fines', amount: -30, currency: 'KHR', on },
  ])
  expect(late.filter(({ account }) => account === 'expense:cash-shortage')).toEqual(
    explaining ? [expect.objectContaining({ on: explaining.on, amount: 30 })] : [],
  )
}

test('what the box should hold by the last count by note is what it comes to when all meetings are gone through', () => {
  fc.assert(
    fc.property(
      fc.array(counted, { maxLength: 14 }),
      fc.array(moved, { maxLength: 12 }),
      fc.integer({ min: 0, max: 45 }).map(dayOf),
      (counts, moves, asked) => {
        const meetings = new Map<LocalDate, Meeting>()
        const book = { moved: nothingRunning(), meetings }
        for (const { day, amount } of moves) move(book.moved, dayOf(day), amount)
        let last = 0
        for (const { day, isLater, at, isByNote, amount } of counts) {
          last = isLater ? last + day : day
          const before = meetings.get(dayOf(last)) ?? emptyMeeting(dayOf(last))
          // A count by note stays: a written total takes no such one's place.
          if (!before[at]?.isByNote || isByNote)
            putMeeting(meetings, { ...before, [at]: { amount, isByNote, entryId: 'e' } })
          expect(meetingDays(meetings)).toEqual([...meetings.keys()].toSorted())
          expectAsGoneThrough(book, asked)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a total that is typed at the thousandth meeting of a fund that never counts by note is looked up in no other meeting', () => {
  let looks = 0
  class Watched extends Map<LocalDate, Meeting> {
    override get(day: LocalDate): Meeting | undefined {
      looks += 1
      return super.get(day)
    }
  }
  const meetings = new Watched()
  const book = { moved: nothingRunning(), meetings }
  const most: number[] = []
  for (let n = 0; n < 1_000; n += 1) {
    const closing = { amount: n, isByNote: false, entryId: 'e' }
    putMeeting(meetings, { ...emptyMeeting(dayOf(n)), closing })
    looks = 0
    bookedAt(book, { on: dayOf(n), at: 'closing' })
    most.push(looks)
  }
  expect(Math.max(...most.slice(1))).toBe(0)
})

test('two lines of one account stay two in a fund that never counts by note', () => {
  const line = { account: 'asset:cash-box', currency: 'KHR', on: '2025-01-20' } as const
  const lines = [
    { ...line, amount: 30 },
    { ...line, amount: 20 },
  ]
  expect(explainedByCounts({ moved: nothingRunning(), meetings: new Map() }, lines)).toEqual(lines)
})
