import { expect, test } from 'vitest'
import { resetUser } from '#src/app/identity/first-secret.ts'
import { addUser, setSecret } from '#src/app/identity/users.ts'
import {
  keyFor,
  live,
  onKnownDevice,
  userOf,
  practising,
  visitor,
} from '#test/http/entrance-visits.ts'

const minute = 60_000
const passphrase = 'green river at noon'

test('the printed link makes one browser known, once', async () => {
  const world = await practising()
  const key = await keyFor(world, 'practice')
  const first = visitor(world)
  const seen = await first.get(`/start?key=${key}`)
  expect([seen.status, seen.location]).toEqual([303, '/'])
  const [cookie] = seen.setCookies
  for (const part of ['__Host-device=', 'Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
    expect(cookie).toContain(part)
  expect((await first.get('/')).page).toContain('action="/doors/household"')
  expect((await first.get(`/start?key=${key}`)).status).toBe(303)
  const again = await visitor(world).get(`/start?key=${key}`)
  expect(again.status).toBe(404)
  expect(again.text).toContain('start it again with npm start')
  expect(again.setCookies).toEqual([])
})

test('a look ahead at the printed link does not use it up', async () => {
  const world = await practising()
  const key = await keyFor(world, 'practice')
  await world.ask(`/start?key=${key}`, { method: 'HEAD' })
  expect((await visitor(world).get(`/start?key=${key}`)).status).toBe(303)
})

test('no other key and no live service opens the practice doors', async () => {
  const world = await practising()
  for (const key of ['', 'canary', await keyFor(world, 'enrol-device')]) {
    const seen = await visitor(world).get(`/start?key=${key}`)
    expect(seen.status).toBe(404)
    expect(seen.page).not.toContain('canary')
  }
  const real = await live()
  expect((await visitor(real).get(`/start?key=${await keyFor(real, 'practice')}`)).status).toBe(404)
  const known = await onKnownDevice(real)
  expect((await known.send('/doors/record-keeper')).status).toBe(404)
})

test('each door lets one person in and leads to that desk', async () => {
  const world = await practising()
  const at = (path: string) => `/funds/${world.fundId}/${path}`
  const desks = [
    ['record-keeper', at('today'), 'Record-keeper'],
    ['household', at('me'), 'Household'],
    ['ngo', at('health'), 'NGO auditor'],
    ['team', '/team', 'Migration team'],
  ] as const
  const guest = await onKnownDevice(world)
  for (const [door, desk, name] of desks) {
    const seen = await guest.send(`/doors/${door}`)
    expect([seen.status, seen.location]).toEqual([303, desk])
    expect((await guest.get('/')).text).toContain(`Here as: ${name}`)
  }
  expect((await guest.send('/doors/administrator')).status).toBe(404)
  expect((await guest.send('/doors/constructor')).status).toBe(404)
})

test('a fund that is founded beside the practice fund takes over none of its doors', async () => {
  const world = await practising()
  const { needs, networkId } = world
  const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() } as const
  for (const fundId of [
    '00000000-0000-8000-8000-000000000000',
    'ffffffff-ffff-8fff-bfff-ffffffffffff',
  ])
    await needs.recordNetwork(
      networkId,
      [{ ...envelope, id: needs.ids(), type: 'JoinFund', fundId }],
      { actor: 'practice', device: 'practice' },
    )
  const guest = await onKnownDevice(world)
  const seen = await guest.send('/doors/household')
  expect([seen.status, seen.location]).toEqual([303, `/funds/${world.fundId}/me`])
  expect((await guest.get(seen.location!)).status).toBe(200)
})

test('on a browser that is not known a door says how it opens', async () => {
  const world = await practising()
  const seen = await visitor(world).send('/doors/record-keeper')
  expect(seen.status).toBe(401)
  expect(seen.text).toContain('Open the link that npm start printed')
  expect(seen.setCookies).toEqual([])
})

test('taking another door ends the session before it', async () => {
  const world = await practising()
  const guest = await onKnownDevice(world)
  await guest.send('/doors/record-keeper')
  const before = guest.cookies.get('__Host-session')!
  await guest.send('/doors/ngo')
  expect((await visitor(world, { '__Host-session': before }).get('/me')).status).toBe(401)
  expect((await guest.get('/me')).status).toBe(200)
})

test('signing out ends the session and takes the cookie away, and needs one', async () => {
  const world = await practising()
  const guest = await onKnownDevice(world)
  await guest.send('/doors/record-keeper')
  const token = guest.cookies.get('__Host-session')!
  expect((await guest.send('/sign-out')).location).toBe('/')
  expect(guest.cookies.has('__Host-session')).toBe(false)
  expect((await visitor(world, { '__Host-session': token }).get('/me')).status).toBe(401)
  expect((await guest.send('/sign-out')).status).toBe(401)
})

test('nobody signs in on a device that is not known, and the page says what to do', async () => {
  const world = await live()
  const stranger = visitor(world)
  for (const seen of [
    await stranger.get('/sign-in'),
    await stranger.send('/sign-in', { login: 'practice chair', secret: '482915' }),
  ]) {
    expect(seen.text).toContain('Ask the administrator for a link that adds it')
    expect(seen.page).not.toContain('name="secret"')
  }
})

test('a person signs in by name in any spelling, and a wrong name looks like a wrong secret', async () => {
  const world = await live()
  const phone = await onKnownDevice(world)
  const wrongName = await phone.send('/sign-in', { login: 'canary', secret: '482915' })
  const wrongSecret = await phone.send('/sign-in', { login: 'practice chair', secret: 'canary' })
  expect(wrongName.status).toBe(401)
  expect(wrongName.page).toBe(wrongSecret.page)
  expect(wrongName.page).not.toContain('canary')
  const seen = await phone.send('/sign-in', { login: ' Practice  CHAIR', secret: '482915' })
  expect([seen.status, seen.location]).toEqual([303, '/'])
  expect((await phone.get('/')).text).toContain('Here as: Chair')
})

test('five wrong guesses make a pause that is told in minutes, twenty need the administrator', async () => {
  const world = await live()
  const phone = await onKnownDevice(world)
  const guess = (secret: string) => phone.send('/sign-in', { login: 'practice chair', secret })
  for (let n = 0; n < 5; n += 1) expect((await guess('wrong')).status).toBe(401)
  world.pass(5 * minute)
  const paused = await guess('482915')
  expect(paused.status).toBe(429)
  expect(paused.text).toContain('Try again in 10 minutes.')
  for (let n = 0; n < 15; n += 1) {
    world.pass(25 * 60 * minute)
    await guess('wrong')
  }
  world.pass(25 * 60 * minute)
  const closed = await guess('482915')
  expect(closed.status).toBe(429)
  expect(closed.text).toContain('Go to the administrator in person')
})

test('a one-time link lets staff choose a password, and stays good until one is chosen', async () => {
  const world = await live()
  const user = await addUser(world.needs, { networkId: world.networkId, login: 'Sokha' })
  const key = await keyFor(world, 'set-secret', 'userId' in user ? user.userId : '')
  const phone = await onKnownDevice(world)
  expect((await phone.get(`/begin?key=${key}`)).text).toContain('Choose a password')
  const faults = [
    ['canary', 'canary', 'at least 12'],
    ['123456789012345', '123456789012345', 'too easy to guess'],
    ['sokha is my name', 'sokha is my name', 'too easy to guess'],
    [passphrase, `${passphrase}!`, 'not the same'],
    ['x'.repeat(201), 'x'.repeat(201), 'too long'],
  ] as const
  for (const [secret, again, told] of faults) {
    const seen = await phone.send('/begin', { key, secret, again })
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(told)
    expect(seen.page).not.toContain(secret)
  }
  const kept = await phone.send('/begin', { key, secret: passphrase, again: passphrase })
  expect([kept.status, kept.location]).toEqual([303, '/sign-in?new=1'])
  expect((await phone.send('/begin', { key, secret: passphrase, again: passphrase })).status).toBe(
    404,
  )
  expect((await phone.send('/sign-in', { login: 'sokha', secret: passphrase })).status).toBe(303)
  expect((await phone.get('/')).text).toContain('There is no page here for your task yet')
})

test('an officer is given six digits once, and they open the door', async () => {
  const world = await live()
  const keeper = await userOf(world, 'record-keeper')
  const key = await resetUser(world.needs, { user: keeper, by: 'test' })
  const phone = await onKnownDevice(world)
  expect((await phone.get(`/begin?key=${key}`)).page).not.toContain('name="secret"')
  const seen = await phone.send('/begin', { key })
  const pin = /class="figure pin">\s*(\d{3}) (\d{3})/.exec(seen.page)!.slice(1).join('')
  expect((await phone.send('/begin', { key })).status).toBe(404)
  const opened = await phone.send('/sign-in', { login: 'practice record-keeper', secret: pin })
  expect(opened.status).toBe(303)
})

test('a link of another kind, an old one and one of somebody shut out begin nothing', async () => {
  const world = await live()
  const { userId } = await userOf(world, 'chair')
  const old = await keyFor(world, 'set-secret', userId)
  world.pass(25 * 60 * minute)
  const shutOut = await userOf(world, 'auditor')
  await world.needs.store.keepUser({ ...shutOut, disabledAt: world.needs.clock() })
  const keys = [
    'canary',
    old,
    await keyFor(world, 'enrol-device'),
    await keyFor(world, 'set-secret', shutOut.userId),
  ]
  for (const key of keys) {
    const seen = await visitor(world).send('/begin', { key, secret: passphrase, again: passphrase })
    expect(seen.status).toBe(404)
    expect(seen.text).toContain('Ask the administrator for a new one')
    expect(seen.page).not.toContain('canary')
  }
})

test('the first device of a network is added with the first password', async () => {
  const world = { ...(await live()), networkId: '00000000-0000-7000-8000-000000000077' }
  const user = await addUser(world.needs, { networkId: world.networkId, login: 'Dara' })
  const key = await keyFor(world, 'set-secret', 'userId' in user ? user.userId : '')
  const first = visitor(world)
  const form = { key, secret: passphrase, again: passphrase }
  expect((await first.get(`/begin?key=${key}`)).page).toContain('name="label"')
  expect((await first.send('/begin', { ...form, label: '<b>' })).status).toBe(400)
  expect((await first.send('/begin', { ...form, label: 'office' })).status).toBe(303)
  expect((await first.send('/sign-in', { login: 'Dara', secret: passphrase })).status).toBe(303)
  const later = await addUser(world.needs, { networkId: world.networkId, login: 'Vanna' })
  const second = await keyFor(world, 'set-secret', 'userId' in later ? later.userId : '')
  expect((await visitor(world).get(`/begin?key=${second}`)).page).not.toContain('name="label"')
})

test('an enrolment link makes a device known once, under a name that is one line', async () => {
  const world = await live()
  const key = await keyFor(world, 'enrol-device')
  const phone = visitor(world)
  for (const label of ['', ' ', '<canary>', 'a\nb', 'x'.repeat(41), '\u0000']) {
    const seen = await phone.send('/enrol', { key, label })
    expect(seen.status).toBe(400)
    expect(seen.page).not.toContain('canary')
  }
  expect((await phone.send('/enrol', { key, label: 'ទូរស័ព្ទ 2' })).location).toBe('/sign-in')
  expect((await visitor(world).send('/enrol', { key, label: 'other' })).status).toBe(404)
  await setSecret(world.needs, await userOf(world, 'auditor'), passphrase)
  const form = { login: 'practice auditor', secret: passphrase }
  expect((await phone.send('/sign-in', form)).status).toBe(303)
  expect((await phone.get('/me')).text).toContain('ទូរស័ព្ទ 2')
})

test('a form without fields, with strange fields or of another kind never breaks a page', async () => {
  const world = await practising()
  const guest = await onKnownDevice(world)
  await guest.send('/doors/record-keeper')
  const paths = [
    '/sign-in',
    '/card',
    '/begin',
    '/enrol',
    '/step-up',
    `/funds/${world.fundId}/cards`,
  ]
  const bodies: readonly [string | undefined, BodyInit][] = [
    [
      'application/x-www-form-urlencoded',
      'login=canary&login=b&__proto__=canary&c=canary&key=canary',
    ],
    ['application/x-www-form-urlencoded', '%00=%00&pin=canary%00&login=%ff&secret=canary'],
    ['multipart/form-data; boundary=x', 'canary'],
    ['application/json', '{"login":"canary"}'],
    ['text/plain', 'canary'],
  ]
  const cookie = [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const path of paths)
    for (const [type, body] of bodies) {
      const headers = { cookie, ...(type === undefined ? {} : { 'content-type': type }) }
      const answer = await world.ask(path, { method: 'POST', body, headers })
      expect(answer.status, `${path} ${type}`).toBeGreaterThanOrEqual(400)
      expect(answer.status, `${path} ${type}`).toBeLessThan(500)
      expect(await answer.text()).not.toContain('canary')
    }
})
