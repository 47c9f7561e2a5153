/** How English counts. */
export const number = {
  small: [
    ...'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
    ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
  ],
  tens: 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
  scales: [
    [1_000_000_000, 'billion'],
    [1_000_000, 'million'],
    [1_000, 'thousand'],
  ],
  hundred: 'hundred',
  and: 'and',
} as const
