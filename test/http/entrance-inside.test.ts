import { expect, test } from 'vitest'
import { issueCard } from '#src/app/identity/cards.ts'
import { bookOf } from '#src/app/queries.ts'
import { halvesOf } from '#src/app/identity/halves.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { khmerDigits } from '#src/words/locale.ts'
import {
  type Visitor,
  live,
  onKnownDevice,
  userOf,
  practising,
  visitor,
} from '#test/http/entrance-visits.ts'
import type { Practice } from '#test/support/service.ts'

const minute = 60_000
const second = { login: 'practice chair', secret: '482915' }

const membersOf = async ({ needs, fundId }: Practice) =>
  (await bookOf(needs.store, fundId))!.members

const plainMember = async (world: Practice) =>
  (await membersOf(world)).find(({ offices }) => offices.length === 0)!

const newCard = async (world: Practice) => {
  const { memberId, card } = await plainMember(world)
  return { ...(await issueCard(world.needs, { fundId: world.fundId, memberId })), number: card }
}

const throughDoor = async (world: Practice, door: string): Promise<Visitor> => {
  const guest = await onKnownDevice(world)
  await guest.send(`/doors/${door}`)
  return guest
}

test('a card and its six digits open the own page, and the code is never read out', async () => {
  const world = await live()
  const { token, pin } = await newCard(world)
  const phone = visitor(world)
  const form = await phone.get(`/card?c=${token}`)
  expect(form.text).toContain('Your card was read')
  expect(form.text).not.toContain(token)
  expect(form.page).toContain(`href="/card?c=${token}&amp;lang=km"`)
  const seen = await phone.send('/card', { c: token, pin: khmerDigits(pin) })
  expect([seen.status, seen.location]).toEqual([303, `/funds/${world.fundId}/me`])
  expect((await phone.get('/')).text).toContain('Here as: Household')
})

test('a code that was typed in groups is the same code', async () => {
  const world = await live()
  const { token, pin } = await newCard(world)
  const typed = token.replaceAll(/(.{5})/g, '$1 ')
  expect((await visitor(world).get('/card')).page).toContain('id="c"')
  expect((await visitor(world).send('/card', { c: typed, pin })).status).toBe(303)
})

test('an unknown card, no card and wrong digits are told in one and the same sentence', async () => {
  const world = await live()
  const { token, pin } = await newCard(world)
  const unknown = `${token.slice(0, -3)}AAA`
  for (const fields of [
    { c: token, pin: '000000' },
    { c: unknown, pin },
    { c: 'canary', pin },
    { c: '', pin: 'canary' },
  ]) {
    const seen = await visitor(world).send('/card', fields)
    expect(seen.status).toBe(401)
    expect(seen.text).toContain('That did not fit. Scan the card again')
    expect(seen.page).not.toContain('canary')
  }
})

test('guesses at a card stand in the log of its fund, and a stranger’s noise does not', async () => {
  const world = await live()
  const { token, number } = await newCard(world)
  await visitor(world).send('/card', { c: `${token.slice(0, -3)}AAA`, pin: '000000' })
  for (let n = 0; n < 5; n += 1) await visitor(world).send('/card', { c: token, pin: '000000' })
  const paused = await visitor(world).send('/card', { c: token, pin: '000000' })
  expect(paused.status).toBe(429)
  expect(paused.text).toContain('Try again in 15 minutes.')
  const page = await (
    await world.ask(`/funds/${world.fundId}/log?lang=en`, { token: await world.as('auditor') })
  ).text()
  expect(page.match(/Signed in/g)).toHaveLength(6)
  expect(page.match(/class="mark">Refused/g)).toHaveLength(6)
  expect(page).toContain('Somebody who was not let in')
  expect(page).toContain(`member ${number}`)
  expect(page).toContain('printed card')
})

