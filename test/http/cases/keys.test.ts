import { beforeAll, expect, test } from 'vitest'
import { giveToRenewal } from '#src/app/cases/renewing.ts'
import { nameHolders } from '#src/app/cases/spare-keys.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { secretOfAll, twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, passphrase } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'

/* The first key of a network has somebody of its staff behind it; later ones a colleague; a lost one two holders. */

let village: Village
beforeAll(async () => {
  village = await twoNetworks()
})

const words = { passphrase, again: passphrase }
const desk = (way: string) => atDesk(village, asking(village).find(way))

test('the first key is made by nobody alone, and not with the word of somebody who decides nothing', async () => {
  const hers = await desk('migration-worker')
  expect(await hers.page('/cases/first-key')).toContain('Yours is the first key here')
  const alone = await hers.ask('/cases/first-key', { ...words, secondLogin: '', secret: '' })
  expect(alone.status).toBe(401)
  const { login } = await desk('auditor')
  const byAuditor = { ...words, secondLogin: login, secret: secretOfAll }
  expect((await hers.ask('/cases/first-key', byAuditor)).status).toBe(401)
  const herself = { ...words, secondLogin: hers.login, secret: secretOfAll }
  expect((await hers.ask('/cases/first-key', herself)).status).toBe(401)
  expect((await hers.first()).headers.get('location')).toBe('/cases')
})

test('the next key has a colleague behind it by the own passphrase: the staff’s word does no more', async () => {
  const theirs = await desk('case-supervisor')
  const form = await theirs.page('/cases/first-key')
  expect(form).toContain('Another one of the team stands behind your key')
  expect(form).not.toContain('Yours is the first key here')
  const { login } = await desk('administrator')
  const byStaff = { ...words, secondLogin: login, secret: secretOfAll }
  expect((await theirs.ask('/cases/first-key', byStaff)).status).toBe(400)
  const wrong = { ...words, secondLogin: login, secondPassphrase: secretOfAll }
  expect((await theirs.ask('/cases/first-key', wrong)).status).toBe(401)
  expect((await theirs.first()).headers.get('location')).toBe('/cases')
  const work = await theirs.page('/cases/work')
  expect(work).toContain('has made a key')
})

test('a lost passphrase is told on the page that opens, and to holders, who read who asks before they give: with the second half the new words open', async () => {
  const { needs, a } = village
  const hers = await desk('migration-worker')
  const asked = await hers.ask('/cases/new-key', {
    passphrase: 'other words that nobody says',
    again: 'other words that nobody says',
  })
  expect(asked.status).toBe(409)
  const all = { ...needs.cases!, ...needs, networkId: a.networkId, today: needs.today() }
  const theirs = await desk('case-supervisor')
  const others = ['a0000000-0000-8000-8000-00000000000a']
  const { enrol } = await import('#src/app/cases/team.ts')
  await enrol(all, { userId: others[0]!, passphrase })
  await nameHolders(all, [theirs.userId, hers.userId, others[0]!])
  const anew = { passphrase: 'other words that nobody says', again: 'other words that nobody says' }
  expect((await hers.ask('/cases/new-key', anew)).headers.get('location')).toBe('/cases/open')
  expect(await hers.page('/cases/open')).toContain('Another key was asked for in your name')
  await theirs.open()
  const spare = await theirs.page('/cases/spare')
  expect(spare).toContain(`/cases/renewal/${hers.userId}`)
  const form = await theirs.page(`/cases/renewal/${hers.userId}`)
  expect(form).toContain(hers.login)
  const publicKey = /name="publicKey" value="([^"]+)"/.exec(form)![1]!
  const unspoken = await theirs.ask(`/cases/renewal/${hers.userId}`, { publicKey })
  expect(unspoken.status).toBe(400)
  const third = await unlocked(all, { userId: others[0]!, passphrase })
  if (typeof third === 'string' || 'may' in third) throw new Error('a holder cannot open the desk')
  const read = { userId: hers.userId, publicKey }
  expect(await giveToRenewal(all, third, read)).toMatchObject({ outcome: 'recorded' })
  const spoken = { publicKey, isSpokenWith: 'yes' }
  const given = await theirs.ask(`/cases/renewal/${hers.userId}`, spoken)
  expect(given.headers.get('location')).toBe('/cases/spare')
  expect(await hers.page('/cases/open')).toContain('Your key was made anew on')
  expect((await hers.open(anew.passphrase)).headers.get('location')).toBe('/cases')
})
