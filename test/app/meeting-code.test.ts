import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import { disputedIn, ownDisputes } from '#src/app/meeting/disputes.ts'
import { codeNow, meetingDigits, rowsOfMeeting } from '#src/app/meeting/meeting-code.ts'
import { bookOf } from '#src/app/queries.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { requested } from '#test/support/committee.ts'
import { type StoryCommand, idOf, paid, paidOut } from '#test/support/village.ts'

const on = '2025-02-20'
const count = { amount: 100_000_000, isByNote: false }
const as = (n: number, told: object): StoryCommand =>
  ({ ...told, id: idOf(900 + n) }) as StoryCommand
const opened = (n: number, effectiveOn = on) => as(n, { type: 'OpenMeeting', effectiveOn, count })
const closed = (n: number, effectiveOn = on) => as(n, { type: 'CloseMeeting', effectiveOn, count })
const spent = (n: number, effectiveOn = on) =>
  as(n, { type: 'RecordExpense', effectiveOn, amount: 500 })

const withMeeting = async (...told: readonly StoryCommand[]) => {
  const { kept, entered } = await smallNetwork(told)
  const rows = await kept.read(fundId, 0, 1_000)
  const of = (n: number): JournalRow => rows.find(({ id }) => id === idOf(900 + n))!
  const code = async (day = on) =>
    codeNow(
      { journal: kept, hash: sha256 },
      { book: (await bookOf(kept, fundId))!, fundId, on: day },
    )
  /** The digits of these entries after the last one before the first of them. */
  const digitsOf = (...ns: readonly number[]) => ({
    head: of(ns[0]!).prevHash,
    digits: meetingDigits(sha256, {
      head: of(ns[0]!).prevHash,
      commandHashes: ns.map((n) => of(n).commandHash),
    }),
  })
  return { kept, entered, of, code, digitsOf }
}

test('a code is made of what was entered for its day, from its opening on to its closing', async () => {
  const { code, digitsOf } = await withMeeting(
    spent(1),
    opened(2),
    spent(3),
    spent(4, '2025-02-19'),
    closed(5),
    spent(6),
  )
  expect(await code()).toEqual(digitsOf(2, 3))
})

test('the code of a meeting that goes on has all that was entered so far', async () => {
  const { code, digitsOf } = await withMeeting(opened(1), spent(2), spent(3))
  expect(await code()).toEqual(digitsOf(1, 2, 3))
})

test('a code begins with the first opening of the day, also where the box was counted anew', async () => {
  const { code, digitsOf } = await withMeeting(
    opened(1, '2025-02-19'),
    opened(2),
    spent(3),
    opened(4),
    spent(5),
    opened(6),
    closed(7),
  )
  expect(await code()).toEqual(digitsOf(2, 3, 4, 5, 6))
})

test('there is no code of a day without a meeting, or without an opening, or of an opening that is gone', async () => {
  const { code, kept } = await withMeeting(closed(1))
  expect(await code('2025-02-19')).toBeUndefined()
  expect(await code()).toBeUndefined()
  const gone = { ...kept, find: async () => [] }
  expect(await rowsOfMeeting(gone, fundId, { openedBy: idOf(1), on })).toBeUndefined()
})

test('a meeting is read to the end of a long journal, and back to an opening five hundred lines before', async () => {
  const { of } = await withMeeting(opened(1))
  const opening = of(1)
  const journal = (count: number, openings: readonly number[]) => {
    const rows = Array.from({ length: count }, (_, i) => ({
      ...opening,
      id: idOf(i + 1),
      seq: i + 1,
      prevHash: `hash ${i}`,
      type: openings.includes(i + 1) ? 'MeetingOpened' : 'ExpensePaid',
    }))
    return {
      read: async (_: string, after: number, limit: number) => rows.slice(after, after + limit),
      find: async (_: string, ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id)),
    }
  }
  const found = async (count: number, openings: readonly number[], by: number) => {
    const meant = await rowsOfMeeting(journal(count, openings), fundId, {
      openedBy: idOf(by),
      on,
    })
    return [meant!.head, meant!.rows.length]
  }
  for (const count of [500, 501, 1_001])
    expect(await found(count, [1], 1)).toEqual(['hash 0', count])
  expect(await found(600, [101, 600], 600)).toEqual(['hash 100', 500])
  expect(await found(600, [100, 600], 600)).toEqual(['hash 599', 1])
  expect(await found(10, [2, 4], 4)).toEqual(['hash 1', 9])
  expect(await found(10, [2, 4], 2)).toEqual(['hash 1', 9])
})

const raised = (n: number, about: object): StoryCommand =>
  as(n, { type: 'RaiseDispute', effectiveOn: '2025-02-21', reason: 'other', about })
const { kept, of } = await withMeeting(
  requested({ loanId: 'l9', memberId: 'm4' }),
  paidOut({ on: '2025-01-20', principal: 100_000, months: 10 }),
  as(1, paid('2025-02-20', 10_000)),
  as(2, { type: 'RecordDeposit', effectiveOn: on, memberId: 'm2', amount: 500 }),
  spent(3),
  raised(11, { kind: 'entry', entryId: idOf(901) }),
  raised(12, { kind: 'savings', memberId: 'm2' }),
  raised(13, { kind: 'loan', loanId: 'l1' }),
  raised(14, { kind: 'loan', loanId: 'l9' }),
)
const book = (await bookOf(kept, fundId))!
const about = async (disputed: object) => {
  const told = await disputedIn(kept, { book, fundId, about: disputed as never })
  return [told.memberId, told.entry?.seq]
}

test('a dispute is about a line with its owner, savings, a loan, or what was asked for', async () => {
  const entry = (n: number) => ({ kind: 'entry', entryId: idOf(n) })
  expect(await about(entry(901))).toEqual(['m1', of(1).seq])
  expect(await about(entry(902))).toEqual(['m2', of(2).seq])
  // What the fund spends is nobody's line.
  expect(await about(entry(903))).toEqual([undefined, of(3).seq])
  expect(await about(entry(999))).toEqual([undefined, undefined])
  expect(await about({ kind: 'savings', memberId: 'm5' })).toEqual(['m5', undefined])
  expect(await about({ kind: 'loan', loanId: 'l1' })).toEqual(['m1', undefined])
  expect(await about({ kind: 'loan', loanId: 'l9' })).toEqual(['m4', undefined])
  expect(await about({ kind: 'loan', loanId: 'l8' })).toEqual([undefined, undefined])
})

test('a household sees the disputes of its own and no others', async () => {
  const own = async (memberId: string) =>
    (await ownDisputes(kept, { book, fundId, memberId })).map(({ disputeId }) => disputeId)
  expect(await own('m1')).toEqual([idOf(911), idOf(913)])
  expect(await own('m2')).toEqual([idOf(912)])
  expect(await own('m4')).toEqual([idOf(914)])
  expect(await own('m3')).toEqual([])
})
