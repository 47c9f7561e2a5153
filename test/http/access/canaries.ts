import type { Cell } from '#test/http/access/matrix.ts'
import { isMemberWay } from '#test/http/access/people.ts'
import type { SmallFund } from '#test/http/access/small-fund.ts'
import { networkOf } from '#test/http/access/targets.ts'
import type { TwoNetworks } from '#test/http/access/two-networks.ts'

/** Ids of rows, which nobody knows who has not read the fund. */
const idsOf = ({ memberIds, loanIds, entryIds }: SmallFund): readonly string[] => [
  ...Object.values(memberIds),
  ...Object.values(loanIds),
  ...Object.values(entryIds),
]

/** Everything of a fund that must not reach those whose fund it is not. */
const wordsOf = (fund: SmallFund): readonly string[] => [fund.canary, ...idsOf(fund)]

/** What an answer in a cell may on no account hold. */
export const secretsFrom = (
  village: TwoNetworks,
  { somebody: { way, home, networkId } }: Pick<Cell, 'somebody'>,
): readonly string[] => {
  const { a, b, f1, f2, f3, f4 } = village
  const sees = isMemberWay(way) || way === 'auditor' ? home : undefined
  const others = [f1, f2, f3, f4].filter((fund) => fund !== sees)
  const elsewhere = others.filter((fund) => fund.networkId !== networkId)
  const otherNetworks = [a, b].filter((network) => network !== networkOf(village, networkId))
  return [
    ...others.flatMap(wordsOf),
    ...elsewhere.map(({ fundId }) => fundId),
    ...(isMemberWay(way) ? others.map(({ fundId }) => fundId) : []),
    ...otherNetworks.flatMap((network) => [network.canary, network.networkId, network.deviceId]),
  ]
}

/** On the desk of an administrator the funds of the own network have names, and their logins cards. */
const onTheDesk = (said: string, { canary }: SmallFund): string =>
  said.replaceAll(`${canary} village`, '').replaceAll(new RegExp(`${canary}-M\\d+`, 'g'), '')

/** An answer without what the asker may read on that page, though it is of a fund that is not the asker's. */
export const withoutTheDesk = (
  { f1, f2, f3, f4 }: TwoNetworks,
  { route, somebody: { way, networkId } }: Pick<Cell, 'route' | 'somebody'>,
  said: string,
): string =>
  way === 'administrator' && /^\w+ \/network(?:\/|$)/.test(route)
    ? [f1, f2, f3, f4].filter((fund) => fund.networkId === networkId).reduce(onTheDesk, said)
    : said
