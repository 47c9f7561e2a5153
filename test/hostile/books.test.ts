import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Desk, bodyOf, desk } from '#test/http/identity/desk.ts'
import { costOf } from '#test/support/own-time.ts'

let its: Desk
let token = ''
let heads = ''
const headsNow = async (): Promise<string> => {
  const { store } = its.needs
  const funds = await store.fundIds()
  const own = await store.networks.read(its.networkId, 0, 10_000)
  return `${funds.join(' ')} ${own.length}`
}
beforeAll(async () => {
  its = await desk()
  token = await its.signedIn('administrator')
  heads = await headsNow()
})

const boundary = 'xyzzy'
const part = (headers: string, content: string): string =>
  `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`
const named = (name: string, content: string, more = ''): string =>
  part(`Content-Disposition: form-data; name="${name}"${more}`, content)
const whole = (...parts: readonly string[]): string => `${parts.join('')}--${boundary}--\r\n`

/** What is answered, and what it costs: work that grows by the square of eight megabytes takes minutes, not seconds. */
const sendBody = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const { done, ms } = await costOf(async () => {
    const answer = await its.ask('/v1/imports/paper-book', {
      token,
      body,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    })
    return { status: answer.status, text: await answer.text() }
  })
  return { ...done, ms }
}

const fund = (content = '{}') => named('fund.json', content, '; filename="fund.json"')

const cases: readonly (readonly [string, () => BodyInit])[] = [
  ['nothing', () => ''],
  ['no part', () => whole()],
  ['a part without a name', () => whole(part('Content-Disposition: form-data', 'x'))],
  ['a part with an empty name', () => whole(named('', 'x'))],
  ['the same part twice', () => whole(fund(), fund())],
  ['a path for a name', () => whole(named('../../etc/passwd', 'x'))],
  ['a path for a file name', () => whole(named('fund.json', '{}', '; filename="../../../tmp/x"'))],
  ['two names in one part', () => whole(named('fund.json', '{}', '; name="members.csv"'))],
  ['a key of the language', () => whole(named('__proto__', 'x'), named('constructor', 'x'))],
  ['a name with a null in it', () => whole(named('fund.json\u0000', 'x'))],
  [
    'a part that never ends',
    () => `--${boundary}\r\nContent-Disposition: form-data; name="fund.json"\r\n\r\n{`,
  ],
  ['a thousand parts', () => whole(...Array.from({ length: 1000 }, (_, i) => named(`f${i}`, 'x')))],
  ['a header without an end', () => whole(part(`X: ${'a'.repeat(100_000)}`, 'x'))],
  ['an archive', () => new Uint8Array(gzipSync(Buffer.from(whole(fund()))))],
  ['text for a fund', () => whole(named('fund.json', '{}'))],
  ['a deep fund', () => whole(fund('['.repeat(200_000)))],
  [
    'a fund with keys of the language',
    () => whole(fund('{"__proto__":{"village":"x"},"constructor":1}')),
  ],
  [
    'bytes that are no text',
    () =>
      new Uint8Array([
        ...Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="fund.json"; filename="x"\r\n\r\n`,
        ),
        0xff,
        0xfe,
        ...Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
  ],
]

describe('a form that no paper book makes', () => {
  test.each(cases)('is refused with little work and writes nothing: %s', async (_, body) => {
    const { status, text, ms } = await sendBody(body())
    expect([400, 413, 422]).toContain(status)
    expect(text).not.toMatch(/passwd|\/tmp|f999|stack/)
    expect(text.length).toBeLessThan(20_000)
    expect(ms).toBeLessThan(5000)
    expect(await headsNow()).toBe(heads)
  })

  test('is not unpacked, whatever its headers say of it', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
      const { status, ms } = await sendBody(new Uint8Array(bomb), { 'content-encoding': encoding })
      expect(status).toBe(400)
      expect(ms).toBeLessThan(5000)
    }
  })

  test.each([
    '',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary="${'a'.repeat(5000)}"`,
    `multipart/mixed; boundary=${boundary}`,
    'text/csv',
  ])('of the kind %j is refused', async (type) => {
    const { status } = await sendBody(whole(fund()), { 'content-type': type })
    expect([400, 415]).toContain(status)
  })
})

describe('eight megabytes', () => {
  const mega = 1024 * 1024
  const csv = (line: string, bytes: number): string => line.repeat(Math.floor(bytes / line.length))
  const asFile = (name: string, content: string) => named(name, content, `; filename="${name}"`)
  const books: readonly (readonly [string, () => string])[] = [
    ['of short lines', () => csv('x\n', 7.5 * mega)],
    [
      'of lines that each have a fault',
      () => `card,sex,zone,offices,status\n${csv('%,%,%,%,%\n', 150_000)}`,
    ],
    ['of one line', () => csv('x,', 7.5 * mega)],
    ['of quotation marks', () => csv('"', 7.5 * mega)],
    ['of marks that open and close', () => csv('"",', 7.5 * mega)],
    ['of empty lines', () => csv('\n', 7.5 * mega)],
  ]
  test.each(books)(
    '%s are read or refused with little work, and with an answer that is not large',
    async (_, content) => {
      const body = whole(fund(), asFile('members.csv', content()), asFile('loans.csv', 'x'))
      const { status, text, ms } = await sendBody(body)
      expect([413, 422]).toContain(status)
      expect(text.length).toBeLessThan(2 * mega)
      expect(ms).toBeLessThan(10_000)
      expect(await headsNow()).toBe(heads)
    },
  )

  test('of tiny parts are refused without a fault for each', async () => {
    const tiny = csv(named('a', ''), 7.5 * mega)
    const { status, text, ms } = await sendBody(whole(tiny))
    expect(status).toBe(413)
    expect(text.length).toBeLessThan(20_000)
    expect(ms).toBeLessThan(20_000)
  })
})

describe('a list of commands', () => {
  test('of ten thousand items is refused as a whole, and one of five hundred odd items is answered', async () => {
    const keeper = await its.as('record-keeper')
    const send = (count: number) =>
      its.ask(`/v1/funds/${its.fundId}/commands`, {
        token: keeper,
        json: { commands: Array.from({ length: count }, () => ({ type: '__proto__' })) },
      })
    const { ms } = await costOf(async () => {
      const large = await send(10_000)
      expect(large.status).toBe(400)
      expect((await large.text()).length).toBeLessThan(2000)
      expect((await bodyOf<{ answers: [] }>(await send(500))).answers).toHaveLength(500)
    })
    expect(ms).toBeLessThan(10_000)
  })
})
