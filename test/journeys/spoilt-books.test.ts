import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { bookOf } from '#src/app/queries.ts'
import { type FileName, fileColumns } from '#src/exchange/paper-book/columns.ts'
import { importing, paperBookFolder } from '#test/support/books-in.ts'
import { firstLine, mistakes, sheet } from '#test/support/mistakes.ts'
import { type BookTexts, rowOf, soundBook, sourceOf, spoilt } from '#test/support/spoilt-books.ts'

const book = soundBook()
const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown

/** The faults of a book, which must leave the store as empty as it was. */
const faultsOf = async (texts: Parameters<typeof sourceOf>[0]) => {
  const store = memoryStore()
  const imported = await importing(store, sourceOf(texts))
  if (!('faults' in imported)) throw new Error('the book was taken in')
  expect(await store.fundIds()).toEqual([])
  for (const { message } of imported.faults) expect(message.length).toBeGreaterThan(20)
  return imported.faults.map(({ file, row, field, code }) => ({ file, row, field, code }))
}

const takenIn = async (texts: BookTexts) => {
  const store = memoryStore()
  const imported = await importing(store, sourceOf(texts))
  if ('faults' in imported) throw new Error(JSON.stringify(imported.faults.slice(0, 3)))
  return (await bookOf(store, imported.fundId))!
}

test.each(mistakes)(
  '%s is named with its file, row and field, and nothing is written',
  async (_, file, from, to, field, code) => {
    expect(await faultsOf(spoilt(book, file, from, to))).toContainEqual({
      file,
      row: rowOf(book, file, from),
      field,
      code,
    })
  },
)

test('an opening that does not balance or add up is named', async () => {
  const fund = 'fund.json'
  const unbalanced = await faultsOf(spoilt(book, fund, '"cash": 11103700', '"cash": 11103800'))
  expect(unbalanced).toEqual([
    { file: fund, row: null, field: 'opening', code: 'opening-not-balanced' },
  ])
  const members = await faultsOf(
    spoilt(book, 'members.csv', 'M01,active,f,,n,upland,125000', 'M01,active,f,,n,upland,120000'),
  )
  expect(members).toEqual([
    { file: fund, row: null, field: 'opening.savings', code: 'opening-savings-differ' },
  ])
  const loans = await faultsOf(
    spoilt(book, 'loans.csv', 'carried over,300000', 'carried over,290000'),
  )
  expect(loans).toEqual([
    { file: fund, row: null, field: 'opening.loans', code: 'opening-loans-differ' },
  ])
})

test('a missing column, a missing file and a column that stands twice are named', async () => {
  expect(await faultsOf(spoilt(book, sheet, 'social_in', 'sozial'))).toEqual([
    { file: sheet, row: 1, field: 'social_in', code: 'column-missing' },
  ])
  expect(await faultsOf(spoilt(book, 'members.csv', 'zone', 'sex'))).toContainEqual({
    file: 'members.csv',
    row: 1,
    field: 'sex',
    code: 'column-twice',
  })
  const { 'relief.csv': _, ...without } = book
  expect(await faultsOf(without)).toEqual([
    { file: 'relief.csv', row: null, field: null, code: 'file-missing' },
  ])
})

test('a file that is not UTF-8, not JSON or far too large is named', async () => {
  const latin = Buffer.from(book['members.csv']!.replace('upland', 'upl\u00e4nd'), 'latin1')
  expect(await faultsOf({ ...book, 'members.csv': new Uint8Array(latin) })).toContainEqual({
    file: 'members.csv',
    row: 2,
    field: null,
    code: 'not-utf8',
  })
  expect(await faultsOf({ ...book, 'fund.json': '{' })).toEqual([
    { file: 'fund.json', row: null, field: null, code: 'not-json' },
  ])
  const lines = book[sheet]! + `${firstLine}\n`.repeat(30_000)
  expect(await faultsOf({ ...book, [sheet]: lines })).toContainEqual({
    file: sheet,
    row: null,
    field: null,
    code: 'file-too-large',
  })
})

test('all mistakes of a book are told in one go', async () => {
  const many = mistakes
    .slice(8)
    .reduce(
      (texts, [, file, from, to]) =>
        texts[file]!.includes(from) ? spoilt(texts, file, from, to) : texts,
      book,
    )
  const faults = await faultsOf(many)
  expect(new Set(faults.map(({ file }) => file)).size).toBeGreaterThanOrEqual(5)
  expect(faults.length).toBeGreaterThanOrEqual(8)
})

test('Khmer digits and Khmer headings give the same figures', async () => {
  const khmer = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))
  const texts = Object.fromEntries(
    Object.entries(book).map(([file, text]) => {
      if (file === 'fund.json') return [file, text]
      const [head = '', ...lines] = text.split('\n')
      const columns = fileColumns[file as FileName]
      const headings = head
        .trim()
        .split(',')
        .map((name) => columns.find((column) => column.name === name)!.khmer)
      return [file, [headings.join(','), ...lines.map(khmer)].join('\n')]
    }),
  )
  const same = healthOf(await takenIn(texts), '2025-12-31')
  expect(same).toEqual(expected)
})

test('a byte order mark, Windows line ends, blank lines, other order and unknown columns change nothing', async () => {
  const members = book['members.csv']!.trim()
    .split('\n')
    .map((line) => {
      const [card, ...rest] = line.trim().split(',')
      return [...rest, card, card === 'card' ? 'name' : 'a name that is not read'].join(',')
    })
  const texts = { ...book, 'members.csv': `\ufeff${members.join('\r\n')}\r\n\r\n` }
  expect(healthOf(await takenIn(texts), '2025-12-31')).toEqual(expected)
})

test('a cash book that differs from the sheets or from itself is a finding, and the ledger follows the sheets', async () => {
  const line = '2025-03-20,58,15396200,725000'
  const wrong = spoilt(
    spoilt(book, 'cash_book.csv', line, '2025-03-20,57,15396300,726000'),
    'cash_book.csv',
    '13377000\n',
    '13376000\n',
  )
  const taken = await takenIn(wrong)
  expect(healthOf(taken, '2025-12-31')).toEqual(expected)
  const found = findingsOf(taken, '2025-12-31').map(
    ({ code, on, column }) => `${on} ${code}${column === null ? '' : ` ${column}`}`,
  )
  expect(found).toEqual(
    expect.arrayContaining([
      '2025-03-20 attendance-differs',
      '2025-03-20 cash-book-differs savingsIn',
      '2025-03-20 cash-book-does-not-add-up',
      '2025-03-20 opening-not-last-closing',
      '2025-04-20 cash-book-does-not-add-up',
      '2025-05-20 opening-not-last-closing',
    ]),
  )
})

test('a book with one changed cell is another fund, and the answer warns that its village is already here', async () => {
  const store = memoryStore()
  const first = await importing(store, sourceOf(book))
  const second = await importing(store, sourceOf(spoilt(book, 'loans.csv', 'piglets', 'hens')))
  if ('faults' in first || 'faults' in second) throw new Error('the book has faults')
  expect(second.fundId).not.toBe(first.fundId)
  expect(first.warnings).not.toContain('village-already-here')
  expect(second.warnings).toContain('village-already-here')
})
