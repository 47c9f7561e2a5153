import { expect, test } from 'vitest'
import { StorageUnavailable } from '#domain/ports.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { app } from '#src/http/app.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'

const host = { host: '127.0.0.1:3000' }
const fonts = new Map([['noto-sans-khmer-400.woff2', new Uint8Array([1, 2, 3])]])
const serviceOn = (store: ReturnType<typeof memoryStore>, today = '2025-12-31') =>
  app({ store, today: () => today, isPractice: true, version: '0.1.0', fonts })
const withBook = async () =>
  serviceOn((await bookFrom(paperBookFolder)).store as ReturnType<typeof memoryStore>)

test('the home page shows the figures of the day in English and in Khmer', async () => {
  const service = await withBook()
  for (const language of ['en', 'km']) {
    const answer = await service.request(`/?lang=${language}`, { headers: host })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain(`<html lang="${language}"`)
    for (const figure of ['13,237,800', '19,640,000', '12,996,800', '8,322,500'])
      expect(page).toContain(figure)
  }
})

test('late loans on the page are those with an instalment past its day', async () => {
  const page = await (await (await withBook()).request('/?lang=en', { headers: host })).text()
  expect(page).toContain('466,800')
  expect(page).toContain('20 January 2026')
})

test('without a fund the page says how to bring one in', async () => {
  const answer = await serviceOn(memoryStore()).request('/?lang=en', { headers: host })
  expect(await answer.text()).toContain('import paper-book')
})

test('the service says that it lives and which version it is', async () => {
  const service = serviceOn(memoryStore())
  expect(await (await service.request('/healthz', { headers: host })).json()).toEqual({
    status: 'ok',
  })
  expect(await (await service.request('/version', { headers: host })).json()).toEqual({
    version: '0.1.0',
  })
})

test('a page from elsewhere cannot read the fund through the browser of this machine', async () => {
  const service = await withBook()
  for (const name of [
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:3000',
    '10.0.0.7',
  ]) {
    const answer = await service.request('/', { headers: { host: name } })
    expect(answer.status).toBe(421)
    expect(await answer.text()).not.toContain('13,237,800')
  }
})

test('no page may run a script, and none of them has one', async () => {
  const answer = await (await withBook()).request('/', { headers: host })
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  expect(await answer.text()).not.toContain('<script')
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('an unknown fund, path or font is one and the same answer, and nothing of it is echoed', async () => {
  const service = await withBook()
  const paths = [
    '/?fund=00000000-0000-8000-8000-000000000009',
    '/?fund=canary',
    '/canary',
    '/fonts/canary',
    '/fonts/..%2f..%2fpackage.json',
  ]
  for (const path of paths) {
    const answer = await service.request(path, { headers: host })
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.text()).not.toContain('canary')
  }
})

test('when the store cannot be read the answer is 503 with a time to come back', async () => {
  const broken = { ...memoryStore(), fundIds: () => Promise.reject(new StorageUnavailable()) }
  const answer = await serviceOn(broken).request('/', { headers: host })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
})

test('a fault of the program is 500 without a word about it', async () => {
  const broken = { ...memoryStore(), fundIds: () => Promise.reject(new Error('canary')) }
  const answer = await serviceOn(broken).request('/', { headers: host })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('canary')
})
