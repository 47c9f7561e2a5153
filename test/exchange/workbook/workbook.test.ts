import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import {
  type Value,
  type Workbook,
  columnLetters,
  columnOf,
} from '#src/exchange/workbook/sheets.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import {
  handMade,
  numberCell,
  rowOf,
  textCell,
  workbookParts,
  zipOf,
} from '#test/support/hand-made-workbook.ts'

const read = async (bytes: Uint8Array): Promise<Workbook> => {
  const found = await readWorkbook(bytes)
  if (typeof found === 'string') throw new Error(found)
  return found
}

const isPlain = (text: string): boolean => !/(?![\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u.test(text)
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isPlain)
const days = fc
  .date({ min: new Date('1900-03-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => ({ day: date.toISOString().slice(0, 10) }))
const values: fc.Arbitrary<Value> = fc.oneof(
  texts,
  fc.integer({ min: -1e12, max: 1e12 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100),
  fc.boolean(),
  days,
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '+855',
    '_x000D_',
    '_x005F_',
    ' ប្រាក់ ',
    '&lt;',
    '007',
    'a\u007f\u0085\u009fb',
  ),
)

test('what is written into a workbook is read out of it, text for text and day for day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(values, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
      async (rows) => {
        const { sheets } = await read(await writeWorkbook([{ name: 'សៀវភៅ', rows }]))
        expect(sheets).toEqual([
          {
            name: 'សៀវភៅ',
            isHidden: false,
            rows: rows.map((row, i) => ({ row: i + 1, values: row })),
            merges: [],
            notCalculated: new Set(),
            percents: new Set(),
          },
        ])
      },
    ),
    { numRuns: 60 },
  )
})

test('the same sheets are the same bytes', async () => {
  const sheets = [{ name: 'loans', rows: [['loan'], ['L1', 5, { day: '2025-01-20' }]] }]
  expect(await writeWorkbook(sheets)).toEqual(await writeWorkbook(sheets))
})

test('a workbook by hand is read: days of both systems, merged cells, hidden sheets, formulas', async () => {
  const data =
    rowOf(
      2,
      textCell('A2', 'ថ្ងៃ'),
      numberCell('C2', 45_677, 1),
      numberCell('D2', 45_677.75, 2),
      '<c r="E2"><f>C2+1</f><v>45678</v></c>',
      '<c r="F2" t="str"><f>"L"&amp;1</f><v>L1</v></c>',
      '<c r="G2"><f>1+1</f></c>',
      '<c r="H2" t="b"><v>1</v></c>',
      '<c r="I2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ) + rowOf(5, textCell('B5', ' x '))
  const after = '<mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>'
  const sheets = [{ name: 'A & "B"', data, after, state: 'hidden' as const }]
  const [sheet] = (await read(handMade(sheets))).sheets
  const day = { day: '2025-01-20' }
  expect(sheet).toEqual({
    name: 'A & "B"',
    isHidden: true,
    rows: [
      { row: 2, values: ['ថ្ងៃ', null, day, day, 45_678, 'L1', null, true, '#DIV/0!'] },
      { row: 5, values: [null, ' x '] },
    ],
    merges: [{ firstRow: 2, lastRow: 5, firstColumn: 0, lastColumn: 0 }],
    notCalculated: new Set(['G2']),
    percents: new Set(),
  })
  const later = await read(handMade(sheets, { is1904: true }))
  expect(later.is1904).toBe(true)
  expect(later.sheets[0]!.rows[0]!.values[2]).toEqual({ day: '2029-01-21' })
})

test('a sheet that nobody asked for is not opened', async () => {
  const sheets = [
    { name: 'loans', data: rowOf(1, textCell('A1', 'loan')) },
    { name: 'letters', data: '<broken' },
  ]
  const found = await readWorkbook(handMade(sheets), ({ name }) => name === 'loans')
  expect(typeof found === 'string' ? found : found.sheets.map(({ name }) => name)).toEqual([
    'loans',
  ])
  expect(await readWorkbook(handMade(sheets))).toBe('workbook-broken')
})

test('a sheet of nothing but a chart, or a hidden one that nobody asked for, leaves a sound workbook sound', async () => {
  const sheets = [
    { name: 'chart', data: '' },
    { name: 'loans', data: rowOf(1, textCell('A1', 'loan')) },
    { name: 'draft', data: '<broken', state: 'hidden' as const },
  ]
  const parts = workbookParts(sheets).map((part) =>
    part.name === 'xl/_rels/workbook.xml.rels'
      ? { ...part, text: String(part.text).replace('/worksheet" Target', '/chartsheet" Target') }
      : part,
  )
  const found = await readWorkbook(zipOf(parts), ({ isHidden }) => !isHidden)
  expect(typeof found === 'string' ? found : found.sheets).toMatchObject([
    { name: 'loans', rows: [{ row: 1, values: ['loan'] }] },
  ])
})

const plain = [{ name: 'loans', data: rowOf(1, textCell('A1', 'loan')) }]
const withPart = (name: string, text: string, more: object = {}) =>
  zipOf(workbookParts(plain).map((part) => (part.name === name ? { name, text, ...more } : part)))
const sheetPath = 'xl/worksheets/sheet1.xml'
const sheetOf = (data: string): Uint8Array => handMade([{ name: 'loans', data }])
const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const wide = (name: string): Uint8Array => new Uint8Array([...old, ...Buffer.from(name, 'utf16le')])
const megabyte = 1024 * 1024

/** A text of one megabyte, and cells of the sheet that say no more than its number. */
const namedByMany = (): Uint8Array => {
  const cells = Array.from({ length: 20 }, (_, i) => rowOf(i + 1, '<c t="s"><v>0</v></c>'))
  const parts = workbookParts([{ name: 'loans', data: cells.join('') }]).map((part) =>
    part.name === 'xl/_rels/workbook.xml.rels'
      ? {
          ...part,
          text: String(part.text).replace(
            '</Relationships>',
            '<Relationship Id="rIdTexts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
          ),
        }
      : part,
  )
  const text = `<sst><si><t>${'x'.repeat(megabyte)}</t></si></sst>`
  return zipOf([...parts, { name: 'xl/sharedStrings.xml', text }])
}

test.each<[string, Uint8Array, string]>([
  [
    'a CSV file under another name',
    new TextEncoder().encode('loan,member\nL1,M1\n'),
    'workbook-not-one',
  ],
  ['nothing', new Uint8Array(), 'workbook-not-one'],
  ['an .xls file', wide('Workbook'), 'workbook-old-format'],
  ['a workbook with a password', wide('EncryptedPackage'), 'workbook-encrypted'],
  [
    'a zip with a password',
    zipOf(workbookParts(plain).map((part) => ({ ...part, flags: 1 }))),
    'workbook-encrypted',
  ],
  ['a zip of something else', zipOf([{ name: 'mimetype', text: 'x' }]), 'workbook-other-format'],
  ['half a file', handMade(plain).slice(0, 900), 'workbook-broken'],
  ['more than ten megabytes', new Uint8Array(11 * megabyte), 'workbook-too-large'],
  [
    'a part that unpacks to more than it says',
    withPart(sheetPath, 'x'.repeat(9999), { said: 500 }),
    'workbook-broken',
  ],
  [
    'a part that says nothing of its size',
    withPart(sheetPath, 'x'.repeat(9999), { said: 0 }),
    'workbook-broken',
  ],
  [
    'a part whose size is said to come after it',
    withPart(sheetPath, 'x'.repeat(9999), { flags: 8, listed: { packed: 0, unpacked: 0 } }),
    'workbook-broken',
  ],
  [
    'a part that nobody asks for and whose size is said to come after it',
    zipOf([
      ...workbookParts(plain),
      {
        name: 'xl/sharedStrings.xml',
        text: 'x'.repeat(9999),
        flags: 8,
        listed: { packed: 0, unpacked: 0 },
      },
    ]),
    'workbook-broken',
  ],
  [
    'a part whose place is told in the longer form',
    withPart(sheetPath, 'x', { listed: { at: 0xffff_ffff } }),
    'workbook-too-large',
  ],
  [
    'a zip whose list is told in the longer form',
    zipOf(workbookParts(plain), { listBytes: 0xffff_ffff }),
    'workbook-too-large',
  ],
  [
    'merged blocks that lie on each other',
    handMade([
      {
        name: 'loans',
        data: Array.from({ length: 1000 }, (_, i) => rowOf(i + 1, numberCell(`A${i + 1}`, 1))).join(
          '',
        ),
        after: `<mergeCells>${'<mergeCell ref="A1:A1000"/>'.repeat(2_500)}</mergeCells>`,
      },
    ]),
    'workbook-too-large',
  ],
  ['one long text that many cells name', namedByMany(), 'workbook-too-large'],
  [
    'a part of fifty megabytes',
    zipOf([...workbookParts(plain), { name: 'xl/a.xml', text: '0'.repeat(50 * megabyte) }]),
    'workbook-too-large',
  ],
  ['a cell in a far column', sheetOf(rowOf(1, numberCell('XFD1', 1))), 'workbook-too-large'],
  ['three hundred columns', sheetOf(rowOf(1, numberCell('KN1', 1))), 'workbook-too-large'],
  [
    'thirty thousand rows',
    sheetOf(Array.from({ length: 30_000 }, (_, i) => rowOf(i + 1, '<c><v>1</v></c>')).join('')),
    'workbook-too-large',
  ],
  [
    'a document type of its own',
    withPart(sheetPath, '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'),
    'workbook-broken',
  ],
  ['a quotation that is not closed', sheetOf(`<row r="1${'<c>'.repeat(50)}`), 'workbook-broken'],
  ['a sheet that is not there', zipOf(workbookParts(plain).slice(0, -1)), 'workbook-broken'],
])('%s is no workbook that is read, and it is said why', async (_, bytes, code) => {
  expect(await readWorkbook(bytes)).toBe(code)
})

test('random bytes, and a sound workbook with some bytes changed, are read or refused and never crash', async () => {
  const sound = handMade([
    { name: 'loans', data: rowOf(1, textCell('A1', 'loan'), numberCell('B1', 45_677, 1)) },
  ])
  const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), changes, async (bytes, changed) => {
      expect(await readWorkbook(bytes)).toMatch(/^workbook-/)
      const copy = sound.slice()
      for (const [at, byte] of changed) copy[at] = byte
      const found = await readWorkbook(copy)
      expect(typeof found === 'string' ? found : 'workbook-read').toMatch(/^workbook-/)
    }),
    { numRuns: 300 },
  )
})

test('columns are told by their letters', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
  expect(['A', 'Z', 'AA', 'ZZ', 'AAA'].map(columnOf)).toEqual([0, 25, 26, 701, 702])
})
