import { expect, test } from 'vitest'
import type { FlagRow, PostingRow } from '#domain/ledger/rows.ts'
import { fundStatements } from '#src/exchange/statements/all.ts'
import { lateLines } from '#domain/ledger/late-lines.ts'
import { viewChanges } from '#src/app/views.ts'
import { asCsv } from '#src/exchange/report.ts'
import { statementInWords } from '#src/words/statement-words.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const story = storyOf([
  founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
  admitted('m1'),
  { type: 'RecordExpense', effectiveOn: '2025-12-10', amount: 20_000 },
  { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
  { type: 'RecordExpense', effectiveOn: '2025-12-20', amount: 5_000 },
  { type: 'RecordExpense', effectiveOn: '2026-01-01', amount: 7_000 },
])

const on = (asOf: string) => ({
  book: fundBookOf(story),
  asOf,
  knownAt: null,
  notes: new Map(),
  postings: viewChanges(story.village, story.entries).postings,
})

test('what came after the close stands in the open period, and the statement says where it belongs', () => {
  const { more, notes } = fundStatements.income(on('2026-02-01'))
  expect(notes.map(({ code }) => code)).toContain('note-late')
  expect(more[0]!.rows).toEqual([
    expect.objectContaining({
      true_day: '2025-12-20',
      booked_on: '2026-01-01',
      account: 'expense:running-costs',
      amount: 5_000,
      where: 'belongs-earlier',
    }),
  ])
})

test('the statement of the closed year tells what belongs to it and stands in the next', () => {
  const cash = fundStatements['cash-book'](on('2025-12-31'))
  expect(cash.rows.at(-1)).toMatchObject({ closing: 980_000 })
  expect(cash.more[0]!.rows).toEqual([
    expect.objectContaining({ amount: -5_000, where: 'belongs-here' }),
  ])
  const told = statementInWords(cash, 'en')
  expect(told.more[0]!.rows[0]!['what']).toBe('Running costs')
})

test('the file for a spreadsheet carries what came late, with its true day', () => {
  const { more, ...told } = statementInWords(fundStatements.income(on('2026-02-01')), 'en')
  const [head, ...rows] = asCsv(told, more).split('\r\n')
  expect(head).toBe('\ufeffpart,line,amount,table,true_day,booked_on,entry,what,account,where')
  const late = rows.filter((row) => row.includes(',late-entries,'))
  expect(late).toHaveLength(1)
  expect(late[0]).toMatch(/^,,5000,late-entries,2025-12-20,2026-01-01,/)
})

test('a close posts what the sheet had counted for the day, and nothing is left unposted', () => {
  const lines = (asOf: string) =>
    fundStatements['balance-sheet'](on(asOf)).rows.map(({ line }) => line)
  expect(lines('2025-12-30')).toContain('result-unposted')
  expect(lines('2025-12-31')).not.toContain('result-unposted')
  expect(lines('2025-12-31')).toContain('equity:undistributed-surplus')
})

test('what came late is told of every day from its true one on, until the year in which it stands is over', () => {
  const where = (asOf: string) =>
    fundStatements.income(on(asOf)).more.flatMap(({ rows }) => rows.map((row) => row['where']))
  expect(where('2025-12-19')).toEqual([])
  expect(where('2025-12-20')).toEqual(['belongs-here'])
  expect(where('2025-12-31')).toEqual(['belongs-here'])
  expect(where('2026-01-01')).toEqual(['belongs-earlier'])
  expect(where('2026-12-31')).toEqual(['belongs-earlier'])
  expect(where('2027-01-01')).toEqual([])
  expect(fundStatements.income(on('2025-12-19')).notes.map(({ code }) => code)).not.toContain(
    'note-late',
  )
})

const posted = (of: Partial<PostingRow> & Pick<PostingRow, 'seq'>): PostingRow => ({
  line: 0,
  entryType: 'ExpensePaid',
  effectiveOn: '2026-01-01',
  on: '2026-01-01',
  account: 'asset:cash-box',
  currency: 'KHR',
  amount: 1,
  ...of,
})
const closing = posted({
  seq: 2,
  entryType: 'PeriodClosed',
  effectiveOn: '2025-12-31',
  on: '2025-12-31',
})
const lateOf = (postings: readonly PostingRow[], flags: readonly FlagRow[] = []) =>
  lateLines({ book: { flags }, postings }).map(({ seq, trueDay }) => `${seq} ${trueDay}`)

test('late is what stands on the first open day and happened on the last closed one or before', () => {
  expect(
    lateOf([
      // Before the close was written nothing is late, whatever its days.
      posted({ seq: 1, effectiveOn: '2025-12-31' }),
      closing,
      posted({ seq: 3, effectiveOn: '2025-12-30' }),
      posted({ seq: 4, effectiveOn: '2025-12-31' }),
      posted({ seq: 5, effectiveOn: '2026-01-01' }),
      posted({ seq: 6, effectiveOn: '2025-12-31', on: '2026-01-02' }),
      posted({ seq: 7, effectiveOn: '2025-12-31', on: '2025-12-31' }),
    ]),
  ).toEqual(['3 2025-12-30', '4 2025-12-31'])
})

test('what takes back an entry of a closed day is late by the day of that entry', () => {
  const flag = { flag: 'takes-back', entryType: 'EntryReversed', effectiveOn: '2026-01-01' }
  const takesBack = (seq: number, of: number): FlagRow => ({ ...flag, seq, subject: `entry:${of}` })
  const postings = [
    posted({ seq: 1, effectiveOn: '2025-06-01', on: '2025-06-01' }),
    closing,
    posted({ seq: 3, effectiveOn: '2026-01-01' }),
    posted({ seq: 4, entryType: 'EntryReversed' }),
    posted({ seq: 5, entryType: 'EntryReversed' }),
  ]
  const other = { ...takesBack(5, 1), flag: 'sheet-late' }
  expect(lateOf(postings, [takesBack(4, 1), other])).toEqual(['4 2025-06-01'])
  expect(lateOf(postings, [takesBack(4, 3)])).toEqual([])
})
