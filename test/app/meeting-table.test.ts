import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { inCardOrder } from '#src/app/meeting/card-order.ts'
import { atTable, cashOfPass, passCommands, tableOrder } from '#src/app/meeting/pass.ts'
import { nextOf, tableOf } from '#src/app/meeting/line.ts'
import { doubtsOf } from '#src/app/meeting/sheet-doubts.ts'
import { type SheetLine, sheetRowsOf } from '#src/app/meeting/sheet.ts'
import { membersOn } from '#src/app/meeting/view.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const on = '2025-02-20'
const charter = { rateMonthlyPercent: { normal: '0', seasonal: '0', emergency: '0' } }
const card = (memberId: string, number: string): StoryCommand =>
  ({ ...admitted(memberId), card: number }) as StoryCommand
const lent = (loanId: string, memberId: string, more: object = {}): StoryCommand =>
  ({
    ...paidOut({ on: '2025-01-20', principal: 100_000, months: 10, loanId, memberId }),
    ...more,
  }) as StoryCommand
const left = (memberId: string): StoryCommand => ({
  type: 'RecordMemberChange',
  effectiveOn: '2025-02-01',
  change: 'left',
  memberId,
})

const story = (...told: readonly StoryCommand[]) =>
  storyOf([
    founded({ charter, opening: { cash: 5_000_000, reserve: 5_000_000 } }),
    card('m10', 'M10'),
    card('m9', 'M9'),
    card('m1', 'M1'),
    card('m2', 'M2'),
    card('m3', 'M3'),
    ...told,
  ])
const bookWith = (...told: readonly StoryCommand[]) => fundBookOf(story(...told))

test('cards lie on the table by their numbers, in either script, and of equals by how they are written', () => {
  const order = (...cards: string[]) => cards.map((one) => ({ card: one })).toSorted(inCardOrder)
  const sorted = (...cards: string[]) => order(...cards).map((one) => one.card)
  expect(sorted('M10', 'M2', 'M1')).toEqual(['M1', 'M2', 'M10'])
  expect(sorted('M១០', 'M2')).toEqual(['M2', 'M១០'])
  expect(sorted('M2A', 'M2', 'M10')).toEqual(['M2', 'M2A', 'M10'])
  expect(sorted('M2B', 'M2A')).toEqual(['M2A', 'M2B'])
  expect(sorted('10', '9', 'A1')).toEqual(['9', '10', 'A1'])
  expect(sorted('A1', '10A', '9B')).toEqual(['9B', '10A', 'A1'])
  expect(sorted('M7', 'M07')).toEqual(['M07', 'M7'])
  expect(sorted('M07', 'M7')).toEqual(['M07', 'M7'])
  expect(sorted('M2', 'M2A')).toEqual(['M2', 'M2A'])
  expect(sorted('7', 'B7', '07')).toEqual(['07', '7', 'B7'])
  expect(inCardOrder({ card: 'M7' }, { card: 'M7' })).toBe(0)
  expect(inCardOrder({ card: 'M7' }, { card: 'M07' })).toBe(1)
})

test('a sheet has a line for each member and one more for each further loan, and then those who left and owe', () => {
  const book = bookWith(
    lent('l1', 'm1'),
    lent('l2', 'm1'),
    lent('l9', 'm9'),
    lent('l3', 'm3'),
    // Paid out at the meeting itself: nothing of it is repaid there.
    lent('l4', 'm2', { effectiveOn: on }),
    paid('2025-02-19', 100_000, 'l3'),
    left('m9'),
    left('m10'),
  )
  const rows = (day: string) =>
    sheetRowsOf(book, day).map(
      (one) => `${one.card}${one.isFirst ? '' : ' again'} ${one.loan?.number ?? '-'}`,
    )
  expect(rows(on)).toEqual(['M1 L1', 'M1 again L2', 'M2 -', 'M3 -', 'M9 L9'])
  expect(rows('2025-02-21')).toContain('M2 L4')
  // Who has left and owes comes after everybody, whatever the card.
  expect(sheetRowsOf(bookWith(lent('l1', 'm1'), left('m1')), on).map((one) => one.card)).toEqual([
    'M2',
    'M3',
    'M9',
    'M10',
    'M1',
  ])
  // What was paid off on the day stands on its sheet.
  expect(rows('2025-02-19')).toContain('M3 L3')
  expect(rows('2025-01-31')).toEqual(['M1 L1', 'M1 again L2', 'M2 -', 'M3 L3', 'M9 L9', 'M10 -'])
  expect(membersOn(book, '2025-01-31')).toHaveLength(5)
  expect(membersOn(book, on).map(({ memberId }) => memberId)).toEqual(['m1', 'm2', 'm3'])
})

