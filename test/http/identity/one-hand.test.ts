import { beforeEach, expect, test } from 'vitest'
import { chooseSecret } from '#src/app/identity/first-secret.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { vouch } from '#src/app/identity/vouching.ts'
import { type Desk, bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { furtherOfficer } from '#test/http/identity/further-officer.ts'
import { halfFor } from '#test/support/halves.ts'
import { networkPath, send } from '#test/http/commands/sending.ts'

const day = 86_400_000
const month = 31 * day
const stolen = 'a secret that the thief has chosen'

let its: Desk
beforeEach(async () => {
  its = await desk()
})

const officer = (login: string): Promise<string> => furtherOfficer(its, login)

const tokenOf = async (login: string, secret: string, deviceToken = its.deviceToken) => {
  const came = await its.ask('/v1/sessions', { json: { deviceToken, login, secret } })
  expect(came.status).toBe(201)
  return (await bodyOf<{ token: string }>(came)).token
}

/** Whether the word of `second` is taken beside whoever has the token: a card is made by two. */
const together = async (token: string, second: { login: string; secret: string }) => {
  const { needs, fundId } = its
  const memberId = (await needs.store.subjects(fundId)).find(({ kind }) => kind === 'member')!.key
  const json = { memberId, approver: second }
  return codeOf(await its.ask(`/v1/funds/${fundId}/cards`, { token, json }))
}

const keeper = { login: loginOf('record-keeper'), secret: secretOf('record-keeper') }
const chair = { login: loginOf('chair'), secret: secretOf('chair') }

/** The record-keeper has borrowed the chair's word once, and holds the link for the counter's new PIN. */
const counterReset = async () => {
  const userId = await officer('counter')
  const token = await its.signedIn('record-keeper')
  const path = `/v1/funds/${its.fundId}/logins/${userId}/reset`
  const reset = await its.ask(path, { token, json: { approver: chair } })
  const { key } = await bodyOf<{ key: string }>(reset)
  // The chair gives the half away that only the chair has seen.
  const half = await halfFor(its, userId)
  expect(await chooseSecret(its.needs, { key, half, secret: stolen })).toMatchObject({ userId })
  its.pass(1000)
  return userId
}

const taken = { login: 'counter', secret: stolen }

/** Says as whoever has the token that the notice was seen. */
const sees = async (token: string) => {
  const path = '/v1/sessions/current/notices'
  const told = await bodyOf<{ items: object[] }>(await its.ask(path, { token }))
  await its.ask(`${path}/seen`, { token, method: 'PUT' })
  its.pass(1000)
  return told.items
}

test('a record-keeper who asked for the counter’s new PIN does not write with the counter’s word', async () => {
  await counterReset()
  const token = await its.signedIn('record-keeper')
  expect(await together(token, taken)).toBe('403 approver-reset-lately')
  expect(await together(token, chair)).toBe('201')
})

test('nor signed in as the counter, with the own word or that of the one who was borrowed', async () => {
  await counterReset()
  const token = await tokenOf('counter', stolen)
  expect(await together(token, keeper)).toBe('403 approver-reset-lately')
  expect(await together(token, chair)).toBe('403 approver-reset-lately')
})

test('nor as one of two whose PINs went through the same hands', async () => {
  await counterReset()
  const userId = await officer('box')
  const token = await its.signedIn('record-keeper')
  const path = `/v1/funds/${its.fundId}/logins/${userId}/reset`
  const reset = await its.ask(path, { token, json: { approver: chair } })
  const { key } = await bodyOf<{ key: string }>(reset)
  await chooseSecret(its.needs, { key, half: await halfFor(its, userId), secret: stolen })
  const asBox = await tokenOf('box', stolen)
  expect(await together(asBox, taken)).toBe('403 approver-reset-lately')
})

test('a second login of the same person frees nobody', async () => {
  const { needs, networkId, fundId } = its
  await counterReset()
  const own = (await needs.store.memberships(networkId, await its.userIdOf('record-keeper')))[0]!
  const again = await addUser(needs, { networkId, login: 'keeper again' })
  if ('code' in again) throw new Error(again.code)
  await setSecret(needs, again, secretOf('keeper again'))
  const { memberId } = own
  await needs.store.keepMembership({ networkId, userId: again.userId, fundId, memberId })
  const token = await tokenOf('counter', stolen)
  const word = { login: 'keeper again', secret: secretOf('keeper again') }
  expect(await together(token, word)).toBe('403 approver-reset-lately')
})

test('an officer whom nobody has touched lends a word to either of them at once', async () => {
  await counterReset()
  await officer('box')
  const box = { login: 'box', secret: secretOf('box') }
  expect(await together(await tokenOf('counter', stolen), box)).toBe('201')
  expect(await together(await its.signedIn('record-keeper'), box)).toBe('201')
})

test('a month alone opens nothing, nor does the notice alone: both do, and then for both', async () => {
  await counterReset()
  its.pass(month)
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe(
    '403 approver-reset-lately',
  )
  expect(await sees(await tokenOf('counter', stolen))).toHaveLength(1)
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe('201')
  expect(await together(await tokenOf('counter', stolen), keeper)).toBe('201')
})

test('who has seen the notice at once still waits for the thirty days', async () => {
  await counterReset()
  const token = await tokenOf('counter', stolen)
  expect(await sees(token)).toMatchObject([{ isReset: true, by: [['record-keeper'], ['chair']] }])
  expect(await sees(token)).toEqual([])
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe(
    '403 approver-reset-lately',
  )
  its.pass(8 * day)
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe(
    '403 approver-reset-lately',
  )
  its.pass(23 * day)
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe('201')
})

test('a word for a line of the book waits a week, one that gives or takes power thirty days', async () => {
  await counterReset()
  await sees(await tokenOf('counter', stolen))
  its.pass(8 * day)
  const { needs, networkId, fundId } = its
  const token = await its.signedIn('record-keeper')
  const caller = (await needs.store.signedIn(networkId, needs.hash(token)))!.session
  const asked = { fundId, caller, approver: taken, day: needs.today() }
  expect(await vouch(needs, asked)).toMatchObject({ userId: expect.any(String) as string })
  expect(await vouch(needs, { ...asked, isPower: true })).toEqual({ code: 'approver-reset-lately' })
})

test('a notice that was seen on a phone of one who had a hand in it is not seen', async () => {
  const { needs, networkId } = its
  await counterReset()
  const by = await its.userIdOf('record-keeper')
  const { token: theirs } = await enrolDevice(needs, { networkId, label: 'a phone', by })
  await sees(await tokenOf('counter', stolen, theirs))
  its.pass(month)
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe(
    '403 approver-reset-lately',
  )
  // Whoever only stood beside has added no phone.
  expect(await together(await its.signedIn('chair'), taken)).toBe('201')
  await sees(await tokenOf('counter', stolen))
  expect(await together(await its.signedIn('record-keeper'), taken)).toBe('201')
})

test('two who share a hand make no third login between them for a week either', async () => {
  const userId = await counterReset()
  const token = await its.signedIn('record-keeper')
  const path = `/v1/funds/${its.fundId}/logins/${userId}/reset`
  expect(await codeOf(await its.ask(path, { token, json: { approver: taken } }))).toBe(
    '403 approver-reset-lately',
  )
})

const until = '2026-06-30'

/** The administrator has reset the supervisor and holds the key. */
const supervisorReset = async () => {
  const { needs, networkId } = its
  const supervisor = (await needs.store.userByLogin(networkId, 'practicecase-supervisor'))!
  const token = await its.signedIn('administrator')
  const path = `/v1/networks/${networkId}/users/${supervisor.userId}/reset`
  const { key } = await bodyOf<{ key: string }>(await its.ask(path, { token, method: 'POST' }))
  await chooseSecret(needs, { key, secret: stolen })
  its.pass(1000)
  return supervisor.userId
}

const inNetwork = async (token: string, item: object) => {
  const envelope = { id: its.needs.ids(), v: 1, effectiveOn: its.needs.today() }
  const commands = [{ ...envelope, ...item }]
  return (await send(its, networkPath(its), { token, commands }))[0]!
}

test('an administrator who is signed in as the other one does not second himself', async () => {
  const supervisor = await supervisorReset()
  const own = await its.userIdOf('administrator')
  const { login } = (await its.needs.store.user(its.networkId, own))!
  const asSupervisor = await tokenOf(loginOf('case-supervisor'), stolen)
  const decide = {
    type: 'DecideFromPot',
    code: 'S-AAAA2222',
    isApproved: true,
    deciders: [supervisor, own],
    approvals: [{ login, secret: secretOf('administrator') }],
  }
  expect(await inNetwork(asSupervisor, decide)).toMatchObject({ code: 'approver-reset-lately' })
  const asAdministrator = await its.signedIn('administrator')
  const appoint = {
    type: 'AppointStaff',
    userId: its.needs.ids(),
    role: 'auditor',
    until,
    approvedBy: supervisor,
    approvals: [{ login: loginOf('case-supervisor'), secret: stolen }],
  }
  expect(await inNetwork(asAdministrator, appoint)).toMatchObject({
    code: 'approver-reset-lately',
  })
  await sees(asSupervisor)
  its.pass(month)
  const later = await its.signedIn('administrator')
  expect(await inNetwork(later, appoint)).toMatchObject({ outcome: 'recorded' })
})
