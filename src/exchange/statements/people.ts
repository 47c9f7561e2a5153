import { listedColumn, statement, sumsOf } from '#src/exchange/statements/making.ts'
import { type FundBook, loansOf } from '#domain/health/book.ts'
import { type AccountId, subjectOf } from '#domain/ledger/accounts.ts'
import { accountLinesOf } from '#domain/ledger/balance-list.ts'
import { type Statement, column } from '#domain/ledger/statement.ts'
import { healthOf } from '#domain/health/health.ts'
import { ownLinesOf } from '#src/app/household/own-lines.ts'
import { type StatementSource } from '#src/exchange/statements/source.ts'
import { registerInFiles, loanRowsOf } from '#src/lists/loans.ts'

/** Every loan with its card number and where it stands. Purposes are the caller's, from the notes. */
export const loanRegisterStatement = (asked: StatementSource): Statement => {
  const { book, asOf, notes } = asked
  const { loans } = healthOf(book, asOf)
  const { columns, rowOf } = registerInFiles
  const rows = loanRowsOf(book, asOf).map((row) => {
    const { number, loanId } = row.loan
    return rowOf({ ...row, health: loans[number]!, purpose: notes.get(`loan:${loanId}`) ?? '' })
  })
  return statement(asked, {
    name: 'loan-register',
    from: null,
    columns: columns.map(listedColumn),
    rows,
    totals: {
      loan: 'total',
      ...sumsOf(rows, ['principal_paid', 'interest_paid', 'owed', 'overdue']),
    },
    late: (account) => account.startsWith('asset:loan:'),
  })
}

/** A member, and each of the member's loans, as accounts name what they are of. */
const subjectsAbout = (book: FundBook, memberId: string): ReadonlySet<string | undefined> =>
  new Set([memberId, ...loansOf(book, memberId).map(({ loanId }) => loanId)])

/** Every account that such a statement is made from. */
export const accountsAbout = (book: FundBook, memberId: string): readonly AccountId[] => {
  const own = subjectsAbout(book, memberId)
  return accountLinesOf(book.balances).flatMap(({ account }) =>
    own.has(subjectOf(account)) ? [account] : [],
  )
}

/** A member's own lines: savings as posted, loans as their facts say. Private savings are in nobody's statement. */
export const memberStatementOf = (
  asked: StatementSource,
  { memberId, card }: { readonly memberId: string; readonly card: string },
): Statement => {
  const { book, asOf, postings } = asked
  const savings = `liability:savings:${memberId}`
  const savingsPostings = postings.filter(({ account }) => account === savings)
  const own = subjectsAbout(book, memberId)
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
