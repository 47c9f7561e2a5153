import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { signedBy } from '#infra/system/signed-text.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { sendAllMessages } from '#src/app/messages/carrying.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { app } from '#src/http/app.ts'
import { type Texting, deposit, hour, other, phone, texting } from '#test/http/messages/village.ts'
import { ourHost, requestOf } from '#test/support/service.ts'

const secret = 'what a gateway signs with, in tests'
let its: Texting

beforeEach(async () => {
  its = await texting()
})

/** What a gateway hands over, signed as Standard Webhooks has it, with whatever is wrong about it. */
const handed = async (
  text: object,
  {
    id = 'msg-1',
    at = its.needs.clock(),
    by = secret,
    altered = '',
    length = 0,
    beside = `v1,${'A'.repeat(43)}=`,
  }: {
    id?: string
    at?: string
    by?: string
    altered?: string
    length?: number
    beside?: string
  } = {},
) => {
  const { messages, ...rest } = its.needs
  const service = app({ ...rest, messages: { ...messages!, isSigned: signedBy(secret) } })
  const body = JSON.stringify(text).padEnd(length)
  const timestamp = String(Math.floor(Date.parse(at) / 1000))
  const signature = createHmac('sha256', by).update(`${id}.${timestamp}.${body}`).digest('base64')
  return service.request(`/v1/networks/${its.networkId}/messages`, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `${beside} v1,${signature}`,
    },
    body: `${body}${altered}`,
  })
}

const answerOf = async (response: Response) =>
  ((await response.json()) as { readonly answer: string | null }).answer

test('a member is handed a code at a meeting, links the phone, chooses on the own page and stops', async () => {
  const { fundId } = its
  const path = `/v1/funds/${fundId}/messages`
  const [officer, household] = [await its.as('record-keeper'), await its.as('household')]
  const memberId = await its.memberIdOf('M07')
  const made = await its.ask(`${path}/codes`, { token: officer, json: { memberId } })
  const { code } = (await made.json()) as { readonly code: string }
  expect([made.status, code]).toEqual([201, expect.stringMatching(/^\d{8}$/)])
  expect(await answerOf(await handed({ from: phone, text: code }))).toContain('បានភ្ជាប់')
  const own = await its.ask(`${path}/own`, { token: household })
  expect(await own.json()).toEqual({
    isLinked: true,
    ending: '78',
    kinds: ['receipt', 'security'],
    withAmounts: false,
    language: 'km',
  })
  const chosen = { kinds: ['receipt'], withAmounts: true, language: 'en' }
  const put = await its.ask(`${path}/own`, {
    token: household,
    method: 'PUT',
    json: { ...chosen, secret: '' },
  })
  expect(await put.json()).toMatchObject(chosen)
  await deposit(its, 'M07')
  await its.send()
  expect(its.texts[0]!.text).toContain('Saved 12,000 riel')
  expect(await (await its.ask(path, { token: officer })).json()).toEqual({
    phones: 1,
    sent: 1,
    waiting: 0,
    givenUp: 0,
    notReached: [],
  })
  const stopped = await its.ask(`${path}/own`, { token: household, method: 'DELETE' })
  expect(await stopped.json()).toEqual({ wasLinked: true })
  await deposit(its, 'M07')
  expect(await its.send()).toMatchObject({ sent: 0, waiting: 0 })
})

test('a second officer stands behind a code, on the page and by machine, and a wrong word makes none', async () => {
  const { fundId } = its
  const memberId = await its.memberIdOf('M07')
  const token = await its.as('record-keeper')
  const path = `/v1/funds/${fundId}/messages/codes`
  const word = { login: practiceSecond.login, secret: practiceSecond.pin }
  const wrong = { ...word, secret: '000000' }
  const refused = await its.ask(path, { token, json: { memberId, approver: wrong } })
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'approver-failed' }])
  expect((await its.ask(path, { token, json: { memberId, approver: word } })).status).toBe(201)
  const sent = (given: object) =>
    its.ask(`/funds/${fundId}/messages`, {
      token,
      body: new URLSearchParams({ memberId, step: 'code', ...given }),
    })
  expect([(await sent(wrong)).status, (await sent(word)).status]).toEqual([403, 200])
  const lines = await its.needs.store.activities(fundId, {
    subject: `member:${memberId}`,
    limit: 20,
  })
  const actors = lines.flatMap(({ action, actor, outcome }) =>
    action === 'link-phones' && outcome === 'done' ? [actor] : [],
  )
  expect(new Set(actors).size).toBe(2)
})

