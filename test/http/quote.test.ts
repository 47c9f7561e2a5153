import { beforeAll, expect, test } from 'vitest'
import { charterOn } from '#domain/fund/charter/charter.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'
import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { khmerDigits, moneyInFigures, moneyInTable } from '#src/words/locale.ts'
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

const asked: Query = { amount: '500200', count: '10', paidOutOn: '2026-01-20' }

const ask = (query: Query, token: string | undefined = household): Promise<Response> =>
  village.ask(`/funds/${village.fundId}/quote?${new URLSearchParams(query).toString()}`, { token })

const pageOf = async (query: Query, token = household): Promise<string> => {
  const answer = await ask(query, token)
  expect(answer.status).toBe(200)
  return answer.text()
}

const textOf = async (query: Query, token = household) => pageText(await pageOf(query, token))

const faultyPage = async (query: Query): Promise<string> => {
  const answer = await ask(query)
  expect(answer.status).toBe(400)
  return answer.text()
}

const domainSays = async (more: Partial<QuoteTerms>) => {
  const book = (await bookOf(village.needs.store, village.fundId))!
  const base = { principal: 500_200, instalments: 10, product: 'normal', paidOutOn: '2026-01-20' }
  const whole = { ...base, ...more } as QuoteTerms
  return quoteOf(charterOn(book.fund.charters, whole.paidOutOn).charter, whole, undefined)
}

const riel = (amount: number): string => moneyInFigures({ amount, currency: 'KHR' })
const inTable = (amount: number): string => moneyInTable({ amount, currency: 'KHR' })

test('the empty form offers the next meeting as the day of the loan and says that nothing is written', async () => {
  const page = await pageOf({})
  expect(page).toContain('value="20/1/2026"')
  expect(pageText(page)).toContain('nothing is written in the book')
  expect(page).not.toContain('memberId')
  expect(page).not.toContain('class="verdict')
})

test('a household is told the verdict first, then cost, picture, table and how it was counted', async () => {
  const quote = await domainSays({})
  const page = await pageOf(asked)
  const text = pageText(page)
  const places = [
    'The price keeps to the cap',
    riel(quote.totalToRepay),
    'Each instalment',
    'When to pay how much',
    'How it was counted',
    'The last instalment takes 200 more',
  ].map((words) => text.indexOf(words))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(page).toContain('class="quick-exit"')
  expect(text).toContain('To my passbook')
  expect(text).toContain(`${quote.nominalYearlyPercent} %`)
  expect(text).toContain(`${quote.effectiveYearlyPercent} %`)
})

test('every row of the schedule stands in the table, and what is repaid in all below it', async () => {
  const quote = await domainSays({})
  const text = await textOf(asked)
  for (const { principal, interest, total, balance } of quote.rows)
    expect(text).toContain([principal, interest, total, balance].map(inTable).join(' '))
  expect(text).toContain(
    `In all ${[quote.principal, quote.interest, quote.totalToRepay].map(inTable).join(' ')}`,
  )
})

test('an officer is told the same, without the way out of a household', async () => {
  const page = await pageOf(asked, await village.as('record-keeper'))
  expect(page).not.toContain('class="quick-exit"')
  expect(pageText(page)).toContain('Back to today')
  expect(pageText(page)).toContain('The price keeps to the cap')
})

test('nothing is said of savings or a ceiling, whoever asks for however much', async () => {
  const text = await textOf({ ...asked, amount: '900000000' })
  expect(text.toLowerCase()).not.toMatch(/saving|ceiling/)
})

test('numbers and days in Khmer digits are the same question', async () => {
  const khmer = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, khmerDigits(value)]),
  )
  const told = (text: string) => text.slice(text.indexOf('The price is'))
  expect(told(await textOf(khmer))).toBe(told(await textOf(asked)))
})

test('in Khmer the page is in Khmer, its sentences too', async () => {
  const text = await textOf({ ...asked, lang: 'km' })
  expect(text).toContain('តម្លៃនេះមិនលើសពិដាន')
  expect(text).toContain('ការសងចុងក្រោយលើស 200៖ សល់ពីការបង្គត់។')
})