const attended = (present: readonly string[], absent: readonly string[]): StoryCommand => ({
  type: 'RecordAttendance',
  effectiveOn: on,
  present,
  absent,
})

test('members come to the table one after another, and nobody comes after the last', () => {
  const book = bookWith(lent('l1', 'm1'), lent('l2', 'm1'))
  expect(tableOrder(book, on)).toEqual(['m1', 'm2', 'm3', 'm9', 'm10'])
  const table = tableOf(book, on, new Map([['m2', 500]]))
  expect(table.waiting).toEqual(['m1', 'm3', 'm9', 'm10'])
  const next = (memberId: string | undefined) => nextOf(table, memberId)
  expect([next(undefined), next('m1'), next('m9'), next('m10')]).toEqual([
    'm1',
    'm3',
    'm10',
    undefined,
  ])
})

test('at the table a member is seen with what she saved, owes and is asked for', () => {
  const book = bookWith(
    { type: 'RecordDeposit', effectiveOn: on, memberId: 'm1', amount: 3_000 },
    { type: 'RecordDeposit', effectiveOn: '2025-02-21', memberId: 'm1', amount: 900 },
    lent('l10', 'm1'),
    lent('l2', 'm1'),
    lent('l3', 'm1'),
    paid('2025-02-10', 100_000, 'l3'),
    lent('l4', 'm2'),
    attended(['m1'], ['m2']),
  )
  const seen = atTable(book, { on, memberId: 'm1' })!
  const due = { interest: 0, principal: 10_000, total: 10_000 }
  const loan = { owed: 100_000, due, settlement: 100_000, isPostponed: false }
  expect(seen).toEqual({
    memberId: 'm1',
    card: 'M1',
    isPresent: true,
    saved: 3_000,
    loans: [
      {
        loanId: 'l2',
        number: 'L2',
        ...loan,
      },
      {
        loanId: 'l10',
        number: 'L10',
        ...loan,
      },
    ],
    shareValue: 5_000,
    sharesMin: 1,
    sharesMax: 5,
    socialAsked: 1_000,
    fineAsked: 0,
  })
  // Whoever is absent pays the fine, and no contribution; of whom nothing is written both may be.
  expect(atTable(book, { on, memberId: 'm2' })).toMatchObject({
    isPresent: false,
    socialAsked: 0,
    fineAsked: 1_000,
  })
  expect(atTable(book, { on, memberId: 'm3' })).toMatchObject({
    isPresent: undefined,
    socialAsked: 1_000,
    fineAsked: 0,
    loans: [],
  })
  expect(atTable(book, { on: '2025-03-20', memberId: 'm1' })!.isPresent).toBeUndefined()
})

test('whoever has no line on the sheet does not come to the table', () => {
  const book = bookWith(left('m9'), lent('l1', 'm10'), left('m10'))
  expect(atTable(book, { on, memberId: 'm9' })).toBeUndefined()
  expect(atTable(book, { on, memberId: 'nobody' })).toBeUndefined()
  expect(atTable(book, { on, memberId: 'm10' })).toMatchObject({ card: 'M10' })
})

