import { beforeAll, expect, test } from 'vitest'
import { figureKeys } from '#src/app/health/figure-rows.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let auditor: string
beforeAll(async () => {
  village = await practice()
  auditor = await village.as('auditor')
})

const ask = (path: string, token = auditor) =>
  village.ask(`/funds/${village.fundId}/${path}`, { token })
const page = async (path: string): Promise<string> => (await ask(path)).text()

test('every line of the book has a page, which its number leads to', async () => {
  const rows = await village.needs.store.read(village.fundId, 0, 5000)
  const kinds = new Map(rows.map((row) => [row.type, row]))
  for (const { seq, id } of kinds.values()) {
    const answer = await ask(`entries/${seq}`)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/funds/${village.fundId}/receipts/${id}`)
    expect(pageText(await page(`receipts/${id}`))).toContain(`${seq}`)
  }
  for (const odd of ['0', '007', '-1', '1.5', 'canary', String(rows.length + 1), '99999999999'])
    expect((await ask(`entries/${odd}`)).status, odd).toBe(404)
})

test('a household and strangers are led to no line by its number', async () => {
  expect((await ask('entries/1', await village.as('household'))).status).toBe(403)
  expect((await ask('entries/1', await village.as('migration-worker'))).status).toBe(404)
  expect((await ask('entries/1', await village.as('record-keeper'))).status).toBe(303)
})

/** Numbers of lines that a page says, and those that it leads to. */
const named = (text: string) => ({
  said: [...text.matchAll(/entr(?:y|ies:) (\d+)/gi)].map(([, seq]) => seq),
  led: new Set([...text.matchAll(/href="[^"]*\/entries\/(\d+)"/g)].map(([, seq]) => seq)),
})

test('wherever a report names a line of the book, the name leads to it', async () => {
  const loan = /href="\/funds\/[^/]+\/(loans\/[0-9a-f-]{36})/.exec(await page('loans'))![1]!
  const paths = ['health', loan, ...figureKeys.map((key) => `health/${key}`)]
  let count = 0
  for (const path of paths) {
    const text = await page(path)
    const { said, led } = named(text)
    for (const seq of said) expect(led.has(seq), `${path} ${seq}`).toBe(true)
    count += said.length
  }
  expect(count).toBeGreaterThan(40)
})

test('a figure leads to its rows, a row to its lines, and a line to what was written', async () => {
  const rows = await page('health/interest_received')
  const [, way] = /href="\/funds\/[^/]+\/(entries\/\d+)"/.exec(rows)!
  const { headers } = await ask(way!)
  const entry = await village.ask(headers.get('location')!, { token: auditor })
  expect(pageText(await entry.text())).toContain('Paid back')
})