test('who handed out a code stands in the log about that member', async () => {
  const { fundId } = its
  const memberId = await its.memberIdOf('M07')
  const token = await its.as('chair')
  const linesOf = async () =>
    (await its.needs.store.activities(fundId, { subject: `member:${memberId}`, limit: 20 })).filter(
      ({ action, actor }) => action === 'link-phones' && actor !== 'card' && actor !== 'nobody',
    ).length
  const path = `/v1/funds/${fundId}/messages/codes`
  expect((await its.ask(path, { token, json: { memberId } })).status).toBe(201)
  expect(await linesOf()).toBe(1)
  const body = new URLSearchParams({ memberId, step: 'code' })
  expect((await its.ask(`/funds/${fundId}/messages`, { token, body })).status).toBe(200)
  expect(await linesOf()).toBe(2)
})

test('a round reads no book of a fund in which nobody has a phone', async () => {
  const { store } = its.needs
  const read = store.viewsHead.bind(store)
  let reads = 0
  Object.assign(store, {
    viewsHead: (...asked: Parameters<typeof read>) => {
      reads += 1
      return read(...asked)
    },
  })
  await its.send()
  expect(reads).toBe(0)
  await its.link('M07', phone)
  await its.send()
  expect(reads).toBeGreaterThan(0)
})

test('an incoming text counts once, however often its gateway hands it over', async () => {
  const first = await handed({ from: other, text: 'hello' })
  expect(await answerOf(first)).toContain('ask for a code')
  expect(await answerOf(await handed({ from: other, text: 'hello' }))).toBeNull()
  expect(await answerOf(await handed({ from: other, text: 'hello' }, { id: 'msg-2' }))).toContain(
    'ask for a code',
  )
})

test('a text of a gateway whose clock is ahead is known again for as long as its signature holds', async () => {
  const minute = hour / 60
  const at = new Date(Date.parse(its.needs.clock()) + 4 * minute).toISOString()
  const text = { from: other, text: 'hello' }
  expect(await answerOf(await handed(text, { at }))).toContain('ask for a code')
  its.pass(8 * minute)
  await sendAllMessages(its.with)
  expect(await answerOf(await handed(text, { at }))).toBeNull()
})

test('a text that is not signed, by another, altered, or older than five minutes is a stranger’s', async () => {
  const text = { from: other, text: 'hello' }
  const early = new Date(Date.parse(its.needs.clock()) - hour / 10).toISOString()
  const wrong = [
    await handed(text, { by: 'another secret' }),
    await handed(text, { altered: ' ' }),
    await handed(text, { altered: ' ', beside: 'v1,no-base64' }),
    await handed(text, { at: early }),
    await handed(text, { id: 'not an id' }),
    await its.ask(`/v1/networks/${its.networkId}/messages`, { json: text }),
    await its.ask(`/v1/networks/${its.needs.ids()}/messages`, { json: text }),
  ]
  expect(wrong.map(({ status }) => status)).toEqual(wrong.map(() => 401))
  expect((await handed({ from: other })).status).toBe(400)
})

test('a gateway may use 8,192 signs for a text and what stands around it, and no more', async () => {
  const text = { from: other, text: 'hello' }
  expect((await handed(text, { length: 8192 })).status).toBe(200)
  expect((await handed(text, { id: 'msg-2', length: 8193 })).status).toBe(401)
})

