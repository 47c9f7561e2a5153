import { beforeAll, expect, test } from 'vitest'
import { operations } from '#domain/operations/all.ts'
import { networkOperations } from '#domain/operations/network.ts'
import type { ActivityRow } from '#domain/ports.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { type Cell, cellsOf, targetOf } from '#test/http/access/matrix.ts'
import { isMemberWay } from '#test/http/access/people.ts'
import { methodOf } from '#test/http/access/requests.ts'
import { meansOf, send, tokenFor } from '#test/http/access/sending.ts'
import { type Spare, newSpare } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { asking } from '#test/http/support/team.ts'

/*
 * The log says what happened. Every route is asked by everybody who may: to look at a form, to be asked whether it is
 * right, and to try without writing are no acts; and what a household does about itself stands in no log but its own.
 */

/** With little time one of twelve looks is taken, and one of six acts. */
const isLong = process.env['TEST_BUDGET'] === 'ci'

type Line = ActivityRow & { readonly route: string; readonly status: () => number }

let village: TwoNetworks
let spares: ReadonlyMap<string, Spare>
const lines: Line[] = []
let now = { route: '', status: 0 }

beforeAll(async () => {
  village = await twoNetworks()
  const { needs } = village
  const funds = [village.f1, village.f2, village.f3, village.f4]
  spares = new Map(
    await Promise.all(
      funds.map(async (fund) => [fund.fundId, await newSpare(village, fund)] as const),
    ),
  )
  const { noteActivity } = needs.store
  const heard = (rows: readonly ActivityRow[] = []): void => {
    const asked = now
    lines.push(...rows.map((row) => ({ ...row, route: asked.route, status: () => asked.status })))
  }
  Object.assign(needs.store, {
    noteActivity: async (rows: readonly ActivityRow[]) => {
      heard(rows)
      await noteActivity(rows)
    },
  })
  // What is recorded has its lines in the same commit.
  for (const journal of [needs.store, needs.store.networks]) {
    const { append } = journal
    Object.assign(journal, {
      append: (...all: Parameters<typeof append>) => {
        heard(all[3])
        return append(...all)
      },
    })
  }
})

const ask = async (cell: Cell, isDryRun = false): Promise<void> => {
  const { somebody, route } = cell
  const token = await tokenFor(somebody, route)
  const means = meansOf(village, somebody.home, isDryRun)
  const target = await targetOf(village, cell, (fundId) => spares.get(fundId)!)
  now = { route, status: 0 }
  const asked = now
  asked.status = (await send(village, { route, target, token, means })).status
}

const allowed = (is: (route: string) => boolean): readonly Cell[] =>
  cellsOf(village, expectedRoutes).filter(({ route, isAllowed }) => isAllowed && is(route))

const commands = new Set<string>(
  [...operations, ...networkOperations.list].map(({ command }) => command),
)

/** What has happened, beside coming and going. */
const isDone = ({ outcome, action }: Line): boolean =>
  outcome === 'done' && !['sign-in', 'sign-out', 'enrol-device', 'door'].includes(action)

const told = (found: readonly Line[]): readonly string[] => [
  ...new Set(found.map(({ route, action, outcome }) => `${route}: ${action} ${outcome}`)),
]

test('whoever opens a page, a form or a list has looked, and nothing else', async () => {
  const looks = allowed((route) => methodOf(route) === 'GET')
  for (const [place, cell] of looks.entries()) if (isLong || place % 12 === 0) await ask(cell)
  expect(told(lines.filter(({ outcome }) => outcome === 'done' || outcome === 'tried'))).toEqual([])
  expect(lines.filter(({ outcome }) => outcome === 'read').length).toBeGreaterThan(
    isLong ? 600 : 50,
  )
})

