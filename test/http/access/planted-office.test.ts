import { expect, test } from 'vitest'
import type { Member } from '#domain/fund/people/members.ts'
import type { Staff } from '#domain/network.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Practice, practice } from '#test/support/service.ts'
import { ofCost } from '#test/support/a-cost.ts'

/* Whoever can write the file for a moment writes an office into a view. The journal gave none, and nothing is recorded by it. */

type Answered = { readonly answers?: readonly { outcome: string; code?: string }[] }

const sent = async ({ ask, needs }: Practice, path: string, token: string, command: object) => {
  const envelope = { id: needs.ids(), v: 1, effectiveOn: '2025-12-31' }
  const json = { commands: [{ ...envelope, ...command }] }
  const answer = await ask(`/v1/${path}/commands`, { token, json })
  const { answers } = (await answer.json()) as Answered
  return [answer.status, answers?.[0]?.outcome, answers?.[0]?.code]
}

const hers = 'seven palms by the river'

/** A member without any office, signed in by a login of her own. */
const neighbour = async ({ needs, networkId, fundId, ask }: Practice): Promise<string> => {
  const book = (await bookOf(needs.store, fundId))!
  const { memberId } = book.members.find(({ card }) => card === 'M08')!
  const [login, secret] = ['neighbour', hers]
  const user = await addUser(needs, { networkId, login })
  if ('code' in user) throw new Error(user.code)
  await setSecret(needs, user, secret)
  await needs.store.keepMembership({ networkId, userId: user.userId, fundId, memberId })
  const { token: deviceToken } = await enrolDevice(needs, { networkId, label: 'x', by: 'operator' })
  const answer = await ask('/v1/sessions', { json: { deviceToken, login, secret } })
  return ((await answer.json()) as { readonly token: string }).token
}

test('an office that stands in a view and in no journal records nothing', async () => {
  const village = await practice()
  const { fundId, needs } = village
  const token = await neighbour(village)
  const cost = { type: 'RecordExpense', amount: 20_000, ...ofCost }
  expect(await sent(village, `funds/${fundId}`, token, cost)).toEqual([403, undefined, undefined])
  const rows = needs.store.subject
  const offices = [{ office: 'record-keeper', from: '2025-01-01' }]
  const planted: typeof rows = async (fund, kind, key) => {
    const row = await rows(fund, kind, key)
    if (kind !== 'member' || !row) return row
    return { ...row, data: JSON.stringify({ ...(JSON.parse(row.data) as Member), offices }) }
  }
  Object.assign(needs.store, { subject: planted })
  const before = (await needs.store.read(fundId, 0, 10_000)).length
  expect(await sent(village, `funds/${fundId}`, token, cost)).toEqual([403, undefined, undefined])
  const memberId = (await bookOf(needs.store, fundId))!.members[5]!.memberId
  const saving = { id: needs.ids(), effectiveOn: '2025-12-31', memberId, direction: 'in' }
  const kept = await village.ask(`/v1/funds/${fundId}/private-savings`, {
    token,
    json: { ...saving, amount: 500 },
  })
  expect(kept.status).toBe(403)
  expect((await needs.store.read(fundId, 0, 10_000)).length).toBe(before)
})

test('an office that stands in a view alone makes no login, and is no second word for one', async () => {
  const village = await practice()
  const { fundId, needs } = village
  const [token, chair] = [await neighbour(village), await village.as('chair')]
  const secret = '482915'
  await village.ask('/v1/sessions/current/step-up', { token: chair, json: { secret } })
  await village.ask('/v1/sessions/current/step-up', { token, json: { secret: hers } })
  const { members } = (await bookOf(needs.store, fundId))!
  const m08 = members.find(({ card }) => card === 'M08')!.memberId
  const rows = needs.store.subject
  const offices = [{ office: 'record-keeper', from: '2025-01-01' }]
  const planted: typeof rows = async (fund, kind, key) => {
    const row = await rows(fund, kind, key)
    if (key !== m08 || !row) return row
    return { ...row, data: JSON.stringify({ ...(JSON.parse(row.data) as Member), offices }) }
  }
  Object.assign(needs.store, { subject: planted })
  const give = (by: string, approver: object) => {
    const json = {
      memberId: members.find(({ card }) => card === 'M09')!.memberId,
      login: 'another',
      approver,
    }
    return village.ask(`/v1/funds/${fundId}/logins`, { token: by, json })
  }
  const byPlanted = await give(token, { login: 'practice chair', secret })
  expect([byPlanted.status, await byPlanted.text()]).toEqual([
    403,
    expect.stringContaining('not-allowed'),
  ])
  const behind = await give(chair, { login: 'neighbour', secret: hers })
  expect([behind.status < 300, await behind.text()]).toEqual([
    false,
    expect.stringContaining('approver-not-an-officer'),
  ])
})

