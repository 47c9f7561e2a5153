import { expect, test } from 'vitest'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { claimOf } from '#domain/loans/books.ts'
import { allOfUs, byMeeting, byOfficers, officers } from '#test/support/committee.ts'
import { committeeAfter, committeeStory, flagsOf, wordOf } from '#test/support/committee.ts'
import { carriedOver, flat } from '#test/support/older.ts'
import {
  type StoryCommand,
  booked,
  loanIn,
  paid,
  paidOut,
  standingIn,
  answerTo,
  bodyOf,
} from '#test/support/village.ts'

const half = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const givenUp = (on: string, ballot: Ballot = allOfUs): StoryCommand => ({
  type: 'WriteOffLoan',
  effectiveOn: on,
  loanId: 'l1',
  ballot,
})
const recovered = (on: string, amount: number): StoryCommand => ({
  type: 'RecordRecovery',
  effectiveOn: on,
  loanId: 'l1',
  amount,
})
const lost = [half, paid('2025-02-20', 57_500), givenUp('2025-12-20')]

test('the meeting gives up all that is owed of a loan, and the claim stays', () => {
  const village = committeeAfter(lost)
  expect(standingIn(village, '2025-12-20')).toMatchObject({
    status: 'written-off',
    owed: 0,
    writtenOff: 450_000,
    daysPastDue: 0,
    overdue: 0,
  })
  expect(claimOf(loanIn(village))).toBe(450_000)
  expect(booked(village, 'asset:loan:l1')).toBe(0)
  expect(booked(village, 'asset:loan-loss-provision')).toBe(450_000)
})

test('a loan is given up by a vote of the meeting and by nobody else', () => {
  const village = committeeAfter([half])
  const word = (ballot: Ballot) => wordOf(village, givenUp('2025-12-20', ballot))
  expect(word(byOfficers(officers))).toBe('the-meeting-must-vote')
  expect(word(byMeeting({ present: 6, yes: 6, no: 0 }))).toBe('quorum-missing')
  expect(word(byMeeting({ present: 8, yes: 4, no: 4 }))).toBe('vote-lost')
  expect(word(byMeeting({ present: 8, yes: 5, no: 2 }, { confirmedBy: 'o2' }))).toBe(
    'confirmed-by-no-chair',
  )
  expect(word(allOfUs)).toBe('recorded')
})

test('no loan is given up twice, nor one that is repaid, nor before it was lent', () => {
  expect(wordOf(committeeAfter(lost), givenUp('2025-12-21'))).toBe('loan-not-open')
  const closed = committeeAfter([half, paid('2025-02-20', 507_500)])
  expect(wordOf(closed, givenUp('2025-12-20'))).toBe('loan-not-open')
  expect(wordOf(committeeAfter([half]), givenUp('2025-01-19'))).toBe('loan-not-open')
  expect(wordOf(committeeAfter([]), givenUp('2025-12-20'))).toBe('loan-unknown')
})

test('no interest is counted on what was given up', () => {
  const village = committeeAfter(lost)
  const then = standingIn(village, '2025-12-20').interestDue
  expect(standingIn(village, '2026-12-31').interestDue).toBe(then)
})

test('what comes later frees what was set aside and does not make the loan live again', () => {
  const village = committeeAfter([...lost, recovered('2026-02-20', 100_000)])
  expect(claimOf(loanIn(village))).toBe(350_000)
  expect(standingIn(village, '2026-02-20')).toMatchObject({ status: 'written-off', owed: 0 })
  expect(booked(village, 'asset:loan-loss-provision')).toBe(350_000)
  expect(booked(village, 'asset:cash-box')).toBe(100_000_000 - 500_000 + 57_500 + 100_000)
  expect(booked(village, 'income:interest')).toBe(-7_500)
})

test('up to the claim nothing is said; beyond it the money waits for its owner', () => {
  const village = committeeAfter([...lost, recovered('2026-02-20', 400_000)])
  expect(flagsOf(village, recovered('2026-03-20', 50_000))).toEqual([])
  expect(flagsOf(village, recovered('2026-03-20', 50_001))).toEqual(['above-claim'])
  const more = committeeAfter([
    ...lost,
    recovered('2026-02-20', 400_000),
    recovered('2026-03-20', 60_000),
  ])
  expect(claimOf(loanIn(more))).toBe(0)
  expect(booked(more, 'asset:loan-loss-provision')).toBe(0)
  expect(booked(more, 'liability:suspense:m1')).toBe(-10_000)
})

test('money for a claim that does not exist yet waits; the vote, written down late, finds it', () => {
  const early = committeeAfter([half, recovered('2026-02-20', 100_000)])
  expect(booked(early, 'liability:suspense:m1')).toBe(-100_000)
  const turned = committeeAfter([half, recovered('2026-02-20', 100_000), givenUp('2025-12-20')])
  expect(booked(turned, 'liability:suspense:m1')).toBe(0)
  expect(booked(turned, 'asset:loan-loss-provision')).toBe(400_000)
})

test('what came in before a loan was given up is no recovery of it', () => {
  const village = committeeAfter([half, recovered('2025-06-20', 100_000), givenUp('2025-12-20')])
  expect(booked(village, 'liability:suspense:m1')).toBe(-100_000)
  expect(claimOf(loanIn(village))).toBe(500_000)
})

