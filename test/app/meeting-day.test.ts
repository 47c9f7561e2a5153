import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { disputesOf, isWaitingIn } from '#src/app/meeting/disputes.ts'
import { broughtBy, entriesOfDay } from '#src/app/meeting/day-rows.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'
import { attendanceOn, meetingViewOf } from '#src/app/meeting/view.ts'
import { bookOf } from '#src/app/queries.ts'
import { appraised, committeeStory, decided, requested } from '#test/support/committee.ts'
import { fundId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, admitted, fundBookOf, idOf, paidOut } from '#test/support/village.ts'

const on = '2025-02-20'
const as = (n: number, told: object): StoryCommand =>
  ({ ...told, id: idOf(900 + n) }) as StoryCommand
const counted = (effectiveOn: string, type: 'OpenMeeting' | 'CloseMeeting', amount: number) => ({
  type,
  effectiveOn,
  count: {
    amount,
    isByNote: true,
  },
})
const change = (memberId: string, what: string): StoryCommand => ({
  type: 'RecordMemberChange',
  effectiveOn: '2025-02-01',
  memberId,
  change: what as 'left',
})
const present = (who: readonly string[]): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  absent: [],
  present: who,
})

test('a quorum is counted from those who have a vote on the day, and one exactly is one', () => {
  const half = { quorumPercent: 50 }
  const of = (who: readonly string[], ...told: readonly StoryCommand[]) =>
    attendanceOn(fundBookOf(committeeStory([...told, present(who)], half)), on)
  const five = ['o1', 'o2', 'o3', 'm1', 'm2']
  expect(of(five)).toMatchObject({ members: 10, needed: 5, isQuorum: true, womenPresent: 5 })
  expect(of(five.slice(1))).toMatchObject({ isQuorum: false })
  // One has left and one is away: of eight four are enough.
  const away = [change('m4', 'left'), change('m5', 'away')]
  expect(of(five.slice(1), ...away)).toMatchObject({ members: 8, needed: 4, isQuorum: true })
  const man = { ...admitted('m9'), sex: 'm' } as StoryCommand
  expect(of([...five, 'm9'], man)).toMatchObject({ present: 6, womenPresent: 5, needed: 6 })
})

test('of 60 members two thirds are 40', () => {
  const more = Array.from({ length: 50 }, (_, i) => admitted(`h${i}`))
  const who = (n: number) => ['o1', ...Array.from({ length: n - 1 }, (_, i) => `h${i}`)]
  const of = (n: number) => attendanceOn(fundBookOf(committeeStory([...more, present(who(n))])), on)
  expect(of(40)).toMatchObject({ members: 60, needed: 40, isQuorum: true })
  expect(of(39)).toMatchObject({ isQuorum: false })
})

test('what the counts of a meeting found is missing there, and what was moved is what people brought', async () => {
  const { kept } = await smallNetwork([
    counted(on, 'OpenMeeting', 99_999_700) as StoryCommand,
    { type: 'RecordDeposit', effectiveOn: on, memberId: 'm1', amount: 5_000 },
    counted(on, 'CloseMeeting', 100_004_690) as StoryCommand,
  ])
  const book = (await bookOf(kept, fundId))!
  expect(meetingViewOf(book, on)).toMatchObject({
    missing: 310,
    expectedAtOpening: 100_000_000,
    expectedNow: 0x5f5f35c,
    moves: [
      {
        entryType: 'SavingsDeposited',
        amount: 5_000,
      },
    ],
  })
})

test('the last meeting that was closed is the newest before the day, and one that goes on is none', () => {
  const book = fundBookOf(committeeStory())
  const held = (heldOn: string, isClosed: boolean) => ({
    heldOn,
    present: [],
    absent: [],
    closing: isClosed
      ? {
          amount: 1,
          isByNote: false,
          entryId: heldOn,
        }
      : undefined,
  })
  const meetings = [
    held('2025-02-01', true),
    held('2025-02-03', true),
    held('2025-02-02', true),
    held('2025-02-04', false),
  ] as never
  expect(closedBefore({ ...book, meetings }, on)?.heldOn).toBe('2025-02-03')
  expect(closedBefore({ ...book, meetings }, '2025-02-03')?.heldOn).toBe('2025-02-02')
  expect(closedBefore({ ...book, meetings }, '2025-02-01')).toBeUndefined()
})

test('a meeting that was brought in late is read from its own opening, before the one that was held before it', async () => {
  const { kept } = await smallNetwork([
    as(1, counted(on, 'OpenMeeting', 100_000_000)),
    as(2, { type: 'RecordExpense', effectiveOn: on, amount: 500 }),
    as(3, counted(on, 'CloseMeeting', 99_999_500)),
    as(4, counted('2025-01-20', 'OpenMeeting', 100_000_000)),
    as(5, counted('2025-01-20', 'CloseMeeting', 100_000_000)),
    as(6, { type: 'RecordExpense', effectiveOn: on, amount: 7 }),
  ])
  const book = (await bookOf(kept, fundId))!
  const ids = async (day: string, of = kept) =>
    (await entriesOfDay(of, { book, fundId, on: day })).map(({ id }) => Number(id.slice(-3)))
  expect(await ids(on)).toEqual([901, 902, 903, 906])
  expect(await ids('2025-01-20')).toEqual([904, 905])
  // Where the closing before it cannot be found, all is looked through.
  expect(await ids(on, { ...kept, find: async () => [] })).toEqual([901, 902, 903, 906])
})

