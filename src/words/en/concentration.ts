export const concentration = {
  heading: 'Loans with few',
  lead: 'Who lives with an officer is no part of the book. It is counted here from what members declared, and shown as sums.',
  today: 'Kin and households count as they are declared today.',
  toRows: 'What this is made of',
  officers: 'Officers',
  households: 'Officers and their households',
  livingWith: (count: number) =>
    count === 1
      ? 'One loan of somebody in an officer’s household'
      : `${count} loans of people in officers’ households`,
  largest: 'The member who owes most',
  ofLent: 'of all that is lent',
  ofOwn: 'of what the fund owns and its members saved',
  lent: 'All that is lent',
  own: 'What the fund owns and its members saved',
  limit: (percent: number) => `at most ${percent} %`,
  isAbove: 'Above the limit. Lend no more here until the share has fallen.',
  isWithin: 'Within the limit',
  nothing: 'Nothing is owed.',
  onlySums: 'Whose household it is, only the chair and the record-keeper see.',
  sum: 'Together',
  votesHeading: 'Votes to look at again',
  votesNone: 'In no decided loan anybody had a part who is declared kin of the borrower.',
  votes: (count: number) =>
    count === 1
      ? 'In one decided loan somebody had a part who is declared kin of the borrower, or lives with the borrower.'
      : `In ${count} decided loans somebody had a part who is declared kin of the borrower, or lives with the borrower.`,
  votesMeaning:
    'They may have been declared after the vote. The decision stands; let the next meeting hear of it.',
}
