import { beforeEach, expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, wanted } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* Everything about a grant is read once more before it is written, with the safe way on first. */

let village: Village
let on: ReturnType<typeof asking>
beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const place = () => `/funds/${village.f1.fundId}/support`

const send = async (way: string, path: string, form: Readonly<Record<string, string>>) => {
  const answer = await village.service.request(path, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'en',
      authorization: `Bearer ${await on.find(way).token()}`,
    },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() }
}

const askedOf = () => ({
  id: village.needs.ids(),
  member: village.f1.memberIds.neighbour,
  window: village.f1.canary,
  kind: 'papers',
  isAdult: 'yes',
  amount: '100000',
  parts: '1',
  way: 'cash',
  reason: 'to see the aunt',
  paper: 'id-card',
  number: '000 111',
  checker: village.f1.memberIds.chair,
})
const files = () => village.store.supportFiles(village.f1.fundId)

/** What the form of a page carries on. */
const carriedIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [
      found[1]!,
      found[2]!,
    ]),
  )

/** Which of two ways on stands first. */
const comesFirst = (page: string, safe: string, go: string): boolean =>
  page.includes(safe) && page.indexOf(safe) < page.indexOf(go)

test.each([
  ['record-keeper', () => `${place()}/ask`],
  ['chair', () => `${place()}/terms`],
])(
  'a form of the %s whose number is none is given a new one, and what was sent is not repeated',
  async (who, path) => {
    const read = await send(who, path(), { id: 'zqx7qz', reason: 'to see the aunt' })
    expect(read.status).toBe(400)
    expect(read.page).not.toContain('zqx7qz')
    expect(carriedIn(read.page)['id']).toMatch(/^[0-9a-f]{8}-/)
  },
)

test('what is asked for is read back before anything is kept, and asked for once it was read', async () => {
  const read = await send('record-keeper', `${place()}/ask`, askedOf())
  expect(read.status).toBe(200)
  for (const said of ['100,000', 'Other papers', 'to see the aunt', 'random code'])
    expect(read.page).toContain(said)
  expect(comesFirst(read.page, 'No, change it', 'Yes, ask')).toBe(true)
  expect(await files()).toEqual([])
  const done = await send('record-keeper', `${place()}/ask`, carriedIn(read.page))
  expect([done.status, done.to]).toEqual([303, place()])
  expect(await files()).toHaveLength(1)
  // Sent twice it is asked for once.
  await send('record-keeper', `${place()}/ask`, carriedIn(read.page))
  expect(await files()).toHaveLength(1)
})

test.each(['passport', 'papers', 'training'])(
  'a %s for somebody of whom nobody says that she is eighteen is not asked for, and the family is advised in private',
  async (kind) => {
    const { isAdult: _, ...young } = { ...askedOf(), kind }
    const read = await send('record-keeper', `${place()}/ask`, young)
    expect(read.status).toBe(400)
    expect(read.page).toContain('nobody younger gets support to leave')
    expect(read.page).toContain('advises the family in private')
    expect(await files()).toEqual([])
    // The same by the API, where no form asks.
    const json = { ...on.envelope(), ...wanted(village.f1, { kind, isAdult: false }) }
    const answer = await on.one(
      await on.send(on.find('record-keeper'), `/v1/funds/${village.f1.fundId}/support`, { json }),
    )
    expect(answer).toMatchObject({ outcome: 'refused', code: 'leaver-under-eighteen' })
    expect(await files()).toEqual([])
  },
)

test('nobody asks how old a child is who comes home', async () => {
  const { isAdult: _, ...child } = { ...askedOf(), kind: 'safe-return' }
  expect((await send('record-keeper', `${place()}/ask`, child)).status).toBe(200)
})

test('a sum with a zero too many is asked about in its notes wherever it is typed, before anything is kept', async () => {
  const large = await send('record-keeper', `${place()}/ask`, { ...askedOf(), amount: '4000000' })
  expect(large.page).toContain('Is this ten times what you meant?')
  expect(large.page).toContain('40 × 100,000')
  expect(await files()).toEqual([])
})

