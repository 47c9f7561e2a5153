import { reviewed } from '#src/words/catalogue.ts'

/** Founding a fund: the form, the count of the box, and what comes next. */
export const foundingEn = {
  heading: reviewed('Start a fund'),
  lead: reviewed(
    'For a village that begins to save, or one that brings an older paper book. Its officers write everything after this; you get no right in its book.',
  ),
  toFound: reviewed('Start a fund'),
  name: reviewed('What its people call it'),
  nameHint: reviewed('The name of the village, for example. You can leave it empty.'),
  villageCode: reviewed('Village code'),
  villageCodeHint: reviewed('8 digits'),
  currency: reviewed('Money that its book is kept in'),
  dayLegend: reviewed('Day on which it begins'),
  dayHint: reviewed('Where there is an old book: the day for which its balances stand.'),

  officersHeading: reviewed('First officers'),
  officersLead: reviewed(
    'At least a chair and a record-keeper. Leave empty who is not chosen yet.',
  ),
  card: reviewed('Card number'),
  sex: reviewed('Woman or man'),
  woman: reviewed('Woman'),
  man: reviewed('Man'),
  zone: reviewed('Part of the village'),

  oldHeading: reviewed('From an old book'),
  oldLead: reviewed(
    'Leave this empty where the fund begins with nothing. Savings and loans of members are written afterwards, one by one.',
  ),
  cash: reviewed('Cash that the book says is in the box'),
  social: reviewed('Social fund'),
  reserve: reviewed('Reserve'),
  provision: reviewed('Set aside for loans that may not come back'),
  donors: reviewed('Donors’ money that is not spent yet'),

  rulesHeading: reviewed('Rules'),
  rulesLead: reviewed(
    'Leave empty what stays as it is offered: 1.5 % a month on what is left, 18 % a year at most. The meeting can change each rule later by its vote.',
  ),
  shareValue: reviewed('Value of a share'),
  socialPerMeeting: reviewed('Social contribution at a meeting'),
  meetingDay: reviewed('Day of the month on which it meets'),
  rateNormal: reviewed('Interest a month on an ordinary loan, in per cent'),
  womenMin: reviewed('Seats on the committee that are for women, of five'),
  toCount: reviewed('Go on to the count'),

  countHeading: reviewed('Count the box'),
  countLead: reviewed(
    'Count together, before everybody. What is counted is what the fund begins with.',
  ),
  bookSays: reviewed('The old book says'),
  counted: reviewed('Counted'),
  noteOf: reviewed((sum: string) => `Notes of ${sum}`),
  orSum: reviewed('Or the sum in the box'),
  orSumHint: reviewed('Only where nobody could count by note. Nothing in the box: 0'),
  begins: reviewed('The fund begins'),
  officersAre: reviewed('Officers'),
  missing: reviewed((sum: string) => `${sum} less in the box than the book says.`),
  beyond: reviewed((sum: string) => `${sum} more in the box than the book says.`),
  standsApart: reviewed(
    'The difference is written apart, by its name, until somebody finds what it was. Nobody is blamed for it.',
  ),
  found: reviewed('Start the fund'),
  foundSo: reviewed('Start the fund with this difference'),
  change: reviewed('Change something'),

  doneHeading: reviewed('The fund is started'),
  doneNamed: reviewed((name: string) => `${name}: the fund is started`),
  doneLead: reviewed('What comes next:'),
  nextLogins: reviewed(
    'Give the chair and the record-keeper their sign-in, each with a one-time link. From then on the officers give all others theirs.',
  ),
  nextMembers: reviewed('The record-keeper writes down the members.'),
  nextOldBook: reviewed(
    'With an old book: the record-keeper writes down savings and loans. The page “Does the old book add up?” says when all of it does.',
  ),
  nextMeeting: reviewed('The first meeting opens with the count of the box.'),
  toLogins: reviewed('Give a sign-in'),

  wrong: reviewed(
    'Some of it cannot stand like this. The lines that are marked say what to change.',
  ),
  faultCode: reviewed('The village code has 8 digits.'),
  faultName: reviewed('A name has letters and digits, at most 40.'),
  faultDay: reviewed('There is no such day.'),
  faultFuture: reviewed('This day has not come yet.'),
  faultChoice: reviewed('Choose one.'),
  faultCard: reviewed('A card number has letters and digits, at most 40.'),
  faultZone: reviewed('A part of the village has a short name or number.'),
  faultSum: reviewed('A sum in digits, for example 212000.'),
  faultNumber: reviewed('A number in digits.'),
  faultRate: reviewed('A rate in per cent, for example 1.5'),
  faultOfficers: reviewed('A fund needs a chair and a record-keeper to begin.'),
  faultCardTwice: reviewed('Two officers have the same card number. Give each their own.'),
  faultAboveCap: reviewed('More than 18 % a year is not allowed. Write 1.5 a month or less.'),
  faultWomen: reviewed(
    'With these officers the women’s seats cannot be filled. Choose more women, or lower the number of seats under “Rules” if the meeting wants so.',
  ),
  faultRules: reviewed('These rules cannot stand together. Look at the numbers under “Rules”.'),
  faultSent: reviewed(
    'This form has started a fund already, with something else in it. Begin with a new form.',
  ),
  faultPieces: reviewed('How many notes: a number in digits.'),
  faultNothing: reviewed(
    'Nothing is counted yet. Where nothing is in the box, write 0 as the sum.',
  ),
  faultDiffers: reviewed((sum: string) => `The notes come to ${sum}. Write that sum, or none.`),
} as const
