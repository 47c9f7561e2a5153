import { beforeAll, expect, test } from 'vitest'
import { ownPrivateOf } from '#src/app/members/private-savings.ts'
import { app } from '#src/http/app.ts'
import { attackers, differing, gotIn, nearest, outside } from '#test/http/savings/private-attack.ts'
import { type FundLife, type World, worldOf } from '#test/http/savings/private-worlds.ts'
import { asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'

/*
 * Worlds that live the same days and differ only in which of two households has saved in private, or in how much. All
 * that anybody but the owner can get is laid side by side.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** With little time every fifth question of the two who are nearest. */
const attack = isLong ? { by: attackers } : { by: nearest, every: 5 }
const hers: FundLife = { owner: 'household-login', way: 'private', amount: 300_000 }
const his: FundLife = { ...hers, owner: 'household-card' }

type Got = ReadonlyMap<string, string>
let one: World
let other: World
let first: Got

beforeAll(async () => {
  one = await worldOf(hers)
  other = await worldOf(his)
  first = await gotIn(one, attack)
})

test('who of two households saved in private nobody can tell by anything that the book answers', async () => {
  const second = await gotIn(other, attack)
  expect([...first.keys()]).toEqual([...second.keys()])
  const found = differing(first, second)
  expect(found).toEqual([])
  const atLeast = isLong ? 4_500 : 150
  const answered = [...first.values()].filter((text) => text.startsWith('200'))
  expect(answered.length).toBeGreaterThan(isLong ? 1_000 : 60)
  const tried = 'questions asked of two worlds that differ in whose the private savings are'
  reached({ promise: 'private savings', tried, count: first.size, atLeast, found: found.length })
})

test('the same attack finds whose savings are open, in every way that it has', async () => {
  const open = [await worldOf({ ...hers, way: 'open' }), await worldOf({ ...his, way: 'open' })]
  const how = isLong ? { by: nearest } : attack
  const got = [await gotIn(open[0]!, how), await gotIn(open[1]!, how)] as const
  const found = differing(...got).join('\n')
  expect(found).toContain('counter: log')
  const ways = [
    'household-login: GET /funds/:fundId/me household-login',
    'household-login: GET /funds/:fundId/me/looked',
    'household-login: GET /funds/:fundId/members/:memberId/passbook',
    'household-login: quote of 110000 normal',
    'household-login: GET /v1/funds/:fundId/entries/:entryId/receipt',
    'counter: GET /v1/funds/:fundId/members',
    'counter: GET /funds/:fundId/record/dispute',
    'counter: members known at moment',
    'counter: export evidence',
  ]
  const seen = ways.filter((way) => found.includes(way))
  expect(seen.length).toBeGreaterThan(0)
  if (isLong) expect(seen).toEqual(ways)
})

/** Hashes and signatures cover every entry before them: that they differ says that something does, and not what. */
const withoutSeals = (text: string): string =>
  text
    // A square code holds a hash and a signature beside what stands in words above it.
    .replaceAll(/<div class="qr"[\s\S]*?<\/div>/g, 'square code')
    .replaceAll(/[0-9a-f]{64}/g, 'hash')
    .replaceAll(/[\w-]{86}/g, 'signature')
    .replaceAll(/short code [0-9a-f]{4} [0-9a-f]{4}/g, 'short code')
    .replaceAll(/\["etag",[^\]]*\]/g, 'etag')

test('how much it is, neither the household nor anybody outside the committee can tell; a donor neither', async () => {
  const less = await worldOf({ ...hers, amount: 90_000 })
  const got = await gotIn(less, { ...attack, first: isLong ? outside.length + 1 : 1 })
  const mine = new Map([...first].filter(([key]) => got.has(key)))
  expect(mine.size).toBe(got.size)
  const found = differing(mine, got, withoutSeals)
  expect(found.filter((key) => !key.startsWith('counter'))).toEqual([])
  // An officer sees the sums of the fund, and nothing that is about somebody.
  const ofSomebody =
    /:memberId|members|:fundId\/(me|loans|requests|savings)|looked|: log|quote|asked for/
  expect(found.filter((key) => ofSomebody.test(key))).toEqual([])
  expect(found.length > 0).toBe(isLong)
  const told = async ({ village }: World) => {
    const { f1 } = village
    const on = asking(village)
    const report = `/v1/funds/${f1.fundId}/windows/${f1.canary}/report?year=2025`
    return (await on.send(on.find('chair'), report)).text()
  }
  expect(await told(less)).toBe(await told(one))
  expect(await told(one)).toContain(one.village.f1.canary)
})

/** A port that counts how often each of its ways is asked. */
const counting = <Port extends object>(
  port: Port,
  name: string,
  asked: Map<string, number>,
): Port =>
  new Proxy(port, {
    get: (of, key) => {
      const way: unknown = Reflect.get(of, key)
      if (typeof way !== 'function') return way
      return (...given: unknown[]): unknown => {
        const one = `${name}.${String(key)}`
        asked.set(one, (asked.get(one) ?? 0) + 1)
        return Reflect.apply(way, of, given)
      }
    },
  })

/** All that the owner's page asks of store, keys and hashes: what it takes longer for, it has asked for. */
const workOf = async (
  { village }: World,
  isLeaking: boolean,
): Promise<ReadonlyMap<string, number>> => {
  const asked = new Map<string, number>()
  const { needs, f1 } = village
  const hash = (text: string): string => {
    asked.set('hash', (asked.get('hash') ?? 0) + 1)
    return needs.hash(text)
  }
  const signer = counting(needs.signer, 'signer', asked)
  const store = counting(needs.store, 'store', asked)
  // A page that counts the private savings of its household too, and leaves them out again.
  const subjects = async (fundId: string) => {
    const own = { fundId, memberId: f1.memberIds['household-login'] }
    await ownPrivateOf(
      { ...needs, signer, hash, store: counting(needs.store, 'store', asked) },
      own,
    )
    return store.subjects(fundId)
  }
  const read = isLeaking ? { ...needs.store, subjects } : store
  const token = await asking(village).find('household-login').token()
  const headers = { host: ourHost, authorization: `Bearer ${token}` }
  const service = app({ ...needs, signer, hash, store: read })
  const answer = await service.request(`/funds/${f1.fundId}/me`, { headers })
  expect(answer.status).toBe(200)
  return asked
}

test('the work that her page takes tells nothing; of a page that looked at them it would', async () => {
  const [ofHers, ofHis] = [await workOf(one, false), await workOf(other, false)]
  expect(ofHers).toEqual(ofHis)
  expect(ofHers.get('store.subjects')).toBeGreaterThan(0)
  expect(await workOf(one, true)).not.toEqual(await workOf(other, true))
})

test('an owner sees what is hers, so that there is something to hide', async () => {
  const seen = await Promise.all(
    [one, other].map(async ({ village }) => {
      const { needs, f1 } = village
      const own = { fundId: f1.fundId, memberId: f1.memberIds['household-login'] }
      return (await ownPrivateOf(needs, own)).saved
    }),
  )
  expect(seen).toEqual([330_000, 0])
})
