import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { tasksOf } from '#domain/health/tasks.ts'
import { bookOf } from '#src/app/queries.ts'
import type { Recorder } from '#src/app/record.ts'
import { importLoans } from '#src/exchange/loan-book/import.ts'
import { loanBook } from '#src/exchange/loan-book/sheet.ts'
import { importMembers } from '#src/exchange/members-sheet/import.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import { by, csv, foundedIn, fundId, officer } from '#test/support/founded-fund.ts'
import { type LoanCells, loanSheet } from '#test/support/loan-sheets.ts'

let store = memoryStore()
let record: Recorder
beforeEach(async () => {
  store = memoryStore()
  record = await foundedIn(store)
})

const needs = () => ({ record, store, hash: sha256 })
const taking = (bytes: Uint8Array, dryRun = false) =>
  importLoans(needs(), { fundId, bytes }, { ...by, dryRun })
const taken = async (bytes: Uint8Array, dryRun = false) => {
  const answer = (await taking(bytes, dryRun))!
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults))
  return answer
}
const entries = async (): Promise<number> => (await store.read(fundId, 0, 10_000)).length

/** 1,200,000 at 18 % a year flat, five of twelve instalments paid, one late. */
const line: LoanCells = {
  card: 'M01',
  loan: 'L-1',
  system: 'fineract',
  principal: 1_200_000,
  rate_percent: '18',
  rate_period: 'year',
  method: 'flat',
  parts: 'equal-instalments',
  interest_by: 'period',
  instalments: 12,
  every: 1,
  period: 'month',
  disbursed: '2025-06-15',
  rounding: 'half-even',
  grace: 0,
  principal_paid: 500_000,
  principal_owed: 700_000,
  interest_paid: 90_000,
  interest_owed: 126_000,
  principal_late: 100_000,
  interest_late: 18_000,
}
const sheetOf = (...changes: readonly Partial<LoanCells>[]): Uint8Array =>
  loanSheet(changes.map((change) => ({ ...line, ...change })))

const faultsOf = async (bytes: Uint8Array) => {
  const before = await entries()
  const answer = await taking(bytes)
  expect(await entries()).toBe(before)
  return answer && 'faults' in answer
    ? answer.faults.map(({ row, field, cell, nearest, code }) => [
        row,
        field,
        code,
        ...(cell ? [cell] : []),
        ...(nearest ? [nearest] : []),
      ])
    : []
}

test('a loan of another system comes in with the balance that was signed there, and its terms are told', async () => {
  const before = await entries()
  const tried = await taken(sheetOf({}), true)
  expect(await entries()).toBe(before)
  const answer = await taken(sheetOf({}))
  expect(answer).toEqual({ ...tried, isDryRun: false })
  expect(answer).toMatchObject({
    wasHere: false,
    loans: 1,
    owed: 700_000,
    interestLeft: 18_000,
    same: 1,
    differing: 0,
    rows: [
      {
        row: 2,
        loan: 'L-1',
        owed: 700_000,
        isHere: false,
        flags: ['above-ceiling', 'flat-rate', 'above-cap'],
      },
    ],
  })
  const book = (await bookOf(store, fundId))!
  const [loan] = book.loans
  expect(loan).toMatchObject({
    number: 'L-1',
    memberId: officer,
    origin: { kind: 'taken-over', owed: 700_000, paidOutOn: '2025-06-15' },
  })
  expect(loan!.terms).toMatchObject({
    months: 12,
    asWritten: { method: 'flat', rateMonthlyPercent: '1.5', interestPaidBefore: 90_000 },
  })
})

test('the same sheet again changes nothing, and one with a line more brings in that line', async () => {
  await taken(sheetOf({}))
  const before = await entries()
  expect(await taken(sheetOf({}))).toMatchObject({ wasHere: true, loans: 0, owed: 0 })
  expect(await entries()).toBe(before)
  const more = await taken(sheetOf({}, { loan: 'L-2' }))
  expect(more).toMatchObject({ wasHere: false, loans: 1, owed: 700_000 })
  expect(more.rows.map(({ isHere }) => isHere)).toEqual([true, false])
})

