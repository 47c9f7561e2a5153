import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type Beside, reconciliationOf } from '#src/exchange/statements/bank.ts'
import {
  type StoryCommand,
  admitted,
  founded,
  fundBookOf,
  idOf,
  storyOf,
} from '#test/support/village.ts'
import { viewChanges } from '#src/app/views.ts'

const carriedToBank = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordTransfer',
  effectiveOn,
  amount,
  from: 'box',
  to: 'bank',
  names: ['m1', 'm2'],
})
const fetched = (effectiveOn: string, amount: number): StoryCommand => ({
  type: 'RecordTransfer',
  effectiveOn,
  amount,
  from: 'bank',
  to: 'box',
  names: ['m1', 'm2'],
})
const mark = (sign: string): string => sign.repeat(64)
const matched = (
  effectiveOn: string,
  amount: number,
  of: { sign: string; entry: number },
): StoryCommand => ({
  type: 'MatchBankLine',
  effectiveOn,
  place: 'bank',
  amount,
  mark: mark(of.sign),
  entryIds: [idOf(of.entry)],
})
const written = (effectiveOn: string, balance: number): StoryCommand =>
  ({
    type: 'RecordStatement',
    effectiveOn,
    place: 'bank',
    balance,
  }) as StoryCommand

const told = (...of: readonly StoryCommand[]) => {
  const story = storyOf([
    founded({ opening: { cash: 100_000, reserve: 100_000 } }),
    admitted('m1'),
    admitted('m2'),
    ...of,
  ])
  const { postings } = viewChanges(story.village, story.entries)
  return { book: fundBookOf(story), postings }
}

type Asked = { readonly book: FundBook; readonly postings: readonly PostingRow[] }
const stands = (of: Asked, asOf: string, beside?: Beside) => {
  const { rows, totals, notes } = reconciliationOf(
    { ...of, asOf, knownAt: null, notes: new Map() },
    'bank',
    beside,
  )
  return {
    lines: rows.map(({ line, amount, date }) => `${line} ${amount} ${date ?? ''}`.trim()),
    total: `${totals!['line']} ${totals!['amount']}`,
    notes: notes.map(({ code }) => code),
  }
}

const listed = (
  lines: readonly (readonly [on: string, amount: number, sign: string])[],
  more: Partial<Beside> = {},
): Beside => ({
  lines: lines.map(([on, amount, sign], i) => ({ row: i + 2, on, amount, mark: mark(sign) })),
  opening: 0,
  balance: undefined,
  balanceFrom: 'file',
  ...more,
})

// The fourth entry goes to the bank on the 10th; the bank has it on the 12th.
const late = told(
  carriedToBank('2025-02-10', 500),
  matched('2025-02-12', 500, { sign: 'a', entry: 4 }),
)

test('an entry whose line comes two days later is between book and bank on the days between', () => {
  expect(stands(late, '2025-02-09')).toMatchObject({
    lines: ['book-balance 0'],
    total: 'bank-should-hold 0',
  })
  for (const day of ['2025-02-10', '2025-02-11'])
    expect(stands(late, day)).toMatchObject({
      lines: ['book-balance 500', 'entry-line-later -500 2025-02-10'],
      total: 'bank-should-hold 0',
    })
  expect(stands(late, '2025-02-12')).toMatchObject({
    lines: ['book-balance 500'],
    total: 'bank-should-hold 500',
  })
})

test('a line whose entry was written for a later day is between them the other way', () => {
  const early = told(
    carriedToBank('2025-02-12', 500),
    matched('2025-02-10', 500, { sign: 'a', entry: 4 }),
  )
  expect(stands(early, '2025-02-09').lines).toEqual(['book-balance 0'])
  for (const day of ['2025-02-10', '2025-02-11'])
    expect(stands(early, day)).toMatchObject({
      lines: ['book-balance 0', 'line-entry-later 500 2025-02-10'],
      total: 'bank-should-hold 500',
    })
  expect(stands(early, '2025-02-12').lines).toEqual(['book-balance 500'])
})

