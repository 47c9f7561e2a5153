import { beforeEach, expect, test } from 'vitest'
import { secretOfAll, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, chairIn, paperOf, wanted } from '#test/http/support/team.ts'

/* What stands sealed beside a grant is erased by both who know it, and by neither of them alone. */

let village: Village
let on: ReturnType<typeof asking>
let code: string

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const asked = async () => {
  await on.send(on.find('record-keeper'), `/v1/funds/${village.f1.fundId}/support`, {
    json: { ...on.envelope(), ...wanted(village.f1) },
  })
  code = (await village.store.supportFiles(village.f1.fundId))[0]!.code
}
const path = (rest: string): string => `/v1/funds/${village.f1.fundId}/support/${code}/${rest}`
const close = () =>
  on.send(on.find('chair'), path('steps'), { json: { ...on.envelope(), step: 'closed' } })
const loginOf = (way: string, secret = secretOfAll) => ({
  login: `${village.f1.logins} ${way}`,
  secret,
})
const erase = async (way: string, approver: object) => {
  const answer = await on.send(on.find(way), path('erase'), { json: { approver } })
  return answer.status === 204
    ? 'erased'
    : ((await answer.json()) as { readonly code: string }).code
}

test('both of the two erase it: the file is gone with its salt, and the book stays whole', async () => {
  await asked()
  expect(await erase('record-keeper', chairIn(village.f1))).toBe('support-not-closed')
  await close()
  expect(await erase('record-keeper', chairIn(village.f1))).toBe('erased')
  expect(await village.store.supportFiles(village.f1.fundId)).toEqual([])
  expect((await on.send(on.find('chair'), path('file'))).status).toBe(404)
  const list = await on.send(on.find('chair'), `/v1/funds/${village.f1.fundId}/support`)
  const { support } = (await list.json()) as { support: { code: string; state: string }[] }
  expect(support.find((one) => one.code === code)).toMatchObject({ state: 'closed' })
})

test('it does not matter which of the two begins', async () => {
  await asked()
  await close()
  expect(await erase('chair', loginOf('record-keeper'))).toBe('erased')
})

test('one alone cannot, nor with anybody else, nor by a secret that is not right', async () => {
  await asked()
  await close()
  const held = () => village.store.supportFiles(village.f1.fundId)
  const before = await held()
  expect(await erase('record-keeper', loginOf('record-keeper'))).toBe('approver-not-another')
  expect(await erase('record-keeper', loginOf('counter'))).toBe('approval-of-another')
  expect(await erase('counter', chairIn(village.f1))).toBe('not-found')
  expect(await erase('record-keeper', loginOf('chair', 'wrong'))).toBe('sign-in-failed')
  const none = await on.send(on.find('chair'), path('erase'), { json: {} })
  expect(none.status).toBe(400)
  const old = await on.send(on.find('chair'), path('file'), { method: 'DELETE' })
  expect(old.status).toBe(404)
  expect(await held()).toEqual(before)
})

test('that it was erased stands in the log of both, by the code and by nobody’s name', async () => {
  await asked()
  await close()
  await erase('record-keeper', chairIn(village.f1))
  const lines = await village.store.activities(village.f1.fundId, { limit: 50 })
  const erased = lines.filter(
    ({ action, subject }) => action === 'erase-support-file' && subject !== '',
  )
  expect(erased.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    [`support:${code}`, 'done'],
    [`support:${code}`, 'done'],
  ])
  expect(new Set(erased.map(({ actor }) => actor)).size).toBe(2)
  const log = JSON.stringify(lines)
  for (const marked of [village.f1.memberIds.neighbour, 'aunt', 'papers', 'id-card'])
    expect(log).not.toContain(marked)
})

test('a second secret that is not right stands in the log as an erasing that was refused', async () => {
  await asked()
  await close()
  expect(await erase('record-keeper', loginOf('chair', 'wrong'))).toBe('sign-in-failed')
  const lines = await village.store.activities(village.f1.fundId, { limit: 50 })
  const tried = lines.filter(
    ({ action, subject }) => action === 'erase-support-file' && subject !== '',
  )
  expect(tried.map(({ subject, outcome }) => [subject, outcome])).toEqual([
    [`support:${code}`, 'refused'],
  ])
})

test('what was never paid frees whom it was for, and erasing it changes nothing of that', async () => {
  await asked()
  await close()
  expect(await erase('record-keeper', chairIn(village.f1))).toBe('erased')
  const json = { ...on.envelope(), ...wanted(village.f2) }
  const elsewhere = `/v1/funds/${village.f2.fundId}/support`
  const answer = await on.send(on.find('record-keeper', village.f2), elsewhere, { json })
  expect(await on.one(answer)).toMatchObject({ outcome: 'recorded' })
})

test('of those whom the team brings, two of the team erase it, and nobody of the fund', async () => {
  const users = await village.store.users(village.a.networkId)
  const login = `${village.a.canary} case-supervisor`
  const checkerId = users.find((one) => one.login === login)!.userId
  const team = `/v1/networks/${village.a.networkId}/funds/${village.f1.fundId}/support`
  const { memberId: _, ...rest } = wanted(village.f1)
  const json = { ...on.envelope(), ...rest, checkerId, papers: paperOf('999') }
  await on.send(on.find('migration-worker'), team, { json })
  code = (await village.store.supportFiles(village.f1.fundId))[0]!.code
  const send = (rest: string, body: object) =>
    on.send(on.find('migration-worker'), `${team}/${code}/${rest}`, { json: body })
  await send('steps', { ...on.envelope(), step: 'closed' })
  const own = { login: `${village.a.canary} migration-worker`, secret: secretOfAll }
  expect((await send('erase', { approver: own })).status).toBe(422)
  expect((await send('erase', { approver: chairIn(village.f1) })).status).toBe(422)
  expect(await erase('chair', chairIn(village.f1))).toBe('not-found')
  expect((await send('erase', { approver: { login, secret: secretOfAll } })).status).toBe(204)
  expect(await village.store.supportFiles(village.f1.fundId)).toEqual([])
})