test('a post of the network that stands in a view alone records nothing either', async () => {
  const village = await practice()
  const { networkId, needs } = village
  const token = await village.as('auditor')
  const window = { type: 'OpenPotWindow', windowId: 'mine', currency: 'KHR' }
  const refused = [200, 'refused', 'not-yours-to-do']
  expect(await sent(village, `networks/${networkId}`, token, window)).toEqual(refused)
  const rows = needs.store.networkSubjects
  const planted: typeof rows = async (scope) =>
    (await rows(scope)).map((row) => {
      if (row.kind !== 'staff') return row
      const staff = JSON.parse(row.data) as Staff
      const own = staff.appointments[0]!
      const appointments = [...staff.appointments, { ...own, role: 'administrator' }]
      return { ...row, data: JSON.stringify({ ...staff, appointments }) }
    })
  Object.assign(needs.store, { networkSubjects: planted })
  expect(await sent(village, `networks/${networkId}`, token, window)).toEqual(refused)
})

/** What whoever holds an office may look at, and an auditor or plain member may not, or not of others. */
const looks = (fundId: string, other: string): readonly string[] => [
  `/v1/funds/${fundId}/members`,
  `/v1/funds/${fundId}/members/${other}`,
  `/v1/funds/${fundId}/loans`,
  `/v1/funds/${fundId}/journal`,
  `/funds/${fundId}/people/${other}`,
  `/funds/${fundId}/cards`,
  `/funds/${fundId}/meetings/2025-12-31/pass`,
]

test('an office that stands in a view alone shows nothing either, not even the first page', async () => {
  const village = await practice()
  const { fundId, needs, ask } = village
  const token = await neighbour(village)
  const { members } = (await bookOf(needs.store, fundId))!
  const other = members.find(({ card }) => card === 'M09')!.memberId
  const keeper = await village.as('record-keeper')
  for (const path of looks(fundId, other))
    expect((await ask(path, { token: keeper })).status, path).toBe(200)
  const rows = needs.store.subject
  const offices = [{ office: 'record-keeper', from: '2025-01-01' }]
  const m08 = members.find(({ card }) => card === 'M08')!.memberId
  const planted: typeof rows = async (fund, kind, key) => {
    const row = await rows(fund, kind, key)
    if (key !== m08 || !row) return row
    return { ...row, data: JSON.stringify({ ...(JSON.parse(row.data) as Member), offices }) }
  }
  Object.assign(needs.store, { subject: planted })
  for (const path of looks(fundId, other))
    expect([403, 404], path).toContain((await ask(path, { token })).status)
  expect((await ask(`/v1/funds/${fundId}/members/${m08}`, { token })).status).toBe(200)
  const first = await (await ask('/', { token })).text()
  const officers = await (await ask('/', { token: keeper })).text()
  expect(officers).toContain('go-large')
  expect(first).not.toContain('go-large')
  // Whoever holds an office looks as before, beside it.
  for (const path of looks(fundId, other))
    expect((await ask(path, { token: keeper })).status, path).toBe(200)
})

test('a post or a village that stands in a view of the network alone shows nothing', async () => {
  const village = await practice()
  const { fundId, networkId, needs, ask } = village
  const [team, auditor] = [await village.as('migration-worker'), await village.as('auditor')]
  const ofFund = `/v1/funds/${fundId}/loans`
  expect((await ask(ofFund, { token: auditor })).status).toBe(200)
  expect((await ask(ofFund, { token: team })).status).toBe(404)
  const rows = needs.store.networkSubjects
  const until = '2026-12-31'
  const planted: typeof rows = async (scope) =>
    (await rows(scope)).map((row) => {
      if (row.kind !== 'staff') return row
      const staff = JSON.parse(row.data) as Staff
      if (staff.appointments[0]!.role !== 'migration-worker') return row
      const more = (['administrator', 'auditor'] as const).map((role) => ({
        role,
        from: '2025-01-01',
        until,
      }))
      return {
        ...row,
        data: JSON.stringify({
          ...staff,
          appointments: [...staff.appointments, ...more],
          assignments: [{ fundId, from: '2025-01-01', until }],
        }),
      }
    })
  Object.assign(needs.store, { networkSubjects: planted })
  for (const path of [ofFund, `/v1/networks/${networkId}/journal`, '/network'])
    expect((await ask(path, { token: team })).status, path).not.toBe(200)
  expect((await ask('/team', { token: team })).status).toBe(200)
  expect((await ask(ofFund, { token: auditor })).status).toBe(200)
})
