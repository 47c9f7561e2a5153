import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid, refused } from '#domain/kernel/decision.ts'
import { cashStepOf } from '#domain/kernel/money.ts'
import { described, id, text } from '#domain/kernel/shape.ts'
import { split } from '#domain/kernel/shares.ts'
import type { Charter, Votes } from '#domain/fund/charter/charter.ts'
import { handsFault, lostBy, votes } from '#domain/fund/hands.ts'
import { type Member, countActive } from '#domain/fund/people/members.ts'
import { secondFault } from '#domain/fund/second.ts'
import {
  type Venture,
  type VenturePart,
  type VentureStanding,
  isClosed,
} from '#domain/ventures/venture.ts'

/** What decisions about ventures look at. */
export type Venturing = {
  readonly ventures: ReadonlyMap<string, Venture>
  readonly members: ReadonlyMap<string, Member>
  readonly charter: Charter
}

/** A name of its own that stands in its accounts for ever; nobody's name. */
export const ventureId = text(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  code: 'venture-not-a-code',
  example: 'rice-bank-2026',
})

/** A second officer, without whom no line of a venture is written. */
export const confirmedBy = described(
  id('member'),
  'A second officer, who stands behind it with `approvals`',
)

/** What the meeting decides. One hand a person, however many shares somebody holds. */
export const byMeeting = { votes, confirmedBy }

export const cashOf = ({ ventureId: key }: Pick<Venture, 'ventureId'>) =>
  `asset:venture-cash:${key}` as const
export const goodsOf = ({ ventureId: key }: Pick<Venture, 'ventureId'>) =>
  `asset:venture-goods:${key}` as const
/** What its holders have in it, all together: cash and goods, always. */
export const holdingsOf = ({ ventureId: key }: Pick<Venture, 'ventureId'>) =>
  `liability:venture:${key}` as const

export const aboutVenture = ({ ventureId: key }: { readonly ventureId: string }) =>
  [{ kind: 'venture', key }] as const

/** What one member did in it. */
export const aboutHolder = (entry: { readonly ventureId: string; readonly memberId: string }) =>
  [...aboutVenture(entry), { kind: 'member', key: entry.memberId }] as const

/** The venture, where there is one that has not ended; else why not. */
export const openVenture = (
  { ventures }: Venturing,
  { ventureId: key }: { readonly ventureId: string },
) => {
  const venture = ventures.get(key)
  if (!venture) return invalid('venture-unknown', '/ventureId')
  return isClosed(venture) ? refused('venture-closed') : venture
}

type Decided = {
  readonly votes: Votes
  readonly confirmedBy: string
  readonly effectiveOn: LocalDate
}

/** Why what a meeting is said to have decided was not decided, or has no second officer behind it. */
export const undecided = ({ members, charter }: Venturing, told: Decided) => {
  const active = countActive(members, told.effectiveOn)
  const hands = handsFault(told.votes, active)
  if (hands) return invalid(hands.code, `/votes${hands.at}`)
  return secondFault(members, told) ?? lostBy(told.votes, { active, charter })
}

/**
 * A sum by the shares that each holds, to the last unit: in notes where the sum itself is in notes. Whoever gets nothing is
 * not among them.
 */
export const partsOf = (
  { charter }: Pick<Venturing, 'charter'>,
  { holders }: Pick<VentureStanding, 'holders'>,
  amount: number,
): readonly VenturePart[] => {
  const step = cashStepOf(charter.currency)
  const weights = [...holders].map(([key, weight]) => ({ key, weight }))
  return [...split(amount, weights, amount % step === 0 ? step : 1)].flatMap(([memberId, paid]) =>
    paid > 0 ? [{ memberId, shares: 0, paid }] : [],
  )
}
