import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { rebuildViews } from '#src/app/rebuild.ts'
import { folderSource } from '#src/cli/folder.ts'
import { findingWords } from '#src/words/report-words.ts'
import { findingCodes } from '#domain/health/finding.ts'
import { bookFrom, importing, paperBookFolder } from '#test/support/books-in.ts'
import { figuresOf } from '#test/support/book-figures.ts'
import { randomBook, writeBook } from '#test/support/books.ts'

const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown
const otherBooks = process.env['TEST_BUDGET'] === 'ci' ? 60 : 8

test('the paper book of the invented village gives every figure of its year', async () => {
  const { book } = await bookFrom(paperBookFolder)
  expect(healthOf(book, '2025-12-31')).toEqual(expected)
})

test('importing the same book again changes nothing and gives the same fund', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const before = await store.read(fundId, 0, 10_000)
  const again = await importing(store, folderSource(paperBookFolder))
  expect(again).toMatchObject({ fundId, wasHere: true })
  expect(await store.read(fundId, 0, 10_000)).toEqual(before)
})

test('a dry run says the same and writes nothing', async () => {
  const store = memoryStore()
  const dry = await importing(store, folderSource(paperBookFolder), true)
  expect(await store.fundIds()).toEqual([])
  const real = await importing(store, folderSource(paperBookFolder))
  expect({ ...dry, isDryRun: false }).toEqual(real)
})

test('the books of the imported year hold, and rebuilding changes no view', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  expect(await auditAll(store, sha256)).toEqual({ ok: true, entries: 2002, problems: [] })
  const views = async () => [
    await store.subjects(fundId),
    await store.balances(fundId),
    await store.postings(fundId, {}),
    await store.flags(fundId),
  ]
  const before = await views()
  await rebuildViews(store, fundId)
  expect(await views()).toEqual(before)
})

test('the findings name the write-off without a minute and the loan paid to an absent member', async () => {
  const { book } = await bookFrom(paperBookFolder)
  const found = findingsOf(book, '2025-12-31').map(
    ({ code, subject }) => `${code} ${subject.number}`,
  )
  expect(found).toContain('write-off-without-minute L23-17')
  expect(found).toContain('loan-to-absent-member L25-24')
  expect(new Set(found.map((line) => line.split(' ')[0]))).toEqual(
    new Set([
      'write-off-without-minute',
      'loan-to-absent-member',
      'cash-above-box-limit',
      'lent-beyond-lendable',
    ]),
  )
})

test('every finding has words in both languages', () => {
  expect(Object.keys(findingWords.in('km')).toSorted()).toEqual([...findingCodes].toSorted())
})

test('no word of the paper book that could name somebody stands in the journal', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const journal = JSON.stringify(await store.read(fundId, 0, 10_000))
  for (const word of [
    'moneylender refinance',
    'piglets',
    'passport',
    'reintegration',
    'safe return',
    'S01',
    'returnee',
    'Invented',
  ]) {
    expect(journal.includes(word), word).toBe(false)
  }
})

test("other villages' books give the figures of a separate calculation, at year end and within the year", async () => {
  for (let seed = 1; seed <= otherBooks; seed += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'book-'))
    try {
      const other = randomBook(seed)
      writeBook(other, folder)
      const { book } = await bookFrom(folder, memoryStore())
      const year = book.fund.openedOn.slice(0, 4)
      for (const asOf of [`${year}-12-31`, `${year}-04-30`, `${year}-08-17`]) {
        expect(healthOf(book, asOf), `book ${seed} on ${asOf}`).toEqual(figuresOf(other, asOf))
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
})

test('a year later the fund starts from where the year before ended', async () => {
  const { book } = await bookFrom(paperBookFolder)
  const [year, next] = [healthOf(book, '2025-12-31'), healthOf(book, '2026-01-01')]
  expect(next.reserve).toBe(year.reserve + next.surplus)
  expect(next).toMatchObject({
    interest_received: 0,
    disbursed: 0,
    cash: year.cash,
    attendance_percent: null,
  })
})
