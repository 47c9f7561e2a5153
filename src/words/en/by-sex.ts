export const bySex = {
  heading: 'Women and men',
  lead: (from: string, to: string) =>
    `What women and men had of the fund from ${from} to ${to}. Nobody is named.`,
  keptBack: 'Outside the village a figure is left out where few women or few men stand behind it.',
  what: 'What',
  women: 'Women',
  men: 'Men',
  leftOut: 'left out',
  members: 'Members',
  attendance: 'Were there, of those who could come',
  ofAll: (present: string, possible: string) => `${present} of ${possible}`,
  votes: 'Votes of officers on loans',
  borrowers: 'Members who got a loan',
  loans: 'Loans',
  lent: (currency: string) => `Money lent, in ${currency}`,
  seats: 'Seats on the committee',
  keys: 'Keys of the box',
}

export type BySexWords = typeof bySex
