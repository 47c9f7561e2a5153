import { expect, test } from 'vitest'
import { nthSaved, savingAfter, savingStory } from '#test/support/saving-village.ts'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { waitingIn } from '#domain/savings/books.ts'
import { meetingDaysBetween, surplusParts } from '#domain/savings/share-out.ts'
import {
  allOfUs,
  byMeeting,
  byOfficers,
  officers,
  reversed,
  wordOf,
} from '#test/support/committee.ts'
import { booksOf } from '#test/support/taken-back.ts'
import { type StoryCommand, answerTo, booked, paid, paidOut } from '#test/support/village.ts'

const shares = (memberId: string, count: number, effectiveOn: string): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares: count,
})
const closed: StoryCommand = { type: 'ClosePeriod', effectiveOn: '2025-12-31' }
const shareOut = (
  more: Partial<Extract<StoryCommand, { type: 'ShareOut' }>> = {},
): StoryCommand => ({
  type: 'ShareOut',
  effectiveOn: '2026-01-20',
  isSurplusSplit: true,
  payOut: 'parts',
  ballot: allOfUs,
  ...more,
})

/** m1 holds two shares from January on, m2 one from July; a loan has brought 37,500 of interest, 4,000 are its provision. */
const year: readonly StoryCommand[] = [
  shares('m1', 2, '2025-01-20'),
  shares('m2', 1, '2025-07-20'),
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm3' }),
  ...[57_500, 56_700, 56_000, 55_200, 54_500, 53_700, 53_000, 52_200, 51_500, 50_700].map(
    (amount, i) => paid(`2025-${String(i + 2).padStart(2, '0')}-20`, amount),
  ),
  closed,
]

const bodyOf = (told: readonly StoryCommand[], one: StoryCommand) => {
  const answer = answerTo(savingAfter(told), one)
  if (answer.outcome !== 'recorded') throw new Error(JSON.stringify(answer))
  return answer.body as Extract<typeof answer.body, { type: 'SharedOut' }>
}

test('sixty to the members by share-months, thirty to the reserve, ten for running costs, to the last riel', () => {
  const body = bodyOf(year, shareOut())
  const { pool, members, reserve, runningCosts, rows } = body
  expect(members + reserve + runningCosts).toBe(pool)
  expect(members).toBe(Math.floor((pool * 60) / 100 / 100) * 100)
  // From February to January: thirteen meetings for each share of m1's, seven for m2's.
  const months = rows.map(({ memberId, shareMonths }) => [memberId, shareMonths])
  expect(months).toEqual([
    ['m1', 26],
    ['m2', 7],
  ])
  expect(rows.reduce((sum, { part }) => sum + part, 0)).toBe(members)
})

test('the worked example of a village: 886,900 are 532,100, 266,200 and 88,600', () => {
  expect(surplusParts(defaultCharter, 886_900)).toEqual({
    pool: 886_900,
    members: 532_100,
    reserve: 266_200,
    runningCosts: 88_600,
  })
})

test('what is split is saved, and what is to be handed out waits under its members’ names', () => {
  const village = savingAfter([...year, shareOut()])
  const { rows, pool, reserve, runningCosts } = bodyOf(year, shareOut())
  const part = rows.find(({ memberId }) => memberId === 'm1')!.part
  expect(booked(village, 'liability:savings:m1')).toBe(-10_000 - part)
  expect(booked(village, 'equity:undistributed-surplus')).toBe(0)
  expect(booked(village, 'equity:running-costs-reserve')).toBe(-runningCosts)
  expect(booked(village, 'equity:reserve')).toBe(-100_000_000 - reserve)
  expect(pool).toBeGreaterThan(0)
  expect(waitingIn(village).map(({ memberId, left }) => [memberId, left])).toEqual(
    rows.map(({ memberId, part: own }) => [memberId, own]),
  )
})

test('what an earlier split set aside for running costs comes back into the next pool', () => {
  const again: readonly StoryCommand[] = [
    ...year,
    shareOut(),
    { type: 'RecordDonation', effectiveOn: '2026-06-20', amount: 50_000 },
    { type: 'ClosePeriod', effectiveOn: '2026-12-31' },
  ]
  const first = bodyOf(year, shareOut())
  const second = bodyOf(again, shareOut({ effectiveOn: '2027-01-20' }))
  expect(second.pool).toBe(50_000 + first.runningCosts)
  const village = savingAfter([...again, shareOut({ effectiveOn: '2027-01-20' })])
  expect(booked(village, 'equity:running-costs-reserve')).toBe(-second.runningCosts)
})

