import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Entry } from '#domain/village.ts'
import { attendanceOn, meetingViewOf } from '#src/app/meeting/view.ts'
import { closedBefore, expectedOpening } from '#src/app/meeting/meetings.ts'
import { broughtBy, entriesOfDay, standing } from '#src/app/meeting/day-rows.ts'
import { countsOf, minutesOf } from '#src/app/meeting/minutes.ts'
import { disputedFrom, disputesOf } from '#src/app/meeting/disputes.ts'
import { meetingDigits, spokenCode } from '#src/app/meeting/meeting-code.ts'
import {
  appraised,
  beginningsOf,
  committeeStory,
  decided,
  disclosed,
  requested,
  saved,
} from '#test/support/committee.ts'
import { fundBookOf, paidOut, storyOf } from '#test/support/village.ts'

const book = (more: object): FundBook => ({ ...fundBookOf(committeeStory()), ...more }) as FundBook
const held = (heldOn: string, more: object = {}) => ({ heldOn, present: [], absent: [], ...more })
const closed = (heldOn: string, amount: number) =>
  held(heldOn, { closing: { amount, entryId: heldOn } })

test('a quorum of ten members at 67 % is seven of them, and not six', () => {
  const on = (present: number) => {
    const names = ['o1', 'o2', 'o3', 'o4', 'o5', 'm1', 'm2', 'm3', 'm4', 'm5'].slice(0, present)
    return attendanceOn(book({ meetings: [held('2025-03-20', { present: names })] }), '2025-03-20')
  }
  expect(on(7)).toMatchObject({ present: 7, members: 10, needed: 7, isQuorum: true, isTaken: true })
  expect(on(6)).toMatchObject({ isQuorum: false, womenPresent: 6 })
  expect(on(0)).toMatchObject({ isTaken: false, isQuorum: false })
  const absent = attendanceOn(
    book({ meetings: [held('2025-03-20', { absent: ['m1'] })] }),
    '2025-03-20',
  )
  expect(absent).toMatchObject({ present: 0, isTaken: true })
})

const moved = (
  effectiveOn: string,
  amount: number,
  entryType = 'SavingsDeposited',
  on = effectiveOn,
) => ({
  effectiveOn,
  on,
  amount,
  entryType,
})

test('the box must open with what it closed with, and what was moved after that day and before this one', () => {
  const cashPostings = [
    moved('2025-02-20', 1),
    moved('2025-02-21', 20),
    moved('2025-03-19', 300),
    moved('2025-03-20', 4000),
    moved('2025-02-25', 50_000, 'MeetingOpened'),
    moved('2025-02-25', 600_000, 'MeetingClosed'),
  ]
  const meetings = [
    closed('2025-03-20', 9),
    closed('2025-02-20', 7_000_000),
    closed('2025-01-20', 8),
  ]
  const of = book({ meetings, cashPostings })
  expect(expectedOpening(of, '2025-03-20')).toBe(7_000_320)
  expect(closedBefore(of, '2025-02-20')?.heldOn).toBe('2025-01-20')
  expect(closedBefore(of, '2025-02-21')?.heldOn).toBe('2025-02-20')
  expect(expectedOpening(book({ meetings: [], cashPostings }), '2025-03-20')).toBe(321)
})

test('the desk of a meeting shows what moved in the box that day, kind by kind, with counts and foundings left out', () => {
  const cashPostings = [
    moved('2025-03-20', 100),
    moved('2025-03-20', 50),
    moved('2025-03-20', 30, 'PrivateSavingsMoved'),
    moved('2025-03-20', -20, 'PrivateSavingsMoved'),
    moved('2025-03-20', 5, 'FinePaid'),
    moved('2025-03-20', -5, 'FinePaid'),
    moved('2025-03-20', 7, 'FundFounded'),
    moved('2025-03-20', -300, 'MeetingOpened'),
    moved('2025-03-20', -9, 'MeetingClosed', '2025-03-21'),
    moved('2025-03-19', 1000),
    moved('2025-03-20', 2000, 'SavingsDeposited', '2025-03-21'),
  ]
  const opening = { opening: { amount: 10_000, entryId: 'e' } }
  const view = (meeting: object) =>
    meetingViewOf(book({ meetings: [held('2025-03-20', meeting)], cashPostings }), '2025-03-20')
  expect(view(opening).moves).toEqual([
    { entryType: 'SavingsDeposited', amount: 180 },
    { entryType: 'SavingsWithdrawn', amount: -20 },
  ])
  expect(view(opening)).toMatchObject({
    expectedNow: 10_160,
    missing: 300,
    expectedAtOpening: 1000,
  })
  expect(view({}).expectedNow).toBe(1160)
})

