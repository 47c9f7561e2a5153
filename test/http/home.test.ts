import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { app } from '#src/http/app.ts'
import { entranceWords, everyPageWords } from '#src/words/words.ts'
import { live, practising } from '#test/http/entrance-visits.ts'
import { pageText } from '#test/pages/page-text.ts'
import { ourHost } from '#test/support/service.ts'

const host = { host: ourHost }
const figures = ['13,237,800', '19,640,000', '12,996,800', '8,322,500', '466,800']

/** The same service on a store that holds no fund, or that fails. */
const serviceOn = async (store: ReturnType<typeof memoryStore>) => {
  const { needs } = await practising()
  return app({ ...needs, store })
}

test('the practice fund shows the figures of the day to anybody, in English and in Khmer', async () => {
  const { ask } = await practising()
  for (const language of ['en', 'km']) {
    const answer = await ask(`/?lang=${language}`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`<html lang="${language}"`)
    for (const figure of figures) expect(page).toContain(figure)
  }
})

test('the practice fund shows itself without its journal being read, at first and again', async () => {
  const { needs } = await practising()
  const reads: string[] = []
  const read: typeof needs.store.read = (fundId, after, limit) => {
    reads.push(fundId)
    return needs.store.read(fundId, after, limit)
  }
  const service = app({ ...needs, store: { ...needs.store, read } })
  for (const path of ['/', '/practice', '/']) {
    const page = await (await service.request(path, { headers: host })).text()
    for (const figure of figures) expect(page).toContain(figure)
  }
  expect(reads).toEqual([])
})

test('a stranger at a live service sees two doors and no figure, name or fund', async () => {
  const { ask, fundId } = await live()
  const page = await (await ask('/?lang=en')).text()
  expect(page).toContain('href="/sign-in"')
  expect(page).toContain('href="/card"')
  for (const figure of figures) expect(page).not.toContain(figure)
  expect(page).not.toContain('Invented village')
  expect(page).not.toContain(fundId)
  expect(page).not.toContain('/doors/')
})

test('whoever is signed in at a live service sees the own fund and what is open there', async () => {
  const { ask, as, fundId } = await live()
  const page = await (await ask('/more?lang=en', { token: await as('record-keeper') })).text()
  expect(page).toContain('Here as: Record-keeper')
  expect(page).toContain('Invented village')
  for (const desk of ['today', 'health', 'me', 'quote', 'cards', 'log'])
    expect(page).toContain(`href="/funds/${fundId}/${desk}"`)
  for (const figure of figures) expect(page).not.toContain(figure)
})

test('each person is led to the own desk and to no other', async () => {
  const { ask, as, fundId } = await practising()
  const waysOf = async (door: Parameters<typeof as>[0]) => {
    const page = await (await ask('/more?lang=en', { token: await as(door) })).text()
    const ways = [...page.matchAll(/<a class="door[^"]*"\s+href="([^"]*)"/g)].map(([, to]) => to)
    // Guides, numbers for whoever needs help and what the words mean are everybody's, and stand last.
    expect(ways.slice(-3)).toEqual(['/help', expect.stringMatching(/^\/numbers\?n=/), '/glossary'])
    return ways.slice(0, -3)
  }
  const at = (path: string) => `/funds/${fundId}/${path}`
  expect(await waysOf('household')).toEqual([at('me'), at('quote')])
  expect(await waysOf('auditor')).toEqual([
    '/portfolio',
    '/network/box',
    ...['meetings', 'health', 'loans', 'quote', 'members', 'officers', 'audits', 'log'].map(at),
  ])
  expect(await waysOf('migration-worker')).toEqual(['/team', '/watch'])
  const ofChair = [
    'meetings',
    'health',
    'me',
    'loans',
    'quote',
    'members',
    'officers',
    'people',
    'rules',
    'cards',
    'logins',
    'auditors',
    'audits',
    'letters',
    'log',
  ]
  expect(await waysOf('chair')).toEqual(ofChair.map(at))
  expect(await waysOf('administrator')).toEqual(['/network', '/network/box', '/network/devices'])
})

test('500,000 for 10 months costs 41,000 here and 500,000 at a moneylender', async () => {
  const { ask } = await practising()
  const text = pageText(await (await ask('/?lang=en')).text())
  expect(text).toContain('500,000\u202f៛ for 10 months costs')
  expect(text).toContain('Here 41,000\u202f៛ forty-one thousand riel')
  expect(text).toContain('At a moneylender 500,000\u202f៛')
})

test('another sum is worked out in digits of either script', async () => {
  const { ask } = await practising()
  for (const query of [
    'amount=1000000&months=5',
    `amount=${encodeURIComponent('១០០០០០០')}&months=${encodeURIComponent('៥')}`,
  ]) {
    const page = await (await ask(`/?lang=en&${query}`)).text()
    expect(pageText(page)).toContain('Here 45,000\u202f៛')
    expect(pageText(page)).toContain('At a moneylender 500,000\u202f៛')
    expect(page).toContain('href="?amount=1000000&amp;months=5&amp;lang=km"')
  }
})

test('a sum or a time that cannot be is told in words and not repeated', async () => {
  const { ask } = await practising()
  const amounts = ['canary', '', '9999', '5000001', '-50000', '5e5', '50.000', '99999999999999']
  for (const amount of amounts) {
    const answer = await ask(`/?lang=en&amount=${encodeURIComponent(amount)}&months=10`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page, amount).toContain('role="alert"')
    expect(pageText(page)).toContain('Write how much in digits only')
    expect(page).not.toMatch(/canary|5e5"|50\.000|"9999/)
  }
  for (const months of ['canary', '0', '25', '1.5', '\u0000']) {
    const page = await (
      await ask(`/?lang=en&amount=500000&months=${encodeURIComponent(months)}`)
    ).text()
    expect(pageText(page), months).toContain('Write the months in digits only, from 1 to 24.')
    expect(page).not.toContain('canary')
  }
})

test('the smallest and the largest that can be asked for are worked out', async () => {
  const { ask } = await practising()
  for (const query of ['amount=10000&months=1', 'amount=5000000&months=24']) {
    const page = await (await ask(`/?lang=en&${query}`)).text()
    expect(page).not.toContain('role="alert"')
    expect(page).toContain(`href="?${query.replace('&', '&amp;')}&amp;lang=km"`)
  }
})

test('the example stays in another language where something of it was asked for, and where it could be', async () => {
  const { ask } = await practising()
  const linkOf = async (query: string) =>
    /href="\?([^"]*)lang=km"/.exec(await (await ask(`/?lang=en&${query}`)).text())![1]!
  expect(await linkOf('amount=500000&months=10')).toBe('')
  expect(await linkOf('amount=500000')).toBe('')
  expect(await linkOf('amount=600000')).toBe('amount=600000&amp;months=10&amp;')
  expect(await linkOf('months=9')).toBe('amount=500000&amp;months=9&amp;')
  expect(await linkOf('amount=600000&months=99')).toBe('')
  expect(await linkOf('amount=1&months=9')).toBe('')
})

