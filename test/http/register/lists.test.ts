import { expect, test } from 'vitest'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { allChecked, at, leadsTo, register } from '#test/http/register/staff-pages.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

const listed = (text: string): FormData => {
  const form = new FormData()
  form.append('seal', '')
  form.append('sheet', new Blob([text]), 'list.csv')
  return form
}

const head = 'name_latin,name_km,licence,status,since,until,countries,list_date'

test('an official list shows what it changes, writes it when the same comes again, and waits for a second one', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const list = [
    head,
    'Golden River (invented),,001/0,suspended,2025-12-20,,,2025-12-29',
    'Far Harbour,កំពង់ផែ,120/25,valid,2025-12-01,2027-11-30,TH MY,2025-12-29',
  ].join('\n')
  const tried = await team.post(`${register}/list`, listed(list))
  expect(tried.status).toBe(200)
  const page = await tried.text()
  const text = pageText(page)
  expect(text).toContain('1 agency is new')
  expect(text).toContain('Far Harbour')
  expect(text).toContain('1 agency stands otherwise')
  expect(text).toContain('by the list: Suspended')
  expect(text).toMatch(/\d+ agencies with a licence are not on the list/)
  expect(pageText(await boss.get(register))).not.toContain('Check')
  const again = listed(list)
  again.set('seal', /name="seal" value="([0-9a-f]{64})"/.exec(page)![1]!)
  leadsTo(await team.post(`${register}/list/write`, again))
  expect(pageText(await boss.get(register))).toContain('lines that wait')
  leadsTo(await allChecked(boss))
  const shown = pageText(await (await village.ask('/agencies?lang=en&q=Far+Harbour')).text())
  expect(shown).toContain(
    'Has a licence since 1 December 2025 · until 30 November 2027'.slice(0, 13),
  )
  const suspended = pageText(await (await village.ask('/agencies?lang=en&q=Golden+River')).text())
  expect(suspended).toContain('Suspended: may send nobody')
  expect(pageText(await (await team.post(`${register}/list`, listed(list))).text())).toContain(
    'The list changes nothing',
  )
})

test.each([
  ['a cell that cannot be read', `${head}\nNew One,,1,maybe,,,,`, 'not one of the words'],
  ['a Khmer name that is none', `${head}\n,ZQ <b>,1,valid,,,,`, 'This name cannot be read'],
  ['a country that is none', `${head}\nNew One,,1,valid,,,ZZ,`, 'country here that is not known'],
  ['an agency that stands twice', `${head}\nNew One,,1,,,,,\nnew one,,2,,,,,`, 'stands twice'],
  ['a licence that ends first', `${head}\nNew One,,1,,2025-02-01,2025-01-01,,`, 'ends before'],
  ['a list of tomorrow', `${head}\nNew One,,1,,,,,2027-01-01`, 'still ahead'],
  ['nobody at all', `${head}\n`, 'no agency in this list'],
])('%s is told with its place, and nothing is written', async (_, text, said) => {
  const village = await practice()
  const team = await at(village, 'migration-worker')
  const answer = await team.post(`${register}/list`, listed(text))
  expect(answer.status).toBe(400)
  expect(pageText(await answer.text())).toContain(said)
})

/** Takes a list in: looked at first, then written as it was shown. */
const takenIn = async (team: Awaited<ReturnType<typeof at>>, list: string): Promise<void> => {
  const page = await (await team.post(`${register}/list`, listed(list))).text()
  const form = listed(list)
  form.set('seal', /name="seal" value="([0-9a-f]{64})"/.exec(page)![1]!)
  leadsTo(await team.post(`${register}/list/write`, form))
}

test('a list that is mended and then taken in once more as it was at first says that again', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const going = (countries: string): string =>
    `${head}\nFar Harbour,,120/25,valid,2025-12-01,2027-11-30,${countries},2025-12-29`
  const countries = async (): Promise<string> =>
    pageText(await (await village.ask('/agencies?lang=en&q=Far+Harbour')).text())
  for (const [list, said] of [
    ['TH', 'Thailand'],
    ['MY', 'Malaysia'],
    ['TH', 'Thailand'],
    ['MY', 'Malaysia'],
  ] as const) {
    await takenIn(team, going(list))
    const { status } = await allChecked(boss)
    expect(status, said).toBe(303)
    expect(await countries(), said).toContain(said)
  }
})

test('a list that still waits for a second one is written once, however often it comes', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const list = `${head}\nFar Harbour,,120/25,valid,2025-12-01,2027-11-30,TH,2025-12-29`
  const waiting = async (): Promise<string> => pageText(await boss.get(`${register}/check`))
  await takenIn(team, list)
  const once = await waiting()
  await takenIn(team, list)
  expect(await waiting()).toBe(once)
})

test('what two took out of the register comes in again when an official list says it once more', async () => {
  const village = await practice()
  const [team, boss] = [await at(village, 'migration-worker'), await at(village, 'administrator')]
  const list = `${head}\nFar Harbour,,120/25,valid,2025-12-01,2027-11-30,TH,2025-12-29`
  const shown = async (): Promise<string> =>
    pageText(await (await village.ask('/agencies?lang=en&q=Far+Harbour')).text())
  await takenIn(team, list)
  expect((await allChecked(boss)).status).toBe(303)
  const [one] = /\/network\/agencies\/[0-9a-f-]{36}/.exec(
    await boss.get(`${register}?q=Far+Harbour`),
  )!
  for (const [out] of (await boss.get(one)).matchAll(/\/network\/agencies\/[^"]*\/withdraw/g)) {
    if (!(await boss.get(out)).includes('Thailand')) continue
    const second = { secondLogin: practiceStaff.login, secret: practiceStaff.pin }
    leadsTo(await boss.send(out, { why: 'wrong', ...second }))
  }
  expect(await shown()).not.toContain('Thailand')
  await takenIn(team, list)
  expect((await allChecked(boss)).status).toBe(303)
  expect(await shown()).toContain('Thailand')
})
