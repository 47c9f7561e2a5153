import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type Description, type Plan, planned } from '#test/hostile/requests.ts'
import {
  type Attacked,
  type ReadAnswer,
  attacked,
  heads,
  knownIn,
  send,
  wrongWith,
} from '#test/hostile/sending.ts'
import { ourHost } from '#test/support/service.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** A village that has taken in a thousand odd entries is slow to read, so each batch has a fresh one. */
const batch = isLong ? 1000 : 400
const batches = isLong ? 20 : 8

const strongWays = ['record-keeper', 'chair', 'administrator', 'auditor', 'household-card']

const sendersIn = ({ village: { people, f1 } }: Attacked) => ({
  all: people.length,
  strong: people.flatMap(({ way, home }, i) =>
    home === f1 && strongWays.includes(way) ? [i + 1] : [],
  ),
})

const plansFor = async (village: Attacked): Promise<fc.Arbitrary<Plan>> => {
  const told = await village.live.request('/openapi.json', { headers: { host: ourHost } })
  const description = (await told.json()) as Description
  for (const [path, operations] of Object.entries(description.paths))
    for (const method of Object.keys(operations)) served.add(`${method.toUpperCase()} ${path}`)
  for (const { method, path } of village.live.pages) served.add(`${method.toUpperCase()} ${path}`)
  return planned(knownIn(village, description.components.schemas), {
    description,
    pages: village.live.pages,
    senders: sendersIn(village),
  })
}

type Seen = Map<string, Set<number>>

const see = (seen: Seen, { route }: Plan, { status }: ReadAnswer): void => {
  seen.set(route, (seen.get(route) ?? new Set()).add(status))
}

const attack = async (
  plans: fc.Arbitrary<Plan>,
  numRuns: number,
  judge: (plan: Plan) => Promise<readonly string[]>,
  batchOf = 0,
): Promise<string | undefined> => {
  const run = await fc.check(
    fc.asyncProperty(plans, async (plan) => {
      const wrong = await judge(plan)
      if (wrong.length > 0) throw new Error(wrong.join('; '))
    }),
    // Each batch begins elsewhere: of one seed all of them would send the same.
    { numRuns, seed: Number(process.env['TEST_SEED']) + batchOf, endOnFailure: true },
  )
  return run.failed
    ? `${(run.errorInstance as Error).message}\n${JSON.stringify(run.counterexample).slice(0, 2000)}`
    : undefined
}

const seen: Seen = new Map()
/** Everything that is served, as the plans name it. */
const served = new Set<string>()

const judgedIn = async (village: Attacked) => {
  let before = await heads(village)
  return async (plan: Plan): Promise<readonly string[]> => {
    const told = await send(village, plan)
    see(seen, plan, told)
    const after = await heads(village)
    const hasMoved = after !== before
    before = after
    return [
      ...wrongWith(told),
      ...(hasMoved && told.status >= 400 ? [`wrote and answered ${told.status}`] : []),
    ]
  }
}

test(`${batch * batches} odd requests to everything that is served break nothing, move no journal when refused and are not repeated`, async () => {
  let [sent, wrong] = [0, 0]
  for (let i = 0; i < batches; i += 1) {
    const village = await attacked()
    const judge = await judgedIn(village)
    const counted = async (plan: Plan): Promise<readonly string[]> => {
      const found = await judge(plan)
      sent += 1
      wrong += found.length
      return found
    }
    const failure = await attack(await plansFor(village), batch, counted, i)
    expect(failure).toBeUndefined()
  }
  const atLeast = batch * batches
  reached({ promise: 'P11', tried: 'odd requests', count: sent, atLeast, found: wrong })
})

test('the odd requests came to every kind of answer, and on the whole to every route', () => {
  const statuses = new Set([...seen.values()].flatMap((found) => [...found]))
  // A book that is taken in (201), or a wrong kind of body where somebody may send one (415), comes too seldom by chance
  // to be waited for: their own tests send them.
  for (const status of [200, 303, 400, 401, 403, 404, 421]) expect(statuses).toContain(status)
  const [asked, open] = [
    [...served].filter((route) => seen.has(route)),
    [...seen.values()].filter((found) => [...found].some((status) => status < 400)),
  ]
  console.log(`P11: ${asked.length} of ${served.size} routes, ${open.length} past their door`)
  expect(served.size).toBeGreaterThan(500)
  // Of as many routes as there are, chance leaves out one in thirty.
  expect(asked.length).toBeGreaterThan(served.size * 0.95)
  // Odd as they are, some of the requests are taken by what they are sent to.
  expect(open.length).toBeGreaterThan(isLong ? 200 : 120)
})

/* Services with one fault each, to see that the attack would find it. */
const repeats = new Hono().all('*', async (context) =>
  context.text(context.req.url + (await context.req.text())),
)
const breaks = new Hono().all('*', async (context) => {
  const text = await context.req.text()
  return text.includes('__proto__') ? context.text('', 500) : context.text('')
})

const heldAgainst = async (service: Hono): Promise<string | undefined> => {
  const village = await attacked()
  return attack(await plansFor(village), 2000, async (plan) => {
    const told = await send(village, plan, service as never)
    return wrongWith(told).filter((one) => !/policy|cache/.test(one))
  })
}

test('a service that repeats what was sent is caught by the same requests', async () => {
  expect(await heldAgainst(repeats)).toMatch('repeated in the body')
})

test('a service that breaks on one strange key is caught by the same requests', async () => {
  expect(await heldAgainst(breaks)).toMatch('answered 500')
})