test('somebody sees the own sessions and ends one of them', async () => {
  const world = await practising()
  const here = await throughDoor(world, 'record-keeper')
  const there = await throughDoor(world, 'record-keeper')
  const stranger = await throughDoor(world, 'ngo')
  const idsOn = async (who: Visitor) =>
    [...(await who.get('/me')).page.matchAll(/\/me\/sessions\/([\w-]+)\/end/g)].map(([, id]) => id)
  expect(await idsOn(here)).toHaveLength(2)
  const [strangers] = await idsOn(stranger)
  expect((await here.send(`/me/sessions/${strangers}/end`)).status).toBe(404)
  expect((await here.send('/me/sessions/canary/end')).page).not.toContain('canary')
  expect((await stranger.get('/me')).status).toBe(200)
  const page = (await here.get('/me')).page
  const own = /You are here now[\s\S]*?\/me\/sessions\/([\w-]+)\/end/.exec(page)![1]
  const other = (await idsOn(here)).find((id) => id !== own)
  expect((await here.send(`/me/sessions/${other}/end`)).location).toBe('/me')
  expect((await there.get('/me')).status).toBe(401)
  expect((await here.send(`/me/sessions/${own}/end`)).location).toBe('/')
  expect((await here.get('/me')).status).toBe(401)
})

test('two officers make a card that is shown once, and the older card stops', async () => {
  const world = await practising()
  const guest = await throughDoor(world, 'record-keeper')
  const older = await newCard(world)
  const { memberId } = older.card
  const at = `/funds/${world.fundId}/cards`
  expect((await guest.get(at)).text).toContain(`${older.number}: card of 31 December 2025`)
  const seen = await guest.send(at, { memberId, ...second })
  expect(seen.status).toBe(200)
  expect(seen.page).toMatch(/<svg\s+class="square-code"/)
  // The six digits stand on no screen of whoever asked: the second one draws them.
  expect(seen.page).not.toContain('figure pin')
  const { userId } = await userOf(world, 'chair')
  expect((await guest.get('/me/halves')).text).toContain('Nothing waits for you')
  const token = await world.as('chair')
  const [half] = await halvesOf(world.needs, { networkId: world.networkId, userId })
  const body = new URLSearchParams({ of: half!.id })
  const drawn = await (await world.ask('/me/halves', { token, body })).text()
  const pin = /class="figure pin">\s*(\d{3}) (\d{3})/.exec(drawn)!.slice(1).join('')
  const code = /<p class="code"[^>]*>([\s\S]*?)<\/p>/
    .exec(seen.page)![1]!
    .replaceAll(/<[^>]*>|\s/g, '')
  expect((await visitor(world).send('/card', { c: code, pin })).status).toBe(303)
  const stopped = await visitor(world).send('/card', { c: older.token, pin: older.pin })
  expect(stopped.status).toBe(401)
  const log = (await guest.get(`/funds/${world.fundId}/log`)).text
  expect(log).toMatch(
    new RegExp(`Chair, member .*Done Opened or made cards of members : member ${older.number}`),
  )
})

test('one officer alone makes no card, nor does one with somebody who holds no office', async () => {
  const world = await practising()
  const guest = await throughDoor(world, 'record-keeper')
  const { memberId } = await plainMember(world)
  const before = await world.needs.store.cards(world.fundId)
  const secret = 'the rice is ripe now'
  for (const door of ['record-keeper', 'auditor'])
    await setSecret(world.needs, await userOf(world, door), secret)
  const again = await throughDoor(world, 'record-keeper')
  const at = `/funds/${world.fundId}/cards`
  for (const fields of [
    { memberId, login: 'practice record-keeper', secret },
    { memberId, login: 'practice auditor', secret },
    { memberId, login: 'practice chair', secret: 'canary' },
    { memberId, login: 'canary', secret },
  ]) {
    const seen = await again.send(at, fields)
    expect(seen.status).toBe(403)
    expect(seen.text).toContain('The second officer is somebody else')
    expect(seen.page).not.toContain('canary')
  }
  expect((await again.send(at, { memberId: 'canary', ...second })).status).toBe(400)
  // Setting a secret has ended the session that was open before.
  expect((await guest.get('/me')).status).toBe(401)
  expect(await world.needs.store.cards(world.fundId)).toEqual(before)
})

