import type { Expected } from '#test/http/access/expected.ts'
import { type Somebody, isMemberWay } from '#test/http/access/people.ts'
import {
  type Relation,
  type Target,
  fundFor,
  nothing,
  relations,
  rowsOf,
  targetIn,
} from '#test/http/access/targets.ts'
import type { Spare } from '#test/http/access/targets.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'

export type Cell = {
  readonly route: string
  readonly somebody: Somebody
  readonly relation: Relation
  /** The status to be answered with. */
  readonly status: number
  readonly isAllowed: boolean
}

/** Auditors hold nothing in a fund unless the fund and the network both say so on the day. */
const holdsInFund = ({ way }: Somebody): boolean => isMemberWay(way) || way === 'auditor'

const isHeld = (of: Expected['of'], somebody: Somebody, relation: Relation): boolean => {
  if (of === 'anybody' || of === 'caller') return true
  if (relation !== 'own') return false
  return of === 'fund' ? holdsInFund(somebody) : !isMemberWay(somebody.way)
}

const cellOf = (
  route: string,
  { of, may, answers, instead = {} }: Expected,
  at: Pick<Cell, 'somebody' | 'relation'>,
): Cell => {
  const { way } = at.somebody
  if (!isHeld(of, at.somebody, at.relation)) return { route, ...at, status: 404, isAllowed: false }
  if (!may.includes(way)) return { route, ...at, status: 403, isAllowed: false }
  return { route, ...at, status: instead[way] ?? answers, isAllowed: true }
}

const relationsOf = (of: Expected['of'], village: TwoNetworks, somebody: Somebody): Relation[] => {
  if (of === 'network') return relations.filter((relation) => relation !== 'other-fund')
  if (of !== 'fund') return ['own']
  return relations.filter(
    (relation) => relation.startsWith('no') || fundFor(village, somebody, relation) !== undefined,
  )
}

/** Every route for everybody in every relation, with what it must come to. */
export const cellsOf = (
  village: TwoNetworks,
  expected: Readonly<Record<string, Expected>>,
): readonly Cell[] =>
  Object.entries(expected).flatMap(([route, rule]) =>
    village.people.flatMap((somebody) =>
      relationsOf(rule.of, village, somebody).map((relation) =>
        cellOf(route, rule, { somebody, relation }),
      ),
    ),
  )

/** What a cell asks for. */
export const targetOf = (
  village: TwoNetworks,
  { somebody, relation }: Pick<Cell, 'somebody' | 'relation'>,
  spareOf: (fundId: string) => Spare,
): Target => {
  const fund = fundFor(village, somebody, relation)
  if (fund) {
    const name = relation === 'own' ? rowsOf(somebody) : 'neighbour'
    return targetIn(fund, name, spareOf(fund.fundId))
  }
  return nothing(relation === 'no-id' ? () => 'no-such-thing' : village.needs.ids)
}

export const inWords = ({ route, somebody: { way, home }, relation, status }: Cell): string =>
  `${route}: ${way} of ${home.canary}, ${relation}: ${status}`