test('what waits for a meeting is looked into, read aloud or voted on, and what was agreed is paid out', () => {
  const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
  const steps = [requested(), appraised(), disclosed(), decided(), lent]
  const waits = steps.map((_, i) => {
    const told = [...beginningsOf({}, 100_000_000), ...saved, ...steps.slice(0, i + 1)]
    return meetingViewOf(fundBookOf(storyOf(told)), '2025-01-20')
  })
  expect(waits.map(({ requestsWaiting }) => requestsWaiting)).toEqual([1, 1, 1, 0, 0])
  expect(waits.map(({ payoutsWaiting }) => payoutsWaiting)).toEqual([0, 0, 0, 1, 0])
})

const entry = (id: string, body: object, seq = 1): Entry =>
  ({ id, seq, effectiveOn: '2025-03-20', recordedAt: '', hash: '', body }) as unknown as Entry
const cash = (amount: number) => ({
  postings: [{ account: 'asset:cash-box', currency: 'KHR', on: '2025-03-20', amount }],
})

test('what was taken back is gone with what took it back, and the rest is what each has brought', () => {
  const entries = [
    entry('a', { type: 'SavingsDeposited', memberId: 'm1', ...cash(500) }),
    entry('b', { type: 'SavingsDeposited', memberId: 'm1', ...cash(70) }),
    entry('c', { type: 'EntryReversed', reverses: 'b', ...cash(-70) }),
    entry('d', { type: 'RepaymentRecorded', loanId: 'l1', ...cash(9000) }),
    entry('e', { type: 'ExpensePaid', ...cash(-3) }),
    entry('f', { type: 'FinePaid', memberId: 'm3', postings: [] }),
  ]
  expect(standing(entries).map(({ id }) => id)).toEqual(['a', 'd', 'e', 'f'])
  const brought = broughtBy(book({ loans: [{ loanId: 'l1', memberId: 'm2' }] }), entries)
  expect([...brought]).toEqual([
    ['m1', 500],
    ['m2', 9000],
  ])
})

test('entries of a day are read from the end of the meeting before it, and those of other days left out', async () => {
  const rows = Array.from({ length: 1001 }, (_, i) => ({
    id: `e${i + 1}`,
    seq: i + 1,
    effectiveOn: i % 2 === 0 ? '2025-03-20' : '2025-03-19',
    type: 'X',
    v: 1,
    data: '{}',
  }))
  const journal = {
    ...memoryStore(),
    read: async (_: string, after: number, limit: number) => rows.slice(after, after + limit),
    find: async (_: string, ids: readonly string[]) => rows.filter(({ id }) => ids.includes(id)),
  } as never
  const of = (entryId: string | undefined) =>
    book({
      meetings:
        entryId === undefined ? [] : [held('2025-02-20', { closing: { amount: 0, entryId } })],
    })
  const read = async (entryId?: string) =>
    (await entriesOfDay(journal, { book: of(entryId), fundId: 'f1', on: '2025-03-20' })).length
  expect(await read()).toBe(501)
  expect(await read('e3')).toBe(500)
  expect(await read('e1001')).toBe(1)
})

test('a code is eight digits of the head and each command in its place, read aloud in two groups', () => {
  const digits = (head: string, ...commandHashes: string[]) =>
    meetingDigits(sha256, { head, commandHashes })
  expect(digits('h', 'a', 'b')).toMatch(/^\d{8}$/)
  const others = [digits('i', 'a', 'b'), digits('h', 'b', 'a'), digits('h', 'a'), digits('h', 'ab')]
  expect(new Set([digits('h', 'a', 'b'), ...others]).size).toBe(5)
  expect(meetingDigits(() => '0'.repeat(64), { head: '', commandHashes: [] })).toBe('00000000')
  expect(spokenCode('12345678')).toBe('1234 5678')
})