test('the flood moves days and makes no payment larger, more or dearer', async () => {
  const { ask } = await practising()
  const text = pageText(await (await ask('/?lang=en')).text())
  expect(text).toContain('Next payment 20 Jan 2026 20 Apr 2026')
  expect(text).toContain('Last payment 20 Jul 2026 20 Oct 2026')
  expect(text).toContain('Payments left 7 7')
  expect(text).toContain('Interest in the three months 13,400\u202f៛ 0\u202f៛')
  expect(text).toContain('Interest in all 41,000\u202f៛ 41,000\u202f៛')
})

test('the third example says no at 75 of 100 and offers what lowers the burden', async () => {
  const { ask } = await practising()
  const text = pageText(await (await ask('/?lang=en')).text())
  expect(text).toContain('She earns 600,000\u202f៛ a month and already pays 390,000\u202f៛')
  expect(text).toContain('it would be 75 of 100')
  expect(text).toContain(
    'She pays a month now 390,000\u202f៛ First month afterwards 325,000\u202f៛',
  )
  expect(text.match(/Worked example with invented people\./g)).toHaveLength(2)
})

test('without a fund the page says how to bring one in', async () => {
  const service = await serviceOn(memoryStore())
  const answer = await service.request('/?lang=en', { headers: host })
  expect(await answer.text()).toContain('/network/book')
})

test('the service says that it lives and which version it is', async () => {
  const { ask, needs } = await practising()
  expect(await (await ask('/healthz')).json()).toEqual({ status: 'ok' })
  expect(await (await ask('/version')).json()).toEqual({ version: needs.version })
})

test('a page from elsewhere cannot read the fund through the browser of this machine', async () => {
  const { ask } = await practising()
  for (const name of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:3000',
    '10.0.0.7',
  ]) {
    const answer = await ask('/', { headers: { host: name } })
    expect(answer.status).toBe(421)
    expect(await answer.text()).not.toContain('13,237,800')
  }
})

test('no page may run a script, and none of them has one', async () => {
  const { ask } = await practising()
  const answer = await ask('/')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(await answer.text()).not.toContain('<script')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('when the store cannot be read the answer is 503 with a time to come back', async () => {
  const broken = { ...memoryStore(), fundIds: () => Promise.reject(new StorageUnavailable()) }
  const answer = await (await serviceOn(broken)).request('/', { headers: host })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})

test('a fault of the program is 500 without a word about it', async () => {
  const broken = { ...memoryStore(), fundIds: () => Promise.reject(new Error('canary')) }
  const answer = await (await serviceOn(broken)).request('/', { headers: host })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('canary')
})

test('who runs a network that has no fund yet has the ways of the own task on the first page', async () => {
  const { needs, as } = await practising()
  const store = { ...needs.store, fundIds: () => Promise.resolve([]) }
  const headers = { ...host, cookie: `__Host-session=${await as('administrator')}` }
  const page = await (await app({ ...needs, store }).request('/?lang=en', { headers })).text()
  expect(pageText(page)).toContain(entranceWords.in('en').welcomeHeading)
  expect(pageText(page)).not.toContain(everyPageWords.in('en').emptyHeading)
})
