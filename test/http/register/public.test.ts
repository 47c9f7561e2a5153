import { expect, test } from 'vitest'
import { agencyAsked, isOwnCopy } from '#src/app/network/agency-copy.ts'
import { pageFiles } from '#src/pages/files.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const text = async (village: Practice, path: string): Promise<string> => {
  const answer = await village.ask(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const written = { source: 'said-to-us', seenOn: '2025-12-30' } as const

/** Writes into the register by two hands, as the team does. */
const write = async ({ needs, networkId }: Practice, ...commands: object[]): Promise<void> => {
  const on = { v: 1, effectiveOn: needs.today() }
  for (const [i, command] of commands.entries()) {
    const full = { id: needs.ids(), ...on, ...command } as never
    const by = { actor: i === commands.length - 1 ? 'bopha' : 'ann', device: 'test' }
    const [answer] = await needs.recordNetwork(networkId, [full], by)
    expect(answer?.outcome).toBe('recorded')
  }
}

test('anybody reads who may send people abroad, in both languages, without signing in and without a script', async () => {
  const village = await practice()
  for (const language of languages) {
    const page = await text(village, `/agencies?lang=${language}`)
    expect(page).not.toContain('<script')
    const next = await text(village, `/agencies?lang=${language}&page=2`)
    const both = page + next
    expect(both.match(/<li>/g)).toHaveLength(40)
    expect(page.match(/<li>/g)).toHaveLength(20)
    expect(both).toContain(language === 'en' ? 'Golden River (invented)' : 'ទន្លេមាស (ប្រឌិត)')
    expect(pageText(page)).toContain(
      language === 'en' ? 'every agency here is invented' : 'ក្រុមហ៊ុនទាំងអស់នៅទីនេះជាការប្រឌិត',
    )
  }
})

test('a page of the look-up, with all that its first paint needs, is at most 14 KB over the line', async () => {
  const village = await practice()
  const sent = async (path: string): Promise<number> => {
    const answer = await village.ask(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(answer.headers.get('content-encoding'), path).toBe('gzip')
    return (await answer.arrayBuffer()).byteLength
  }
  const sheet = await sent(pageFiles.open.path)
  for (const path of ['/agencies', '/agencies/poster', '/roads', '/roads?to=TH', '/warnings'])
    for (const language of languages) {
      const at = `${path}${path.includes('?') ? '&' : '?'}lang=${language}`
      const page = await text(village, at)
      expect(page.match(/<link[^>]*stylesheet/g)).toHaveLength(1)
      expect(page).toContain(`href="${pageFiles.open.path}"`)
      const whole = (await sent(at)) + sheet
      console.info(`look-up ${at}: ${whole} bytes, style ${sheet}`)
      expect(whole, at).toBeLessThanOrEqual(14 * 1024)
    }
})

test('a name is found as it is heard, in either script, and whoever is not there is not to be paid yet', async () => {
  const village = await practice()
  const find = async (query: string): Promise<string> =>
    pageText(await text(village, `/agencies?lang=en&${query}`))
  expect(await find('q=goldn+river')).toContain('Golden River (invented)')
  expect(await find(`q=${encodeURIComponent('ទន្លេមាស')}`)).toContain('Golden River (invented)')
  const none = await find('q=Somebody+Else')
  expect(none).toContain('No agency of this name is in the register')
  expect(none).toContain('Do not pay yet.')
  expect(await find('q=%3Cscript%3E')).toContain('Write letters and digits')
  // What is no name is told back nowhere: not in the field, nor in a link.
  expect(await text(village, '/agencies?lang=en&q=%3Cscript%3E')).not.toMatch(/(lt;|%3C)script/i)
})

test('whether it was licensed when somebody paid is answered for any day', async () => {
  const village = await practice()
  // The eighth agency was warned twice, and lost its licence 127 days before today.
  const on = async (day: string): Promise<string> => {
    const answer = await village.ask(`/v1/agencies?name=Quiet+River&on=${day}`)
    const { agencies } = (await answer.json()) as { agencies: { licence: { state: string } }[] }
    return agencies[0]!.licence.state
  }
  expect(await on('2025-08-25')).toBe('warned')
  expect(await on('2025-08-26')).toBe('removed')
  expect(await on('2010-01-01')).toBe('not-on-record')
  const page = pageText(await text(village, '/agencies?lang=en&q=Quiet+River&on=25/8/2025'))
  expect(page).toContain('As it was on 25 August 2025')
  expect(page).toContain('Has a licence, and was warned')
  expect(pageText(await text(village, '/agencies?lang=en&on=31/2/2025'))).toContain(
    'The calendar has no such day',
  )
})

test('nothing of persons, phones and sub-agents stands in public, nor what one alone or no authority said', async () => {
  const village = await practice()
  const ids = Array.from({ length: 4 }, () => village.needs.ids())
  const [sokId, factId, quietId, pressId] = ids as [string, string, string, string]
  const before = await (await village.ask('/v1/agencies')).text()
  const mark = 'c'.repeat(64)
  await write(
    village,
    {
      type: 'RegisterParty',
      partyId: sokId,
      kind: 'sub-agent',
      called: { what: 'sealed-name', mark },
      ...written,
    },
    {
      type: 'RecordPartyFacts',
      partyId: sokId,
      facts: [{ factId, fact: { what: 'phone', mark } }],
      ...written,
    },
    {
      type: 'RegisterParty',
      partyId: pressId,
      kind: 'agency',
      called: { what: 'name', latin: 'Only In The Press' },
      source: 'press',
      seenOn: '2025-12-30',
    },
    {
      type: 'CheckPartyFacts',
      facts: [
        { partyId: sokId, factId: sokId },
        { partyId: sokId, factId },
        { partyId: pressId, factId: pressId },
      ],
      how: 'visited',
    },
  )
  await write(
    village,
    {
      type: 'RegisterParty',
      partyId: quietId,
      kind: 'agency',
      called: { what: 'name', latin: 'Entered By One' },
      source: 'ministry-list',
      seenOn: '2025-12-30',
    },
    { type: 'CheckPartyFacts', facts: [{ partyId: pressId, factId: pressId }], how: 'visited' },
  )
  expect(await (await village.ask('/v1/agencies')).text()).toBe(before)
  const page = await text(village, '/agencies?lang=en')
  for (const hidden of ['Only In The Press', 'Entered By One', mark])
    expect(page).not.toContain(hidden)
})

test('a copy for the phone has its day, is signed by the network, and an altered sign is found', async () => {
  const { ask, needs } = await practice()
  const answer = await ask('/agencies/copy')
  expect(answer.headers.get('content-disposition')).toContain('agencies-2025-12-31.txt')
  const copy = await answer.text()
  expect(copy).toContain('Licensed agencies on 2025-12-31')
  expect(copy).toContain('Ask for a newer copy after 2026-01-30')
  expect(copy.match(/^[+-] \| /gm)).toHaveLength(40)
  expect(isOwnCopy(needs.signer, copy)).toBe(true)
  expect(isOwnCopy(needs.signer, copy.replaceAll('\n', '\r\n'))).toBe(true)
  expect(isOwnCopy(needs.signer, copy.replace('- | ', '+ | '))).toBe(false)
  expect(isOwnCopy(needs.signer, copy.replace('2025-12-31', '2026-12-31'))).toBe(false)
  expect(isOwnCopy(needs.signer, 'nothing')).toBe(false)
})

test('a poster tells who may send people and who may not any more', async () => {
  const village = await practice()
  const page = pageText(await text(village, '/agencies/poster?lang=en'))
  const [may, mayNot] = page.split('Suspended or taken away') as [string, string]
  expect(may).toContain('Golden River (invented)')
  expect(may).not.toContain('Quiet River (invented)')
  expect(mayNot).toContain('Quiet River (invented)')
  expect(page).toContain('After thirty days ask for a new poster')
})

test.each([
  ['AGENCY golden river', 'golden river'],
  ['agency: ទន្លេមាស', 'ទន្លេមាស'],
  ['ក្រុមហ៊ុន ទន្លេមាស', 'ទន្លេមាស'],
  ['balance 123456', undefined],
  ['agency', undefined],
])('a text that asks for an agency is understood: %s', (typed, asked) => {
  expect(agencyAsked(typed)).toBe(asked)
})

test('the legal road stands beside the other one, with cost, months and what can happen', async () => {
  const village = await practice()
  const page = pageText(await text(village, '/roads?to=TH&lang=en'))
  for (const said of [
    'By an agency',
    'Without papers',
    'Open for some since 31 December 2025',
    '6 to 16 weeks',
    // 1,200,000 of a wage of 1,500,000, and 600,000 of 1,100,000.
    '0.8 months of wage',
    '0.55 months of wage',
    'Held until a debt is paid',
    'these roads and sums are invented',
  ])
    expect(page).toContain(said)
})

test('a household counts with its own figures, and nothing of them is kept', async () => {
  const village = await practice()
  const at = '/roads?lang=en&cost=2400000&wage=1200000&living=600000'
  const page = pageText(await text(village, at))
  for (const said of [
    '2 months of wage',
    'with own money: after 4 months',
    'after 5 months with 61,820',
    'after 5 months with 94,120',
    'after 6 months with 822,380',
  ])
    expect(page).toContain(said)
  // All of the legal road costs 1,200,000 by the authority.
  const told = '/roads?lang=en&to=TH&cost=2400000&wage=1200000&living=600000'
  expect(pageText(await text(village, told))).toContain('More than an authority says')
  const less = told.replace('2400000', '1200000')
  expect(pageText(await text(village, less))).not.toContain('More than an authority says')
  expect(await text(village, told)).not.toMatch(/href="\/report[^"]*2400000/)
  const never = pageText(
    await text(village, '/roads?lang=en&cost=9000000&wage=700000&living=600000'),
  )
  expect(never).toContain('never: the interest takes more')
  expect(never).toContain('a warning sign')
  // A cost alone is no reckoning yet: it stays in its field.
  const half = await text(village, '/roads?lang=en&cost=2400000')
  expect(half).toContain('value="2400000"')
  expect(pageText(half)).not.toContain('with own money: after')
  const wrong = pageText(await text(village, '/roads?lang=en&cost=many&wage=1'))
  expect(wrong).toContain('Write a sum in digits')
  expect(wrong).not.toContain('many')
  const khmer = pageText(
    await text(village, '/roads?lang=km&cost=២៤០០០០០&wage=1200000&living=600000'),
  )
  expect(khmer).toContain('ក្រោយ 5 ខែ')
})

test('a program reads the roads too', async () => {
  const village = await practice()
  const answer = await village.ask('/v1/roads?country=TH')
  const { roads } = (await answer.json()) as { roads: { way: string; state: string }[] }
  expect(roads.map(({ way, state }) => [way, state])).toEqual([
    ['agency', 'restricted'],
    ['irregular', 'unknown'],
  ])
  expect(JSON.stringify(roads)).not.toContain('enteredBy')
  expect((await village.ask('/v1/roads?country=XX')).status).toBe(400)
  const all = (await (await village.ask('/v1/roads')).json()) as { roads: { country: string }[] }
  const to = all.roads.map(({ country }) => country)
  expect(to.filter((country) => country === 'TH')).toHaveLength(2)
  expect(new Set(to).size).toBeGreaterThan(1)
})
