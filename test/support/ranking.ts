import { type VisitSign, judge, needOf, visitSigns } from '#domain/health/visit.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundViews, NetworkViews } from '#domain/ports.ts'
import type { MadeNetwork } from '#src/app/demo/network.ts'
import { fundListOf } from '#src/app/network/fund-list.ts'
import { bookOf } from '#src/app/queries.ts'

type Store = NetworkViews & FundViews
type Key = MadeNetwork['key'][number]

/** A fund of a made network with what the key says of it and how much the program would have it visited. */
export type Ranked = Pick<Key, 'kind' | 'fraud'> & {
  readonly points: number
  readonly letter: string
  readonly signs: readonly string[]
}

/** All funds of a made network, as a portfolio ranks them; the key is held against that here and nowhere in the program. */
export const rankedBy = async (
  store: Store,
  { networkId, key }: Pick<MadeNetwork, 'networkId' | 'key'>,
  until: LocalDate,
): Promise<readonly Ranked[]> => {
  const told = new Map(key.map((one) => [one.fundId, one]))
  const ranked: Ranked[] = []
  for (const { fundId, summary } of await fundListOf(store, networkId)) {
    const book = (await bookOf(store, fundId))!
    const judged = judge(book, until, summary!.seq)
    const { points, reasons } = needOf(summary!, judged, until)
    const { kind, fraud } = told.get(fundId)!
    const signs = reasons.flatMap((one) => (one.kind === 'sign' ? [one.sign] : []))
    ranked.push({ kind, fraud, points, letter: judged.grade.letter, signs })
  }
  return ranked.toSorted((a, b) => b.points - a.points)
}

/** Of the frauds of a ranked network so many in a hundred are among the first so many in a hundred funds. */
export const foundAmongFirst = (ranked: readonly Ranked[], percent: number): number => {
  const first = ranked.slice(0, Math.floor((ranked.length * percent) / 100))
  const frauds = (some: readonly Ranked[]): number => some.filter(({ fraud }) => fraud).length
  return (frauds(first) * 100) / frauds(ranked)
}

/** Of each sign, in how many funds it is seen, and in how many of those somebody cheats. */
export const precisions = (ranked: readonly Ranked[]) =>
  (Object.keys(visitSigns) as VisitSign[]).map((sign) => {
    const seen = ranked.filter(({ signs }) => signs.includes(sign))
    return { sign, seen: seen.length, right: seen.filter(({ fraud }) => fraud).length }
  })
