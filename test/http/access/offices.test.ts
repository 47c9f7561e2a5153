import { beforeAll, expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { addUser } from '#src/app/identity/users.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'

let village: TwoNetworks
beforeAll(async () => {
  village = await twoNetworks()
})

const statusOf = async (token: string, path: string, json?: unknown): Promise<number> => {
  const response = await village.service.request(path, {
    method: json === undefined ? 'GET' : 'POST',
    headers: {
      host: ourHost,
      authorization: `Bearer ${token}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return response.status
}

const fine = ({ memberIds }: SmallFund) => ({
  commands: [
    {
      id: village.needs.ids(),
      v: 1,
      effectiveOn: '2025-12-30',
      type: 'RecordFine',
      memberId: memberIds.neighbour,
      amount: 500,
    },
  ],
})

/** One who keeps the book of F1, is a plain member of F2, and audits for the network as well. */
const manyThings = async (): Promise<string> => {
  const { needs, a, f1, f2 } = village
  const { networkId, deviceId } = a
  const user = await addUser(needs, { networkId, login: 'many things' })
  if ('code' in user) throw new Error(user.code)
  const { userId } = user
  const memberOf = [
    { fundId: f1.fundId, memberId: f1.memberIds['record-keeper'] },
    { fundId: f2.fundId, memberId: f2.memberIds['household-login'] },
  ]
  for (const own of memberOf) await needs.store.keepMembership({ networkId, userId, ...own })
  const appoint = {
    id: needs.ids(),
    v: 1 as const,
    effectiveOn: '2025-12-01',
    type: 'AppointStaff' as const,
    userId,
    role: 'auditor' as const,
    until: '2026-06-30',
  }
  await needs.recordNetwork(networkId, [appoint], { actor: 'test', device: 'test' })
  return (await openSession(needs, { networkId, deviceId, whose: { userId } })).token
}

test('an office counts in the fund that gave it, and a membership elsewhere brings none of it along', async () => {
  const token = await manyThings()
  const { f1, f2, f3, a } = village
  const at = (fund: SmallFund) => `/v1/funds/${fund.fundId}`
  expect(await statusOf(token, `${at(f1)}/members`)).toBe(200)
  expect(await statusOf(token, `${at(f1)}/commands?dryRun=true`, fine(f1))).toBe(200)
  expect(await statusOf(token, `${at(f2)}/members`)).toBe(403)
  expect(await statusOf(token, `${at(f2)}/commands?dryRun=true`, fine(f2))).toBe(403)
  const own = f2.memberIds['household-login']
  expect(await statusOf(token, `${at(f2)}/members/${own}`)).toBe(200)
  expect(await statusOf(token, `${at(f2)}/members/${f2.memberIds.neighbour}`)).toBe(404)
  expect(await statusOf(token, `${at(f2)}/members/${f1.memberIds['record-keeper']}`)).toBe(404)
  expect(await statusOf(token, `${at(f3)}/members`)).toBe(404)
  expect(await statusOf(token, `/v1/networks/${a.networkId}/users`)).toBe(403)
})

test('whoever holds a key reads the book by its cards, asks whether it is right, and does nothing else of an officer', async () => {
  const { needs, f1 } = village
  const { fundId, memberIds } = f1
  const holder = village.people.find(({ way, home }) => way === 'key-holder' && home === f1)!
  const token = await holder.token()
  const at = `/v1/funds/${fundId}`
  for (const path of ['members', 'loans', 'accounts', 'journal', 'log', 'reports/health'])
    expect(await statusOf(token, `${at}/${path}`), path).toBe(200)
  for (const path of ['cards', 'messages']) expect(await statusOf(token, `${at}/${path}`)).toBe(403)
  for (const page of ['people', 'letters', 'record/dispute', 'record/repayment'])
    expect(await statusOf(token, `/funds/${fundId}/${page}`), page).toBe(403)
  const told = async (command: object): Promise<unknown> => {
    const envelope = { id: needs.ids(), v: 1, effectiveOn: '2025-12-30' }
    const answer = await village.service.request(`${at}/commands?dryRun=true`, {
      method: 'POST',
      headers: {
        host: ourHost,
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ commands: [{ ...envelope, ...command }] }),
    })
    const { answers } = (await answer.json()) as { readonly answers: readonly unknown[] }
    return answers[0]
  }
  expect(await told({ type: 'BeginConfirmation' })).toMatchObject({ outcome: 'recorded' })
  const about = { kind: 'savings', memberId: memberIds.neighbour }
  expect(await told({ type: 'RaiseDispute', about, reason: 'other' })).toMatchObject({
    code: 'not-yours-to-do',
  })
})

test('an officer who comes by a printed card is a household and nothing more', async () => {
  const { needs, f1, a } = village
  const { fundId, networkId } = f1
  for (const office of ['chair', 'record-keeper'] as const) {
    const memberId = f1.memberIds[office]
    const { card } = await issueCard(needs, { fundId, memberId })
    const whose = { card: { fundId, memberId } }
    const { token } = await openSession(needs, { networkId, deviceId: card.cardId, whose })
    expect(await statusOf(token, `/v1/funds/${fundId}/members/${memberId}`)).toBe(200)
    expect(await statusOf(token, `/v1/funds/${fundId}/members`)).toBe(403)
    expect(await statusOf(token, `/v1/funds/${fundId}/cards`)).toBe(403)
    expect(await statusOf(token, `/v1/funds/${fundId}/commands`, fine(f1))).toBe(403)
    expect(await statusOf(token, `/v1/networks/${a.networkId}`)).toBe(404)
  }
})
