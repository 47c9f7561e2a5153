import { total } from '#domain/health/book.ts'
import type { PeerFigure, PortfolioLine } from '#domain/health/villages.ts'
import { codeOfReason } from '#domain/health/visit.ts'

/** Why somebody should go to some of many villages: in how many it is so, and how often in all. */
export type ReasonAcross = { readonly code: string; readonly funds: number; readonly times: number }

/** All reasons of all villages, those of most villages first. */
export const reasonsAcross = (lines: readonly PortfolioLine[]): readonly ReasonAcross[] =>
  [
    ...Map.groupBy(
      lines.flatMap(({ need }) => need.reasons),
      codeOfReason,
    ),
  ]
    .map(([code, reasons]) => ({
      code,
      funds: reasons.length,
      times: total(reasons.map((one) => (one.kind === 'sign' ? one.count : 1))),
    }))
    .toSorted((a, b) => b.funds - a.funds || (a.code < b.code ? -1 : 1))

export type Outermost = { readonly line: PortfolioLine; readonly value: number }

/** So many villages stand at one end of a list. */
const atAnEnd = 5

/** The villages of which a figure is least or most, of those whose whole books were read. */
export const outermostBy = (
  lines: readonly PortfolioLine[],
  figure: PeerFigure,
  end: 'least' | 'most',
): readonly Outermost[] => {
  const sign = end === 'least' ? 1 : -1
  return lines
    .flatMap((line): Outermost[] => {
      const value = line.judged?.figures[figure] ?? null
      return value === null ? [] : [{ line, value }]
    })
    .toSorted((a, b) => sign * (a.value - b.value))
    .slice(0, atAnEnd)
}
