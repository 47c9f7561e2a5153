/** What stands behind the check of a report, for whoever checks it and whoever stands behind the ruling. */
export const watchGrounds = {
  heading: 'What stands behind the check',
  firstSource: 'The first source',
  secondSource: 'The second source',
  kind: 'Who or what it is',
  'source_whoever-spoke': 'Whoever told it, asked again',
  source_family: 'Their family',
  source_neighbour: 'Somebody of the same village',
  source_colleague: 'Somebody else who left by the same agency',
  source_organisation: 'Another organisation',
  source_authority: 'An authority',
  source_paper: 'A paper that we have seen',
  'source_seen-by-us': 'One of us has seen it',
  whose: 'Whose it is',
  whoseHint:
    'So that another one of the team can ask again. It lies sealed to the keys of the team, and in no book.',
  whoseFault: 'Say whose it is, in at most 120 signs.',
  on: 'On which day',
  onFault: 'Write a day such as 14/6/2025, not later than today.',
  kindFault: 'Say who or what it is.',
  sameSource: 'These two are one source. Look for another one.',
  household: 'The household, as whoever checked it wrote it',
  householdUnknown: 'Nobody knows the household: all such reports count as one.',
  householdOwn: 'No other checked report about it is of this household.',
  householdOthers: (n: number) =>
    n === 1
      ? '1 other checked report about it is of the same household'
      : `${n} other checked reports about it are of the same household`,
  otherWords:
    'The mark in the book is not made of these words. Do not confirm it: say that it was checked wrongly.',
  checkedBy: 'Checked by',
  shut: 'It is not sealed to your key. Another one of the team can open it.',
  none: 'Of this check neither the household nor the sources were kept. Ask whoever checked it.',
  lead: 'Ask yourself: are the two sources really two? Is it the household that it says?',
  households: (n: number) => (n === 1 ? 'of 1 household' : `of ${n} households`),
}

export type WatchGroundsWords = typeof watchGrounds
