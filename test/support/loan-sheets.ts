import { earlier } from '#domain/kernel/dates.ts'
import { type StatedLoan, planThere } from '#domain/conventions/stated-loan.ts'
import { statedOn } from '#test/support/random-stated-loans.ts'

/** Headings of a loan book, all that a convention can hang on among them. */
const loanHeadings = [
  'card',
  'loan',
  'system',
  'principal',
  'rate_percent',
  'rate_period',
  'method',
  'parts',
  'interest_by',
  'instalments',
  'every',
  'period',
  'disbursed',
  'rounding',
  'grace',
  'principal_paid',
  'principal_owed',
  'interest_paid',
  'interest_owed',
  'principal_late',
  'interest_late',
] as const

export type LoanCells = Readonly<Record<(typeof loanHeadings)[number], string | number>>

const units = { days: 'day', weeks: 'week', months: 'month', years: 'year' } as const

/**
 * A loan as a system writes it that has been paid all that fell due, but for its last `missed` instalments.
 * Nothing of a plan that has ended is left unpaid, so that something is owed only while it runs or is late.
 */
export const cellsOf = (
  loan: StatedLoan,
  { card, number, missed }: { card: string; number: string; missed: number },
): LoanCells => {
  const rows = planThere(loan)
  if (typeof rows === 'string') throw new Error(`no plan: ${rows}`)
  const sum = (some: typeof rows, part: 'principal' | 'interest'): number =>
    some.reduce((all, row) => all + row[part], 0)
  const due = rows.filter(({ dueOn }) => dueOn < statedOn)
  const paid = due.slice(0, Math.max(due.length - missed, 0))
  const unpaid = rows.slice(paid.length)
  return {
    card,
    loan: number,
    system: loan.system,
    principal: loan.principal,
    rate_percent: loan.ratePercent,
    rate_period: loan.ratePer,
    method: loan.method,
    parts: loan.parts,
    interest_by: loan.interestBy,
    instalments: loan.instalments,
    every: loan.every.n,
    period: units[loan.every.unit],
    disbursed: earlier(loan.disbursedOn, statedOn),
    rounding: loan.rounding,
    grace: loan.graceOnPrincipal,
    principal_paid: sum(paid, 'principal'),
    principal_owed: sum(unpaid, 'principal'),
    interest_paid: sum(paid, 'interest'),
    interest_owed: sum(unpaid, 'interest'),
    principal_late: sum(due, 'principal') - sum(paid, 'principal'),
    interest_late: sum(due, 'interest') - sum(paid, 'interest'),
  }
}

/** The sheet of such loans as CSV. */
export const loanSheet = (loans: readonly LoanCells[]): Uint8Array => {
  const lines = loans.map((cells) => loanHeadings.map((heading) => cells[heading]).join(','))
  return new TextEncoder().encode(`${[loanHeadings.join(','), ...lines].join('\n')}\n`)
}
