import { beforeAll, describe, expect, test } from 'vitest'
import { type Door, doors } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { khmerDigits } from '#src/words/locale.ts'
import { buyOutWords } from '#src/words/words.ts'
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

/** Half of the example on the first page: 750,000 at ten per cent a month, interest only. */
const asked: Query = {
  kind1: 'moneylender',
  owed1: '750000',
  pays1: '75000',
  percent1: '10',
  other: '240000',
  incomeFrom: '500000',
  incomeTo: '600000',
  months: '24',
}

const place = (): string => `/funds/${village.fundId}/buy-out`

/** Sends the form; the language alone stands in the address. */
const ask = (
  { lang = 'en', ...fields }: Query,
  token: string | undefined = household,
): Promise<Response> =>
  village.ask(`${place()}?lang=${lang}`, { token, body: new URLSearchParams(fields) })

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

const faultsOf = (page: string): readonly string[] =>
  [...page.matchAll(/id="(\w+)-fault"/g)].map(([, name]) => name!)

test('the empty form says that nothing is kept, asks for no name and judges nothing', async () => {
  const page = await (await village.ask(place(), { token: household })).text()
  expect(pageText(page)).toContain(
    'Nothing typed here is kept by the fund, and no name is asked for.',
  )
  expect(page).not.toContain('class="verdict')
  expect(page).toContain('class="quick-exit"')
  expect([...page.matchAll(/<input[^>]*name="(\w+)"/g)].map(([, name]) => name)).not.toContain(
    'name',
  )
})

test('less each month leads to the meeting, unless the rules say no to it all the same', async () => {
  const { lessNext, lessButNo } = buyOutWords.in('en')
  const said = async (more: Query) => {
    const text = await textOf({ ...asked, ...more })
    return [lessNext, lessButNo].map((one) => text.includes(one))
  }
  expect(await said({ other: '0' })).toEqual([true, false])
  // So little less that the share of what the household earns stays the same, and is above half of it.
  const income = { incomeFrom: '3000000', incomeTo: '3000000', other: '1600000' }
  const dear = { ...income, pays1: '37500', percent1: '3' }
  expect(await said(dear)).toEqual([false, true])
})

test('750,000 at 10 % a month over 24 months takes 37,400 instead of 75,000 a month', async () => {
  // 750,000 x 0.015 / (1 - 1.015^-24) = 37,443, rounded down to whole 100s
  const text = await textOf(asked)
  expect(text).toContain('The household would pay 37,600\u202f៛ less a month')
  expect(text).toContain('277,400\u202f៛')
  expect(text).toContain('315,000\u202f៛')
  expect(text).toContain('52.5 % to 63 %')
  expect(text).toContain('46.23 % to 55.48 %')
  expect(text).toContain('Still owed after 24 months 0\u202f៛')
  expect(text).toContain(
    'Interest over 24 months 1,800,000\u202f៛ Still owed after 24 months 750,000\u202f៛',
  )
  expect(text).toContain('a moneylender 750,000\u202f៛')
  expect(text).toContain('No rule stands against this plan.')
})

test('an officer sees the same, without the way out of a household', async () => {
  const page = await pageOf(asked, await village.as('record-keeper'))
  expect(page).not.toContain('class="quick-exit"')
  expect(pageText(page)).toContain('The household would pay 37,600\u202f៛ less a month')
})

test('an income that nobody knows leaves the burden unknown, and the meeting decides', async () => {
  const text = await textOf({ ...asked, incomeFrom: '', incomeTo: '' })
  expect(text.match(/Of what it earns Nobody knows/g)).toHaveLength(2)
  expect(text).toContain('For the meeting: Nobody knows what the household earns')
})

test('one end of an income stands for both', async () => {
  expect(await textOf({ ...asked, incomeTo: '' })).toContain('Of what it earns 63 %')
})

