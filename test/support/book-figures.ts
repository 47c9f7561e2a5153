import type { Book, LoanRow } from '#test/support/book-rows.ts'
import {
  dateIn,
  dayNumber,
  downToHundred,
  meetingDayOf,
  monthOf,
  sum,
} from '#test/support/book-rows.ts'

export type { Book } from '#test/support/book-rows.ts'

/** What instalment days hang on; of relief only what was declared by the day one asks about. */
type Calendar = Pick<Book, 'fund' | 'relief'> & { readonly year: number }

type Instalment = { readonly due: string; readonly principal: number }

type LoanFigures = {
  readonly closing_balance: number
  readonly principal_paid: number
  readonly interest_paid: number
  readonly days_past_due: number
  readonly class: string
  readonly relief: string
}

/** Exactly the keys of `expected.json`. */

/** The months without an instalment: the union of a loan's windows, so that none counts twice. */
export function reliefMonthsOf(calendar: Calendar, loan: LoanRow): ReadonlySet<number> {
  const months = new Set<number>()
  for (const row of calendar.relief.filter((relief) => relief.loan === loan.loan))
    for (let month = monthOf(row.first_month); month <= monthOf(row.last_month); month += 1)
      months.add(month)
  return months
}

export const partOf = (loan: LoanRow) => Math.max(100, downToHundred(loan.principal / loan.months))

/** A loan carried over pays whole parts; a rest smaller than half a part joins the one before. */
function partsCarriedOver(owed: number, part: number): readonly number[] {
  const parts = Array.from({ length: Math.floor(owed / part) }, () => part)
  const rest = owed % part
  const last = parts.at(-1)
  if (rest === 0) return parts
  return last !== undefined && rest * 2 < part
    ? [...parts.slice(0, -1), last + rest]
    : [...parts, rest]
}

function partsOf(loan: LoanRow): readonly number[] {
  const part = partOf(loan)
  if (loan.opening_balance !== null && loan.type !== 'seasonal')
    return partsCarriedOver(loan.opening_balance, part)
  const last = loan.principal - part * (loan.months - 1)
  return Array.from({ length: loan.months }, (_, place) => (place < loan.months - 1 ? part : last))
}

/** Every instalment of a loan in order; a month under relief is stepped over, never doubled up. */
export function instalmentsOf(calendar: Calendar, loan: LoanRow): readonly Instalment[] {
  const day = meetingDayOf(calendar.fund)
  const reliefMonths = reliefMonthsOf(calendar, loan)
  const carriedOver = loan.opening_balance !== null && loan.type !== 'seasonal'
  let month = carriedOver ? calendar.year * 12 : monthOf(loan.disbursed)
  if (!carriedOver && dateIn(month, day) <= loan.disbursed) month += 1
  const instalments = partsOf(loan).map((principal) => {
    while (reliefMonths.has(month)) month += 1
    month += 1
    return { due: dateIn(month - 1, day), principal }
  })
  if (loan.type !== 'seasonal') return instalments
  const owed = loan.opening_balance ?? loan.principal
  return instalments.slice(-1).map(({ due }) => ({ due, principal: owed }))
}

/** A share of a base in per cent with two decimals, half up; of nothing there is no share. */
function percentOf(amount: number, base: number): number | null {
  if (base === 0) return null
  const sign = base < 0 ? -1n : 1n
  const divisor = 2n * BigInt(base) * sign
  const dividend = BigInt(amount) * sign * 20_000n + BigInt(base) * sign
  const rest = dividend % divisor
  return Number((dividend - rest) / divisor - (rest < 0n ? 1n : 0n)) / 100
}

type KnownBook = Book & Calendar

/** The book as it stood at the end of a day: a later fact was not written yet. */
function bookUpTo(book: Book, asOf: string): KnownBook {
  return {
    ...book,
    year: Number(asOf.slice(0, 4)),
    loans: book.loans.filter((row) => row.disbursed <= asOf),
    meeting_sheet: book.meeting_sheet.filter((row) => row.meeting_date <= asOf),
    cash_book: book.cash_book.filter((row) => row.meeting_date <= asOf),
    grants: book.grants.filter((row) => row.date <= asOf),
    relief: book.relief.filter((row) => row.declared <= asOf),
    write_offs: book.write_offs.filter((row) => row.date <= asOf),
  }
}

