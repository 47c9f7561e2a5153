import { expect, test } from 'vitest'
import { noteHands } from '#src/app/identity/hands.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { live, onKnownDevice, userOf } from '#test/http/entrance-visits.ts'

/** What a page of notices says that it has shown. */
const seenIn = (page: string) => ({ newest: /name="newest" value="([^"]*)"/.exec(page)![1]! })

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
  expect((await phone.send('/me/notice', seenIn(page))).location).toBe('/')
  expect((await phone.get('/me/notice')).page).toContain('Nobody has done anything')
  expect((await phone.send('/sign-in', come)).location).toBe('/')
})

test('what is done while the page stands open is not seen with it: it is shown, and seen then', async () => {
  const world = await live()
  const chair = await userOf(world, 'chair')
  const [keeper, staff] = [
    await userOf(world, 'record-keeper'),
    await userOf(world, 'administrator'),
  ]
  const done = async (by: string) => {
    await noteHands(world.needs, chair, { action: 'give-secret', by, device: 'd1' })
    world.pass(1000)
  }
  await setSecret(world.needs, chair, '482915')
  await done(keeper.userId)
  const phone = await onKnownDevice(world)
  await phone.send('/sign-in', { login: 'practice chair', secret: '482915' })
  const { page } = await phone.get('/me/notice')
  expect(page).not.toContain('dministrator')
  await done(staff.userId)
  const asked = await phone.send('/me/notice', seenIn(page))
  expect(asked.status).toBe(200)
  expect(asked.page).toContain('dministrator')
  expect((await phone.send('/me/notice', seenIn(asked.page))).location).toBe('/')
  expect((await phone.get('/me/notice')).page).toContain('Nobody has done anything')
})

test('of something that two have done both are told, by what each was on that day', async () => {
  const world = await live()
  const chair = await userOf(world, 'chair')
  const [keeper, staff] = [
    await userOf(world, 'record-keeper'),
    await userOf(world, 'administrator'),
  ]
  const { by, second } = { by: keeper.userId, second: staff.userId }
  await setSecret(world.needs, chair, '482915')
  await noteHands(world.needs, chair, { action: 'give-secret', by, second, device: 'd1' })
  world.pass(1000)
  const told = async () => {
    const phone = await onKnownDevice(world)
    await phone.send('/sign-in', { login: 'practice chair', secret: '482915' })
    return (await phone.get('/me/notice')).page
  }
  const both = /ecord-keeper[^<]*dministrator|dministrator[^<]*ecord-keeper/
  expect(await told()).toMatch(both)
  // Whoever gives the office up afterwards held it then.
  world.pass(24 * 60 * 60 * 1000)
  const [chairs, keepers] = await Promise.all(
    [chair, keeper].map(async ({ userId }) => {
      const [own] = await world.needs.store.memberships(world.networkId, userId)
      return own!.memberId
    }),
  )
  const given = { office: 'record-keeper', why: 'resigned', memberId: keepers, approvedBy: chairs }
  const today = world.needs.today()
  const ended = { id: world.needs.ids(), v: 1, type: 'EndOffice', effectiveOn: today, ...given }
  const at = { actor: chairs!, device: 'd1' }
  const [answer] = await world.needs.record(world.fundId, [ended as never], at)
  expect(answer).toMatchObject({ outcome: 'recorded' })
  expect(await told()).toMatch(both)
})
