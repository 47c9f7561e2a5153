/** What is said where an older book is taken in from a file. */
export const imports = {
  fromSheet: 'Members from a file',
  sheetLead:
    'One line for each member: card, savings and loans on the first day of the book. First you see what would be written. Nothing is written before you say so.',
  sheetColumns:
    'The first row holds the headings: card, sex and zone, then savings, loan, loan_left, principal, months and disbursed. Headings in Khmer work too.',
  namesUnread:
    'Names in the file are not read. Write a name on the member’s own page, where it can be erased.',
  sheetFile: 'The file (CSV or xlsx, at most 1 megabyte)',
  tryIt: 'See what would be written',
  leaveIt: 'Leave it',
  fileMissing: 'No file came. Choose the file, then press again. Nothing was written.',
  fileTooLarge:
    'The file is too large. Save the sheet of members alone and choose that file. Nothing was written.',
  hereAlready: 'All that is in this file is in the book already. Nothing was changed.',
  toMend: (count: string) => `${count} to mend. Nothing was written.`,
  mendThenSend:
    'Mend these places in the file, save it, and choose it again. All of it is written, or nothing.',
  moreFaults: (count: string) => `${count} more are not shown. Mend these first.`,
  colPlace: 'Where',
  colFault: 'What to mend',
  rowPlace: (row: string) => `row ${row}`,
  wholeFile: 'The file',
  wouldWrite: 'This would be written',
  nothingYet: 'Nothing is written yet.',
  newMembers: 'New members',
  savingsIn: 'Savings',
  loansIn: (count: string) => `Left on loans (${count})`,
  flaggedIn: 'Entries that break a rule of the fund: written, with a mark',
  notExplained: (sum: string) => `${sum} is not explained by the old book`,
  notExplainedMeaning:
    'It stands open on the page of the old book until the meeting has voted on it.',
  explained: 'With this the old book adds up.',
  rowByRow: 'Row by row',
  colRow: 'Row',
  colMember: 'Member',
  colSavings: 'Savings',
  colLoan: 'Left on loans',
  isNew: 'new',
  isHere: 'here already',
  chooseAgain: 'Choose the same file again',
  chooseAgainWhy:
    'We keep no copy of the file. It is checked that it is the same as the one you see here.',
  writeIt: 'Write all of it',
  anotherFile:
    'This is not what you saw before: the file or the book has changed. Nothing was written. Look at it again.',
  written: 'Written: all that was in the file.',
}

export type ImportWords = typeof imports
