import { beforeAll, expect, test } from 'vitest'
import { isSafe } from '#domain/statistics/releasing.ts'
import { practiceFigures } from '#src/app/practice/practice-figures.ts'
import { csvCell } from '#src/exchange/report.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practiceTables } from '#test/support/practice-figures.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

let village: Practice
beforeAll(async () => {
  village = await practice()
})

const page = async (path: string, of = village): Promise<string> => {
  const answer = await of.ask(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

test('anybody reads what villages counted, in both languages, without signing in and without a script', async () => {
  for (const language of languages) {
    const text = await page(`/figures?lang=${language}`)
    expect(text).not.toContain('<script')
    expect(text).toContain('<svg class="bar"')
    const said = pageText(text)
    // 12 of 15 invented villages; 400 of the 970 people are in Thailand.
    expect(said).toContain(language === 'en' ? '12 of 15 villages counted' : 'ភូមិ 12 ក្នុងចំណោម 15')
    expect(said).toContain(language === 'en' ? 'Thailand' : 'ថៃ')
    expect(said).toContain('400')
    expect(said).toContain(language === 'en' ? 'not told: ' : 'មិនប្រាប់')
    expect(said).toContain(language === 'en' ? 'Invented figures' : 'ចំនួនប្រឌិត')
  }
})

test('the cost of leaving is told of Thailand, where every band can be, and of no other country', async () => {
  // By hand, of the table: 40 nothing, 130 a month or less, 95 to three months, 30 more: 125 of 295 is 42 of a hundred.
  const said = pageText(await page('/figures?lang=en'))
  expect(said).toContain('Thailand: of 295 workers, 42% paid more than a month’s pay.')
  expect(said).toContain('The middle worker paid: A month’s first pay or less.')
  expect(said).not.toContain('Malaysia: of')
})

test('how long it takes until leaving has paid is told of Thailand alone, with what nobody knows', async () => {
  for (const path of ['/figures?lang=en', '/figures/brief?lang=en']) {
    const said = pageText(await page(path))
    // The middle of 295 paid a month's pay or less.
    expect(said).toContain('Thailand, of 295 workers: With all of the pay up to one month;')
    expect(said).toContain('if a third of the pay is put aside, up to 3 months.')
    expect(said).not.toContain('Malaysia, of')
    expect(said).toContain('ow much money came home from each country')
  }
})

test('what is told of the invented villages is safe, cell by cell, by the room of safe releases', () => {
  const told = practiceFigures(practiceDay).flatMap(({ releases }) => releases)
  for (const [kind, period, tables] of practiceTables) {
    const release = told.find((one) => one.kind === kind)!
    expect(isSafe({ ...release, period }, tables, []), kind).toBe(true)
    const cells = release.tables.flatMap((one) => one.cells)
    expect(
      cells.some(({ people }) => people === null),
      kind,
    ).toBe(true)
    expect(
      cells.every(({ people }) => people === null || people % 5 === 0),
      kind,
    ).toBe(true)
  }
}, 120_000)

test('the same figures are taken along as CSV in which no cell runs as a formula, and as JSON', async () => {
  const csv = await page('/figures/csv')
  const [head, ...rows] = csv.replace('\ufeff', '').trimEnd().split('\r\n')
  expect(head).toBe(
    'version,network_id,period,digest,kind,table,place,corridor,receiver,line,people,is_told',
  )
  const thailand = rows.find((row) => row.endsWith(',place,,TH,,,400,yes'))
  expect(thailand).toContain('2024-H2')
  expect(rows.some((row) => row.endsWith(',no'))).toBe(true)
  for (const row of rows) for (const cell of row.split(',')) expect(csvCell(cell)).toBe(cell)
  const { networks } = JSON.parse(await page('/v1/figures')) as {
    networks: { networkId: string; told: { period: string; releases: { kind: string }[] }[] }[]
  }
  expect(networks).toHaveLength(1)
  expect(networks[0]!.told.map(({ period }) => period)).toEqual(['2024-H2', '2025-Q3'])
  const none = JSON.parse(await page(`/v1/figures?network=${village.needs.ids()}`)) as object
  expect(none).toMatchObject({ networks: [] })
})

test('one sheet is read aloud in either language, and the brief says who answered and who did not', async () => {
  const sheet = pageText(await page('/figures/sheet?lang=km'))
  expect(sheet).toContain('ប្រហែល 400 នាក់៖ ថៃ')
  const english = pageText(await page('/figures/sheet?lang=en'))
  expect(english).toContain('12 villages counted')
  expect(english).toContain('About 400: Thailand.')
  expect(english).not.toContain('not told')
  const brief = pageText(await page('/figures/brief?lang=en'))
  // Of 35 invented letters 15 were not answered; who they were to is told only where five or more.
  expect(brief).toContain('Not answered 15')
  expect(brief).toContain('July to September 2025')
  // Of 27 invented people whom legal aid has not answered; of a shelter, with four, nothing.
  expect(brief).toContain('Legal aid : 45 sent, 20 answered, 25 not answered')
  expect(brief).toContain('Police desk : 25 sent, more is not told')
  expect(brief).not.toContain('Shelter :')
})

test('whoever looks for a place finds its code in either script, and what is no place is said', async () => {
  expect(pageText(await page('/places?lang=en&q=mongkol+borey'))).toContain('0102 Mongkol Borei')
  expect(pageText(await page('/places?lang=km&q=អង្គរធំ'))).toContain('1702 អង្គរធំ')
  expect(pageText(await page('/places?lang=en&q=%3Cscript%3E'))).toContain(
    'Write letters or digits',
  )
  expect(pageText(await page('/places?lang=en&q=Zzqx'))).toContain('No district of this name')
})
