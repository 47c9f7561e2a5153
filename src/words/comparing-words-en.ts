import { reviewed } from '#src/words/catalogue.ts'

/** Two figures of the paper book beside the software, while a village tries it. */
export const en = {
  heading: reviewed('Paper beside the book'),
  lead: reviewed(
    'While the village still keeps its paper book, two figures a member are put beside this book at each meeting, and two officers sign what differs. No money moves by it.',
  ),
  compareToday: reviewed('Compare now'),
  toComparisons: reviewed('Compare with the paper book'),
  backToComparisons: reviewed('To all comparisons'),
  none: reviewed('Nothing has been compared yet.'),
  cleanDays: reviewed(
    (so: string, needed: string): string =>
      `Comparisons in a row without a difference, with nobody left out: ${so} of ${needed}.`,
  ),
  ready: reviewed(
    'Paper and book agree. The meeting can decide to lay the paper down; keep it in the box with the keys.',
  ),
  notReady: reviewed('Keep writing the paper book until then.'),
  day: reviewed('Day'),
  membersCompared: reviewed('Members compared'),
  notComparedCount: reviewed('Not all compared'),
  lines: reviewed('Lines that differ'),
  savingsDiffer: reviewed('Savings differ by'),
  loansDiffer: reviewed('Loans differ by'),
  open: reviewed('Open'),

  formHeading: reviewed('What does the paper say?'),
  formOf: reviewed((day: string): string => `At the end of ${day}`),
  formMeaning: reviewed(
    'Copy two figures for each member: what is saved, and what is left of the loan. Write 0 where the paper says that there is no loan. What you leave empty is not compared, and is not taken for 0.',
  ),
  privateMeaning: reviewed(
    'Private savings belong to nobody else’s eyes: leave them out of these figures. They are not in this list.',
  ),
  card: reviewed('Card'),
  savings: reviewed('Saved'),
  loan: reviewed('Loan left'),
  figure: reviewed('Figure'),
  cellOf: reviewed((card: string, title: string): string => `${card}: ${title}`),
  fault_digits: reviewed(
    (example: string): string => `Write digits alone, such as ${example}: no minus, no comma.`,
  ),
  fault_large: reviewed('So much is in no book. Check the noughts.'),
  fault_second: reviewed('Choose one of them.'),
  fault_nothing: reviewed('Nothing was written down yet. Copy at least one figure from the paper.'),
  second: reviewed('Which other officer has looked at the paper too?'),
  secondHint: reviewed('They give their own PIN on the next page.'),
  choose: reviewed('Choose'),
  pasteHeading: reviewed('Paste from a sheet'),
  pasteMeaning: reviewed(
    'Copy three columns: card, saved, loan left. One line a member. The figures then stand above, each in its line, and you check them there.',
  ),
  pasteLabel: reviewed('Lines of the sheet'),
  fillIn: reviewed('Fill in'),
  pasteFault: reviewed(
    (count: string): string =>
      `Lines that were not taken: ${count}. They stand here: they have more than three columns, name no card of this list, or one twice. Correct them, or take them away and write these figures above.`,
  ),
  check: reviewed('Check'),

  question: reviewed('Is this what the paper says?'),
  changedSince: reviewed(
    'The book has changed since you looked, and nothing was signed. Look at the figures again, then sign.',
  ),
  figuresAgree: reviewed((count: string): string => `Figures that agree: ${count}.`),
  noDifference: reviewed('Paper and book agree in every figure.'),
  differences: reviewed('What differs'),
  paper: reviewed('Paper'),
  book: reviewed('Book'),
  difference: reviewed('Difference'),
  whatNext: reviewed('What to do next'),
  together: reviewed('Together'),
  next_savings_more: reviewed(
    'Look for savings that are not in the book, or money handed out that is in it twice.',
  ),
  next_savings_less: reviewed(
    'Look for money handed out that is not in the book, or savings that are in it twice.',
  ),
  next_loan_more: reviewed(
    'Look for a loan paid out that is not in the book, or a repayment that is in it twice.',
  ),
  next_loan_less: reviewed(
    'Look for a repayment that is not in the book, or interest that the paper took for part of the loan.',
  ),
  notCompared: reviewed('Not compared'),
  notComparedMeaning: reviewed(
    'The paper said nothing of these. Look them up before the next meeting.',
  ),
  neither: reviewed('Neither saved nor loan left'),
  signMeaning: reviewed(
    'Two officers say by this that both books said so on that day. It corrects nothing: what is wrong is put right afterwards, in the book or on the paper.',
  ),
  noChange: reviewed('No, change it'),
  sign: reviewed('Yes, sign it'),

  oneHeading: reviewed('Comparison with the paper book'),
  signedBy: reviewed(
    (card: string): string =>
      `Signed by whoever wrote it down and by the officer with card ${card}.`,
  ),
  asSigned: reviewed(
    'All figures are as they were signed. What was corrected later does not change them.',
  ),
  signWriter: reviewed('Who wrote it down'),
  signSecond: reviewed('The second officer'),
  signMember: reviewed('A member of the meeting'),
}
