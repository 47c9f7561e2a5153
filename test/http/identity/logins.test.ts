import { expect, test } from 'vitest'
import type { Membership } from '#domain/ports.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { addUser } from '#src/app/identity/users.ts'
import { halfFor } from '#test/support/halves.ts'
import { type Practice, practice } from '#test/support/service.ts'

const secretOf = { chair: 'seven words for the chair', keeper: 'eight words for the keeper' }

/** Gives the practice officers secrets of their own, so that each can vouch for the other. */
const withSecrets = async (): Promise<Practice & { readonly officers: readonly Membership[] }> => {
  const village = await practice()
  const { needs, networkId, fundId } = village
  const { store, secrets } = needs
  for (const [door, secret] of [
    ['chair', secretOf.chair],
    ['record-keeper', secretOf.keeper],
  ] as const) {
    const user = (await store.userByLogin(networkId, `practice${door}`))!
    await store.keepUser({ ...user, secret: await secrets.seal(secret, user.userId) })
  }
  const officers = await store.membershipsOfFund(networkId, fundId)
  return { ...village, officers }
}

const approver = { login: 'practice chair', secret: secretOf.chair }

const newMember = async ({ needs, fundId, officers }: Awaited<ReturnType<typeof withSecrets>>) => {
  const rows = await needs.store.subjects(fundId)
  const taken = officers.map(({ memberId }) => memberId)
  return rows.find(({ kind, key }) => kind === 'member' && !taken.includes(key))!.key
}

test('two officers on one device give a member a login, and both stand in the log of the fund', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, needs } = village
  const token = await as('record-keeper')
  const memberId = await newMember(village)
  const json = { memberId, login: 'Mony', approver }
  const answer = await ask(`/v1/funds/${fundId}/logins`, { token, json })
  const added = (await answer.json()) as { userId: string; key: string }
  expect(answer.status).toBe(201)
  expect(await needs.store.memberships(networkId, added.userId)).toEqual([
    { networkId, userId: added.userId, fundId, memberId },
  ])
  const secret = 'nine quite ordinary words'
  const half = await halfFor(village, added.userId)
  const chosen = await ask('/v1/secrets', { json: { key: added.key, half, secret } })
  expect(chosen.status).toBeLessThan(300)
  const lines = await needs.store.activities(fundId, { subject: `member:${memberId}`, limit: 9 })
  const actors = lines.filter(({ action }) => action === 'manage-logins').map(({ actor }) => actor)
  expect(new Set(actors).size).toBe(2)
})

test('one officer alone, a member without office and a wrong secret give no login', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, needs } = village
  const token = await as('record-keeper')
  const memberId = await newMember(village)
  const before = (await needs.store.users(networkId)).length
  const own = { login: 'practice record-keeper', secret: secretOf.keeper }
  for (const [named, code] of [
    [own, 'approver-not-another'],
    [{ ...approver, secret: 'something else entirely' }, 'approver-failed'],
    [{ login: 'nobody', secret: secretOf.chair }, 'approver-failed'],
  ] as const) {
    const json = { memberId, login: 'Mony', approver: named }
    const answer = await ask(`/v1/funds/${fundId}/logins`, { token, json })
    expect([answer.status, await answer.json()]).toMatchObject([403, { code }])
  }
  expect((await needs.store.users(networkId)).length).toBe(before)
})

test('an administrator of the network cannot become an officer of a fund that helps itself', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, needs, officers } = village
  const token = await as('administrator')
  const path = `/v1/networks/${networkId}/users`
  const linked = await ask(path, {
    token,
    json: { login: 'Broker', memberOf: { fundId, card: 'M02' } },
  })
  expect([linked.status, await linked.json()]).toMatchObject([409, { code: 'officers-must-add' }])
  expect(await needs.store.userByLogin(networkId, 'broker')).toBeUndefined()
  const third = await addUser(needs, { networkId, login: 'third' })
  if ('code' in third) throw new Error(third.code)
  const { memberId } = officers[0]!
  await needs.store.keepMembership({ networkId, userId: third.userId, fundId, memberId })
  const reset = await ask(`${path}/${third.userId}/reset`, { token, method: 'POST' })
  expect([reset.status, await reset.json()]).toMatchObject([409, { code: 'officers-must-reset' }])
})

