import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutgoingText } from '#domain/fund/messages.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { sqliteStore } from '#infra/db/sqlite-store.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { randomOnNode, sha256 } from '#infra/system/system.ts'
import { act, caseOf, openCase } from '#src/app/cases/cases.ts'
import { makeOwnCard, openOwnCard, ownViewBy } from '#src/app/cases/own-card.ts'
import { say } from '#src/app/cases/own-line.ts'
import { unlocked } from '#src/app/cases/team.ts'
import { keepPhone, sendCaseTexts } from '#src/app/cases/texts.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import { exportForms } from '#src/exchange/export-forms.ts'
import { sayMessage } from '#src/http/messages/say.ts'
import type { LogLine } from '#src/http/needs.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { methodOf, pathOf } from '#test/http/access/requests.ts'
import { rowsOf, targetIn } from '#test/http/access/targets.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk, passphrase } from '#test/http/cases/desk.ts'
import {
  type Field,
  allFields,
  fixes,
  intakeAsks,
  mark,
  plantedIn,
  sought,
  tells,
  written,
} from '#test/http/cases/planted.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { archiveOf } from '#test/support/archives.ts'
import { reached } from '#test/support/reached.ts'
import { ourHost } from '#test/support/service.ts'
import { dropFolder, newFolder } from '#test/support/started.ts'

/*
 * A word or a sum of its own stands in every field of a case, of what its person says and sees by the own card, and of what the
 * service sends. Then everything that lies outside of the open case is gone through for any of them: files as bytes, logs,
 * archives, exports, texts, and answers to everybody else.
 */

const isLong = process.env['TEST_BUDGET'] === 'ci'

const lines: LogLine[] = []
const now = '2025-12-31T02:00:00.000Z'
const today = '2025-12-31'
let folder = ''
let village: Village
let code = ''
/** What stands in the case, by the field into which it was written. */
const planted = new Map<Field, string>()
const sent: OutgoingText[] = []
const closing: (() => Promise<void>)[] = []

type Desk = Parameters<typeof act>[1]
type Needs = Parameters<typeof act>[0]

/** Writes into the case by every operation, told of what lies there which version it has seen. */
const write = async (desk: Desk, needs: Needs): Promise<void> => {
  const given = { id: desk.userId, on: '2025-12-30' }
  for (const operation of written) {
    const { file } = (await caseOf(needs, desk, code))!
    const one = file.lists[operation.name]?.at(-1)
    const { said, canaries } = plantedIn(operation, { ...given, fixed: fixes[operation.command] })
    const seen =
      operation.writes === 'fact' ? (file.facts[operation.name]?.version ?? 0) : one?.version
    const named = operation.writes === 'item' ? { item: one?.item } : {}
    const all = { ...said, ...named, ...('seen' in operation.asks ? { seen } : {}) }
    const told = await act(needs, desk, { code, operation, said: all })
    if (told.outcome === 'recorded')
      for (const [field, canary] of canaries) planted.set(field, canary)
  }
}

