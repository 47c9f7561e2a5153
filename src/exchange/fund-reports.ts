import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { Finding, FindingCode } from '#domain/health/finding.ts'
import { findingsOf } from '#domain/health/findings.ts'
import type { CommitteeTask } from '#domain/health/tasks.ts'
import { type HealthFigures, healthOf } from '#domain/health/health.ts'
import { type MoreHealth, moreHealthOf } from '#domain/health/more-health.ts'
import { type TaskRow, taskRows } from '#src/exchange/older-reports.ts'
import type { Report } from '#src/exchange/report.ts'

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

type FindingsInWords = {
  readonly asOf: LocalDate
  /** What the committee has still to do about some of them. */
  readonly tasks: readonly TaskRow[]
  readonly findings: readonly (Finding & { readonly message: string })[]
}

/** How findings and tasks are said. */
type Words = {
  readonly say: (code: FindingCode) => string
  readonly sayTask: (task: CommitteeTask) => string
}

/** Findings with their words; the caller knows the language. */
export const findingsInWords = (
  book: FundBook,
  asOf: LocalDate,
  { say, sayTask }: Words,
): FindingsInWords => ({
  asOf,
  tasks: taskRows(book, asOf, sayTask),
  findings: findingsOf(book, asOf).map((found) => ({ ...found, message: say(found.code) })),
})