/** Days since the oldest instalment that the principal paid does not cover, less relief days. */
function daysPastDueOf(book: KnownBook, loan: LoanRow, paid: number, asOf: string): number {
  let due = 0
  const oldest = instalmentsOf(book, loan).find((instalment) => {
    due += instalment.principal
    return due > paid
  })
  if (oldest === undefined || oldest.due >= asOf) return 0
  const reliefMonths = reliefMonthsOf(book, loan)
  let days = 0
  for (let month = monthOf(oldest.due); month <= monthOf(asOf); month += 1) {
    const from =
      month === monthOf(oldest.due) ? dayNumber(oldest.due) + 1 : dayNumber(dateIn(month, 1))
    const to = month === monthOf(asOf) ? dayNumber(asOf) : dayNumber(dateIn(month, 31))
    if (!reliefMonths.has(month)) days += to - from + 1
  }
  return days
}

/** Whether three instalments that fell due after the relief were each covered on their day. */
function hasLeftRelief(book: KnownBook, loan: LoanRow, asOf: string): boolean {
  const lastMonth = Math.max(...reliefMonthsOf(book, loan))
  let due = 0
  const onTime = instalmentsOf(book, loan).filter((instalment) => {
    due += instalment.principal
    const paid = book.meeting_sheet.filter(
      (row) => row.loan === loan.loan && row.meeting_date <= instalment.due,
    )
    const isAfterRelief = monthOf(instalment.due) > lastMonth && instalment.due <= asOf
    return isAfterRelief && sum(paid.map((row) => row.principal_paid)) >= due
  })
  return onTime.length >= 3
}

/** One loan's lines and what the totals need of it; the book holds only what was known. */
function loanCounted(book: KnownBook, loan: LoanRow, asOf: string) {
  const rows = book.meeting_sheet.filter((row) => row.loan === loan.loan)
  const writeOffs = book.write_offs.filter((row) => row.loan === loan.loan)
  const events = book.relief.filter((row) => row.loan === loan.loan).map((row) => row.event)
  const owed = loan.opening_balance ?? loan.principal
  const paid = sum(rows.map((row) => row.principal_paid))
  const balance = owed - paid - sum(writeOffs.map((row) => row.amount))
  const days = balance === 0 ? 0 : daysPastDueOf(book, loan, paid, asOf)
  const band = book.fund.provisioning.table.find(({ to_days: to }) => to === null || days <= to)
  const dueDates = instalmentsOf(book, loan).filter(({ due }) => due <= asOf).length
  const member = book.members.find((row) => row.card === loan.member)
  const figures: LoanFigures = {
    closing_balance: balance,
    principal_paid: paid,
    interest_paid: sum(rows.map((row) => row.interest_paid)),
    days_past_due: days,
    class: balance > 0 ? (band?.name ?? '') : writeOffs.length > 0 ? 'written_off' : 'closed',
    relief: [...new Set(events)].sort().join('+'),
  }
  return {
    loan,
    figures,
    member,
    balance,
    provision: downToHundred((balance * (band?.percent ?? 0)) / 100),
    isUnderRelief: events.length > 0 && !hasLeftRelief(book, loan, asOf),
    isCollected: loan.type !== 'seasonal' && member?.status === 'active',
    fallenDue: Math.min(owed, dueDates * partOf(loan)),
  }
}

/** What each active member has saved: the opening card and the shares, less what was paid out. */
function savingsOf(book: Book): Readonly<Record<string, number>> {
  const active = book.members.filter((member) => member.status === 'active')
  const saved = active.map((member) => {
    const rows = book.meeting_sheet.filter((row) => row.card === member.card)
    const added = sum(rows.map((row) => row.savings_in - row.savings_out))
    return [member.card, member.opening_savings + added] as const
  })
  return Object.fromEntries(saved)
}

/** Presences in per cent of the meetings held; a member with two lines is present once. */
function attendanceOf(book: Book): number | null {
  const active = new Set(
    book.members.filter((row) => row.status === 'active').map((row) => row.card),
  )
  const meetings = new Set(book.meeting_sheet.map((row) => row.meeting_date))
  const present = book.meeting_sheet.filter((row) => row.present === 'y' && active.has(row.card))
  const presences = new Set(present.map((row) => `${row.meeting_date} ${row.card}`))
  return percentOf(presences.size, meetings.size * active.size)
}

type LoanCounted = ReturnType<typeof loanCounted>

