import { expect, test } from 'vitest'
import { practice } from '#test/support/service.ts'

/** Pages of one kind differ by a number or an id. */
const kindOf = (path: string): string => path.replaceAll(/[\w-]*\d[\w-]*/g, '*')

test('no cell of a table bears the sign of a currency: its heading or the page names it', async () => {
  const village = await practice()
  const token = await village.as('record-keeper')
  const start = `/funds/${village.fundId}`
  const waiting = [`${start}/today`]
  // Savings, and loans that an event moved, are lines, each with its own sum.
  const kinds = new Set([`${start}/savings`, `${start}/relief/events/E25-01`].map(kindOf))
  const signed: string[] = []
  for (const path of waiting) {
    const answer = await village.ask(`${path}?lang=en`, { token })
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const page = await answer.text()
    const [body] = page.split('<tfoot>')
    for (const [cell] of body!.matchAll(/<td[^>]*>(?:(?!<\/t|<t[dhr])[\s\S])*៛/g))
      signed.push(`${path.replace(start, '')}: ${cell}`)
    for (const [, link] of page.matchAll(/href="(\/funds\/[^"?#]+)"/g)) {
      if (!link!.startsWith(start) || kinds.has(kindOf(link!))) continue
      kinds.add(kindOf(link!))
      waiting.push(link!)
    }
  }
  expect(kinds.size).toBeGreaterThan(60)
  expect(signed).toEqual([])
})