test('a service that sends nothing says so, and its pages too', async () => {
  const { messages: _, ...bare } = its.needs
  const service = app(bare)
  const token = await its.as('record-keeper')
  const ask = (path: string, body?: BodyInit) =>
    service.request(path, requestOf({ token, ...(body && { body }) }))
  expect((await ask(`/v1/funds/${its.fundId}/messages`)).status).toBe(409)
  const sent = new URLSearchParams({ memberId: await its.memberIdOf('M07'), step: 'code' })
  expect((await ask(`/funds/${its.fundId}/messages`, sent)).status).toBe(400)
  expect(await (await ask(`/funds/${its.fundId}/messages?lang=en`)).text()).toContain(
    'This service sends no texts',
  )
})

test('whoever erases a member erases the number and what was on its way', async () => {
  await its.link('M07', phone)
  await deposit(its, 'M07')
  its.gateway.isUp = false
  await its.send()
  const page = `/funds/${its.fundId}/people/${await its.memberIdOf('M07')}/erase`
  const { login, pin } = practiceSecond
  const body = new URLSearchParams({ what: 'everything', login, secret: pin })
  const erased = await its.ask(page, { token: await its.as('record-keeper'), body })
  expect(erased.status).toBe(303)
  const left = (JSON.parse(await its.rows()) as { kind: string }[]).map(({ kind }) => kind)
  expect(left).toEqual(['state'])
})

test('a page that was left open links no phone and lets no sums in: both want the PIN again', async () => {
  its = await texting(undefined, { isPractice: false })
  const { fundId, needs } = its
  const memberId = await its.memberIdOf('M07')
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  const come = await its.ask('/v1/sessions', { json: { card, pin } })
  const { token } = (await come.json()) as { readonly token: string }
  const page = `/funds/${fundId}/me/messages`
  const send = (fields: Readonly<Record<string, string>>) =>
    its.ask(`${page}?lang=en`, { token, body: new URLSearchParams(fields) })
  const wrong = pin === '000000' ? '000001' : '000000'
  expect((await send({ step: 'code', secret: '' })).status).toBe(403)
  expect((await send({ step: 'code', secret: wrong })).status).toBe(403)
  const shown = await (await send({ step: 'code', secret: pin })).text()
  await its.write(phone, /(\d{4}) (\d{4})/.exec(shown)!.slice(1).join(''))
  expect((await send({ step: 'sums-in', secret: wrong })).status).toBe(403)
  const path = `/v1/funds/${fundId}/messages/own`
  const chosen = { kinds: ['receipt'], withAmounts: true, language: 'en' }
  const put = (json: object) => its.ask(path, { token, method: 'PUT', json })
  expect((await put(chosen)).status).toBe(403)
  expect((await put({ ...chosen, withAmounts: false })).status).toBe(200)
  expect((await put({ ...chosen, secret: wrong })).status).toBe(403)
  expect((await put({ ...chosen, secret: pin })).status).toBe(200)
  expect((await put({ ...chosen, withAmounts: false })).status).toBe(200)
  expect((await its.ask(`${path}/code`, { token, json: { secret: wrong } })).status).toBe(403)
  const withSums = await send({ step: 'sums-in', secret: pin })
  expect([withSums.status, await withSums.text()]).toEqual([
    200,
    expect.stringContaining('Leave sums out again'),
  ])
  await deposit(its, 'M07')
  await its.send()
  expect(its.texts.at(-1)!.text).toContain('Saved 12,000 riel')
  const kept = `/funds/${fundId}/me/kept`
  const opened = await its.ask(kept, { token, body: new URLSearchParams({ secret: pin }) })
  expect(opened.status).toBe(303)
  expect(await (await its.ask(kept, { token })).text()).toContain('+85512345678')
  expect((await send({ step: 'sums-out' })).status).toBe(200)
  await deposit(its, 'M07')
  await its.send()
  expect(its.texts.at(-1)!.text).not.toContain('12,000')
  expect(await (await send({ step: 'stop' })).text()).toContain('Your number is erased')
})
