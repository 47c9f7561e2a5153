import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { taskCounts, tasksOf } from '#domain/health/tasks.ts'
import { standingsOn } from '#domain/health/book.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { bookOf } from '#src/app/queries.ts'
import { faultCodes } from '#src/exchange/paper-book/faults.ts'
import { bookFaults } from '#src/words/km/book-faults.ts'
import { recorder } from '#src/app/record.ts'
import {
  bookFrom,
  fixedClock,
  importing,
  paperBookFolder,
  uglyBookFolder,
} from '#test/support/books-in.ts'
import {
  type BookFiles,
  changedFrom,
  khmerHeadings,
  plainBook,
  sourceOf,
  uglyBook,
  withCell,
  withRows,
} from '#test/support/changed-books.ts'
import { fund } from '#test/support/command-line.ts'

type Counted = {
  readonly owed: number
  readonly interest_paid: number
  readonly interest_due: number
  readonly overdue: number
  readonly days_past_due: number
  readonly demanded_rate: string
  readonly asked: number
  readonly counted: number
  readonly not_demanded: number | null
  readonly gone: number
  readonly rows: readonly (readonly [string, number, number])[] | null
}
const expected = JSON.parse(readFileSync(join(uglyBookFolder, 'expected.json'), 'utf8')) as {
  readonly as_of: string
  readonly loans: Readonly<Record<string, Counted>>
}
const asOf = expected.as_of

test('an ugly book comes in, and every figure is that of a separate calculation', async () => {
  const { book } = await bookFrom(uglyBookFolder)
  const { loans, as_of, ...figures } = expected
  expect(healthOf(book, as_of)).toMatchObject(figures)
  for (const standing of standingsOn(book, asOf)) {
    const { loan, owed, interestPaid, interestDue, overdue, daysPastDue } = standing
    const { rows, ...known } = loans[loan.number]!
    const beyond = beyondOf(loan, asOf)
    expect(
      {
        owed,
        interest_paid: interestPaid,
        interest_due: Math.max(interestDue, 0),
        overdue,
        days_past_due: daysPastDue,
        demanded_rate: loan.terms.rateMonthlyPercent,
        asked: beyond?.asked ?? 0,
        counted: walk(loan, asOf).interestCounted,
        not_demanded: beyond?.open ?? null,
        gone: beyond?.beyondHalf ?? 0,
      },
      loan.number,
    ).toEqual(known)
    expect(beyond?.rows.map(({ on, asked, counted }) => [on, asked, counted])).toEqual(
      rows?.filter(([, asked, counted]) => asked + counted > 0),
    )
  }
})

test('all that is ugly about it is a finding, and none of it was refused', async () => {
  const { book } = await bookFrom(uglyBookFolder)
  const found = findingsOf(book, asOf).map(({ code, subject }) => `${code} ${subject.number}`)
  for (const line of [
    'flat-rate-loan U24-1',
    'lent-above-the-cap U24-1',
    'fee-taken U24-1',
    'security-taken U24-1',
    'security-not-given-back U24-1',
    'interest-beyond-the-cap U24-1',
    'owed-above-principal U24-2',
    'lent-above-the-cap U24-3',
    'old-interest-beyond-half U24-5',
    'loan-to-absent-member U25-1',
    'loan-above-ceiling U25-1',
    'flat-rate-loan U25-1',
  ])
    expect(found).toContain(line)
  expect(found.filter((line) => /U24-4|U25-2/.test(line))).toEqual([])
})

