/** What is said where a whole paper book is brought into a network. */
export const bookPage = {
  bring: 'Bring a paper book',
  lead: 'A village that has kept its book on paper or in a spreadsheet becomes a fund with all that the book says: members, loans, meetings, money. First you see what would be written. Nothing is written before you say so.',
  forms:
    'Choose one workbook (xlsx), one zip, or all its files at once: fund.json, members.csv, loans.csv, meeting_sheet.csv, cash_book.csv, grants.csv, relief.csv and write_offs.csv. At most 8 megabytes.',
  takesTime: 'A year of a village takes some seconds. Leave the page open until it answers.',
  file: 'The book',
  tooLarge:
    'There is more in this book than any village writes. Check that it is the right file. Nothing was written.',
  elsewhere:
    'This very book has been brought in by another network. Ask them before you go on. Nothing was written.',
  hereAlready: 'This book is here already. Nothing was changed.',
  village: 'Village code',
  begins: 'The book begins',
  members: 'Members',
  loans: 'Loans',
  meetings: 'Meetings',
  entries: 'Entries',
  flagged: 'Entries that break a rule of the fund: written, with a mark',
  'village-already-here':
    'Another fund here has the same village code. Compare the two before you go on.',
  'grant-payees-not-kept':
    'Grants are kept as number and sum alone. Who received them and why stays in the paper book.',
  chooseAgain: 'Choose the same book again',
  chooseAgainWhy:
    'We keep no copy of the book. It is checked that it is the same as the one you see here.',
  done: 'The book is here',
  doneLead: 'All of it is written, and the fund is in your network.',
  nextElection:
    'Its officers came along with the book, and nobody has elected them in it: their first page leads them to the election that the next meeting holds.',
  next: 'Its officers need logins: they see what the book says and what breaks a rule.',
}

export type BookPageWords = typeof bookPage
