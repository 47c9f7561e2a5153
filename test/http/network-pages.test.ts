import { halfFor } from '#test/support/halves.ts'
import { expect, test } from 'vitest'
import { practiceKeeper } from '#src/app/practice/practice-people.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { bookOf } from '#src/app/queries.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { onKnownDevice, practising, userOf, visitor } from '#test/http/entrance-visits.ts'
import {
  as,
  formIdOn,
  inAMonth,
  inAYear,
  keyOf,
  linkTo,
  linksOn,
  minute,
} from '#test/http/network-visits.ts'
import type { Practice } from '#test/support/service.ts'

const password = 'seven quite ordinary words'

const pathOfPerson = async (world: Practice, login: string): Promise<string> => {
  const user = await world.needs.store.userByLogin(world.networkId, login)
  return `/network/people/${user!.userId}`
}

const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }

const entriesOf = async ({ needs, fundId }: Practice): Promise<number> =>
  (await needs.store.read(fundId, 0, 10_000)).length

const tasksOf = async ({ needs, networkId }: Practice, userId: string) =>
  (await networkBookOf(needs.store, networkId))!.staff.find((one) => one.userId === userId)

test('an administrator adds an auditor, whose own phone and password are set by two links', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const shown = await desk.send('/network/add/staff', {
    login: 'Chan Dara',
    role: 'auditor',
    device: 'yes',
    ...inAYear,
    ...second,
  })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('NGO auditor, until 31 December 2026')
  expect(shown.text).not.toContain('Chan Dara')

  const phone = visitor(world)
  const begin = linkTo(shown, '/begin')
  expect((await phone.get(`/begin${begin!.search}`)).text).toContain('has not been added')
  const enrolled = await phone.send('/enrol', {
    key: keyOf(linkTo(shown, '/enrol')),
    label: 'own phone',
  })
  expect(enrolled.status).toBeLessThan(400)
  const { userId: newUserId } = (await world.needs.store.userByLogin(world.networkId, 'chandara'))!
  const chosen = await phone.send('/begin', {
    key: keyOf(begin),
    half: await halfFor(world, newUserId),
    secret: password,
    again: password,
  })
  expect([chosen.status, chosen.location]).toEqual([303, '/sign-in?new=1'])
  expect((await phone.send('/sign-in', { login: 'chan dara', secret: password })).status).toBe(303)
  expect((await phone.get('/')).text).toContain('Here as: NGO auditor')
  expect((await phone.get(`/funds/${world.fundId}/health`)).status).toBe(404)

  const person = await pathOfPerson(world, 'chandara')
  const form = await desk.get(`${person}/assign`)
  const assigned = await desk.send(`${person}/assign`, {
    id: formIdOn(form),
    fund: world.fundId,
    ...inAMonth,
    ...second,
  })
  expect([assigned.status, assigned.location]).toEqual([303, `${person}?done=1`])
  expect((await phone.get(`/funds/${world.fundId}/health`)).status).toBe(200)
})

test('a last day may be written in Khmer digits', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const day = { day: '៣១', month: '០១', year: '២០២៦' }
  const sent = { login: 'Chan Dara', role: 'operator', ...day, ...second }
  expect((await desk.send('/network/add/staff', sent)).status).toBe(200)
  const { userId } = (await world.needs.store.userByLogin(world.networkId, 'chandara'))!
  expect((await tasksOf(world, userId))!.appointments).toMatchObject([{ until: '2026-01-31' }])
})

test('the last administrator keeps the task, and nobody shuts himself out', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const { userId } = await userOf(world, 'administrator')
  const own = `/network/people/${userId}`
  const id = formIdOn(await desk.get(`${own}/dismiss`))
  const dismissed = await desk.send(`${own}/dismiss`, { id, role: 'administrator', ...second })
  expect(dismissed.status).toBe(409)
  expect(dismissed.text).toMatch(/Nobody else is an administrator|Nobody does this to oneself/)
  const shut = await desk.send(`${own}/shut-out`)
  expect([shut.status, shut.text]).toEqual([409, expect.stringContaining('Nobody does this')])
  expect((await desk.get('/network')).status).toBe(200)
})

test('whoever is shut out is out at once, and can be let in again', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const auditor = await as(world, 'auditor')
  const { userId } = await userOf(world, 'auditor')
  const person = `/network/people/${userId}`
  expect((await auditor.get(`/funds/${world.fundId}/health`)).status).toBe(200)
  expect((await desk.send(`${person}/shut-out`)).location).toBe(`${person}?done=1`)
  expect((await desk.get(person)).text).toContain('Shut out')
  expect((await auditor.get(`/funds/${world.fundId}/health`)).status).not.toBe(200)
  expect((await desk.send(`${person}/let-in`)).location).toBe(`${person}?done=1`)
  expect((await desk.get(person)).text).not.toContain('Let in again')
})