test('each paper is a task until it is given back, and each unfair loan until it is converted', async () => {
  const { book } = await bookFrom(uglyBookFolder)
  const tasks = tasksOf(book, asOf)
  expect(tasks.map(({ kind, number, since, security }) => [kind, number, since, security])).toEqual(
    [
      ['give-back', 'U24-5', '2024-03-15', 'work-of-a-person'],
      ['give-back', 'U24-1', '2024-07-15', 'land-title'],
      ['give-back', 'U24-3', '2024-09-15', 'family-book'],
      ['give-back', 'U24-3', '2024-09-15', 'id-card'],
      ['give-back', 'U25-1', '2025-02-15', 'land-title'],
      ['convert', 'U24-1', '2025-01-01', null],
      ['convert', 'U24-2', '2025-01-01', null],
      ['convert', 'U24-3', '2025-01-01', null],
      ['convert', 'U24-5', '2025-01-01', null],
      ['convert', 'U25-1', '2025-02-15', null],
    ],
  )
  expect(taskCounts(tasks)).toEqual({ 'give-back': 5, convert: 5 })
})

test('its books are sound, and so they are after papers came back and the meeting has voted', async () => {
  const { store, fundId, book } = await bookFrom(uglyBookFolder)
  const record = recorder({ journal: store, clock: fixedClock, hash: sha256 })
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
  const members = book.members.map(({ memberId }) => memberId)
  const loanOf = (number: string) => book.loans.find((loan) => loan.number === number)!
  const envelope = (n: number) => ({
    id: `0f000000-0000-7000-8000-00000000000${n}`,
    v: 1 as const,
    effectiveOn: '2025-07-15',
  })
  const ugly = loanOf('U24-1')
  const officer = book.members.find(({ card }) => card === 'M08')!.memberId
  const answers = await record(
    fundId,
    [
      {
        ...envelope(1),
        type: 'ReturnSecurity',
        loanId: ugly.loanId,
        security: 'land-title',
        proof: { witnesses: members.filter((one) => one !== ugly.memberId).slice(0, 2) },
      },
      {
        ...envelope(2),
        type: 'ConvertLoan',
        loanId: ugly.loanId,
        ballot: {
          by: 'meeting',
          hands: { present: 9, yes: 9, no: 0 },
          recused: [],
          confirmedBy: officer,
        },
      },
    ],
    { actor: 'record-keeper', device: 'phone' },
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  const after = (await bookOf(store, fundId))!
  const about = (day: string) => tasksOf(after, day).filter(({ number }) => number === 'U24-1')
  expect([about('2025-07-14').length, about('2025-07-15').length]).toEqual([2, 0])
  const codes = findingsOf(after, '2025-07-15').flatMap(({ code, subject }) =>
    subject.number === 'U24-1' ? [code] : [],
  )
  expect(codes).not.toContain('security-not-given-back')
  expect(codes).not.toContain('interest-beyond-the-cap')
  // That they were taken stays to be seen.
  expect(codes).toContain('security-taken')
  expect(await auditAll(store, sha256)).toMatchObject({ ok: true, problems: [] })
})

const folder = mkdtempSync(join(tmpdir(), 'ugly-book-'))
const run = (...args: string[]) => fund(args, { folder })
beforeAll(async () => {
  const imported = await run('import', 'paper-book', uglyBookFolder, '--json')
  expect(imported).toMatchObject({ status: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the command line prints its findings and what is still to do', async () => {
  const told = await run('report', 'findings', '--as-of', asOf)
  expect(told.out).toContain('interest-beyond-the-cap')
  expect(told.out).toMatch(/give-back +U24-1 +M01 +2024-07-15 +land-title +Give back: land title/)
  const json = JSON.parse((await run('report', 'findings', '--as-of', asOf, '--json')).out) as {
    readonly tasks: readonly object[]
  }
  expect(json.tasks).toHaveLength(10)
  expect(json.tasks).toContainEqual({
    kind: 'convert',
    loan: 'U24-1',
    card: 'M01',
    since: '2025-01-01',
    security: null,
    notDemanded: 90_000,
    message: 'Let the meeting vote to convert the loan',
  })
})

test('the register and the list of tasks come as tables', async () => {
  const [register, tasks] = await Promise.all([
    run('report', 'loan-register', '--as-of', asOf, '--csv'),
    run('report', 'tasks', '--as-of', asOf, '--csv'),
  ])
  expect(register.out).toMatch(/^\ufeffloan,.*,not_demanded,held,table\r\n/)
  expect(register.out).toMatch(/U24-3,.*,105000,id-card family-book,loan-register\r\n/)
  expect(tasks.out).toContain('give-back,U24-5,X11,2024-03-15,work-of-a-person,,')
})

const faultsOf = async (...[file, row, column, text]: Parameters<typeof withCell>) => {
  const files = changedFrom(uglyBook, withCell(file, row, column, text))
  const answer = await importing(memoryStore(), sourceOf(files))
  if (!('faults' in answer)) return []
  return answer.faults.map((one) => [one.file, one.row, one.field, one.code].join(' '))
}

test.each([
  ['method', 'compound', 'choice-unknown'],
  ['rate_monthly_percent', 'three', 'rate-not-a-number'],
  ['rate_monthly_percent', '101', 'rate-not-a-number'],
  ['rate_monthly_percent', '', 'rate-missing'],
  ['method', '', 'method-missing'],
  ['fee', '-1', 'amount-negative'],
  ['security', 'land-title and-the-house', 'choice-unknown'],
] as const)('where %s is "%s", its cell is named', async (column, text, code) => {
  expect(await faultsOf('loans.csv', 2, column, text)).toEqual([`loans.csv 2 ${column} ${code}`])
})

test('interest before the book belongs to what was carried over', async () => {
  expect(await faultsOf('loans.csv', 7, 'interest_before', '1000')).toEqual([
    'loans.csv 7 interest_before interest-before-not-carried-over',
  ])
})

test('every fault of a book has words in both languages', () => {
  expect(Object.keys(bookFaults).toSorted()).toEqual([...faultCodes].toSorted())
})

test('under Khmer headings, in Khmer digits and in any order the same is read', async () => {
  const khmer = changedFrom(
    uglyBook,
    withCell('loans.csv', 2, 'rate_monthly_percent', '៣ %'),
    withCell('loans.csv', 4, 'security', 'Family-Book+id-card'),
    ...khmerHeadings,
  )
  const store = memoryStore()
  const imported = await importing(store, sourceOf(khmer))
  const book = (await bookOf(store, 'fundId' in imported ? imported.fundId : ''))!
  const one = book.loans.find(({ number }) => number === 'U24-1')!
  expect(one.terms.asWritten).toEqual({
    method: 'flat',
    rateMonthlyPercent: '3',
    fee: 50_000,
    interestPaidBefore: 150_000,
  })
  const three = book.loans.find(({ number }) => number === 'U24-3')!
  expect(three.securities).toEqual(['family-book', 'id-card'])
})

test('a book without the older columns has the ids and the loans that it always had', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const rows = await store.read(fundId, 0, 10_000)
  const loans = rows.filter(({ type }) => /^(Loan|Repayment)/.test(type))
  expect(fundId).toBe('86fd52a7-d8f2-8d71-8718-4c264f463e5b')
  // As they were before there were such columns.
  expect(sha256(rows.map(({ id, type }) => id + type).join())).toBe(
    '0d836e25d2db31acca8c5dbb0a22fdba50608732a46486cf9e7d017a7e87b2fa',
  )
  expect(sha256(loans.map(({ data }) => data).join())).toBe(
    '0290bb3ac888f84d8454c1ff1f1b6c67555a96e4cd1be50d0989c229d04e1ab9',
  )
})

test('the columns left empty are as good as the columns left out', async () => {
  const columns = ['method', 'rate_monthly_percent', 'fee', 'interest_before', 'security']
  const added = withRows('loans.csv', (rows) =>
    rows.map((row, i) => [...row, ...columns.map((name) => (i === 0 ? name : ''))]),
  )
  const bodies = async (files: BookFiles) => {
    const store = memoryStore()
    const imported = await importing(store, sourceOf(files))
    const rows = await store.read('fundId' in imported ? imported.fundId : '', 0, 10_000)
    return rows.map(
      ({ type, data }) => `${type} ${data.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')}`,
    )
  }
  expect(await bodies(added(plainBook))).toEqual(await bodies(plainBook))
})
