import { beforeAll, expect, test } from 'vitest'
import { type Practice, practice } from '#test/support/service.ts'

let village: Practice
let token: string
beforeAll(async () => {
  village = await practice()
  token = await village.as('chair')
})

const read = (path: string, headers: Record<string, string> = {}) =>
  village.ask(`/v1/funds/${village.fundId}${path}`, { token, headers })

type List = {
  readonly items: readonly Record<string, unknown>[]
  readonly nextCursor: string | null
}
const list = async (path: string) => (await (await read(path)).json()) as List

test.each([
  ['/members?village=x', '', 'unknown-field'],
  ['/members/x?zone=a', '', 'unknown-field'],
  ['/reports/income?all=true', '', 'unknown-field'],
  ['?lang=km', '', 'unknown-field'],
  ['/members?zone=', '/zone', 'zone-empty'],
  ['/members?zone=a&zone=b', '/zone', 'invalid-type'],
  ['/members?isFormer=1', '/isFormer', 'not-true-or-false'],
  ['/members?limit=0', '/limit', 'limit-out-of-range'],
  ['/members?limit=201', '/limit', 'limit-out-of-range'],
  ['/members?limit=1e2', '/limit', 'limit-not-whole'],
  ['/members?limit=%E1%9F%A1', '/limit', 'limit-not-whole'],
  ['/members?cursor=%00', '/cursor', 'cursor-unreadable'],
  ['/members?cursor=bG9hbnMgTDAx', '/cursor', 'cursor-unreadable'],
  ['/members?cursor=////', '/cursor', 'cursor-unreadable'],
  ['/members?cursor=_w', '/cursor', 'cursor-unreadable'],
  ['/loans?status=lost', '/status', 'status-unknown'],
  ['/loans?product=gold', '/product', 'product-unknown'],
  ['/loans?memberId=M01', '/memberId', 'not-an-id'],
  ['/loans?asOf=2025-02-30', '/asOf', 'date-impossible'],
  ['/loans?asOf=2019-01-01', '/asOf', 'before-the-fund-began'],
  ['/loans?asOf=9999-12-31', '/asOf', 'date-impossible'],
  ['/loans?asOf=2036-01-01', '/asOf', 'date-too-far'],
  ['/loans?knownAt=yesterday', '/knownAt', 'not-an-instant'],
  ['/accounts?knownAt=2025-12-31', '/knownAt', 'not-an-instant'],
  ['/reports/gossip', '/name', 'report-unknown'],
])('what cannot be asked is an error and never an empty list: %s', async (path, pointer, code) => {
  const answer = await read(path)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer, code }],
  })
})

test('members are found by zone and by whether they left', async () => {
  const all = (await list('/members?limit=200')).items
  // Whoever says no limit reads fifty, as the description promises.
  expect((await list('/members')).items).toEqual(all.slice(0, 50))
  const zones = [...new Set(all.map(({ zone }) => zone as string))]
  expect(zones.length).toBeGreaterThan(1)
  let found = 0
  for (const zone of zones) {
    const { items } = await list(`/members?limit=200&zone=${encodeURIComponent(zone)}`)
    expect(items.every((member) => member['zone'] === zone)).toBe(true)
    found += items.length
  }
  expect(found).toBe(all.length)
  const former = (await list('/members?isFormer=true')).items
  expect(former.length).toBeGreaterThan(0)
  expect(former).toEqual(all.filter(({ isFormer }) => isFormer))
})

test('loans are found by status, borrower and product', async () => {
  const all = (await list('/loans?limit=200')).items
  const ids = (loans: List['items']) => loans.map(({ loanId }) => loanId)
  const open = all.filter(({ owed }) => owed !== 0)
  expect(ids((await list('/loans?limit=200&status=open')).items)).toEqual(ids(open))
  const closed = (await list('/loans?limit=200&status=closed')).items
  expect(closed.length + open.length).toBe(all.length)
  const late = (await list('/loans?limit=200&status=late')).items
  expect(late).toHaveLength(3)
  expect(late.every(({ daysPastDue }) => Number(daysPastDue) > 0)).toBe(true)
  const { memberId } = open[0]!
  const hers = await list(`/loans?memberId=${String(memberId)}`)
  expect(ids(hers.items)).toEqual(ids(all.filter((loan) => loan['memberId'] === memberId)))
  const seasonal = await list('/loans?limit=200&product=seasonal')
  expect(ids(seasonal.items)).toEqual(ids(all.filter(({ product }) => product === 'seasonal')))
  expect(seasonal.items.length).toBeGreaterThan(0)
})

test('a page goes on where the last one ended, also when somebody was admitted in between', async () => {
  const first = await list('/members?limit=3')
  const admit = {
    id: village.needs.ids(),
    v: 1 as const,
    type: 'AdmitMember' as const,
    effectiveOn: '2025-12-31',
    memberId: village.needs.ids(),
    card: 'A00',
    sex: 'f' as const,
    zone: 'upland',
    isFormer: false,
  }
  await village.needs.record(village.fundId, [admit], { actor: 'test', device: 'test' })
  const second = await list(`/members?limit=3&cursor=${first.nextCursor}`)
  expect(second.items.map(({ card }) => card)).toEqual(['M04', 'M05', 'M06'])
  expect((await list('/members?limit=1')).items[0]).toMatchObject({ card: 'A00' })
})

test('what has been read already is not sent again until it changes', async () => {
  const first = await read('/loans')
  const etag = first.headers.get('etag')!
  const again = await read('/loans', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const changed = await read('/loans?asOf=2025-06-30', { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  const stranger = await village.ask(`/v1/funds/${village.fundId}/loans`, {
    headers: { 'if-none-match': etag },
  })
  expect(stranger.status).toBe(401)
})

test('an account that nothing was posted to is none', async () => {
  for (const account of ['asset:bank', 'asset:loan:x', 'nonsense'])
    expect((await read(`/accounts/${account}/postings`)).status).toBe(404)
})

test('a day before a loan was paid out does not know it', async () => {
  const { items } = await list('/loans?limit=200&asOf=2025-01-01')
  expect(items.length).toBeGreaterThan(0)
  expect(items.every(({ paidOutOn }) => String(paidOutOn) <= '2025-01-01')).toBe(true)
})
