import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { secretsWith } from '#infra/system/secrets.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { oldSecretsIn, sealFilesAnew } from '#src/app/identity/old-secrets.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { app } from '#src/http/app.ts'
import { desk, loginOf } from '#test/http/identity/desk.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { asking, wanted } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* A village changes the secrets outside its database, one after another, and goes on. */

const old = 'a pepper of a test that was stolen'
const anew = 'a pepper of a test that nobody has'

/** Secrets as everywhere, but that stretching them costs nothing. */
const unstretched = (pepper: string, ...older: readonly string[]) =>
  secretsWith({
    pepper,
    older,
    scheme: 'argon2id',
    argon2id: async (message, salt) => createHmac('sha256', salt).update(message).digest(),
    inTurn: (work) => work(),
  })

test('after the pepper was changed everybody signs in as before, and each is sealed anew by that', async () => {
  const its = await desk({ secrets: unstretched(old) })
  const { needs, fundId, networkId, deviceToken } = its
  const chair = (await needs.store.userByLogin(networkId, 'practicechair'))!
  await setSecret(needs, chair, '592038')
  const { token: cardToken, pin } = await issueCard(needs, {
    fundId,
    memberId: (await needs.store.memberships(networkId, chair.userId))[0]!.memberId,
  })
  const secrets = unstretched(anew, old)
  const changed = { ...needs, secrets }
  const service = app(changed)
  const post = (path: string, json: object) =>
    service.request(path, {
      method: 'POST',
      headers: { host: ourHost, 'content-type': 'application/json' },
      body: JSON.stringify(json),
    })
  const before = await oldSecretsIn({ store: needs.store, secrets, sealing: undefined })
  const door = { deviceToken, login: loginOf('chair') }
  expect((await post('/v1/sessions', { ...door, secret: '592039' })).status).toBe(401)
  expect((await post('/v1/sessions', { ...door, secret: '592038' })).status).toBe(201)
  expect((await post('/v1/sessions', { card: cardToken, pin })).status).toBe(201)
  const after = await oldSecretsIn({ store: needs.store, secrets, sealing: undefined })
  expect([before.people - after.people, before.cards - after.cards]).toEqual([1, 1])
  // Signed in once, and the older pepper may go.
  const alone = app({ ...needs, secrets: unstretched(anew) })
  const last = await alone.request('/v1/sessions', {
    method: 'POST',
    headers: { host: ourHost, 'content-type': 'application/json' },
    body: JSON.stringify({ ...door, secret: '592038' }),
  })
  expect(last.status).toBe(201)
})

test('after the support secret was changed a file opens, nobody is helped twice, and files are sealed anew', async () => {
  const village = await twoNetworks()
  const on = asking(village)
  const ask = async (fund = village.f1) =>
    on.one(
      await on.send(on.find('record-keeper', fund), `/v1/funds/${fund.fundId}/support`, {
        json: { ...on.envelope(), ...wanted(fund) },
      }),
    )
  expect(await ask()).toMatchObject({ outcome: 'recorded' })
  const older = ['a support secret for tests']
  const sealing = sealingBy({ secret: 'another support secret for tests', older })
  Object.assign(village.needs, { sealing })
  expect(await ask(village.f2)).toMatchObject({ code: 'already-helped' })
  const { store } = village
  expect(await sealFilesAnew({ store, sealing })).toEqual({ renewed: 1, current: 0, shut: 0 })
  expect(await sealFilesAnew({ store, sealing })).toEqual({ renewed: 0, current: 1, shut: 0 })
  const [file] = await store.supportFiles(village.f1.fundId)
  const alone = sealingBy({ secret: 'another support secret for tests' })
  expect(await alone.open(village.f1.fundId, file!.code, file!.sealed)).toContain('papers')
})

test('what is erased or written while files are sealed anew stays so', async () => {
  const store = memoryStore()
  const [old1, now] = ['a support secret for tests', 'another support secret for tests']
  const before = sealingBy({ secret: old1 })
  const sealing = sealingBy({ secret: now, older: [old1] })
  const fundId = 'd41c6e90-83f2-8b57-b0a4-17e5c9d82f36'
  const file = async (code: string, text: string) => ({
    fundId,
    code,
    sealed: await before.seal(fundId, code, text),
  })
  await store.keepSupportFile(await file('S-1', '{"is":"first"}'))
  await store.keepSupportFile(await file('S-2', '{"is":"first"}'))
  const written = await file('S-2', '{"is":"later"}')
  const meanwhile = {
    ...store,
    fundIds: async () => [fundId],
    supportFiles: async (scope: string) => {
      const found = await store.supportFiles(scope)
      await store.dropSupportFile(fundId, 'S-1')
      await store.keepSupportFile(written)
      return found
    },
  }
  expect(await sealFilesAnew({ store: meanwhile, sealing })).toMatchObject({ renewed: 0 })
  expect(await store.supportFiles(fundId)).toEqual([written])
})

test('after the signing secret was changed an older receipt still stands, and the key that it names is told', async () => {
  const older = 'a signing secret for tests'
  const its = await desk()
  const { needs, fundId } = its
  const [row] = await needs.store.read(fundId, 0, 1)
  const token = await its.as('chair')
  const path = `/v1/funds/${fundId}/entries/${row!.id}/receipt`
  const { code } = (await (await its.ask(path, { token })).json()) as { code: string }
  const changed = async (signer: ReturnType<typeof signerOnNode>) => {
    const service = app({ ...needs, signer })
    const asked = (at: string, init: RequestInit = {}) =>
      service.request(at, {
        ...init,
        headers: {
          host: ourHost,
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
        },
      })
    const check = async (text: string) =>
      (await (
        await asked('/v1/receipts/check', { method: 'POST', body: JSON.stringify({ code: text }) })
      ).json()) as { verdict: string }
    const key = (await (await asked(`/v1/funds/${fundId}/key`)).json()) as {
      keyId: string
      older: { keyId: string }[]
    }
    return { check, key }
  }
  const secret = 'another signing secret for tests'
  const { check, key } = await changed(signerOnNode({ secret, older: [older] }))
  expect(await check(code)).toMatchObject({ verdict: 'stands' })
  expect(key.older.map(({ keyId }) => keyId)).toEqual([code.split(' ')[6]])
  // The key that a receipt names is the one that it is held against.
  const named = code.replace(code.split(' ')[6]!, key.keyId)
  expect(await check(named)).toMatchObject({ verdict: 'not-signed' })
  const without = await changed(signerOnNode({ secret }))
  expect(await without.check(code)).toMatchObject({ verdict: 'not-signed' })
})