test('no surplus is split while a fifth of the loans is at risk or under relief', () => {
  const late = paidOut({
    on: '2025-09-20',
    principal: 500_000,
    months: 10,
    loanId: 'l2',
    memberId: 'm4',
  })
  const told = [...year.slice(0, -1), late, closed]
  expect(wordOf(savingAfter(told), shareOut())).toBe('surplus-held')
  // People's own savings are theirs all the same.
  const own = shareOut({ isSurplusSplit: false, payOut: 'shares-and-parts' })
  expect(bodyOf(told, own).rows.map(({ memberId, payNow }) => [memberId, payNow])).toEqual([
    ['m1', 10_000],
    ['m2', 5_000],
  ])
})

test('a share-out is voted by the meeting and signed by a second person', () => {
  const village = savingAfter(year)
  expect(wordOf(village, shareOut({ ballot: byOfficers(officers) }))).toBe('the-meeting-must-vote')
  const hands = { present: 9, yes: 4, no: 4 }
  expect(wordOf(village, shareOut({ ballot: byMeeting(hands) }))).toBe('vote-lost')
  const few = { present: 5, yes: 5, no: 0 }
  expect(wordOf(village, shareOut({ ballot: byMeeting(few) }))).toBe('quorum-missing')
  expect(
    wordOf(
      village,
      shareOut({ ballot: byMeeting({ present: 9, yes: 8, no: 0 }, { confirmedBy: 'm1' }) }),
    ),
  ).toBe('confirmed-by-no-chair')
})

test('without a surplus, without shares or without anything to hand out there is no share-out', () => {
  expect(wordOf(savingAfter([closed]), shareOut())).toBe('no-surplus')
  const noShares = year.filter(({ type }) => type !== 'BuyShares')
  expect(wordOf(savingAfter(noShares), shareOut())).toBe('no-share-months')
  const nothing = shareOut({ isSurplusSplit: false, payOut: 'parts' })
  expect(wordOf(savingAfter(year), nothing)).toBe('nothing-to-share-out')
  const twice = shareOut({ effectiveOn: '2026-01-20' })
  expect(wordOf(savingAfter([...year, shareOut()]), twice)).toBe('share-out-before-the-last')
  const odd = shareOut({ payOut: 'all' as never })
  expect(wordOf(savingAfter(year), odd)).toBe('word-unknown')
})

test('the end of a cycle gives the shares back, and they count for no later split', () => {
  const told = [...year, shareOut({ payOut: 'shares-and-parts' })]
  const village = savingAfter(told)
  expect(waitingIn(village).find(({ memberId }) => memberId === 'm1')!.amount).toBeGreaterThan(
    10_000,
  )
  const later: readonly StoryCommand[] = [
    ...told,
    { type: 'RecordDonation', effectiveOn: '2026-06-20', amount: 50_000 },
    { type: 'ClosePeriod', effectiveOn: '2026-12-31' },
  ]
  const again = shareOut({ effectiveOn: '2027-01-20' })
  expect(wordOf(savingAfter(later), again)).toBe('no-share-months')
})

test('a share-out that is taken back was never there; money handed out on it is taken back before', () => {
  const told = [...year, shareOut()]
  const back = savingStory([...told, reversed(nthSaved(told.length), '2026-02-01')])
  expect(booksOf(back)).toEqual(booksOf(savingStory(year)))
  expect(waitingIn(back.village).map(({ left }) => left)).toEqual([0, 0])
  const out: StoryCommand = {
    type: 'RecordWithdrawal',
    effectiveOn: '2026-01-25',
    memberId: 'm1',
    amount: 500,
  }
  expect(wordOf(savingAfter([...told, out]), reversed(nthSaved(told.length), '2026-02-01'))).toBe(
    'reverse-others-first',
  )
})

test('meeting days lie after the first day and through the last', () => {
  const between = { from: '2025-01-20', to: '2025-03-20' }
  expect(meetingDaysBetween(20, between)).toEqual(['2025-02-20', '2025-03-20'])
  expect(meetingDaysBetween(31, { from: '2025-01-01', to: '2025-03-01' })).toEqual([
    '2025-01-31',
    '2025-02-28',
  ])
})
