import { expect, test } from 'vitest'
import { live, onKnownDevice, userOf } from '#test/http/entrance-visits.ts'
import { codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { setSecret } from '#src/app/identity/users.ts'

const better = 'nine boats under one bridge'

test('staff change their own password with the one of before, and are signed out everywhere else', async () => {
  const its = await desk()
  const elsewhere = await its.signedIn('auditor')
  const token = await its.signedIn('auditor')
  const change = (json: object) =>
    its.ask('/v1/sessions/current/secret', { token, method: 'PUT', json })
  const secret = secretOf('auditor')
  expect(await codeOf(await change({ secret: 'not the one of before', newSecret: better }))).toBe(
    '401 sign-in-failed',
  )
  for (const [json, told] of [
    [{ secret, newSecret: 'short' }, 400],
    [{ secret, newSecret: 'village fund 2026' }, 400],
    [{ secret }, 400],
    [{ secret, newSecret: better, drawPin: true }, 400],
    [{ secret, drawPin: true }, 403],
  ] as const)
    expect((await change(json)).status, JSON.stringify(json)).toBe(told)
  expect((await its.ask('/v1/sessions', { token: elsewhere })).status).toBe(200)
  const changed = await change({ secret, newSecret: better })
  expect([changed.status, await changed.json()]).toEqual([200, { pin: null }])
  expect((await its.ask('/v1/sessions', { token: elsewhere })).status).toBe(401)
  expect((await its.ask('/v1/sessions', { token })).status).toBe(200)
  expect((await its.come(loginOf('auditor'), secret)).status).toBe(401)
  expect((await its.come(loginOf('auditor'), better)).status).toBe(201)
  const lines = await its.needs.store.activities(its.networkId, { limit: 50 })
  const own = lines.filter(({ action }) => action === 'set-secret').map(({ outcome }) => outcome)
  expect(own).toEqual(['done', 'refused'])
})

test('an officer has six new digits drawn on the page, and the fund is told', async () => {
  const world = await live()
  await setSecret(world.needs, await userOf(world, 'chair'), '482915')
  const phone = await onKnownDevice(world)
  await phone.send('/sign-in', { login: 'practice chair', secret: '482915' })
  expect((await phone.get('/me')).page).toContain('href="/me/secret"')
  expect((await phone.get('/me/secret')).page).not.toContain('name="newSecret"')
  expect((await phone.send('/me/secret', { secret: '' })).status).toBe(400)
  const wrong = await phone.send('/me/secret', { secret: '482916' })
  expect([wrong.status, wrong.page.includes('482916')]).toEqual([401, false])
  const seen = await phone.send('/me/secret', { secret: '482915' })
  const pin = /class="figure pin">\s*(\d{3}) (\d{3})/.exec(seen.page)!.slice(1).join('')
  const other = await onKnownDevice(world)
  expect((await other.send('/sign-in', { login: 'practice chair', secret: '482915' })).status).toBe(
    401,
  )
  expect((await other.send('/sign-in', { login: 'practice chair', secret: pin })).status).toBe(303)
  const lines = await world.needs.store.activities(world.fundId, { limit: 20 })
  expect(lines.filter(({ action }) => action === 'set-secret')).toHaveLength(2)
})

test('staff choose a password on the page, twice the same', async () => {
  const world = await live()
  await setSecret(world.needs, await userOf(world, 'auditor'), 'six rivers and a bridge')
  const phone = await onKnownDevice(world)
  await phone.send('/sign-in', { login: 'practice auditor', secret: 'six rivers and a bridge' })
  const change = (newSecret: string, again: string) =>
    phone.send('/me/secret', { secret: 'six rivers and a bridge', newSecret, again })
  expect((await change(better, `${better}.`)).text).toContain('not the same')
  expect((await change('short', 'short')).status).toBe(400)
  const done = await change(better, better)
  expect([done.status, done.location]).toEqual([303, '/me'])
  const again = await onKnownDevice(world)
  expect((await again.send('/sign-in', { login: 'practice auditor', secret: better })).status).toBe(
    303,
  )
})

test('a password that begins or ends with a space is the one that was typed', async () => {
  const world = await live()
  await setSecret(world.needs, await userOf(world, 'auditor'), ' six rivers and a bridge ')
  const phone = await onKnownDevice(world)
  await phone.send('/sign-in', { login: 'practice auditor', secret: ' six rivers and a bridge ' })
  const change = (secret: string) =>
    phone.send('/me/secret', { secret, newSecret: ` ${better}`, again: ` ${better}` })
  expect((await change('six rivers and a bridge')).status).toBe(401)
  expect((await change(' six rivers and a bridge ')).status).toBe(303)
  const again = await onKnownDevice(world)
  const come = async (secret: string) =>
    (await again.send('/sign-in', { login: 'practice auditor', secret })).status
  expect([await come(better), await come(` ${better}`)]).toEqual([401, 303])
})