/** What the loan book shows by itself: balances in arrears, under relief and in whose hands. */
function portfolioOf(loans: readonly LoanCounted[]) {
  const owed = (counts: (loan: LoanCounted) => boolean) =>
    sum(loans.filter(counts).map((loan) => loan.balance))
  const collected = loans.filter((loan) => loan.isCollected)
  return {
    gross: owed(() => true),
    active: loans.filter((loan) => loan.balance > 0).length,
    provision: sum(loans.map((loan) => loan.provision)),
    par30: owed((loan) => loan.figures.days_past_due > 30),
    par60: owed((loan) => loan.figures.days_past_due > 60),
    par90: owed((loan) => loan.figures.days_past_due > 90),
    underRelief: owed((loan) => loan.isUnderRelief),
    women: owed((loan) => loan.member?.sex === 'f'),
    committee: owed((loan) => loan.member?.committee === 'y'),
    collected: percentOf(
      sum(collected.map((loan) => loan.figures.principal_paid)),
      sum(collected.map((loan) => loan.fallenDue)),
    ),
  }
}

/** The sums of money that moved since 1 January, from the sheets where they hold it. */
function flowsOf(book: KnownBook) {
  const sheet = (column: 'savings_in' | 'social_in' | 'fine_in' | 'savings_out') =>
    sum(book.meeting_sheet.map((row) => row[column]))
  const cashBook = (column: 'donor_grant_in' | 'social_out' | 'expenses_out') =>
    sum(book.cash_book.map((row) => row[column]))
  const paidOut = book.loans.filter((row) => row.opening_balance === null)
  return {
    saved: sheet('savings_in') - sheet('savings_out'),
    social: sheet('social_in') + sheet('fine_in') - cashBook('social_out'),
    principal: sum(book.meeting_sheet.map((row) => row.principal_paid)),
    interest: sum(book.meeting_sheet.map((row) => row.interest_paid)),
    disbursed: sum(paidOut.map((row) => row.principal)),
    restricted: cashBook('donor_grant_in') - sum(book.grants.map((row) => row.amount)),
    expenses: cashBook('expenses_out'),
    writtenOff: sum(book.write_offs.map((row) => row.amount)),
  }
}

/**
 * Counts the figures of a paper book from its rows as the book's own page tells it, in whole riel,
 * at the end of its year or on any day within; it shares no line with what it is held against.
 */
export function figuresOf(
  book: Book,
  asOf = `${book.cash_book[0]?.meeting_date.slice(0, 4)}-12-31`,
) {
  const known = bookUpTo(book, asOf)
  const { opening } = book.fund
  const flows = flowsOf(known)
  const loans = known.loans.map((loan) => loanCounted(known, loan, asOf))
  const portfolio = portfolioOf(loans)
  const { gross, provision } = portfolio
  const savings = savingsOf(known)
  const saved = sum(Object.values(savings))
  const moved = flows.saved + flows.social + flows.principal + flows.interest + flows.restricted
  const cash = opening.cash + moved - flows.disbursed - flows.expenses
  const cost = flows.expenses + provision - opening.provision + flows.writtenOff
  const surplus = flows.interest - cost
  const reserve = opening.reserve + surplus
  const assets = cash + gross - provision
  const ofMeanPortfolio = (amount: number) => percentOf(2 * amount, opening.loans + gross)
  return {
    as_of: asOf,
    cash,
    gross_loan_portfolio: gross,
    active_loans: portfolio.active,
    provision,
    member_savings: saved,
    social_fund: opening.social + flows.social,
    restricted_migration: opening.restricted_migration + flows.restricted,
    reserve,
    surplus,
    total_assets: assets,
    interest_received: flows.interest,
    principal_received: flows.principal,
    disbursed: flows.disbursed,
    par30: portfolio.par30,
    par60: portfolio.par60,
    par90: portfolio.par90,
    par30_percent: percentOf(portfolio.par30, gross),
    principal_under_relief: portfolio.underRelief,
    relief_percent: percentOf(portfolio.underRelief, gross),
    portfolio_yield_percent: ofMeanPortfolio(flows.interest),
    operating_expense_percent: ofMeanPortfolio(flows.expenses),
    operational_self_sufficiency_percent: percentOf(flows.interest, cost),
    write_off_percent: ofMeanPortfolio(flows.writtenOff),
    liquidity_percent: percentOf(cash, saved),
    equity_percent: percentOf(reserve, assets),
    attendance_percent: attendanceOf(known),
    women_portfolio_percent: percentOf(portfolio.women, gross),
    committee_exposure: portfolio.committee,
    committee_exposure_percent: percentOf(portfolio.committee, gross),
    principal_collected_percent: portfolio.collected,
    savings,
    loans: Object.fromEntries(loans.map(({ loan, figures }) => [loan.loan, figures])),
  }
}
