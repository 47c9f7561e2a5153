import { expect, test } from 'vitest'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { FundBook } from '#domain/health/book.ts'
import { accountName } from '#src/lists/account-name.ts'
import { type ListName, lists } from '#src/lists/all.ts'
import { memberColumns } from '#src/lists/members.ts'
import { listSourceOf } from '#src/exchange/list-files.ts'
import { viewChanges } from '#src/app/views.ts'
import { gathered } from '#test/support/gathered.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const rowsOf = async (name: ListName, told: readonly StoryCommand[], asOf: string) => {
  const story = storyOf(told)
  const { postings } = viewChanges(story.village, story.entries)
  const asked = listSourceOf({
    book: fundBookOf(story),
    asOf,
    knownAt: null,
    notes: new Map(),
    postings,
    entries: () => (async function* () {})(),
  })
  return gathered(lists[name].rows(asked))
}
const begun = [
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m2', { sex: 'm' }),
  admitted('m1'),
]
const saved = (effectiveOn: string, amount: number, memberId = 'm1'): StoryCommand => ({
  type: 'RecordDeposit',
  effectiveOn,
  memberId,
  amount,
})
const joined = (memberId: string, effectiveOn: string): StoryCommand =>
  ({ ...admitted(memberId), effectiveOn }) as StoryCommand
const died = (memberId: string, effectiveOn: string): StoryCommand =>
  ({ type: 'RecordDeath', effectiveOn, memberId }) as StoryCommand

test('members of a day are those who had come by then, with what they had saved through it', async () => {
  const told = [...begun, joined('m3', '2025-03-10'), saved('2025-03-10', 500)]
  const on = async (day: string) =>
    (await rowsOf('members', told, day)).map((row) => `${row['card']} ${row['savings']}`)
  expect(await on('2025-03-09')).toEqual(['M1 0', 'M2 0'])
  expect(await on('2025-03-10')).toEqual(['M1 500', 'M2 0', 'M3 0'])
})

test('meetings of a day are those that were held by then, in their order', async () => {
  const meeting = (effectiveOn: string, present: readonly string[]): StoryCommand => ({
    type: 'RecordAttendance',
    effectiveOn,
    present,
    absent: ['m1', 'm2'].filter((one) => !present.includes(one)),
  })
  const told = [
    ...begun,
    meeting('2025-02-20', ['m1', 'm2']),
    meeting('2025-01-20', ['m1']),
    meeting('2025-03-20', []),
  ]
  const on = async (day: string) =>
    (await rowsOf('meetings', told, day)).map((row) => [
      row['held_on'],
      row['present'],
      row['absent'],
    ])
  expect(await on('2025-01-19')).toEqual([])
  expect(await on('2025-01-20')).toEqual([['2025-01-20', 1, 1]])
  expect(await on('2025-02-20')).toEqual([
    ['2025-01-20', 1, 1],
    ['2025-02-20', 2, 0],
  ])
  expect((await on('2025-03-20')).map(([heldOn]) => heldOn)).toEqual([
    '2025-01-20',
    '2025-02-20',
    '2025-03-20',
  ])
})

test('since when a member is as she is today was not known before that day', () => {
  const [member] = fundBookOf(
    storyOf([founded(), admitted('m1'), died('m1', '2025-03-10')]),
  ).members
  const since = (asOf: string) => memberColumns.since.of({ member: member!, asOf })
  expect([since('2025-03-09'), since('2025-03-10')]).toEqual(['2025-01-01', '2025-03-10'])
})

test('an account is told by the number of the card or the loan that people know', () => {
  const book = {
    members: [{ memberId: 'm1', card: 'M01' }],
    loans: [{ loanId: 'l1', number: 'L25-1' }],
  } as unknown as FundBook
  const told = (account: AccountId) => accountName(book, account)
  expect(told('asset:loan:l1')).toBe('asset:loan:L25-1')
  expect(told('liability:savings:m1')).toBe('liability:savings:M01')
  expect(told('asset:cash-box')).toBe('asset:cash-box')
  expect(told('liability:savings:l1')).toBe('liability:savings:l1')
})

test('postings of a day are those whose books are of that day or before', async () => {
  const told = [...begun, saved('2025-03-10', 500)]
  const on = async (day: string) => (await rowsOf('postings', told, day)).length
  expect((await on('2025-03-10')) - (await on('2025-03-09'))).toBe(2)
  expect(await on('2025-03-11')).toBe(await on('2025-03-10'))
})

const yearOf = async (told: readonly StoryCommand[], asOf: string) =>
  (await rowsOf('cycles', told, asOf)).at(-1)!

