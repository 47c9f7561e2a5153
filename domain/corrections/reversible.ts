import { operations } from '#domain/operations/all.ts'

/* Entries by what taking them back has to do; their types stand beside the reversal. */

export const beginnings: readonly string[] = ['LoanPaidOut', 'LoanTakenOver']
/** Their postings are a loan's books; what is left of the loan says what is left of them. */
export const inLoanBooks: readonly string[] = [
  ...beginnings,
  'LoanPartPaidOut',
  'RepaymentRecorded',
  'RepaidFromSavings',
  'DeathSettled',
  'PaymentSpread',
  'LoanRescheduled',
  'LoanConverted',
  'SecurityReturned',
  'LoanWrittenOff',
  'RecoveryRecorded',
  'LateFinePaid',
]
export const reversible: readonly string[] = [
  ...operations.filter(({ isReversible }) => isReversible).map(({ entry }) => entry),
  'MoneyBorrowed',
  'BorrowingRepaid',
  'MoneyExchanged',
  'ExpensePaid',
  'TransferRecorded',
  'BankLineMatched',
  'AttendanceRecorded',
]
