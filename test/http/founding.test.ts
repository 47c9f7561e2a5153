import { expect, test } from 'vitest'
import { defaultCharterIn } from '#domain/fund/charter/default-charter.ts'
import { productsAboveCap } from '#domain/fund/charter/charter.ts'
import { charterFault } from '#domain/fund/charter/charter-shape.ts'
import { currencyCodes } from '#domain/kernel/money.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { bookOf } from '#src/app/queries.ts'
import { charterExample } from '#src/http/commands/charter.ts'
import type { Seen } from '#test/http/entrance-visits.ts'
import { practising } from '#test/http/entrance-visits.ts'
import { as, formIdOn } from '#test/http/network-visits.ts'
import { type Practice, practiceDay } from '#test/support/service.ts'

const [year, month, day] = practiceDay.split('-') as [string, string, string]

const seat = (i: number, card: string, sex: 'f' | 'm') => ({
  [`card${i}`]: card,
  [`sex${i}`]: sex,
  [`zone${i}`]: 'Z1',
})
const officers = { ...seat(0, 'K1', 'f'), ...seat(1, 'K2', 'f'), ...seat(2, 'K3', 'm') }

const village = {
  name: 'ភូមិសាកល្បង',
  villageCode: '៩៩៩៩៩៩០៩',
  currency: 'KHR',
  day,
  month,
  year,
  ...officers,
}

/** The count was asked for. */
const sure = 'yes'

const oldBook = { cash: '1200000', social: '180000', reserve: '400000', donors: '500000' }

const atTheDesk = async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const id = formIdOn(await desk.get('/network/found'))
  return { world, desk, id }
}

const fundsOf = async ({ needs, networkId }: Practice) =>
  (await networkBookOf(needs.store, networkId))!.fundIds

const newFund = async (world: Practice, before: readonly string[]) => {
  const [fundId, ...more] = (await fundsOf(world)).filter((one) => !before.includes(one))
  expect(more).toEqual([])
  return { fundId: fundId!, book: (await bookOf(world.needs.store, fundId!))! }
}

const filledIn = ({ page }: Seen, name: string): string | undefined =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1]

test('a village that begins with nothing founds its fund with three officers', async () => {
  const { world, desk, id } = await atTheDesk()
  const before = await fundsOf(world)
  const count = await desk.send('/network/found', { id, ...village })
  expect([count.status, count.text.includes('Count the box')]).toEqual([200, true])
  expect(await fundsOf(world)).toEqual(before)
  const done = await desk.send('/network/found/count', { id, ...village, sum: '0', sure })
  expect(done.text).toContain('the fund is started')
  const { fundId, book } = await newFund(world, before)
  expect(book.fund).toMatchObject({ villageCode: '99999909', openedOn: practiceDay })
  const inOrder = book.members.toSorted((a, b) => (a.card < b.card ? -1 : 1))
  expect(inOrder.map(({ card, offices }) => [card, offices[0]?.office])).toEqual([
    ['K1', 'chair'],
    ['K2', 'record-keeper'],
    ['K3', 'box-keeper'],
  ])
  expect((await world.needs.store.of(fundId)).get('fund')).toBe(village.name)
})

test('a sum of an older book, or of a rule, that may have a zero too many is asked about before the box is counted', async () => {
  const { desk, id } = await atTheDesk()
  const first = async (sums: object) =>
    (await desk.send('/network/found', { id, ...village, ...sums })).text
  const asked = 'Is this ten times what you meant?'
  expect(await first(oldBook)).not.toContain(asked)
  for (const name of ['cash', 'social', 'reserve', 'donors'])
    expect(await first({ ...oldBook, [name]: '20000000' }), name).toContain(asked)
  expect(await first({ shareValue: '5000' })).not.toContain(asked)
  expect(await first({ shareValue: '50000' })).toContain(asked)
  expect(await first({ socialPerMeeting: '១០០០០' })).toContain(asked)
})

test('an older book is balanced to the counted cash, and the difference is named before it is agreed to', async () => {
  const { world, desk, id } = await atTheDesk()
  const before = await fundsOf(world)
  const counted = { id, ...village, ...oldBook, 'n-50000': '23', 'n-10000': '៤', sure }
  const asked = await desk.send('/network/found/count', counted)
  expect(asked.text).toContain('10,000\u202f៛ less in the box than the book says.')
  expect(asked.text).toContain('Nobody is blamed for it.')
  expect(await fundsOf(world)).toEqual(before)
  const other = await desk.send('/network/found/count', {
    ...counted,
    'n-10000': '3',
    agreed: '-10000',
  })
  expect(other.text).toContain('20,000\u202f៛ less in the box')
  expect(await fundsOf(world)).toEqual(before)
  await desk.send('/network/found/count', { ...counted, agreed: '-10000' })
  const { book } = await newFund(world, before)
  const balance = (account: string) => book.balances.find((one) => one.account === account)?.amount
  expect(balance('asset:cash-box')).toBe(1_190_000)
  expect(balance('equity:unexplained')).toBe(10_000)
  expect(balance('liability:grant-window:donors')).toBe(-500_000)
})

test('the form sent twice founds one fund, and with something else in it none', async () => {
  const { world, desk, id } = await atTheDesk()
  const before = await fundsOf(world)
  const sent = { id, ...village, sum: '0', sure }
  await desk.send('/network/found/count', sent)
  const again = await desk.send('/network/found/count', sent)
  expect(again.text).toContain('the fund is started')
  const other = await desk.send('/network/found/count', { ...sent, card2: 'K9' })
  expect([other.status, other.text.includes('Begin with a new form.')]).toEqual([409, true])
  expect((await newFund(world, before)).book.members).toHaveLength(3)
})

