/** What the record-keeper's pages say. */
export const desk = {
  recordRepayment: 'Record a repayment',
  recordSaving: 'Record a saving',
  searchLabel: 'Look for a name or card',
  searchHint: 'A name in Khmer or Latin letters, or part of it; or a number, for example M07.',
  searchCard: 'Look for a card',
  searchCardHint: 'Write the number that stands on the card, for example M07.',
  search: 'Look',
  showAll: 'Show all',
  notFound: 'Nobody of that name or card has anything to show here. Check how it is written.',
  cardOf: (card: string) => `Card ${card}`,
  loanOf: (number: string) => `Loan ${number}`,
  toPay: 'To pay',
  daysLate: (count: string) => (count === '1' ? '1 day late' : `${count} days late`),
  postponed: 'Payments postponed',
  loanLeft: 'Loan left',
  nothingToPay: 'Nothing to pay now',
  back: 'Back',
  backToToday: 'Back to today',

  chooseLoan: 'Whose repayment is it?',
  chooseLoanMeaning: 'Press the card and loan of the member who pays.',
  noOpenLoans: 'No loan is open, so there is nothing to pay back.',
  chooseMember: 'Whose saving is it?',
  chooseMemberMeaning: 'Press the card of the member who saves.',
  noMembers: 'No member is in the book yet.',

  dueThatDay: (day: string, sum: string) =>
    `This is what is due today. On ${day} it was ${sum}. Look whether the sum is right.`,
  dueToday: 'Due today',
  ofItInterest: (interest: string) => `${interest} of it is interest`,
  nothingDueToday: 'Nothing is due today.',
  nextPayment: 'Next payment',
  toSettle: 'To pay the whole loan off today',
  savedNow: 'Savings now',
  shareValue: 'One share costs',
  sharesMax: (count: string) => `At most ${count} shares at one meeting.`,
  amountLabel: (currency: string) => `How much was paid, in ${currency}`,
  amountHint: (example: string) => `Digits only, for example ${example}.`,
  sharesLabel: 'How many shares',
  sharesHint: 'Digits only, for example 2.',
  dayLegend: 'On which day was the money received?',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  next: 'Next: check it',

  mended: 'Nothing is recorded yet. Put right what is marked below.',
  amountMissing: (example: string) =>
    `The amount is missing. Write digits only, for example ${example}.`,
  amountNotDigits: (example: string) =>
    `This is not written in digits only. Write digits only, for example ${example}: no letters, no signs in between.`,
  amountZero: 'Zero cannot be recorded. Write the amount that was given.',
  amountTooLarge:
    'This is more than the book can hold. Count the money again and write the amount.',
  sharesMissing: 'The number of shares is missing. Write digits only, for example 2.',
  sharesNotDigits:
    'This is not written in digits only. Write digits only, for example 2: no letters, no signs in between.',
  sharesZero: 'Zero cannot be recorded. Write how many shares were bought.',
  sharesTooMany: 'This is more than the book can hold. Count the shares again and write how many.',
  dayUnknown: 'The calendar has no such day. Write the day again: day and year in digits.',
  dayInFuture:
    'The day that was written has not come yet. Write the day on which the money was given.',
  dayBeforeFund:
    'The fund’s book began after the day that was written. Write the day on which the money was given.',

  checkRepayment: 'Is this repayment right?',
  checkSaving: 'Is this saving right?',
  readAloud: 'Read it aloud to the member.',
  notYet: 'Nothing is recorded yet.',
  amountPaid: 'Paid back',
  amountSaved: 'Saved',
  given: 'Received on',
  principal: 'Pays back the loan',
  interest: 'Interest',
  excess: 'More than the loan needs',
  before: 'Before',
  after: 'After',
  savings: 'Savings',
  loanLeftNow: 'Loan left now',
  sharesTimes: (count: string, value: string) =>
    count === '1' ? `1 share of ${value}` : `${count} shares of ${value} each`,
  savingsUnchanged: 'The member’s savings do not change.',
  loansUnchanged: 'The member’s loans do not change.',
  loanPaidOff: 'With this the loan is paid off.',
  movesLater:
    'Later repayments of this loan are in the book already. Their interest will be counted anew.',
  flagOverpaid: (rest: string) =>
    `This is ${rest} more than the loan needs. The rest is kept for the member: ask what it is for.`,
  flagOverpaidSaved: (rest: string) =>
    `This is ${rest} more than the loan needs. The rest is added to the savings.`,
  byNameHint: 'By name or card, for example M07.',
  byCardHint: 'By the number on the card, for example M07.',
  personUnknown: 'Nobody of this fund is found by that. Write a name, a part of it, or the card.',
  calledAlike: (people: string) =>
    `Several are found by that: ${people}. Choose one, or write the card.`,
  cardUnknown: 'No card of this fund has that number. Write it as it stands on the card.',
  pleaseChoose: 'Please choose',
  seldomAsked: 'More that can be said',
  flagBeforePayout:
    'This day is before the loan came into the book. Check the day before you record it.',
  flagManyShares: (count: string) =>
    `One meeting allows ${count} shares. It will be marked in the book.`,
  flagOther: 'A rule of the fund is broken. It will be marked in the book.',
  askHeading: 'Stop and count again',
  askTenTimes: (usual: string) =>
    `This is ten times what this member usually gives, or more (usually ${usual}).`,
  askTenTimesAny: (label: string, sum: string, usual: string) =>
    `${label} ${sum}. Is this ten times what you meant? Such a sum is usually ${usual} or less.`,
  asNotes: (notes: string) => `For example: ${notes}`,
  askThreeTimes: (instalment: string) =>
    `This is three times one payment of this loan, or more (one payment is ${instalment}).`,
  askZero: 'Is there a zero too many?',
  askAlready: (amount: string) =>
    `${amount} is in the book already for this day. Record it again only if the money was given twice.`,
  noChange: 'No, change it',
  yesRecord: 'Yes, record it',
  yesAgain: 'I counted again: it is right',
  yesCounted: (amount: string) => `I counted again: record ${amount}`,

  receiptHeading: 'It is in the book',
  receiptOfRepayment: 'Receipt for a repayment',
  receiptOfSaving: 'Receipt for a saving',
  receiptOfEntry: 'Receipt for a line of the book',
  entryNumber: 'Line of the book',
  shortCode: 'Short code',
  shortCodeMeaning: 'Write the line and the short code into the paper book.',
  qrLabel: 'Square code with the fund’s signature on this receipt',
  qrMeaning: 'The fund has signed this code. It proves that the fund wrote this line.',
  amountHidden: 'The amount is left out.',
  hideAmount: 'Show it without the amount',
  showAmount: 'Show it with the amount',
  anotherRepayment: 'Record another repayment',
  anotherSaving: 'Record another saving',
  toToday: 'To today',

  stoppedHeading: 'It was not recorded',
  askedLongAgo: 'This page was open for more than five minutes. Type it once more.',
  oddForm: 'The page could not be read. Begin again and fill it in by hand.',
  usedBefore:
    'This page was used already, for another amount or another day. What was recorded first stands. Look at its receipt; if more money was given, begin again.',
  seeReceipt: 'See the receipt',
  notAllowedByRule:
    'A rule of the fund does not allow it. Write it on paper and show it to the committee.',
  notYours:
    'Only the record-keeper may record this. Write it on paper and give it to the record-keeper.',
  busyHeading: 'The book cannot be written in just now',
  busy: 'Wait a minute and press the button. Nothing is lost, and pressing twice counts once.',
  tryAgain: 'Try again',
  beginAgain: 'Begin again',
}
