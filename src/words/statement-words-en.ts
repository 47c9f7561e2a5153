import { reviewed } from '#src/words/catalogue.ts'

/** Titles of statements; `{from}`, `{to}` and `{card}` stand for the days and the card. */
export const titlesEn = {
  'trial-balance': reviewed('Trial balance on {to}'),
  'balance-sheet': reviewed('What the fund has and owes on {to}'),
  income: reviewed('Income and costs from {from} to {to}'),
  'cash-book': reviewed('Cash book up to {to}'),
  'restricted-funds': reviewed('Money for one purpose from {from} to {to}'),
  'changes-in-equity': reviewed('What changed the fund’s own money from {from} to {to}'),
  'wind-up': reviewed('If the fund ended on {to}'),
  unexplained: reviewed('Not explained by the old book, up to {to}'),
  'bank-reconciliation': reviewed('Bank: from the book to its own balance on {to}'),
  'wallet-reconciliation': reviewed('Wallet: from the book to its own balance on {to}'),
  'loan-register': reviewed('Loan register on {to}'),
  'member-statement': reviewed('Statement of card {card} up to {to}'),
  'late-entries': reviewed('Came after its period was closed'),
}

/** What each statement is called in a list, and what it answers. */
export const namesEn = {
  'trial-balance': reviewed('Trial balance'),
  'balance-sheet': reviewed('Balance sheet'),
  income: reviewed('Income and costs'),
  'cash-book': reviewed('Cash book'),
  'restricted-funds': reviewed('Money for one purpose'),
  'changes-in-equity': reviewed('The fund’s own money'),
  'wind-up': reviewed('If the fund ended'),
  unexplained: reviewed('Not explained by the old book'),
  'bank-reconciliation': reviewed('Bank, line by line'),
  'wallet-reconciliation': reviewed('Wallet, line by line'),
  'loan-register': reviewed('Loan register'),
  'member-statement': reviewed('A member’s statement'),
}

export const questionsEn = {
  'trial-balance': reviewed('Every account and what stands in it. Both columns come to the same.'),
  'balance-sheet': reviewed('What is there, whom it is owed to, and what is the fund’s own.'),
  income: reviewed('What came in for the fund itself, what was spent, and what was left.'),
  'cash-book': reviewed('The box, day by day.'),
  'restricted-funds': reviewed('Donors’ money and the social fund: what came, went and is left.'),
  'changes-in-equity': reviewed('Why the fund’s own money is more or less than at the start.'),
  'wind-up': reviewed('Who would be paid, and in which order.'),
  unexplained: reviewed('What nobody can explain yet, and who looks for it.'),
  'bank-reconciliation': reviewed('Why the bank says another sum than the book.'),
  'wallet-reconciliation': reviewed('Why the wallet says another sum than the book.'),
  'loan-register': reviewed('Every loan and where it stands.'),
  'member-statement': reviewed('One member’s savings and loans, line by line.'),
}

/** Headings of columns. */
export const headingsEn = {
  account: reviewed('Account'),
  currency: reviewed('Currency'),
  debit: reviewed('Debit'),
  credit: reviewed('Credit'),
  part: reviewed('Part'),
  line: reviewed('Line'),
  amount: reviewed('Amount'),
  date: reviewed('Day'),
  opening: reviewed('At the start'),
  change: reviewed('Change'),
  closing: reviewed('At the end'),
  taken_over: reviewed('Old book'),
  savings_in: reviewed('Savings in'),
  social_in: reviewed('Social fund in'),
  fines_in: reviewed('Fines'),
  repayments_in: reviewed('Repayments'),
  donations_in: reviewed('Gifts'),
  loans_out: reviewed('Loans out'),
  savings_out: reviewed('Savings out'),
  social_out: reviewed('Social fund out'),
  grants_out: reviewed('Support'),
  expenses_out: reviewed('Running costs'),
  other: reviewed('Other'),
  fund: reviewed('Money for'),
  received: reviewed('Received'),
  spent: reviewed('Spent'),
  given_back: reviewed('Given back'),
  claim: reviewed('Paid in this order'),
  owed: reviewed('Owed'),
  from_cash: reviewed('From cash'),
  from_loans: reviewed('From loans as they come back'),
  short: reviewed('Not covered'),
  added: reviewed('Added'),
  explained: reviewed('Explained'),
  left: reviewed('Left'),
  entry: reviewed('Entry'),
  what: reviewed('What'),
  loan: reviewed('Loan'),
  card: reviewed('Card'),
  type: reviewed('Kind'),
  purpose: reviewed('Purpose'),
  paid_out: reviewed('Paid out'),
  principal: reviewed('Principal'),
  months: reviewed('Months'),
  principal_paid: reviewed('Principal paid'),
  interest_paid: reviewed('Interest paid'),
  interest_due: reviewed('Interest due'),
  overdue: reviewed('Overdue'),
  days_past_due: reviewed('Days late'),
  next_due: reviewed('Next due'),
  class: reviewed('Class'),
  relief: reviewed('Relief'),
  not_demanded: reviewed('Not demanded'),
  held: reviewed('Papers held'),
  saved: reviewed('Saved'),
  interest: reviewed('Interest'),
  savings: reviewed('Savings'),
  true_day: reviewed('Happened on'),
  booked_on: reviewed('Stands on'),
  row: reviewed('Row of the list'),
  where: reviewed('Belongs'),
}