test('what is told otherwise than the convention gives is taken as told, and the difference stands beside it', async () => {
  const answer = await taken(sheetOf({ principal_owed: 710_000 }, { loan: 'L-2' }))
  expect(answer).toMatchObject({ owed: 1_410_000, same: 1, differing: 1 })
  expect(answer.rows[0]!.compared).toEqual({
    verdict: 'differs',
    differences: [{ figure: 'principal', told: 1_210_000, computed: 1_200_000 }],
  })
  const owed = (await bookOf(store, fundId))!.loans.map(
    ({ origin }) => 'owed' in origin && origin.owed,
  )
  expect(owed.toSorted()).toEqual([700_000, 710_000])
})

test('a land title that the other system held becomes a task, as of a paper book', async () => {
  const text = new TextDecoder().decode(sheetOf({}))
  const lines = text.trim().split('\n')
  const bytes = csv(`${lines[0]},security,fee`, `${lines[1]},land-title,50000`)
  expect((await taken(bytes)).rows[0]!.flags).toEqual(
    expect.arrayContaining(['security-held', 'fee-taken']),
  )
  const tasks = tasksOf((await bookOf(store, fundId))!, '2026-01-01')
  expect(tasks.length).toBeGreaterThan(0)
})

test('another sum for a loan that is here, or a loan that came by another sheet, is a fault', async () => {
  await taken(sheetOf({}))
  expect(await faultsOf(sheetOf({ principal_owed: 600_000, principal_paid: 600_000 }))).toEqual([
    [2, 'loan', 'here-otherwise'],
  ])
  const members = csv(
    'card,sex,zone,loan,loan_left,principal,months,disbursed',
    'M01,f,Z1,L-9,100000,200000,10,2025-08-20',
  )
  await importMembers(needs(), { fundId, bytes: members }, { ...by, dryRun: false })
  expect(await faultsOf(sheetOf({ loan: 'L-9' }))).toEqual([[2, 'loan', 'here-already']])
})

test.each<[string, Partial<LoanCells>, readonly unknown[]]>([
  ['a card that nobody has', { card: 'X9' }, ['card', 'card-not-here']],
  ['a system that is no word of ours', { system: 'excel' }, ['system', 'choice-unknown']],
  ['a loan of zero', { principal: 0 }, ['principal', 'principal-is-nought']],
  ['a rate in words', { rate_percent: 'high' }, ['rate_percent', 'any-rate-not-a-number']],
  [
    'a month that costs more than the loan',
    { rate_percent: '50', rate_period: 'week' },
    ['rate_percent', 'monthly-rate-too-high'],
  ],
  ['no instalment', { instalments: 0 }, ['instalments', 'instalments-out-of-range']],
  ['eleven years', { instalments: 132 }, ['instalments', 'term-out-of-range']],
  [
    'ten thousand years',
    { every: 100, period: 'year', instalments: 100 },
    ['instalments', 'term-out-of-range'],
  ],
  ['a grace without end', { grace: 12 }, ['grace', 'grace-out-of-range']],
  [
    'a loan of the fund itself',
    { disbursed: '2026-01-01' },
    ['disbursed', 'paid-out-on-first-day'],
  ],
  ['a day that is none', { disbursed: '2025-02-30' }, ['disbursed', 'date-impossible']],
  [
    'neither owed nor paid',
    { principal_owed: '', principal_paid: '' },
    ['principal_owed', 'value-missing'],
  ],
  [
    'a rate of nobody knows what',
    { system: 'other', rate_period: '' },
    ['rate_period', 'value-missing'],
  ],
  ['a number that stands twice', { loan: 'L-1' }, ['loan', 'loan-twice-in-sheet']],
])('%s is told by its row, and nothing of the sheet is written', async (_, change, fault) => {
  expect(await faultsOf(sheetOf({}, { loan: 'L-2', ...change }))).toEqual([[3, ...fault]])
})

