/* Entries of loans by what taking them back has to do. */

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
  'PayoutConfirmed',
  'LoanWrittenOff',
  'RecoveryRecorded',
  'LateFinePaid',
]