test('who was a member on the eve and is none on the last day has dropped out of the year', async () => {
  const told = [
    ...begun,
    joined('m3', '2025-12-31'),
    died('m2', '2026-05-10'),
    joined('m4', '2026-07-01'),
  ]
  const people = async (asOf: string) => {
    const row = await yearOf(told, asOf)
    return [row['members_start'], row['members_end'], row['women_end'], row['dropped_out']]
  }
  expect(await people('2025-12-30')).toEqual([2, 2, 1, 0])
  // In the first year those of the first day are there at its start.
  expect(await people('2025-12-31')).toEqual([2, 3, 2, 0])
  expect(await people('2026-05-09')).toEqual([3, 3, 2, 0])
  expect(await people('2026-05-10')).toEqual([3, 2, 2, 1])
  expect(await people('2026-07-01')).toEqual([3, 3, 3, 1])
  expect((await yearOf(told, '2026-05-09'))['women_percent']).toBe(66.67)
})

test('a loan is late from the day after its instalment, and what is given up is told in its year alone', async () => {
  const told = [
    ...begun,
    paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId: 'l1' }),
    takenOver({ on: '2024-06-20', principal: 60_000, months: 6, owed: 30_000, loanId: 'l2' }),
    paid('2025-02-20', [0, 30_000], 'l2'),
    {
      type: 'RecordWriteOff',
      effectiveOn: '2025-12-31',
      loanId: 'l1',
      amount: 40_000,
    } as StoryCommand,
    {
      type: 'RecordWriteOff',
      effectiveOn: '2026-01-01',
      loanId: 'l1',
      amount: 10_000,
    } as StoryCommand,
  ]
  const late = async (asOf: string) => {
    const row = await yearOf(told, asOf)
    return [row['loans_outstanding_count'], row['loans_late_count'], row['loans_late']]
  }
  // The second loan should have been repaid in the year before, and is paid off on the day of the first instalment.
  expect(await late('2025-02-19')).toEqual([2, 1, 30_000])
  expect(await late('2025-02-20')).toEqual([1, 0, 0])
  expect(await late('2025-02-21')).toEqual([1, 1, 100_000])
  const givenUp = async (asOf: string) => (await yearOf(told, asOf))['written_off']
  expect(await givenUp('2025-12-30')).toBe(0)
  expect(await givenUp('2025-12-31')).toBe(40_000)
  expect(await givenUp('2026-01-01')).toBe(10_000)
  expect(await givenUp('2027-01-01')).toBe(0)
})

test('what a year brought is held against the middle of its start and end', async () => {
  const told = [
    ...begun,
    saved('2025-01-01', 100_000),
    saved('2026-03-01', 300_000),
    { type: 'RecordExpense', effectiveOn: '2026-01-01', amount: 10_000 } as StoryCommand,
    { type: 'RecordExpense', effectiveOn: '2025-12-31', amount: 7_000 } as StoryCommand,
  ]
  // 10,000 lost; savings of 100,000 and 400,000; assets of 1,093,000 and 1,383,000.
  expect(await yearOf(told, '2026-12-31')).toMatchObject({
    from: '2026-01-01',
    income: 0,
    costs: 10_000,
    surplus: -10_000,
    return_on_savings_percent: -4,
    return_on_assets_percent: -0.81,
    savings: 400_000,
    savings_per_member: 200_000,
    loans_of_savings_percent: 0,
    borrowed: 0,
  })
  expect(await yearOf(told, '2025-12-31')).toMatchObject({ costs: 7_000, from: '2025-01-01' })
})

test('where nobody is a member nobody shares anything, and nothing is a part of nothing', async () => {
  const row = await yearOf([founded({ opening: { cash: 5, reserve: 5 } })], '2025-06-01')
  expect(row).toMatchObject({
    members_end: 0,
    women_percent: null,
    savings_per_member: null,
    loans_of_savings_percent: null,
    return_on_savings_percent: null,
    return_on_assets_percent: 0,
  })
})

test('all income of a year is added up, all its costs, and what the fund owes outside', async () => {
  const story = storyOf(begun)
  const row = (account: AccountId, amount: number) => ({
    account,
    currency: 'KHR' as const,
    on: '2025-05-01',
    amount,
    isClosing: false,
  })
  const book = {
    ...fundBookOf(story),
    balances: [
      row('income:interest', -700),
      row('income:fines', -20),
      row('income:donations', -3),
      row('expense:running-costs', 50),
      row('expense:cash-shortage', 4),
      row('liability:borrowing:b1', -900),
    ],
  }
  const entries = () => (async function* () {})()
  const [told] = await gathered(
    lists.cycles.rows({ book, asOf: '2025-06-01', postings: [], entries }),
  )
  expect(told).toMatchObject({ income: 723, costs: 54, surplus: 669, borrowed: 900 })
})
