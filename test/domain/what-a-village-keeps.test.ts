import { expect, test } from 'vitest'
import { worldsOfLoan } from '#domain/room-states.ts'
import {
  appraised,
  committeeAfter,
  committeeStory,
  decided,
  requested,
  wordOf,
} from '#test/support/committee.ts'
import {
  type StoryCommand,
  admitted,
  booked,
  founded,
  openedOn,
  paid,
  paidOut,
  storyOf,
  villageAfter,
} from '#test/support/village.ts'

const died: StoryCommand = { type: 'RecordDeath', effectiveOn: '2025-03-20', memberId: 'm1' }
const spent = (effectiveOn: string, amount = 100): StoryCommand => ({
  type: 'RecordExpense',
  effectiveOn,
  amount,
})
const counted = (
  type: 'OpenMeeting' | 'CloseMeeting',
  effectiveOn: string,
  amount: number,
): StoryCommand => ({ type, effectiveOn, count: { amount, isByNote: true } })
const inTheBox = founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } })

/** The founder writes all but the last, which somebody else does, months later or when it is said. */
const lastBy = (by: string, told: readonly StoryCommand[], at = '2026-09-30T09:00:00.000Z') => {
  const isLast = (i: number): boolean => i === told.length - 1
  return storyOf(
    told,
    (_, i) => (isLast(i) ? at : '2026-06-01T02:00:00.000Z'),
    (_, i) => (isLast(i) ? by : 'story'),
  )
}

test('a death that an older book tells stops what falls due at once, one that somebody alone writes after a week', () => {
  const told = [inTheBox, admitted('m1'), died]
  const said = (story: ReturnType<typeof lastBy>) => story.entries.at(-1)!.body
  expect(said(storyOf(told))).toMatchObject({ flags: [] })
  expect(said(storyOf(told))).not.toHaveProperty('duesFrom')
  // A week from the day on which it was written, at whatever hour.
  expect(said(lastBy('somebody', told))).toMatchObject({
    flags: ['by-one-word'],
    duesFrom: '2026-10-07',
  })
})

test('whoever was of a house thirty-one days ago is of it still where a loan is voted, and before that no more', () => {
  const house = (
    change: 'formed' | 'joined',
    householdId: string,
    ...memberIds: string[]
  ): StoryCommand => ({
    type: 'RecordHousehold',
    effectiveOn: '2025-01-10',
    change,
    householdId,
    memberIds,
  })
  const told = [
    inTheBox,
    admitted('m1'),
    admitted('m2'),
    house('formed', 'h1', 'm1', 'm2'),
    house('joined', 'h2', 'm2'),
  ]
  const { village } = lastBy('somebody', told, '2026-07-01T00:00:00.000Z')
  const livesWith = (on: string) =>
    worldsOfLoan(village, { loanId: 'l1', requestedOn: on, on }).some(({ members }) =>
      members.some(({ memberId, placements }) => memberId === 'm2' && placements?.length === 1),
    )
  // Thirty-one days before 1 August is 1 July.
  expect([livesWith('2026-08-01'), livesWith('2026-08-02')]).toEqual([true, false])
})

test('where in the journal a loan was asked for is the place of the request, whatever comes after', () => {
  const { village, entries } = committeeStory([requested(), appraised(), decided()])
  const { seq } = entries.find(({ body }) => body.type === 'LoanRequested')!
  expect([...village.askedAt]).toEqual([['l1', seq]])
})

test('a new price of a share stands in the way of nobody who has none, but of one share that was bought after that day', () => {
  const amended: StoryCommand = {
    type: 'AmendCharter',
    effectiveOn: '2025-02-10',
    votes: { present: 2, yes: 2, no: 0 },
    charter: { ...villageAfter([founded()]).fund!.charters[0]!.charter, shareValue: 10_000 },
  }
  const saves: StoryCommand = {
    type: 'RecordDeposit',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    amount: 5_000,
  }
  const buys: StoryCommand = {
    type: 'BuyShares',
    effectiveOn: '2025-02-20',
    memberId: 'm1',
    shares: 1,
  }
  const wordAfter = (...more: StoryCommand[]) =>
    wordOf(villageAfter([inTheBox, admitted('m1'), admitted('m2'), ...more]), amended)
  expect(wordAfter(saves)).toBe('recorded')
  expect(wordAfter(buys)).toBe('shares-stand-at-the-old-price')
  expect(wordAfter({ ...saves, effectiveOn: '2025-01-20' }, buys)).toBe(
    'shares-stand-at-the-old-price',
  )
})

test('a fund that rests begins nothing, and still takes what is owed and pays what it costs', () => {
  const rests: StoryCommand = {
    type: 'DecideFuture',
    effectiveOn: '2025-02-10',
    future: 'rest',
    votes: { present: 10, yes: 10, no: 0 },
    confirmedBy: 'o2',
  }
  const lent = paidOut({ on: '2025-01-20', principal: 100_000, months: 5 })
  const resting = committeeAfter([lent, rests])
  expect(wordOf(resting, paid('2025-02-20', 20_000))).toBe('recorded')
  expect(wordOf(resting, spent('2025-02-20'))).toBe('recorded')
  expect(wordOf(resting, requested({ on: '2025-02-20', loanId: 'l2' }))).toBe('fund-does-not-go-on')
})

test('what a fund began with was in the box before its first day was over', () => {
  const village = villageAfter([inTheBox, counted('OpenMeeting', openedOn, 1_000_000)])
  expect(booked(village, 'expense:cash-shortage')).toBe(0)
  const short = villageAfter([inTheBox, counted('OpenMeeting', openedOn, 999_000)])
  expect(booked(short, 'expense:cash-shortage')).toBe(1_000)
})

test('a box that is counted once more when the meeting closes holds what was counted last', () => {
  const closes = (amount: number) => counted('CloseMeeting', '2025-01-20', amount)
  const village = villageAfter([inTheBox, closes(900_000), closes(890_000)])
  expect(booked(village, 'asset:cash-box')).toBe(890_000)
  expect(booked(village, 'expense:cash-shortage')).toBe(110_000)
})

test('who kept the box at a count stays so whatever is written later; of an older count its book says it', () => {
  const keeps = (memberId: string, effectiveOn: string): StoryCommand => ({
    type: 'AppointOfficer',
    effectiveOn,
    memberId,
    office: 'box-keeper',
  })
  const told = [
    inTheBox,
    admitted('m1'),
    keeps('m1', openedOn),
    counted('CloseMeeting', '2025-01-20', 900_000),
  ]
  const keepers = ({ village }: ReturnType<typeof lastBy>) =>
    village.meetings.get('2025-01-20')!.keepers
  expect(keepers(lastBy('somebody', told))).toEqual(['m1'])
  expect(keepers(storyOf(told))).toBeUndefined()
})

test('what is written after the count of its day is kept beside that count', () => {
  const village = villageAfter([
    inTheBox,
    counted('CloseMeeting', '2025-01-20', 900_000),
    spent('2025-01-15', 7_000),
  ])
  const { facts } = village.counted.byCount.get('2025-01-20')!
  expect(Object.values(facts)).toEqual([-7_000])
})

test('a book has come as far as the last day that anything in it is about, money or none', () => {
  const daysOf = (...told: StoryCommand[]) => villageAfter([inTheBox, ...told]).last!.on
  expect(daysOf({ ...admitted('m1'), effectiveOn: '2025-04-10' })).toBe('2025-04-10')
  expect(daysOf({ ...admitted('m1'), effectiveOn: '2025-04-10' }, spent('2025-03-01'))).toBe(
    '2025-04-10',
  )
})
