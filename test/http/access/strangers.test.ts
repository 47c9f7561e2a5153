import { beforeAll, expect, test } from 'vitest'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { isPage } from '#test/http/access/matrix.ts'
import { methodOf, pathOf } from '#test/http/access/requests.ts'
import { type Seen, meansOf, seen, send } from '#test/http/access/sending.ts'
import { newLines, written } from '#test/http/access/state.ts'
import { strangersOf } from '#test/http/access/strangers.ts'
import { type Spare, type Target, newSpare, nothing, targetIn } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** A run that asks fewer fails; `docs/guarantees.md` tells the figure of the full run. */
const cellsReached = isLong ? 18_200 : 6_000

let village: TwoNetworks
let spare: Spare
let targets: readonly Target[]
let strangers: Readonly<Record<string, string | undefined>>
let cells = 0
/** Cells of all tests that came to something else than they should. */
const wrongOnes: string[] = []

const guarded = Object.entries(expectedRoutes).filter(([, { of }]) => of !== 'anybody')
const open = Object.entries(expectedRoutes).filter(([, { of }]) => of === 'anybody')

beforeAll(async () => {
  village = await twoNetworks()
  strangers = await strangersOf(village)
  spare = await newSpare(village, village.f1)
  targets = [
    targetIn(village.f1, 'neighbour', spare),
    nothing(village.needs.ids),
    nothing(() => 'no-such-thing'),
  ]
})

const askedBy = (route: string, token: string | undefined, target: Target): Promise<Seen> => {
  cells += 1
  return send(village, { route, target, token, means: meansOf(village, village.f1, false) })
}

test('nobody who is not signed in gets past a guard, whatever the person was before, and nothing is written', async () => {
  const spares = new Map([[village.f1.fundId, spare]])
  const before = await written(village, spares)
  const answers: { readonly route: string; readonly got: Seen }[] = []
  const wrong: string[] = []
  // With little time each route is asked for one of the three, turn about.
  const aim = (place: number) => (isLong ? targets : [targets[place % targets.length]!])
  for (const [place, [route]] of guarded.entries())
    for (const [why, token] of Object.entries(strangers))
      for (const target of aim(place)) {
        const got = await askedBy(route, token, target)
        answers.push({ route, got })
        if (got.status !== 401) wrong.push(`${route}, ${why}: ${got.status}`)
      }
  wrongOnes.push(...wrong)
  expect(wrong).toEqual([])
  const looks = (of: typeof answers) =>
    new Set(of.map(({ got }) => `${got.headers}\n\n${got.text}`))
  expect(looks(answers.filter(({ route }) => !isPage(route))).size).toBe(1)
  const pages = answers.filter(({ route }) => isPage(route))
  // The page that answers a form has nowhere to show the same in another language.
  for (const method of ['GET', 'POST'])
    expect(looks(pages.filter(({ route }) => methodOf(route) === method)).size, method).toBe(1)
  const after = await written(village, spares)
  expect(after.kept === before.kept).toBe(true)
  for (const scope of before.log.keys()) expect(newLines(before, after, scope)).toEqual([])
})

test('what makes strangers somebody is open to them, and no figure of a live fund is on it', async () => {
  const wrong: string[] = []
  const { f1, f2, f3, f4, a, b } = village
  const words = [f1, f2, f3, f4, a, b].map(({ canary }) => canary)
  for (const [route, { answers }] of open)
    for (const token of [undefined, strangers['a session that is over']]) {
      const got = await askedBy(route, token, targets[0]!)
      if (got.status !== answers) wrong.push(`${route}: ${got.status}`)
      if (words.some((word) => got.text.includes(word))) wrong.push(`${route} tells of the village`)
      // Sums are written with their currency.
      if (isPage(route) && /\d\s*(KHR|riel|៛|រៀល)/.test(got.text)) wrong.push(`${route} has a sum`)
    }
  wrongOnes.push(...wrong)
  expect(wrong).toEqual([])
})

test('whatever the method and the path, the API answers strangers 401 but where they may sign in or call for help', async () => {
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
  const paths = new Set([
    ...Object.keys(expectedRoutes)
      .filter((route) => !isPage(route))
      .map((route) => pathOf(route, targets[0]!)),
    '/v1/',
    '/v1/nothing',
    '/v1/funds/',
    `/v1/funds/${village.f1.fundId}/nothing`,
    '/v1/../v1/funds',
    '//v1/funds',
    '/v1//funds',
  ])
  const openPaths = ['/v1/sessions', '/v1/devices', '/v1/secrets', '/v1/receipts/check']
  // A phone that was shut out hears so without anybody signed in; who has no phone here is told no more.
  const openReads = [
    '/v1/numbers',
    '/v1/agencies',
    '/v1/roads',
    '/v1/warnings',
    '/v1/reported-agencies',
    '/v1/reported-duties',
    '/v1/figures',
    '/v1/sending',
    '/v1/devices/current',
  ]
  const isOpen = (method: string, path: string) =>
    method === 'POST'
      ? openPaths.includes(path)
      : ['GET', 'HEAD'].includes(method) && openReads.includes(path)
  const wrong: string[] = []
  let address = 0
  for (const path of paths)
    for (const method of methods.filter((one) => !isOpen(one, path))) {
      cells += 1
      address += 1
      const incoming = { socket: { remoteAddress: `10.9.${address >> 8}.${address & 255}` } }
      const asked = { method, headers: { host: ourHost } }
      const got = await seen(await village.service.request(path, asked, { incoming }))
      if (got.status !== (path.startsWith('//') ? 404 : 401))
        wrong.push(`${method} ${path}: ${got.status}`)
    }
  wrongOnes.push(...wrong)
  expect(wrong).toEqual([])
})

test('every stranger was asked for everything', () => {
  console.log(`P9: ${cells} cells of strangers`)
  reached({
    promise: 'P9',
    tried: 'cells of strangers',
    count: cells,
    atLeast: cellsReached,
    found: wrongOnes.length,
  })
})