test('power asks for the secret again, and the form says so before it is filled in', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  world.pass(11 * minute)
  const form = await desk.get('/network/add/staff')
  expect(form.text).toContain('What you fill in stays')
  const sent = await desk.send('/network/add/staff', {
    login: 'Chan Dara',
    role: 'auditor',
    ...inAYear,
  })
  expect([sent.status, sent.text.includes('Nothing was written')]).toEqual([403, true])
  expect(await world.needs.store.userByLogin(world.networkId, 'chandara')).toBeUndefined()
})

test('a device that is lost is shut out with everybody on it', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const lost = await onKnownDevice(world)
  expect((await lost.send('/doors/ngo')).status).toBe(303)
  const link = linkTo(await desk.send('/network/devices'), '/enrol')
  const phone = visitor(world)
  await phone.send('/enrol', { key: keyOf(link), label: 'phone of the office' })
  expect((await desk.get('/network/devices')).text).toContain('phone of the office')
  const { userId } = await userOf(world, 'auditor')
  const theirs = (await world.needs.store.openSessions(world.networkId)).find(
    (one) => one.userId === userId,
  )!
  const path = `/network/devices/${theirs.deviceId}/revoke`
  expect((await desk.get(path)).status).toBe(200)
  expect((await desk.send(path)).location).toBe('/network/devices?done=1')
  expect((await lost.get(`/funds/${world.fundId}/health`)).status).not.toBe(200)
  expect((await desk.get('/network/devices')).status).toBe(200)
})

test('the last device stays, or nobody could sign in any more', async () => {
  const world = await practising()
  const { store, clock } = world.needs
  const desk = await as(world, 'administrator')
  const here = (await store.openSessions(world.networkId)).at(-1)!.deviceId
  for (const device of await store.devices(world.networkId))
    if (device.deviceId !== here) await store.keepDevice({ ...device, revokedAt: clock() })
  const path = `/network/devices/${here}/revoke`
  for (const seen of [await desk.get(path), await desk.send(path)])
    expect(seen.text).toContain('the only phone or computer that people can sign in on')
  expect((await desk.send(path)).status).toBe(409)
  expect((await desk.get('/network/devices')).status).toBe(200)

  await onKnownDevice(world)
  expect((await desk.get(path)).text).toContain('You are on this device yourself')
  expect((await desk.send(path)).location).toBe('/')
  expect((await desk.get('/network/devices')).status).not.toBe(200)
})

test('an administrator is offered no new PIN where the officers of the fund give it', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  for (const [login, isOffered] of [
    ['practiceauditor', true],
    ['practicerecord-keeper', false],
  ] as const) {
    const person = await pathOfPerson(world, login)
    const seen = await desk.get(person)
    expect(seen.page.includes(`${person}/reset`)).toBe(isOffered)
    expect(seen.text.includes('Two officers of the fund give')).toBe(!isOffered)
  }
})

test('two officers on one device give a member a login, who draws a PIN and signs in', async () => {
  const world = await practising()
  const keeper = await as(world, 'record-keeper')
  const place = `/funds/${world.fundId}/logins`
  const { members } = (await bookOf(world.needs.store, world.fundId))!
  const taken = new Set(
    (await world.needs.store.membershipsOfFund(world.networkId, world.fundId)).map(
      ({ memberId }) => memberId,
    ),
  )
  const { memberId, card } = members.find(
    (one) => one.offices.length > 0 && !taken.has(one.memberId),
  )!
  const asked = { memberId, newLogin: 'Sok Srey', login: 'practice chair' }
  const alone = await keeper.send(`${place}/new`, { ...asked, secret: '000001' })
  expect(alone.status).toBe(403)
  expect(await world.needs.store.userByLogin(world.networkId, 'soksrey')).toBeUndefined()

  const shown = await keeper.send(`${place}/new`, { ...asked, secret: '482915' })
  expect(shown.status).toBe(200)
  expect(shown.text).toContain(card)
  const key = keyOf(linkTo(shown, '/begin'))
  const guessed = await keeper.send('/begin', { key, half: '1234 1234 1234 1234' })
  expect([guessed.status, guessed.text]).toEqual([400, expect.stringContaining('not the number')])
  const { userId } = (await world.needs.store.userByLogin(world.networkId, 'soksrey'))!
  const half = await halfFor(world, userId)
  const drawn = await keeper.send('/begin', { key, half: half.replaceAll(/.{4}/g, '$& ') })
  const pin = /\b(\d{3}) ?(\d{3})\b/.exec(drawn.text)!.slice(1).join('')
  await keeper.send('/sign-out')
  expect((await keeper.send('/sign-in', { login: 'Sok Srey', secret: pin })).status).toBe(303)
  expect((await keeper.get('/')).status).toBe(200)
})

