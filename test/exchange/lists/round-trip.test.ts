import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { type JournalRow, canonicalEntry } from '#domain/ledger/entry.ts'
import { sha256 } from '#infra/system/system.ts'
import { entriesKnownAt } from '#src/app/known-at.ts'
import { listNames, lists } from '#src/lists/all.ts'
import { factsPartMax } from '#src/lists/journal.ts'
import {
  type WorkbookSource,
  listAsCsv,
  listsAsJsonLines,
  listsAsWorkbook,
  listSourceOf,
} from '#src/exchange/list-files.ts'
import { fundStatements } from '#src/exchange/statements/all.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import type { Sheet, Value } from '#src/exchange/workbook/sheets.ts'
import type { Language } from '#src/words/catalogue.ts'
import { sheetInWords } from '#src/words/export-words.ts'
import { exportWords } from '#src/words/report-words.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { gathered } from '#test/support/gathered.ts'

const readYear = async (): Promise<WorkbookSource & { readonly journal: JournalRow[] }> => {
  const { store, fundId, book } = await bookFrom(paperBookFolder)
  const { entries } = await entriesKnownAt(store, fundId, undefined)
  const [postings, notes] = [await store.postings(fundId, {}), await store.of(fundId)]
  const journal = await gathered(entries())
  return { book, asOf: '2025-12-31', knownAt: null, notes, postings, entries, journal }
}

const written = async (asked: WorkbookSource, language: Language = 'en'): Promise<Uint8Array> =>
  listsAsWorkbook(asked, {
    tell: (statement) => sheetInWords(statement, language),
    titles: exportWords.in(language),
  })

let year: ReturnType<typeof readYear>
const yearAsked = () => year

