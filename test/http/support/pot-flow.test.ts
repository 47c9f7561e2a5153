import { beforeEach, expect, test } from 'vitest'
import { secretOfAll, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking, paperOf, wanted } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* A gift comes into the network's own pot, and two people decide of every riel that leaves it. */

let village: Village
let on: ReturnType<typeof asking>

beforeEach(async () => {
  village = await twoNetworks()
  on = asking(village)
})

const send = async (way: string, path: string, form: Readonly<Record<string, string>>) => {
  const answer = await village.service.request(path, {
    method: 'POST',
    headers: {
      host: ourHost,
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'en',
      authorization: `Bearer ${await on.find(way).token()}`,
    },
    body: new URLSearchParams(form).toString(),
  })
  return { status: answer.status, page: await answer.text() }
}

const carriedIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((found) => [
      found[1]!,
      found[2]!,
    ]),
  )

const loginOf = (way: string): string => `${village.a.canary} ${way}`
const bothBy = (way: string, secret = secretOfAll) => ({ login: loginOf(way), secret })
const idOf = async (way: string): Promise<string> => {
  const users = await village.store.users(village.a.networkId)
  return users.find(({ login }) => login === loginOf(way))!.userId
}

/** Reads an act back and does it. */
const act = async (name: string, form: Readonly<Record<string, string>>, second: object = {}) => {
  const path = `/network/pot/${name}`
  const read = await send('administrator', path, { id: village.needs.ids(), ...form })
  expect([read.status, read.page.includes('Nothing is written yet')], name).toEqual([200, true])
  return send('administrator', path, { ...carriedIn(read.page), ...second })
}

test('what is about to be written stands on its button, and the safe way on is no answer to the question', async () => {
  const code = await brought()
  const path = `/network/pot/decide/${code}`
  const read = (answer: string) => send('administrator', path, { id: village.needs.ids(), answer })
  const no = (await read('no')).page.split('<main')[1]!
  expect(no).toMatch(/<h1[^>]*>[^]*Do not give 6,000\u202f៛ - Support S-/)
  expect(no).toContain('Write down: do NOT give 6,000\u202f៛')
  expect(no).toContain('Go back, write nothing')
  // The decision stands a second time above the secret of whoever stands behind it.
  expect(no.split('Do not give 6,000\u202f៛').length - 1).toBe(2)
  expect(no).not.toMatch(/>\s*(?:Yes|No),/)
  expect((await read('yes')).page).toContain('Write down: GIVE 6,000\u202f៛')
})

test('a line that is undone is told as it was, with what is left, and that no money moved', async () => {
  await act('received', { window: village.a.potWindow, amount: '2500', place: 'box' })
  const slip = await lastMove()
  const form = { id: village.needs.ids(), reason: 'entered-twice' }
  const { page } = await send('administrator', `/network/pot/correct/${slip}`, form)
  for (const text of [
    'Written before',
    '2,500\u202f៛',
    'This line is undone',
    '10,000\u202f៛',
    'new line',
  ])
    expect(page).toContain(text)
  const both = { ...carriedIn(page), ...bothBy('case-supervisor') }
  const done = await send('administrator', `/network/pot/correct/${slip}`, both)
  expect(done.page).toMatch(
    /Line \d+ was undone: Money from a donor, 2,500\u202f៛\. No money moved\./,
  )
  // Sent once more it is counted once, and tells the same.
  const again = await send('administrator', `/network/pot/correct/${slip}`, both)
  expect([again.status, again.page.includes('10,000\u202f៛')]).toEqual([200, true])
  expect(await windowHolds()).toBe(10_000)
})

