import { daysAfter, daysBetween } from '#domain/kernel/dates.ts'
import { sha256 } from '#infra/system/system.ts'
import { type Service, app } from '#src/http/app.ts'
import { type Practice, ourHost, practiceDay } from '#test/support/service.ts'

/* What an agency does that reads every public page and answer, with all headers, on days of 24 months. */

const dayMs = 24 * 60 * 60 * 1000
export const months24 = 730

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** Days from one that is looked at to the next. */
const apart = isLong ? 30 : 90

/** Each thirtieth day, with little time each ninetieth, and each on which something is done or shown. */
export const daysOf24 = [
  ...new Set([
    ...Array.from({ length: Math.ceil(months24 / apart) }, (_, i) => i * apart),
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

/** The status of an answer, and a digest of all its bytes: of the same bytes the same. */
const bytesOf = async (answer: Response): Promise<string> => {
  const headers = [...answer.headers].filter(([name]) => !untold.has(name)).toSorted()
  return `[${answer.status}] ${sha256(`${JSON.stringify(headers)}\n${await answer.text()}`)}`
}

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

/** Puts the clock to a day after the first one. */
export const putTo = (village: Practice, day: number): void => {
  const now = Date.parse(village.needs.clock())
  village.pass(Date.parse(`${practiceDay}T02:00:00.000Z`) + day * dayMs - now)
}

/** All that anybody reads on days, by the day; `each` is done on each of them before. */
export const watched = async (
  village: Practice,
  days: readonly number[] = daysOf24,
  each: () => Promise<void> = async () => {},
): Promise<ReadonlyMap<number, readonly string[]>> => {
  // As often as it likes: who asks too often in a minute is told nothing else.
  const service = app(village.needs, { requestsPerMinute: 1_000_000 })
  const seen = new Map<number, readonly string[]>()
  for (const day of days) {
    putTo(village, day)
    await each()
    seen.set(day, await readAll(service, village.networkId))
  }
  putTo(village, 0)
  return seen
}

/** The days on which two who read see another byte. */
export const differing = (
  one: ReadonlyMap<number, readonly string[]>,
  other: ReadonlyMap<number, readonly string[]>,
): readonly string[] =>
  [...one.keys()]
    .filter((day) => JSON.stringify(one.get(day)) !== JSON.stringify(other.get(day)))
    .map((day) => daysAfter(practiceDay, day))
