import { expect, test } from 'vitest'
import { practiceKeeper, practiceSecond } from '#src/app/practice/practice-people.ts'
import { enrolDevice } from '#src/app/identity/one-time-keys.ts'
import { openSession } from '#src/app/identity/sessions.ts'
import { practising, userOf } from '#test/http/entrance-visits.ts'
import { as } from '#test/http/network-visits.ts'
import type { Practice } from '#test/support/service.ts'

/* A phone of the fund that was lost is shut out by two officers, and by none of them alone. */

/** A phone on which somebody has signed in, and nobody else. */
const phoneOf = async ({ needs, networkId }: Practice, userId: string) => {
  const { device, token } = await enrolDevice(needs, { networkId, label: 'lost', by: 'test' })
  const { deviceId } = device
  await openSession(needs, { networkId, deviceId, whose: { userId } })
  const isOut = async (): Promise<boolean> =>
    (await needs.store.device(networkId, deviceId))?.revokedAt !== undefined
  return { deviceId, token, isOut }
}

const inFund = async () => {
  const world = await practising()
  const chair = (await userOf(world, 'chair')).userId
  const phone = await phoneOf(world, chair)
  const place = `/funds/${world.fundId}/devices/${phone.deviceId}/revoke`
  return { world, phone, place, keeper: await as(world, 'record-keeper') }
}

const chairsWord = { login: practiceSecond.login, secret: practiceSecond.pin }

test('two officers shut a lost phone of their fund out, and it hears of it', async () => {
  const { world, phone, place, keeper } = await inFund()
  const list = await keeper.get(`/funds/${world.fundId}/logins`)
  expect(list.page).toContain(place)
  expect((await keeper.get(place)).text).toContain('wiped when it next reaches the network')
  expect((await keeper.send(place, chairsWord)).status).toBe(303)
  expect(await phone.isOut()).toBe(true)
  const asked = await world.ask('/v1/devices/current', {
    headers: { cookie: `__Host-device=${phone.token}` },
  })
  expect(await asked.json()).toEqual({ isShutOut: true })
  expect((await keeper.get(`/funds/${world.fundId}/logins`)).page).not.toContain(place)
  const subject = `device:${phone.deviceId}`
  const lines = await world.needs.store.activities(world.fundId, { subject, limit: 9 })
  expect(new Set(lines.map(({ actor }) => actor)).size).toBe(2)
})

test('one officer alone, with the own word or a wrong one, shuts out no phone', async () => {
  const { phone, place, keeper } = await inFund()
  const { login, pin } = practiceKeeper
  for (const word of [{}, { login, secret: pin }, { ...chairsWord, secret: '111111' }])
    expect((await keeper.send(place, word)).status).toBe(403)
  expect(await phone.isOut()).toBe(false)
})

test('a phone that the network or another one uses too is not the officers’ to shut out', async () => {
  const { world, phone, place, keeper } = await inFund()
  const { userId } = await userOf(world, 'administrator')
  const { networkId } = world
  const { deviceId } = phone
  await openSession(world.needs, { networkId, deviceId, whose: { userId } })
  expect((await keeper.get(place)).status).toBe(404)
  expect((await keeper.send(place, chairsWord)).status).toBe(404)
  expect((await keeper.get(`/funds/${world.fundId}/logins`)).page).not.toContain(deviceId)
  expect(await phone.isOut()).toBe(false)
})

test('a phone of somebody who works for the network too, or in another fund, is not the officers’ to shut out', async () => {
  const { world, phone, place, keeper } = await inFund()
  const { networkId, fundId } = world
  const { userId } = await userOf(world, 'administrator')
  const alike = { networkId, userId, memberId: world.needs.ids() }
  const administrators = await phoneOf(world, userId)
  await world.needs.store.keepMembership({ ...alike, fundId })
  const theirs = `/funds/${fundId}/devices/${administrators.deviceId}/revoke`
  expect((await keeper.send(theirs, chairsWord)).status).toBe(404)
  expect(await administrators.isOut()).toBe(false)
  const chair = (await userOf(world, 'chair')).userId
  const elsewhere = { ...alike, userId: chair, fundId: world.needs.ids() }
  await world.needs.store.keepMembership(elsewhere)
  expect((await keeper.send(place, chairsWord)).status).toBe(404)
  expect(await phone.isOut()).toBe(false)
})
