import { reviewed } from '#src/words/catalogue.ts'

/** What is said where an older book is taken in from a file. */
export const importsEn = {
  fromSheet: reviewed('Members from a file'),
  sheetLead: reviewed(
    'One line for each member: card, savings and loans on the first day of the book. First you see what would be written. Nothing is written before you say so.',
  ),
  sheetColumns: reviewed(
    'The first row holds the headings: card, sex and zone, then savings, loan, loan_left, principal, months and disbursed. Headings in Khmer work too.',
  ),
  namesUnread: reviewed(
    'Names in the file are not read. Write a name on the member’s own page, where it can be erased.',
  ),
  sheetFile: reviewed('The file (CSV or xlsx, at most 1 megabyte)'),
  tryIt: reviewed('See what would be written'),
  leaveIt: reviewed('Leave it'),
  fileMissing: reviewed('No file came. Choose the file, then press again. Nothing was written.'),
  fileTooLarge: reviewed(
    'The file is too large. Save the sheet of members alone and choose that file. Nothing was written.',
  ),
  hereAlready: reviewed('All that is in this file is in the book already. Nothing was changed.'),
  toMend: reviewed((count: string) => `${count} to mend. Nothing was written.`),
  mendThenSend: reviewed(
    'Mend these places in the file, save it, and choose it again. All of it is written, or nothing.',
  ),
  moreFaults: reviewed((count: string) => `${count} more are not shown. Mend these first.`),
  colPlace: reviewed('Where'),
  colFault: reviewed('What to mend'),
  rowPlace: reviewed((row: string) => `row ${row}`),
  wholeFile: reviewed('The file'),
  wouldWrite: reviewed('This would be written'),
  nothingYet: reviewed('Nothing is written yet.'),
  newMembers: reviewed('New members'),
  savingsIn: reviewed('Savings'),
  loansIn: reviewed((count: string) => `Left on loans (${count})`),
  flaggedIn: reviewed('Entries that break a rule of the fund: written, with a mark'),
  notExplained: reviewed((sum: string) => `${sum} is not explained by the old book`),
  notExplainedMeaning: reviewed(
    'It stands open on the page of the old book until the meeting has voted on it.',
  ),
  explained: reviewed('With this the old book adds up.'),
  rowByRow: reviewed('Row by row'),
  colRow: reviewed('Row'),
  colMember: reviewed('Member'),
  colSavings: reviewed('Savings'),
  colLoan: reviewed('Left on loans'),
  isNew: reviewed('new'),
  isHere: reviewed('here already'),
  chooseAgain: reviewed('Choose the same file again'),
  chooseAgainWhy: reviewed(
    'We keep no copy of the file. It is checked that it is the same as the one you see here.',
  ),
  writeIt: reviewed('Write all of it'),
  anotherFile: reviewed(
    'This is not what you saw before: the file or the book has changed. Nothing was written. Look at it again.',
  ),
  written: reviewed('Written: all that was in the file.'),
}
