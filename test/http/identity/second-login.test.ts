import { beforeEach, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { couldBeOne, noteHands, noteSeen, noticesFor } from '#src/app/identity/hands.ts'
import { furtherLogins } from '#src/app/proof/further-logins.ts'
import { addUser, setDisabled, setSecret } from '#src/app/identity/users.ts'
import { type Desk, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

/*
 * A login beside the owner's own: nobody gets one behind her back, she hears of it where she came in before, and it is no
 * other person's word.
 */

let its: Desk
beforeEach(async () => {
  its = await desk()
  ;(its.needs as { isPractice: boolean }).isPractice = false
  its.pass(1000)
})

const chairsWord = { login: loginOf('chair'), secret: secretOf('chair') }

const logins = () => its.needs.store.membershipsOfFund(its.networkId, its.fundId)

const memberOfDoor = async (door: string): Promise<string> => {
  const userId = await its.userIdOf(door)
  return (await logins()).find((one) => one.userId === userId)!.memberId
}

/** A member whom nobody has given anything to sign in with. */
const neighbour = async (): Promise<string> => {
  const taken = new Set((await logins()).map(({ memberId }) => memberId))
  const rows = await its.needs.store.subjects(its.fundId)
  return rows.find(({ kind, key }) => kind === 'member' && !taken.has(key))!.key
}

const give = async (json: object, path = `/v1/funds/${its.fundId}/logins`) => {
  const token = await its.signedIn('record-keeper')
  return its.ask(path, { token, json: { login: 'anew', approver: chairsWord, ...json } })
}

/** A login that stood beside the own one before this house refused it. */
const secondLogin = async (memberId: string) => {
  const { needs, networkId, fundId } = its
  const user = await addUser(needs, { networkId, login: 'anew' })
  if ('code' in user) throw new Error(user.code)
  await setSecret(needs, user, secretOf('anew'))
  await needs.store.keepMembership({ networkId, userId: user.userId, fundId, memberId })
  const by = await its.userIdOf('record-keeper')
  const what = { action: 'give-secret', by, device: its.deviceId } as const
  await noteHands(needs, { networkId, userId: user.userId }, what)
  its.pass(1000)
  return user.userId
}

test('a member who signs in already gets no second login, by officers or by the network', async () => {
  const memberId = await memberOfDoor('chair')
  const before = (await logins()).length
  expect(await codeOf(await give({ memberId }))).toBe('409 has-a-login')
  expect((await logins()).length).toBe(before)
  for (const door of ['chair', 'record-keeper']) {
    const user = (await its.needs.store.user(its.networkId, await its.userIdOf(door)))!
    await its.needs.store.keepUser({ ...user, secret: undefined })
  }
  const token = await its.signedIn('administrator')
  const json = { login: 'anew', memberOf: { fundId: its.fundId, card: 'M33' } }
  const beside = await its.besideOfStaff()
  const { approvals } = beside as { approvals: object[] }
  const path = `/v1/networks/${its.networkId}/users`
  const added = await its.ask(path, { token, json: { ...json, approver: approvals[0] } })
  expect(await codeOf(added)).toBe('409 has-a-login')
})

test('a member who has a card gets a login with her own PIN alone', async () => {
  const memberId = await neighbour()
  const { pin } = await issueCard(its.needs, { fundId: its.fundId, memberId })
  expect(await codeOf(await give({ memberId }))).toBe('409 card-pin-needed')
  const wrong = pin === '111111' ? '222222' : '111111'
  expect(await codeOf(await give({ memberId, pin: wrong }))).toBe('403 card-pin-wrong')
  expect((await give({ memberId, pin })).status).toBe(201)
})

test('a new login is told at the card that she had before, and is seen there alone', async () => {
  const { needs, networkId, fundId } = its
  const memberId = await neighbour()
  const { pin, card } = await issueCard(needs, { fundId, memberId })
  its.pass(1000)
  const { userId } = (await (await give({ memberId, pin })).json()) as { userId: string }
  its.pass(1000)
  const byCard = { networkId, userId: undefined, card: { fundId, memberId }, deviceId: card.cardId }
  const byLogin = { networkId, userId, card: undefined, deviceId: its.deviceId }
  const told = async (who: typeof byCard | typeof byLogin) =>
    (await noticesFor(needs.store, who)).map(({ of, isHere }) => `${of} ${isHere}`)
  expect(await told(byCard)).toEqual(['login false'])
  expect(await told(byLogin)).toEqual(['login true'])
  await noteSeen(needs, byLogin as never)
  its.pass(1000)
  expect(await told(byCard)).toEqual(['login false'])
  await noteSeen(needs, byCard as never)
  expect([await told(byCard), await told(byLogin)]).toEqual([[], []])
})

test('a second login of before is no other person’s word, until its owner has seen it at the own one', async () => {
  const { needs, networkId } = its
  const chair = await its.userIdOf('chair')
  const anew = await secondLogin(await memberOfDoor('chair'))
  const whose = (userId: string) => ({ networkId, userId, card: undefined, deviceId: its.deviceId })
  await noteSeen(needs, whose(anew) as never)
  its.pass(40 * 86_400_000)
  const keeper = await its.userIdOf('record-keeper')
  const areOne = async (userId: string) =>
    couldBeOne(needs.store, { networkId, userIds: [keeper, userId], day: needs.today() })
  expect(await noticesFor(needs.store, whose(chair))).toMatchObject([{ of: 'login', by: [keeper] }])
  expect([await areOne(anew), await areOne(chair)]).toEqual([true, true])
  await noteSeen(needs, whose(chair) as never)
  its.pass(8 * 86_400_000)
  expect([await areOne(anew), await areOne(chair)]).toEqual([false, false])
})

test('the audit names whoever signs in by two logins, until one of them is shut out', async () => {
  const { needs, networkId, fundId } = its
  const memberId = await memberOfDoor('chair')
  expect(await furtherLogins(needs.store)).toEqual([])
  const anew = (await needs.store.user(networkId, await secondLogin(memberId)))!
  expect(await furtherLogins(needs.store)).toEqual([{ fundId, memberId }])
  await setDisabled(needs, anew, true)
  expect(await furtherLogins(needs.store)).toEqual([])
})

test('a login made beside her card does not open her private savings; the PIN of the card does', async () => {
  const { needs, fundId } = its
  const memberId = await neighbour()
  const { pin } = await issueCard(needs, { fundId, memberId })
  await secondLogin(memberId)
  const json = { deviceToken: its.deviceToken, login: 'anew', secret: secretOf('anew') }
  const { token } = (await (await its.ask('/v1/sessions', { json })).json()) as { token: string }
  const path = `/v1/funds/${fundId}/private-savings/own`
  const opens = async (secret: string) => (await its.ask(path, { token, json: { secret } })).status
  expect([await opens(secretOf('anew')), await opens(pin)]).toEqual([403, 200])
})

test('a second login of before opens no private savings beside the one that she had first', async () => {
  const { needs, networkId, fundId } = its
  const memberId = await neighbour()
  const first = await addUser(needs, { networkId, login: 'hers' })
  if ('code' in first) throw new Error(first.code)
  await setSecret(needs, first, secretOf('hers'))
  await needs.store.keepMembership({ networkId, userId: first.userId, fundId, memberId })
  its.pass(1000)
  await secondLogin(memberId)
  const json = { deviceToken: its.deviceToken, login: 'anew', secret: secretOf('anew') }
  const { token } = (await (await its.ask('/v1/sessions', { json })).json()) as { token: string }
  const path = `/v1/funds/${fundId}/private-savings/own`
  const answer = await its.ask(path, { token, json: { secret: secretOf('anew') } })
  expect(answer.status).toBe(403)
})
