import { beforeAll, expect, test } from 'vitest'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost } from '#test/support/service.ts'

/* A case asks a fund for support. It is a Wednesday; the Monday after it all that the team asks for goes over. */

type Desk = Awaited<ReturnType<typeof atDesk>>

const [wednesday, friday, monday] = ['2025-12-31', '2026-01-02', '2026-01-05']
let today = wednesday
const clock = (): string => `${today}T02:00:00.000Z`

let village: Village
let on: ReturnType<typeof asking>
let hers: Desk
let code: string
let checker: string

const deskOf = async (way: string): Promise<Desk> => {
  const desk = await atDesk(village, on.find(way))
  await ((await desk.ask('/cases/open')).status === 303 ? desk.first() : desk.open())
  return desk
}

/** The team asks for somebody who is no case. */
const bring = async (number: string, more: object = {}) => {
  const { memberId: _, checkerId: _checker, ...rest } = wanted(village.f1)
  const { networkId } = village.a
  const json = {
    ...on.envelope(),
    effectiveOn: today,
    ...rest,
    checkerId: checker,
    papers: paperOf(number),
    ...more,
  }
  const path = `/v1/networks/${networkId}/funds/${village.f1.fundId}/support`
  // Weeks pass: who asks has signed in that day.
  const { token } = await on.find('migration-worker').freshSession()
  const headers = {
    host: ourHost,
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  }
  return village.service.request(path, { method: 'POST', headers, body: JSON.stringify(json) })
}

const asked = (more: Readonly<Record<string, string>> = {}) => ({
  fund: village.f1.fundId,
  window: village.f1.canary,
  kind: 'reintegration',
  sum: 'KHR-100000',
  parts: '2',
  paper: 'id-card',
  number: '777 888 999',
  checker,
  ...more,
})

/** What was asked for in the fund since, as its journal has it. */
const entries = async () =>
  (await village.store.read(village.f1.fundId, 0, 100_000))
    .filter(({ type }) => type === 'SupportAsked')
    .slice(1)

const supportPath = (): string => `/cases/support/${code}`

beforeAll(async () => {
  village = await twoNetworks({ clock, today: () => today })
  on = asking(village)
  const { networkId, canary } = village.a
  const users = await village.store.users(networkId)
  checker = users.find(({ login }) => login === `${canary} case-supervisor`)!.userId
})

test('before anybody of the team has a key, what it asks for goes to the fund at once', async () => {
  expect((await bring('111 111 111')).status).toBe(200)
  expect(await entries()).toHaveLength(1)
})

test('a case asks for a sum that others have, after a yes to it, and the fund hears nothing', async () => {
  hers = await deskOf('migration-worker')
  code = await hers.intake({ kind: 'return' })
  const early = await hers.ask(`${supportPath()}/ask`, asked())
  expect([early.status, (await early.text()).includes('has not agreed')]).toEqual([409, true])
  const yes = { purpose: 'support', receiver: 'the fund', how: 'spoken', until: '' }
  expect((await hers.ask(`/cases/of/${code}/GiveConsent`, yes)).status).toBe(303)
  const odd = await hers.ask(`${supportPath()}/ask`, asked({ sum: 'KHR-300000' }))
  const told = await odd.text()
  expect(odd.status).toBe(409)
  expect(told).toContain('Nobody else there has this sum')
  expect(told).toContain('100,000 riel')
  const taken = await hers.ask(`${supportPath()}/ask`, asked())
  expect([taken.status, taken.headers.get('location')]).toEqual([303, supportPath()])
  expect(await hers.page(supportPath())).toMatch(/goes over on\s+5 January 2026/)
  expect(await entries()).toHaveLength(1)
})

test('whatever else the team asks for waits with it, whichever way it is asked', async () => {
  today = friday
  const answer = await bring('222 222 222')
  expect([answer.status, await answer.json()]).toEqual([202, { goesOverOn: monday }])
  const refused = await bring('333 333 333', { amount: 90_000_000 })
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
    422,
    'above-its-kind',
  ])
  expect((await bring('333 333 333')).status).toBe(202)
  const others = await deskOf('migration-worker')
  expect((await others.ask('/cases/hand-over', {})).status).toBe(409)
  // A supervisor opens cases and brings nobody to a fund.
  const supervisor = await deskOf('case-supervisor')
  expect((await supervisor.ask('/cases/hand-over')).status).toBe(404)
  expect((await supervisor.ask('/cases/hand-over', {})).status).toBe(404)
  expect(await entries()).toHaveLength(1)
})

