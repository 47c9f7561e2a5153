import { agreementLines, agreementText } from '#src/desk/loans/agreement-lines.ts'
import { beforeAll, expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'
import { sha256 } from '#infra/system/system.ts'
import type { Language } from '#src/words/catalogue.ts'
import { khmerDigits, moneyInFigures } from '#src/words/locale.ts'
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

const ask = (query: Query, token: string | undefined = household): Promise<Response> =>
  village.ask(`/funds/${village.fundId}/quote/agreement?${new URLSearchParams(query).toString()}`, {
    token,
  })

const pageOf = async (query: Query, token = household): Promise<string> => {
  const answer = await ask(query, token)
  expect(answer.status).toBe(200)
  return answer.text()
}

const hashOn = (page: string): string => /SHA-256\): <span>([0-9a-f]{64})</.exec(page)![1]!

const plan: QuoteTerms = {
  principal: 500_000,
  instalments: 10,
  product: 'normal',
  paidOutOn: '2026-01-20',
}
const textFor = (more: Partial<QuoteTerms> = {}, language: Language = 'en'): string =>
  agreementText(agreementLines(quoteOf(defaultCharter, { ...plan, ...more }, undefined), language))

test('it says the loan, its cost, its schedule and the rights, and leaves places for hands and thumbs', async () => {
  const page = await pageOf(asked)
  const text = pageText(page)
  const quote = quoteOf(defaultCharter, plan, undefined)
  const riel = (amount: number) => moneyInFigures({ amount, currency: 'KHR' })
  for (const words of [
    '500,000\u202f៛ (five hundred thousand riel), paid out on 20 January 2026.',
    'Interest: 1.5 % a month on what is still owed.',
    `To repay in all: ${riel(quote.totalToRepay)}`,
    `Each 100,000\u202f៛ borrowed costs ${riel(quote.costPer100000)}.`,
    `${quote.nominalYearlyPercent} % by the months alone, ${quote.effectiveYearlyPercent} % by the day of each payment`,
    'bring the money back without interest until 3 days after',
    'To pay early, all or a part, on any day, free.',
    'To have payments put off after a disaster',
    'no land title, card, passport, family book or work is taken',
    'To ask the meeting within 31 days',
    'First witness Thumb-print Name Date',
    'Second witness Thumb-print Name Date',
  ])
    expect(text).toContain(words)
  expect(page.match(/class="thumb"/g)).toHaveLength(4)
  expect(page).not.toContain('<input')
})

test('the hash at the foot is of the text’s own lines, for anybody to count again', async () => {
  expect(hashOn(await pageOf(asked))).toBe(sha256(textFor()))
  expect(hashOn(await pageOf({ ...asked, lang: 'km' }))).toBe(sha256(textFor({}, 'km')))
})

test('the same plan gives the same hash, whoever asks on whatever day, in whichever digits', async () => {
  const once = hashOn(await pageOf(asked))
  const khmer = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, khmerDigits(value)]),
  )
  expect(hashOn(await pageOf(khmer))).toBe(once)
  expect(hashOn(await pageOf(asked, await village.as('record-keeper')))).toBe(once)
  expect(hashOn(await pageOf({ ...asked, moneylenderPercent: '7' }))).toBe(once)
  village.pass(3 * 24 * 60 * 60 * 1000)
  expect(hashOn(await pageOf(asked, await village.as('chair')))).toBe(once)
  household = await village.as('household')
})

test('any changed figure gives another', () => {
  const changes: readonly Partial<QuoteTerms>[] = [
    {},
    { principal: 500_100 },
    { instalments: 11 },
    { paidOutOn: '2026-01-21' },
    { firstDueOn: '2026-02-21' },
    { rateMonthlyPercent: '1.4' },
    { repayment: 'equal-instalment' },
    { graceOnPrincipal: 1 },
    { balloon: 100_000 },
    { fee: 1 },
    { deposit: 1 },
    { every: { n: 2, unit: 'weeks' } },
    { relief: [{ from: '2026-06-01', to: '2026-06-30' }] },
    { product: 'emergency' },
  ]
  const texts = changes.map((more) => textFor(more))
  expect(new Set(texts).size).toBe(changes.length)
  expect(new Set(texts.map(sha256)).size).toBe(changes.length)
  expect(textFor({}, 'km')).not.toBe(textFor())
})

test('every sum, rate and day that is printed is in the text that is hashed', async () => {
  const text = textFor()
  const page = pageText(await pageOf(asked))
  const agreed = page.slice(page.indexOf('Agreement on a loan'), page.indexOf('Fingerprint'))
  const figures = agreed.match(/\d[\d,.]*\d/g)!
  expect(figures.length).toBeGreaterThan(50)
  for (const figure of figures) expect(text).toContain(figure)
})

test('the text names nobody and no fund', async () => {
  const page = pageText(await pageOf(asked))
  expect(page).toContain('Invented village')
  expect(textFor()).not.toContain('Invented')
})

test('a loan that the fund does not lend has no agreement, and the way back keeps the question', async () => {
  for (const more of [
    { rate: '2' },
    { offer: 'flat', rate: '1' },
    { offer: 'other', rate: '1' },
    { product: 'emergency', count: '6' },
    { amount: 'many' },
    { amount: '' },
  ]) {
    const answer = await ask({ ...asked, ...more })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(pageText(page)).toContain('There is no agreement for this')
    expect(page).not.toContain('SHA-256')
    expect(page).toContain(`href="/funds/${village.fundId}/quote?`)
  }
})

test('the page that counts leads to it where the fund would lend so, and nowhere else', async () => {
  const quote = async (more: Query) => {
    const query = new URLSearchParams({ ...asked, ...more }).toString()
    const path = `/funds/${village.fundId}/quote?${query}`
    return (await village.ask(path, { token: household })).text()
  }
  const [, link] = /href="(\/funds\/[^"]*\/agreement\?[^"]*)"/.exec(await quote({}))!
  const answer = await village.ask(link!.replaceAll('&amp;', '&'), { token: household })
  expect(hashOn(await answer.text())).toBe(sha256(textFor()))
  expect(await quote({ rate: '2' })).not.toContain('/agreement?')
  expect(await quote({ offer: 'other', rate: '1' })).not.toContain('/agreement?')
})

test('hostile words come into no part of it', async () => {
  for (const words of attempts) {
    const answer = await ask({ ...asked, amount: words, every: words })
    const page = await answer.text()
    expect(page).not.toMatch(/<(?:script|img|iframe|svg\s+on)/i)
    expect(page).not.toContain('a canary ran')
  }
})

test('a household has the way out, strangers are asked to sign in, and nothing is written', async () => {
  expect(await pageOf(asked)).toContain('class="quick-exit"')
  expect((await village.ask(`/funds/${village.fundId}/quote/agreement`)).status).toBe(401)
  const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const before = await length()
  await pageOf(asked)
  expect(await length()).toBe(before)
})
