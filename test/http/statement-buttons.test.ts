import { beforeAll, expect, test } from 'vitest'
import { statementNames } from '#domain/ledger/statement.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
beforeAll(async () => {
  village = await practice()
  token = await village.as('record-keeper')
})

const page = async (path: string): Promise<string> =>
  (await village.ask(`/funds/${village.fundId}/${path}`, { token })).text()

/** A member's own statement is of a card. */
const cardOf = (name: string): string => (name === 'member-statement' ? 'card=M09' : '')

test('every statement is called by a row of the place for money, and what is seldom done lies in folds', async () => {
  const money = await page('money?lang=en')
  for (const name of statementNames)
    expect(money, name).toContain(`href="/funds/${village.fundId}/statements/${name}"`)
  for (const fold of [
    'Loans paid back, money from abroad',
    'Lenders outside, ventures',
    'Once or twice a year',
  ])
    expect(money).toMatch(new RegExp(`<summary>${fold}</summary>`))
  expect(money.match(/A practice fund signs no folder/g)).toHaveLength(1)
  for (const form of ['xlsx?language=en', 'csv?list=postings'])
    expect(money).toContain(`href="/v1/funds/${village.fundId}/exports/${form}"`)
})

test.each(statementNames)(
  '%s has its buttons, and each of its files is what it says',
  async (name) => {
    const asked = `statements/${name}?lang=en&asOf=2025-11-30&${cardOf(name)}`
    const text = await page(asked)
    expect(text).toContain('data-print hidden>Print</button>')
    // Whoever practises signs nothing; the place for money says so once, and no statement says it again.
    expect(text).not.toContain('A practice fund signs no folder')
    const files = [...text.matchAll(/href="([^"]*file=(?:xlsx|csv))"/g)].map(([, href]) =>
      href!.replaceAll('&amp;', '&'),
    )
    expect(files).toHaveLength(2)
    for (const href of files) expect(href).toContain('asOf=2025-11-30')
    const [workbook, csv] = await Promise.all(files.map((href) => village.ask(href, { token })))
    expect(workbook!.headers.get('content-disposition')).toBe(`attachment; filename="${name}.xlsx"`)
    expect(new Uint8Array(await workbook!.arrayBuffer()).slice(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    )
    expect(csv!.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`)
    expect(csv!.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await csv!.text()).toMatch(/^[\w,-]+\r\n/)
  },
)

test('while the box is open neither the place for money nor a form by which money goes out tells what must be in it', async () => {
  const formOf = (name: string): Promise<string> =>
    page(`record/${name}?fund=${village.fundId}&lang=en`)
  const forms = ['expense', 'bank', 'exchange']
  const closed = await page('money?lang=en')
  const told = /In the box by the book<\/dt>\s*<dd>[^\d]*([\d,]+)\u202f៛/
  const [, lies] = told.exec(closed)!
  for (const name of forms) expect(await formOf(name), name).toContain(`${lies}\u202f៛`)
  const open = {
    id: village.needs.ids(),
    v: 1 as const,
    type: 'OpenMeeting' as const,
    effectiveOn: '2025-12-31',
    count: { isByNote: false, amount: 13_000_000 },
    keyHolders: [],
  }
  const [answer] = await village.needs.record(village.fundId, [open as never], {
    actor: 'practice',
    device: 'practice',
  })
  expect(['recorded', 'flagged']).toContain(answer!.outcome)
  const counted = await page('money?lang=en')
  expect(counted).toMatch(/In the box by the book<\/dt>\s*<dd>is being counted/)
  for (const name of forms) expect(await formOf(name), name).not.toContain(`${lies}\u202f៛`)
})