test('an entry that no line tells of is taken off from its day on, and a line without an entry is put on', () => {
  const alone = told(carriedToBank('2025-02-10', 500), fetched('2025-02-11', 200))
  expect(stands(alone, '2025-02-10').lines).toEqual([
    'book-balance 500',
    'entry-without-line -500 2025-02-10',
  ])
  expect(stands(alone, '2025-02-11').lines).toEqual([
    'book-balance 300',
    'entry-without-line -500 2025-02-10',
    'entry-without-line 200 2025-02-11',
  ])
  const beside = listed([
    ['2025-02-12', 500, 'a'],
    ['2025-02-13', 70, 'b'],
  ])
  expect(stands(late, '2025-02-12', beside).lines).toEqual(['book-balance 500'])
  expect(stands(late, '2025-02-13', beside)).toMatchObject({
    lines: ['book-balance 500', 'line-without-entry 70 2025-02-13'],
    total: 'bank-should-hold 570',
  })
})

test("what the bank's paper says is asked for the very day, and an older one is only named", () => {
  const paper = told(carriedToBank('2025-02-10', 500), written('2025-02-10', 400))
  const notes = (day: string) => stands(paper, day).notes[0]
  expect(stands(paper, '2025-02-10')).toMatchObject({
    lines: ['book-balance 500', 'entry-without-line -500 2025-02-10', 'rest 400'],
    total: 'bank-balance 400',
  })
  expect([notes('2025-02-09'), notes('2025-02-10'), notes('2025-02-11')]).toEqual([
    'note-bank-not-written',
    'note-bank-written',
    'note-bank-written-before',
  ])
  const twice = told(written('2025-02-10', 400), written('2025-02-10', 0))
  expect(stands(twice, '2025-02-10')).toMatchObject({
    total: 'bank-balance 0',
    notes: ['note-bank-written', 'note-bank-agrees', 'note-bank-without-list'],
  })
})

test('of papers of before the last one is named, and a paper of the wallet is none of the bank', () => {
  const papers = told(written('2025-02-05', 300), written('2025-02-10', 400), {
    ...written('2025-02-11', 9),
    place: 'wallet',
  } as StoryCommand)
  const of = (asOf: string) =>
    reconciliationOf({ ...papers, asOf, knownAt: null, notes: new Map() }, 'bank').notes[0]
  expect(of('2025-02-12')).toEqual({
    code: 'note-bank-written-before',
    values: { on: { day: '2025-02-10' } },
  })
  expect(of('2025-02-11')).toEqual(of('2025-02-12'))
})

test('book and bank agree only where nothing at all stands between them', () => {
  const agrees = (beside: Beside) => stands(late, '2025-02-12', beside).notes
  const list = [['2025-02-12', 500, 'a']] as const
  expect(agrees(listed(list, { balance: 500 }))).toEqual(['note-bank-file', 'note-bank-agrees'])
  expect(agrees(listed(list, { balance: 501 }))).toEqual(['note-bank-file', 'note-bank-signs'])
  expect(agrees(listed(list, { balance: 500, balanceFrom: 'typed' }))).toEqual([
    'note-bank-typed',
    'note-bank-agrees',
  ])
  expect(agrees(listed(list))).toEqual(['note-bank-not-written', 'note-bank-signs'])
  // What is in neither direction comes to zero all the same.
  const both = [...list, ['2025-02-12', 70, 'b'], ['2025-02-12', -70, 'c']] as const
  expect(agrees(listed(both, { balance: 500 }))).toEqual(['note-bank-file', 'note-bank-signs'])
})