/** Sentences under statements. */
export const notesEn = {
  'note-late': reviewed(
    'Some lines came after their period was closed. They stand on the first open day, with their true day told below.',
  ),
  'note-other-currencies': reviewed(
    'Sums of other currencies are not in the total: they are never changed into the fund’s own.',
  ),
  'note-not-closed': reviewed(
    'The books are not closed to this day: what is marked “not posted yet” is counted for the day and is posted by the close.',
  ),
  'note-loans-by-facts': reviewed(
    'By the day on which each thing happened, {sum} would be owed on loans: some of it came after its period was closed.',
  ),
  'note-provision-at-start': reviewed(
    '{sum} was set aside for losses when the period began; only what is needed beyond it is a cost.',
  ),
  'note-out-is-minus': reviewed('Money that left the box has a minus.'),
  'note-wind-up': reviewed(
    'There would be {cash} in cash. Of {loans} owed on loans {back} is expected to come back.',
  ),
  'note-decides-nothing': reviewed(
    'Members’ savings come first, and money for one purpose goes back or on to that purpose. This decides nothing: the meeting does.',
  ),
  'note-bank-file': reviewed('What the bank or wallet holds is what its list says for the day.'),
  'note-bank-typed': reviewed('What the bank or wallet holds was typed in for this reading.'),
  'note-bank-written': reviewed(
    'What the bank or wallet holds was written down by the record-keeper for this day.',
  ),
  'note-bank-written-before': reviewed(
    'What the bank or wallet holds on this day is not written down; the last time was {on}. The last line is what it should hold by the book.',
  ),
  'note-bank-not-written': reviewed(
    'What the bank or wallet holds was never written down. The last line is what it should hold by the book.',
  ),
  'note-bank-agrees': reviewed('The book and its list agree, and every entry has its line.'),
  'note-bank-signs': reviewed(
    'What the book has and no line of the list tells of is taken off; what the list has and no entry tells of is put on.',
  ),
  'note-bank-without-list': reviewed(
    'Lines of the list that no entry tells of are shown only while it is read: the list is not kept.',
  ),
  'note-restricted': reviewed(
    'At the start, and received, less spent, less given back, is what is left. None of it is ever lent or shared out.',
  ),
  'note-all-explained': reviewed('Nothing is unexplained.'),
  'note-unexplained': reviewed(
    '{sum} is not explained, since {since}. Who answers for it: {office}. It has to be less by {next}.',
  ),
  'note-not-shrunk': reviewed('On {on} it had not become less. Let the meeting ask why.'),
  'note-explaining-put-off': reviewed(
    'Put off on {on}: it had to be less by {was}, then by {due}. Why: {why}.',
  ),
  'note-explaining-chosen': reviewed('Chosen on {on}: it has to be less by {due}. Why: {why}.'),
  'note-member': reviewed(
    'Savings as they stand in the book; loans as their pay-outs and repayments tell. Private savings are in no statement.',
  ),
}
