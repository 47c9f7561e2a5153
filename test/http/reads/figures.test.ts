import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { HealthFigures } from '#domain/health/health.ts'
import { fundStatementNames } from '#src/exchange/statements/all.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { fund as commandLine } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { clientFor, wholeList } from '#test/http/reads/asking.ts'

const expected = JSON.parse(
  readFileSync(join(paperBookFolder, 'expected.json'), 'utf8'),
) as HealthFigures

let village: Practice
let auditor: Awaited<ReturnType<typeof clientFor>>
let param: { fundId: string }
beforeAll(async () => {
  village = await practice()
  auditor = await clientFor(village, 'auditor')
  param = { fundId: village.fundId }
})

test('the health report has the figures that the book must reach, under its keys and no others', async () => {
  const { reports } = auditor.v1.funds[':fundId']
  const answer = await reports.health.$get({ param, query: {} })
  expect(await answer.json()).toEqual(expected)
  const whole = await (await reports.health.$get({ param, query: { all: 'true' } })).json()
  expect(whole).toMatchObject({ ...expected, grade: { letter: expect.any(String) } })
})

test("each member's savings are those of the health report", async () => {
  const { items, pages } = await wholeList(async (cursor) =>
    (
      await auditor.v1.funds[':fundId'].members.$get({
        param,
        query: { limit: '25', ...(cursor === undefined ? {} : { cursor }) },
      })
    ).json(),
  )
  expect(pages).toBeGreaterThan(2)
  expect(items.map(({ card }) => card)).toEqual(items.map(({ card }) => card).toSorted())
  const saved = Object.fromEntries(items.map(({ card, standing }) => [card, standing.savings]))
  expect(saved).toMatchObject(expected.savings)
  expect(items.reduce((sum, { standing }) => sum + standing.savings, 0)).toBe(
    expected.member_savings,
  )
  expect(items.reduce((sum, { standing }) => sum + standing.owed, 0)).toBe(
    expected.gross_loan_portfolio,
  )
})

test('each loan stands where the health report has it, and its schedule adds up to what was lent', async () => {
  const { loans } = auditor.v1.funds[':fundId']
  const { items } = await wholeList(async (cursor) =>
    (await loans.$get({ param, query: cursor === undefined ? {} : { cursor } })).json(),
  )
  expect(items.map(({ number }) => number)).toEqual(Object.keys(expected.loans).toSorted())
  for (const { loanId, number, owed, daysPastDue } of items) {
    const answer = await loans[':loanId'].$get({ param: { ...param, loanId }, query: {} })
    const loan = await answer.json()
    const figures = expected.loans[number]!
    expect({ owed, daysPastDue }).toEqual({
      owed: figures.closing_balance,
      daysPastDue: figures.days_past_due,
    })
    expect(loan).toMatchObject({
      principalPaid: figures.principal_paid,
      interestPaid: figures.interest_paid,
    })
    const due = loan.schedule.reduce((sum, { principal }) => sum + principal, 0)
    const paid = loan.schedule.reduce((sum, { principalPaid }) => sum + principalPaid, 0)
    expect(due).toBe(loan.takenOver?.owed ?? loan.principal)
    expect(due - paid).toBe(owed)
  }
})

test('all balances of the accounts come to zero, and each is what was posted to it', async () => {
  const { accounts } = auditor.v1.funds[':fundId']
  const { items } = await wholeList(async (cursor) =>
    (await accounts.$get({ param, query: cursor === undefined ? {} : { cursor } })).json(),
  )
  expect(items.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  const box = items.find(({ account }) => account === 'asset:cash-box')!
  expect(box.balance).toBe(expected.cash)
  const { items: lines, pages } = await wholeList(async (cursor) =>
    (
      await accounts[':account'].postings.$get({
        param: { ...param, account: box.account },
        query: { limit: '200', ...(cursor === undefined ? {} : { cursor }) },
      })
    ).json(),
  )
  expect(pages).toBeGreaterThan(1)
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(box.balance)
  expect(new Set(lines.map(({ seq, line }) => `${seq}.${line}`)).size).toBe(lines.length)
})

test('a report of a past day is the same over HTTP and on the command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  try {
    const run = (...args: string[]) => commandLine(args, { folder })
    await withPaperBook(folder)
    const token = await village.as('auditor')
    for (const name of ['loan-register', 'findings']) {
      const told = await run('report', name, '--as-of', '2025-06-30', '--json')
      const path = `/v1/funds/${village.fundId}/reports/${name}?asOf=2025-06-30`
      const answer = await village.ask(path, { token })
      expect(await answer.json()).toEqual(JSON.parse(told.out))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each(fundStatementNames)('the report %s comes as a table', async (name) => {
  const answer = await auditor.v1.funds[':fundId'].reports[':name'].$get({
    param: { ...param, name },
    query: {},
  })
  const { title, period, columns, rows } = await answer.json()
  expect(title).toContain('2025-12-31')
  expect(period.to).toBe('2025-12-31')
  for (const row of rows)
    for (const { key } of columns) expect(row[key], `${name} ${key}`).not.toBeUndefined()
  // The old book of the practice fund explains all of its own, and nothing of it lies at a bank.
  const least: Partial<Record<typeof name, number>> = {
    unexplained: 0,
    'bank-reconciliation': 1,
    'wallet-reconciliation': 1,
    'cash-shortages': 0,
  }
  expect(rows.length).toBeGreaterThanOrEqual(least[name] ?? 2)
})

test('women and men are told apart, and an auditor is told nothing of few', async () => {
  const chair = await clientFor(village, 'chair')
  const asked = { param, query: { asOf: '2025-12-31' } }
  const told = async (client: typeof auditor) =>
    (await client.v1.funds[':fundId'].reports['by-sex'].$get(asked)).json()
  const inside = await told(chair)
  expect(inside).toMatchObject({
    from: '2025-01-01',
    members: { women: expect.any(Number), men: expect.any(Number) },
    seats: { women: 4, men: 1 },
    votes: { women: 0, men: 0 },
  })
  const outside = await told(auditor)
  expect(outside).toMatchObject({ ...inside, votes: { women: null, men: null } })
})
