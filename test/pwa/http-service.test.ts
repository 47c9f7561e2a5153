import { afterEach, expect, test, vi } from 'vitest'
import { serviceOverHttp } from '#src/pwa/http-service.ts'
import { ServiceFault } from '#src/pwa/service.ts'

/* What a phone makes of what its service answers, or of what a network puts in the place of an answer. */

afterEach(() => vi.unstubAllGlobals())

const answering = (answer: () => Response) => {
  vi.stubGlobal('fetch', async () => answer())
  return serviceOverHttp(async () => ({ key: 'a', signature: 'b' }))
}
const faultOf = async (answer: () => Response): Promise<string> => {
  const error: unknown = await answering(answer)
    .rowsAfter('a-fund', 0)
    .catch((fault: unknown) => fault)
  return error instanceof ServiceFault ? error.kind : 'none'
}
const refused =
  (status: number, code = 'any') =>
  () =>
    Response.json({ code }, { status })

test('a phone tells apart who has to sign in, who may not, what is too large, who has to wait, and what cannot be read', async () => {
  for (const [status, kind] of [
    [401, 'signed-out'],
    [403, 'not-yours'],
    [404, 'not-yours'],
    [413, 'too-large'],
    [429, 'busy'],
    [500, 'busy'],
    [503, 'busy'],
    [400, 'unreadable'],
    [422, 'unreadable'],
    [499, 'unreadable'],
  ] as const)
    expect(await faultOf(refused(status)), String(status)).toBe(kind)
  // Another key than this phone’s was known: its owner signs in on it again.
  expect(await faultOf(refused(403, 'batch-not-signed'))).toBe('signed-out')
})

test('a page that another network puts in the place of an answer is none, and a refusal without a word is one', async () => {
  const page = () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })
  expect(await faultOf(page)).toBe('unreachable')
  expect(await faultOf(() => new Response('<h1>Busy</h1>', { status: 503 }))).toBe('busy')
  expect(
    await faultOf(() => {
      throw new TypeError('no network')
    }),
  ).toBe('unreachable')
})

test('rows come as the book has them: what a correction takes back is named, and of all others nothing', async () => {
  const items = [
    { seq: 1, reverses: null },
    { seq: 2, reverses: 'an-entry' },
  ]
  const rows = await answering(() => Response.json({ items })).rowsAfter('a-fund', 0)
  expect(rows).toEqual([
    { seq: 1, reverses: undefined },
    { seq: 2, reverses: 'an-entry' },
  ])
})

test('of two that go together each is answered in its place, and with its own second word', async () => {
  let body = ''
  const answers = [
    { outcome: 'recorded', seq: 7, flags: [] },
    { outcome: 'refused', code: 'not-enough' },
  ]
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    body = String(init.body)
    return Response.json({ answers })
  })
  const service = serviceOverHttp(async () => ({ key: 'a', signature: 'b' }))
  const [first, second] = ['one', 'two'].map((id, place) => ({
    command: { id },
    madeAt: '',
    place,
  }))
  const some = [first, { ...second, word: 'sealed' }] as unknown as Parameters<
    typeof service.send
  >[1]
  expect(await service.send('a-fund', some)).toEqual([
    { id: 'one', outcome: 'recorded', seq: 7, flags: [] },
    { id: 'two', outcome: 'refused', code: 'not-enough' },
  ])
  expect(JSON.parse(body)).toEqual({
    commands: [{ id: 'one' }, { id: 'two', approvals: [{ sealed: 'sealed' }] }],
  })
})
