import type { Expected } from '#test/http/access/expected.ts'
import { type Somebody, isMemberWay } from '#test/http/access/people.ts'
import {
  type Relation,
  type Spare,
  type Target,
  fundFor,
  newSpare,
  nothing,
  relations,
  rowsOf,
  targetIn,
} from '#test/http/access/targets.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'

export type Cell = {
  readonly route: string
  readonly somebody: Somebody
  readonly relation: Relation
  /** Whose rows are asked for where the path names the own fund or network. */
  readonly rows?: 'neighbour' | Relation
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

/**
 * Whether a cell is asked for, where what names nothing goes in one of its two ways alone, by turns: with an id of nothing, or with
 * none. Cells come in their order.
 */
export const nothingByTurns = (): ((cell: Pick<Cell, 'relation'>) => boolean) => {
  let turn = 0
  return ({ relation }) => {
    if (!relation.startsWith('no')) return true
    if (relation === 'none') turn += 1
    // The turns come round after 127, which goes into no number of people: nobody is asked in one way alone.
    return (relation === 'none') === (turn * 61) % 127 < 64
  }
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

/** Parts of a path, and of some bodies, that name a row of a fund or network. */
const rowParts = /:(memberId|loanId|entryId|cardId|userId|deviceId|sessionId)\b/
const rowInBody: readonly string[] = [
  'POST /v1/funds/:fundId/cards',
  'POST /v1/funds/:fundId/codes',
  'POST /v1/funds/:fundId/logins',
  'GET /funds/:fundId/record/repayment',
  'POST /funds/:fundId/record/repayment',
  'POST /funds/:fundId/record/repayment/confirm',
  'GET /funds/:fundId/record/saving',
  'POST /funds/:fundId/record/saving',
  'POST /funds/:fundId/record/saving/confirm',
]

const rowsFor = (of: Expected['of'], village: TwoNetworks, somebody: Somebody) => {
  const { way } = somebody
  const isHousehold = way === 'household-card' || way === 'household-login'
  const far = relations.filter(
    (relation) =>
      relation !== 'own' &&
      (relation.startsWith('no') || fundFor(village, somebody, relation) !== undefined) &&
      // Users, devices and sessions are the network's, of whichever fund.
      (of === 'fund' || relation !== 'other-fund'),
  )
  return of === 'fund' && isHousehold ? (['neighbour', ...far] as const) : far
}

/** Every route that names a row, asked of the own fund or network for rows that are not there for the caller. */
export const rowCellsOf = (
  village: TwoNetworks,
  expected: Readonly<Record<string, Expected>>,
): readonly Cell[] =>
  cellsOf(village, expected)
    .filter(
      ({ route, relation, isAllowed, status }) =>
        isAllowed &&
        status !== 404 &&
        relation === 'own' &&
        (rowParts.test(route) || rowInBody.includes(route)),
    )
    .flatMap((cell) =>
      rowsFor(expected[cell.route]!.of, village, cell.somebody)
        // A form that holds no id is none of ours, and is told apart.
        .filter((rows) => rows !== 'no-id' || !rowInBody.includes(cell.route))
        .map((rows) => ({ ...cell, rows, status: 404, isAllowed: false })),
    )

/** What stands in the way of a second use is made anew for those who may use it. */
const spareFor = async (
  village: TwoNetworks,
  { route, somebody, isAllowed }: Cell,
  spareOf: (fundId: string) => Spare,
): Promise<Spare> => {
  const usesUp = /:(cardId|userId|deviceId|sessionId)\b|^POST .*\/logins(\/new)?$/.test(route)
  const spare =
    isAllowed && usesUp ? await newSpare(village, somebody.home) : spareOf(somebody.home.fundId)
  const isOfOwn = isAllowed && !route.includes(':networkId') && route.includes(':sessionId')
  return isOfOwn ? { ...spare, sessionId: (await somebody.freshSession()).sessionId } : spare
}

const targetAt = async (
  village: TwoNetworks,
  cell: Cell,
  { at, spareOf }: { readonly at: Relation; readonly spareOf: (fundId: string) => Spare },
): Promise<Target> => {
  const { somebody } = cell
  const fund = fundFor(village, somebody, at)
  if (fund && at === 'own')
    return targetIn(fund, rowsOf(somebody), await spareFor(village, cell, spareOf))
  if (fund) return targetIn(fund, 'neighbour', spareOf(fund.fundId))
  return nothing(at === 'no-id' ? () => 'no-such-thing' : village.needs.ids)
}

/** What a cell asks for. */
export const targetOf = async (
  village: TwoNetworks,
  cell: Cell,
  spareOf: (fundId: string) => Spare,
): Promise<Target> => {
  const { rows, relation, somebody } = cell
  const target = await targetAt(village, cell, { at: relation, spareOf })
  // Nothing is brought by the second officer, in whatever order the routes are asked.
  if (relation === 'own' && rows === undefined && cell.route.endsWith('/pass/:memberId/back'))
    return { ...target, memberId: somebody.home.memberIds['second-officer'] }
  if (rows === undefined) return target
  const { fundId, networkId, voucher } = target
  if (rows === 'neighbour')
    return targetIn(somebody.home, 'neighbour', spareOf(somebody.home.fundId))
  return { ...(await targetAt(village, cell, { at: rows, spareOf })), fundId, networkId, voucher }
}

export const isPage = (route: string): boolean => !route.includes(' /v1/')

export const inWords = ({ route, somebody: { way, home }, relation, rows, status }: Cell): string =>
  `${route}: ${way} of ${home.canary}, ${relation}${rows ? ` with rows of ${rows}` : ''}: ${status}`
