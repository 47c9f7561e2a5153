import { beforeAll, expect, test } from 'vitest'
import { openSession } from '#src/app/identity/sessions.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, passphrase } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { pageText } from '#test/pages/page-text.ts'

/* Three of a team hold spare keys, in this order: a supervisor, another one, and the worker. All of it is done at their desks. */

type Desk = Awaited<ReturnType<typeof atDesk>>
let village: Village
let hers: Desk
let theirs: Desk
let others: Desk

const anew = 'other words that nobody says'

/** The desk of the second supervisor, who is among nobody’s people. */
const newcomer = (): Promise<Desk> => {
  const { needs, a } = village
  const { networkId, deviceId, newcomerId: userId } = a
  const freshSession = async () => {
    const { token, session } = await openSession(needs, { networkId, deviceId, whose: { userId } })
    return { token, sessionId: session.sessionId }
  }
  return atDesk(village, { ...asking(village).find('case-supervisor'), freshSession })
}

const spare = async (desk: Desk) => {
  const html = await desk.page('/cases/spare')
  return { html, text: pageText(html) }
}

beforeAll(async () => {
  village = await twoNetworks()
  hers = await atDesk(village, asking(village).find('migration-worker'))
  theirs = await atDesk(village, asking(village).find('case-supervisor'))
  others = await newcomer()
  for (const desk of [hers, theirs, others]) await desk.first()
})

test('who holds spare keys is named by a supervisor and another one of the team, and by no supervisor alone', async () => {
  const named = { first: theirs.userId, second: others.userId, third: hers.userId }
  const wrong = { ...named, secondLogin: hers.login, secondPassphrase: anew }
  expect((await theirs.ask('/cases/holders', wrong)).status).toBe(401)
  const second = { secondLogin: hers.login, secondPassphrase: passphrase }
  const twice = await theirs.ask('/cases/holders', { ...named, third: theirs.userId, ...second })
  expect(twice.status).toBe(409)
  const answer = await theirs.ask('/cases/holders', { ...named, ...second })
  expect(answer.headers.get('location')).toBe('/cases/work')
  const held = `Spare keys are held by: ${theirs.login}, ${others.login}, ${hers.login}.`
  expect((await spare(hers)).text).toContain(held)
})

test('a case is opened by two of them: each sees what waits for whom, and reads it before giving anything', async () => {
  const code = await hers.intake()
  const asked = { code, to: others.userId, why: 'in-danger' }
  expect((await theirs.ask('/cases/ask-opening', { ...asked, code: 'K-1' })).status).toBe(400)
  const answer = await theirs.ask('/cases/ask-opening', asked)
  expect(answer.headers.get('location')).toBe('/cases/spare')
  const half = `/cases/half/${code}`
  // The first of every pair has nothing to give yet.
  expect((await spare(theirs)).html).not.toContain(half)
  expect((await spare(theirs)).text).toContain('waits for the second holder')
  expect((await spare(others)).html).toContain(half)
  const form = await others.page(half)
  expect(pageText(form)).toContain(
    `To ${others.login}, because somebody is in danger now. Asked by ${theirs.login}.`,
  )
  const read = { to: others.userId, why: 'in-danger' }
  expect((await others.ask(half, { ...read, to: hers.userId })).status).toBe(409)
  expect((await others.ask(`/cases/of/${code}`)).status).toBe(404)
  expect((await others.ask(half, read)).headers.get('location')).toBe('/cases/spare')
  expect((await spare(others)).html).not.toContain(half)
  expect((await spare(others)).text).toContain(`waits for ${theirs.login}`)
  expect((await spare(theirs)).html).toContain(half)
  expect((await theirs.ask(half, { ...read, why: 'worker-gone' })).status).toBe(409)
  expect((await theirs.ask(half, read)).headers.get('location')).toBe('/cases/spare')
  expect((await spare(theirs)).text).toContain('Nothing waits')
  expect((await others.ask(`/cases/of/${code}`)).status).toBe(200)
  expect((await theirs.ask(`/cases/of/${code}`)).status).toBe(404)
})

test('a lost passphrase is made good by two of them, who have spoken with her; she is told who they were', async () => {
  expect(
    (await hers.ask('/cases/new-key', { passphrase: anew, again: anew })).headers.get('location'),
  ).toBe('/cases/open')
  const code = await hers.intake()
  const path = `/cases/renewal/${hers.userId}`
  const form = await others.page(path)
  const publicKey = /name="publicKey" value="([^"]+)"/.exec(form)![1]!
  const spoken = { publicKey, isSpokenWith: 'yes' }
  expect((await others.ask(path, { publicKey })).status).toBe(400)
  expect((await others.ask(path, { ...spoken, publicKey: 'of another' })).status).toBe(409)
  // The first of every pair has no half of the own: the second begins.
  expect((await theirs.ask(path, spoken)).status).toBe(409)
  expect((await others.ask(path, spoken)).headers.get('location')).toBe('/cases/spare')
  expect((await spare(others)).html).not.toContain(path)
  expect((await spare(theirs)).html).toContain(path)
  expect((await theirs.ask(path, spoken)).headers.get('location')).toBe('/cases/spare')
  const later = await atDesk(village, asking(village).find('migration-worker'))
  const told = pageText(await later.page('/cases/open'))
  expect(told).toContain(
    `Your key was made anew on 31 December 2025, by ${others.login}, ${theirs.login}`,
  )
  expect(told).not.toContain('was asked for in your name')
  expect((await later.open()).status).toBe(401)
  expect((await later.open(anew)).headers.get('location')).toBe('/cases')
  expect((await later.ask(`/cases/of/${code}`)).status).toBe(200)
  expect(pageText(await theirs.page('/cases/work'))).toContain('has another key')
})
