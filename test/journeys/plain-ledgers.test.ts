import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { trialBalance } from '#domain/ledger/statements.ts'
import { beancountFile, hledgerJournal } from '#src/exchange/plain-text/ledgers.ts'
import { readableNames } from '#src/exchange/plain-text/names.ts'
import { transactionsOf } from '#src/exchange/plain-text/transactions.ts'
import { fund } from '#test/support/command-line.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { oddYear, paperYear, randomYear } from '#test/support/plain-books.ts'
import { practice } from '#test/support/service.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledgers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads the sums of a journal with a reader of its own, which knows nothing of how it was written. */
const sumsIn = (journal: string): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>()
  for (const line of journal.split('\n')) {
    const found = /^ {4}(\S+) +(-?)(\d+)(?:\.(\d\d))? ([A-Z]{3})(?: = .*)?$/.exec(line)
    if (!found) continue
    const [, name, sign, whole, part = '', currency] = found
    const amount = BigInt(`${sign}${whole}${part}`)
    const key = `${name} ${currency}`
    sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  return sums
}

test('the paper year as a text ledger has the balances of the books, each account under its own name', async () => {
  const plain = await paperYear()
  const { book, postings } = plain
  const names = readableNames(
    book,
    postings.map(({ account }) => account),
  )
  const sums = sumsIn(hledgerJournal(plain))
  const { book: whole } = await bookFrom(paperBookFolder)
  const expected = trialBalance(whole.balances, '2025-12-31')
  expect(sums.size).toBe(expected.length)
  for (const { account, currency, debit, credit } of expected)
    expect(sums.get(`${names.get(account)!} ${currency}`), account).toBe(BigInt(debit - credit))
  expect([...names.values()]).toContain('Liabilities:Savings:M01')
  expect([...names.values()].some((name) => name.startsWith('Assets:Loan:L25-'))).toBe(true)
})

test('every transaction comes to zero, over random books', async () => {
  for (const seed of [1, 2, 3]) {
    const { postings } = await randomYear(seed)
    for (const { postings: own } of transactionsOf(postings))
      for (const group of Map.groupBy(own, ({ currency }) => currency).values())
        expect(group.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
  }
})

test('cards that look alike get accounts of their own, and dollars keep their cents', () => {
  const plain = oddYear()
  const journal = hledgerJournal(plain)
  const names = readableNames(
    plain.book,
    plain.postings.map(({ account }) => account),
  )
  expect(new Set(names.values()).size).toBe(names.size)
  expect(sumsIn(journal).get('Assets:Foreign-Box:USD USD')).toBe(10_005n)
  expect(journal).toContain('100.05 USD')
  expect(beancountFile(plain)).toContain('100.05 USD')
})

test('on the command line a book is taken to a file once, and to no file that is there', async () => {
  const run = (...args: string[]) => fund(args, { folder })
  await withPaperBook(folder)
  for (const ledger of ['hledger', 'beancount']) {
    const first = await run('export', ledger, '--as-of', '2025-12-31', '--out', ledger)
    expect(first).toMatchObject({ status: 0, err: '' })
    expect(first.out).toContain('with every balance asserted')
    const text = readFileSync(join(folder, ledger), 'utf8')
    expect(text).toContain('Liabilities:Savings:M01')
    const again = await run('export', ledger, '--out', ledger)
    expect([again.status, again.err.includes('such a file already')]).toEqual([2, true])
    expect(readFileSync(join(folder, ledger), 'utf8')).toBe(text)
  }
})

test('by the API whoever reads accounts takes them along, and a household does not', async () => {
  const village = await practice()
  const path = `/v1/funds/${village.fundId}/exports/hledger`
  const told = await village.ask(path, { token: await village.as('auditor') })
  expect([told.status, told.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="fund.journal"',
  ])
  expect(await told.text()).toMatch(/balances asserted/)
  expect((await village.ask(path, { token: await village.as('household') })).status).toBe(403)
})
