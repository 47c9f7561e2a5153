import type { PageToLookAt } from '#test/browser/pages.ts'

/** Statements of the books, one page each. */
export const statementPages: readonly PageToLookAt[] = [
  { name: 'statements', path: '/funds/FUND/statements', door: 'auditor' },
  { name: 'statement-cash-book', path: '/funds/FUND/statements/cash-book', door: 'auditor' },
  { name: 'statement-sheet', path: '/funds/FUND/statements/balance-sheet', door: 'auditor' },
  {
    name: 'statement-bank',
    path: '/funds/FUND/statements/bank-reconciliation',
    door: 'auditor',
  },
  { name: 'statement-trial', path: '/funds/FUND/statements/trial-balance', door: 'auditor' },
  { name: 'statement-income', path: '/funds/FUND/statements/income', door: 'auditor' },
  { name: 'statement-equity', path: '/funds/FUND/statements/changes-in-equity', door: 'auditor' },
  { name: 'statement-wind-up', path: '/funds/FUND/statements/wind-up', door: 'chair' },
  { name: 'statement-shortages', path: '/funds/FUND/statements/cash-shortages', door: 'chair' },
  { name: 'statement-unexplained', path: '/funds/FUND/statements/unexplained', door: 'auditor' },
  { name: 'statement-register', path: '/funds/FUND/statements/loan-register', door: 'auditor' },
  { name: 'statement-restricted', path: '/funds/FUND/statements/restricted-funds', door: 'chair' },
  {
    name: 'statement-member',
    path: '/funds/FUND/statements/member-statement?card=M01',
    door: 'auditor',
  },
]
