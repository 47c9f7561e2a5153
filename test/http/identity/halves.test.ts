import { beforeEach, expect, test } from 'vitest'
import { halfFor } from '#test/support/halves.ts'
import { goodSecret } from '#test/support/entrance.ts'
import { type Desk, bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

const chair = { login: loginOf('chair'), secret: secretOf('chair') }
const halves = '/v1/sessions/current/halves'
type Halves = { items: { id: string; drawn: string }[] }

let its: Desk
beforeEach(async () => {
  its = await desk()
})

const plainMember = async (): Promise<string> => {
  const { needs, networkId, fundId } = its
  const taken = (await needs.store.membershipsOfFund(networkId, fundId)).map((one) => one.memberId)
  const members = (await needs.store.subjects(fundId)).filter(({ kind }) => kind === 'member')
  return members.find(({ key }) => !taken.includes(key))!.key
}

/** The record-keeper gives a member a login, with the chair's word. */
const given = async () => {
  const token = await its.signedIn('record-keeper')
  const json = { memberId: await plainMember(), login: 'Mony', approver: chair }
  const answer = await its.ask(`/v1/funds/${its.fundId}/logins`, { token, json })
  return { token, ...(await bodyOf<{ userId: string; key: string }>(answer)) }
}

const choose = (key: string, half?: string) =>
  its.ask('/v1/secrets', { json: { key, secret: goodSecret, ...(half ? { half } : {}) } })

test('whoever asked for a login holds a link that opens nothing without the second one’s number', async () => {
  const { token, userId, key } = await given()
  for (const half of [undefined, '1111222233334444', key.slice(0, 16)])
    expect((await choose(key, half)).status).toBe(400)
  expect((await bodyOf<Halves>(await its.ask(halves, { token }))).items).toEqual([])
  expect(await codeOf(await its.ask(halves, { token, json: { id: userId } }))).toBe('404 not-found')
  const second = await its.signedIn('chair')
  const { items } = await bodyOf<Halves>(await its.ask(halves, { token: second }))
  expect(items).toMatchObject([{ id: userId, drawn: 'number' }])
  const drawn = await its.ask(halves, { token: second, json: { id: userId } })
  const { digits } = await bodyOf<{ digits: string }>(drawn)
  expect(digits).toMatch(/^\d{16}$/)
  expect((await choose(key, digits)).status).toBe(204)
  expect((await its.come('Mony', goodSecret)).status).toBe(201)
  expect((await bodyOf<Halves>(await its.ask(halves, { token: second }))).items).toEqual([])
})

test('a number that is typed in Khmer digits and groups is the same number, and opens one thing once', async () => {
  const { userId, key } = await given()
  const half = await halfFor(its, userId)
  const khmer = [...half].map((digit) => String.fromCharCode(0x17e0 + Number(digit))).join('')
  expect((await choose(key, khmer.replaceAll(/.{4}/g, '$& '))).status).toBe(204)
})

test('five wrong numbers shut the link even for the right one, until the second one draws another', async () => {
  const { userId, key } = await given()
  const half = await halfFor(its, userId)
  for (let i = 0; i < 5; i += 1) expect((await choose(key, `${i}`)).status).toBe(400)
  expect((await choose(key, half)).status).toBe(400)
  expect((await choose(key, await halfFor(its, userId))).status).toBe(204)
})

test('the digits of a card stand on no answer to whoever asked for it, and its owner is told who made it', async () => {
  const token = await its.signedIn('record-keeper')
  const json = { memberId: await plainMember(), approver: chair }
  const answer = await its.ask(`/v1/funds/${its.fundId}/cards`, { token, json })
  const { card, cardId, pin } = await bodyOf<{ card: string; cardId: string; pin: null }>(answer)
  expect(pin).toBeNull()
  expect((await its.ask(`/card/first?c=${encodeURIComponent(card)}`)).status).toBe(404)
  expect(await codeOf(await its.ask(halves, { token, json: { id: cardId } }))).toBe('404 not-found')
  const drawn = await halfFor(its, cardId)
  expect(drawn).toMatch(/^\d{6}$/)
  await expect(halfFor(its, cardId)).rejects.toThrow('drawn already')
  const came = await its.ask('/v1/sessions', { json: { card, pin: drawn } })
  const own = (await bodyOf<{ token: string }>(came)).token
  const notices = '/v1/sessions/current/notices'
  const told = async () =>
    (await bodyOf<{ items: { by: string[][] }[] }>(await its.ask(notices, { token: own }))).items
  expect((await told()).map(({ by }) => by.flat())).toEqual([['record-keeper', 'chair']])
  its.pass(1000)
  await its.ask(`${notices}/seen`, { token: own, method: 'PUT' })
  expect(await told()).toEqual([])
})

test('nobody stands behind the taking away of the own PIN, or the new one could not be drawn', async () => {
  const token = await its.signedIn('record-keeper')
  const path = `/v1/funds/${its.fundId}/logins/${await its.userIdOf('chair')}/reset`
  const answer = await its.ask(path, { token, json: { approver: chair } })
  expect(await codeOf(answer)).toBe('403 approver-not-another')
})

test('a link that nobody used in its day waits for no half any more, nor does one that was used up', async () => {
  const { userId } = await given()
  const second = await its.signedIn('chair')
  const waiting = async () =>
    (await bodyOf<Halves>(await its.ask(halves, { token: second }))).items.map(({ id }) => id)
  expect(await waiting()).toEqual([userId])
  await its.needs.store.voidKeys(its.networkId, userId, its.needs.clock())
  expect(await waiting()).toEqual([])
  const drawn = await its.ask(halves, { token: second, json: { id: userId } })
  expect(await codeOf(drawn)).toBe('404 not-found')
})
