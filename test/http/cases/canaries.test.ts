import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { intake } from '#domain/cases/operations/life.ts'
import type { Shape, Shapes } from '#domain/kernel/shape.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { exportForms } from '#src/exchange/export-forms.ts'
import type { LogLine } from '#src/http/needs.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { methodOf, pathOf } from '#test/http/access/requests.ts'
import { rowsOf, targetIn } from '#test/http/access/targets.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, passphrase } from '#test/http/cases/desk.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { archiveOf } from '#test/support/archives.ts'
import { reached } from '#test/support/reached.ts'
import { ourHost } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/*
 * A word of its own stands in every field of every operation of a case that takes words. Then everything that lies outside
 * of the open case is gone through for any of them: files as bytes, logs, archives, exports, and answers to everybody else.
 */

const mark = 'zqincase'
const lines: LogLine[] = []
const now = '2025-12-31T02:00:00.000Z'
let folder = ''
let village: Village
let code = ''
let written = 0
const closing: (() => Promise<void>)[] = []

let numbers = 0
/** A value that a shape takes; of words a canary, as far as its own pattern lets one in. */
const valueOf = (shape: Shape): unknown => {
  switch (shape.is) {
    case 'text': {
      const canary = `${mark}${(numbers += 1)}`
      return new RegExp(shape.pattern, 'u').test(canary) ? canary : shape.example
    }
    case 'word':
      return shape.of[0]
    case 'yes-or-no':
    case 'mark':
      return true
    case 'day':
      return '2025-12-30'
    case 'list':
      return [valueOf(shape.each)]
    case 'id':
      return village.f1.fundId
    case 'whole':
      return shape.min
    default:
      return 1
  }
}
const saidOf = (asks: Shapes): Record<string, unknown> =>
  Object.fromEntries(Object.entries(asks).map(([name, shape]) => [name, valueOf(shape)]))

/** Writes a canary into the case by one operation, told of what lies there which version it has seen. */
const write = async (desk: Parameters<typeof act>[1], needs: Parameters<typeof act>[0]) => {
  for (const operation of caseOperations.filter(({ command }) => command !== 'CloseCase')) {
    const { file } = (await caseOf(needs, desk, code))!
    const one = file.lists[operation.name]?.at(-1)
    const said = {
      ...saidOf(operation.asks),
      ...('item' in operation.asks ? { item: one?.item, seen: one?.version } : {}),
    }
    const { outcome } = await act(needs, desk, { code, operation, said })
    if (outcome === 'recorded') written += 1
  }
}

