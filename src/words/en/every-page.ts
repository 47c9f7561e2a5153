/** What every page says around its own matter, and what the first page of a fund says. */
export const everyPage = {
  pageTitle: 'Village book',
  languageName: 'English',
  skip: 'To the page',
  menu: 'Menu',
  places: 'Places',
  place_meeting: 'Meeting',
  place_members: 'Members',
  place_loans: 'Loans',
  place_money: 'Money',
  place_more: 'More',
  place_villages: 'Villages',
  place_findings: 'Findings',
  place_audits: 'Audits',
  place_people: 'People',
  practiceBanner: 'Practice: invented people and money',

  figuresOf: (date: string) => `Figures of ${date}`,
  loanCount: (count: number) =>
    count === 0 ? 'No loans' : count === 1 ? '1 loan' : `${count} loans`,

  cash: 'Cash in the box',
  cashMeaning: 'Money that should be in the box.',
  savings: 'Savings',
  savingsMeaning: 'What members have saved here.',
  loansOut: 'Loans out',
  loansOutMeaning: 'Lent to members and not yet paid back.',
  late: 'Late loans',
  lateMeaning: 'Still owed on loans with a payment past its day.',
  noneLate: 'No loan is late.',
  postponed: 'Payments postponed',
  postponedMeaning: 'Still owed on loans put off by flood or another event.',
  nonePostponed: 'No payment is postponed.',
  nextMeeting: 'Next meeting',
  noMeetingDate: 'No date yet',
  noMeetingDateMeaning: 'Agree on a day and write it in the book.',

  byMonth: 'Month by month',
  chartTitle: (first: string, last: string) =>
    first === last
      ? `Savings and loans out at the end of ${first}`
      : `Savings and loans out at the end of each month, ${first} to ${last}`,
  chartTable: (currency: string) => `At the end of each month, in ${currency}`,
  month: 'Month',
  cashColumn: 'Cash',
  noMonths: 'No month has ended yet, so there is nothing to draw.',

  emptyHeading: 'There is no fund here yet',
  emptyLead:
    'Whoever set this service up comes in as its administrator, with the link that was given out then, and chooses one of two ways:',
  emptyFound: 'Start a fund',
  emptyFoundMeaning: 'Rules, officers and members of a new fund, step by step.',
  emptyBring: 'Bring your book',
  emptyBringMeaning: 'Lists copied from a paper book, checked before anything is written.',
  emptyTry:
    'To try everything first with invented people, ask whoever runs this computer for the practice fund. It stands apart from this service.',
}
