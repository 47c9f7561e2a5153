import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Finding, FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { type HealthFigures, healthOf } from '#domain/health/health.ts'
import { type MoreHealth, moreHealthOf } from '#domain/health/more-health.ts'
import {
  balanceSheetReport,
  cashBookReport,
  incomeReport,
  trialBalanceReport,
} from '#src/exchange/books-reports.ts'
import { loanRegisterReport } from '#src/exchange/people-reports.ts'
import type { Report } from '#src/exchange/report.ts'

type Asked = {
  readonly book: FundBook
  readonly asOf: LocalDate
  /** Words kept beside the journal, by what they are about. */
  readonly notes: ReadonlyMap<string, string>
}

/** Reports that are one table, by the name that the command line and the API give them. */
export const tableReports = {
  'trial-balance': ({ book, asOf }) => trialBalanceReport(book, asOf),
  'balance-sheet': ({ book, asOf }) => balanceSheetReport(book, healthOf(book, asOf)),
  income: ({ book, asOf }) => incomeReport(book, healthOf(book, asOf)),
  'cash-book': ({ book, asOf }) => cashBookReport(book, asOf),
  'loan-register': ({ book, asOf, notes }) => loanRegisterReport(book, healthOf(book, asOf), notes),
} as const satisfies Readonly<Record<string, (asked: Asked) => Report>>

export type TableReportName = keyof typeof tableReports

/** A table as programs read it: its rows by column, without the headings for people. */
export const rowsOf = ({ title, rows, totals }: Report) => ({
  title,
  rows,
  ...(totals ? { totals } : {}),
})

/** The figures of DF 3 on a day; `all` adds the rest of them and the grade. */
export const healthFigures = (
  book: FundBook,
  asOf: LocalDate,
  all: boolean,
): HealthFigures & Partial<MoreHealth> => {
  const health = healthOf(book, asOf)
  return all ? { ...health, ...moreHealthOf(book, health) } : health
}

export type FindingsTold = {
  readonly asOf: LocalDate
  readonly findings: readonly (Finding & { readonly message: string })[]
}

/** Findings with their words; the caller knows the language. */
export const findingsTold = (
  book: FundBook,
  asOf: LocalDate,
  say: (code: FindingCode) => string,
): FindingsTold => ({
  asOf,
  findings: findingsOf(book, asOf).map((found) => ({ ...found, message: say(found.code) })),
})
