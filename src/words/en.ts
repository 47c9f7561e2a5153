import { reviewed } from '#src/words/catalogue.ts'

/**
 * The English wording. Its type is the catalogue's type, so a wording that another language lacks
 * does not compile.
 */
export const en = {
  pageTitle: reviewed('Village book'),
  languageChoice: reviewed('Language'),
  languageName: reviewed('English'),
  practiceBanner: reviewed('Practice fund: invented people and money'),

  figuresOf: reviewed((date: string) => `Figures of ${date}`),
  loanCount: reviewed((count: number) =>
    count === 0 ? 'No loans' : count === 1 ? '1 loan' : `${count} loans`,
  ),

  cash: reviewed('Cash in the box'),
  cashMeaning: reviewed('Money that should be in the box.'),
  savings: reviewed('Savings'),
  savingsMeaning: reviewed('What members have saved here.'),
  loansOut: reviewed('Loans out'),
  loansOutMeaning: reviewed('Lent to members and not yet paid back.'),
  late: reviewed('Late loans'),
  lateMeaning: reviewed('Still owed on loans with a payment past its day.'),
  noneLate: reviewed('No loan is late.'),
  postponed: reviewed('Payments postponed'),
  postponedMeaning: reviewed('Still owed on loans put off by flood or another event.'),
  nonePostponed: reviewed('No payment is postponed.'),
  nextMeeting: reviewed('Next meeting'),
  noMeetingDate: reviewed('No date yet'),
  noMeetingDateMeaning: reviewed('Agree on a day and write it in the book.'),

  byMonth: reviewed('Month by month'),
  chartTitle: reviewed((first: string, last: string) =>
    first === last
      ? `Savings and loans out at the end of ${first}`
      : `Savings and loans out at the end of each month, ${first} to ${last}`,
  ),
  chartTable: reviewed((currency: string) => `At the end of each month, in ${currency}`),
  month: reviewed('Month'),
  cashColumn: reviewed('Cash'),
  noMonths: reviewed('No month has ended yet, so there is nothing to draw.'),

  emptyHeading: reviewed('There is no book here yet'),
  emptyInstruction: reviewed('To bring in a paper book, type this command on this computer:'),
  emptyFolder: reviewed(
    'In place of DIR, write the name of the folder that holds the lists copied from the paper book.',
  ),
  emptyAfterwards: reviewed('When it has finished, open this page again.'),
}

/** The catalogue with its marks: the shape that every language fills completely. */
export type Catalogue = typeof en
