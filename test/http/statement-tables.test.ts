import { beforeAll, expect, test } from 'vitest'
import { statementNames } from '#domain/ledger/statement.ts'
import { languages } from '#src/words/catalogue.ts'
import { statementNames as called, statementTitles } from '#src/words/report-words.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

const pageOf = async (name: string): Promise<string> => {
  const card = name === 'member-statement' ? '&card=M09' : ''
  const path = `/funds/${village.fundId}/statements/${name}?lang=en&asOf=2025-11-30${card}`
  return (await village.ask(path, { token })).text()
}

/** What each row of the first table says, cell by cell. */
const rowsOf = (page: string): readonly string[][] =>
  [...page.split('</table>')[0]!.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) =>
      cell!.replaceAll(/<[^>]+>/g, '').trim(),
    ),
  )

test('no line of a statement tells of zeros alone, and no column does', async () => {
  for (const name of statementNames) {
    const page = await pageOf(name)
    const [heads = [], ...rows] = rowsOf(page)
    const lines = rows.filter((row) => row.length === heads.length)
    const isEmpty = (cell: string): boolean => ['', '–'].includes(cell)
    for (const line of lines) expect(line.slice(1).every(isEmpty), `${name}: ${line}`).toBe(false)
    for (const [i, head] of heads.entries())
      expect(lines.length > 0 && lines.every((line) => isEmpty(line[i]!)), `${name}: ${head}`).toBe(
        false,
      )
  }
})

test('loans at zero are told by how many they are and stand one by one in the file; columns at zero are named', async () => {
  const page = await pageOf('trial-balance')
  const count = Number(page.match(/Loans at zero: (\d+)\. They change no sum/)?.[1])
  expect(count).toBeGreaterThan(0)
  // Other accounts at zero are named one by one: they are as many as the fund has kinds, and no loan is among them.
  const [, empty = ''] = page.split('Lines at zero')
  expect(empty.split('</details>')[0]).not.toMatch(/L\d\d-\d\d/)
  const path = `/funds/${village.fundId}/statements/trial-balance?lang=en&asOf=2025-11-30&file=csv`
  const file = await (await village.ask(path, { token })).text()
  const loans = file.split('\n').filter((line) => line.startsWith('Loan L'))
  const shown = rowsOf(page).filter(([name]) => /^L\d\d-\d\d$/.test(name ?? ''))
  expect(loans.length - shown.length).toBe(count)
  expect(await pageOf('cash-book')).toContain('Not shown, because nothing stands there: Other.')
})

test('a statement of one currency names it once, and a part of it stands over its lines', async () => {
  const [heads] = rowsOf(await pageOf('trial-balance'))
  expect(heads).toEqual(['Account', 'Debit', 'Credit'])
  const sheet = rowsOf(await pageOf('balance-sheet'))
  for (const head of ['There is', 'Owed', 'The fund’s own'])
    expect(sheet.filter((row) => row.includes(head))).toEqual([[head]])
})

test('a day of a statement is written in one way', async () => {
  for (const name of statementNames)
    expect(
      rowsOf(await pageOf(name))
        .flat()
        .filter((cell) => /^\d{4}-\d\d-\d\d$/.test(cell)),
    ).toEqual([])
})

test('a statement is called on its own page as in the lists that lead to it', () => {
  for (const language of languages)
    for (const name of statementNames)
      expect(statementTitles.in(language)[name].startsWith(called.in(language)[name]), name).toBe(
        true,
      )
})

test('a day is asked for, read and shown again in one order, day first', async () => {
  const path = `/funds/${village.fundId}/statements/income?lang=en&asOf=30/11/2025`
  const page = await (await village.ask(path, { token })).text()
  expect(page).toContain('to 30 November 2025')
  expect(page).toContain('value="30/11/2025"')
  expect(page).toContain('Day, month, year: 31/10/2025')
})
