/** Two figures of the paper book beside the software, while a village tries it. */
export const comparing = {
  heading: 'Paper beside the book',
  lead: 'While the village still keeps its paper book, two figures a member are put beside this book at each meeting, and two officers sign what differs. No money moves by it.',
  compareToday: 'Compare now',
  toComparisons: 'Compare with the paper book',
  backToComparisons: 'To all comparisons',
  none: 'Nothing has been compared yet.',
  cleanDays: (so: string, needed: string): string =>
    `Comparisons in a row without a difference, with nobody left out: ${so} of ${needed}.`,
  ready:
    'Paper and book agree. The meeting can decide to lay the paper down; keep it in the box with the keys.',
  notReady: 'Keep writing the paper book until then.',
  day: 'Day',
  membersCompared: 'Members compared',
  notComparedCount: 'Not all compared',
  lines: 'Lines that differ',
  savingsDiffer: 'Savings differ by',
  loansDiffer: 'Loans differ by',
  open: 'Open',

  formHeading: 'What does the paper say?',
  formOf: (day: string): string => `At the end of ${day}`,
  formMeaning:
    'Copy two figures for each member. Write 0 where the paper says that there is no loan; what you leave empty is not compared.',
  privateMeaning:
    'Private savings belong to nobody else’s eyes: leave them out of these figures. They are not in this list.',
  card: 'Card',
  savings: 'Saved',
  loan: 'Loan left',
  figure: 'Figure',
  cellOf: (card: string, title: string): string => `${card}: ${title}`,
  fault_digits: (example: string): string =>
    `Write digits alone, such as ${example}: no minus, no comma.`,
  fault_large: 'So much is in no book. Check the zeros.',
  fault_second: 'Choose one of them.',
  fault_nothing: 'Nothing was written down yet. Copy at least one figure from the paper.',
  second: 'Which other officer has looked at the paper too?',
  secondHint: 'They give their own PIN on the next page.',
  pasteHeading: 'Paste from a sheet',
  pasteMeaning:
    'Copy three columns: card, saved, loan left. One line a member. The figures then stand above, each in its line, and you check them there.',
  pasteLabel: 'Lines of the sheet',
  fillIn: 'Fill in',
  pasteFault: (count: string): string =>
    `Lines that were not taken: ${count}. They stand here: they have more than three columns, name no card of this list, or one twice. Correct them, or take them away and write these figures above.`,
  check: 'Check',

  question: 'Is this what the paper says?',
  changedSince:
    'The book has changed since you looked, and nothing was signed. Look at the figures again, then sign.',
  figuresAgree: (count: string): string => `Figures that agree: ${count}.`,
  noDifference: 'Paper and book agree in every figure.',
  differences: 'What differs',
  paper: 'Paper',
  book: 'Book',
  difference: 'Difference',
  whatNext: 'What to do next',
  together: 'Together',
  next_savings_more:
    'Look for savings that are not in the book, or money handed out that is in it twice.',
  next_savings_less:
    'Look for money handed out that is not in the book, or savings that are in it twice.',
  next_loan_more:
    'Look for a loan paid out that is not in the book, or a repayment that is in it twice.',
  next_loan_less:
    'Look for a repayment that is not in the book, or interest that the paper took for part of the loan.',
  notCompared: 'Not compared',
  notComparedMeaning: 'The paper said nothing of these. Look them up before the next meeting.',
  neither: 'Neither saved nor loan left',
  signMeaning:
    'Two officers say by this that both books said so on that day. It corrects nothing: what is wrong is put right afterwards, in the book or on the paper.',
  noChange: 'No, change it',
  sign: 'Yes, sign it',

  oneHeading: 'Comparison with the paper book',
  signedBy: (card: string): string =>
    `Signed by whoever wrote it down and by the officer with card ${card}.`,
  asSigned: 'All figures are as they were signed. What was corrected later does not change them.',
  signWriter: 'Who wrote it down',
  signSecond: 'The second officer',
  signMember: 'A member of the meeting',
}
