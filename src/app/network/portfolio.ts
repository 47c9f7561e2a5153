import type { LocalDate } from '#domain/kernel/dates.ts'
import { type PortfolioLine, portfolioLine } from '#domain/health/villages.ts'
import type { FundInList } from '#src/app/network/fund-list.ts'
import type { Judging } from '#src/app/network/judging.ts'

/** All funds whose summary is known, those first that want a visit most; of two alike the one that has lent more. */
export const portfolioOf = (
  funds: readonly FundInList[],
  { judging, today }: { readonly judging: Judging; readonly today: LocalDate },
): readonly PortfolioLine[] =>
  funds
    .flatMap((fund) => {
      const { fundId, name, summary } = fund
      if (!summary) return []
      const found = { judged: judging.of(fundId), isFresh: judging.isFresh(fund, today) }
      return [portfolioLine({ fundId, name, summary }, found, today)]
    })
    .toSorted((a, b) => b.need.points - a.need.points || b.summary.owed - a.summary.owed)