test('to be asked whether it is right, or to try without writing, is no act', async () => {
  lines.length = 0
  const questions = allowed(
    (route) =>
      route.startsWith('POST') &&
      /\/(confirm|price)$/.test(route) &&
      !/\/me\//.test(route) &&
      // Asking for a loan of the usual size asks nothing more: it is written down.
      route !== 'POST /funds/:fundId/record/request/confirm',
  )
  for (const cell of questions) await ask(cell)
  expect(told(lines.filter(isDone))).toEqual([])
  expect(lines.filter(({ outcome }) => outcome === 'tried').length).toBeGreaterThan(30)
  lines.length = 0
  const byProgram = allowed((route) => /^POST \/v1\/.*imports/.test(route))
  for (const cell of byProgram) await ask(cell, true)
  expect(told(lines.filter(isDone))).toEqual([])
})

test('an act of the book is done with the number of its entry, and a page that was not taken is not done', async () => {
  lines.length = 0
  const acts = allowed(
    (route) =>
      route.startsWith('POST') && !/\/(confirm|price)$/.test(route) && !/\/me\//.test(route),
  )
  for (const [place, cell] of acts.entries()) if (isLong || place % 6 === 0) await ask(cell)
  const done = lines.filter(isDone)
  const without = done.filter(
    ({ action, subject }) => commands.has(action) && !/(^|:)entry:[0-9a-f-]{36}$/.test(subject),
  )
  expect(told(without)).toEqual([])
  expect(done.filter(({ action }) => commands.has(action)).length).toBeGreaterThan(10)
  // What was turned away has come to nothing.
  expect(told(done.filter(({ status }) => status() >= 400))).toEqual([])
})

/** What a household does about itself: all of its own page, what it disputes, what it saves in private, its support. */
const isOwn = (route: string): boolean =>
  /\/funds\/:fundId\/me(\/|$)|\/own(\/|$)|private-savings\/own/.test(route)

const logs = [
  ['chair', 'log?limit=200'],
  ['record-keeper', 'log?limit=200'],
  ['counter', 'log?limit=200'],
  ['auditor', 'log?limit=200'],
] as const

/** A phone or a card of somebody that can be used from now on or no more, which whoever hands them out must see. */
const forAll = ['link-phones', 'manage-cards']

/** Lines of the fund's log as officers and auditors read them, but those that their own reading left. */
const seenByOthers = async (): Promise<readonly string[]> => {
  const on = asking(village)
  const seen: string[] = []
  for (const [way, path] of logs) {
    const answer = await on.send(on.find(way), `/v1/funds/${village.f1.fundId}/${path}`)
    const { items } = (await answer.json()) as { readonly items: readonly ActivityRow[] }
    seen.push(
      ...items
        .filter(({ action }) => action !== 'read-log' && !forAll.includes(action))
        .map((line) => `${way}: ${line.action} ${line.subject} ${line.outcome} ${line.actor}`),
    )
    const page = await (await on.send(on.find(way), `/funds/${village.f1.fundId}/log`)).text()
    seen.push(...(page.match(/By card[^<]*/g) ?? []))
  }
  return seen
}

test('who complains, looks at private savings or at support stands in no log but the own one', async () => {
  village = await twoNetworks()
  const funds = [village.f1, village.f2, village.f3, village.f4]
  spares = new Map(
    await Promise.all(
      funds.map(async (fund) => [fund.fundId, await newSpare(village, fund)] as const),
    ),
  )
  const before = await seenByOthers()
  const households = (cell: Cell): boolean =>
    cell.somebody.way.startsWith('household') &&
    isMemberWay(cell.somebody.way) &&
    cell.somebody.home === village.f1
  const cells = allowed(isOwn).filter(households)
  expect(new Set(cells.map(({ route }) => route)).size).toBeGreaterThan(15)
  for (const cell of cells) await ask(cell)
  expect(await seenByOthers()).toEqual(before)
  const on = asking(village)
  for (const way of ['household-card', 'household-login']) {
    const answer = await on.send(on.find(way), `/v1/funds/${village.f1.fundId}/log/own?limit=200`)
    const { items } = (await answer.json()) as { readonly items: readonly ActivityRow[] }
    const disputed = items.filter(({ action }) => action === 'dispute-own')
    expect(disputed.map(({ outcome }) => outcome)).toContain('done')
    expect(disputed.find(({ outcome }) => outcome === 'done')!.subject).toMatch(/^entry:/)
    expect(items.filter(({ action }) => action === 'read-member').length).toBeGreaterThan(3)
  }
})
