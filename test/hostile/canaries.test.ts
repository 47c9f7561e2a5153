import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { exportForms } from '#src/exchange/export-forms.ts'
import { withoutTheDesk } from '#test/http/access/canaries.ts'
import { oneOfEach } from '#test/http/access/commands.ts'
import { fundCommands, networkCommands } from '#test/http/access/expected-commands.ts'
import { type Expected, expectedRoutes } from '#test/http/access/expected.ts'
import type { Somebody } from '#test/http/access/people.ts'
import type { Made, Means } from '#test/http/access/means.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import { meansOf } from '#test/http/access/sending.ts'
import { newSpare, rowsOf, targetIn } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { paperOf, wanted } from '#test/http/support/team.ts'
import { archiveOf } from '#test/support/archives.ts'
import type { LogLine } from '#src/http/needs.ts'
import { reached } from '#test/support/reached.ts'
import { ourHost } from '#test/support/service.ts'

/*
 * A word of its own is typed into every field of every form and body of one fund and its network, whatever the field is
 * for. Then everybody else asks for everything, and what is kept of others is gone through.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'
const word = 'zqcanary'
const lines: LogLine[] = []
let village: TwoNetworks
let typed = 0
let taken = 0
/** What the case files of the first fund were told. */
const ofCases = 'zqcase'

/** Leaves of a body with a place each; every text among them is a field that somebody could fill in otherwise. */
const fieldsOf = (body: unknown, at: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof body === 'string') return [at]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, value]) => fieldsOf(value, [...at, name]))
}

const put = (body: unknown, [name, ...rest]: readonly string[], text: string): unknown => {
  if (name === undefined) return text
  const whole = body as Readonly<Record<string, unknown>>
  const changed = { ...whole, [name]: put(whole[name], rest, text) }
  return Array.isArray(body) ? Object.values(changed) : changed
}

