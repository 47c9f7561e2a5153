import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Comparison,
  type FigureName,
  cleanDaysNeeded,
  cleanDaysOf,
  sumOfDifferences,
} from '#domain/fund/comparing.ts'
import type { FundBook } from '#domain/health/book.ts'

/** A comparison with the paper as it was signed, with cards in the place of ids; sums in smallest units. */
export type ComparisonTold = {
  readonly entryId: string
  readonly on: LocalDate
  /** Card of the officer who stood behind it. */
  readonly confirmedBy: string
  readonly members: number
  readonly figures: number
  readonly differences: readonly {
    readonly memberId: string
    readonly card: string
    readonly figure: FigureName
    readonly paper: number
    readonly system: number
    /** Paper less system. */
    readonly difference: number
  }[]
  readonly notCompared: readonly {
    readonly memberId: string
    readonly card: string
    readonly figures: readonly FigureName[]
  }[]
  /** What the differences come to, each counted as more than nought. */
  readonly savingsDiffer: number
  readonly loansDiffer: number
}

export type ComparisonsTold = {
  readonly asOf: LocalDate
  /** Days of comparing in a row, back from the last, on which nothing differed and nobody was left out. */
  readonly cleanDays: number
  readonly cleanDaysNeeded: number
  /** The newest first. */
  readonly comparisons: readonly ComparisonTold[]
}

/** One comparison with cards in the place of ids. */
export const comparisonTold = (
  { members }: Pick<FundBook, 'members'>,
  one: Comparison,
): ComparisonTold => {
  const cards = new Map(members.map(({ memberId, card }) => [memberId, card]))
  const cardOf = (memberId: string): string => cards.get(memberId) ?? ''
  const { id: entryId, on, differences, notCompared } = one
  return {
    entryId,
    on,
    confirmedBy: cardOf(one.confirmedBy),
    members: one.members,
    figures: one.figures,
    differences: differences.map(({ memberId, figure, paper, system, difference }) => ({
      memberId,
      card: cardOf(memberId),
      figure,
      paper,
      system,
      difference,
    })),
    notCompared: notCompared.map(({ memberId, figures }) => ({
      memberId,
      card: cardOf(memberId),
      figures,
    })),
    savingsDiffer: sumOfDifferences(differences, 'savings'),
    loansDiffer: sumOfDifferences(differences, 'loan'),
  }
}

/** Every comparison up to a day, for the API, the command line and the pages. */
export const comparisonsTold = (
  { fund, members }: Pick<FundBook, 'fund' | 'members'>,
  asOf: LocalDate,
): ComparisonsTold => {
  const { comparisons = [] } = fund
  return {
    asOf,
    cleanDays: cleanDaysOf(comparisons, asOf),
    cleanDaysNeeded,
    comparisons: comparisons
      .filter(({ on }) => on <= asOf)
      .map((one) => comparisonTold({ members }, one))
      .toReversed(),
  }
}
