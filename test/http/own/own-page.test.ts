import { beforeAll, expect, test } from 'vitest'
import { makeOwnCard, codeText, type OwnCode } from '#src/app/cases/own-card.ts'
import { act, casesOf, looked } from '#src/app/cases/cases.ts'
import { factOf, itemsOf } from '#domain/cases/operation.ts'
import { recordCheckIn } from '#domain/cases/operations/abroad.ts'
import { setJourney } from '#domain/cases/operations/journey.ts'
import { addTask } from '#domain/cases/operations/plan.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { practiceTeam } from '#src/app/practice/practice-cases.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost, type Practice, practice } from '#test/support/service.ts'

/* Somebody has a card of their own: nobody signs in, and no page says what it is about. */

let village: Practice
let code: string
let country: string
let made: { readonly code: OwnCode; readonly pin: string }
let desk: { readonly userId: string; readonly privateKey: string }

const needsOf = () => ({
  ...village.needs.cases!,
  ...village.needs,
  networkId: village.networkId,
  today: village.needs.today(),
})

/** A browser that keeps what it is given. */
const browser = () => {
  let cookie = ''
  return async (path: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const answer = await village.service.request(path, {
      method: form ? 'POST' : 'GET',
      headers: {
        host: ourHost,
        'accept-language': 'en',
        'sec-fetch-site': 'same-origin',
        ...(cookie === '' ? {} : { cookie }),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    })
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-own='))
    if (set) cookie = set.split(';')[0]!
    return answer
  }
}

const opened = async () => {
  const ask = browser()
  await ask(`/own?c=${codeText(made.code)}`)
  await ask('/own', { pin: made.pin })
  return ask
}

beforeAll(async () => {
  village = await practice()
  await village.ask('/cases/open', { token: await village.as('migration-worker') })
  const { login, passphrase } = practiceTeam[0]
  const user = await village.needs.store.userByLogin(village.networkId, loginKeyOf(login))
  const unlock = await unlocked(needsOf(), { userId: user!.userId, passphrase })
  if (typeof unlock === 'string' || 'may' in unlock) throw new Error('a key stays shut')
  desk = unlock
  const abroad = (await casesOf(needsOf(), desk)).find(({ file }) => file.facts['rhythm'])!
  code = abroad.file.code
  country = factOf(abroad.file, setJourney)!.country
  const card = await makeOwnCard(needsOf(), desk, code)
  if (card.outcome !== 'made') throw new Error(card.code)
  made = card
  const task = {
    what: 'Keep a copy of the contract',
    dueOn: village.needs.today(),
    whose: 'person',
  }
  await act(needsOf(), desk, { code, operation: addTask, said: task })
})

test('the square code leaves no address behind, and opens nothing without the digits', async () => {
  const ask = browser()
  const scanned = await ask(`/own?c=${codeText(made.code)}`)
  expect([scanned.status, scanned.headers.get('location')]).toEqual([303, '/own'])
  const page = pageText(await (await ask('/own')).text())
  expect(page).toContain('six digits')
  expect(page).not.toContain('contract')
  const wrong = made.pin === '000000' ? '000001' : '000000'
  expect((await ask('/own', { pin: wrong })).status).toBe(401)
  expect((await ask('/own/say', { what: 'call', word: '' })).status).toBe(404)
})

test('shows what was agreed to, numbers and the own tasks, under a title that says nothing, in few bytes', async () => {
  const ask = await opened()
  for (const language of ['en', 'km']) {
    const html = await (await ask(`/own?lang=${language}`)).text()
    expect(html).toContain('Keep a copy of the contract')
    // Those of the country where somebody is, and those at home; of a third country none.
    const numbers = { KH: '555-0101', TH: '555-0103', MY: '555-0104' }
    for (const [of, number] of Object.entries(numbers))
      expect([of, html.includes(number)]).toEqual([of, ['KH', country].includes(of)])
    expect(html).not.toContain(code)
    const title = /<title>([^<]*)<\/title>/.exec(html)![1]!
    expect(['Village book', 'សៀវភៅភូមិ']).toContain(title)
    // Numbers are called what they are called on the public page.
    const own = html.replace(/<ul class="ways-list dial">[^]*?<\/ul>/, '')
    expect(pageText(own)).not.toMatch(/\bcase\b|survivor|traffick|migra|ករណី|ចំណាកស្រុក/i)
    console.log(`own page (${language}): ${new TextEncoder().encode(html).length} bytes`)
    expect(new TextEncoder().encode(html).length).toBeLessThan(12_000)
  }
})

test('says that all is well with the word, or asks for a call: the case has it at the next look', async () => {
  const ask = await opened()
  const without = await ask('/own/say', { what: 'well', word: '' })
  expect(without.status).toBe(400)
  const well = await ask('/own/say', { what: 'well', word: 'somebody else' })
  expect(well.headers.get('location')).toBe('/own?said=1')
  await ask('/own/say', { what: 'call', word: '' })
  const { file } = (await looked(needsOf(), desk, code))!
  const answers = itemsOf(file, recordCheckIn).map(({ value }) => value.answer)
  expect(answers.slice(-2)).toEqual(['without-word', 'asked-for-help'])
})

test('is left at once, and then nothing is there', async () => {
  const ask = await opened()
  expect(await (await ask('/own')).text()).toContain('/quick-exit')
  await ask('/quick-exit', {})
  expect((await ask('/own')).status).toBe(404)
})

test('answers one and the same where a card was never made and where it was replaced', async () => {
  const stranger = browser()
  const none = { id: '0'.repeat(32), secret: '1'.repeat(32) }
  await stranger(`/own?c=${codeText(none)}`)
  const ofNone = await stranger('/own', { pin: '123456' })
  const ask = browser()
  await ask(`/own?c=${codeText(made.code)}`)
  const ofOld = await ask('/own', { pin: made.pin === '111111' ? '222222' : '111111' })
  expect([ofNone.status, ofOld.status]).toEqual([401, 401])
  expect(await ofNone.text()).toBe(await ofOld.text())
})

test('no line of a log tells when somebody looked at the own page or said something there', async () => {
  const ask = await opened()
  await ask('/own/say', { what: 'call', word: '' })
  await ask('/numbers')
  const told = village.lines.map(({ route }) => route)
  expect(told.filter((route) => route.startsWith('/own'))).toEqual([])
  // Other pages leave one, so that its absence means something.
  expect(told).toContain('/numbers')
})
