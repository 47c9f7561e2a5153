import { beforeAll, expect, test } from 'vitest'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, firstTalk, passphrase } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'

let village: Village
beforeAll(async () => {
  village = await twoNetworks()
})

const worker = () => atDesk(village, asking(village).find('migration-worker'))
const supervisor = () => atDesk(village, asking(village).find('case-supervisor'))

test('the desk of cases opens by a passphrase of the worker’s own, and by no other', async () => {
  const hers = await worker()
  expect((await hers.ask('/cases')).headers.get('location')).toBe('/cases/open')
  expect((await hers.ask('/cases/open')).headers.get('location')).toBe('/cases/first-key')
  const short = await hers.ask('/cases/first-key', { passphrase: 'short', again: 'short' })
  expect(short.status).toBe(400)
  expect((await hers.first()).headers.get('location')).toBe('/cases')
  expect(await hers.page('/cases')).toContain('You have no case')
  const later = await worker()
  expect((await later.open('some words of another')).status).toBe(401)
  expect((await later.open()).headers.get('location')).toBe('/cases')
})

test('the desk of cases is of no use to somebody else who carries the open key away', async () => {
  const hers = await worker()
  await hers.open()
  const others = await supervisor()
  others.carry(hers.cookie())
  expect((await others.ask('/cases')).headers.get('location')).toBe('/cases/open')
})

test('the desk of cases takes a first talk in, shows the safe contact first, and says who has read it', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake({ isInDanger: 'yes' })
  expect(code).toMatch(/^K-/)
  await hers.page(`/cases/of/${code}`)
  const page = await hers.page(`/cases/of/${code}`)
  expect(page.indexOf('Safe contact')).toBeGreaterThan(0)
  expect(page.indexOf('Safe contact')).toBeLessThan(page.indexOf('Who it is'))
  expect(page).toContain('Danger: call the numbers first')
  expect(page).toContain('2 times')
  // A card is of a journey that was told, and there is none yet.
  expect(page).not.toContain(`/cases/card/${code}`)
  expect(await hers.page('/cases')).toContain(`/cases/of/${code}`)
})

test('the desk of cases offers the funds of the network where a fund is asked for, and nothing else that has a number', async () => {
  const hers = await worker()
  await hers.open()
  const form = await hers.page(`/cases/of/${await hers.intake()}/SetVillage`)
  const [, list] = /<select[^>]*name="fundId"[^>]*>([^]*?)<\/select>/.exec(form)!
  const offered = [...list!.matchAll(/value="([^"]+)"/g)].map(([, fundId]) => fundId)
  const { fundIds } = (await networkBookOf(village.needs.store, village.a.networkId))!
  expect(offered.toSorted()).toEqual([...fundIds].toSorted())
})

test('the desk of cases keeps what a form could not take, and says where it is to be mended', async () => {
  const hers = await worker()
  await hers.open()
  const { isAgreed: _agreed, ...without } = firstTalk
  const answer = await hers.ask('/cases/new', without)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('Tick it, or nothing is written')
  const child = await hers.ask('/cases/new', { ...firstTalk, ageBand: 'under-18' })
  expect(child.status).toBe(409)
  expect(await child.text()).toContain('best for the child')
})

test('the desk of cases has one answer for a case that there is not and one of another worker', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake()
  const others = await supervisor()
  await others.first()
  const theirs = await others.ask(`/cases/of/${code}`)
  const nobodys = await others.ask('/cases/of/K-AAAAAAAA')
  expect([theirs.status, nobodys.status]).toEqual([404, 404])
  expect(await theirs.text()).toBe(await nobodys.text())
})

test('the desk of cases lets a supervisor see that work is late, and no word of what it is', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake()
  const form = {
    what: 'ask Zinnia about the contract',
    dueOn: '1/1/2020',
    whose: 'worker',
    seen: '0',
  }
  const added = await hers.ask(`/cases/of/${code}/AddTask`, form)
  expect(added.headers.get('location')).toBe(`/cases/of/${code}`)
  const theirs = await supervisor()
  await theirs.open()
  const page = await theirs.page('/cases/work')
  expect(page).not.toContain('Zinnia')
  expect(page).not.toContain(code)
  expect(page).toContain('Work of the team')
})

test('the desk of cases is shut for every officer of a fund, for auditors, and for administrators', async () => {
  for (const way of ['chair', 'record-keeper', 'counter', 'auditor', 'administrator']) {
    const who = asking(village).find(way)
    const answer = await (await atDesk(village, who)).ask('/cases')
    expect([way, answer.status >= 400]).toEqual([way, true])
  }
})