test('a loan is shown as put off from the first to the last day of its relief', () => {
  const book = bookWith(
    lent('l1', 'm1'),
    relieved('2025-02-20', { from: '2025-02-20', to: '2025-03-31' }),
  )
  const isPostponed = (day: string) =>
    atTable(book, { on: day, memberId: 'm1' })!.loans[0]!.isPostponed
  expect(['2025-02-19', '2025-02-20', '2025-03-31', '2025-04-01'].map(isPostponed)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

const pass = {
  memberId: 'm1',
  shares: 2,
  deposit: 300,
  social: 1_000,
  fine: 500,
  out: 40,
  repaid: [
    {
      loanId: 'l1',
      amount: 7_000,
    },
    {
      loanId: 'l2',
      amount: 0,
    },
    {
      loanId: 'l3',
      amount: 1,
    },
  ],
}

test('what is laid on the table adds up, and each part of it is a command of its own', () => {
  expect(cashOfPass(pass, 5_000)).toBe(10_000 + 300 + 1_000 + 500 - 40 + 7_001)
  const typesOf = (more: Partial<typeof pass>) =>
    passCommands({ ...pass, ...more }, { formId: 'f', hash: sha256, on }).map(
      ({ command }) => command.type,
    )
  const nothing = { shares: 0, deposit: 0, social: 0, fine: 0, out: 0, repaid: [] }
  expect(typesOf({})).toEqual([
    'BuyShares',
    'RecordDeposit',
    'RecordSocialContribution',
    'RecordFine',
    'RecordRepayment',
    'RecordRepayment',
    'RecordWithdrawal',
  ])
  expect(typesOf(nothing)).toEqual([])
  for (const [part, type] of [
    ['shares', 'BuyShares'],
    ['deposit', 'RecordDeposit'],
    ['social', 'RecordSocialContribution'],
    ['fine', 'RecordFine'],
    ['out', 'RecordWithdrawal'],
  ] as const)
    expect(typesOf({ ...nothing, [part]: 1 })).toEqual([type])
})

const line = (more: Partial<SheetLine>): SheetLine => ({
  row: 4,
  memberId: 'm1',
  isFirst: true,
  isPresent: true,
  shares: 0,
  savingsIn: 0,
  socialIn: 0,
  fineIn: 0,
  loanId: undefined,
  principal: 0,
  interest: 0,
  savingsOut: 0,
  ...more,
})

test('a sheet asks again about sums that are far from the usual, each in its row and column', () => {
  const told = story(
    { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm1', shares: 1 },
    { type: 'BuyShares', effectiveOn: '2025-01-20', memberId: 'm2', shares: 30 },
    lent('l1', 'm1'),
  )
  const known = {
    on,
    book: fundBookOf(told),
    savings: viewChanges(told.village, told.entries).postings.filter(({ account }) =>
      account.startsWith('liability:savings:'),
    ),
  }
  const doubts = (more: Partial<SheetLine>) =>
    doubtsOf(known, [line(more)]).map(
      ({ why, row, column, amount, than }) => `${why} ${row} ${column} ${amount} ${than}`,
    )
  expect(doubts({ shares: 9 })).toEqual([])
  expect(doubts({ shares: 10 })).toEqual(['ten-times-usual 4 savingsIn 50000 5000'])
  expect(doubts({ loanId: 'l1', principal: 29_999 })).toEqual([])
  expect(doubts({ loanId: 'l1', principal: 29_999, interest: 1 })).toEqual([
    'three-times-instalment 4 loanPrincipalIn 30000 10000',
  ])
  expect(doubts({ loanId: 'l9', principal: 90_000 })).toEqual([])
  expect(doubts({ loanId: 'l1' })).toEqual([])
  expect(
    doubtsOf(known, [line({ shares: 10, loanId: 'l1', principal: 90_000 })]).map(
      ({ column }) => column,
    ),
  ).toEqual(['savingsIn', 'loanPrincipalIn'])
})
