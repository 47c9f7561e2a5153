import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { bookOf, lastDayOf } from '#src/app/queries.ts'
import { rebuildNetworkViews, rebuildViews } from '#src/app/rebuild.ts'
import { viewChanges } from '#src/app/views.ts'
import {
  allOfUs,
  appraised,
  beginningsOf,
  decided,
  disclosed,
  requested,
  reversed,
  saved,
} from '#test/support/committee.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import {
  type Story,
  type StoryCommand,
  fundBookOf,
  idOf,
  paid,
  paidOut,
  relieved,
  storyOf,
} from '#test/support/village.ts'

const as = (n: number, told: object): StoryCommand =>
  ({ ...told, id: idOf(900 + n) }) as StoryCommand
const lent = paidOut({ on: '2025-01-20', principal: 500_000, months: 10 })
const other = paidOut({
  on: '2025-01-20',
  principal: 90_000,
  months: 9,
  loanId: 'l2',
})
const deposit = { type: 'RecordDeposit', effectiveOn: '2025-02-01', memberId: 'm1', amount: 1_000 }
const count = { amount: 1, isByNote: false }
const on = { effectiveOn: '2025-02-20' }

/** The rows that the last of what is told changes, as `kind key`; what lists tell of the fund changes with each of them. */
const touchedBy = (...told: readonly object[]): string[] => {
  const { village, entries } = storyOf([
    ...beginningsOf({}, 100_000_000 - saved.length * 500_000),
    ...saved,
    ...(told as StoryCommand[]),
  ])
  const { subjects } = viewChanges(village, entries.slice(-1))
  expect(subjects.at(-1)!.kind).toBe('summary')
  return subjects.slice(0, -1).map(({ kind, key }) => `${kind} ${key}`)
}
const asks = { type: 'RequestWithdrawal', effectiveOn: '2025-02-01', memberId: 'm1', amount: 5_000 }
const died = {
  type: 'RecordDeath',
  effectiveOn: '2025-02-20',
  memberId: 'm1',
  confirmedBy: 'o2',
}
const borrowed = {
  type: 'RecordBorrowing',
  effectiveOn: '2025-02-01',
  borrowingId: 'ngo-1',
  lender: 'ngo',
  amount: 2_000_000,
  ratePercent: '6',
  schedule: [
    {
      on: '2025-08-01',
      principal: 2_000_000,
      interest: 60_000,
    },
  ],
  place: 'box',
}

test.each([
  ['what is lent without being asked for', [lent], ['loan l1']],
  [
    'what was asked for and is paid out',
    [requested(), disclosed(), appraised(), decided(), lent],
    ['loan l1', 'request l1'],
  ],
  ['a request', [requested()], ['request l1']],
  ['a price', [requested(), disclosed()], ['request l1']],
  ['an appraisal', [requested(), appraised()], ['request l1']],
  ['a vote', [requested(), disclosed(), appraised(), decided()], ['request l1']],
  ['a repayment', [lent, paid('2025-02-20', 57_500)], ['loan l1']],
  [
    'one sum for two loans',
    [
      lent,
      other,
      {
        ...on,
        type: 'RecordPaymentForLoans',
        memberId: 'm1',
        amount: 1_000,
        loanIds: ['l1', 'l2'],
      },
    ],
    ['loan l1', 'loan l2'],
  ],
  ['savings', [deposit], ['member m1']],
  ['a gift to the fund', [{ ...on, type: 'RecordDonation', amount: 1_000 }], []],
  [
    'a gift to a window',
    [{ ...on, type: 'RecordDonation', amount: 1_000, windowId: 'transport' }],
    ['window transport'],
  ],
  ['savings that are asked for', [as(1, asks)], [`withdrawal ${idOf(901)} m1`]],
  [
    'savings that are not asked for any more',
    [as(1, asks), { ...on, type: 'CancelWithdrawal', requestId: idOf(901), memberId: 'm1' }],
    [`withdrawal ${idOf(901)} m1`],
  ],
  [
    'private savings',
    [
      as(1, {
        ...on,
        type: 'RecordPrivateSavings',
        mark: 'a'.repeat(64),
        direction: 'in',
        amount: 500,
      }),
    ],
    [`private-savings ${idOf(901)}`],
  ],
  ['a cost', [{ ...on, type: 'RecordExpense', amount: 500 }], []],
  [
    'money brought to the bank',
    [
      {
        ...on,
        type: 'RecordTransfer',
        amount: 500,
        from: 'box',
        to: 'bank',
        names: ['o1', 'o2'],
      },
    ],
    [],
  ],
  ['a meeting', [{ ...on, type: 'OpenMeeting', count }], ['meeting 2025-02-20']],
  [
    'who was there',
    [{ ...on, type: 'RecordAttendance', present: ['m1'], absent: [] }],
    ['meeting 2025-02-20'],
  ],
  ['a close', [{ type: 'ClosePeriod', effectiveOn: '2025-12-31' }], ['fund fund']],
  ['a loan from outside', [borrowed], ['borrowing ngo-1']],
  ['a window', [{ ...on, type: 'RecordDonation', windowId: 'w1', amount: 500 }], ['window w1']],
  ['a gift for running costs', [{ ...on, type: 'RecordDonation', amount: 500 }], []],
  [
    'a dispute',
    [
      as(1, {
        ...on,
        type: 'RaiseDispute',
        about: { kind: 'savings', memberId: 'm1' },
        reason: 'other',
      }),
    ],
    [`dispute ${idOf(901)}`],
  ],
  [
    'relief of an older book',
    [
      lent,
      other,
      relieved('2025-03-01', { from: '2025-03-01', to: '2025-03-31' }, { loanIds: ['l1', 'l2'] }),
    ],
    ['event E1', 'loan l1', 'loan l2'],
  ],
  ['a death', [lent, other, died], ['member m1', 'loan l1', 'loan l2']],
  [
    'what a meeting settles for somebody who died',
    [lent, died, { ...on, type: 'SettleDeath', memberId: 'm1', isNetted: true, ballot: allOfUs }],
    ['loan l1', 'meeting 2025-02-20'],
  ],
  ['what is taken back', [as(1, deposit), reversed(idOf(901), '2025-02-20')], ['member m1']],
  [
    'a pay-out that is taken back',
    [
      requested(),
      disclosed(),
      appraised(),
      decided(),
      as(1, lent),
      reversed(idOf(901), '2025-02-20'),
    ],
    ['loan l1', 'request l1'],
  ],
] as const)('%s changes its own rows', (_, told, rows) => {
  expect(touchedBy(...told)).toEqual(rows)
})

