import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Finding } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { healthOf } from '#domain/health/health.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { bookOf } from '#src/app/queries.ts'
import { fileNames } from '#src/exchange/paper-book/columns.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type Place, bookFaults, tenAtOnce } from '#test/support/book-faults.ts'
import { importing, paperBookFolder } from '#test/support/books-in.ts'
import {
  type BookFiles,
  type Change,
  changed,
  csvOf,
  everyCsv,
  khmerDigits,
  khmerHeadings,
  plainBook,
  rewritten,
  rowsOf,
  sourceOf,
  withCell,
  withRows,
  writeFiles,
} from '#test/support/changed-books.ts'
import { fund } from '#test/support/command-line.ts'

const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown
const folder = mkdtempSync(join(tmpdir(), 'bad-books-'))
afterAll(() => rmSync(folder, { recursive: true }))

const placeOf = ({ file, row, field, code }: BookFault): Place => [file, row, field, code]
const sorted = (places: readonly Place[]): string[] => places.map(String).toSorted()

/** What an import says of a book with faults; none of the book is in the store after it. */
const faultsOf = async (files: BookFiles): Promise<Place[]> => {
  const store = memoryStore()
  const answer = await importing(store, sourceOf(files))
  expect(await store.fundIds()).toEqual([])
  if (!('faults' in answer)) return []
  for (const { message } of answer.faults) expect(message).toMatch(/^[A-Z].+\.$/)
  return answer.faults.map(placeOf)
}

const bookOfFiles = async (files: BookFiles) => {
  const store = memoryStore()
  const answer = await importing(store, sourceOf(files))
  expect(answer).not.toHaveProperty('faults')
  return (await bookOf(store, 'fundId' in answer ? answer.fundId : ''))!
}

test.each(bookFaults)(
  'where %s, the import names the place and the store stays empty',
  async (_, change, place) => {
    expect(await faultsOf(changed(change))).toEqual([place])
  },
)

test('a null character in fund.json is found, also where it is written as an escape', async () => {
  for (const sign of ['\u0000', '\\u0000']) {
    const files = changed(rewritten('fund.json', (text) => text.replace('Invented', sign)))
    const [[file, , , code] = []] = await faultsOf(files)
    expect([file, code]).toEqual(['fund.json', 'nul-character'])
  }
})

test('ten faults in different files are all named in one go', async () => {
  const files = changed(...tenAtOnce.map(([, change]) => change))
  const places = tenAtOnce.map(([, , place]) => place)
  expect(sorted(await faultsOf(files))).toEqual(sorted(places))
})

test('a folder that holds no book lacks each of the eight files', async () => {
  const missing = ['fund.json', ...fileNames].map((file) => [file, null, null, 'file-missing'])
  expect(await faultsOf({})).toEqual(missing)
})

test('an empty file lacks each of its columns', async () => {
  const places = await faultsOf(changed(rewritten('write_offs.csv', () => '')))
  expect(places.map(([, row, field, code]) => [row, field, code])).toEqual(
    ['loan', 'date', 'amount', 'minute'].map((field) => [1, field, 'column-missing']),
  )
})

test('a fault after blank lines and a page in Windows style is named by its own line', async () => {
  const typed = withCell('meeting_sheet.csv', 5, 'social_in', 'x')
  const windows = rewritten('meeting_sheet.csv', (text) => text.replaceAll('\n', '\r\n'))
  const blank = rewritten('meeting_sheet.csv', (text) => text.replace('\n', '\n\n\n'))
  const place = (row: number) => [['meeting_sheet.csv', row, 'social_in', 'amount-not-a-number']]
  expect(await faultsOf(changed(typed, windows))).toEqual(place(5))
  expect(await faultsOf(changed(typed, blank))).toEqual(place(7))
})

test('no error repeats what stands in the book', async () => {
  const card = withCell('meeting_sheet.csv', 5, 'card', 'Srey Mom')
  const amount = withCell('meeting_sheet.csv', 6, 'social_in', 'Srey Mom')
  const answer = await importing(memoryStore(), sourceOf(changed(card, amount)))
  expect(JSON.stringify(answer)).not.toContain('Srey')
  expect(answer).toMatchObject({ faults: [{ row: 6 }, { row: 5 }] })
})

const accepted: readonly (readonly [string, readonly Change[]])[] = [
  ['in Khmer digits', khmerDigits],
  ['under Khmer headings', khmerHeadings],
  ['in Khmer digits under Khmer headings', [...khmerDigits, ...khmerHeadings]],
  ['with Windows line ends', everyCsv((text) => text.replaceAll('\n', '\r\n'))],
  ['with old line ends', everyCsv((text) => text.replaceAll('\n', '\r'))],
  [
    'with byte order marks',
    [...fileNames, 'fund.json'].map((file) => rewritten(file, (text) => `\ufeff${text}`)),
  ],
  [
    'with its columns the other way round',
    fileNames.map((file) => withRows(file, (rows) => rows.map((row) => row.toReversed()))),
  ],
  [
    'with its lines the other way round',
    fileNames.map((file) => withRows(file, ([head, ...rows]) => [head!, ...rows.toReversed()])),
  ],
  [
    'with a column more in every file',
    fileNames.map((file) =>
      withRows(file, (rows) =>
        rows.map((row, i) => [...row, i === 0 ? 'remarks' : 'late, "again"']),
      ),
    ),
  ],
  [
    'with every cell in quotation marks',
    everyCsv((text) => csvOf(rowsOf(text), (cell) => `"${cell.replaceAll('"', '""')}"`)),
  ],
  [
    'with spaces round every cell',
    fileNames.map((file) =>
      withRows(file, (rows) => rows.map((row) => row.map((cell) => ` ${cell} `))),
    ),
  ],
  ['with blank lines at the end', everyCsv((text) => `${text.trimEnd()}\n\n\n,,,\n \n`)],
  ['with nothing after the last cell', everyCsv((text) => text.trimEnd())],
  [
    'with headings in capitals',
    everyCsv((text) => text.replace(/^.*/, (head) => head.toUpperCase())),
  ],
  ['with zeros before an amount', [withCell('meeting_sheet.csv', 2, 'savings_in', '0025000')]],
]