test('decisions are counted: loans by their outcome, and the others once', () => {
  const ballot = { by: 'officers', votes: [{ vote: 'yes' }, { vote: 'no' }], confirmedBy: 'o1' }
  const of = book({ loans: [], requests: [] })
  const lines = minutesOf(of, [
    entry('a', { type: 'LoanDecided', loanId: 'l1', outcome: 'approved', ballot }),
    entry('b', {
      type: 'LoanDecided',
      loanId: 'l2',
      outcome: 'refused',
      reason: 'no-cash',
      ballot,
    }),
    entry('c', { type: 'SharedOut', ballot }),
    entry('d', { type: 'ExpensePaid', amount: 5 }),
    entry('e', { type: 'FinePaid', memberId: 'm1' }),
    entry('f', { type: 'SupportDecided', code: 'S', outcome: 'ratified', ballot }),
    entry('g', { type: 'OfficersElected', elected: [] }),
  ])
  expect(lines.map(({ type }) => type)).not.toContain('FinePaid')
  expect(lines[0]).toMatchObject({ isApproved: true, voted: { by: 'officers', yes: 1, no: 1 } })
  expect(lines.find(({ type }) => type === 'SupportDecided')).toMatchObject({ isApproved: true })
  expect(countsOf(lines)).toEqual({ approved: 1, refused: 1, others: 3 })
})

test('minutes say that something was taken back, why and how much, and not what was taken back', () => {
  const lines = minutesOf(book({ meetings: [] }), [
    entry('a', { type: 'ExpensePaid', amount: 300, ...cash(-300) }, 1),
    entry('b', { type: 'ExpensePaid', amount: 70, ...cash(-70) }, 2),
    entry('c', { type: 'EntryReversed', reverses: 'a', reason: 'wrong-amount', ...cash(300) }, 3),
    // Of another day, which is not among these lines.
    entry('d', { type: 'EntryReversed', reverses: 'x', reason: 'did-not-happen', postings: [] }, 4),
  ])
  expect(lines).toEqual([
    { seq: 2, type: 'ExpensePaid', amount: 70 },
    { seq: 3, type: 'EntryReversed', amount: 300, correction: 'wrong-amount' },
    { seq: 4, type: 'EntryReversed', correction: 'did-not-happen' },
  ])
})

test('disputes that wait come first, the oldest of them first, and are late from the day after they were due', () => {
  const dispute = (disputeId: string, raisedOn: string, answers: object[] = []) => ({
    disputeId,
    raisedOn,
    about: { kind: 'savings', memberId: 'm1' },
    reason: 'wrong-amount',
    answers,
  })
  const answered = [{ answer: 'explained', on: '2025-02-20' }]
  const of = book({
    meetings: [],
    disputes: [
      dispute('00000000-0000-7000-8000-00000000000a', '2025-02-02', answered),
      dispute('00000000-0000-7000-8000-00000000000b', '2025-02-03'),
      dispute('00000000-0000-7000-8000-00000000000c', '2025-02-02'),
      dispute('00000000-0000-7000-8000-00000000000d', '2025-02-04', answered),
    ],
  })
  const all = disputesOf(of, '2025-02-05')
  expect(all.map(({ disputeId }) => disputeId.slice(-1))).toEqual(['c', 'b', 'd', 'a'])
  const { dueOn } = all[0]!
  const isLate = (day: string) => disputesOf(of, day).map((one) => one.isLate)
  expect(isLate(dueOn)).toEqual([false, false, false, false])
  const next = new Date(Date.parse(dueOn) + 86_400_000).toISOString().slice(0, 10)
  expect(isLate(next)).toEqual([true, true, false, false])
})

test('what is disputed is read from a form, and nothing else is', () => {
  expect(disputedFrom('savings', 'm1')).toEqual({ kind: 'savings', memberId: 'm1' })
  expect(disputedFrom('loan/l1', 'm1')).toEqual({ kind: 'loan', loanId: 'l1' })
  expect(disputedFrom('entry/e1', 'm1')).toEqual({ kind: 'entry', entryId: 'e1' })
  expect(disputedFrom('vote/e1', 'm1')).toBeUndefined()
})
