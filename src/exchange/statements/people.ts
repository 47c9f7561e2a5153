import { statement } from '#src/exchange/statements/making.ts'
import { subjectOf } from '#domain/ledger/accounts.ts'
import { type Statement, column } from '#domain/ledger/statement.ts'
import { beyondOf } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { paidOutOn } from '#domain/loans/loan.ts'
import { standingsOn, total } from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { ownLinesOf } from '#src/app/own-lines.ts'
import { type Asked } from '#src/exchange/statements/asked.ts'

const registerColumns = [
  column.text('loan'),
  column.text('card'),
  column.code('type'),
  column.text('purpose'),
  column.day('paid_out'),
  column.sum('principal'),
  column.number('months'),
  column.sum('principal_paid'),
  column.sum('interest_paid'),
  column.sum('owed'),
  column.sum('interest_due'),
  column.sum('overdue'),
  column.number('days_past_due'),
  column.day('next_due'),
  column.code('class'),
  column.text('relief'),
  column.sum('not_demanded'),
  column.text('held'),
]

/** Every loan with its card number and where it stands. Purposes are the caller's, from the notes. */
export const loanRegisterStatement = (asked: Asked): Statement => {
  const { book, asOf, notes } = asked
  const health = healthOf(book, asOf)
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  const rows = standingsOn(book, asOf).map((standing) => {
    const {
      loan,
      whole,
      owed,
      interestDue,
      principalPaid,
      interestPaid,
      overdue,
      daysPastDue,
      nextDue,
    } = standing
    const { terms, number: loanNumber, memberId, loanId } = loan
    const { class: state, relief } = health.loans[loanNumber]!
    return {
      loan: loanNumber,
      card: cards.get(memberId) ?? '',
      type: terms.product,
      purpose: notes.get(`loan:${loanId}`) ?? '',
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
      // Of an older book: what its terms would ask beyond the fund's, and the papers that are held.
      not_demanded: beyondOf(whole, asOf)?.open ?? null,
      held: stillHeld(loan, asOf).join(' '),
    }
  })
  const add = (key: 'principal_paid' | 'interest_paid' | 'owed' | 'overdue'): number =>
    total(rows.map((row) => row[key]))
  return statement(asked, {
    name: 'loan-register',
    from: null,
    columns: registerColumns,
    rows,
    totals: {
      loan: 'total',
      principal_paid: add('principal_paid'),
      interest_paid: add('interest_paid'),
      owed: add('owed'),
      overdue: add('overdue'),
    },
    late: (account) => account.startsWith('asset:loan:'),
  })
}

/** A member's own lines: savings as posted, loans as their facts say. Private savings are in nobody's statement. */
export const memberStatementOf = (
  asked: Asked,
  { memberId, card }: { readonly memberId: string; readonly card: string },
): Statement => {
  const { book, asOf, postings } = asked
  const savings = `liability:savings:${memberId}`
  const savingsPostings = postings.filter(({ account }) => account === savings)
  const own = new Set<string | undefined>([
    memberId,
    ...book.loans.filter((loan) => loan.memberId === memberId).map(({ loanId }) => loanId),
  ])
  return statement(asked, {
    name: 'member-statement',
    from: null,
    card,
    columns: [
      column.day('date'),
      column.code('what'),
      column.text('loan'),
      column.sum('saved'),
      column.sum('principal'),
      column.sum('interest'),
      column.sum('savings'),
      column.sum('owed'),
    ],
    rows: ownLinesOf(book, memberId, { asOf, savingsPostings }).map(
      ({ on, what, loan, ...sums }) => ({ date: on, what, loan: loan ?? '', ...sums }),
    ),
    notes: [{ code: 'note-member' }],
    late: (account) => own.has(subjectOf(account)),
  })
}