test.each([
  [
    'a village code of seven digits',
    { villageCode: '1234567' },
    'The village code has 8 digits.',
    400,
  ],
  ['a day that is none', { day: '31', month: '02' }, 'There is no such day.', 400],
  ['a day to come', { year: String(Number(year) + 1) }, 'This day has not come yet.', 400],
  ['a sum in words', { cash: 'plenty' }, 'A sum in digits', 400],
  [
    'no record-keeper',
    { card1: '', sex1: '', zone1: '' },
    'needs a chair and a record-keeper',
    409,
  ],
  ['one card for two', { card1: 'K1' }, 'Two officers have the same card number', 409],
  ['interest above the cap', { rateNormal: '2.5' }, 'More than 18 % a year is not allowed', 409],
  ['shares that nobody can buy', { shareValue: '0' }, 'These rules cannot stand together', 400],
  [
    'too many men',
    { sex0: 'm', sex1: 'm', card3: 'K4', sex3: 'm', zone3: 'Z2' },
    'the women’s seats cannot be filled',
    409,
  ],
])(
  '%s is told with what to do, and everything that was typed is there',
  async (_, wrong, said, status) => {
    const { world, desk, id } = await atTheDesk()
    const before = await fundsOf(world)
    const seen = await desk.send('/network/found', { id, ...village, ...oldBook, ...wrong })
    expect([seen.status, seen.text.includes(said)]).toEqual([status, true])
    expect([filledIn(seen, 'reserve'), filledIn(seen, 'card2')]).toEqual(['400000', 'K3'])
    const [[name, text]] = Object.entries(wrong) as [[string, string]]
    if (!name.startsWith('sex')) expect(filledIn(seen, name)).toBe(text)
    expect(await fundsOf(world)).toEqual(before)
  },
)

test('going back from the count keeps everything', async () => {
  const { desk, id } = await atTheDesk()
  const back = await desk.send('/network/found/count', {
    id,
    ...village,
    ...oldBook,
    change: 'yes',
  })
  expect([back.status, filledIn(back, 'social'), filledIn(back, 'id')]).toEqual([200, '180000', id])
})

test('by the API a fund is tried, founded once, and refused where a rule stands against it', async () => {
  const world = await practising()
  const token = await world.as('administrator')
  const founding = {
    id: world.needs.ids(),
    on: practiceDay,
    villageCode: '99999910',
    charter: charterExample,
    opening: { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] },
    officers: [
      { card: 'K1', sex: 'f', zone: 'Z1', office: 'chair' },
      { card: 'K2', sex: 'f', zone: 'Z1', office: 'record-keeper' },
    ],
  }
  const send = async (json: unknown, query = '') => {
    const answer = await world.ask(`/v1/funds${query}`, { token, json })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const before = await fundsOf(world)
  const tried = await send(founding, '?dryRun=true')
  expect([tried.status, tried.body['entries']]).toEqual([200, 5])
  expect(await fundsOf(world)).toEqual(before)
  const founded = await send(founding)
  expect(founded.body).toMatchObject({ isDryRun: false, wasHere: false, flags: [] })
  expect((await send(founding)).body).toMatchObject({
    fundId: founded.body['fundId'],
    wasHere: true,
  })
  const dear = {
    ...charterExample,
    rateMonthlyPercent: { ...charterExample.rateMonthlyPercent, normal: '1.6' },
  }
  const refused = await send({ ...founding, id: world.needs.ids(), charter: dear })
  expect([refused.status, refused.body['code']]).toEqual([409, 'rate-above-cap'])
  const unled = await send({
    ...founding,
    id: world.needs.ids(),
    officers: founding.officers.slice(1),
  })
  expect(unled.body['errors']).toEqual([
    { pointer: '/officers', code: 'chair-and-record-keeper-needed' },
  ])
  const chair = await world.ask('/v1/funds', { token: await world.as('chair'), json: founding })
  expect(chair.status).toBe(404)
  // Who has founded it reads nothing in it.
  const looked = await world.ask(`/v1/funds/${String(founded.body['fundId'])}/members`, { token })
  expect(looked.status).toBe(404)
})

test('what a new fund is offered can hold in every currency and is within the law', () => {
  for (const currency of currencyCodes) {
    const charter = defaultCharterIn(currency)
    expect([currency, charter.currency, charterFault(charter)]).toEqual([
      currency,
      currency,
      undefined,
    ])
    expect(productsAboveCap(charter, practiceDay)).toEqual([])
  }
})

test('whoever does not know the code finds the district by its name, and is told what is missing of it', async () => {
  const { desk, id } = await atTheDesk()
  const form = (await desk.get('/network/found')).page
  // Both scripts stand beside each code, whichever the page is in.
  expect(form).toMatch(/<option value="0203">\s*Battambang, បាត់ដំបង, Battambang\s*<\/option>/)
  const told = async (villageCode: string) => {
    const { text, page } = await desk.send('/network/found', { id, ...village, villageCode })
    return { text, kept: /id="villageCode"[^>]*?value="([^"]*)"/.exec(page)?.[1] }
  }
  const district = await told('0203')
  expect(district.text).toContain('These four digits are Battambang.')
  expect(district.kept).toBe('0203')
  expect((await told('battambang')).text).toContain('These four digits are Battambang.')
  expect((await told('បាត់ដំបង')).text).toContain('These four digits are Battambang.')
  expect((await told('020304')).text).toContain('The village code has 8 digits.')
})
