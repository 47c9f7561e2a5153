import { expect, test } from 'vitest'
import {
  heldBy,
  savedByMember,
  savingsViewOf,
  shareOutViewOf,
  withdrawalAnswerOf,
} from '#src/app/members/savings-view.ts'
import { savingsAccounts } from '#src/app/savings-rows.ts'
import { viewChanges } from '#src/app/views.ts'
import { allOfUs, reversed } from '#test/support/committee.ts'
import { nthSaved, savingStory } from '#test/support/saving-village.ts'
import {
  type Story,
  type StoryCommand,
  admitted,
  answerTo,
  fundBookOf,
  paid,
  paidOut,
} from '#test/support/village.ts'

const factsOf = (story: Story) => {
  const book = fundBookOf(story)
  const accounts: readonly string[] = savingsAccounts(book)
  const { postings } = viewChanges(story.village, story.entries)
  return { book, postings: postings.filter(({ account }) => accounts.includes(account)) }
}

const year: readonly StoryCommand[] = [
  { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 2 },
  { type: 'BuyShares', effectiveOn: '2025-07-20', memberId: 'm2', shares: 1 },
  { type: 'BuyShares', effectiveOn: '2025-07-20', memberId: 'm2', shares: 4 },
  reversed(nthSaved(3), '2025-07-21'),
  { type: 'RecordDeposit', effectiveOn: '2025-03-20', memberId: 'm1', amount: 7_300 },
  paidOut({ on: '2025-01-20', principal: 500_000, months: 10, memberId: 'm1' }),
  { ...paid('2025-02-20', 57_500), excessTo: 'savings' } as StoryCommand,
  { ...paid('2025-03-20', 600_000), excessTo: 'savings' } as StoryCommand,
  { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
]
const asks: StoryCommand = {
  type: 'RequestWithdrawal',
  effectiveOn: '2026-01-10',
  memberId: 'm2',
  amount: 2_000,
}

test('the pages count what members hold as decisions do, lines that were taken back left out', () => {
  const { members, queue } = savingsViewOf(factsOf(savingStory([...year, asks])), '2026-01-10')
  const of = (card: string) => members.find((one) => one.card === card)!
  expect(of('M1')).toMatchObject({ shares: 2, inShares: 10_000 })
  expect(of('M1').free).toBe(7_300 + of('M1').saved - 17_300)
  expect(of('M2')).toMatchObject({ shares: 1, saved: 5_000, waiting: 2_000 })
  expect(queue.map(({ card, left }) => [card, left])).toEqual([['M2', 2_000]])
})

test('beside a share-out stands what is owed on its day, and not what was paid later', () => {
  const facts = factsOf(savingStory(year))
  const owed = (on: string): number | undefined =>
    shareOutViewOf(facts, on, { isSurplusSplit: false, payOut: 'shares-and-parts' }).rows.find(
      ({ card }) => card === 'M1',
    )?.owed
  // 57,500 came on 20 February, of which 7,500 was interest; the rest came a month later.
  expect(['2025-02-19', '2025-02-20', '2025-03-19', '2025-03-20'].map(owed)).toEqual([
    500_000, 450_000, 450_000, 0,
  ])
})

test('the preview of a share-out is the decision, row by row', () => {
  const story = savingStory([...year, asks])
  for (const payOut of ['nothing', 'parts', 'shares-and-parts'] as const) {
    const command: StoryCommand = {
      type: 'ShareOut',
      effectiveOn: '2026-01-20',
      isSurplusSplit: true,
      payOut,
      ballot: allOfUs,
    }
    const answer = answerTo(story.village, command)
    const view = shareOutViewOf(factsOf(story), '2026-01-20', { isSurplusSplit: true, payOut })
    const { rows, pool } = view.plan
    expect(answer).toMatchObject({ outcome: 'recorded', body: { rows, pool } })
    expect(view.rows.find(({ card }) => card === 'M1')!.owed).toBe(0)
  }
})

const buys = (effectiveOn: string, memberId: string, shares = 1): StoryCommand => ({
  type: 'BuyShares',
  shares,
  effectiveOn,
  memberId,
})
const deposit = (effectiveOn: string, memberId: string, amount: number): StoryCommand => ({
  type: 'RecordDeposit',
  amount,
  effectiveOn,
  memberId,
})
const held = (effectiveOn: string): StoryCommand => ({
  type: 'RecordAttendance',
  present: ['m1'],
  absent: [],
  effectiveOn,
})

test('a meeting of the last twelve months without a share is a turn that was missed', () => {
  const facts = factsOf(
    savingStory([
      ...['2025-01-20', '2025-02-20', '2026-01-20', '2026-01-21'].map(held),
      buys('2025-02-20', 'm1'),
      // Money that is saved freely buys no share.
      deposit('2026-01-20', 'm1', 500),
    ]),
  )
  const missed = (asOf: string) =>
    savingsViewOf(facts, asOf).members.find(({ card }) => card === 'M1')!.missedTurns
  expect(missed('2025-01-19')).toBe(0)
  expect(missed('2025-01-20')).toBe(1)
  expect(missed('2025-02-20')).toBe(1)
  expect(missed('2026-01-19')).toBe(1)
  // The meeting of a year ago to the day is none of the twelve months any more.
  expect(missed('2026-01-20')).toBe(1)
  expect(missed('2026-01-21')).toBe(2)
})

test('members are shown in the order of their cards, and whoever had left before while something is here', () => {
  const former = (memberId: string): StoryCommand => admitted(memberId, { isFormer: true })
  const facts = factsOf(
    savingStory([
      former('m8'),
      former('m9'),
      {
        type: 'TakeOverSavings',
        effectiveOn: '2025-01-01',
        memberId: 'm9',
        amount: 4_000,
      },
    ]),
  )
  expect(savingsViewOf(facts, '2025-02-01').members.map(({ card }) => card)).toEqual([
    'M1',
    'M2',
    'M3',
    'M4',
    'M5',
    'M9',
    'O1',
    'O2',
    'O3',
    'O4',
    'O5',
  ])
})

test('what waits is what was asked and is not handed out yet, of each member apart', () => {
  const asked = (memberId: string, amount: number): StoryCommand => ({
    type: 'RequestWithdrawal',
    effectiveOn: '2025-02-01',
    memberId,
    amount,
  })
  const facts = factsOf(
    savingStory([
      deposit('2025-01-20', 'm1', 9_000),
      deposit('2025-01-20', 'm2', 5_000),
      asked('m1', 2_000),
      asked('m1', 3_000),
      asked('m2', 1_000),
      {
        type: 'RecordWithdrawal',
        effectiveOn: '2025-02-03',
        memberId: 'm1',
        amount: 2500,
      },
      {
        type: 'RecordWithdrawal',
        effectiveOn: '2025-02-03',
        memberId: 'm2',
        amount: 1_000,
      },
    ]),
  )
  const { members, queue } = savingsViewOf(facts, '2025-02-03')
  const waiting = Object.fromEntries(members.map((one) => [one.card, one.waiting]))
  expect([waiting['M1'], waiting['M2'], waiting['M3']]).toEqual([2_500, 0, 0])
  expect(queue.map(({ card, left }) => [card, left])).toEqual([['M1', 2_500]])
  const strangers = { ...facts, book: { ...facts.book, members: [] } }
  expect(savingsViewOf(strangers, '2025-02-03').queue[0]!.card).toBe('?')
})

test('what one member holds is counted with what loans brought, on the day asked', () => {
  const facts = factsOf(
    savingStory([
      deposit('2025-01-20', 'm1', 9_000),
      deposit('2025-01-20', 'm2', 5_000),
      paidOut({ on: '2025-01-20', principal: 50_000, months: 1 }),
      { ...paid('2025-02-20', 60_000), excessTo: 'savings' } as StoryCommand,
    ]),
  )
  // 60,000 less the loan of 50,000 and its interest of 700.
  const saved = (memberId: string, day: string) => [
    heldBy(facts, memberId, day).saved,
    savedByMember(facts, day).get(memberId),
  ]
  expect(saved('m1', '2025-01-19')).toEqual([0, 0])
  expect(saved('m1', '2025-02-19')).toEqual([9_000, 9_000])
  expect(saved('m1', '2025-02-20')).toEqual([18_300, 18_300])
  expect(saved('m2', '2025-02-20')).toEqual([5_000, 5_000])
  expect(saved('m3', '2025-02-20')).toEqual([0, undefined])
})

test('who asks is told now or when, by the cash of the fund alone', () => {
  const facts = factsOf(savingStory([deposit('2025-01-20', 'm1', 1_000)]))
  // 100,001,000 are in the box, of which a fifth of what stays saved must stay.
  const answer = (amount: number) => withdrawalAnswerOf(facts, { on: '2025-02-01', amount })
  expect(answer(1_000)).toMatchObject({ payNow: 1_000 })
  expect(answer(100_001_000)).toMatchObject({ payNow: 100_001_000 })
  expect(answer(100_001_001).payNow).toBeLessThan(100_001_001)
})

test('the parts of a share-out stand in the order of cards, beside what each owes through the day', () => {
  const facts = factsOf(
    savingStory([
      ...['m3', 'm1', 'm2'].map((memberId) => buys('2025-01-20', memberId)),
      paidOut({ on: '2025-01-20', principal: 90_000, months: 9, loanId: 'l2', memberId: 'm2' }),
      paidOut({ on: '2025-01-21', principal: 30_000, months: 3, loanId: 'l3', memberId: 'm2' }),
    ]),
  )
  const rows = (on: string) =>
    shareOutViewOf(facts, on, { isSurplusSplit: false, payOut: 'shares-and-parts' }).rows.map(
      ({ card, owed }) => [card, owed],
    )
  expect(rows('2025-01-20')).toEqual([
    ['M1', 0],
    ['M2', 90_000],
    ['M3', 0],
  ])
  expect(rows('2025-01-21')[1]).toEqual(['M2', 120_000])
})
