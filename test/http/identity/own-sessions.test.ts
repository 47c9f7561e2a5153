import { expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { bodyOf, codeOf, desk, loginOf, secretOf, answerSeen } from '#test/http/identity/desk.ts'

const minute = 60_000

type Row = { sessionId: string; deviceLabel: string | null; isThisOne: boolean }
type List = { items: Row[]; nextCursor: string | null }

test('somebody sees own open sessions alone, the newest first, page by page', async () => {
  const its = await desk()
  await its.signedIn('record-keeper')
  await its.signedIn('chair')
  its.pass(31 * minute)
  const tokens = []
  for (let i = 0; i < 3; i += 1) {
    its.pass(minute)
    tokens.push(await its.signedIn('chair'))
  }
  const token = tokens[1]!
  const all = await bodyOf<List>(await its.ask('/v1/sessions', { token }))
  expect(all.items.map(({ isThisOne }) => isThisOne)).toEqual([false, true, false])
  expect(all.items.map(({ deviceLabel }) => deviceLabel)).toEqual(
    Array.from({ length: 3 }, () => 'the phone of the committee'),
  )
  expect(all.nextCursor).toBeNull()
  const first = await bodyOf<List>(await its.ask('/v1/sessions?limit=2', { token }))
  expect(first.items).toHaveLength(2)
  const rest = await its.ask(`/v1/sessions?limit=2&cursor=${first.nextCursor}`, { token })
  const second = await bodyOf<List>(rest)
  expect([...first.items, ...second.items]).toEqual(all.items)
  expect(second.nextCursor).toBeNull()
})

test.each(['limit=0', 'limit=201', 'limit=1e1', 'limit=1&limit=2', 'cursor=9', 'who=chair'])(
  'a page asked with %s cannot be read',
  async (query) => {
    const its = await desk()
    const token = await its.signedIn('chair')
    expect(await codeOf(await its.ask(`/v1/sessions?${query}`, { token }))).toBe(
      '400 invalid-request',
    )
  },
)

test('another’s session, one that has ended and none look alike, and nothing happens', async () => {
  const its = await desk()
  const token = await its.signedIn('chair')
  const others = await its.signedIn('record-keeper')
  const ended = await its.signedIn('chair')
  const idOf = async (own: string) =>
    (await bodyOf<List>(await its.ask('/v1/sessions', { token: own }))).items.find(
      ({ isThisOne }) => isThisOne,
    )!.sessionId
  const endedId = await idOf(ended)
  const remove = (id: string, by = token) =>
    its.ask(`/v1/sessions/${id}`, { token: by, method: 'DELETE' })
  expect((await remove(endedId)).status).toBe(204)
  expect((await its.ask('/v1/sessions', { token: ended })).status).toBe(401)
  const answers = []
  for (const id of [await idOf(others), endedId, its.needs.ids(), 'none'])
    answers.push(await answerSeen(await remove(id)))
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } })
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect((await its.ask('/v1/sessions', { token: others })).status).toBe(200)
})

test('whoever signs out is out, and nobody else is', async () => {
  const its = await desk()
  const [token, other] = [await its.signedIn('chair'), await its.signedIn('chair')]
  const out = await its.ask('/v1/sessions/current', { token, method: 'DELETE' })
  expect(out.status).toBe(204)
  expect(await codeOf(await its.ask('/v1/sessions', { token }))).toBe('401 not-signed-in')
  expect((await its.ask('/v1/sessions', { token: other })).status).toBe(200)
  const again = await its.ask('/v1/sessions/current', { token, method: 'DELETE' })
  expect(again.status).toBe(401)
})

test('a household sees and ends sessions of its own card, and none of the same member’s login', async () => {
  const its = await desk()
  const { needs, fundId, networkId } = its
  const userId = await its.userIdOf('chair')
  const { memberId } = (await needs.store.memberships(networkId, userId))[0]!
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  await its.signedIn('chair')
  const come = () => its.ask('/v1/sessions', { json: { card, pin } })
  await come()
  // Nor of a neighbour, who came by a card of the same fund.
  const neighbour = await its.userIdOf('record-keeper')
  const [theirs] = await needs.store.memberships(networkId, neighbour)
  const other = await issueCard(needs, { fundId, memberId: theirs!.memberId })
  const came = await its.ask('/v1/sessions', { json: { card: other.token, pin: other.pin } })
  expect(came.ok).toBe(true)
  const { token } = await bodyOf<{ token: string }>(await come())
  const { items } = await bodyOf<List>(await its.ask('/v1/sessions', { token }))
  expect(items).toHaveLength(2)
  expect(items.every(({ deviceLabel }) => deviceLabel === null)).toBe(true)
})

test('a dangerous act asks for the secret again after five minutes, and reading does not', async () => {
  const its = await desk()
  const token = await its.signedIn('administrator')
  const approver = { login: practiceStaff.login, secret: practiceStaff.pin }
  const users = `/v1/networks/${its.networkId}/users`
  const add = (login: string) => its.ask(users, { token, json: { login, approver } })
  expect((await add('Chan Bopha')).status).toBe(201)
  its.pass(5 * minute)
  expect(await codeOf(await add('Keo Pisey'))).toBe('403 step-up-needed')
  expect((await its.ask(users, { token })).status).toBe(200)
  expect((await its.needs.store.users(its.networkId)).map(({ login }) => login)).not.toContain(
    'Keo Pisey',
  )
  const stepUp = (secret: string) =>
    its.ask('/v1/sessions/current/step-up', { token, json: { secret } })
  expect(await codeOf(await stepUp('not the secret'))).toBe('401 sign-in-failed')
  expect(await codeOf(await add('Keo Pisey'))).toBe('403 step-up-needed')
  const stepped = await stepUp(secretOf('administrator'))
  expect(await answerSeen(stepped)).toMatchObject({
    status: 200,
    body: { until: '2025-12-31T02:10:00.000Z' },
  })
  expect((await add('Keo Pisey')).status).toBe(201)
  for (let i = 0; i < 5; i += 1) await stepUp('not the secret')
  expect((await stepUp(secretOf('administrator'))).status).toBe(429)
  expect((await its.come(loginOf('administrator'), secretOf('administrator'))).status).toBe(429)
})

test('on the page, too, nobody sees or ends where a neighbour reads by a card of the same fund', async () => {
  const its = await desk()
  const { needs, fundId, networkId } = its
  const readerOf = async (door: string) => {
    const [own] = await needs.store.memberships(networkId, await its.userIdOf(door))
    const { token: card, pin } = await issueCard(needs, { fundId, memberId: own!.memberId })
    const came = await its.ask('/v1/sessions', { json: { card, pin } })
    return (await bodyOf<{ token: string }>(came)).token
  }
  const [hers, theirs] = [await readerOf('chair'), await readerOf('record-keeper')]
  const waysOut = async (token: string) => {
    const page = await (await its.ask('/me', { token })).text()
    return [...page.matchAll(/\/me\/sessions\/([^/"]+)\/end/g)].map(([, id]) => id!)
  }
  const [own, others] = [await waysOut(hers), await waysOut(theirs)]
  expect([own.length, others.length]).toEqual([1, 1])
  expect(own).not.toEqual(others)
  const ended = await its.ask(`/me/sessions/${others[0]}/end`, {
    token: hers,
    body: new URLSearchParams(),
  })
  expect(ended.status).toBe(404)
  expect((await its.ask('/v1/sessions', { token: theirs })).status).toBe(200)
})
