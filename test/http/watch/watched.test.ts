import { expect, test } from 'vitest'
import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import { reportsIn, takeReport } from '#src/app/watch/reports.ts'
import { type Service, app } from '#src/http/app.ts'
import { type Practice, ourHost, practice, practiceDay } from '#test/support/service.ts'

/*
 * The same attack through the running service: an agency reads every public page and answer, with all headers, on days of
 * 24 months. The clock is put back in between, so that it sees the same service without the last client's report and with it.
 */

const dayMs = 24 * 60 * 60 * 1000
const months24 = 730

/** Each thirtieth day, and each on which something is done or shown. */
const days = [
  ...new Set([
    ...Array.from({ length: Math.ceil(months24 / 30) }, (_, i) => i * 30),
    months24,
    ...['2026-01-01', '2026-06-30', '2026-07-01', '2027-01-01', '2027-07-01'].map((day) =>
      daysBetween(practiceDay, day),
    ),
    1,
    2,
    5,
  ]),
].toSorted((a, b) => a - b)

/** What tells of the very request, and how often whoever asks has asked in this minute of the wall's clock. */
const untold = new Set(['x-request-id', 'date', 'ratelimit-remaining', 'ratelimit-reset'])

const bytesOf = async (answer: Response): Promise<string> =>
  JSON.stringify([
    answer.status,
    [...answer.headers].filter(([name]) => !untold.has(name)).toSorted(),
    await answer.text(),
  ])

const publicPaths = ({ service }: Pick<Practice, 'service'>): readonly string[] => [
  ...service.pages
    .filter(
      ({ method, path, rule }) => method === 'get' && rule === 'public' && !path.includes(':'),
    )
    .map(({ path }) => path),
  '/v1/numbers',
  '/v1/agencies',
  '/v1/roads',
  '/v1/warnings',
  '/v1/reported-agencies',
  '/v1/reported-duties',
  '/openapi.json',
]

/** All that anybody reads on a day, and what a guess at a receipt is answered. */
const readAll = async (service: Service, networkId: string): Promise<readonly string[]> => {
  const seen: string[] = []
  const headers = { host: ourHost }
  for (const path of publicPaths({ service }))
    seen.push(await bytesOf(await service.request(path, { headers })))
  const guess = new URLSearchParams({ n: networkId, receipt: '0000 0000 0000 0000' })
  const answer = await service.request('/report/read', {
    method: 'POST',
    body: guess.toString(),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })
  seen.push(await bytesOf(answer))
  return seen
}

const at = (village: Practice, day: number): void => {
  const now = Date.parse(village.needs.clock())
  village.pass(Date.parse(`${practiceDay}T02:00:00.000Z`) + day * dayMs - now)
}

const watched = async (village: Practice): Promise<ReadonlyMap<number, readonly string[]>> => {
  // As often as it likes: who asks too often in a minute is told nothing else.
  const service = app(village.needs, { requestsPerMinute: 1_000_000 })
  const seen = new Map<number, readonly string[]>()
  for (const day of days) {
    at(village, day)
    seen.set(day, await readAll(service, village.networkId))
  }
  at(village, 0)
  return seen
}

const differing = (
  one: ReadonlyMap<number, readonly string[]>,
  other: ReadonlyMap<number, readonly string[]>,
): readonly string[] =>
  days
    .filter((day) => JSON.stringify(one.get(day)) !== JSON.stringify(other.get(day)))
    .map((day) => daysAfter(practiceDay, day))

/** Something that was told comes in, is checked, is upheld by two and goes to the ministry. */
const told = async (
  village: Practice,
  partyId: string,
  { household, mayBeCounted }: { readonly household: number; readonly mayBeCounted: boolean },
): Promise<void> => {
  const { needs, networkId } = village
  const { clock, random, store, signer, hash } = needs
  const report = { ...needs.cases!, clock, random, store, signer, hash }
  await takeReport(
    { ...report, networkId, today: needs.today() },
    {
      channel: 'page',
      kind: 'duty',
      about: 'an agency',
      text: 'They took my papers.',
      mayBeCounted,
      mayBeAsked: false,
      way: 'own',
      files: [],
      reach: '',
      team: [],
    },
  )
  const [reportId, decisionId] = [needs.ids(), needs.ids()]
  const send = async (actor: string, command: object) => {
    const envelope = { id: needs.ids(), v: 1, effectiveOn: needs.today() }
    const commands = [{ ...envelope, ...command } as NetworkCommand]
    const [answer] = await needs.recordNetwork(networkId, commands, { actor, device: 'd' })
    expect(answer).toMatchObject({ outcome: 'recorded' })
  }
  await send('one', {
    type: 'CheckReport',
    reportId,
    partyId,
    kind: 'duty',
    duties: ['papers-kept-by-worker'],
    month: '2025-11',
    basis: 'two-sources',
    evidence: [],
    household: String(household).padStart(32, '0'),
    mayBeCounted,
    mayBeAsked: false,
  })
  await send('one', { type: 'ProposeRuling', decisionId, reportId, found: 'upheld' })
  await send('another', { type: 'ConfirmDecision', decisionId })
  await send('one', {
    type: 'SendWatchLetter',
    letterId: needs.ids(),
    to: 'labour-ministry',
    partyId,
    reportIds: [reportId],
  })
}

/** A network that tells outside, with an agency of which two clients have asked to be counted. */
const ofTwo = async (): Promise<{ readonly village: Practice; readonly partyId: string }> => {
  const village = await practice({ isPractice: false })
  const { needs, networkId } = village
  const partyId = needs.ids()
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  await needs.recordNetwork(
    networkId,
    [
      { ...envelope(), type: 'SwitchPublication', isPublic: true },
      {
        ...envelope(),
        type: 'RegisterParty',
        partyId,
        kind: 'agency',
        called: { what: 'name', latin: 'Harbour Manpower' },
        source: 'ministry-list',
        seenOn: needs.today(),
      },
    ],
    { actor: 'rith', device: 'd' },
  )
  for (const household of [101, 102])
    await told(village, partyId, { household, mayBeCounted: true })
  return { village, partyId }
}

test('an agency that reads all public bytes for 24 months and knows two who spoke does not find the third', async () => {
  const { village, partyId } = await ofTwo()
  const without = await watched(village)
  expect(without.get(months24)!.filter((one) => one.startsWith('[200')).length).toBeGreaterThan(8)
  await told(village, partyId, { household: 103, mayBeCounted: false })
  const { needs, networkId } = village
  const kept = { ...needs.cases!, clock: needs.clock, networkId }
  expect(await reportsIn(kept)).toHaveLength(3)
  const after = await watched(village)
  expect(differing(without, after)).toEqual([])
}, 120_000)

test('the same agency finds a third who asked to be counted, on the day of the showing and on no other: so it would find a leak', async () => {
  const { village, partyId } = await ofTwo()
  const without = await watched(village)
  await told(village, partyId, { household: 103, mayBeCounted: true })
  const found = differing(without, await watched(village))
  // Ninety days after the 31st of December is the 31st of March: the next showing is that of the 1st of July.
  expect(found[0]).toBe('2026-07-01')
  expect(found).not.toContain('2026-06-30')
}, 120_000)
