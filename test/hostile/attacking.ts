import fc from 'fast-check'
import { type Description, type Plan, planned } from '#test/hostile/requests.ts'
import {
  type Attacked,
  type ReadAnswer,
  heads,
  knownIn,
  send,
  wrongWith,
} from '#test/hostile/sending.ts'
import { ourHost } from '#test/support/service.ts'

const strongWays = ['record-keeper', 'chair', 'administrator', 'auditor', 'household-card']

const sendersIn = ({ village: { people, f1 } }: Attacked) => ({
  all: people.length,
  strong: people.flatMap(({ way, home }, i) =>
    home === f1 && strongWays.includes(way) ? [i + 1] : [],
  ),
})

/** What was asked, as the plans name it, and how each was answered. */
export type Seen = {
  /** Everything that is served. */
  readonly served: Set<string>
  readonly statuses: Map<string, Set<number>>
}

export const nothingSeen = (): Seen => ({ served: new Set(), statuses: new Map() })

const see = ({ statuses }: Seen, { route }: Plan, { status }: ReadAnswer): void => {
  statuses.set(route, (statuses.get(route) ?? new Set()).add(status))
}

/** Odd requests, made from what a service says of itself and from its list of pages. */
export const plansFor = async (
  village: Attacked,
  { served }: Seen,
): Promise<fc.Arbitrary<Plan>> => {
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

/** Sends so many of them; undefined where nothing is wrong with any answer. */
export const attack = async (
  plans: fc.Arbitrary<Plan>,
  { numRuns, seed }: { readonly numRuns: number; readonly seed: number },
  judge: (plan: Plan) => Promise<readonly string[]>,
): Promise<string | undefined> => {
  const run = await fc.check(
    fc.asyncProperty(plans, async (plan) => {
      const wrong = await judge(plan)
      if (wrong.length > 0) throw new Error(wrong.join('; '))
    }),
    { numRuns, seed, endOnFailure: true },
  )
  return run.failed
    ? `${(run.errorInstance as Error).message}\n${JSON.stringify(run.counterexample).slice(0, 2000)}`
    : undefined
}

/** Sends one odd request and says what is wrong with its answer, or with what it has written. */
export const judgedIn = async (village: Attacked, seen: Seen) => {
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
