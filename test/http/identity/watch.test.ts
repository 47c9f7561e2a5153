import { expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { bodyOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { otherPin } from '#test/support/entrance.ts'

test('who came and who was refused is in the network’s log, and no login is', async () => {
  const its = await desk()
  const { needs, networkId } = its
  const chair = await its.userIdOf('chair')
  await its.come(loginOf('chair'), secretOf('chair'))
  await its.come(loginOf('chair'), 'not the secret')
  await its.come('Pisey whom nobody knows', 'not the secret')
  const rows = await needs.store.activities(networkId, { limit: 3 })
  const seen = rows.map(({ actor, subject, outcome, device }) => [actor, subject, outcome, device])
  expect(seen).toEqual([
    ['nobody', '', 'refused', its.deviceId],
    ['nobody', `user:${chair}`, 'refused', its.deviceId],
    [chair, `user:${chair}`, 'done', its.deviceId],
  ])
  const all = JSON.stringify([await needs.store.activities(networkId, { limit: 200 }), its.lines])
  expect(all).toContain('/v1/sessions')
  for (const said of ['practice', 'Pisey', 'secret', its.deviceToken])
    expect(all.replaceAll('set-secret', '')).not.toContain(said)
})

test('a stranger leaves no line', async () => {
  const its = await desk()
  const { needs, networkId, fundId } = its
  const count = async () =>
    (await needs.store.activities(networkId, { limit: 200 })).length +
    (await needs.store.activities(fundId, { limit: 200 })).length
  const before = await count()
  const junk = 'x'.repeat(43)
  for (const scope of [networkId, fundId])
    for (const json of [
      { deviceToken: `${scope}.${junk}`, login: loginOf('chair'), secret: 'x' },
      { card: `${scope}.${junk}`, pin: '123456' },
    ])
      expect((await its.ask('/v1/sessions', { json })).status).toBe(401)
  expect(await count()).toBe(before)
})

test('the member sees who tried her card, and each right and wrong PIN is written once', async () => {
  const its = await desk()
  const { needs, fundId } = its
  const { key: memberId } = (await needs.store.subjects(fundId)).find((s) => s.kind === 'member')!
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  await its.ask('/v1/sessions', { json: { card, pin: otherPin(pin) } })
  const come = await its.ask('/v1/sessions', { json: { card, pin } })
  const { token } = await bodyOf<{ token: string }>(come)
  const log = await its.ask(`/v1/funds/${fundId}/log/own`, { token })
  const { items } = await bodyOf<{ items: { action: string; by: string; outcome: string }[] }>(log)
  expect(items.map(({ action, by, outcome }) => [action, by, outcome])).toEqual([
    ['read-own-log', 'self', 'read'],
    ['sign-in', 'self', 'done'],
    ['sign-in', 'nobody', 'refused'],
  ])
})

test('no token, PIN or secret stands in the store in clear', async () => {
  const its = await desk()
  const { needs, networkId, fundId } = its
  const come = await its.come(loginOf('administrator'), secretOf('administrator'))
  const { token } = await bodyOf<{ token: string }>(come)
  const { key: memberId } = (await needs.store.subjects(fundId)).find((s) => s.kind === 'member')!
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  const key = await makeKey(needs, { networkId, purpose: 'enrol-device', madeBy: 'test' })
  const { store } = needs
  const rows = JSON.stringify([
    await store.users(networkId),
    await store.devices(networkId),
    await store.openSessions(networkId),
    await store.cards(fundId),
    await store.key(networkId, needs.hash(key)),
    await store.activities(networkId, { limit: 200 }),
    await store.activities(fundId, { limit: 200 }),
  ])
  for (const secret of [token, its.deviceToken, card, key]) {
    expect(rows).toContain(needs.hash(secret))
    expect(rows).not.toContain(secret.split('.')[1])
  }
  expect(rows).not.toContain(secretOf('administrator'))
  expect(rows).not.toMatch(new RegExp(`(?<![0-9a-zA-Z])${pin}(?![0-9a-zA-Z])`))
})