test('in a fund whose officers cannot sign in yet the administrator helps, and the fund sees it', async () => {
  const { ask, as, fundId, networkId, needs } = await practice()
  for (const login of ['practicechair', 'practicerecord-keeper']) {
    const officer = (await needs.store.userByLogin(networkId, login))!
    await needs.store.keepUser({ ...officer, secret: undefined })
  }
  const token = await as('administrator')
  const answer = await ask(`/v1/networks/${networkId}/users`, {
    token,
    json: {
      login: 'Mony',
      memberOf: { fundId, card: 'M07' },
      approver: { login: practiceStaff.login, secret: practiceStaff.pin },
    },
  })
  expect(answer.status).toBe(201)
  const lines = await needs.store.activities(fundId, { limit: 20 })
  expect(lines.map(({ action }) => action)).toContain('manage-users')
})

test('two officers reset the login of a third, and only of a member of their fund', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, needs } = village
  const token = await as('record-keeper')
  const json = { memberId: await newMember(village), login: 'Mony', approver }
  const added = (await (await ask(`/v1/funds/${fundId}/logins`, { token, json })).json()) as {
    userId: string
  }
  const path = (userId: string) => `/v1/funds/${fundId}/logins/${userId}/reset`
  const reset = await ask(path(added.userId), { token, json: { approver } })
  expect(reset.status).toBe(200)
  const auditor = (await needs.store.userByLogin(networkId, 'practiceauditor'))!
  const foreign = await ask(path(auditor.userId), { token, json: { approver } })
  const none = await ask(path(needs.ids()), { token, json: { approver } })
  expect([foreign.status, await foreign.text()]).toEqual([404, await none.text()])
})

test('shutting the officers out first does not open their fund to an administrator', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, officers } = village
  const token = await as('administrator')
  const path = `/v1/networks/${networkId}/users`
  for (const { userId } of officers)
    expect((await ask(`${path}/${userId}/disable`, { token, method: 'POST' })).status).toBe(204)
  const json = { login: 'Broker', memberOf: { fundId, card: 'M02' } }
  expect((await ask(path, { token, json })).status).toBe(409)
  for (const { userId } of officers)
    expect((await ask(`${path}/${userId}/reset`, { token, method: 'POST' })).status).toBe(409)
})

test('where one officer is left the administrator vouches for a login, and only there', async () => {
  const village = await withSecrets()
  const { ask, as, fundId, networkId, needs } = village
  const administrator = (await needs.store.userByLogin(networkId, 'practiceadministrator'))!
  const secret = 'nine words of an administrator'
  const sealed = await needs.secrets.seal(secret, administrator.userId)
  await needs.store.keepUser({ ...administrator, secret: sealed })
  const token = await as('record-keeper')
  const helping = { login: 'practice administrator', secret }
  const memberId = await newMember(village)
  const add = { memberId, login: 'Mony', approver: helping }
  const early = await ask(`/v1/funds/${fundId}/logins`, { token, json: add })
  expect([early.status, await early.json()]).toMatchObject([
    403,
    { code: 'approver-not-an-officer' },
  ])
  const chair = (await needs.store.userByLogin(networkId, 'practicechair'))!
  await needs.store.keepUser({ ...chair, secret: undefined })
  expect((await ask(`/v1/funds/${fundId}/logins`, { token, json: add })).status).toBe(201)
  const cards = { memberId, approver: helping }
  expect((await ask(`/v1/funds/${fundId}/cards`, { token, json: cards })).status).toBe(403)
})
