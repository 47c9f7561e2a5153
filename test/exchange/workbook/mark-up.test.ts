import { expect, test } from 'vitest'
import { percentStyles } from '#src/exchange/workbook/mark-up.ts'
import { partsOf } from '#src/exchange/workbook/parts.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import { writeWorkbook } from '#src/exchange/workbook/write.ts'
import {
  handMade,
  numberCell,
  rowOf,
  textCell,
  workbookParts,
  zipOf,
} from '#test/support/hand-made-workbook.ts'

const plain = [
  { name: 'loans', data: rowOf(1, textCell('A1', 'loan'), numberCell('B1', 45_677, 1)) },
]
/** The same workbook with other words in one of its parts. */
const changed = (name: string, from: string, to: string) =>
  readWorkbook(
    zipOf(
      workbookParts(plain).map((part) =>
        part.name === name ? { ...part, text: String(part.text).replace(from, to) } : part,
      ),
    ),
  )
const named = async (written: string) => {
  const found = await changed('xl/workbook.xml', 'name="loans"', `name="${written}"`)
  return typeof found === 'string' ? found : found.sheets.map(({ name }) => name).join()
}

test('a name may be written by the numbers of its letters, in tens or in sixteens', async () => {
  expect(await named('&#6016;&#x1798;&#x17d2;&#6021;&#x17B8;')).toBe('កម្ចី')
  expect(await named('&#120;10')).toBe('x10')
  expect(await named('a&#x10ffff;')).toBe('a\u{10ffff}')
  // No letter has these numbers.
  expect(await named('a&#x110000;&#1114112;')).toBe('a&#x110000;&#1114112;')
})

test('a workbook says in digits or in words that its days are counted from 1904', async () => {
  const of = async (said: string) => {
    const found = await changed('xl/workbook.xml', '<sheets>', `${said}<sheets>`)
    if (typeof found === 'string') return found
    return [found.is1904, found.sheets[0]!.rows[0]!.values[1]]
  }
  const later = [true, { day: '2029-01-21' }]
  const usual = [false, { day: '2025-01-20' }]
  expect(await of('<workbookPr date1904="1"/>')).toEqual(later)
  expect(await of('<workbookPr date1904="true"/>')).toEqual(later)
  expect(await of('<workbookPr date1904="false"/>')).toEqual(usual)
  expect(await of('<workbookPr date1904="0"/>')).toEqual(usual)
  expect(await of('<workbookPr/>')).toEqual(usual)
})

test('a sheet is found where its place is told by a step back, from the root or with a dot', async () => {
  const relations = 'xl/_rels/workbook.xml.rels'
  for (const told of ['../xl/worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml']) {
    const found = await changed(relations, '"worksheets/sheet1.xml"', `"${told}"`)
    expect(typeof found === 'string' ? found : found.sheets[0]!.rows, told).toMatchObject([
      { row: 1, values: ['loan', { day: '2025-01-20' }] },
    ])
  }
})

test('styles that are nobody’s own are not counted among those of cells, wherever they stand', () => {
  const own = '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>'
  const base = '<cellStyleXfs><xf numFmtId="9"/><xf numFmtId="9"/></cellStyleXfs>'
  expect([...percentStyles(`<styleSheet>${base}${own}</styleSheet>`)]).toEqual(['1'])
  expect([...percentStyles(`<styleSheet>${own}${base}</styleSheet>`)]).toEqual(['1'])
})

test('a sheet has five thousand merged blocks at most', async () => {
  const merged = (count: number) => {
    const after = `<mergeCells>${'<mergeCell ref="A1:B1"/>'.repeat(count)}</mergeCells>`
    return readWorkbook(handMade([{ ...plain[0]!, after }]))
  }
  expect(await merged(5_000)).toMatchObject({ sheets: [{ name: 'loans' }] })
  expect(await merged(5_001)).toBe('workbook-too-large')
})

test('a workbook has sixty sheets at most, and a sheet half a million cells, though nothing stands in them', async () => {
  const sheets = (count: number) =>
    readWorkbook(
      handMade(Array.from({ length: count }, (_, n) => ({ ...plain[0]!, name: `s${n}` }))),
    )
  expect(((await sheets(60)) as { readonly sheets: object }).sheets).toHaveLength(60)
  expect(await sheets(61)).toBe('workbook-too-large')
  const empty = `<row r="2">${'<c/>'.repeat(500_001)}</row>`
  expect(await readWorkbook(handMade([{ ...plain[0]!, data: empty }]))).toBe('workbook-too-large')
})

test('headings of a written workbook are bold, and what stands below them is not', async () => {
  const bytes = await writeWorkbook([{ name: 'loans', rows: [['loan'], ['L1']] }])
  const parts = partsOf(bytes)
  if (typeof parts === 'string') throw new Error(parts)
  const [sheet, styles] = [
    (await parts.text('xl/worksheets/sheet1.xml'))!,
    (await parts.text('xl/styles.xml'))!,
  ]
  const fonts = styles.match(/<font>[^]*?<\/font>|<font\/>/g)!
  const [, cellStyles] = /<cellXfs[^>]*>([^]*)<\/cellXfs>/.exec(styles)!
  const fontOf = [...cellStyles!.matchAll(/<xf [^>]*fontId="(\d+)"/g)].map(([, id]) => Number(id))
  const isBold = (place: string): boolean => {
    const [tag] = new RegExp(`<c [^>]*r="${place}"[^>]*>`).exec(sheet)!
    const style = Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0)
    return fonts[fontOf[style]!]!.includes('<b/>')
  }
  expect([isBold('A1'), isBold('A2')]).toEqual([true, false])
})