test('the most that each kind gives is told before a sum is typed', async () => {
  const form = await on.send(on.find('record-keeper'), `${place()}/ask`)
  expect(await form.text()).toContain('Other papers (at most 100,000')
})

test('who would rather change it gets the form with all that was typed, and nothing is kept', async () => {
  const read = await send('record-keeper', `${place()}/ask`, askedOf())
  const back = await send('record-keeper', `${place()}/ask`, {
    ...carriedIn(read.page),
    change: 'yes',
  })
  expect(back.status).toBe(200)
  for (const typed of ['100000', 'to see the aunt', '000 111'])
    expect(back.page).toContain(`value="${typed}"`)
  expect(await files()).toEqual([])
})

const askedFor = async (more: object = {}) => {
  await on.send(on.find('record-keeper'), `/v1/funds/${village.f1.fundId}/support`, {
    json: { ...on.envelope(), ...wanted(village.f1, more) },
  })
  return `${place()}/file/${(await files())[0]!.code}`
}

test.each([
  ['chair', { act: 'checked' }, 'The vote comes next'],
  ['chair', { act: 'turned-down' }, 'helped elsewhere at once'],
  ['chair', { act: 'closed' }, 'nobody has to pay anything back'],
  ['record-keeper', { act: 'met', what: 'receipt' }, 'You have seen: Receipt.'],
  ['record-keeper', { act: 'met', what: 'plan' }, 'You have seen: A simple plan.'],
  [
    'chair',
    { act: 'line', direction: 'in', amount: '20000', what: 'eggs' },
    'Money that came in, into the book',
  ],
  [
    'chair',
    { act: 'followed-up', months: '1', outcome: 'earns-more' },
    'After 1 month: Earns more.',
  ],
  ['record-keeper', { act: 'stopped' }, 'The owner stops'],
])('%s, %j: nothing is written before it was read', async (way, form, said) => {
  const file = await askedFor({ kind: 'reintegration' })
  const before = await files()
  const read = await send(way, file, { id: village.needs.ids(), ...form })
  expect([read.status, read.page]).toEqual([200, expect.stringContaining(said)])
  expect(comesFirst(read.page, 'No, write nothing', 'Yes, write it down')).toBe(true)
  expect(await files()).toEqual(before)
  const rows = await village.store.read(village.f1.fundId, 0, 5000)
  const done = await send(way, file, carriedIn(read.page))
  expect([done.status, done.to]).toEqual([303, file])
  const isOfJournal = ['checked', 'turned-down', 'closed'].includes(form.act)
  const after = await village.store.read(village.f1.fundId, 0, 5000)
  expect(after.length - rows.length).toBe(isOfJournal ? 1 : 0)
})

test('a form that cannot be read is told so, and nothing is read back', async () => {
  const file = await askedFor({ kind: 'reintegration' })
  const answer = await send('chair', file, { id: village.needs.ids(), act: 'quagga-umbrella' })
  expect([answer.status, answer.page]).toEqual([409, expect.stringContaining('cannot be read')])
  expect(answer.page).not.toContain('quagga-umbrella')
})

test('a form made by hand whose id is none writes nothing, and the book passes its audit after it', async () => {
  const file = await askedFor()
  const rows = await village.store.read(village.f1.fundId, 0, 5000)
  const answer = await send('chair', file, { id: 'quagga-umbrella', act: 'checked', sure: 'yes' })
  expect([answer.status, answer.page]).toEqual([409, expect.stringContaining('cannot be read')])
  expect(await village.store.read(village.f1.fundId, 0, 5000)).toEqual(rows)
  const log = JSON.stringify(await village.store.activities(village.f1.fundId, { limit: 50 }))
  expect(answer.page + log).not.toContain('quagga-umbrella')
})

test('whoever records, no entry is written under an id that is none', async () => {
  const by = { actor: 'test', device: 'test' }
  const rows = await village.store.read(village.f1.fundId, 0, 5000)
  const command = { ...on.envelope(), v: 1, type: 'DeclareEvent', id: 'zebra' } as never
  expect(await village.needs.record(village.f1.fundId, [command], by)).toEqual([
    { id: 'zebra', outcome: 'invalid', code: 'id-not-an-id', at: '/id' },
  ])
  expect(await village.store.read(village.f1.fundId, 0, 5000)).toEqual(rows)
})

