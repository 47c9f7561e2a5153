import { reviewed } from '#src/words/catalogue.ts'

/** What the record-keeper's pages say. */
export const en = {
  deskHeading: reviewed('What do you want to record?'),
  deskReading: reviewed('Loans to be paid'),
  recordRepayment: reviewed('Record a repayment'),
  recordRepaymentMeaning: reviewed('Money that a member pays back on a loan.'),
  recordSaving: reviewed('Record a saving'),
  recordSavingMeaning: reviewed('Shares that a member buys.'),
  dueByMeeting: reviewed((date: string) => `To be paid by the next meeting, ${date}`),
  nothingDue: reviewed('No loan has a payment to make by the next meeting.'),
  dueLater: reviewed('Other loans'),
  searchLabel: reviewed('Look for a card'),
  searchHint: reviewed('Write the number that stands on the card, for example M07.'),
  search: reviewed('Look'),
  showAll: reviewed('Show all cards'),
  cardWithoutLoan: reviewed('This card has no open loan.'),
  notFound: reviewed('No such card has anything to show here. Check the number on the card.'),
  cardOf: reviewed((card: string) => `Card ${card}`),
  loanOf: reviewed((number: string) => `Loan ${number}`),
  toPay: reviewed('To pay'),
  daysLate: reviewed((count: string) => (count === '1' ? '1 day late' : `${count} days late`)),
  postponed: reviewed('Payments postponed'),
  loanLeft: reviewed('Loan left'),
  nothingToPay: reviewed('Nothing to pay now'),
  back: reviewed('Back'),
  backToDesk: reviewed('Back to the day’s list'),
  backToFund: reviewed('To the fund'),

  chooseLoan: reviewed('Whose repayment is it?'),
  chooseLoanMeaning: reviewed('Press the card and loan of the member who pays.'),
  noOpenLoans: reviewed('No loan is open, so there is nothing to pay back.'),
  chooseMember: reviewed('Whose saving is it?'),
  chooseMemberMeaning: reviewed('Press the card of the member who saves.'),
  noMembers: reviewed('No member is in the book yet.'),

  dueToday: reviewed('Due today'),
  ofItInterest: reviewed((interest: string) => `${interest} of it is interest`),
  nothingDueToday: reviewed('Nothing is due today.'),
  nextPayment: reviewed('Next payment'),
  toSettle: reviewed('To pay the whole loan off today'),
  savedNow: reviewed('Savings now'),
  shareValue: reviewed('One share costs'),
  sharesMax: reviewed((count: string) => `At most ${count} shares at one meeting.`),
  amountLabel: reviewed((currency: string) => `How much was paid, in ${currency}`),
  amountHint: reviewed((example: string) => `Digits only, for example ${example}.`),
  sharesLabel: reviewed('How many shares'),
  sharesHint: reviewed('Digits only, for example 2.'),
  dayLegend: reviewed('On which day was the money received?'),
  day: reviewed('Day'),
  month: reviewed('Month'),
  year: reviewed('Year'),
  next: reviewed('Next: check it'),

  mended: reviewed('Nothing is recorded yet. Put right what is marked below.'),
  amountMissing: reviewed(
    (example: string) => `The amount is missing. Write digits only, for example ${example}.`,
  ),
  amountNotDigits: reviewed(
    (example: string) =>
      `This is not written in digits only. Write digits only, for example ${example}: no letters, no signs in between.`,
  ),
  amountNought: reviewed('Nought cannot be recorded. Write the amount that was given.'),
  amountTooLarge: reviewed(
    'This is more than the book can hold. Count the money again and write the amount.',
  ),
  sharesMissing: reviewed('The number of shares is missing. Write digits only, for example 2.'),
  sharesNotDigits: reviewed(
    'This is not written in digits only. Write digits only, for example 2: no letters, no signs in between.',
  ),
  sharesNought: reviewed('Nought cannot be recorded. Write how many shares were bought.'),
  sharesTooMany: reviewed(
    'This is more than the book can hold. Count the shares again and write how many.',
  ),
  dayUnknown: reviewed(
    'The calendar has no such day. Write the day again: day and year in digits.',
  ),
  dayInFuture: reviewed(
    'The day that was written has not come yet. Write the day on which the money was given.',
  ),
  dayBeforeFund: reviewed(
    'The fund’s book began after the day that was written. Write the day on which the money was given.',
  ),

  checkRepayment: reviewed('Is this repayment right?'),
  checkSaving: reviewed('Is this saving right?'),
  readAloud: reviewed('Read it aloud to the member.'),
  notYet: reviewed('Nothing is recorded yet.'),
  amountPaid: reviewed('Paid back'),
  amountSaved: reviewed('Saved'),
  given: reviewed('Received on'),
  principal: reviewed('Pays back the loan'),
  interest: reviewed('Interest'),
  excess: reviewed('More than the loan needs'),
  before: reviewed('Before'),
  after: reviewed('After'),
  savings: reviewed('Savings'),
  loanLeftNow: reviewed('Loan left now'),
  sharesTimes: reviewed((count: string, value: string) =>
    count === '1' ? `1 share of ${value}` : `${count} shares of ${value} each`,
  ),
  savingsUnchanged: reviewed('The member’s savings do not change.'),
  loansUnchanged: reviewed('The member’s loans do not change.'),
  loanPaidOff: reviewed('With this the loan is paid off.'),
  movesLater: reviewed(
    'Later repayments of this loan are in the book already. Their interest will be counted anew.',
  ),
  flagOverpaid: reviewed(
    (rest: string) =>
      `This is ${rest} more than the loan needs. The rest is kept for the member: ask what it is for.`,
  ),
  flagOverpaidSaved: reviewed(
    (rest: string) => `This is ${rest} more than the loan needs. The rest is added to the savings.`,
  ),
  cardUnknown: reviewed('No card of this fund has that number. Write it as it stands on the card.'),
  pleaseChoose: reviewed('Please choose'),
  seldomAsked: reviewed('More that can be said'),
  flagBeforePayout: reviewed(
    'This day is before the loan came into the book. Check the day before you record it.',
  ),
  flagManyShares: reviewed(
    (count: string) => `One meeting allows ${count} shares. It will be marked in the book.`,
  ),
  flagOther: reviewed('A rule of the fund is broken. It will be marked in the book.'),
  askHeading: reviewed('Stop and count again'),
  askTenTimes: reviewed(
    (usual: string) =>
      `This is ten times what this member usually gives, or more (usually ${usual}).`,
  ),
  askThreeTimes: reviewed(
    (instalment: string) =>
      `This is three times one payment of this loan, or more (one payment is ${instalment}).`,
  ),
  askNought: reviewed('Is there a nought too many?'),
  askAlready: reviewed(
    (amount: string) =>
      `${amount} is in the book already for this day. Record it again only if the money was given twice.`,
  ),
  noChange: reviewed('No, change it'),
  yesRecord: reviewed('Yes, record it'),
  yesCounted: reviewed((amount: string) => `I counted again: record ${amount}`),

  receiptHeading: reviewed('It is in the book'),
  receiptOfRepayment: reviewed('Receipt for a repayment'),
  receiptOfSaving: reviewed('Receipt for a saving'),
  receiptOfEntry: reviewed('Receipt for a line of the book'),
  entryNumber: reviewed('Line of the book'),
  shortCode: reviewed('Short code'),
  shortCodeMeaning: reviewed('Write the line and the short code into the paper book.'),
  qrLabel: reviewed('Square code with the fund’s signature on this receipt'),
  qrMeaning: reviewed('The fund has signed this code. It proves that the fund wrote this line.'),
  amountHidden: reviewed('The amount is left out.'),
  hideAmount: reviewed('Show it without the amount'),
  showAmount: reviewed('Show it with the amount'),
  anotherRepayment: reviewed('Record another repayment'),
  anotherSaving: reviewed('Record another saving'),
  toDesk: reviewed('To the list'),

  stoppedHeading: reviewed('It was not recorded'),
  oddForm: reviewed('The page could not be read. Begin again and fill it in by hand.'),
  usedBefore: reviewed(
    'This page was used already, for another amount or another day. What was recorded first stands. Look at its receipt; if more money was given, begin again.',
  ),
  seeReceipt: reviewed('See the receipt'),
  notAllowedByRule: reviewed(
    'A rule of the fund does not allow it. Write it on paper and show it to the committee.',
  ),
  notYours: reviewed(
    'Only the record-keeper may record this. Write it on paper and give it to the record-keeper.',
  ),
  busyHeading: reviewed('The book cannot be written in just now'),
  busy: reviewed(
    'Wait a minute and press the button. Nothing is lost, and pressing twice counts once.',
  ),
  tryAgain: reviewed('Try again'),
  beginAgain: reviewed('Begin again'),
}