test('money is written down on the day on which it moved, never on one to come or one that there is none of', async () => {
  const gift = { window: village.a.potWindow, amount: '2500', place: 'box' }
  const on = (day: string, month: string, year: string) => ({ ...gift, day, month, year })
  expect((await act('received', on('១៤', '11', '2025'))).page).toContain('14 November 2025')
  const rows = await village.store.potSubjects(village.a.networkId)
  const days = rows.filter(({ kind }) => kind === 'pot-move').map(({ data }) => JSON.parse(data))
  expect(days.map(({ effectiveOn }) => effectiveOn)).toContain('2025-11-14')
  const refused = async (form: Record<string, string>) => {
    const read = await send('administrator', '/network/pot/received', {
      id: village.needs.ids(),
      ...form,
    })
    return [read.status, /id="day-fault">([^<]+)/.exec(read.page)?.[1]?.slice(0, 22)]
  }
  expect(await refused(on('1', '01', '2026'))).toEqual([400, 'This day has not come '])
  expect(await refused(on('31', '11', '2025'))).toEqual([400, 'There is no such day. '])
  expect(await refused(on('', '11', ''))).toEqual([400, 'There is no such day. '])
})

test('what cannot be read is told at its box, in words that say what to write there', async () => {
  const form = { id: village.needs.ids(), window: 'Not A Word', currency: '' }
  const { status, page } = await send('administrator', '/network/pot/open', form)
  expect(status).toBe(400)
  expect(page).toMatch(/id="window-fault">Use small Latin letters/)
  expect(page).toMatch(/id="currency-fault">Choose a currency/)
  expect(page).toContain('aria-describedby="window-fault window-hint"')
  expect(page).not.toContain('Not A Word')
  expect(page).toContain('Riel (៛)')
})

const team = () => `/v1/networks/${village.a.networkId}/funds/${village.a.networkId}/support`

/** Somebody of the team brings, the supervisor has looked at it: gives the code. */
const brought = async (number = '777', amount = 6000): Promise<string> => {
  const { memberId: _, ...rest } = wanted(village.f1)
  const checkerId = await idOf('case-supervisor')
  const more = { windowId: village.a.potWindow, amount, parts: 2, papers: paperOf(number) }
  const before = await codes()
  const json = { ...on.envelope(), ...rest, checkerId, ...more }
  const asked = await on.one(await on.send(on.find('migration-worker'), team(), { json }))
  expect(asked).toMatchObject({ outcome: 'recorded' })
  const code = (await codes()).find((one) => !before.includes(one))!
  const checked = { ...on.envelope(), step: 'checked' }
  await on.send(on.find('case-supervisor'), `${team()}/${code}/steps`, { json: checked })
  return code
}
const codes = async (): Promise<readonly string[]> =>
  (await village.store.supportFiles(village.a.networkId)).map(({ code }) => code)

const grant = async (code: string) => {
  const rows = await village.store.potSubjects(village.a.networkId)
  const row = rows.find(({ kind, key }) => kind === 'pot-grant' && key === code)!
  return JSON.parse(row.data) as { state: string; paid: { amount: number }[] }
}
const windowHolds = async (): Promise<number> => {
  const rows = await village.store.potSubjects(village.a.networkId)
  const row = rows.find(({ kind, key }) => kind === 'pot-window' && key === village.a.potWindow)!
  return (JSON.parse(row.data) as { held: number }).held
}
const lastMove = async (): Promise<string> => {
  const rows = await village.store.potSubjects(village.a.networkId)
  const moves = rows
    .filter(({ kind }) => kind === 'pot-move')
    .map(({ data }) => JSON.parse(data) as { id: string; seq: number })
  return moves.toSorted((a, b) => b.seq - a.seq)[0]!.id
}

