import { beforeAll, expect, test } from 'vitest'
import { caseOperations } from '#domain/cases/operations/all.ts'
import { methodOf } from '#test/http/access/requests.ts'
import { isMemberWay, memberWays, staffWays } from '#test/http/access/people.ts'
import { seen } from '#test/http/access/sending.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { atDesk } from '#test/http/cases/desk.ts'
import { servedRoutes } from '#test/http/access/served.ts'
import { ofCases } from '#test/http/cases/expected.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { ourHost } from '#test/support/service.ts'

/* A worker has a case. Everybody else, and she herself with the desk shut, tries every address of the desk of cases. */

type Desk = Awaited<ReturnType<typeof atDesk>>

/** Every address of the desk, by the router: one that nobody wrote a rule for is tried all the same. */
let routes: readonly string[] = []
const nobodys = 'K-AAAAAAAA'
const item = '9f'.repeat(16)
const word = 'Zinnia'
let village: Village
let hers: Desk
let code: string

beforeAll(async () => {
  village = await twoNetworks()
  routes = servedRoutes(village.service).filter((route) => / \/cases(\/|$)/.test(route))
  hers = await atDesk(village, asking(village).find('migration-worker'))
  await hers.first()
  code = await hers.intake({ when: `ask ${word}` })
})

const commands = caseOperations.map(({ command }) => command)

const pathOf = (route: string, ofCase: string, command = 'SetPerson'): string =>
  route
    .slice(route.indexOf(' ') + 1)
    .replace(':code', ofCase)
    .replace(':command', command)
    .replace(':item', item)
    .replace(':whose', hers.userId)

/** Everything that a form of the desk could ask for, so that nothing is refused for want of it. */
const form = { ageBand: '18-24', sex: 'man', language: 'thai', seen: '1', isAgreed: 'yes' }

const tries = (
  desk: Pick<Desk, 'ask'>,
  route: string,
  ofCase = code,
  command?: string,
): Promise<Response> =>
  desk.ask(pathOf(route, ofCase, command), methodOf(route) === 'POST' ? form : undefined)

/** All that is kept of cases but the keys of the team, as it lies there. */
const kept = async (): Promise<string> => {
  const { leaves } = village.needs.cases!
  const ids = await leaves.ids(undefined, 10_000)
  return ids.join()
}
const file = (): Promise<string> => hers.page(`/cases/of/${code}/SetContact`)

test('whoever knocks is judged at every address that there is, and there is a rule for each', () => {
  expect(routes.length).toBeGreaterThan(40)
  expect([...routes].toSorted()).toEqual(Object.keys(ofCases).toSorted())
})

test('whoever knocks without being signed in is let in nowhere', async () => {
  const headers = { host: ourHost }
  for (const route of routes) {
    const method = methodOf(route)
    const body = method === 'POST' ? new URLSearchParams(form) : null
    const answer = await village.service.request(pathOf(route, code), { method, headers, body })
    const { status, text } = await seen(answer)
    expect([route, status, text.includes(word)]).toEqual([route, 401, false])
  }
})

test('whoever knocks as a neighbour, an officer or one of the network is told what the table of rights says, and no word', async () => {
  // Whoever reads a form leaves a receipt, and the case lies elsewhere then.
  const asIs = await file()
  const before = await kept()
  const { find } = asking(village)
  for (const way of [...memberWays, ...staffWays]) {
    const desk = await atDesk(village, find(way), 'shared')
    for (const route of routes) {
      const { status, text } = await seen(await tries(desk, route))
      const { may, answers } = ofCases[route]!
      const due = isMemberWay(way) ? 404 : may.includes(way) ? answers : 403
      expect([way, route, status, text.includes(word)]).toEqual([way, route, due, false])
    }
  }
  expect(await kept()).toBe(before)
  expect(await file()).toBe(asIs)
})

test('whoever knocks as the worker herself, with the desk shut, is sent to the passphrase', async () => {
  const shut = await atDesk(village, asking(village).find('migration-worker'))
  const other: Readonly<Record<string, readonly [number, string | null]>> = {
    'GET /cases/open': [200, null],
    // No passphrase was typed.
    'POST /cases/open': [400, null],
    'GET /cases/new-key': [200, null],
    'POST /cases/new-key': [400, null],
    'POST /cases/shut': [303, '/team'],
  }
  for (const route of routes.filter((one) => ofCases[one]!.may.includes('migration-worker'))) {
    const answer = await tries(shut, route)
    const came = [answer.status, answer.headers.get('location')]
    expect([route, came]).toEqual([route, other[route] ?? [303, '/cases/open']])
    expect(await answer.text()).not.toContain(word)
  }
})

test('whoever knocks as a worker of another case is answered of this one as of one that there is not', async () => {
  const theirs = await atDesk(village, asking(village).find('case-supervisor'))
  await theirs.first()
  const own = await theirs.intake()
  const asIs = await file()
  const without = ({ status, text, headers }: Awaited<ReturnType<typeof seen>>, of: string) =>
    [status, text, headers.replaceAll(/set-cookie: .*/g, '')].join('\n').replaceAll(of, '')
  for (const route of routes.filter((one) => one.includes(':code'))) {
    for (const command of route.includes(':command') ? commands : []) {
      const real = await seen(await tries(theirs, route, code, command))
      const none = await seen(await tries(theirs, route, nobodys, command))
      expect([route, command, without(real, code)]).toEqual([
        route,
        command,
        without(none, nobodys),
      ])
    }
    const real = await seen(await tries(theirs, route))
    const none = await seen(await tries(theirs, route, nobodys))
    expect([route, without(real, code)]).toEqual([route, without(none, nobodys)])
    // The form of a half says nothing of any case.
    if (route !== 'GET /cases/half/:code')
      expect([route, real.status >= 400]).toEqual([route, true])
    expect(real.text).not.toContain(word)
  }
  expect(await file()).toBe(asIs)
  // The own case is answered, so that the same answer means something.
  expect((await theirs.ask(`/cases/of/${own}`)).status).toBe(200)
})
