import { expect, test } from 'vitest'
import { noteHands } from '#src/app/identity/hands.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { live, onKnownDevice, userOf } from '#test/http/entrance-visits.ts'

test('whose PIN was given anew reads by whom and when before anything else, until it was seen', async () => {
  const world = await live()
  const chair = await userOf(world, 'chair')
  const keeper = await userOf(world, 'record-keeper')
  await setSecret(world.needs, chair, '482915')
  await noteHands(world.needs, chair, {
    action: 'give-secret',
    by: keeper.userId,
    device: 'd1',
  })
  world.pass(1000)
  const phone = await onKnownDevice(world)
  const come = { login: 'practice chair', secret: '482915' }
  expect((await phone.send('/sign-in', come)).location).toBe('/me/notice')
  const { page } = await phone.get('/me/notice')
  expect(page).toContain('was taken away')
  expect(page).toContain('ecord-keeper')
  expect((await phone.send('/sign-in', come)).location).toBe('/me/notice')
  expect((await phone.send('/me/notice', {})).location).toBe('/')
  expect((await phone.get('/me/notice')).page).toContain('Nobody has done anything')
  expect((await phone.send('/sign-in', come)).location).toBe('/')
})