test('on the pages: a gift comes, two decide, it is paid in two parts, a slip is taken back, the donor is told', async () => {
  const gift = { window: village.a.potWindow, amount: '5,000', place: 'bank' }
  expect((await act('received', gift)).page).toContain('It is written down')
  expect(await windowHolds()).toBe(15_000)
  const code = await brought()
  const decided = await act(`decide/${code}`, { answer: 'yes' }, bothBy('case-supervisor'))
  expect(decided.page).toContain('It is written down')
  expect(await grant(code)).toMatchObject({ state: 'approved', paid: [] })
  await act(`pay/${code}`, { amount: '3000', place: 'bank' })
  await act(`pay/${code}`, { amount: '300', place: 'bank' })
  const slip = await lastMove()
  await act(`correct/${slip}`, { reason: 'wrong-amount' }, bothBy('case-supervisor'))
  await act(`pay/${code}`, { amount: '3000', place: 'box' })
  expect((await grant(code)).paid.map(({ amount }) => amount)).toEqual([3000, 3000])
  expect(await windowHolds()).toBe(9000)
  const path = `/network/pot/report/${village.a.potWindow}?year=2025`
  const report = await on.send(on.find('administrator'), path)
  expect(report.status).toBe(200)
})

test('one alone decides nothing: not by a wrong secret, nor their own, nor that of whoever asked', async () => {
  const code = await brought()
  const decide = (second: object) => act(`decide/${code}`, { answer: 'yes' }, second)
  const none = await decide({})
  expect([none.status, none.page.includes('name or PIN is wrong')]).toEqual([409, true])
  const own = await decide(bothBy('administrator'))
  expect([own.status, own.page.includes('somebody else than you')]).toEqual([409, true])
  const auditor = await decide(bothBy('auditor'))
  expect([auditor.status, auditor.page.includes('Only an administrator')]).toEqual([409, true])
  const stranger = { login: `${village.f1.logins} chair`, secret: secretOfAll }
  expect((await decide(stranger)).status).toBe(409)
  expect(await grant(code)).toMatchObject({ state: 'checked' })
})

test('whoever asked does not stand behind the yes, though of the staff who decide', async () => {
  const appoint = {
    id: village.needs.ids(),
    v: 1 as const,
    type: 'AppointStaff' as const,
    effectiveOn: '2025-12-01',
    userId: await idOf('migration-worker'),
    role: 'case-supervisor' as const,
    until: '2026-06-30',
  }
  const by = { actor: 'test', device: 'test' }
  await village.needs.recordNetwork(village.a.networkId, [appoint], by)
  const code = await brought()
  const asker = await act(`decide/${code}`, { answer: 'yes' }, bothBy('migration-worker'))
  expect([asker.status, asker.page.includes('Whoever asked for it does not')]).toEqual([409, true])
  expect(await grant(code)).toMatchObject({ state: 'checked' })
})

test('guesses at the other one’s secret are counted: soon the right one is not taken either', async () => {
  const code = await brought()
  for (let i = 0; i < 6; i += 1)
    await act(`decide/${code}`, { answer: 'yes' }, bothBy('case-supervisor', `guess ${i}`))
  const right = await act(`decide/${code}`, { answer: 'yes' }, bothBy('case-supervisor'))
  expect(right.status).toBe(409)
  expect(await grant(code)).toMatchObject({ state: 'checked' })
})

const command = async (json: object, way = 'administrator') =>
  on.one(
    await on.send(on.find(way), `/v1/networks/${village.a.networkId}/commands`, {
      json: { commands: [{ ...on.envelope(), v: 1, ...json }] },
    }),
  )