test('a heading that nobody knows is refused with the nearest known one, and a name in its place is not repeated', async () => {
  const text = new TextDecoder().decode(sheetOf({}))
  const slip = text.replace('principal_owed', 'Principle owed')
  expect(await faultsOf(new TextEncoder().encode(slip))).toEqual([
    [1, 'principle owed', 'column-unknown', 'loan_book!Q1', 'principal_owed'],
  ])
  const name = text.replace('grace', 'Invented Name')
  const answer = (await taking(new TextEncoder().encode(name)))!
  expect(JSON.stringify(answer)).not.toContain('nvented')
  expect(answer).toMatchObject({
    faults: [{ field: null, cell: 'loan_book!O1', code: 'column-unknown' }],
  })
  const rows = text
    .trim()
    .split('\n')
    .map((one) => one.split(','))
  rows[0]![16] = 'Principle owed'
  const workbook = await writeWorkbook([{ name: 'x', rows: [['Loans of 2025'], ...rows] }])
  expect(await faultsOf(workbook)).toEqual([
    [2, 'principle owed', 'column-unknown', 'loan_book!Q2', 'principal_owed'],
  ])
})

test("Fineract's own headings and words are read, and names in its report are not", async () => {
  const fineract = csv(
    'card,system,method,amortization,Client,Loan Officer,Loan Account No.,Loan Amount,Annual Nominal Interest Rate,Disbursed Date,# of Repayments*,Principal Repaid,Principal Outstanding,Principal Overdue,Interest Repaid,Interest Outstanding,Interest Overdue',
    'M01,fineract,Flat,Equal installments,Invented Name,Another Name,000000017,1200000.000000,18.000000,2025-06-15,12,500000.000000,700000.000000,100000.000000,90000.000000,126000.000000,18000.000000',
  )
  const answer = await taken(fineract)
  expect(answer).toMatchObject({ owed: 700_000, same: 1 })
  expect(JSON.stringify([answer, await store.read(fundId, 0, 100)])).not.toMatch(/Invented|Another/)
})

test("Frappe's list of loans is read: what is owed is what was lent less what was paid", async () => {
  const frappe = csv(
    'card,system,ID,Applicant,Loan Amount,Rate of Interest (%) / Year,Disbursement Date,Repayment Start Date,Repayment Periods,Total Principal Paid,Total Interest Payable',
    'M01,frappe,ACC-LOAN-2025-00001,Invented Name,1000000,12,2025-08-05,2025-09-05,10,200000,55830',
  )
  const answer = await taken(frappe)
  expect(answer.owed).toBe(800_000)
  expect(answer.rows[0]!.compared.verdict).not.toBe('not-computed')
})

test('in Khmer, in Khmer digits and as a workbook it is the same', async () => {
  const khmer = new Map(loanBook.columns.map(({ name, khmer: km }) => [name, km]))
  const [head, ...lines] = new TextDecoder()
    .decode(sheetOf({}, { loan: 'L-2' }))
    .trim()
    .split('\n')
    .map((one) => one.split(','))
  const rows = [
    head!.map((name) => khmer.get(name)!),
    ...lines.map((cells) =>
      cells.map((cell) => (/^\d{4}-/.test(cell) ? { day: cell } : cell.replaceAll('7', '៧'))),
    ),
  ]
  const tried = await taken(sheetOf({}, { loan: 'L-2' }), true)
  expect(await taken(await writeWorkbook([{ name: 'x', rows }]), true)).toEqual(tried)
})

test('random cells never crash, and what is refused has written nothing', async () => {
  const cell = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('M01', '12', '', '"', '=1'))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 21, maxLength: 21 }), { minLength: 1, maxLength: 3 }),
      async (rows) => {
        const head = new TextDecoder().decode(loanSheet([])).trim()
        const answer = (await taking(csv(head, ...rows.map((row) => row.join(',')))))!
        expect('faults' in answer).toBe(true)
      },
    ),
    { numRuns: 40 },
  )
  expect(await entries()).toBe(2)
})

test('more instalments than can be computed at once are refused', async () => {
  const many = Array.from({ length: 51 }, (_, i) => ({ loan: `L-${i}`, instalments: 119 }))
  expect(await faultsOf(sheetOf(...many))).toEqual([[null, null, 'too-many-instalments']])
  // None of them is counted then, so that nobody else waits for it.
  const long = Array.from({ length: 8000 }, (_, i) => ({ loan: `L-${i}`, instalments: 600 }))
  expect(await faultsOf(sheetOf(...long))).toEqual([[null, null, 'too-many-instalments']])
})