test('a card asks for the secret again when it was given long ago', async () => {
  const world = await live()
  const guest = await onKnownDevice(world)
  const own = { login: 'practice record-keeper', secret: 'the rice is ripe now' }
  await setSecret(world.needs, await userOf(world, 'record-keeper'), own.secret)
  await guest.send('/sign-in', own)
  const { memberId } = await plainMember(world)
  const at = `/funds/${world.fundId}/cards`
  world.pass(6 * minute)
  const asked = await guest.send(at, { memberId, ...second })
  expect(asked.status).toBe(403)
  expect(asked.text).toContain('Nothing was written.')
  expect(asked.page).toContain('name="ownSecret"')
  const wrong = await guest.send('/step-up', { secret: 'canary', to: at })
  expect(wrong.status).toBe(401)
  expect(wrong.page).not.toContain('canary')
  const right = await guest.send('/step-up', { secret: own.secret, to: at })
  expect([right.status, right.location]).toEqual([303, at])
  for (const scope of [world.networkId, world.fundId]) {
    const tries = (await world.needs.store.activities(scope, { limit: 200 })).filter(
      ({ action }) => action === 'step-up',
    )
    expect(tries.map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
  }
  expect((await guest.send(at, { memberId, ...second })).status).toBe(200)
})

test('after the secret was given again the way leads to pages of this house only', async () => {
  const world = await live()
  const guest = await onKnownDevice(world)
  await guest.send('/sign-in', second)
  for (const to of ['//evil.example', 'https://evil.example', '/funds/x/cards', '/sign-out', '']) {
    const seen = await guest.send('/step-up', { secret: second.secret, to })
    expect([seen.status, seen.location]).toEqual([303, '/'])
  }
})

test('who has no secret is told so: by card never, in the practice fund by the door', async () => {
  const world = await practising()
  const told = async (door: string) => (await (await throughDoor(world, door)).get('/step-up')).text
  expect(await told('household')).toContain('A card only lets you read.')
  expect(await told('record-keeper')).toContain('take your door once more')
})

test('the log says in words who did what on which device, and names nobody', async () => {
  const world = await practising()
  const guest = await throughDoor(world, 'record-keeper')
  await throughDoor(world, 'household')
  const { status, text, page } = await guest.get(`/funds/${world.fundId}/log`)
  expect(status).toBe(200)
  const [keeper] = (await membersOf(world)).filter(({ offices }) =>
    offices.some(({ office }) => office === 'record-keeper'),
  )
  const hand = `Record-keeper, member ${keeper!.card} · Device: fund phone`
  expect(text).toContain(`1 look ${hand} 09:00 Read this log`)
  expect(text).toContain(`31 December 2025 ${hand} 09:00 Done Took a practice door`)
  // When a household comes is its own business.
  expect(text).not.toContain('By card')
  expect(page).not.toContain('practice record-keeper')
  const { userId } = await userOf(world, 'record-keeper')
  expect(page).not.toContain(userId)
})

test('the log is read backwards, part by part, without a gap or a line twice', async () => {
  const world = await practising()
  const guest = await throughDoor(world, 'record-keeper')
  const at = `/funds/${world.fundId}/log`
  for (let n = 0; n < 60; n += 1) {
    world.pass(minute)
    await guest.get(at)
  }
  const first = await guest.get(at)
  const older = /class="button" href="([^"]*before=[^"]*)"/.exec(first.page)![1]!
  const rest = await guest.get(older)
  // The door, sixty looks and the look that showed the first part, forty at a time.
  expect(first.text).toContain('40 looks')
  expect(rest.text).toContain('21 looks')
  expect(rest.page).toContain('Took a practice door')
  expect(rest.page).toContain(`href="?before=`)
  expect((await guest.get(`${at}?before=canary`)).page).not.toContain('canary')
})

test('the log, the cards and the desk of the team are closed to whom they are not for', async () => {
  const world = await practising()
  const at = (path: string) => `/funds/${world.fundId}/${path}`
  const seenBy = async (door: string) => {
    const guest = await throughDoor(world, door)
    const paths = [at('log'), at('cards'), '/team']
    return Promise.all(paths.map(async (path) => (await guest.get(path)).status))
  }
  expect(await seenBy('record-keeper')).toEqual([200, 200, 404])
  expect(await seenBy('household')).toEqual([403, 403, 404])
  expect(await seenBy('ngo')).toEqual([200, 403, 403])
  expect(await seenBy('team')).toEqual([404, 404, 200])
})

test('the team finds its cases behind its door, and hears what comes first in danger', async () => {
  const world = await practising()
  const guest = await throughDoor(world, 'team')
  const { text } = await guest.get('/team')
  expect(text).toContain('Cases')
  expect(text).toContain('In danger call first, write later.')
})