test('a share-out changes itself and what it puts into the queue, of those alone who get something', () => {
  const out = {
    type: 'ShareOut',
    effectiveOn: '2025-12-20',
    isSurplusSplit: false,
    payOut: 'shares-and-parts',
    ballot: allOfUs,
  }
  const shares = { type: 'BuyShares', effectiveOn: '2025-02-20', memberId: 'm2', shares: 2 }
  const { village, entries } = storyOf([...beginningsOf(), shares as StoryCommand, as(1, out)])
  const { subjects } = viewChanges(village, entries.slice(-1))
  expect(subjects.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    `share-out ${idOf(901)}`,
    `withdrawal ${idOf(901)} m2`,
    // What was voted stands beside who was there.
    'meeting 2025-12-20',
    'summary fund',
  ])
})

const flagsOf = ({ village, entries }: Story) =>
  viewChanges(village, entries.slice(-1)).flags.map(({ flag, subject }) => [flag, subject])

test('a flag stands at what its entry is about, and what takes an entry back names it', () => {
  const overpaid = storyOf([...beginningsOf(), lent, paid('2025-02-20', 600_000)])
  expect(flagsOf(overpaid)).toEqual([['overpaid', 'loan:l1']])
  const back = storyOf([...beginningsOf(), as(1, deposit), reversed(idOf(901), '2025-02-20')])
  expect(flagsOf(back)).toEqual([['takes-back', 'entry:17']])
})

test('a book has no loan and no borrowing that never was, and no meeting that was not held', async () => {
  const line = { place: 'bank', amount: 500, mark: 'a'.repeat(64) }
  const told = [
    as(1, lent),
    other,
    reversed(idOf(901), '2025-02-20'),
    as(2, borrowed),
    reversed(idOf(902), '2025-02-20'),
  ] as StoryCommand[]
  const { kept } = await smallNetwork(told)
  const book = (await bookOf(kept, fundId))!
  expect(book.loans.map(({ loanId }) => loanId)).toEqual(['l2'])
  expect(book.borrowings).toEqual([])
  const meeting = { heldOn: '2025-02-20', present: [], absent: [] }
  const subjects = async () => [
    ...(await kept.subjects(fundId)),
    { kind: 'meeting' as const, key: '2025-02-20', data: JSON.stringify(meeting) },
    ...[{ ...line, isTakenBack: true }, line].map((one, i) => ({
      kind: 'bank-line' as const,
      key: String(i),
      data: JSON.stringify(one),
    })),
  ]
  const strange = (await bookOf({ ...kept, subjects }, fundId))!
  expect(strange.bankLines).toEqual([line])
  expect(strange.meetings).toEqual([])
  expect(await bookOf(kept, networkId)).toBeUndefined()
})

test('the last day of a fund is that of its last meeting or money, and else its first', () => {
  const book = fundBookOf(storyOf([...beginningsOf()]))
  const day = (balance: string, meeting: string) =>
    lastDayOf({
      ...book,
      balances: [{ ...book.balances.at(0)!, on: balance }],
      meetings: [{ heldOn: meeting } as never],
    })
  expect(day('2025-02-01', '2025-03-01')).toBe('2025-03-01')
  expect(day('2025-04-01', '2025-03-01')).toBe('2025-04-01')
  expect(lastDayOf({ ...book, balances: [], meetings: [] })).toBe('2025-01-01')
})

test('views that are made anew are what they were, and every entry is counted', async () => {
  const { kept, store } = await smallNetwork([lent, deposit as StoryCommand])
  const rows = await kept.read(fundId, 0, 100)
  const was = await bookOf(kept, fundId)
  await kept.replace(fundId, { postings: [], flags: [], subjects: [] })
  expect(await bookOf(kept, fundId)).toBeUndefined()
  expect(await rebuildViews(store, fundId)).toBe(rows.length)
  expect(await bookOf(kept, fundId)).toEqual(was)
  const subjects = await kept.networkSubjects(networkId)
  await kept.replaceNetwork(networkId, [])
  expect(await rebuildNetworkViews(store, networkId)).toBe(2)
  expect(await kept.networkSubjects(networkId)).toEqual(subjects)
})

test('a journal of more than a page is folded to its end', async () => {
  const { kept } = await smallNetwork()
  const rows = await kept.read(fundId, 0, 100)
  const cost = { type: 'ExpensePaid', v: 1, amount: 1, flags: [], postings: [] }
  const long = (length: number) =>
    Array.from(
      { length },
      (_, i) => rows[i] ?? { ...rows[0]!, seq: i + 1, type: cost.type, data: JSON.stringify(cost) },
    )
  for (const length of [4_999, 5_000, 5_001]) {
    const all = long(length)
    const read = async (_: string, after: number, limit: number) => all.slice(after, after + limit)
    expect(await rebuildViews({ ...memoryStore(), read }, fundId)).toBe(length)
  }
})