test('help at once and erasing ask on the page that is read for the name and secret of the other one', async () => {
  const file = await askedFor({ kind: 'emergency-return' })
  const now = await send('record-keeper', file, { id: village.needs.ids(), act: 'at-once' })
  expect(now.page).toContain('name="secret"')
  const chair = { login: `${village.f1.logins} chair`, secret: 'not the secret' }
  const wrong = await send('record-keeper', file, { ...carriedIn(now.page), ...chair })
  expect(wrong.status).toBe(409)
  await send('chair', file, { id: village.needs.ids(), act: 'closed', sure: 'yes' })
  const erase = await send('record-keeper', file, { id: village.needs.ids(), act: 'erase' })
  expect(erase.page).toContain('destroyed for ever')
  expect(comesFirst(erase.page, 'No, write nothing', 'Yes, erase it for ever')).toBe(true)
  const alone = await send('record-keeper', file, carriedIn(erase.page))
  expect(alone.status).toBe(409)
  expect(await files()).toHaveLength(1)
})

test('nobody but the two is read anything back', async () => {
  const file = await askedFor()
  for (const act of ['closed', 'erase', 'met']) {
    const answer = await send('counter', file, { id: village.needs.ids(), act, what: 'receipt' })
    expect(answer.status).toBe(404)
  }
})

test('what cannot be read is told at its field, and all that was typed stays, with the number of the form', async () => {
  const form = { ...askedOf(), amount: 'ten', number: '' }
  const { status, page } = await send('record-keeper', `${place()}/ask`, form)
  expect(status).toBe(400)
  expect(page).toMatch(/id="amount-fault">Write a sum above zero/)
  expect(page).toContain('id="number-fault"')
  for (const typed of ['ten', 'to see the aunt']) expect(page).toContain(`value="${typed}"`)
  expect(carriedIn(page)['id']).toBe(form.id)
})

test('a sum that is too large is told at the sum once it was asked for', async () => {
  const read = await send('record-keeper', `${place()}/ask`, { ...askedOf(), amount: '90000000' })
  const refused = await send('record-keeper', `${place()}/ask`, carriedIn(read.page))
  expect(refused.status).toBe(400)
  expect(refused.page).toMatch(/id="amount-fault">That is more than one support of this kind gives/)
  expect(await files()).toEqual([])
})

test('a field that its page does not have makes a form none of ours, and nothing is written', async () => {
  const file = await askedFor()
  const rows = await village.store.read(village.f1.fundId, 0, 5000)
  const form = { id: village.needs.ids(), act: 'checked', sure: 'yes', code: 'S-NNNN3333' }
  expect((await send('chair', file, form)).status).toBe(400)
  expect(await village.store.read(village.f1.fundId, 0, 5000)).toEqual(rows)
})

test('in practice the team is told who the other of the two is', async () => {
  const { a, needs, store } = village
  const users = await store.users(a.networkId)
  const checkerId = users.find(({ login }) => login === `${a.canary} case-supervisor`)!.userId
  const { memberId: _, ...rest } = wanted(village.f1)
  const json = { ...on.envelope(), ...rest, windowId: a.potWindow, amount: 4000, checkerId }
  const way = `/v1/networks/${a.networkId}/funds/${a.networkId}/support`
  await on.send(on.find('migration-worker'), way, { json })
  const { code } = (await store.supportFiles(a.networkId))[0]!
  const answer = await app({ ...needs, isPractice: true }).request(
    `/team/support/${a.networkId}/${code}`,
    {
      method: 'POST',
      headers: {
        host: ourHost,
        'content-type': 'application/x-www-form-urlencoded',
        'accept-language': 'en',
        authorization: `Bearer ${await on.find('migration-worker').token()}`,
      },
      body: new URLSearchParams({ id: needs.ids(), act: 'erase' }).toString(),
    },
  )
  expect([answer.status, await answer.text()]).toEqual([
    200,
    expect.stringContaining('practice case-supervisor'),
  ])
})
