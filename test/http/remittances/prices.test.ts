import { beforeAll, expect, test } from 'vitest'
import { sendingWords } from '#src/words/remittance-words.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/* What it costs to send money home, for whoever asks, and how the staff enters and checks it. */

const words = sendingWords.in('en')
let village: Practice
beforeAll(async () => {
  village = await practice()
})

const shown = async (query = ''): Promise<string> => {
  const answer = await village.ask(`/sending${query}`, { headers: { 'accept-language': 'en' } })
  expect(answer.status, query).toBe(200)
  return answer.text()
}
const textOf = async (query = ''): Promise<string> =>
  pageText(await shown(query)).replaceAll('\u202f', '')
const ways = (text: string, ...more: readonly string[]): readonly string[] =>
  ['Bank of the Long Road', 'Quick Crossing', 'Phone to Phone', 'Somebody at the market', ...more]
    .filter((name) => text.includes(name))
    .toSorted((a, b) => text.indexOf(a) - text.indexOf(b))

test('ways stand by what arrives, the most first, and what is old last and marked', async () => {
  const text = await textOf()
  expect(ways(text)).toEqual([
    'Quick Crossing',
    'Phone to Phone',
    'Bank of the Long Road',
    'Somebody at the market',
  ])
  // Of 5,000 baht: 4,900 at 118.5 less 2,000 riel where it is paid out.
  expect(text).toContain('578,650')
  expect(text.split(words.stale)).toHaveLength(2)
  expect(text.indexOf(words.stale)).toBeGreaterThan(text.indexOf('Somebody at the market'))
  expect(text).not.toContain(words.noneYet)
  expect(text).toContain(words.isPractice)
})

test('another sum is compared by itself, whoever types none of ours is told so, and it stands in the field', async () => {
  // Of 100,000 baht a part of the fee matters more: what the bank takes is less than the phone’s.
  expect(ways(await textOf('?from=TH&paid=100000'))[0]).toBe('Bank of the Long Road')
  const large = await shown('?from=TH&paid=100000')
  expect(large).toMatch(/id="paid"[^>]*?value="100000"/)
  expect(large).not.toContain('id="paid-fault"')
  const usual = await shown()
  expect(usual).toMatch(/id="paid"[^>]*?value="5000(\.00)?"/)
  const odd = await shown('?paid=%3Cb%3E')
  expect(odd).toContain('id="paid-fault"')
  expect(odd).not.toContain('&lt;b')
  expect(ways(pageText(odd))).toEqual([])
})

test('a network that is named is kept in the form, and one that there is not is as none', async () => {
  expect(await shown(`?n=${village.networkId}`)).toContain(
    `<input type="hidden" name="n" value="${village.networkId}" />`,
  )
  const other = await shown('?n=00000000-0000-7000-8000-00000000000f')
  expect(other).not.toContain('name="n"')
  expect(ways(pageText(other))).toHaveLength(4)
})

test('a program reads the same', async () => {
  const answer = await village.ask('/v1/sending?from=TH&currency=THB&paid=500000')
  const { asOf, ways: read } = (await answer.json()) as {
    readonly asOf: string
    readonly ways: readonly { readonly called: string; readonly received: number }[]
  }
  expect(asOf).toBe(village.needs.today())
  expect(read.map(({ called }) => called)).toEqual(ways(await textOf()))
  expect(read[0]!.received).toBe(578_650)
  const none = await village.ask('/v1/sending?from=MY&currency=USD&paid=500000')
  expect(await none.json()).toMatchObject({ ways: [] })
})

const staff = async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> =>
  village.ask(`/network/roads/prices${path}`, {
    token: await village.as('migration-worker'),
    headers: { 'accept-language': 'en' },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  })

const proposed = {
  country: 'TH',
  channel: 'broker',
  called: 'Cousin of the driver',
  currency: 'THB',
  fee: '200.50',
  feePercent: '0',
  rate: '118',
  payoutFee: '3000',
  least: '1',
  most: '2',
  source: 'seen-by-us',
  seenOn: practiceDay,
  document: 'A slip',
}

test('a price that is entered stands for the staff with all that was said, and for nobody else until a second one has checked it', async () => {
  const id = village.needs.ids()
  const called = `Cousin of driver ${id.slice(-4)}`
  const kept = await staff('/propose', { ...proposed, called, id })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, '/network/roads/prices?done=1'])
  const text = pageText(await (await staff('')).text()).replaceAll('\u202f', '')
  const own = text.slice(text.indexOf(called))
  expect(own).toContain('200.50')
  expect(own).toContain('3,000')
  expect(own).toContain('A slip')
  expect(text.split(words.stale)).toHaveLength(2)
  expect(await textOf()).not.toContain(called)
  // Whoever entered it does not check it.
  expect((await staff(`/${id}/check`)).status).not.toBe(404)
  const { needs, networkId } = village
  const command = { id: needs.ids(), v: 1, effectiveOn: practiceDay, how: 'called' }
  const check = { ...command, type: 'CheckTransferPrice', priceId: id } as never
  const [checked] = await needs.recordNetwork(networkId, [check], { actor: 'b', device: 'test' })
  expect(checked).toMatchObject({ outcome: 'recorded' })
  expect(await textOf()).toContain(called)
})

test('a rate that is none is told at its field and stays as it was typed', async () => {
  const odd = await staff('/propose', { ...proposed, id: village.needs.ids(), rate: 'many' })
  expect(odd.status).toBe(400)
  const page = await odd.text()
  expect(pageText(page)).toContain(words.rateFault)
  expect(page).toMatch(/name="rate"[^>]*?value="many"/)
})
