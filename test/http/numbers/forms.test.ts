import { expect, test } from 'vitest'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Door = 'migration-worker' | 'administrator'
type Filled = Readonly<Record<string, string>>

/** Fills in a form as a browser does: with its hidden fields, and those that are left as they are. */
const filledIn = (page: string, fields: Filled): URLSearchParams => {
  const [, form = ''] = /<form\s+class="record[^]*?method="post"([^]*?)<\/form>/.exec(page) ?? []
  const all = new URLSearchParams()
  for (const [tag] of form.matchAll(/<(input|select)[^>]*>/g)) {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
    if (!['checkbox', 'radio'].includes(of('type') ?? '')) all.set(of('name')!, of('value') ?? '')
  }
  for (const [name, value] of Object.entries(fields)) all.set(name, value)
  return all
}

const at = async (village: Practice, door: Door) => {
  const token = await village.as(door)
  const get = async (path: string) => (await village.ask(`${path}?lang=en`, { token })).text()
  const post = (path: string, body: URLSearchParams) =>
    village.ask(`${path}?lang=en`, {
      token,
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  return {
    get,
    send: async (path: string, fields: Filled) => post(path, filledIn(await get(path), fields)),
    sure: async (path: string, page: string) => post(path, filledIn(page, {})),
  }
}

const number = {
  country: 'KH',
  kind: 'health',
  number: '៥៥៥-០១៩៩',
  price: 'yes',
  'language-km': 'yes',
}

test('a number goes from one hand to the other, and then to everybody', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const propose = '/network/numbers/propose'
  const asked = await team.send(propose, number)
  expect(asked.status).toBe(200)
  const question = await asked.text()
  expect(question).toContain('555-0199')
  expect((await team.sure(propose, question)).status).toBe(303)
  const own = pageText(await team.get('/network/numbers'))
  expect(own).toContain('You entered it: somebody else checks it.')
  const page = await boss.get('/network/numbers')
  const check = [...page.matchAll(/href="(\/network\/numbers\/[^"]*\/check)"/g)].map(
    ([, to]) => to!,
  )
  const list = page.slice(page.indexOf('555-0199'))
  const path = /href="(\/network\/numbers\/[^"]*\/check)"/.exec(list)![1]!
  expect(check).toContain(path)
  expect(pageText(await team.get(path))).toContain('Somebody else of the staff has to check it')
  const unticked = await boss.send(path, { how: 'called' })
  expect(unticked.status).toBe(400)
  expect((await boss.send(path, { how: 'called', isSo: 'yes' })).status).toBe(303)
  expect(await (await village.ask('/numbers')).text()).toContain('555-0199')
  const out = path.replace('/check', '/withdraw')
  expect((await team.send(out, { why: 'wrong' })).status).toBe(303)
  expect(await (await village.ask('/numbers')).text()).not.toContain('555-0199')
  expect(pageText(await boss.get(path))).toContain('It was taken out already')
})

test('what cannot be read is told at its field, and nothing is entered', async () => {
  const team = await at(await practice(), 'migration-worker')
  const answer = await team.send('/network/numbers/propose', {
    ...number,
    number: 'ask Sok',
    hours: 'always',
  })
  expect(answer.status).toBe(400)
  const page = pageText(await answer.text())
  expect(page).toContain('Write digits')
  expect(page).toContain('Write it like 08:00-17:00')
  const there = await team.send('/network/numbers/propose', { ...number, number: '5550101' })
  expect(there.status).toBe(409)
  expect(pageText(await there.text())).toContain('stands here already')
})

const shelter = {
  kind: 'shelter',
  name: 'A quiet place',
  does: 'A bed and meals',
  phone: '555-0190',
  country: 'KH',
  province: '02',
  address: '',
  capacity: 'unknown',
  registration: 'unknown',
  registeredOn: '',
}

test.each<[Filled]>([
  [{ address: 'behind the market' }],
  [{ does: 'A bed, street of the potters' }],
  [{ name: 'House 12' }],
])('where a shelter lies is refused at its field: %j', async (more) => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const answer = await team.send('/network/services/propose', { ...shelter, ...more })
  expect(answer.status).toBe(400)
  expect(pageText(await answer.text())).toContain('This tells where the shelter lies')
  const rows = await village.needs.store.networkSubjects(village.networkId)
  expect(JSON.stringify(rows)).not.toContain(Object.values(more)[0]!)
})

test('whoever says how a service is registered says since when', async () => {
  const team = await at(await practice(), 'migration-worker')
  const registered = { ...shelter, registration: 'registered' }
  const asked = (registeredOn: string) =>
    team.send('/network/services/propose', { ...registered, registeredOn })
  const without = await asked('')
  expect(without.status).toBe(400)
  expect(pageText(await without.text())).toContain('Write the day of the registration.')
  expect((await asked('2024-03-01')).status).toBe(200)
})

test('the directory is found by kind and province, with what is checked marked', async () => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const propose = '/network/services/propose'
  const token = await village.as('migration-worker')
  // Whoever sends it without the page is asked as well.
  const body = new URLSearchParams({ ...shelter, id: village.needs.ids() })
  expect((await village.ask(propose, { token, body })).status).toBe(200)
  const asked = await team.send(propose, shelter)
  expect(asked.status).toBe(200)
  expect((await team.sure(propose, await asked.text())).status).toBe(303)
  const found = async (query: string) =>
    pageText(await (await village.ask(`/network/services?lang=en&${query}`, { token })).text())
  const ofShelter = await found('kind=shelter&province=02')
  expect(ofShelter).toContain('A quiet place')
  expect(ofShelter).toContain('Desk for a safe night (invented)')
  expect(ofShelter).toContain('not checked yet')
  expect(ofShelter).not.toContain('Lawyers of the river')
  for (const query of ['kind=shelter&province=08', 'province=08'])
    expect(await found(query)).not.toContain('A quiet place')
  expect(await found('kind=constructor')).toContain('4 services')
})

test('an auditor, an officer and a household find no directory', async () => {
  const village = await practice()
  for (const door of ['auditor', 'record-keeper', 'household'] as const) {
    const token = await village.as(door)
    for (const path of ['/network/services', '/network/numbers', '/network/services/propose'])
      expect([403, 404], `${door} ${path}`).toContain((await village.ask(path, { token })).status)
  }
})

test('two set for how long a check is good', async () => {
  const village = await practice()
  const boss = await at(village, 'administrator')
  const alone = await boss.send('/network/numbers/days', { days: '60' })
  expect(alone.status).toBe(409)
  const second = { secondLogin: 'practice case-supervisor', secret: '730264' }
  expect((await boss.send('/network/numbers/days', { days: '5', ...second })).status).toBe(409)
  expect((await boss.send('/network/numbers/days', { days: '60', ...second })).status).toBe(303)
  village.pass(61 * 24 * 60 * 60 * 1000)
  expect(await (await village.ask('/numbers')).text()).not.toContain('555-01')
})