test('four debts are paid one by one; more than the rules allow is a no, however much it would help', async () => {
  const more = Object.fromEntries(
    ['2', '3', '4'].flatMap((n) => [
      [`kind${n}`, 'trader'],
      [`owed${n}`, '300000'],
      [`pays${n}`, '30000'],
      [`percent${n}`, '5'],
    ]),
  )
  const text = await textOf({ ...asked, ...more })
  expect(text).toContain('In all 1,650,000\u202f៛')
  expect(text).toContain('But the rules do not allow it like this.')
  expect(text).toContain('The sum is larger than the rules allow.')
  expect(text).not.toContain('Bring this plan to the next meeting')
})

test('a plan that takes more each month says so, and is told to ask for more time', async () => {
  const text = await textOf({ ...asked, months: '6' })
  expect(text).toContain('more a month')
  expect(text).toContain('Give it more months, and count again.')
  expect(text).toContain('All lenders together would take more than half')
  expect(text).toContain('Ask for more time, so that each payment is smaller.')
})

test('Khmer digits are the same question, and in Khmer the page is in Khmer', async () => {
  const khmer = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, khmerDigits(value)]),
  )
  expect(await textOf(khmer)).toContain('The household would pay 37,600\u202f៛ less a month')
  expect(await textOf({ ...asked, lang: 'km' })).toContain('គ្រួសារនឹងបង់តិចជាងមុន 37,600\u202f៛')
})

test('what cannot be read is told at its field, and the form keeps what was typed', async () => {
  const page = await faultyPage({ ...asked, owed1: 'much', percent1: '101', months: '61' })
  expect(faultsOf(page)).toEqual(['owed1', 'percent1', 'months'])
  expect(page).toContain('value="much"')
  expect(page).toContain('aria-describedby="owed1-fault owed1-hint"')
  expect(pageText(page)).toContain('It could not be counted.')
})

/** A debt besides the first. */
const second = { kind2: 'trader', owed2: '300000', pays2: '0', percent2: '5' }

test.each([
  ['pays1', { pays1: '' }],
  ['other', { other: '1,000' }],
  ['incomeFrom', { incomeFrom: '0' }],
  ['incomeTo', { incomeTo: '499999' }],
  ['months', { months: '' }],
  ['owed2', { ...second, owed2: '' }],
  ['owed1', { ...second, owed1: '999999999999', owed2: '999999999999' }],
  ['kind2', { ...second, kind2: '' }],
])('a fault of %s is told there', async (field, more) => {
  expect(faultsOf(await faultyPage({ ...asked, ...more }))).toEqual([field])
})

test('a debt told further down is not folded away', async () => {
  const more = { owed2: 'x', pays2: '0', percent2: '1' }
  expect(await faultyPage({ ...asked, ...more })).toMatch(/<details class="fold"\s+open/)
})

test('hostile words come back as text in every field, and in no link', async () => {
  for (const words of attempts) {
    const names = ['kind1', 'owed1', 'pays1', 'percent1', 'other', 'incomeFrom', 'months']
    const page = await faultyPage(Object.fromEntries(names.map((name) => [name, words])))
    expect(page).not.toMatch(/<(?:script|img|iframe|svg\s+on)/i)
    expect(page.replaceAll(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son\w+=/i)
    for (const [, href] of page.matchAll(/href="([^"]*)"/g))
      expect(decodeURIComponent(href!.replaceAll('+', ' '))).not.toContain(words.slice(0, 20))
  }
})

test('the new loan stands on the page with its price and its table', async () => {
  const text = await textOf(asked)
  expect(text).toContain('The new loan in detail')
  expect(text).toContain('Cost of each 100,000\u202f៛')
})

test('no sum, income or debt stands in any address: not of the form, not of a link', async () => {
  const page = await pageOf(asked)
  expect(page).toMatch(new RegExp(`method="post"\\s+action="${place()}"`))
  const addresses = [...page.matchAll(/(?:href|action|formaction)="([^"]*)"/g)].map(([, to]) => to!)
  for (const typed of ['750000', '75000', '240000', '500000', '600000'])
    expect(addresses.filter((to) => to.includes(typed))).toEqual([])
  const other = `${place()}?${new URLSearchParams(asked).toString()}`
  const byAddress = await (await village.ask(other, { token: household })).text()
  expect(byAddress).not.toContain('750000')
})

test('choosing the language sends the same question again', async () => {
  const page = await pageOf(asked)
  const [, action, fields] = /<form method="post" action="([^"]*lang=km)">([\s\S]*?)<\/form>/.exec(
    page,
  )!
  expect(action).toBe(`${place()}?lang=km`)
  const kept = [...fields!.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, n, v]) => [n, v])
  expect(Object.fromEntries(kept)).toEqual(asked)
})

