import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { bookOf } from '#src/app/queries.ts'
import { recorder } from '#src/app/record.ts'
import { folderSource } from '#src/cli/folder.ts'
import { fundIdOf } from '#src/exchange/paper-book/commands.ts'
import { importWorkbook } from '#src/exchange/paper-book/workbook.ts'
import { bookFaultSaid } from '#src/words/book-fault-words.ts'
import {
  type Manner,
  faultsOf,
  ofFolder,
  placesOf,
  reading,
  sheetsOf,
  withSheet,
} from '#test/support/book-workbooks.ts'
import { fixedClock, importing, paperBookFolder } from '#test/support/books-in.ts'
import { changed, plainBook, withCell, withFund } from '#test/support/changed-books.ts'
import { fund } from '#test/support/command-line.ts'
import {
  handMade,
  numberCell,
  rowOf,
  textCell,
  workbookParts,
  zipOf,
} from '#test/support/hand-made-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'book-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))

const expected = JSON.parse(readFileSync(join(paperBookFolder, 'expected.json'), 'utf8')) as unknown

const taking = (store: ReturnType<typeof memoryStore>, bytes: Uint8Array, dryRun = false) =>
  importWorkbook(
    { record: recorder({ journal: store, clock: fixedClock, hash: sha256 }), store, hash: sha256 },
    bytes,
    { actor: 'record-keeper', device: 'phone', dryRun },
  )

const manners: [string, Manner][] = [
  ['with numbers as numbers and days as days', {}],
  ['with days counted from 1904', { is1904: true }],
  ['with every cell a text', { isText: true }],
  ['with a title and empty rows above the headings', { above: 4 }],
]

test.each(manners)(
  'the paper-book year as a workbook %s is the very book of the CSV files',
  async (_, manner) => {
    expect(await reading(sheetsOf(plainBook, manner), manner)).toEqual(await ofFolder())
  },
)

test('a workbook in Khmer, from sheets to digits, gives the same figures and is another fund', async () => {
  const store = memoryStore()
  const imported = await taking(store, handMade(sheetsOf(plainBook, { isKhmer: true })))
  if ('faults' in imported) throw new Error(JSON.stringify(imported.faults.slice(0, 3)))
  expect(healthOf((await bookOf(store, imported.fundId))!, '2025-12-31')).toEqual(expected)
  // The rules of its fund are in other words.
  expect(imported.fundId).not.toBe(fundIdOf(await ofFolder(), sha256))
})

test('a workbook after its CSV files changes nothing, and says so', async () => {
  const store = memoryStore()
  const first = await importing(store, folderSource(paperBookFolder))
  const again = await taking(store, handMade(sheetsOf(plainBook)))
  expect(again).toEqual({ ...first, wasHere: true })
})

test('a fault is told by its sheet and cell, and nothing is written', async () => {
  const files = changed(
    withCell('loans.csv', 14, 'principal', 'ten'),
    withFund((json) => {
      json.opening['cash'] = 'x'
    }),
  )
  expect(placesOf(await faultsOf(sheetsOf(files)))).toEqual(
    expect.arrayContaining([
      ['loans', 14, 'principal', 'loans!D14', 'amount-not-a-number'],
      ['fund', 24, 'opening.cash', 'fund!B24', 'amount-not-a-number'],
    ]),
  )
  const lower = await faultsOf(sheetsOf(files, { above: 4 }), { above: 4 })
  expect(placesOf(lower)).toContainEqual([
    'loans',
    18,
    'principal',
    'loans!D18',
    'amount-not-a-number',
  ])
})

test('the words for a workbook speak of sheets and not of files, in both languages', async () => {
  const files = changed(withCell('loans.csv', 3, 'member', 'X08'))
  const [found] = await faultsOf(sheetsOf(files))
  expect(found).toMatchObject({ cell: 'loans!B3', code: 'member-unknown' })
  expect(bookFaultSaid(found!, 'en')).toBe(
    'This card is not in members. Correct the card or add the member.',
  )
  expect(bookFaultSaid(found!, 'km')).not.toContain('.csv')
})