test('by machine the same two stand behind a decision and behind taking a line back', async () => {
  const code = await brought()
  const deciders = [await idOf('administrator'), await idOf('case-supervisor')]
  const decide = { type: 'DecideFromPot', code, isApproved: true, deciders }
  expect(await command(decide)).toMatchObject({ code: 'approval-needed' })
  const wrong = { approvals: [bothBy('case-supervisor', 'not this')] }
  expect(await command({ ...decide, ...wrong })).toMatchObject({ code: 'sign-in-failed' })
  const another = { approvals: [bothBy('auditor')] }
  expect(await command({ ...decide, ...another })).toMatchObject({ code: 'approval-of-another' })
  const approvals = [bothBy('case-supervisor')]
  const turned = { ...decide, deciders: deciders.toReversed(), approvals }
  expect(await command(turned)).toMatchObject({ code: 'approver-not-another' })
  expect(await command({ ...decide, approvals })).toMatchObject({ outcome: 'recorded' })
  expect(await command({ type: 'RecordPotPart', code, amount: 3000 })).toMatchObject({
    outcome: 'recorded',
  })
  const back = { type: 'ReversePotEntry', reverses: await lastMove(), reason: 'wrong-amount' }
  const self = { approvedBy: await idOf('administrator'), approvals: [bothBy('administrator')] }
  expect(await command({ ...back, ...self })).toMatchObject({ code: 'approver-not-another' })
  const approvedBy = await idOf('case-supervisor')
  expect(await command({ ...back, approvedBy })).toMatchObject({ code: 'approval-needed' })
  expect(await command({ ...back, approvedBy, approvals })).toMatchObject({ outcome: 'recorded' })
  expect(await windowHolds()).toBe(10_000)
  expect((await grant(code)).paid).toEqual([])
})

test('a file of the pot is erased by the two who know it, and the book stays whole', async () => {
  const code = await brought()
  const erase = (way: string, approver: object) =>
    on.send(on.find(way), `${team()}/${code}/erase`, { json: { approver } })
  expect((await erase('migration-worker', bothBy('case-supervisor'))).status).toBe(422)
  const closed = { ...on.envelope(), step: 'closed' }
  await on.send(on.find('migration-worker'), `${team()}/${code}/steps`, { json: closed })
  expect((await erase('migration-worker', bothBy('migration-worker'))).status).toBe(422)
  expect((await erase('migration-worker', bothBy('administrator'))).status).toBe(422)
  expect((await erase('administrator', bothBy('case-supervisor'))).status).not.toBe(204)
  expect(await codes()).toEqual([code])
  expect((await erase('case-supervisor', bothBy('migration-worker'))).status).toBe(204)
  expect(await codes()).toEqual([])
  const file = await on.send(on.find('migration-worker'), `${team()}/${code}/file`)
  expect(file.status).toBe(404)
  expect(await grant(code)).toMatchObject({ state: 'closed' })
})

const read = async (rest: string, way = 'auditor') => {
  const path = `/v1/networks/${village.a.networkId}/pot${rest}`
  const answer = await on.send(on.find(way), path)
  return answer.status === 200 ? ((await answer.json()) as Record<string, unknown>) : answer.status
}

test('by machine the pot is read as on its pages: what each window holds, every account, and what a donor is told', async () => {
  const { potWindow: windowId, potCode } = village.a
  await act('received', { window: windowId, amount: '5000', place: 'box' })
  const held = { received: 15_000, spent: 0, returned: 0, held: 15_000, promised: 0 }
  const windows = [{ windowId, currency: 'KHR', terms: null, ...held }]
  expect(await read('')).toMatchObject({ windows, support: [{ code: potCode, amount: 4000 }] })
  const accounts = [
    { account: 'asset:bank', currency: 'KHR', amount: 10_000 },
    { account: 'asset:cash-box', currency: 'KHR', amount: 5000 },
    { account: `liability:grant-window:${windowId}`, currency: 'KHR', amount: -15_000 },
  ]
  expect(await read('/trial-balance')).toEqual({ asOf: '2025-12-31', accounts })
  // The first gift came in November, the second one on the last day of the year.
  expect(await read('/trial-balance?asOf=2025-10-31')).toEqual({ asOf: '2025-10-31', accounts: [] })
  expect(await read(`/windows/${windowId}/report?year=2025`)).toMatchObject({
    windowId,
    currency: 'KHR',
    byKind: { is: 'not-yet' },
  })
  expect(await read('/windows/no-such/report?year=2025')).toBe(404)
  expect(await read('', 'migration-worker')).toBe(403)
})
