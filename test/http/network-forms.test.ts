import { expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { type Seen, type Visitor, practising, userOf } from '#test/http/entrance-visits.ts'
import { as, formIdOn, inAYear } from '#test/http/network-visits.ts'
import type { Practice } from '#test/support/service.ts'

/** Fields of the second one of the staff, in which nothing that was typed stands again. */
const bySecond = { secondLogin: '', secret: '' }

const auditorsOf = (world: Practice): string => `/funds/${world.fundId}/auditors`

const personOf = async (world: Practice, door: string): Promise<string> =>
  `/network/people/${(await userOf(world, door)).userId}`

/** What stands in the fields of a page's form: of a list what is chosen, of a box whether it is ticked. */
const filledIn = ({ page }: Seen): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const [field] of page.matchAll(/<input\b[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(field)?.[1] ?? ''
    const value = / value="([^"]*)"/.exec(field)?.[1] ?? ''
    if (!field.includes('type="checkbox"') || / checked/.test(field)) found[name] = value
  }
  for (const [, name = '', list = ''] of page.matchAll(
    /<select\b[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    found[name] = /<option\s+value="([^"]*)"\s+selected/.exec(list)?.[1] ?? ''
  return found
}

test('a fault in the form adds nobody and is told in words', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const before = (await world.needs.store.users(world.networkId)).length
  const { login: secondLogin, pin: secret } = practiceStaff
  const good = { login: 'Chan Dara', role: 'auditor', ...inAYear, secondLogin, secret }
  for (const [wrong, said] of [
    [{ role: 'canary' }, 'Choose'],
    [{ day: '31', month: '02' }, 'There is no such day'],
    [{ year: '2024' }, 'That day is past'],
    [{ year: '2030' }, 'too far away'],
    [{ year: 'twenty' }, 'There is no such day'],
    [{ login: ' ' }, 'This cannot be a name'],
  ] as const) {
    const seen = await desk.send('/network/add/staff', { ...good, ...wrong })
    expect(seen.status).toBe(400)
    expect(seen.text).toContain(said)
    expect(seen.page).not.toContain('canary')
  }
  expect((await world.needs.store.users(world.networkId)).length).toBe(before)
})

test('whoever reads on in the list of people keeps the place in another language', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const { userId } = await userOf(world, 'auditor')
  const after = `?after=${userId}`
  expect((await desk.get(`/network${after}`)).page).toContain(`href="${after}&amp;lang=`)
  expect((await desk.get('/network')).page).not.toMatch(/href="\?after=[^"]*lang=/)
})

test('whoever made one slip fills in nothing twice when somebody of the staff is added', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const typed = { login: 'ចាន់ ដារា', role: 'auditor', device: 'yes', ...inAYear, year: '២០៣០' }
  const seen = await desk.send('/network/add/staff', typed)
  expect([seen.status, filledIn(seen)]).toEqual([400, { ...typed, ...bySecond }])
  const { device: _, ...unticked } = typed
  expect(filledIn(await desk.send('/network/add/staff', unticked))).toEqual({
    ...unticked,
    ...bySecond,
  })
})

test('a card that is nobody’s is told with the form as it was filled in', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const typed = { login: 'Sok Srey', fund: world.fundId, card: 'M99', device: 'yes' }
  const seen = await desk.send('/network/add/member', typed)
  expect([seen.status, filledIn(seen)]).toEqual([400, { ...typed, secondLogin: '', secret: '' }])
})

test('where the officers give the logins there is no form to send again, only the way back', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const typed = { login: 'Sok Srey', fund: world.fundId, card: 'M01' }
  const seen = await desk.send('/network/add/member', typed)
  expect([seen.status, seen.text]).toEqual([409, expect.stringContaining('two of them give')])
  expect(seen.page).not.toContain('name="login"')
  expect(seen.page).toContain('href="/network"')
})

type Slip = readonly [string, Readonly<Record<string, string>>]

