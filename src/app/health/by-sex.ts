import type { Role } from '#domain/access/roles.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type FinanceSplit, financeSplitOf, safeSplit } from '#domain/health/finance-split.ts'
import { type SexFigures, bySexOf, safely } from '#domain/health/by-sex.ts'

/** Whoever holds something in the fund by being one of its people; an auditor is none of them. */
export const isOfVillage = (held: readonly Role[]): boolean => held.includes('household-member')

/** Women and men of a period as a reader may see them. */
export const bySexFor = (
  book: FundBook,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  ofVillage: boolean,
): SexFigures => {
  const figures = bySexOf(book, { from: period.from, to: period.to })
  return ofVillage ? figures : safely(figures)
}

/** Savings, loans and debts of a period as a reader may see them, of women and men, and of poor households and others. */
export const financeSplitFor = (
  book: FundBook,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  ofVillage: boolean,
): FinanceSplit => {
  const split = financeSplitOf(book, { from: period.from, to: period.to })
  return ofVillage ? split : safeSplit(split)
}
