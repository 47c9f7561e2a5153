import { expect, test } from 'vitest'
import {
  allChecked,
  at,
  filledIn,
  leadsTo,
  register,
  sourced,
  ticksIn,
} from '#test/http/register/staff-pages.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

test('an agency goes from one hand to the other, and then to everybody', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const entered = await team.send(`${register}/enter`, {
    kind: 'agency',
    km: 'ព្រះអាទិត្យ',
    latin: 'Rising Sun',
    ...sourced,
  })
  const one = leadsTo(entered)
  leadsTo(
    await team.send(`${one}/say/licence`, {
      became: 'granted',
      from: '1/3/2024',
      number: '099/24',
      until: '28/2/2027',
      ...sourced,
    }),
  )
  leadsTo(await team.send(`${one}/say/destinations`, { 'to-TH': 'yes', ...sourced }))
  const own = pageText(await team.get(register))
  expect(own).not.toContain('Check 3 lines')
  expect(pageText(await team.get(one))).toContain('Waits for a check')
  // Whoever has entered all of it is led to no check of it.
  expect(await team.get(one)).not.toContain(`${one}/check`)
  expect(await boss.get(one)).toContain(`${one}/check`)
  expect(await (await village.ask('/agencies')).text()).not.toContain('Rising Sun')
  expect(pageText(await boss.get(register))).toContain('Check 3 lines that wait')
  const unticked = await boss.send(`${register}/check`, { how: 'official-page' })
  expect(unticked.status).toBe(400)
  leadsTo(await allChecked(boss))
  const shown = pageText(await (await village.ask('/agencies?lang=en&q=Raising+Sun')).text())
  expect(shown).toContain('Rising Sun')
  expect(shown).toContain('Licence 099/24')
  expect(shown).toContain('Thailand')
  expect(pageText(await boss.get(`${register}/check`))).toContain('Nothing waits')
})

test('of a list each line that changes a licence is ticked by itself, and what is not ticked goes on waiting', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  for (const [latin, number] of [
    ['Held Against It', '101/25'],
    ['Not Looked At', '102/25'],
  ] as const) {
    const agency = { kind: 'agency', latin, ...sourced }
    const one = leadsTo(await team.send(`${register}/enter`, agency))
    const licence = { became: 'granted', from: '1/3/2025', number, until: '28/2/2027' }
    leadsTo(await team.send(`${one}/say/licence`, { ...licence, ...sourced }))
  }
  const page = await boss.get(`${register}/check`)
  const [first, ...others] = ticksIn(page)
  expect(others).toHaveLength(1)
  const none = filledIn(page, { how: 'official-page' })
  expect((await boss.post(`${register}/check`, none)).status).toBe(400)
  const form = filledIn(page, { how: 'official-page', isSo: 'yes', [first!]: 'yes' })
  leadsTo(await boss.post(`${register}/check`, form))
  const waits = pageText(await boss.get(`${register}/check`))
  const [held, left] = waits.includes('101/25') ? ['102/25', '101/25'] : ['101/25', '102/25']
  expect(waits).toContain(left)
  const told = async (number: string): Promise<string> =>
    pageText(await (await village.ask(`/agencies?lang=en&q=${number}`)).text())
  expect(await told(held)).toContain(`Licence ${held}`)
  expect(await told(left)).not.toContain(`Licence ${left}`)
})

test('what came in while somebody looked is not checked with what they saw', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const agency = { kind: 'agency', ...sourced }
  leadsTo(await team.send(`${register}/enter`, { ...agency, latin: 'First Seen' }))
  const page = await boss.get(`${register}/check`)
  leadsTo(await team.send(`${register}/enter`, { ...agency, latin: 'Slipped In' }))
  const form = filledIn(page, { how: 'official-page', isSo: 'yes' })
  leadsTo(await boss.post(`${register}/check`, form))
  const waits = pageText(await boss.get(`${register}/check`))
  expect(waits).toContain('Slipped In')
  expect(waits).not.toContain('First Seen')
})

test('a broker is found by name and phone, and stands in no journal and no public answer', async () => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const one = leadsTo(
    await team.send(`${register}/enter`, {
      kind: 'broker',
      latin: 'Sok Chea',
      ...sourced,
      source: 'said-to-us',
    }),
  )
  const said = await team.send(`${one}/say/phone`, {
    phone: '012 555 011',
    ...sourced,
    source: 'said-to-us',
  })
  leadsTo(said)
  expect(pageText(await team.get(`${register}?q=Sok+Jia`))).toContain('Sok Chea')
  expect(pageText(await team.get(`${register}?q=%2B85512555011`))).toContain('Sok Chea')
  const rows = await village.needs.store.networks.read(village.networkId, 0, 1000)
  const journal = JSON.stringify(rows)
  for (const hidden of ['Sok', 'Chea', '555 011', '555011']) expect(journal).not.toContain(hidden)
  expect(await (await village.ask('/agencies?q=Sok')).text()).not.toContain('Sok Chea')
  const page = await team.get(`${one}/say/works-for`)
  const offered = [...page.matchAll(/<option[^>]* value="([^"]+)"/g)].map(([, value]) => value!)
  expect(offered).not.toContain(one.split('/').at(-1))
  expect(offered.filter((value) => value.includes('-')).length).toBeGreaterThan(1)
  // Who cannot have one is offered none.
  expect((await team.get(`${one}/say/licence`)).includes('became')).toBe(false)
})

test('a fact is taken out by two', async () => {
  const village = await practice()
  const boss = await at(village, 'administrator')
  const page = await boss.get(`${register}?q=Golden+River`)
  const [one] = /\/network\/agencies\/[0-9a-f-]{36}/.exec(page)!
  const [out] = /\/network\/agencies\/[^"]*\/withdraw/.exec(await boss.get(one))!
  const alone = await boss.send(out, { why: 'wrong', secondLogin: '', secret: '' })
  expect([400, 409]).toContain(alone.status)
  expect(await boss.get(one)).not.toContain('Taken out')
  const team = await at(village, 'migration-worker')
  expect((await team.get(out)).includes('record')).toBe(false)
})

test('a road goes from one hand to the other, and a legal one needs an authority', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const road = {
    country: 'JP',
    way: 'agency',
    state: 'open',
    since: '1/12/2025',
    least: '10',
    most: '30',
    wage: '5000000',
    'cost-visa': '200000',
    'step-passport': 'yes',
    ...sourced,
  }
  const hearsay = await team.send('/network/roads/propose', { ...road, source: 'press' })
  expect(hearsay.status).toBe(409)
  expect(pageText(await hearsay.text())).toContain('only an authority can say')
  leadsTo(await team.send('/network/roads/propose', road))
  expect(await (await village.ask('/roads')).text()).not.toContain('Japan')
  const page = await boss.get('/network/roads')
  const list = page.slice(page.indexOf('Japan'))
  const [check] = /\/network\/roads\/[^"]*\/check/.exec(list)!
  leadsTo(await boss.send(check, { how: 'official-page', isSo: 'yes' }))
  const shown = pageText(await (await village.ask('/roads?to=JP&lang=en')).text())
  expect(shown).toContain('10 to 30 weeks')
  // Neither one of the team nor one of those who decide takes it out alone.
  const out = check.replace('/check', '/withdraw')
  expect(await team.get('/network/roads')).not.toContain(out)
  const alone = await boss.send(out, { why: 'closed', secondLogin: '', secret: '' })
  expect([400, 409]).toContain(alone.status)
  expect(await (await village.ask('/roads')).text()).toContain('Japan')
})
