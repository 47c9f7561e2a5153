import type { LocalDate } from '#domain/kernel/dates.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { type FundBook, standingsOn, total } from '#domain/health/book.ts'
import type { Finding } from '#domain/health/finding.ts'
import type { HealthFigures } from '#domain/health/health.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type OwnAct, ownLinesOf } from '#src/app/own-lines.ts'
import type { Report, ReportColumn } from '#src/exchange/report.ts'

const text = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'text' })
const sum = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'sum' })
const number = (key: string, heading: string): ReportColumn => ({ key, heading, kind: 'number' })

const registerColumns: Report['columns'] = [
  text('loan', 'Loan'),
  text('card', 'Card'),
  text('type', 'Type'),
  text('purpose', 'Purpose'),
  text('paid_out', 'Paid out'),
  sum('principal', 'Principal'),
  number('months', 'Months'),
  sum('principal_paid', 'Principal paid'),
  sum('interest_paid', 'Interest paid'),
  sum('owed', 'Owed'),
  sum('interest_due', 'Interest due'),
  sum('overdue', 'Overdue'),
  number('days_past_due', 'Days late'),
  text('next_due', 'Next due'),
  text('class', 'Class'),
  text('relief', 'Relief'),
]

const statementColumns: Report['columns'] = [
  text('date', 'Date'),
  text('what', 'What'),
  text('loan', 'Loan'),
  sum('saved', 'Saved'),
  sum('principal', 'Lent (+) or repaid (-)'),
  sum('interest', 'Interest paid'),
  sum('savings', 'Savings'),
  sum('owed', 'Owed'),
]

/** Every loan with its card number and where it stands. Purposes are the caller's, from the notes. */
export const loanRegisterReport = (
  book: FundBook,
  health: HealthFigures,
  purposes: ReadonlyMap<string, string>,
): Report => {
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const rows = standingsOn(book, health.as_of).map((standing) => {
    const { loan, owed, interestDue, principalPaid, interestPaid, overdue, daysPastDue, nextDue } =
      standing
    const { terms, number: loanNumber, memberId, loanId } = loan
    const { class: state, relief } = health.loans[loanNumber]!
    return {
      loan: loanNumber,
      card: cards.get(memberId) ?? '',
      type: terms.product,
      purpose: purposes.get(`loan:${loanId}`) ?? '',
      paid_out: paidOutOn(loan),
      principal: terms.principal,
      months: terms.months,
      principal_paid: principalPaid,
      interest_paid: interestPaid,
      owed,
      interest_due: owed > 0 ? Math.max(interestDue, 0) : 0,
      overdue,
      days_past_due: daysPastDue,
      next_due: nextDue?.on ?? null,
      class: state,
      relief,
    }
  })
  const add = (key: 'principal_paid' | 'interest_paid' | 'owed' | 'overdue'): number =>
    total(rows.map((row) => row[key]))
  return {
    title: `Loan register on ${health.as_of}`,
    columns: registerColumns,
    rows,
    totals: {
      loan: 'Total',
      principal_paid: add('principal_paid'),
      interest_paid: add('interest_paid'),
      owed: add('owed'),
      overdue: add('overdue'),
    },
  }
}

const inWords: Readonly<Record<OwnAct, string>> = {
  'savings-taken-over': 'savings from the older book',
  'shares-bought': 'shares bought',
  'savings-withdrawn': 'savings withdrawn',
  'savings-changed': 'savings',
  'loan-taken-over': 'loan from the older book',
  'loan-paid-out': 'loan paid out',
  repaid: 'repayment',
  'written-off': 'written off',
}

/** A member's own lines: savings as posted, loans as their facts say. */
export const memberStatementReport = (
  book: FundBook,
  { memberId, card }: { readonly memberId: string; readonly card: string },
  asked: { readonly asOf: LocalDate; readonly savingsPostings: readonly PostingRow[] },
): Report => ({
  title: `Statement of card ${card} to ${asked.asOf}`,
  columns: statementColumns,
  rows: ownLinesOf(book, memberId, asked).map(({ on, what, loan, ...sums }) => ({
    date: on,
    what: inWords[what],
    loan: loan ?? '',
    ...sums,
  })),
})

/** Findings with what they say in words; the caller knows the language. */
export const findingsReport = (
  findings: readonly Finding[],
  { asOf, say }: { readonly asOf: LocalDate; readonly say: (code: Finding['code']) => string },
): Report => ({
  title: `Findings to ${asOf}: things to look at, not verdicts`,
  columns: [
    text('on', 'Date'),
    text('code', 'Finding'),
    text('subject', 'About'),
    text('column', 'Column'),
    sum('expected', 'Expected'),
    sum('found', 'Found'),
    number('seq', 'Entry'),
    text('message', 'In words'),
  ],
  rows: findings.map(({ on, code, subject, column, expected, found, seq }) => ({
    on,
    code,
    subject: `${subject.kind} ${subject.number}`,
    column,
    expected,
    found,
    seq,
    message: say(code),
  })),
})

/** The figures of fund health as a list, savings and loans left to their own reports. */
export const healthReport = (health: HealthFigures): Report => {
  const { savings, loans, ...figures } = health
  const rows = Object.entries(figures).map(([key, value]) => ({
    figure: key.replaceAll('_', ' '),
    amount:
      key.endsWith('_percent') || typeof value !== 'number' || key === 'active_loans'
        ? null
        : value,
    value: key.endsWith('_percent')
      ? value === null
        ? 'no base'
        : `${Number(value).toFixed(2)} %`
      : typeof value === 'number' && key !== 'active_loans'
        ? ''
        : String(value),
  }))
  return {
    title: `Fund health on ${health.as_of} (${Object.keys(savings).length} savers, ${Object.keys(loans).length} loans)`,
    columns: [text('figure', 'Figure'), sum('amount', 'Amount'), text('value', 'Value')],
    rows,
  }
}