const sheetsIn = async (bytes: Uint8Array): Promise<readonly Sheet[]> => {
  const read = await readWorkbook(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read.sheets
}

/** The year as it is read back from its workbook in English. */
let readBack: readonly Sheet[]

beforeAll(async () => {
  year = readYear()
  readBack = await sheetsIn(await written(await year))
})

type Read = Readonly<Record<string, Value>>

/** The rows of a list by the keys in its first row, days as they are written elsewhere. */
const rowsIn = (sheets: readonly Sheet[], name: string): Read[] => {
  const [head, ...rows] = sheets.find((sheet) => sheet.name === name)!.rows
  return rows.map(({ values }) =>
    Object.fromEntries(head!.values.map((key, i) => [String(key), values[i] ?? null])),
  )
}

const day = (on: string) => ({ day: on })

test('nothing of the year is lost in a workbook: each posting and entry is read back, and each hash counted again', async () => {
  const asked = await yearAsked()
  const sheets = readBack
  const postings = rowsIn(sheets, 'Postings')
  expect(postings).toHaveLength(asked.postings.length)
  for (const [i, row] of asked.postings.entries())
    expect(postings[i]).toMatchObject({
      seq: row.seq,
      line: row.line,
      account: row.account,
      currency: row.currency,
      amount: row.amount,
      on: day(row.on),
      effective_on: day(row.effectiveOn),
    })
  const facts = Map.groupBy(rowsIn(sheets, 'Facts of entries'), ({ seq }) => seq)
  const entries = rowsIn(sheets, 'Entries').map((row) => ({
    fundId: String(row['fund_id']),
    seq: Number(row['seq']),
    id: String(row['id']),
    type: String(row['type']),
    v: Number(row['version']),
    effectiveOn: (row['effective_on'] as { readonly day: string }).day,
    recordedAt: String(row['recorded_at']),
    recordedBy: String(row['recorded_by']),
    device: String(row['device']),
    commandHash: String(row['command_hash']),
    reverses: row['reverses'] === null ? undefined : String(row['reverses']),
    data: facts
      .get(row['seq']!)!
      .map((part) => String(part['facts']))
      .join(''),
    prevHash: String(row['prev_hash'] ?? ''),
    hash: String(row['hash']),
  }))
  expect(entries).toEqual(asked.journal)
  for (const entry of entries) expect(sha256(canonicalEntry(entry))).toBe(entry.hash)
})

test('sums of a workbook are numbers, days are days, and its sheets have names of either language', async () => {
  const asked = await yearAsked()
  const khmer = await sheetsIn(await written(asked, 'km'))
  const english = readBack
  expect(khmer.map(({ name }) => name)).not.toEqual(english.map(({ name }) => name))
  expect(new Set(khmer.map(({ name }) => name)).size).toBe(khmer.length)
  expect(english.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Trial balance', 'Loan register', 'Members', 'Postings', 'Entries']),
  )
  expect(rowsIn(khmer, exportWords.in('km').loans)).toEqual(rowsIn(english, 'Loans'))
  for (const row of rowsIn(english, 'Loans')) {
    expect(row['principal']).toBeTypeOf('number')
    expect(row['paid_out_on']).toHaveProperty('day')
  }
})

test('a sheet of a statement says what its sums are and as of when the book was known, in either language', async () => {
  const asked = await yearAsked()
  const noted = (more: object, language: Language): string =>
    sheetInWords(fundStatements['trial-balance']({ ...asked, ...more }), language).notes.join('\n')
  const known = { knownAt: '2026-01-02T03:04:05.000Z' }
  const english = noted(known, 'en')
  expect(english).toContain(
    'Sums are whole numbers of the smallest unit: 100000 is 100,000\u202f៛ (KHR).',
  )
  expect(english).toContain('As the book was known at 2026-01-02T03:04:05.000Z.')
  expect(noted({}, 'en')).toContain('As the book was known when this was written.')
  for (const said of ['100000', '100,000\u202f៛', 'KHR', '2026-01-02T03:04:05.000Z'])
    expect(noted(known, 'km')).toContain(said)
  const [sheet] = await sheetsIn(await written({ ...asked, ...known }))
  const lines = sheet!.rows.map(({ values }) => String(values[0]))
  for (const line of english.split('\n')) expect(lines).toContain(line)
})

test('a letter of two halves is never cut where facts are too long for a cell', async () => {
  const asked = await yearAsked()
  const data = `{"a":"${'😀'.repeat(factsPartMax)}"}`
  for (const one of [data, data.replace('a', 'ab')]) {
    const rows = await gathered(
      lists['entry-facts'].rows({
        ...listSourceOf(asked),
        async *entries() {
          yield { ...asked.journal[0]!, data: one }
        },
      }),
    )
    const parts = rows.map(({ facts }) => String(facts))
    expect(parts.every((part) => part.isWellFormed() && part.length <= factsPartMax)).toBe(true)
    expect(parts.join('')).toBe(one)
  }
})

test('facts too long for a cell are cut into parts that come to the same', async () => {
  const asked = await yearAsked()
  const data = `{"a":"${'ក'.repeat(2 * factsPartMax)}"}`
  const long = { ...asked.journal[0]!, data }
  const rows = await gathered(
    lists['entry-facts'].rows({
      ...listSourceOf(asked),
      async *entries() {
        yield long
      },
    }),
  )
  const parts = rows.map(({ facts }) => String(facts))
  expect(parts.map((part) => part.length <= factsPartMax)).toEqual([true, true, true])
  expect(parts.join('')).toBe(data)
})

test('CSV and JSON lines tell the same rows, under the keys that the dictionary explains', async () => {
  const asked = listSourceOf(await yearAsked())
  const lines = (await gathered(listsAsJsonLines(asked))).map(
    (line) => JSON.parse(line) as Readonly<Record<string, string | number | null>>,
  )
  expect([...new Set(lines.map(({ list }) => list))]).toEqual(listNames)
  for (const name of listNames) {
    const own = lines.filter(({ list }) => list === name)
    const text = (await gathered(listAsCsv(name, asked))).join('')
    const [head, ...rows] = parse(text, { bom: true }) as string[][]
    const keys = lists[name].columns.map(({ key }) => key)
    expect(head).toEqual(keys)
    expect(Object.keys(own[0]!)).toEqual(['list', ...keys])
    expect(rows).toEqual(own.map((row) => keys.map((key) => String(row[key] ?? ''))))
  }
})

test('a card that begins like a formula runs in no file', async () => {
  const year = await yearAsked()
  const members = year.book.members.map((one, i) => ({ ...one, card: i === 0 ? '=1+1' : one.card }))
  const asked = { ...year, book: { ...year.book, members } }
  const csv = (await gathered(listAsCsv('members', listSourceOf(asked)))).join('')
  expect(csv).toContain("\r\n'=1+1,")
  const cards = rowsIn(await sheetsIn(await written(asked)), 'Members').map(({ card }) => card)
  expect(cards).toContain('=1+1')
  const [first] = await gathered(listsAsJsonLines(listSourceOf(asked), ['members']))
  expect(JSON.parse(first!)).toHaveProperty('list', 'members')
})

test('a year tells what networks of savings groups ask, from the figures of the books', async () => {
  const asked = listSourceOf(await yearAsked())
  const [year, ...more] = await gathered(lists.cycles.rows(asked))
  expect(more).toEqual([])
  const members = await gathered(lists.members.rows(asked))
  const loans = await gathered(lists.loans.rows(asked))
  const sum = (rows: readonly Readonly<Record<string, unknown>>[], key: string): number =>
    rows.reduce((all, row) => all + Number(row[key]), 0)
  const here = members.filter(({ state }) => state === 'here' || state === 'away')
  expect(year).toMatchObject({
    from: '2025-01-01',
    to: '2025-12-31',
    members_end: here.length,
    women_end: here.filter(({ sex }) => sex === 'f').length,
    savings: sum(members, 'savings'),
    loans_outstanding: sum(loans, 'owed'),
    loans_outstanding_count: loans.filter(({ status }) => status === 'open').length,
    written_off: sum(loans, 'written_off'),
  })
})
