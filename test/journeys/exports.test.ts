import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { counted } from '#src/cli/progress.ts'
import { app } from '#src/http/app.ts'
import { exportForms } from '#src/exchange/export-forms.ts'
import { listNames } from '#src/lists/all.ts'
import { fundStatementNames } from '#src/exchange/statements/all.ts'
import { readWorkbook } from '#src/exchange/workbook/read.ts'
import { scopeOf } from '#domain/access/table.ts'
import { roles } from '#domain/access/roles.ts'
import { fund } from '#test/support/command-line.ts'
import { gathered } from '#test/support/gathered.ts'
import { withPaperBook } from '#test/support/imported-book.ts'
import { ourHost, practice, practiceDay } from '#test/support/service.ts'

let folder = ''
const run = (...args: string[]) => fund(args, { folder })
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'exports-'))
  await withPaperBook(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('on the command line a book becomes a workbook, CSV, JSON lines or a row a year, and never over a file', async () => {
  const told = await run('export', 'xlsx', '--language', 'km', '--out', 'fund.xlsx')
  expect(told).toMatchObject({ status: 0, err: '' })
  const book = await readWorkbook(readFileSync(join(folder, 'fund.xlsx')))
  expect(book).toHaveProperty('sheets.length', fundStatementNames.length + listNames.length)
  expect((await run('export', 'csv', '--out', 'books')).status).toBe(0)
  expect(statSync(join(folder, 'books')).mode & 0o077).toBe(0)
  expect(readdirSync(join(folder, 'books')).toSorted()).toEqual(
    listNames.map((name) => `${name}.csv`).toSorted(),
  )
  expect((await run('export', 'jsonl', '--out', 'fund.jsonl')).status).toBe(0)
  expect(statSync(join(folder, 'fund.jsonl')).mode & 0o077).toBe(0)
  expect((await run('export', 'savix', '--out', 'years.csv')).status).toBe(0)
  expect(readFileSync(join(folder, 'years.csv'), 'utf8').split('\r\n')).toHaveLength(3)
  const again = await run('export', 'csv', '--out', 'books')
  expect([again.status, again.err]).toEqual([2, expect.stringContaining('already')])
  const early = await run('export', 'jsonl', '--known-at', '2001-01-01', '--out', 'early')
  expect([early.status, early.err]).toEqual([1, expect.stringContaining('nothing was recorded')])
})

test('a folder of lists has its name only when all of it is written, and where none can be made that is told as for a file', async () => {
  const told: (readonly [number | null, string])[] = []
  for (const form of ['csv', 'jsonl']) {
    const { status, err } = await run('export', form, '--out', join('nowhere', 'books'))
    told.push([status, err])
  }
  expect(told[0]).toEqual([3, expect.stringContaining('nothing can be written there: ENOENT')])
  expect(told[0]).toEqual(told[1])
  expect(readdirSync(folder).filter((name) => name.startsWith('.village-fund-'))).toEqual([])
})

test('by the API whoever reads the books takes them along in any form, and a household does not', async () => {
  const village = await practice()
  const [auditor, household] = [await village.as('auditor'), await village.as('household')]
  for (const [asked, begins, type] of [
    ['xlsx?language=km', 'PK', 'application/vnd.openxmlformats'],
    ['csv?list=members', '\ufeffcard,', 'text/csv'],
    ['jsonl?list=loans', '{"list":"loans","loan":', 'application/x-ndjson'],
  ] as const) {
    const path = `/v1/funds/${village.fundId}/exports/${asked}`
    const told = await village.ask(path, { token: auditor })
    expect([told.status, told.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining(type),
    ])
    expect(
      Buffer.from(await told.arrayBuffer())
        .toString()
        .startsWith(begins),
    ).toBe(true)
    expect((await village.ask(path, { token: household })).status).toBe(403)
  }
  const odd = await village.ask(`/v1/funds/${village.fundId}/exports/csv?list=names`, {
    token: auditor,
  })
  expect([odd.status, await odd.text()]).toEqual([400, expect.stringContaining('list-unknown')])
})

test('whatever is carried out by the API stands in the fund’s log with its form, who asked and where', async () => {
  const village = await practice({ isPractice: false })
  const { fundId, needs } = village
  const [auditor, household] = [await village.as('auditor'), await village.as('household')]
  for (const form of exportForms) {
    const path = `/v1/funds/${fundId}/exports/${form}`
    expect((await village.ask(path, { token: auditor })).status, form).toBe(200)
    const [read] = await needs.store.activities(fundId, { limit: 1 })
    const subject = `export:${form}`
    expect(read).toMatchObject({ action: 'read-accounts', subject, outcome: 'read' })
    expect((await village.ask(path, { token: household })).status, form).toBe(403)
    const [refused] = await needs.store.activities(fundId, { limit: 1 })
    expect(refused).toMatchObject({ action: 'read-accounts', subject, outcome: 'refused' })
    expect([read!.actor, refused!.actor]).toEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/),
      'card',
    ])
  }
  // A form that there is not is written down as such, and what was typed is not.
  await village.ask(`/v1/funds/${fundId}/exports/Sok-Dara`, { token: auditor })
  const [odd] = await needs.store.activities(fundId, { limit: 1 })
  expect(odd!.subject).toBe('export:?')
  const chair = await village.as('record-keeper')
  const partOf = async (query: string) =>
    (await village.ask(`/funds/${fundId}/log${query}`, { token: chair })).text()
  const first = await partOf('')
  const [, older] = /href="[^"]*(\?before=[^"]*)"/.exec(first) ?? []
  const page = first + (older === undefined ? '' : await partOf(older))
  for (const form of exportForms) expect(page).toContain(`taken along as a file (${form})`)
})

