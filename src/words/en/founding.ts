/** Founding a fund: the form, the count of the box, and what comes next. */
export const founding = {
  heading: 'Start a fund',
  lead: 'For a village that begins to save, or one that brings an older paper book. Its officers write everything after this; you get no right in its book.',
  toFound: 'Start a fund',
  name: 'What its people call it',
  nameHint:
    'The name of the village, for example. In Khmer and in Latin letters with “ / ” between them, each page says its own. You can leave it empty.',
  villageCode: 'Village code',
  villageCodeHint:
    '8 digits of the national list: province, district, commune and village. Type the district’s name and choose it for the first four.',
  currency: 'Money that its book is kept in',
  dayLegend: 'Day on which it begins',
  dayHint: 'Where there is an old book: the day for which its balances stand.',

  officersHeading: 'First officers',
  officersLead: 'At least a chair and a record-keeper. Leave empty who is not chosen yet.',
  card: 'Card number',
  cardHint: 'The number on this person’s passbook or card, for example M01.',
  sex: 'Woman or man',
  woman: 'Woman',
  man: 'Man',
  zone: 'Part of the village',
  zoneHint: 'A short name or number. Where the village has only one part: 1',

  oldHeading: 'From an old book',
  oldLead:
    'Leave this empty where the fund begins with nothing. Savings and loans of members are written afterwards, one by one.',
  cash: 'Cash that the book says is in the box',
  social: 'Social fund',
  reserve: 'Reserve',
  provision: 'Set aside for loans that may not come back',
  donors: 'Donors’ money that is not spent yet',

  rulesHeading: 'Rules',
  rulesLead:
    'Leave empty what stays as it is offered: 1.5 % a month on what is left, 18 % a year at most. The meeting can change each rule later by its vote.',
  shareValue: 'Value of a share',
  socialPerMeeting: 'Social contribution at a meeting',
  meetingDay: 'Day of the month on which it meets',
  rateNormal: 'Interest a month on an ordinary loan, in per cent',
  womenMin: 'Seats on the committee that are for women, of five',
  toCount: 'Go on to the count',

  countHeading: 'Count the box',
  countLead: 'Count together, before everybody. What is counted is what the fund begins with.',
  bookSays: 'The old book says',
  counted: 'Counted',
  noteOf: (sum: string) => `Notes of ${sum}`,
  orSum: 'Or the sum in the box',
  orSumHint: 'Only where nobody could count by note. Nothing in the box: 0',
  begins: 'The fund begins',
  liesIn: 'District and province',
  placeUnknown: (code: string) =>
    `The national list has no district with the code ${code.slice(0, 4)}. Was it mistyped? It is kept as it is.`,
  officersAre: 'Officers',
  missing: (sum: string) => `${sum} less in the box than the book says.`,
  beyond: (sum: string) => `${sum} more in the box than the book says.`,
  standsApart:
    'The difference is written apart, by its name, until somebody finds what it was. Nobody is blamed for it.',
  found: 'Start the fund',
  foundSo: 'Start the fund with this difference',
  change: 'Change something',

  doneHeading: 'The fund is started',
  doneNamed: (name: string) => `${name}: the fund is started`,
  doneLead: 'What comes next:',
  nextLogins:
    'Give the chair and the record-keeper their sign-in, each with a one-time link. From then on the officers give all others theirs.',
  nextMembers: 'The record-keeper writes down the members.',
  nextOldBook:
    'With an old book: the record-keeper writes down savings and loans. The page “Does the old book add up?” says when all of it does.',
  nextMeeting: 'The first meeting opens with the count of the box.',
  toLogins: 'Give a sign-in',

  faultCode: 'The village code has 8 digits.',
  faultDistrictAlone: (district: string) =>
    `These four digits are ${district}. Write the four of commune and village after them: they stand on papers of the commune.`,
  faultName: 'A name has letters and digits, at most 40.',
  faultDay: 'There is no such day.',
  faultFuture: 'This day has not come yet.',
  faultChoice: 'Choose one.',
  faultCard: 'A card number has letters and digits, at most 40.',
  faultZone: 'A part of the village has a short name or number.',
  faultSum: 'A sum in digits, for example 212000.',
  faultNumber: 'A number in digits.',
  faultRate: 'A rate in per cent, for example 1.5',
  faultOfficers: 'A fund needs a chair and a record-keeper to begin.',
  faultCardTwice: 'Two officers have the same card number. Give each their own.',
  faultAboveCap: 'More than 18 % a year is not allowed. Write 1.5 a month or less.',
  faultWomen:
    'With these officers the women’s seats cannot be filled. Choose more women, or lower the number of seats under “Rules” if the meeting wants so.',
  faultRules: 'These rules cannot stand together. Look at the numbers under “Rules”.',
  faultSent:
    'This form has started a fund already, with something else in it. Begin with a new form.',
  faultPieces: 'How many notes: a number in digits.',
  faultNothing: 'Nothing is counted yet. Where nothing is in the box, write 0 as the sum.',
  faultDiffers: (sum: string) => `The notes come to ${sum}. Write that sum, or none.`,
}

export type FoundingWords = typeof founding
