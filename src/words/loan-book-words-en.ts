import { reviewed } from '#src/words/catalogue.ts'

/** What is said where another system's book of loans is taken in. */
export const loanBookEn = {
  fromLoans: reviewed('Loans of another system'),
  lead: reviewed(
    'One line for each loan: the card, what was lent, the rate, and what that system says is paid and owed. First you see how each loan stands to that system’s own way of counting. Nothing is written before you say so.',
  ),
  columns: reviewed(
    'The first row holds the headings: card, loan, system, principal, rate_percent, rate_period, instalments and disbursed, then principal_paid, principal_owed, interest_paid and interest_owed. Headings in Khmer, and those of Fineract and Frappe, work too. Members come first: each card must be in the fund.',
  ),
  notCorrected: reviewed(
    'What that system says is owed is what is written. A difference is told here and corrects nothing: ask there, or let the meeting decide.',
  ),
  file: reviewed('The file of loans (CSV or xlsx, at most 1 megabyte)'),
  tooLarge: reviewed(
    'The file is too large. Save the sheet of loans alone and choose that file. Nothing was written.',
  ),
  newLoans: reviewed((count: string) => `Left on loans (${count})`),
  countSame: reviewed('As that system’s convention gives it'),
  countDiffers: reviewed('Different'),
  countNotComputed: reviewed('Cannot be computed'),
  interestLeft: reviewed('Interest late there, not carried over'),
  interestLeftMeaning: reviewed(
    'It fell due there and was not paid. The fund does not ask for it.',
  ),
  loanByLoan: reviewed('Loan by loan'),
  colLoan: reviewed('Loan'),
  colOwed: reviewed('Owed'),
  colThere: reviewed('What that system says'),
  same: reviewed('the same'),
  isHere: reviewed('here already'),
  repaid: reviewed('nothing owed, not written'),
  more: reviewed((figure: string, sum: string) => `${figure}: ${sum} more than by its own rules`),
  less: reviewed((figure: string, sum: string) => `${figure}: ${sum} less than by its own rules`),
  principal: reviewed('principal'),
  interest: reviewed('interest'),
  'principal-late': reviewed('principal late'),
  'interest-late': reviewed('interest late'),
  'convention-unknown': reviewed('cannot be computed: its way of counting is not known here'),
  'not-of-that-system': reviewed('cannot be computed: that system knows no such loan'),
  'no-plan-holds': reviewed('cannot be computed: no plan comes of these terms'),
  'nothing-told': reviewed('not compared: only the balance is told'),
  willBeMarked: reviewed('What will be marked'),
  'owed-above-principal': reviewed(
    'More is owed than was ever lent: that is old interest, and it bears none.',
  ),
  'above-ceiling': reviewed('It is more than the charter lets this member borrow.'),
  'flat-rate': reviewed(
    'Interest was asked on the whole loan until its end. The fund asks it on what is left.',
  ),
  'above-cap': reviewed('It cost more than the cap. No more than the cap is asked.'),
  'fee-taken': reviewed('A fee was taken. Find out where it went.'),
  'security-held': reviewed(
    'A paper or somebody’s work is held. Give it back, and write down the day.',
  ),
}
