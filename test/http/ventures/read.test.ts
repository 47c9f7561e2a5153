import { beforeAll, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import type { Door } from '#src/app/practice/practice-people.ts'
import { knownIdsOf } from '#test/http/commands/known-ids.ts'
import { venturesThere, venturing } from '#test/http/commands/ventures-of-each.ts'
import { type Practice, practice } from '#test/support/service.ts'

/* What the page of ventures shows to the committee, a program reads: the same figures, and nothing to anybody else. */

let village: Practice
let known: Awaited<ReturnType<typeof knownIdsOf>>

const read = async (query = '', door: Door = 'record-keeper') => {
  const path = `/v1/funds/${village.fundId}/ventures${query}`
  const answer = await village.ask(path, { token: await village.as(door) })
  return { status: answer.status, body: (await answer.json()) as { items: Row[] } }
}
type Row = Readonly<Record<string, unknown>> & { readonly ventureId: string }

beforeAll(async () => {
  village = await practice()
  known = await knownIdsOf(village)
  await venturesThere(village, known)
  const { CountVenture } = venturing(known)
  await village.needs.record(village.fundId, [{ ...CountVenture, cash: 44_000 }], {
    actor: 'test',
    device: 'test',
  })
})

test('each venture is read with its rules, its standing, its holders, its book and its counts', async () => {
  const { status, body } = await read()
  expect(status).toBe(200)
  expect(body.items.map(({ ventureId, state }) => [ventureId, state])).toEqual([
    ['earning', 'working'],
    ['ended', 'selling'],
    ['left', 'selling'],
    ['selling', 'selling'],
  ])
  const cardOf = new Map(
    (await bookOf(village.needs.store, village.fundId))!.members.map((one) => [
      one.memberId,
      one.card,
    ]),
  )
  const held = [known.third, known.fourth].map((memberId) => ({
    memberId,
    card: cardOf.get(memberId),
    shares: 2,
    paid: 0,
  }))
  expect(body.items[0]).toEqual({
    ventureId: 'earning',
    kind: 'rice-bank',
    state: 'working',
    foundedOn: '2025-12-30',
    sharePrice: 10_000,
    sharesOffered: 40,
    sharesEach: 10,
    leavesFrom: '2025-12-30',
    leavingValue: 'at-most-the-price',
    endsOn: '2027-12-30',
    cashKeeper: known.third,
    bookKeeper: known.fourth,
    cash: 45_000,
    goods: 0,
    worth: 45_000,
    shares: 4,
    shareWorth: 11_250,
    holders: held.toSorted((a, b) => (a.card! < b.card! ? -1 : 1)),
    lines: [
      { on: '2025-12-30', what: 'shares', cash: 20_000, goods: 0, paper: null },
      { on: '2025-12-30', what: 'shares', cash: 20_000, goods: 0, paper: null },
      { on: '2025-12-30', what: 'earned', cash: 5000, goods: 0, paper: 'R-1' },
    ],
    counts: [
      {
        on: '2025-12-30',
        counted: { cash: 44_000, goods: 0 },
        book: { cash: 45_000, goods: 0 },
      },
    ],
  })
})

test('they are read by their state, page by page, and as they stood on a day', async () => {
  expect((await read('?state=working')).body.items.map(({ ventureId }) => ventureId)).toEqual([
    'earning',
  ])
  expect((await read('?limit=1')).body).toMatchObject({ items: [{ ventureId: 'earning' }] })
  expect((await read('?asOf=2025-12-29')).body.items).toEqual([])
  expect((await read('?state=lost')).status).toBe(400)
})

test('whoever does not read members reads none of them', async () => {
  expect((await read('', 'household')).status).toBe(403)
  expect((await read('', 'administrator')).status).toBe(404)
  const path = `/v1/funds/${village.fundId}/ventures`
  expect((await village.ask(path)).status).toBe(401)
})

const litOn = async (path: string, door: Door): Promise<string | undefined> => {
  const token = await village.as(door)
  const answer = await village.ask(`/funds/${village.fundId}/${path}`, { token })
  expect([path, answer.status]).toEqual([path, 200])
  const bar = /<nav class="places"[^]*?<\/nav>/.exec(await answer.text())?.[0] ?? ''
  return /<a href="[^"]*\/([a-z]+)"\s+aria-current="true"/.exec(bar)?.[1]
}

test('all of a venture stands under money, from where it is reached, as the box and the bank do', async () => {
  const fund = `?fund=${village.fundId}`
  for (const path of ['ventures', 'ventures/earning', `record/venture-line${fund}`])
    expect([path, await litOn(path, 'record-keeper')]).toEqual([path, 'money'])
  for (const path of [`record/venture${fund}`, `record/venture-end${fund}`, 'money'])
    expect([path, await litOn(path, 'chair')]).toEqual([path, 'money'])
})

/** What a page offers to write down. */
const offered = async (at: Practice, door: Door): Promise<readonly string[]> => {
  const token = await at.as(door)
  const answer = await at.ask(`/funds/${at.fundId}/ventures`, { token })
  expect(answer.status).toBe(200)
  const ways = (await answer.text()).matchAll(/href="\/funds\/[^"]*\/record\/(venture[a-z-]*)/g)
  return [...ways].map(([, name]) => name!)
}

test('each is offered what the own office may write of ventures, and while none is open founding alone', async () => {
  expect(await offered(village, 'chair')).toEqual(['venture', 'venture-profit', 'venture-end'])
  expect(await offered(village, 'record-keeper')).toEqual([
    'venture-shares',
    'venture-line',
    'venture-count',
    'venture-leave',
  ])
  const none = await practice()
  expect(await offered(none, 'chair')).toEqual(['venture'])
  expect(await offered(none, 'record-keeper')).toEqual([])
})

test('the book of a venture is a page of its own, and under another name there is none', async () => {
  const token = await village.as('record-keeper')
  const page = (id: string) => village.ask(`/funds/${village.fundId}/ventures/${id}`, { token })
  const earning = await page('earning')
  expect(earning.status).toBe(200)
  expect(await earning.text()).toContain('R-1')
  expect((await page('ended')).status).toBe(200)
  expect((await page('lost')).status).toBe(404)
})
