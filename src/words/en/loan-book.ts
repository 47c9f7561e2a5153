/** What is said where another system's book of loans is taken in. */
export const loanBook = {
  fromLoans: 'Loans of another system',
  lead: 'One line for each loan: the card, what was lent, the rate, and what that system says is paid and owed. First you see how each loan stands to that system’s own way of counting. Nothing is written before you say so.',
  columns:
    'The first row holds the headings: card, loan, system, principal, rate_percent, rate_period, instalments and disbursed, then principal_paid, principal_owed, interest_paid and interest_owed. Headings in Khmer, and those of Fineract and Frappe, work too. Members come first: each card must be in the fund.',
  notCorrected:
    'What that system says is owed is what is written. A difference is told here and corrects nothing: ask there, or let the meeting decide.',
  file: 'The file of loans (CSV or xlsx, at most 1 megabyte)',
  tooLarge:
    'The file is too large. Save the sheet of loans alone and choose that file. Nothing was written.',
  newLoans: (count: string) => `Left on loans (${count})`,
  countSame: 'As that system’s convention gives it',
  countDiffers: 'Different',
  countNotComputed: 'Cannot be computed',
  interestLeft: 'Interest late there, not carried over',
  interestLeftMeaning: 'It fell due there and was not paid. The fund does not ask for it.',
  loanByLoan: 'Loan by loan',
  colLoan: 'Loan',
  colOwed: 'Owed',
  colThere: 'What that system says',
  same: 'the same',
  isHere: 'here already',
  repaid: 'nothing owed, not written',
  more: (figure: string, sum: string) => `${figure}: ${sum} more than by its own rules`,
  less: (figure: string, sum: string) => `${figure}: ${sum} less than by its own rules`,
  principal: 'principal',
  interest: 'interest',
  'principal-late': 'principal late',
  'interest-late': 'interest late',
  'convention-unknown': 'cannot be computed: its way of counting is not known here',
  'not-of-that-system': 'cannot be computed: that system knows no such loan',
  'no-plan-holds': 'cannot be computed: no plan comes of these terms',
  'nothing-told': 'not compared: only the balance is told',
  willBeMarked: 'What will be marked',
  'owed-above-principal':
    'More is owed than was ever lent: that is old interest, and it bears none.',
  'above-ceiling': 'It is more than the rules let this member borrow.',
  'flat-rate':
    'Interest was asked on the whole loan until its end. The fund asks it on what is left.',
  'above-cap': 'It cost more than the cap. No more than the cap is asked.',
  'fee-taken': 'A fee was taken. Find out where it went.',
  'security-held': 'A paper or somebody’s work is held. Give it back, and write down the day.',
}

export type LoanBookWords = typeof loanBook