const sendAs = async (who: Somebody, route: string, path: string, { json, form }: Made) => {
  const method = methodOf(route)
  return village.service.request(path, {
    method,
    headers: {
      host: ourHost,
      authorization: `Bearer ${await who.token()}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET'
      ? {}
      : { body: json === undefined ? new URLSearchParams(form) : JSON.stringify(json) }),
  })
}

const home = () => village.f1

/** Whoever of the first fund and its network may send to a route. */
const senderOf = ({ may }: Expected): Somebody | undefined =>
  village.people.find(
    (one) => one.networkId === village.a.networkId && one.home === home() && may.includes(one.way),
  )

/** Routes that would take from the people of this test what they ask with. */
const spares =
  /sign-out|quick-exit|sessions|\/end$|shut-out|erase|devices|step-up|imports|book|old-book|\/bank/

/** Types a word into each field of a body in turn; the others stay as they would be taken. */
const typeEach = async (
  who: Somebody,
  route: string,
  of: () => Promise<Made & { readonly path: string }>,
): Promise<void> => {
  const { json, form } = await of()
  for (const at of fieldsOf(json ?? form)) {
    const { path, ...again } = await of()
    const made = put(again.json ?? again.form, at, `${word}${typed}`)
    const sent = json === undefined ? { form: made as Record<string, string> } : { json: made }
    const answer = await sendAs(who, route, path, sent)
    typed += 1
    const text = await answer.text()
    if (answer.status < 400 && !/"outcome":"(refused|invalid)"/.test(text)) taken += 1
  }
}

const typeInto = async (route: string, who: Somebody): Promise<void> => {
  const spare = await newSpare(village, home())
  const target = targetIn(home(), 'neighbour', spare)
  const means: Means = { ...meansOf(village, home(), false), target, newId: village.needs.ids }
  await typeEach(who, route, async () => {
    const made = await bodyOf(route, means)
    return { ...made, path: `${pathOf(route, target)}${made.query ?? ''}` }
  })
}

/** Each command that there is, to the fund or to its network. */
const typeIntoCommands = async (): Promise<void> => {
  const { a, people } = village
  const all = Object.entries({ ...fundCommands, ...networkCommands })
  for (const [place, [type, may]] of all.entries()) {
    const who = people.find((one) => one.home === home() && may.includes(one.way))
    if (!who || (!isLong && place % 8 > 0)) continue
    const to = type in networkCommands ? `networks/${a.networkId}` : `funds/${home().fundId}`
    const path = `/v1/${to}/commands`
    await typeEach(who, `POST ${path}`, async () => ({
      path,
      json: { commands: [oneOfEach(village, home())[type]] },
    }))
  }
}

/** A grant whose file says what nobody else may read. */
const fileWithCase = async (): Promise<void> => {
  const { f1, needs } = village
  const keeper = village.people.find(({ way, home: of }) => way === 'record-keeper' && of === f1)!
  const json = {
    id: needs.ids(),
    effectiveOn: '2025-12-30',
    ...wanted(f1, { reason: `${ofCases} her reason`, papers: paperOf(`${ofCases} 77`) }),
  }
  const path = `/v1/funds/${f1.fundId}/support`
  const answer = await sendAs(keeper, `POST ${path}`, path, { json })
  if (!(await answer.text()).includes('"recorded"')) throw new Error('no case was written')
}

beforeAll(async () => {
  village = await twoNetworks({ log: (line) => void lines.push(line) })
  await fileWithCase()
  const routes = Object.entries(expectedRoutes).filter(
    ([route]) => methodOf(route) === 'POST' && !spares.test(route),
  )
  for (const [place, [route, rule]] of routes.entries()) {
    const who = senderOf(rule)
    if (who && (isLong || place % 16 === 0)) await typeInto(route, who)
  }
  // What has a name or a reason in it is typed whatever the budget.
  for (const route of ['POST /funds/:fundId/people/:memberId/name', 'POST /network/add/staff'])
    await typeInto(route, senderOf(expectedRoutes[route]!)!)
  await typeIntoCommands()
  const { f1, store } = village
  await store.keep(f1.fundId, [{ subject: 'fund:', text: `${word} village` }])
})

/** Everybody whose fund and network are others. */
const elsewhere = (): readonly Somebody[] => {
  const others = village.people.filter(({ home: of, networkId, way }) => {
    const isOfNetwork = networkId === village.a.networkId
    return isOfNetwork ? of !== home() && !way.startsWith('auditor') : true
  })
  return isLong ? others : others.filter((_, place) => place % 8 === 0)
}

const pageOf = async (who: Somebody, route: string): Promise<string> => {
  const spare = {
    cardId: 'x',
    userId: 'x',
    memberUserId: 'x',
    deviceId: 'x',
    sessionId: 'x',
    loginless: 'x',
  }
  const target = targetIn(who.home, rowsOf(who), spare)
  const means = { target, newId: () => 'x', isDryRun: true } as unknown as Means
  const { query = '' } = await bodyOf(route, means)
  const answer = await sendAs(who, route, `${pathOf(route, target)}${query}`, {})
  const bytes = Buffer.from(await answer.arrayBuffer())
  return `${JSON.stringify([...answer.headers])}\n${bytes.toString('latin1')}`
}

test('whatever was typed into one fund, nobody of another is answered a word of it', async () => {
  const reads = Object.keys(expectedRoutes).filter(
    (route) => methodOf(route) === 'GET' && !/\/(begin|enrol)$/.test(route),
  )
  let asked = 0
  const told: string[] = []
  for (const who of elsewhere())
    for (const route of reads) {
      const answer = withoutTheDesk(village, { route, somebody: who }, await pageOf(who, route))
      asked += 1
      if (answer.includes(word) || answer.includes(ofCases)) told.push(`${who.way}: ${route}`)
    }
  expect(told).toEqual([])
  // Much of what was typed is kept, so that its absence means something.
  expect(taken).toBeGreaterThan(isLong ? 30 : 0)
  console.log(`P10: ${typed} fields typed into, ${taken} taken, ${asked} answers of others`)
  const rows = [
    ['fields that a word was typed into', typed, isLong ? 1_450 : 30],
    [
      'answers to people of other funds and networks, gone through for it',
      asked,
      isLong ? 7_200 : 300,
    ],
  ] as const
  for (const [tried, count, atLeast] of rows)
    reached({ promise: 'P10', tried, count, atLeast, found: told.length })
})

/** All that is kept of a fund, place by place, as bytes would hold it. */
const placesOf = async (fundId: string): Promise<readonly string[]> => {
  const { store } = village
  const parts = [
    await store.read(fundId, 0, 100_000),
    await store.subjects(fundId),
    await store.postings(fundId, {}),
    await store.balances(fundId),
    await store.flags(fundId),
    [...(await store.of(fundId))],
    await store.names(fundId),
    await store.nominees(fundId),
    await store.kinships(fundId),
    await store.cards(fundId),
    await store.supportFiles(fundId),
    await store.activities(fundId, { limit: 100_000 }),
  ]
  const archive = gunzipSync(await archiveOf(store as never, fundId)).toString()
  return [...parts.map((part) => JSON.stringify(part)), archive]
}

const keptOf = async (fundId: string): Promise<string> => (await placesOf(fundId)).join('\n')

test('nothing of it lies in what is kept of other funds, in their archives, or in any line of the log of requests', async () => {
  const { f1, f2, f3, f4, b, store } = village
  for (const { fundId } of [f2, f3, f4]) {
    const kept = await keptOf(fundId)
    expect(kept.length).toBeGreaterThan(10_000)
    expect([kept.includes(word), kept.includes(ofCases)]).toEqual([false, false])
  }
  const other = JSON.stringify([
    await store.networks.read(b.networkId, 0, 100_000),
    await store.users(b.networkId),
    await store.devices(b.networkId),
    await store.activities(b.networkId, { limit: 100_000 }),
  ])
  expect(other.includes(word)).toBe(false)
  expect(lines.length).toBeGreaterThan(500)
  expect(JSON.stringify(lines)).not.toMatch(/zqca/)
  // What was typed into a field bears a number, the name of the village does not.
  expect(await keptOf(f1.fundId)).toMatch(/zqcanary\d/)
})

test('nothing of a case reaches the ledger: not its journal, views, notes, log, archive, or an export of any form', async () => {
  const { f1, store, needs } = village
  const gone = [...(await placesOf(f1.fundId))]
  const chair = village.people.find(({ way, home: of }) => way === 'chair' && of === f1)!
  for (const form of exportForms) {
    const path = `/v1/funds/${f1.fundId}/exports/${form}`
    const answer = await sendAs(chair, `GET ${path}`, path, {})
    expect(answer.status, form).toBe(200)
    gone.push(Buffer.from(await answer.arrayBuffer()).toString('latin1'))
  }
  gone.push(JSON.stringify(await store.networks.read(village.a.networkId, 0, 10_000)))
  const found = gone.filter((text) => text.includes(ofCases)).length
  expect(found).toBe(0)
  // It is there, for whoever holds the secret of the files.
  const files = await store.supportFiles(f1.fundId)
  const opened = await Promise.all(
    files.map(({ code, sealed }) => needs.sealing!.open(f1.fundId, code, sealed)),
  )
  expect(opened.filter((text) => text?.includes(ofCases))).toHaveLength(1)
  const tried = 'kinds of places and exports of the ledger gone through for the words of a case'
  reached({ promise: 'P10', tried, count: gone.length, atLeast: 20, found })
})