test('equal instalments are the same sum each time but the last', async () => {
  const quote = await domainSays({ repayment: 'equal-instalment' })
  const text = await textOf({ ...asked, repayment: 'equal-instalment' })
  expect(new Set(quote.rows.slice(0, -1).map(({ total }) => total)).size).toBe(1)
  expect(text).toContain('10 equal instalments of')
  for (const { total, balance } of quote.rows)
    expect(text).toContain(`${inTable(total)} ${inTable(balance)}`)
})

test('52 weeks fit on the page: the table and how it was counted are folded away', async () => {
  const page = await pageOf({ ...asked, count: '52', every: 'week' })
  const rows = /<tbody[\s\S]*<\/tbody>/.exec(page)![0]
  expect(rows.match(/<tr/g)).toHaveLength(52)
  expect(page.match(/class="bar-principal"/g)).toHaveLength(53)
  expect(page).toMatch(/<summary>When to pay how much<\/summary>/)
  expect(page).toMatch(/<summary>How it was counted<\/summary>/)
})

test('a moneylender’s flat 2 % is told as dear as it is: 41.5 % a year, never lent', async () => {
  const text = await textOf({
    amount: '1000000',
    count: '10',
    paidOutOn: '2026-01-20',
    rate: '2',
    offer: 'flat',
  })
  expect(text).toContain('A flat rate: the fund never lends so')
  expect(text).toContain('It really costs 41.5')
  expect(text).toContain(riel(1_200_000))
  expect(text).toContain('ask the committee before you sign')
})

test('another lender’s ten per cent a month is not cut at half of the loan', async () => {
  const text = await textOf({ ...asked, amount: '1000000', rate: '10', offer: 'other' })
  expect(text).toContain('This offer is dearer than the fund may ever lend')
  expect(text).toContain(riel(1_550_000))
  expect(text).toContain('more than half of the loan')
})

test('a price above the cap says what to do next', async () => {
  const text = await textOf({ ...asked, rate: '2' })
  expect(text).toContain('Above the cap: this cannot be lent')
  expect(text).toContain('The cap is 18 % a year.')
  expect(text).toContain('Lower the rate, or leave out the fee or the deposit')
})

test('a rate that the hard limit cuts is above the cap all the same, and the page says why', async () => {
  const text = await textOf({ ...asked, count: '60', rate: '5' })
  expect(text).toContain('Above the cap: this cannot be lent')
})

test('what the vote will look at is told of the fund’s own loans, and of no other lender’s', async () => {
  expect(await textOf(asked)).toContain('Nothing that was typed here stands against it')
  const dear = await textOf({ ...asked, rate: '2' })
  expect(dear).toContain('No: It costs more a year than the cap allows. No vote can change this.')
  const long = await textOf({ ...asked, amount: '150000', count: '6', product: 'emergency' })
  expect(long).toContain('An emergency loan may not last so long.')
  expect(await textOf({ ...asked, rate: '10', offer: 'other' })).not.toContain('What the vote')
})

test('relief, public holidays and a balloon are told in sentences', async () => {
  const text = await textOf({
    ...asked,
    firstDueOn: '2026-02-14',
    calendar: 'on',
    relief: '2026-06-01 2026-06-30',
    balloon: '100000',
  })
  expect(text).toContain('Nobody meets on 14 April 2026: that instalment is due on 17 April 2026.')
  expect(text).toContain('14 June 2026 falls in relief: nothing is due and nothing is charged.')
  expect(text).toContain('100,000 of the loan waits until the end')
})

test('a plan into a year whose holidays nobody knows yet says so, until they are typed in', async () => {
  const late = { ...asked, paidOutOn: '2026-11-05', calendar: 'on' }
  const said = 'The public holidays of 2027 are not known here yet'
  expect(await textOf(late)).toContain(said)
  expect(await textOf({ ...late, holidays: '2027-04-14' })).not.toContain(said)
  expect(await textOf({ ...asked, calendar: 'on' })).not.toContain('are not known here yet')
})

