import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { attack, judgedIn, nothingSeen, plansFor } from '#test/hostile/attacking.ts'
import type { Plan } from '#test/hostile/requests.ts'
import { attacked, send, wrongWith } from '#test/hostile/sending.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
/** A village that has taken in a thousand odd entries is slow to read, so each batch has a fresh one. */
const batch = isLong ? 1000 : 400
const batches = isLong ? 20 : 4
const firstSeed = Number(process.env['TEST_SEED'])

const seen = nothingSeen()

test(`${batch * batches} odd requests to everything that is served break nothing, move no journal when refused and are not repeated`, async () => {
  let [sent, wrong] = [0, 0]
  for (let i = 0; i < batches; i += 1) {
    const village = await attacked()
    const judge = await judgedIn(village, seen)
    const counted = async (plan: Plan): Promise<readonly string[]> => {
      const found = await judge(plan)
      sent += 1
      wrong += found.length
      return found
    }
    // Each batch begins elsewhere: of one seed all of them would send the same.
    const asked = { numRuns: batch, seed: firstSeed + i }
    const failure = await attack(await plansFor(village, seen), asked, counted)
    expect(failure).toBeUndefined()
  }
  const atLeast = batch * batches
  reached({ promise: 'P11', tried: 'odd requests', count: sent, atLeast, found: wrong })
})

test('the odd requests came to every kind of answer, and on the whole to every route', () => {
  const statuses = new Set([...seen.statuses.values()].flatMap((found) => [...found]))
  // A book that is taken in (201), or a wrong kind of body where somebody may send one (415), comes too seldom by chance
  // to be waited for: their own tests send them.
  for (const status of [200, 303, 400, 401, 403, 404, 421]) expect(statuses).toContain(status)
  const [asked, open] = [
    [...seen.served].filter((route) => seen.statuses.has(route)),
    [...seen.statuses.values()].filter((found) => [...found].some((status) => status < 400)),
  ]
  console.log(`P11: ${asked.length} of ${seen.served.size} routes, ${open.length} past their door`)
  expect(seen.served.size).toBeGreaterThan(500)
  // Of as many routes as there are, chance leaves out one in thirty; with little time one in six.
  expect(asked.length).toBeGreaterThan(seen.served.size * (isLong ? 0.95 : 0.75))
  // Odd as they are, some of the requests are taken by what they are sent to.
  expect(open.length).toBeGreaterThan(isLong ? 200 : 70)
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
  const plans = await plansFor(village, nothingSeen())
  return attack(plans, { numRuns: 2000, seed: firstSeed }, async (plan) => {
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