test.each(accepted)('the book %s gives the same figures to the riel', async (_, changes) => {
  expect(healthOf(await bookOfFiles(changed(...changes)), '2025-12-31')).toEqual(expected)
})

test('headings with no line under them are an empty page', async () => {
  const empty = (['grants.csv', 'relief.csv', 'write_offs.csv'] as const).map((file) =>
    withRows(file, (rows) => rows.slice(0, 1)),
  )
  const { events, windows } = await bookOfFiles(changed(...empty))
  expect(events).toEqual([])
  expect(windows.flatMap(({ grants }) => grants)).toEqual([])
})

const cashBook = (row: number, column: string, text: string): Change =>
  withCell('cash_book.csv', row, column, text)
const difference = (code: string, on: string, sums: Partial<Finding>): Partial<Finding> =>
  ({ code, on, ...sums }) as Partial<Finding>

const differences: readonly (readonly [string, Change, readonly Partial<Finding>[]])[] = [
  [
    'writes other savings than the sheet',
    cashBook(4, 'savings_in', '725100'),
    [
      difference('cash-book-differs', '2025-03-20', {
        column: 'savingsIn',
        expected: 725_000,
        found: 725_100,
      }),
      difference('cash-book-does-not-add-up', '2025-03-20', {
        expected: 13_936_900,
        found: 13_936_800,
      }),
    ],
  ],
  [
    'counts other people than the sheet',
    cashBook(6, 'members_present', '57'),
    [difference('attendance-differs', '2025-05-20', { expected: 58, found: 57 })],
  ],
  [
    'opens with less than it closed with',
    cashBook(5, 'opening_cash', '13936700'),
    [
      difference('cash-book-does-not-add-up', '2025-04-20', {
        expected: 13_376_900,
        found: 13_377_000,
      }),
      difference('opening-not-last-closing', '2025-04-20', {
        expected: 13_936_800,
        found: 13_936_700,
      }),
    ],
  ],
  [
    'lacks a meeting of the sheet',
    withRows('cash_book.csv', (rows) => rows.toSpliced(12, 1)),
    [difference('meeting-missing-in-cash-book', '2025-12-20', {})],
  ],
]

let usual: readonly Finding[] | undefined

test.each(differences)(
  'a cash book that %s is a finding and no error',
  async (_, change, found) => {
    const findings = findingsOf(await bookOfFiles(changed(change)), '2025-12-31')
    usual ??= findingsOf(await bookOfFiles(plainBook), '2025-12-31')
    const isUsual = ({ code, on }: Finding) =>
      usual!.some((one) => one.code === code && one.on === on)
    expect(findings.filter((one) => !isUsual(one))).toMatchObject(found)
  },
)

const run = (...args: string[]) => fund(args, { folder })

test('the command line names every fault of a bad book and leaves a database without a fund', async () => {
  const files = changed(...tenAtOnce.map(([, change]) => change))
  const book = writeFiles(files, join(folder, 'ten'))
  const db = ['--db', 'sqlite:ten.db']
  expect(await run(...db, 'migrate', 'up')).toMatchObject({ status: 0 })
  const json = await run(...db, 'import', 'paper-book', book, '--json')
  expect(json).toMatchObject({ status: 1, err: '' })
  const { errors } = JSON.parse(json.out) as { errors: BookFault[] }
  expect(sorted(errors.map(placeOf))).toEqual(sorted(tenAtOnce.map(([, , place]) => place)))
  const text = await run(...db, 'import', 'paper-book', book)
  expect(text.status).toBe(1)
  expect(text.out).toContain('meeting_sheet.csv, row 3, fine_in: ')
  expect(text.out).toContain('10 to mend; nothing was written.')
  const audit = await run(...db, 'audit', '--json')
  expect(JSON.parse(audit.out)).toEqual({ ok: true, entries: 0, problems: [] })
})

test('a book in which something else has the name of a file lacks that file', async () => {
  const book = writeFiles({ ...plainBook, 'loans.csv': undefined }, join(folder, 'odd'))
  writeFiles({ 'members.csv': 'card' }, join(book, 'loans.csv'))
  const { status, out } = await run('--db', 'sqlite:odd.db', 'import', 'paper-book', book, '--json')
  expect(status).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ errors: [{ file: 'loans.csv', code: 'file-missing' }] })
})

test('a mended book goes in where the bad one was refused', async () => {
  const db = ['--db', 'sqlite:mended.db']
  const [, change] = bookFaults[0]!
  const bad = await run(
    ...db,
    'import',
    'paper-book',
    writeFiles(changed(change), join(folder, 'bad')),
  )
  const good = await run(...db, 'import', 'paper-book', paperBookFolder, '--json')
  expect([bad.status, good.status]).toEqual([1, 0])
  expect(JSON.parse(good.out)).toMatchObject({
    entries: 2002,
    wasHere: false,
    warnings: ['grant-payees-not-kept'],
  })
})
