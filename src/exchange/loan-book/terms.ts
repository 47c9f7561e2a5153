import { Decimal } from 'decimal.js'
import { type LocalDate, monthlyDay } from '#domain/kernel/dates.ts'
import { type Currency, decimalsOf } from '#domain/kernel/money.ts'
import type { StatedBalances } from '#domain/conventions/comparing.ts'
import { type StatedLoan, yearlyPercent } from '#domain/conventions/stated-loan.ts'
import type { OlderTerms } from '#domain/loans/as-written.ts'
import { dueDays } from '#domain/loans/plan/due-days.ts'
import type { Security } from '#domain/loans/request/request-state.ts'
import type { LoanLine } from '#src/exchange/loan-book/sheet.ts'

const units = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const

/** OpenCBS tells the rate of an instalment, the others that of a year. */
const ratePerOf = ({ system, rate_period: told }: LoanLine) =>
  told ?? (system === 'opencbs' ? 'instalment' : 'year')

/** A line that has no fault, as the loan that its system tells. */
export const statedLoanOf = (line: LoanLine, currency: Currency): StatedLoan => ({
  system: line.system!,
  principal: line.principal!,
  ratePercent: line.rate_percent!,
  ratePer: ratePerOf(line),
  method: line.method ?? 'declining',
  parts: line.parts ?? 'equal-instalments',
  interestBy: line.interest_by ?? 'period',
  every: { n: line.every ?? 1, unit: units[line.period ?? 'month'] },
  disbursedOn: line.disbursed!,
  firstDueOn: line.first_due,
  instalments: line.instalments!,
  graceOnPrincipal: line.grace ?? 0,
  rounding: line.rounding ?? 'half-even',
  // A multiple of zero is none.
  multiple: line.multiple === 0 ? undefined : line.multiple,
  dayCount: { year: line.days_of_year ?? 'actual', month: line.days_of_month ?? 'actual' },
  unitsInOne: 10 ** decimalsOf(currency),
})

/** Principal still owed: what the line says, or what it says was not paid. */
export const owedOf = ({ principal = 0, principal_owed: owed, principal_paid: paid }: LoanLine) =>
  owed ?? Math.max(principal - (paid ?? 0), 0)

const interestOwedOf = (line: LoanLine): number | undefined =>
  line.interest_owed ??
  (line.interest_whole === undefined
    ? undefined
    : Math.max(line.interest_whole - (line.interest_paid ?? 0), 0))

/** Where one of the two is not told they cannot be held against each other, but for more paid than was lent. */
const principalPaidOf = ({
  principal = 0,
  principal_owed: owed,
  principal_paid: paid = 0,
}: LoanLine) => (owed === undefined && paid <= principal ? undefined : paid)

export const statedBalancesOf = (line: LoanLine): StatedBalances => ({
  principalOwed: owedOf(line),
  principalPaid: line.principal_paid === undefined ? undefined : principalPaidOf(line),
  interestPaid: line.interest_paid ?? (line.interest_whole === undefined ? undefined : 0),
  interestOwed: interestOwedOf(line),
  principalLate: line.principal_late,
  interestLate: line.interest_paid === undefined ? undefined : line.interest_late,
})

const termMonthsMax = 120

/** Whole months from the pay-out to the last instalment, rounded up; undefined above ten years. */
export const termMonths = (line: LoanLine): number | undefined => {
  const { disbursed, first_due: firstDueOn, instalments: count = 0 } = line
  const every = { n: line.every ?? 1, unit: units[line.period ?? 'month'] }
  const last: LocalDate = dueDays({ start: disbursed, firstDueOn, every, count }).at(-1)!
  // After the year 9999 days are not in the order of their signs.
  if (last.length > disbursed!.length) return undefined
  const day = Number(disbursed!.slice(8))
  for (let months = 1; months <= termMonthsMax; months += 1)
    if (monthlyDay(disbursed!, months, day) >= last) return months
  return undefined
}

const rateMax = 100

/** The rate there as one of a month, rounded down; undefined where a month costs more than all of the loan. */
export const monthlyPercent = (loan: StatedLoan): string | undefined => {
  const monthly = new Decimal(yearlyPercent(loan)).div(12).toDecimalPlaces(6, Decimal.ROUND_DOWN)
  return monthly.gt(rateMax) ? undefined : monthly.toFixed()
}

/** How that system charged and what it took, as an older book says it. */
export const olderTermsThere = (line: LoanLine, loan: StatedLoan): OlderTerms => ({
  asWritten: {
    method: loan.method,
    rateMonthlyPercent: monthlyPercent(loan)!,
    ...(line.fee ? { fee: line.fee } : {}),
    ...(line.interest_paid ? { interestPaidBefore: line.interest_paid } : {}),
  },
  ...(line.security === undefined ? {} : { securities: line.security.split(' ') as Security[] }),
})
