/** What the lists are called that can be taken along, on the sheets of a workbook. */
export const exports = {
  members: 'Members',
  loans: 'Loans',
  meetings: 'Meetings',
  cycles: 'Years',
  postings: 'Postings',
  entries: 'Entries',
  'entry-facts': 'Facts of entries',
}

/** What a sheet says about itself, since it is read away from the page that says it. */
export const exportSheet = {
  unit: (number: string, sum: string, currency: string) =>
    `Sums are whole numbers of the smallest unit: ${number} is ${sum} (${currency}). A row with a currency of its own is in that one.`,
  knownAt: (instant: string) => `As the book was known at ${instant}.`,
  knownNow: 'As the book was known when this was written.',
}
