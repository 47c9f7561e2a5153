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
  split_sex: 'Money of women and men',
  split_poverty: 'Money of poor households and others',
  split_lead:
    'Savings, loans given, debts and what of them is late. Poor: households with a card of IDPoor. Nobody is named.',
  split_keptBack:
    'Outside the village both are left out where fewer than five people stand behind one of them.',
  split_of: (people: string, amount: string) => `${amount} (${people})`,
  split_how: (currency: string) => `In ${currency}; in brackets how many people.`,
  split_poor: 'Poor',
  split_others: 'Others',
  split_saved: 'Savings',
  split_lent: 'Loans given',
  split_owed: 'Owed on loans',
  split_late: 'Of it late',
}

export type BySexWords = typeof bySex
