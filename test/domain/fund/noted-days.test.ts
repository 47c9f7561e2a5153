import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, dayBefore, daysAfter } from '#domain/kernel/dates.ts'
import { bookedAt, countDifference, explainedByCounts } from '#domain/fund/meeting/cash.ts'
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

test('what the box should hold by the last count by note is what it comes to when all meetings are gone through', () => {
  fc.assert(
    fc.property(
      fc.array(counted, { maxLength: 14 }),
      fc.array(moved, { maxLength: 12 }),
      fc.integer({ min: 0, max: 45 }),
      (counts, moves, asked) => {
        const meetings = new Map<LocalDate, Meeting>()
        const line = nothingRunning()
        for (const { day, amount } of moves) move(line, dayOf(day), amount)
        let last = 0
        for (const { day, isLater, at, isByNote, amount } of counts) {
          last = isLater ? last + day : day
          const heldOn = dayOf(last)
          const before = meetings.get(heldOn) ?? emptyMeeting(heldOn)
          // A count by note stays: a written total takes no such one's place.
          if (!(before[at]?.isByNote === true && !isByNote))
            putMeeting(meetings, { ...before, [at]: { amount, isByNote, entryId: 'e' } })
          expect(meetingDays(meetings)).toEqual([...meetings.keys()].toSorted())
          const notes = notesIn(meetings)
          expect(notedDays(meetings)).toEqual([...new Set(notes.map(({ on }) => on))])
          const book = { moved: line, meetings }
          const movedBy = (one: Pick<Note, 'on' | 'at'>): number =>
            sumThrough(line, one.at === 'closing' ? one.on : dayBefore(one.on))
          for (const point of (['opening', 'closing'] as const).map((one) => ({
            on: dayOf(asked),
            at: one,
          }))) {
            const since = (before_: Note | undefined): number =>
              movedBy(point) + (before_ ? before_.amount - movedBy(before_) : 0)
            const here = placeOf(point)
            const upTo = notes.findLast((one) => placeOf(one) <= here)
            expect(bookedAt(book, point)).toBe(since(upTo))
            const earlier = notes.findLast((one) => placeOf(one) < here)
            const next = notes.find((one) => placeOf(one) > here)
            const replaced = upTo && placeOf(upTo) === here ? upTo : undefined
            const missing = (replaced?.amount ?? since(earlier)) - 7
            const posted = countDifference(book, {
              ...point,
              count: { amount: 7, isByNote: true },
              currency: 'KHR',
            })
            const short = (on: LocalDate): number =>
              posted
                .filter((one) => one.account === 'expense:cash-shortage' && one.on === on)
                .reduce((sum, one) => sum + one.amount, 0)
            if (next === undefined || next.on !== point.on) {
              expect(short(point.on)).toBe(missing)
              if (next) expect(short(next.on)).toBe(0 - missing)
            } else expect(short(point.on)).toBe(0)
          }
          const on = dayOf(asked)
          const explaining = notes.find(
            (one) => (one.on === on && one.at === 'closing') || one.on > on,
          )
          const late = explainedByCounts(book, [
            { account: 'asset:cash-box', amount: 30, currency: 'KHR', on },
            { account: 'income:fines', amount: -30, currency: 'KHR', on },
          ])
          expect(late.filter(({ account }) => account === 'expense:cash-shortage')).toEqual(
            explaining ? [expect.objectContaining({ on: explaining.on, amount: 30 })] : [],
          )
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
