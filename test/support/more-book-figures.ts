import type { FigureKey } from '#src/app/health/figure-rows.ts'
import { type Book, figuresOf, instalmentsOf, reliefMonthsOf } from '#test/support/book-figures.ts'
import { type LoanRow, dateIn, dayNumber, sum } from '#test/support/book-rows.ts'

/*
 * What the health page says beside the figures of `expected.json`, counted once more from the rows of the paper book alone, each by
 * its sentence in the facts of the trade. At the end of the year, of a book in which no loan has left relief yet.
 */

const on = '2025-12-31'

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole) / 100

const loansOf = (book: Book) => {
  const { loans: figures } = figuresOf(book, on)
  const calendar = { ...book, year: 2025 }
  return book.loans.map((loan) => {
    const { closing_balance: balance, days_past_due: days, relief } = figures[loan.loan]!
    const rows = book.meeting_sheet.filter((row) => row.loan === loan.loan)
    const paidBy = (day: string): number =>
      sum(rows.filter((row) => row.meeting_date <= day).map((row) => row.principal_paid))
    const instalments = instalmentsOf(calendar, loan).map((one, place, all) => ({
      ...one,
      soFar: sum(all.slice(0, place + 1).map(({ principal }) => principal)),
    }))
    const isWrittenOff = book.write_offs.some((row) => row.loan === loan.loan)
    return {
      loan,
      balance,
      days,
      isRelieved: relief !== '',
      rows,
      paidBy,
      instalments,
      isWrittenOff,
    }
  })
}

type Counted = ReturnType<typeof loansOf>[number]

/** Principal that has fallen due and was not paid; what was given up is owed no more. */
const arrearsOf = ({ instalments, paidBy, isWrittenOff }: Counted): number => {
  const due = instalments.filter((one) => one.due <= on).at(-1)?.soFar ?? 0
  return isWrittenOff ? 0 : Math.max(0, due - paidBy(on))
}

const onTimeOf = (loans: readonly Counted[]): number | null => {
  const fallen = loans
    .filter(({ isWrittenOff }) => !isWrittenOff)
    .flatMap(({ instalments, paidBy }) =>
      instalments.filter(({ due }) => due <= on).map(({ due, soFar }) => paidBy(due) >= soFar),
    )
  return percent(fallen.filter(Boolean).length, fallen.length)
}

const paidAgain = (book: Book, loans: readonly Counted[], days: number): number | null => {
  const ends = loans.flatMap(({ loan, rows, balance, paidBy }) => {
    const months = [...reliefMonthsOf({ ...book, year: 2025 }, loan)]
    if (months.length === 0) return []
    const end = dateIn(Math.max(...months), 31)
    const isOwed = balance + paidBy(on) - paidBy(end) > 0
    if (dayNumber(end) + days > dayNumber(on) || !isOwed) return []
    const since = rows.map((row) => dayNumber(row.meeting_date) - dayNumber(end))
    return [since.some((after) => after > 0 && after <= days)]
  })
  return percent(ends.filter(Boolean).length, ends.length)
}

const owedBy = (loans: readonly Counted[]): readonly number[] =>
  [...Map.groupBy(loans, ({ loan }) => loan.member).values()]
    .map((own) => sum(own.map(({ balance }) => balance)))
    .toSorted((a, b) => b - a)

/** Every figure of the health page that `expected.json` has not. */
export const moreFiguresOf = (book: Book): Readonly<Partial<Record<FigureKey, number | null>>> => {
  const known = figuresOf(book, on)
  const loans = loansOf(book)
  const owed = (counts: (one: Counted) => boolean): number =>
    sum(loans.filter(counts).map(({ balance }) => balance))
  const atRisk = (days: number): number => owed((one) => one.days > days || one.isRelieved)
  const memberOf = (loan: LoanRow) => book.members.find(({ card }) => card === loan.member)!
  const active = book.members.filter(({ status }) => status === 'active')
  const borrowers = active.filter(({ card }) => owed(({ loan }) => loan.member === card) > 0)
  const arrears = sum(loans.map(arrearsOf))
  const { gross_loan_portfolio: gross, member_savings: saved, active_loans: count } = known
  const { opening } = book.fund
  const unrestricted = known.cash - known.restricted_migration
  const largest = owedBy(loans)
  return {
    par30_with_relief_percent: percent(atRisk(30), gross),
    par30_with_relief: atRisk(30),
    par60_with_relief: atRisk(60),
    par90_with_relief: atRisk(90),
    restart_30_percent: paidAgain(book, loans, 30),
    restart_60_percent: paidAgain(book, loans, 60),
    restart_90_percent: paidAgain(book, loans, 90),
    arrears,
    arrears_percent: percent(arrears, gross),
    on_time_percent: onTimeOf(loans),
    risk_coverage_percent: percent(known.provision, known.par30),
    liquidity_unrestricted_percent: percent(unrestricted, saved),
    fund_utilisation_percent: percent(gross, gross + unrestricted),
    return_on_savings_percent: percent(2 * known.surplus, opening.savings + saved),
    savings_growth_percent: percent(saved - opening.savings, opening.savings),
    loans_per_member_percent: percent(count, active.length),
    members_with_loan_percent: percent(borrowers.length, active.length),
    largest_borrower_percent: percent(largest[0]!, gross),
    five_largest_percent: percent(sum(largest.slice(0, 5)), gross),
    women_members_percent: percent(active.filter(({ sex }) => sex === 'f').length, active.length),
    idpoor_portfolio_percent: percent(
      owed(({ loan }) => memberOf(loan).idpoor !== ''),
      gross,
    ),
    committee_par30: owed((one) => one.days > 30 && memberOf(one.loan).committee === 'y'),
    // Nothing was posted since the year began but what was given up, which the provision on the books has borne.
    provision_unposted:
      known.provision - opening.provision + sum(book.write_offs.map(({ amount }) => amount)),
    suspense: 0,
    average_loan: Math.floor(gross / count),
    savings_per_member: Math.floor(saved / active.length),
    // Sixty at the start and sixty at the end: the one former member left before.
    dropped_out_percent: 0,
    // The paper book has twelve meetings, each with its count, and nothing that anybody complained of.
    disputes_unanswered: 0,
    meetings_missed: 0,
    counts_missing: 0,
    book_integrity_findings: 0,
    members_unseen: 0,
    one_hand_findings: 0,
    // A fund is asked for this from its second year on.
    askings_missing: 0,
  }
}