test('what cannot be read is told at its field, and the form keeps what was typed', async () => {
  const page = await faultyPage({ amount: 'many', count: '10', paidOutOn: '2026-02-31' })
  expect(page).toContain('value="many"')
  expect(page).toContain('value="2026-02-31"')
  expect(page).toContain('id="amount-fault"')
  expect(page).toContain('aria-describedby="amount-fault amount-hint"')
  expect(page).toContain('id="paidOutOn-fault"')
  expect(page).not.toContain('id="count-fault"')
  expect(pageText(page)).toContain('It could not be counted.')
})

test('what cannot hold is told at its field, and the fold is open where it stands', async () => {
  const inFold = await faultyPage({ ...asked, firstDueOn: '2026-01-20' })
  expect(inFold).toContain('id="firstDueOn-fault"')
  expect(inFold).toMatch(/<details class="fold"\s+open/)
  const inTheOpen = await faultyPage({ ...asked, count: '121' })
  expect(inTheOpen).toContain('id="count-fault"')
  expect(inTheOpen).not.toMatch(/<details class="fold"\s+open/)
})

test.each([
  ['balloon', { balloon: '500200' }],
  ['fee', { fee: '500200' }],
  ['graceOnPrincipal', { graceOnPrincipal: '10' }],
  ['graceOnInterest', { graceOnInterest: '11' }],
  ['dayOfMonth', { dayOfMonth: '32' }],
  ['interestStep', { interestStep: '2000000' }],
  ['instalmentStep', { instalmentStep: '2000000' }],
  ['relief', { relief: '2026-10-31 2026-09-01' }],
  ['dueOn', { dueOn: '2026-02-20 2026-03-20' }],
  ['dueOn', { every: 'meetings', dueOn: '2026-03-20 2026-02-20', count: '2' }],
  ['periodFrom', { every: 'meetings', dueOn: '2026-03-20', count: '1', periodFrom: '2026-03-20' }],
])('a fault of %s is told there', async (field, more) => {
  const page = await faultyPage({ ...asked, ...more })
  expect([...page.matchAll(/id="(\w+)-fault"/g)].map(([, name]) => name)).toEqual([field])
})

test('hostile words come back as text in every field, and in no link', async () => {
  for (const words of attempts) {
    const names = ['amount', 'count', 'paidOutOn', 'relief', 'dueOn', 'every', 'rate', 'off7']
    const page = await faultyPage(Object.fromEntries(names.map((name) => [name, words])))
    expect(page).not.toMatch(/<(?:script|img|iframe|svg\s+on)/i)
    const tags = page.replaceAll(/="[^"]*"/g, '=""')
    expect(tags).not.toMatch(/<[^>]*\son\w+=/i)
    for (const [, href] of page.matchAll(/href="([^"]*)"/g))
      expect(decodeURIComponent(href!.replaceAll('+', ' '))).not.toContain(words)
  }
})

test('changing the language keeps the question', async () => {
  const page = await pageOf({ ...asked, every: '2-weeks', off7: 'on' })
  const [, khmer] = /href="(\?[^"]*lang=km)"/.exec(page)!
  const query = new URLSearchParams(khmer!.replaceAll('&amp;', '&'))
  expect(Object.fromEntries(query)).toEqual({
    ...asked,
    every: '2-weeks',
    off7: 'on',
    lang: 'km',
  })
})

test('today’s page, the passbook and fund health lead to it', async () => {
  const at = (path: string) => `/funds/${village.fundId}/${path}`
  for (const [door, path] of [
    ['record-keeper', 'today'],
    ['household', 'me'],
    ['auditor', 'health'],
  ] as const) {
    const answer = await village.ask(at(path), { token: await village.as(door) })
    expect(await answer.text()).toContain(`href="${at('quote')}"`)
  }
})

test('whoever may not see the fund is told so, and a stranger is asked to sign in', async () => {
  const status: Partial<Record<Door | 'stranger', number>> = {
    stranger: (await village.ask(`/funds/${village.fundId}/quote`)).status,
  }
  for (const door of doors) status[door] = (await ask(asked, await village.as(door))).status
  expect(status).toEqual({
    stranger: 401,
    'record-keeper': 200,
    household: 200,
    auditor: 200,
    chair: 200,
    'migration-worker': 404,
    administrator: 404,
  })
})

test('nothing is written, however often somebody counts', async () => {
  const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const before = await length()
  await pageOf(asked)
  expect(await length()).toBe(before)
})