test.each(exportForms)(
  'a file (%s) is of one state of the books, also when somebody records while it is read',
  async (form) => {
    const village = await practice({ isPractice: false })
    const { needs, fundId } = village
    const token = await village.as('auditor')
    const spend = (): Promise<unknown> =>
      needs.record(
        fundId,
        [{ id: needs.ids(), v: 1, type: 'RecordExpense', effectiveOn: practiceDay, amount: 1 }],
        { actor: 'record-keeper', device: 'phone' },
      )
    const asked = (times: number): Promise<Response> => {
      let left = times
      const read = needs.store.read
      let reads = 0
      const store = {
        ...needs.store,
        // The first entry is looked at whenever the end of the journal is searched: for rights, before and after.
        read: async (...of: Parameters<typeof read>) => {
          if (of[1] === 0 && of[2] === 1 && (reads += 1) > 1 && (left -= 1) >= 0) await spend()
          return read(...of)
        },
      }
      const path = `/v1/funds/${fundId}/exports/${form}`
      const headers = { host: ourHost, authorization: `Bearer ${token}` }
      return Promise.resolve(app({ ...needs, store }).request(path, { headers }))
    }
    expect((await asked(1)).status).toBe(200)
    const never = await asked(1000)
    expect([never.status, never.headers.get('retry-after')]).toEqual([503, '5'])
  },
)

test('a terminal is told how far it is once a second has gone, a file nothing', async () => {
  const items = async function* () {
    yield* Array.from({ length: 40 }, (_, i) => i)
  }
  const toldOf = async (isTTY: boolean): Promise<string[]> => {
    const said: string[] = []
    let time = 0
    const told = { isTTY, write: (text: string) => said.push(text.replace('\r\u001b[K', '')) }
    const all = await gathered(counted(items(), 40, told, () => (time += 100)))
    expect(all).toHaveLength(40)
    return said
  }
  const said = await toldOf(true)
  expect(said[0]).toMatch(/^\d+ of 40$/)
  expect(said.at(-1)).toBe('')
  expect(await toldOf(false)).toEqual([])
})

test('whoever takes the books along may read each part of them where it stands', () => {
  for (const role of roles)
    for (const part of ['read-members', 'read-loans', 'read-journal', 'read-reports'] as const)
      expect(scopeOf(part, role), `${part} ${role}`).toBe(scopeOf('read-accounts', role))
})