test('what is left is told as far as the list tells it: before its first line, and what is not in it', () => {
  const more = told(
    carriedToBank('2025-02-10', 500),
    matched('2025-02-12', 500, { sign: 'a', entry: 4 }),
    carriedToBank('2025-02-14', 30),
    matched('2025-02-14', 30, { sign: 'b', entry: 6 }),
  )
  const from = (first: string, of: Partial<Beside>) =>
    stands(more, '2025-02-20', listed([[first, 9, 'z']], of)).lines.slice(1)
  // The line of the 12th was confirmed from an earlier list; that of the 14th should be in this one.
  expect(from('2025-02-13', { opening: 500, balance: 509 })).toEqual([
    'line-without-entry 9 2025-02-13',
    'line-not-in-list -30 2025-02-14',
  ])
  expect(from('2025-02-14', { opening: 500, balance: 509 })).toEqual([
    'line-without-entry 9 2025-02-14',
    'line-not-in-list -30 2025-02-14',
  ])
  expect(from('2025-02-15', { opening: 540, balance: 550 })).toEqual([
    'line-without-entry 9 2025-02-15',
    'rest-before-list 10 2025-02-15',
    'rest-in-list 1',
  ])
  expect(from('2025-02-15', { opening: undefined, balance: 550 })).toEqual([
    'line-without-entry 9 2025-02-15',
    'rest 11',
  ])
  // What was confirmed for a later day is not missed yet, and a list of no line tells nothing.
  const early = listed([['2025-02-13', 9, 'z']], { opening: 500, balance: 509 })
  expect(stands(more, '2025-02-13', early).lines.slice(1)).toEqual([
    'line-without-entry 9 2025-02-13',
  ])
  expect(stands(more, '2025-02-14', early).lines.slice(1)).toEqual([
    'line-without-entry 9 2025-02-13',
    'line-not-in-list -30 2025-02-14',
  ])
  expect(stands(more, '2025-02-20', listed([], { balance: 540 })).lines.slice(1)).toEqual([
    'rest 10',
  ])
  // A list that begins after the day says nothing of it, and one of the very day does.
  expect(from('2025-02-20', { opening: 530, balance: 540 })).toEqual([
    'line-without-entry 9 2025-02-20',
    'rest-in-list 1',
  ])
  expect(from('2025-02-21', { opening: 530, balance: 540 })).toEqual(['rest 10'])
})

test('a line that was confirmed for the wallet is none of the bank', () => {
  const wallet = told(
    { ...carriedToBank('2025-02-10', 500), to: 'wallet' } as StoryCommand,
    { ...matched('2025-02-10', 500, { sign: 'a', entry: 4 }), place: 'wallet' } as StoryCommand,
  )
  expect(stands(wallet, '2025-02-12', listed([['2025-02-12', 9, 'a']])).lines).toEqual([
    'book-balance 0',
    'line-without-entry 9 2025-02-12',
  ])
})

test('of what came after a close the statement tells the lines of the bank alone', () => {
  const closed = told(
    { type: 'RecordExpense', effectiveOn: '2025-12-10', amount: 10 },
    { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
    carriedToBank('2025-12-20', 500),
  )
  const { more } = reconciliationOf(
    { ...closed, asOf: '2026-01-01', knownAt: null, notes: new Map() },
    'bank',
  )
  expect(more.flatMap(({ rows }) => rows.map((row) => [row['account'], row['amount']]))).toEqual([
    ['asset:bank', 500],
  ])
})

test('what was taken back is on neither side', () => {
  const back = told(
    {
      type: 'AppointOfficer',
      effectiveOn: '2025-01-01',
      memberId: 'm2',
      office: 'chair',
    } as StoryCommand,
    carriedToBank('2025-02-10', 500),
    {
      type: 'ReverseEntry',
      effectiveOn: '2025-02-12',
      reverses: idOf(5),
      reason: 'wrong-amount',
      approvedBy: 'm2',
    } as StoryCommand,
  )
  expect(stands(back, '2025-02-11').lines[0]).toBe('book-balance 0')
  expect(stands(back, '2025-02-12').lines).toEqual(['book-balance 0'])
})
