import { beforeAll, expect, test } from 'vitest'
import { actInWords, fieldsOf } from '#src/http/support/file-acts.ts'
import { pageText } from '#test/pages/page-text.ts'
import { dollarBook } from '#test/support/dollar-book.ts'
import { pagesLedTo } from '#test/support/led-to.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice

beforeAll(async () => {
  village = await practice({}, dollarBook())
})

/** Talks are texts of the network, and examples of a few forms are of more than one money. */
const ofAllMoney = ['/', '/funds/*/meetings/*/talk', '/funds/*/support/ask']

/** Riel, and sums that stand there in cents. */
const wrong = /៛|\briel\b|\d,\d{3}\b(?!\.\d\d)|(?<!PIN |[\w.])[1-9]\d{4,}(?![\w.])/i

test.each(['record-keeper', 'household', 'auditor', 'chair'] as const)(
  'no page of a fund in dollars that a %s is led to speaks of riel, or of cents as if they were dollars',
  async (door) => {
    const pages = await pagesLedTo(village, {
      token: await village.as(door),
      first: ['/', '/more'],
      links: 3,
      isOpened: (href) => href.startsWith('/funds/'),
    })
    expect(pages.size).toBeGreaterThan(20)
    const met = [...pages].flatMap(([path, text]) => {
      const found = ofAllMoney.includes(path) ? null : wrong.exec(text)
      return found ? [[path, text.slice(Math.max(0, found.index - 40), found.index + 40)]] : []
    })
    expect(met).toEqual([])
  },
)

test('support is asked for in dollars, as the form tells what it gives at most', async () => {
  const token = await village.as('record-keeper')
  const path = `/funds/${village.fundId}/support/ask?lang=en`
  const form = await (await village.ask(path, { token })).text()
  expect(pageText(form)).toContain('(at most $75.00)')
  const chosen = [...form.matchAll(/<select[^>]*name="([^"]*)"[\s\S]*?<\/select>/g)].map(
    ([list, name]) => [name!, [...list.matchAll(/value="([^"]+)"/g)][0]?.[1] ?? ''],
  )
  const plain = { amount: '75.50', parts: '1', isAdult: 'yes', number: '000 111' }
  const body = new URLSearchParams({
    id: village.needs.ids(),
    ...Object.fromEntries(chosen),
    ...plain,
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await village.ask(path, { token, body, headers })
  expect(pageText(await answer.text())).toMatch(/How much\? \$75\.50/)
})

test('a line in the book of a small enterprise is typed and read back in dollars', () => {
  const at = { language: 'en', currency: 'USD', today: '2025-12-31' } as const
  const amount = fieldsOf('line', 'en', 'USD').find(({ name }) => name === 'amount')!
  for (const [typed, text, told] of [
    ['12', '12.00', '$12.00'],
    ['12.50', '12.50', '$12.50'],
  ] as const) {
    expect(amount.read(typed)).toEqual({ text })
    const sent: Record<string, string> = {
      act: 'line',
      direction: 'in',
      amount: text,
      what: 'eggs',
    }
    expect(String(actInWords((name) => sent[name] ?? '', at)[1])).toContain(told)
  }
})