const slipsAbout = async (world: Practice): Promise<readonly Slip[]> => {
  const auditor = await personOf(world, 'auditor')
  const tooFar = { ...inAYear, year: '2030' }
  return [
    [`${auditor}/appoint`, { role: 'operator', ...tooFar, ...bySecond }],
    [`${auditor}/assign`, { fund: world.fundId, ...tooFar, ...bySecond }],
    [`${await personOf(world, 'administrator')}/dismiss`, { role: 'administrator', ...bySecond }],
  ]
}

const sent = async (
  visitor: Visitor,
  path: string,
  typed: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> => {
  const seen = await visitor.send(path, { id: formIdOn(await visitor.get(path)), ...typed })
  expect(seen.status, path).toBeGreaterThan(399)
  const { id: _, ...fields } = filledIn(seen)
  return fields
}

test('a task, a fund and a day that were chosen stand there again when they are refused', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  for (const [path, typed] of await slipsAbout(world))
    expect(await sent(desk, path, typed), path).toEqual(typed)
  const ending = `${await personOf(world, 'auditor')}/end-assignment`
  // A form that holds no id is none of ours, and is refused with what was chosen.
  const seen = await desk.send(ending, { fund: world.fundId })
  expect([seen.status, filledIn(seen)['fund']]).toEqual([400, world.fundId])
  const chair = await as(world, 'chair')
  const day = { day: '32', month: '05', year: '2026' }
  const refused = await chair.send(auditorsOf(world), {
    id: formIdOn(await chair.get(`${auditorsOf(world)}?longer=1`)),
    ...day,
  })
  expect([refused.status, filledIn(refused)]).toMatchObject([400, day])
})

test('a second officer’s slip costs neither the member nor the name, and no secret is shown again', async () => {
  const world = await practising()
  const keeper = await as(world, 'record-keeper')
  const place = `/funds/${world.fundId}/logins/new`
  const memberId = /<option\s+value="([0-9a-f-]{36})"/.exec((await keeper.get(place)).page)![1]!
  const typed = { memberId, newLogin: 'Sok Srey' }
  const secret = '603941'
  const seen = await keeper.send(place, { ...typed, login: 'practice chair', secret })
  expect(seen.status).toBe(403)
  expect(seen.text).not.toContain('Choose the member')
  expect(filledIn(seen)).toEqual({ ...typed, ownPin: '', login: '', secret: '' })
  expect(seen.page).not.toContain(secret)
})

test('what is typed comes back as text, without signs that no keyboard types, and nothing of what no page sends', async () => {
  const world = await practising()
  const desk = await as(world, 'administrator')
  const add = async (login: string): Promise<Seen> =>
    desk.send('/network/add/staff', { login, role: 'auditor', ...inAYear })
  const escaped = await add('"><b>&x')
  expect(filledIn(escaped)['login']).toBe('&quot;&gt;&lt;b&gt;&amp;x')
  expect(escaped.page).not.toContain('<b>')
  expect(filledIn(await add('ក'.repeat(70)))['login']).toBe('ក'.repeat(70))
  const endless = await add('ក'.repeat(10_000))
  expect([endless.status, filledIn(endless)['login']]).toEqual([400, ''])
  for (const odd of ['a\nb', 'a\u0000', '\u202eabc', 'a\u2028b'])
    expect(filledIn(await add(odd))['login']).toBe('')
})

test('the stand-in for a second officer is told of only where the fund has none', async () => {
  const world = await practising()
  const keeper = await as(world, 'record-keeper')
  const place = `/funds/${world.fundId}/logins`
  const said = 'stands in for the second one'
  expect((await keeper.get(`${place}/new`)).text).not.toContain(said)
  const chair = await userOf(world, 'chair')
  // The one whom it is about does not vouch for it.
  expect((await keeper.get(`${place}/${chair.userId}/reset`)).text).toContain(said)
  await setSecret(world.needs, await userOf(world, 'record-keeper'), 'seven quite ordinary words')
  const other = await as(world, 'chair')
  expect((await other.get(`${place}/new`)).text).not.toContain(said)
})