test('a sheet that is missing, hidden or there twice is named, and others are left unread', async () => {
  const sheets = sheetsOf(plainBook)
  const hidden = withSheet(sheets, 'grants', (sheet) => ({ ...sheet, state: 'hidden' }))
  expect(placesOf(await faultsOf(hidden))).toContainEqual([
    'grants',
    null,
    null,
    undefined,
    'sheet-missing',
  ])
  const twice = [...sheets, { name: 'Loans', data: '' }]
  expect(placesOf(await faultsOf(twice))).toContainEqual([
    'loans',
    null,
    null,
    undefined,
    'sheet-twice',
  ])
  const more = [...sheets, { name: 'Letters of Sok Dara', data: rowOf(1, textCell('A1', 'x')) }]
  const draft = { name: 'loans.csv', data: '', state: 'hidden' as const }
  expect(await reading([...more, draft])).toEqual(await ofFolder())
})

test('fund.json may stand in its sheet as it is', async () => {
  const lines = (plainBook['fund.json'] as string).split('\n')
  const data = lines.map((line, i) => rowOf(i + 1, textCell(`A${i + 1}`, line))).join('')
  const sheets = withSheet(sheetsOf(plainBook), 'fund', (sheet) => ({ ...sheet, data }))
  expect(await reading(sheets)).toEqual(await ofFolder())
})

test('no words of a workbook stand in what is said of it', async () => {
  const files = changed(withCell('meeting_sheet.csv', 5, 'card', 'Srey Mom'))
  const answer = await taking(
    memoryStore(),
    handMade([...sheetsOf(files), { name: 'Srey', data: '' }]),
  )
  expect(JSON.stringify(answer)).not.toContain('Srey')
  expect(answer).toMatchObject({ faults: [{ cell: 'meeting_sheet!B5' }] })
})

test('random cells are read or told as faults, and never crash', async () => {
  const wild = fc.oneof(
    fc.constantFrom('M01', 'y', '-5', '1e9', '2025-13-01', '#REF!', '=1', '០១', '\u0000', ''),
    fc.string({ maxLength: 8 }),
  )
  const text = wild.map((said) => said.replaceAll(/\p{Cc}/gu, ''))
  const sheets = sheetsOf(plainBook)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('loans', 'members', 'cash_book', 'fund', 'relief'),
      fc.nat(6),
      fc.integer({ min: 1, max: 9 }),
      fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })),
      async (name, column, row, value) => {
        const place = `${String.fromCharCode(65 + column)}${row}`
        const cell = typeof value === 'string' ? textCell(place, value) : numberCell(place, value)
        const at = new RegExp(`<c r="${place}"[^>]*>.*?</c>`)
        const spoilt = withSheet(sheets, name, (sheet) => ({
          ...sheet,
          data: sheet.data.replace(at, () => cell),
        }))
        const read = await reading(spoilt)
        expect('hash' in read ? read.lines['loans.csv'].length : read.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 25 },
  )
})

const run = (...args: string[]) => fund(args, { folder })

test('the command line takes a workbook where it takes a folder, and names cells', async () => {
  const db = ['--db', 'sqlite:book.db', 'import', 'paper-book']
  writeFileSync(join(folder, 'book.xlsx'), handMade(sheetsOf(plainBook)))
  const json = await run(...db, 'book.xlsx', '--json')
  expect(JSON.parse(json.out)).toMatchObject({ entries: 2002, wasHere: false })
  writeFileSync(
    join(folder, 'bad.xlsx'),
    handMade(sheetsOf(changed(withCell('loans.csv', 14, 'principal', 'ten')))),
  )
  const bad = await run(...db, 'bad.xlsx')
  expect(bad.status).toBe(1)
  expect(bad.out).toContain('loans!D14, principal: This must be an amount')
  expect(bad.out).toContain('1 to mend; nothing was written.')
})

test('a workbook that lies about its size writes nothing', async () => {
  const parts = workbookParts(sheetsOf(plainBook))
  const lying = parts.map((part) =>
    part.name.endsWith('sheet4.xml') ? { ...part, said: 99 } : part,
  )
  const store = memoryStore()
  expect(await taking(store, zipOf(lying))).toMatchObject({ faults: [{ code: 'workbook-broken' }] })
  expect(await store.fundIds()).toEqual([])
})