beforeAll(async () => {
  folder = newFolder()
  const path = join(folder, 'fund.db')
  const store = await sqliteStore({ path, create: true, hash: sha256, deadlineMs: 60_000 })
  const leaves = sqliteLeaves({ path: join(folder, 'cases.db'), create: true, deadlineMs: 60_000 })
  const keys = caseKeysBy({ secret: 'a cases secret for tests' })
  const clock = (): string => now
  const world = { journal: store, networks: store.networks, clock, hash: sha256 }
  const [record, recordNetwork] = [recorder(world), networkRecorder(world)]
  const log = (line: LogLine): void => void lines.push(line)
  const more = { store, clock, record, recordNetwork, log, cases: { leaves, keys } }
  village = await twoNetworks(more as never)
  closing.push(
    () => store.close(),
    () => leaves.close(),
  )
  const hers = await atDesk(village, asking(village).find('migration-worker'))
  await hers.first()
  const { networkId } = village.a
  const needs = { leaves, keys, clock, networkId, today: '2025-12-31', random: randomOnNode }
  const desk = await unlocked(needs, { userId: hers.userId, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('the key stays shut')
  code = (
    await openCase(needs, desk, { ...saidOf(intake), ageBand: '25-34', kind: 'survivor' } as never)
  ).code
  await write(desk, needs)
  // By the pages too, so that what the service writes beside it is written.
  await hers.ask(`/cases/of/${code}/AddNote`, { note: `${mark} by the page` })
  const page = await hers.page(`/cases/of/${code}?names=1`)
  // The words are there for whoever may read them, so that their absence means something.
  expect(new Set(page.match(/zqincase\d+/g)).size).toBeGreaterThan(15)
})
afterAll(async () => {
  for (const close of closing) await close()
  dropFolder(folder)
})

/** A canary, or the code of the case, in some bytes read as they are, as UTF-16 and as base64. */
const tellsIn = (bytes: Buffer | string): boolean => {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  return [mark, code].some((word) => {
    const wide = Buffer.from(word, 'utf16le').toString('latin1')
    const coded = Buffer.from(word.slice(0, 6)).toString('base64')
    return text.includes(word) || text.includes(wide) || text.includes(coded)
  })
}

test('no word of a case lies in a byte of any file, log, archive or export', async () => {
  expect(written).toBeGreaterThan(15)
  const { needs, a, b, f1, f2 } = village
  const { store } = needs
  const places: [string, Buffer | string][] = readdirSync(folder).map((name) => [
    name,
    readFileSync(join(folder, name)),
  ])
  expect(places.map(([name]) => name)).toContain('fund.db-wal')
  places.push(['log of requests', JSON.stringify(lines)])
  for (const { networkId } of [a, b]) {
    const log = await store.activities(networkId, { limit: 100_000 })
    places.push(['log of the network', JSON.stringify(log)])
    const journal = await store.networks.read(networkId, 0, 100_000)
    places.push(['journal of the network', JSON.stringify(journal)])
  }
  const chair = await atDesk(village, asking(village).find('chair'), 'shared')
  for (const { fundId } of [f1, f2]) {
    places.push([
      'log of a fund',
      JSON.stringify(await store.activities(fundId, { limit: 100_000 })),
    ])
    places.push(['archive', gunzipSync(await archiveOf(store as never, fundId))])
  }
  for (const form of exportForms) {
    const answer = await chair.ask(`/v1/funds/${f1.fundId}/exports/${form}`)
    expect([form, answer.status]).toEqual([form, 200])
    places.push([form, Buffer.from(await answer.arrayBuffer())])
  }
  expect(lines.filter(({ route }) => route.startsWith('/cases'))).toEqual([])
  const found = places.filter(([, bytes]) => tellsIn(bytes)).map(([name]) => name)
  expect(found).toEqual([])
  const tried = 'words of a case looked for in every file, log, archive and export'
  reached({ promise: 'P10', tried, count: numbers, atLeast: 30, found: found.length })
})

test('no word of a case is in an answer to anybody else, nor in what the service says of itself', async () => {
  const spare = {
    cardId: 'x',
    userId: 'x',
    memberUserId: 'x',
    deviceId: 'x',
    sessionId: 'x',
    loginless: 'x',
  }
  const reads = Object.keys(expectedRoutes).filter(
    (route) => methodOf(route) === 'GET' && !/\/(begin|enrol)$/.test(route),
  )
  const found: string[] = []
  let asked = 0
  for (const who of village.people.filter(({ networkId }) => networkId === village.a.networkId)) {
    if (process.env['TEST_BUDGET'] !== 'ci' && who.home !== village.f1) continue
    const target = { ...targetIn(who.home, rowsOf(who), spare), code }
    for (const route of reads) {
      const headers = { host: ourHost, authorization: `Bearer ${await who.token()}` }
      const path = pathOf(route, target)
      const answer = await village.service.request(path, { headers })
      const text = `${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`
      asked += 1
      // An address that was asked for may be named again where somebody is to go back to.
      if (text.replaceAll(code, '').includes(mark)) found.push(`${who.way}: ${route}`)
    }
  }
  expect(found).toEqual([])
  const tried = 'answers to everybody else gone through for words of a case'
  reached({ promise: 'P10', tried, count: asked, atLeast: 2_000, found: found.length })
})