/** The person says something by the own card and by a text, and the service sends what is due. */
const speak = async (desk: Desk, needs: Needs): Promise<void> => {
  const card = await makeOwnCard(needs, desk, code)
  if (card.outcome !== 'made') throw new Error(card.code)
  await say(needs, card.code.id, { text: `${mark} by the own page` })
  await keepPhone(
    needs,
    { networkId: needs.networkId, userId: desk.userId },
    {
      number: `${sought[1]}99999`,
      language: 'en',
    },
  )
  const texts = {
    ...needs,
    today: () => '2026-03-31',
    carrier: async (text: OutgoingText) => {
      sent.push(text)
      return 'taken' as const
    },
    say: sayMessage,
    supervisorsOf: async () => [desk.userId],
  }
  await sendCaseTexts(texts, needs.networkId)
  const opened = await openOwnCard(needs, card)
  if (typeof opened === 'string' || 'may' in opened) throw new Error('the card does not open')
  const seen = await ownViewBy(needs, { id: card.code.id, ...opened })
  expect(JSON.stringify(seen)).toContain(mark)
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
  const needs = { leaves, keys, clock, networkId, today, random: randomOnNode }
  const desk = await unlocked(needs, { userId: hers.userId, passphrase })
  if (typeof desk === 'string' || 'may' in desk) throw new Error('the key stays shut')
  const fixed = { ageBand: '25-34', kind: 'survivor' }
  const first = plantedIn(intakeAsks, { id: desk.userId, on: today, fixed })
  code = (await openCase(needs, desk, first.said as never)).code
  for (const [field, canary] of first.canaries) planted.set(field, canary)
  // What a first talk says stands in the file until it is said anew.
  const begun = JSON.stringify((await caseOf(needs, desk, code))!.file)
  for (const canary of first.canaries.values()) expect(begun).toContain(canary)
  await write(desk, needs)
  const { file } = (await caseOf(needs, desk, code))!
  const inFile = JSON.stringify(file)
  for (const [field, canary] of planted)
    if (!field.startsWith('OpenCase.'))
      expect([field, inFile.includes(canary)]).toEqual([field, true])
  await speak(desk, needs)
  // By the pages too, so that what the service writes beside it is written.
  await hers.ask(`/cases/of/${code}/AddNote`, { note: `${mark} by the page` })
  const page = await hers.page(`/cases/of/${code}?names=1`)
  // The words are there for whoever may read them, so that their absence means something.
  expect(new Set(page.match(/zqincase [a-j]+/g)).size).toBeGreaterThan(10)
})
afterAll(async () => {
  for (const close of closing) await close()
  dropFolder(folder)
})

/** A canary, or the code of the case, in some bytes. */
const tellsIn = (bytes: Buffer | string): boolean => tells(bytes, [...sought, code])

test('there is a canary in every field of a case that holds one, by the shapes of its operations', () => {
  expect(allFields.filter((field) => !planted.has(field))).toEqual([])
  expect(planted.size).toBe(allFields.length)
  // A file in which one stood would be found, however it is written there.
  const word = [...planted.values()][0]!
  const coded = ['', 'a', 'ab'].map((before) =>
    Buffer.from(`${before}${word} and more`).toString('base64'),
  )
  for (const one of [word, Buffer.from(word, 'utf16le'), ...coded]) expect(tellsIn(one)).toBe(true)
  expect(tellsIn('nothing of it')).toBe(false)
})

test('no text of a case says a word of it, to its person or to the team', () => {
  expect(sent.map(({ text }) => text).length).toBeGreaterThan(1)
  expect(sent.filter(({ text, id }) => tellsIn(text) || tellsIn(id))).toEqual([])
})

test('no word of a case lies in a byte of any file, log, archive or export', async () => {
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
  reached({ promise: 'P10', tried, count: planted.size, atLeast: 25, found: found.length })
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
  const people = village.people.filter(
    ({ networkId, home }) => networkId === village.a.networkId && (isLong || home === village.f1),
  )
  for (const [nth, who] of people.entries()) {
    const target = { ...targetIn(who.home, rowsOf(who), spare), code }
    for (const [place, route] of reads.entries()) {
      // With little time each reads a third, the next one the next third.
      if (!isLong && (place + nth) % 3 !== 0) continue
      const headers = { host: ourHost, authorization: `Bearer ${await who.token()}` }
      const path = pathOf(route, target)
      const answer = await village.service.request(path, { headers })
      const text = `${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`
      asked += 1
      // An address that was asked for may be named again where somebody is to go back to.
      if (tells(text.replaceAll(code, ''), sought)) found.push(`${who.way}: ${route}`)
    }
  }
  expect(found).toEqual([])
  const tried = 'answers to everybody else gone through for words of a case'
  reached({
    promise: 'P10',
    tried,
    count: asked,
    atLeast: isLong ? 2_000 : 1_000,
    found: found.length,
  })
})
