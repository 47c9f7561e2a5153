import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Comparison,
  type Counted,
  type FigureName,
  cleanDaysNeeded,
  cleanDaysOf,
  sumOfDifferences,
} from '#domain/fund/meeting/comparing.ts'
import type { FundBook } from '#domain/health/book.ts'

/** What a comparison with the paper came to, with cards beside ids; sums in smallest units. */
export type CountedSummary = {
  readonly on: LocalDate
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
  /** What the differences come to, each counted as more than zero. */
  readonly savingsDiffer: number
  readonly loansDiffer: number
}

/** One that was signed. */
export type ComparisonSummary = CountedSummary & {
  readonly entryId: string
  /** Card of the officer who stood behind it. */
  readonly confirmedBy: string
}

export type ComparisonsSummary = {
  readonly asOf: LocalDate
  /** Days of comparing in a row, back from the last, on which nothing differed and nobody was left out. */
  readonly cleanDays: number
  readonly cleanDaysNeeded: number
  /** The newest first. */
  readonly comparisons: readonly ComparisonSummary[]
}

const cardsOf =
  ({ members }: Pick<FundBook, 'members'>) =>
  (memberId: string): string =>
    members.find((member) => member.memberId === memberId)?.card ?? ''

/** What a comparison came to, with the cards of those that it is about. */
export const countedSummary = (
  book: Pick<FundBook, 'members'>,
  { on, members, figures, differences, notCompared }: Counted,
): CountedSummary => {
  const cardOf = cardsOf(book)
  return {
    on,
    members,
    figures,
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

/** One that was signed, or would be. */
export const comparisonSummary = (
  book: Pick<FundBook, 'members'>,
  one: Comparison,
): ComparisonSummary => ({
  entryId: one.id,
  confirmedBy: cardsOf(book)(one.confirmedBy),
  ...countedSummary(book, one),
})

/** Every comparison up to a day, for the API, the command line and the pages. */
export const comparisonsSummary = (
  { fund, members }: Pick<FundBook, 'fund' | 'members'>,
  asOf: LocalDate,
): ComparisonsSummary => {
  const { comparisons = [] } = fund
  return {
    asOf,
    cleanDays: cleanDaysOf(comparisons, asOf),
    cleanDaysNeeded,
    comparisons: comparisons
      .filter(({ on }) => on <= asOf)
      .map((one) => comparisonSummary({ members }, one))
      .toReversed(),
  }
}
