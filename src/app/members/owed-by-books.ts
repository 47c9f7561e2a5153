import type { LocalDate } from '#domain/kernel/dates.ts'
import { kindOf, subjectOf } from '#domain/ledger/accounts.ts'
import { trialBalance, withoutLoansAtZero } from '#domain/ledger/statements.ts'
import { type FundBook, loansById } from '#domain/health/book.ts'

/** What each member owes by the books, on all loans. */
export const owedByMember = (book: FundBook, on: LocalDate): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { account, debit, credit } of withoutLoansAtZero(trialBalance(book.balances, on))) {
    const loanId = kindOf(account) === 'asset:loan' ? subjectOf(account) : undefined
    const whose = loanId === undefined ? undefined : loansById(book.loans).get(loanId)?.memberId
    if (whose !== undefined) sums.set(whose, (sums.get(whose) ?? 0) + debit - credit)
  }
  return sums
}