test('whoever may not see the fund is told so, and nothing is written by anybody', async () => {
  const length = async () => (await village.needs.store.read(village.fundId, 0, 10_000)).length
  const before = await length()
  const status: Partial<Record<Door | 'stranger', number>> = {
    stranger: (await village.ask(place(), { body: new URLSearchParams(asked) })).status,
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
  expect(await length()).toBe(before)
})

test('no figure that was typed stands in the log of requests', async () => {
  await pageOf({ ...asked, incomeFrom: '512345' })
  expect(JSON.stringify(village.lines)).not.toMatch(/\b512345\b/)
})

describe('from a plan to a request', () => {
  const onward = async (fields: Query, door: Door = 'record-keeper') =>
    village.ask(`/funds/${village.fundId}/record/request/from-plan`, {
      token: await village.as(door),
      body: new URLSearchParams({ ...asked, ...fields }),
    })
  const cardsOf = async () => (await bookOf(village.needs.store, village.fundId))!.members

  test('whoever may write a request down goes on by card, and nobody else is offered it', async () => {
    expect(await pageOf(asked, await village.as('record-keeper'))).toContain('/from-plan"')
    expect(await pageOf(asked)).not.toContain('/from-plan"')
    expect(await pageOf(asked, await village.as('auditor'))).not.toContain('/from-plan"')
    expect((await onward({ card: 'M01' }, 'household')).status).toBe(403)
  })

  test('the form of the request knows the sum, the lender by kind and two bands, and no income', async () => {
    const [member] = await cardsOf()
    const answer = await onward({ card: member!.card })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const valueOf = (name: string) =>
      new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1]
    expect([valueOf('principal'), valueOf('months'), valueOf('member')]).toEqual([
      '750000',
      '24',
      member!.memberId,
    ])
    const chosen = (name: string) =>
      new RegExp(`<select id="${name}"[\\s\\S]*?value="([^"]*)"\\s+selected`).exec(page)?.[1]
    expect([chosen('purpose'), chosen('burdenBefore'), chosen('burdenAfter')]).toEqual([
      'buy-out',
      'above-50',
      'to-50',
    ])
    expect(page).toMatch(/name="lender-moneylender" value="yes"\s+checked/)
    expect(page).toMatch(/name="lightens" value="yes"\s+checked/)
    for (const own of ['500000', '600000', '240000']) expect(page).not.toContain(`"${own}"`)
  })

  test('a card that nobody has is told at its field, with the plan still there', async () => {
    const answer = await onward({ card: '999' })
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain('id="card-fault"')
    expect(pageText(page)).toContain('The household would pay 37,600\u202f៛ less a month')
  })
})

test('equal parts of the loan are offered beside equal sums, with what each costs and why they differ', async () => {
  const text = await textOf(asked)
  expect(text).toContain('Two ways to pay the fund back')
  const sums = (name: string): number[] =>
    new RegExp(`${name} ([\\d,]+)\u202f៛ ([\\d,]+)\u202f៛ ([\\d,]+)\u202f៛`)
      .exec(text)!
      .slice(1)
      .map((one) => Number(one.replaceAll(',', '')))
  const [same, parts] = [sums('as counted above'), sums('The same part of the loan each time')]
  expect(parts[0]).toBeGreaterThan(same[0]!)
  expect(parts[1]).toBeLessThan(same[1]!)
  expect(parts[2]).toBeLessThan(same[2]!)
  expect(text).toContain('Interest is paid on what is still owed.')
})
