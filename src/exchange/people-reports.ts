import type { LocalDate } from '#domain/kernel/dates.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { type FundBook, standingsOn, total } from '#domain/health/book.ts'
import type { Finding } from '#domain/health/finding.ts'
import type { HealthFigures } from '#domain/health/health.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
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

const savingsLines: Readonly<Record<string, string>> = {
  SavingsTakenOver: 'savings from the older book',
  SharesBought: 'shares bought',
  SavingsWithdrawn: 'savings withdrawn',
}

/** A member's own lines: savings as posted, loans as their facts say. */
export const memberStatementReport = (
  book: FundBook,
  { memberId, card }: { readonly memberId: string; readonly card: string },
  {
    asOf,
    savingsPostings,
  }: { readonly asOf: LocalDate; readonly savingsPostings: readonly PostingRow[] },
): Report => {
  const saved = savingsPostings
    .filter(({ on }) => on <= asOf)
    .map(({ on, amount, entryType }) => ({
      date: on,
      what: savingsLines[entryType] ?? 'savings',
      loan: '',
      saved: -amount,
      principal: 0,
      interest: 0,
    }))
  const repaid = standingsOn(book, asOf)
    .filter(({ loan }) => loan.memberId === memberId)
    .flatMap(({ loan, splits, writtenOff, writeOffs }) => {
      const begun =
        loan.origin.kind === 'taken-over'
          ? { what: 'loan from the older book', sum: loan.origin.owed }
          : { what: 'loan paid out', sum: loan.terms.principal }
      const line = (
        date: string,
        what: string,
        [principal, interest]: readonly [number, number],
      ) => ({ date, what, loan: loan.number, saved: 0, principal, interest })
      const off =
        writtenOff > 0
          ? writeOffs.map(({ on, amount }) => line(on, 'written off', [-amount, 0]))
          : []
      return [
        line(loan.origin.on, begun.what, [begun.sum, 0]),
        ...splits.map((split) => line(split.on, 'repayment', [-split.principal, split.interest])),
        ...off,
      ]
    })
  let savings = 0
  let owed = 0
  const rows = [...saved, ...repaid]
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
    .map((row) => {
      savings += row.saved
      owed += row.principal
      return { ...row, savings, owed }
    })
  return {
    title: `Statement of card ${card} to ${asOf}`,
    columns: statementColumns,
    rows,
  }
}

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