test('the desk of cases stays shut on a device on which an officer of a fund has ever come in', async () => {
  const { find } = asking(village)
  await find('chair').freshSession()
  const hers = await atDesk(village, find('migration-worker'), 'shared')
  const answer = await hers.open()
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('A committee uses this device')
})

test('the desk of cases lets another worker in with the person’s yes, and out again under a new key', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake()
  const theirs = await supervisor()
  await theirs.open()
  const { userId } = theirs
  const asked = await hers.ask(`/cases/let-in/${code}`, { userId: userId })
  expect(asked.status).toBe(400)
  const form = { userId: userId, isAgreed: 'yes' }
  const offered = async (way: string): Promise<readonly boolean[]> => {
    const page = await hers.page(`/cases/${way}/${code}`)
    return [hers.userId, userId].map((one) => page.includes(`value="${one}"`))
  }
  expect([await offered('let-in'), await offered('let-out')]).toEqual([
    [false, true],
    [true, false],
  ])
  expect((await hers.ask(`/cases/let-in/${code}`, form)).status).toBe(303)
  expect([await offered('let-in'), await offered('let-out')]).toEqual([
    [false, false],
    [true, true],
  ])
  expect((await theirs.ask(`/cases/of/${code}`)).status).toBe(200)
  const out = { userId, isKin: 'yes', secondLogin: '', secondPassphrase: '' }
  expect((await hers.ask(`/cases/let-out/${code}`, out)).status).toBe(401)
  const byTwo = { ...out, secondLogin: theirs.login, secondPassphrase: passphrase }
  expect((await hers.ask(`/cases/let-out/${code}`, byTwo)).status).toBe(303)
  expect((await theirs.ask(`/cases/of/${code}`)).status).toBe(404)
  const again = await hers.ask(`/cases/let-in/${code}`, form)
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('Kin of the person')
})

test('the desk of cases shows the plan of a household at home to its supporter, and to no other who works on the case', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake()
  const theirs = await supervisor()
  await theirs.open()
  await hers.ask(`/cases/let-in/${code}`, { userId: theirs.userId, isAgreed: 'yes' })
  const plan = { school: 'some-do-not', moneyEveryDays: '31', lastMoneyOn: '', seen: '0' }
  const path = `/cases/of/${code}`
  const written = await hers.ask(`${path}/SetLeftBehind`, { ...plan, supporter: theirs.userId })
  expect(written.status).toBe(303)
  expect(await theirs.page(path)).toContain('some do not go')
  expect(await hers.page(path)).not.toContain('some do not go')
  expect((await hers.ask(`${path}/SetLeftBehind`)).status).toBe(404)
  expect((await theirs.ask(`${path}/SetLeftBehind`)).status).toBe(200)
})

test('the desk of cases offers the funds of its network as villages, and nothing else that stands in it', async () => {
  const hers = await worker()
  await hers.open()
  const form = await hers.page(`/cases/of/${await hers.intake()}/SetVillage`)
  const values = [...form.matchAll(/<option[^>]* value="([^"]+)"/g)].map(([, value]) => value)
  expect(values.toSorted()).toEqual([village.f1.fundId, village.f2.fundId].toSorted())
})

test('the desk of cases keeps a number of the worker’s, takes back what is empty, and mends what is none', async () => {
  const hers = await worker()
  await hers.open()
  const path = '/cases/my-phone'
  const odd = await hers.ask(path, { number: '12 fish' })
  expect([odd.status, (await odd.text()).includes('value="12 fish"')]).toEqual([400, true])
  expect((await hers.ask(path, { number: '012 345 678' })).headers.get('location')).toBe('/cases')
  expect(await hers.page(path)).toContain('value="+85512345678"')
  await hers.ask(path, { number: '' })
  expect(await hers.page(path)).not.toContain('+855')
})

test('the desk of cases destroys a case by two of the team, and keeps that it did', async () => {
  const hers = await worker()
  await hers.open()
  const code = await hers.intake()
  const { login } = await supervisor()
  const wrong = { secondLogin: login, secondPassphrase: 'not the passphrase' }
  expect((await hers.ask(`/cases/erase/${code}`, wrong)).status).toBe(401)
  const right = { secondLogin: login, secondPassphrase: passphrase }
  expect((await hers.ask(`/cases/erase/${code}`, right)).headers.get('location')).toBe('/cases')
  expect((await hers.ask(`/cases/of/${code}`)).status).toBe(404)
  const theirs = await supervisor()
  await theirs.open()
  expect(await theirs.page('/cases/work')).toContain('as the person asked')
})

test('the desk of cases stands in no log that an administrator reads', async () => {
  const lines = await village.needs.store.activities(village.a.networkId, { limit: 500 })
  const told = lines.filter(
    ({ action, outcome }) => action.includes('cases') && outcome !== 'refused',
  )
  expect(told).toEqual([])
})
