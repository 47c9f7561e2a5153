import { inNotes } from '#domain/fund/meeting/banknotes.ts'
import type { Command } from '#domain/village.ts'
import { type Edging, onEdges } from '#test/sim/edges.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'
import type { Chance } from '#test/support/oracle/chance.ts'

/** How large a plan's village is; tiny on purpose, so that things meet. */
export type Pool = {
  readonly members: number
  readonly loans: number
  readonly days: number
  readonly sumMax: number
  /** How contrary the village is in its votes. */
  readonly noPercent: number
  /** How many of its days, sums and counts are on an edge of what was written down before, or one beside it. */
  readonly edgePercent: number
}

export const openedOn = '2025-01-10'
export const memberOf = (n: number): string => `m${n}`
export const networkOf = (n: number): string => `00000000-0000-8000-8000-00000000000${n}`

/** A sum in notes as a tired counter counts it: mostly right, now and then one too many or twice the same. */
const countedNotes = (chance: Chance, amount: number) => {
  const right = inNotes(amount - (amount % 100), 'KHR')!.map((one) => ({ ...one }))
  const wrong = chance.one([{ note: 700, pieces: 1 }, { note: 500, pieces: -1 }, ...right])
  return chance.happens(75) ? right : [...right, wrong]
}

/** A day soon after another. */
const soonAfter = (chance: Chance, earlier: string): string =>
  textOf(
    dayOf(earlier) +
      chance.one([0, 1, 1, 3, chance.whole(1, 45), chance.whole(1, 45), chance.whole(1, 400)]),
  )

type Drawing = Omit<Edging, 'edgePercent'> & { readonly chance: Chance; readonly pool: Pool }

/** What a kind draws from: chance, and the names that a plan's village has. */
export const drawsOf = ({ chance, edges, pool, made }: Drawing) => {
  const edged = onEdges({ edges, edgePercent: pool.edgePercent, made })
  const day = (): string => edged.day(textOf(dayOf(openedOn) + chance.whole(0, pool.days)))
  // Some sums fall together, so that a loan is settled to the riel now and then.
  const amount = (): number =>
    edged.sum(
      chance.happens(80) ? chance.whole(1, pool.sumMax) * 100 : chance.whole(1, pool.sumMax * 100),
    )
  const member = (): string => memberOf(chance.whole(0, pool.members - 1))
  const votes = () => {
    const present = edged.coming(chance.whole(0, pool.members), pool.members)
    const yes = chance.whole(0, present)
    return { present, yes, no: chance.whole(0, chance.happens(90) ? present - yes : present) }
  }
  const count = () => {
    const made = { amount: amount() * chance.whole(0, 3), isByNote: chance.happens(70) }
    return chance.happens(60) ? made : { ...made, notes: countedNotes(chance, made.amount) }
  }
  const members = (): string[] =>
    Array.from({ length: pool.members }, (_, n) => memberOf(n)).filter(() => chance.happens(40))
  const loan = (): string => `l${chance.whole(0, pool.loans - 1)}`
  /** A loan's id that nothing has been said of, mostly. */
  const newLoan = (): string => {
    const used = new Set(made.map((command) => ('loanId' in command ? command.loanId : '')))
    const free = Array.from({ length: pool.loans }, (_, n) => `l${n}`).filter((id) => !used.has(id))
    return free.length > 0 && chance.happens(85) ? free[0]! : loan()
  }
  /** One of the last commands of a type that the village has made, where there is any. */
  const told = <Type extends Command['type']>(
    ...types: readonly Type[]
  ): Extract<Command, { readonly type: Type }> | undefined => {
    const those = made.filter(({ type }) => (types as readonly string[]).includes(type))
    const from = chance.happens(80) ? those.slice(-2) : those
    return from.length === 0 ? undefined : (chance.one(from) as never)
  }
  const after = (earlier: string): string => edged.after(soonAfter(chance, earlier), earlier)
  const maybe = <T>(percent: number, value: () => T): T | undefined =>
    chance.happens(percent) ? value() : undefined
  const { noPercent } = pool
  return {
    ...chance,
    noPercent,
    made,
    comingOf: edged.coming,
    day,
    after,
    told,
    amount,
    member,
    members,
    votes,
    count,
    loan,
    newLoan,
    maybe,
  }
}
export type Draws = ReturnType<typeof drawsOf>

export const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
