import { beforeAll, expect, test } from 'vitest'
import { khmerDigits } from '#src/words/locale.ts'
import { attempts } from '#test/hostile/hostile-words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let household: string
beforeAll(async () => {
  village = await practice()
  household = await village.as('household')
})

type Query = Readonly<Record<string, string>>
const asked: Query = { amount: '500000', count: '10', paidOutOn: '2026-01-20' }

const ask = (query: Query): Promise<Response> =>
  village.ask(`/funds/${village.fundId}/quote?${new URLSearchParams(query).toString()}`, {
    token: household,
  })

const pageOf = async (query: Query, status = 200): Promise<string> => {
  const answer = await ask(query)
  expect(answer.status).toBe(status)
  return answer.text()
}

/** What is said of other lenders, from its heading to what the vote looks at. */
const besideOf = (page: string): string => {
  const text = pageText(page)
  return text.slice(text.indexOf('Beside other lenders'), text.indexOf('What the vote will'))
}

test('ours stands first, then a moneylender’s 10 % a month and an MFI’s offer, both as examples', async () => {
  const page = await pageOf(asked)
  const text = besideOf(page)
  const places = ['This fund', 'Moneylender', 'Bank or MFI'].map((name) => text.indexOf(name))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(text.match(/An example/g)).toHaveLength(2)
  expect(text.match(/Counted without a fee:/g)).toHaveLength(1)
  expect(text).toContain('The same sum for 10 months')
  expect(text).toContain('On top of the loan: 41,000\u202f៛')
  expect(text).toContain('10 % a month, the loan itself at the end')
  expect(text).toContain('1,000,000\u202f៛ On top of the loan: 500,000\u202f៛')
  expect(text).toContain('A year, by the months alone 120.00 %')
  expect(text).toContain('First instalment 50,000\u202f៛')
  expect(page.match(/class="bar-full"/g)).toHaveLength(1)
  expect(page.match(/class="bar-hollow"/g)).toHaveLength(2)
})

test('what the other lender said takes the place of the example', async () => {
  const page = await pageOf({
    ...asked,
    moneylenderKind: 'flat',
    moneylenderPercent: '3',
    mfiPercent: '1.5',
    mfiFee: '15000',
  })
  const text = besideOf(page)
  expect(text).not.toContain('An example')
  expect(text).not.toContain('Counted without a fee:')
  expect(text.match(/As you typed it/g)).toHaveLength(2)
  // 3 % flat over ten months is 60.9 % a year (DF 1.4).
  expect(text).toContain('On top of the loan: 150,000\u202f៛')
  expect(text).toContain('60.9')
  expect(text).toContain('Fee, taken at once 15,000\u202f៛')
  expect(text).toContain('On top of the loan: 56,250\u202f៛')
})

test('Khmer digits are the same offer', async () => {
  const page = await pageOf({ ...asked, moneylenderPercent: khmerDigits('7') })
  expect(besideOf(page)).toContain('7 % a month, the loan itself at the end')
})

test('an offer that cannot be read is told at its field, and the fund’s own answer stays', async () => {
  const page = await pageOf(
    { ...asked, moneylenderPercent: 'ten', mfiPercent: '101', mfiFee: '500000' },
    400,
  )
  const faults = [...page.matchAll(/id="(\w+)-fault"/g)].map(([, name]) => name)
  expect(faults).toEqual(['moneylenderPercent', 'mfiPercent', 'mfiFee'])
  expect(page).toContain('value="ten"')
  expect(pageText(page)).toContain('The price keeps to the cap')
  expect(pageText(page)).toContain('It could not be compared.')
})

test('either form carries what the other asked, and the language link carries both', async () => {
  const page = await pageOf({ ...asked, every: '2-weeks', moneylenderPercent: '8' })
  const forms = [...page.matchAll(/<form[^>]*class="ask[\s\S]*?<\/form>/g)].map(([form]) => form)
  const hiddenIn = (form: string) =>
    Object.fromEntries(
      [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, n, v]) => [n, v]),
    )
  expect(forms.map(hiddenIn)).toEqual([{ moneylenderPercent: '8' }, { ...asked, every: '2-weeks' }])
  const [, khmer] = /href="(\?[^"]*lang=km)"/.exec(page)!
  const kept = new URLSearchParams(khmer!.replaceAll('&amp;', '&'))
  expect(kept.get('moneylenderPercent')).toBe('8')
})

test('weeks are compared with as many months as they last', async () => {
  const text = besideOf(await pageOf({ ...asked, count: '26', every: 'week' }))
  expect(text).toContain('The same sum for 6 months')
})

test('another lender’s offer is not set beside itself', async () => {
  const page = await pageOf({ ...asked, rate: '10', offer: 'other' })
  expect(pageText(page)).not.toContain('Beside other lenders')
})

test('hostile words come back as text in every field of an offer, and in no link', async () => {
  for (const words of attempts) {
    const more = { moneylenderKind: words, moneylenderPercent: words, mfiFee: words }
    const page = await pageOf({ ...asked, ...more }, 400)
    expect(page).not.toMatch(/<(?:script|img|iframe|svg\s+on)/i)
    expect(page.replaceAll(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const [, href] of page.matchAll(/href="([^"]*)"/g))
      expect(decodeURIComponent(href!.replaceAll('+', ' '))).not.toContain(words.slice(0, 20))
  }
})