test('a PIN is taken away by two officers together: from then on the old one opens nothing', async () => {
  const world = await practising()
  const keeper = await as(world, 'record-keeper')
  const { userId } = await userOf(world, 'chair')
  const path = `/funds/${world.fundId}/logins/${userId}/reset`
  // Nobody else of the fund has a login: the one whom it is about does not vouch, and the administrator helps.
  const own = { login: 'practice chair', secret: '482915' }
  const second = { login: 'practice administrator', secret: 'seven quite ordinary words' }
  await setSecret(world.needs, await userOf(world, 'administrator'), second.secret)
  expect((await keeper.send(path, own)).status).toBe(403)
  const guessed = await keeper.send(path, { ...second, secret: '000001' })
  expect(guessed.status).toBe(403)
  expect((await userOf(world, 'chair')).secret).toBeDefined()

  const shown = await keeper.send(path, second)
  expect([shown.status, linksOn(shown).length]).toEqual([200, 1])
  const phone = await onKnownDevice(world)
  expect((await phone.send('/sign-in', own)).status).toBe(401)
})

/** The record-keeper stands beside the chair. */
const beside = { login: practiceKeeper.login, secret: practiceKeeper.pin }

test('the chair lets the network in for longer and never for shorter, and a form counts once', async () => {
  const world = await practising()
  const chair = await as(world, 'chair')
  const place = `/funds/${world.fundId}/auditors`
  const shorter = { id: formIdOn(await chair.get(`${place}?longer=1`)), ...inAMonth, ...beside }
  const refused = await chair.send(place, shorter)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('may already read until 31 December 2026. Choose a later day')

  world.pass(2 * 24 * 60 * minute)
  const again = await as(world, 'chair')
  const id = formIdOn(await again.get(place))
  const longer = { id, day: '1', month: '1', year: '2027', ...beside }
  const before = await entriesOf(world)
  expect((await again.send(place, longer)).location).toBe(`${place}?done=1`)
  expect((await again.send(place, longer)).location).toBe(`${place}?done=1`)
  expect(await entriesOf(world)).toBe(before + 1)
  const other = await again.send(place, { ...longer, day: '2' })
  expect([other.status, other.text]).toEqual([409, expect.stringContaining('used already')])
})

test('where the network may read for a year already nothing is asked, and no day is offered that is refused', async () => {
  const world = await practising()
  const chair = await as(world, 'chair')
  const place = `/funds/${world.fundId}/auditors`
  const told = await chair.get(place)
  expect(told.text).toContain('may already read until 31 December 2026. Nothing needs doing.')
  expect(told.page).not.toContain('name="day"')
  const form = await chair.get(`${place}?longer=1`)
  expect(form.page).toMatch(/name="day"[^>]*value="1"/)
  expect(form.page).toMatch(/name="year"[^>]*value="2027"/)
  const longest = { id: formIdOn(form), day: '1', month: '01', year: '2027', ...beside }
  expect((await chair.send(place, longest)).location).toBe(`${place}?done=1`)
  for (const path of [place, `${place}?longer=1`]) {
    const none = await chair.get(path)
    expect(none.text).toContain('Nothing longer can be given today')
    expect(none.page).not.toContain('name="day"')
  }
})

test('a lost card is stopped by one officer, and opens nothing any more', async () => {
  const world = await practising()
  const keeper = await as(world, 'record-keeper')
  const household = await as(world, 'household')
  expect((await household.get(`/funds/${world.fundId}/me`)).status).toBe(200)
  const [card] = await world.needs.store.cards(world.fundId)
  const place = `/funds/${world.fundId}/cards`
  expect((await keeper.get(`${place}/stop?card=${card!.cardId}`)).text).toContain(
    'no longer opens anything',
  )
  expect((await keeper.send(`${place}/${card!.cardId}/stop`)).location).toBe(`${place}?done=1`)
  expect((await household.get(`/funds/${world.fundId}/me`)).status).not.toBe(200)
  expect((await keeper.get(`${place}/stop`)).text).toContain('No member has a card now')
})