test('what one member brought is added up over all lines', async () => {
  const { kept } = await smallNetwork([
    { type: 'RecordDeposit', effectiveOn: on, memberId: 'm1', amount: 5_000 },
    { type: 'RecordDeposit', effectiveOn: on, memberId: 'm1', amount: 300 },
    { type: 'RecordExpense', effectiveOn: on, amount: 40 },
  ])
  const book = (await bookOf(kept, fundId))!
  const entries = await entriesOfDay(kept, { book, fundId, on })
  expect([...broughtBy(book, entries)]).toEqual([['m1', 5_300]])
})

test('a dispute that was handed to the organisation waits still, and says where it is', () => {
  const dispute = (n: number, raisedOn: string, ...answers: readonly string[]) => ({
    disputeId: idOf(n),
    raisedOn,
    about: { kind: 'savings', memberId: 'm1' },
    reason: 'other',
    answers: answers.map((answer) => ({ answer, on })),
  })
  const disputes = [
    dispute(3, '2025-02-01'),
    dispute(1, '2025-02-03', 'stands'),
    dispute(2, '2025-02-01'),
    dispute(4, '2025-02-02', 'to-the-ngo'),
    dispute(6, '2025-02-04', 'corrected'),
    dispute(5, '2025-02-04', 'to-the-ngo', 'stands'),
  ] as never
  const all = disputesOf({ ...fundBookOf(committeeStory()), disputes }, '2025-02-05')
  expect(all.map(({ disputeId, isWithNgo }) => [Number(disputeId.slice(-3)), isWithNgo])).toEqual([
    [2, false],
    [3, false],
    [4, true],
    [6, false],
    [5, false],
    [1, false],
  ])
})

test('a dispute is answered by the meeting of which its household knew, although the fund has moved its meetings since', () => {
  const moved = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-10',
    votes: { present: 10, yes: 10, no: 0 },
    charter: { ...defaultCharter, meetingDay: 28 },
  } as const
  const raised = (raisedOn: string) => ({
    disputeId: idOf(1),
    raisedOn,
    about: { kind: 'savings', memberId: 'm1' },
    reason: 'other',
    answers: [],
  })
  const dueOf = (raisedOn: string) => {
    const disputes = [raised(raisedOn)] as never
    const [one] = disputesOf({ ...fundBookOf(committeeStory([moved])), disputes }, '2025-02-21')
    return [one!.dueOn, one!.isLate]
  }
  expect(dueOf('2025-02-09')).toEqual(['2025-02-20', true])
  expect(dueOf('2025-02-10')).toEqual(['2025-02-28', false])
})

test('the desk of a meeting tells how many requests wait for a look or a vote, and how many for their money', () => {
  const of = (loanId: string, memberId: string) => requested({ loanId, memberId })
  const book = fundBookOf(
    committeeStory([
      of('l1', 'm1'),
      of('l2', 'm2'),
      of('l3', 'm3'),
      of('l4', 'm4'),
      of('l5', 'm5'),
      ...['l2', 'l3', 'l4', 'l5'].map((loanId) => appraised({ loanId })),
      ...['l3', 'l4', 'l5'].map((loanId) => decided({ loanId })),
      paidOut({ on: '2025-01-21', principal: 500_000, months: 10, loanId: 'l5', memberId: 'm5' }),
      {
        type: 'RaiseDispute',
        effectiveOn: '2025-02-01',
        reason: 'other',
        id: idOf(800),
        about: {
          kind: 'savings',
          memberId: 'm1',
        },
      },
    ]),
  )
  expect(meetingViewOf(book, on)).toMatchObject({
    requestsWaiting: 2,
    payoutsWaiting: 2,
    disputesOpen: 1,
  })
})

test('a no to one loan keeps nobody from a no to another one, and is said once', () => {
  const about = (loanId: string) => ({ kind: 'loan', loanId }) as const
  const said = [{ disputeId: 'd1', about: about('l1'), raisedOn: on, answers: [] }] as never
  expect(isWaitingIn(said, about('l1'))).toBe(true)
  expect(isWaitingIn(said, about('l2'))).toBe(false)
  // Of a round it is one that was said on its first day, and none that was said before.
  const sinceRound = (day: string) => isWaitingIn(said, about('l1'), day)
  expect([sinceRound(on), sinceRound('2025-02-21')]).toEqual([true, false])
})