test('on Monday all of it goes over at once, by one hand, and in the book nothing tells which was of a case', async () => {
  today = monday
  const others = await deskOf('migration-worker')
  expect(await others.page('/cases/hand-over')).toContain('3 wait')
  expect(await (await others.ask('/cases/hand-over', {})).text()).toContain('3 have gone over')
  expect((await others.ask('/cases/hand-over', {})).status).toBe(409)
  const came = (await entries()).slice(1)
  expect(came).toHaveLength(3)
  const said = came.map((row) => JSON.parse(row.data) as Record<string, unknown>)
  for (const name of ['windowId', 'amount', 'broughtBy'])
    expect(new Set(said.map((one) => one[name])).size, name).toBe(1)
  for (const name of ['actor', 'device', 'recordedAt', 'effectiveOn'] as const)
    expect(new Set(came.map((row) => row[name as keyof typeof row])).size, name).toBe(1)
  hers = await deskOf('migration-worker')
  const page = await hers.page(supportPath())
  const own = /S-[A-HJKMNP-Z2-9]{8}/.exec(page)![0]
  expect(said.map((one) => one['code'])).toContain(own)
  // The code stands on this page, and the case in no byte of the fund.
  const rows = JSON.stringify(await village.store.read(village.f1.fundId, 0, 100_000))
  const log = await village.store.activities(village.f1.fundId, { limit: 10_000 })
  expect(rows + JSON.stringify(log)).not.toContain(code)
  expect(page).toContain('Asked for, waits to be checked')
})

test('the same paper is found to be shown twice, though no number was kept while it waited', async () => {
  const ids = await village.needs.cases!.leaves.ids(undefined, 10_000)
  const leaves = await village.needs.cases!.leaves.read(ids)
  for (const sealed of leaves.values())
    expect(Buffer.from(sealed).includes(Buffer.from('777 888 999'))).toBe(false)
  const more = { kind: 'reintegration', isAdult: true, parts: 2 }
  expect((await bring('777 888 999', more)).status).toBe(202)
  today = '2026-01-19'
  const others = await deskOf('migration-worker')
  await others.ask('/cases/hand-over', {})
  expect(await entries()).toHaveLength(4)
})

test('what still waits is taken back, and nobody outside of the case knows of it', async () => {
  hers = await deskOf('migration-worker')
  await hers.ask(`${supportPath()}/ask`, asked({ kind: 'school', number: '555' }))
  const path = /\/cases\/support\/K-[A-Z0-9]+\/[0-9a-f]{32}\/take-back/.exec(
    await hers.page(supportPath()),
  )![0]
  expect((await hers.ask(path)).status).toBe(200)
  expect((await hers.ask(path, {})).status).toBe(303)
  expect(await hers.page(supportPath())).toContain('taken back')
  expect((await hers.ask(path, {})).status).toBe(409)
})

test('a fund helps nobody under eighteen to leave, and of a grown-up the case asks what is missing still', async () => {
  const yes = { purpose: 'support', receiver: 'the fund', how: 'spoken', until: '' }
  const told = async (more: Readonly<Record<string, string>>, number: string) => {
    const its = await hers.intake(more)
    await hers.ask(`/cases/of/${its}/GiveConsent`, yes)
    const answer = await hers.ask(`/cases/support/${its}/ask`, asked({ kind: 'passport', number }))
    return pageText(await answer.text())
  }
  // By the fund nothing stands against it, and the case has a list of its own.
  expect(await told({ kind: 'advice', stage: 'thinking' }, '444')).toContain(
    'The checklist before leaving is not finished',
  )
  const child = { ageBand: 'under-18', bestInterest: 'She asked for it.' }
  expect(await told({ kind: 'advice', stage: 'thinking', ...child }, '445')).toContain(
    'nobody younger gets support to leave',
  )
})

test('the book of a trade is shown month by month against what is needed to live', async () => {
  const write = (command: string, form: Readonly<Record<string, string>>) =>
    hers.ask(`/cases/of/${code}/${command}`, form)
  expect(await hers.page(`/cases/book/${code}`)).toContain('Nothing stands in the book yet')
  await write('SetLivingLine', { perMonth: '30000', currency: 'KHR', seen: '0' })
  const line = { currency: 'KHR', what: 'chickens', on: '5/1/2026' }
  for (const [way, sum] of [
    ['in', '50000'],
    ['out', '15000'],
  ])
    expect((await write('AddBookLine', { ...line, way: way!, sum: sum! })).status).toBe(303)
  const page = await hers.page(`/cases/book/${code}`)
  expect(page).toContain('Jan 2026')
  expect(page).toContain('35,000')
  expect(page).toMatch(/Enough to live\?[^]*yes/)
})

test('a case has its cost diary by heading, and what was promised beside what was found', async () => {
  const write = (command: string, form: Readonly<Record<string, string>>) =>
    hers.ask(`/cases/of/${code}/${command}`, form)
  expect(await hers.page(`/cases/costs/${code}`)).toContain('No cost is written down yet')
  const cost = { currency: 'KHR', on: '5/1/2026', paidBy: 'own-money' }
  for (const [heading, sum] of [
    ['visa', '350000'],
    ['visa', '250000'],
    ['passport', '400000'],
  ])
    expect((await write('AddCost', { ...cost, heading: heading!, sum: sum! })).status).toBe(303)
  const page = await hers.page(`/cases/costs/${code}`)
  for (const said of ['600,000', '1,000,000', 'No wage in this currency is known yet'])
    expect(page).toContain(said)
  expect(page).toContain('Not both are written down yet')
})
