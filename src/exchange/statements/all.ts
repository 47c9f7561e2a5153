import { accountOfPlace } from '#domain/fund/bank.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { Statement, StatementName } from '#domain/ledger/statement.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import { reconciliationOf } from '#src/exchange/statements/bank.ts'
import { balanceSheetOf, incomeOf, trialBalanceOf } from '#src/exchange/statements/books.ts'
import { cashBookOf } from '#src/exchange/statements/cash-book.ts'
import { changesInEquityOf, windUpStatement } from '#src/exchange/statements/equity.ts'
import { loanRegisterStatement } from '#src/exchange/statements/people.ts'
import { restrictedFundsOf } from '#src/exchange/statements/restricted.ts'
import { shortagesStatement } from '#src/exchange/statements/shortages.ts'
import { unexplainedStatement } from '#src/exchange/statements/unexplained.ts'

/** Statements of the whole fund; a member's own is asked for with the member. */
export type FundStatementName = Exclude<StatementName, 'member-statement'>

export const fundStatements: Readonly<
  Record<FundStatementName, (asked: StatementSource) => Statement>
> = {
  'trial-balance': trialBalanceOf,
  'balance-sheet': balanceSheetOf,
  income: incomeOf,
  'cash-book': cashBookOf,
  'cash-shortages': shortagesStatement,
  'restricted-funds': restrictedFundsOf,
  'changes-in-equity': changesInEquityOf,
  'wind-up': windUpStatement,
  unexplained: unexplainedStatement,
  'bank-reconciliation': (asked) => reconciliationOf(asked, 'bank'),
  'wallet-reconciliation': (asked) => reconciliationOf(asked, 'wallet'),
  'loan-register': loanRegisterStatement,
}

export const fundStatementNames = Object.keys(fundStatements) as [
  FundStatementName,
  ...FundStatementName[],
]

const accountsRead: Partial<Record<FundStatementName, readonly AccountId[] | 'all'>> = {
  'cash-book': 'all',
  'restricted-funds': 'all',
  unexplained: ['equity:unexplained'],
  'bank-reconciliation': [accountOfPlace('bank')],
  'wallet-reconciliation': [accountOfPlace('wallet')],
}

/** The accounts whose single postings a statement is made of: all others need the book and what came late. */
export const accountsReadFor = (name: FundStatementName): readonly AccountId[] | 'all' =>
  accountsRead[name] ?? []