test("a repayment of a loan that was given up, with no interest waiting, is its owner's money", () => {
  const village = committeeAfter([...lost.slice(0, 2), givenUp('2025-02-21')])
  expect(flagsOf(village, paid('2026-02-20', 10_000))).toContain('overpaid')
})

test('the vote stands in the journal, a note of the book has a minute at best', () => {
  const { entries } = committeeStory(lost)
  expect(entries.at(-1)!.body).toMatchObject({ type: 'LoanWrittenOff', ballot: allOfUs, flags: [] })
  const village = committeeAfter([half])
  const noted: StoryCommand = {
    type: 'RecordWriteOff',
    effectiveOn: '2025-12-20',
    loanId: 'l1',
    amount: 500_000,
  }
  expect(flagsOf(village, noted)).toEqual(['without-minute'])
  expect(flagsOf(village, { ...noted, minute: 'M-12' } as StoryCommand)).toEqual([])
  expect(flagsOf(village, { ...noted, minute: 'M-12', amount: 400_000 } as StoryCommand)).toEqual([
    'differs-from-owed',
  ])
})

test('a payment of the same loan that is found later lowers what was given up', () => {
  const village = committeeAfter([...lost, paid('2025-06-20', 100_000)])
  const { writtenOff, owed } = standingIn(village, '2025-12-20')
  expect(owed).toBe(0)
  expect(writtenOff).toBeLessThan(450_000)
  expect(booked(village, 'asset:loan-loss-provision')).toBe(writtenOff)
})

test('what comes in on the day of the vote is a recovery, what came a day before is none', () => {
  const claimAfter = (on: string) =>
    claimOf(loanIn(committeeAfter([half, recovered(on, 100_000), givenUp('2025-12-20')])))
  expect(['2025-12-19', '2025-12-20', '2025-12-21'].map(claimAfter)).toEqual([
    500_000, 400_000, 400_000,
  ])
})

test('recoveries are taken in the order of their days, whatever the order in which they are told', () => {
  const [first, second] = [recovered('2026-02-20', 400_000), recovered('2026-03-20', 60_000)]
  for (const told of [
    [first, second],
    [second, first],
  ]) {
    const village = committeeAfter([...lost, ...told])
    expect(booked(village, 'liability:suspense:m1', '2026-03-19')).toBe(0)
    expect(booked(village, 'liability:suspense:m1', '2026-03-20')).toBe(-10_000)
  }
})

test('a loan that is paid but for old interest that nobody may ask for is closed, not given up', () => {
  const told = [
    carriedOver(flat('10', { fee: 100_000, interestPaidBefore: 250_000 }), { owed: 1_400_000 }),
    paid('2025-01-20', [0, 1_150_000]),
  ]
  const village = committeeAfter(told)
  expect(standingIn(village, '2025-01-20')).toMatchObject({ status: 'closed', writtenOff: 250_000 })
  expect(claimOf(loanIn(village))).toBe(0)
})

test('a loan is given up on the day on which it was lent, with a riel owed, and not with none', () => {
  expect(wordOf(committeeAfter([half]), givenUp('2025-01-20'))).toBe('recorded')
  const almost = committeeAfter([half, paid('2025-02-20', 507_499)])
  expect(wordOf(almost, givenUp('2025-12-20'))).toBe('recorded')
})

test('a recovery and a note of a loss are whole sums of a loan that is there', () => {
  const village = committeeAfter(lost)
  for (const amount of [0, -1, 0.5])
    expect(wordOf(village, recovered('2026-02-20', amount))).toBe('amount-not-whole')
  expect(wordOf(village, recovered('2026-02-20', 1))).toBe('recorded')
  expect(wordOf(committeeAfter([]), recovered('2026-02-20', 1))).toBe('loan-unknown')
  const noted: StoryCommand = {
    type: 'RecordWriteOff',
    effectiveOn: '2025-12-20',
    loanId: 'l1',
    amount: 0,
  }
  expect(wordOf(committeeAfter([half]), noted)).toBe('amount-not-whole')
  expect(wordOf(committeeAfter([]), { ...noted, amount: 1 } as StoryCommand)).toBe('loan-unknown')
  expect(wordOf(committeeAfter([half]), { ...noted, amount: 1, minute: '' } as StoryCommand)).toBe(
    'minute-not-a-code',
  )
})

test('the minute of a loss stands in its entry, and a vote with a stranger in it gives nothing up', () => {
  const village = committeeAfter([half])
  const noted = { type: 'RecordWriteOff', effectiveOn: '2025-12-20', loanId: 'l1', amount: 500_000 }
  expect(bodyOf(answerTo(village, { ...noted, minute: 'M-12' } as StoryCommand))).toHaveProperty(
    'minute',
    'M-12',
  )
  expect(bodyOf(answerTo(village, noted as StoryCommand))).not.toHaveProperty('minute')
  const ballot = byMeeting({ present: 9, yes: 8, no: 0 }, { recused: ['nobody'] })
  expect(answerTo(village, givenUp('2025-12-20', ballot))).toMatchObject({ outcome: 'invalid' })
})
