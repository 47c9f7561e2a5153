/** Titles of statements; `{from}`, `{to}` and `{card}` stand for the days and the card. */
export const statementTitles = {
  'trial-balance': 'Trial balance on {to}',
  'balance-sheet': 'What the fund has and owes on {to}',
  income: 'Income and costs from {from} to {to}',
  'cash-book': 'Cash book up to {to}',
  'cash-shortages': 'Missing in the box from {from} to {to}, by who kept it',
  'restricted-funds': 'Money for one purpose from {from} to {to}',
  'changes-in-equity': 'What changed the fund’s own money from {from} to {to}',
  'wind-up': 'If the fund ended on {to}',
  unexplained: 'Not explained by the old book, up to {to}',
  'bank-reconciliation': 'Bank: from the book to its own balance on {to}',
  'wallet-reconciliation': 'Wallet: from the book to its own balance on {to}',
  'loan-register': 'Loan register on {to}',
  'member-statement': 'A member’s statement, card {card}, up to {to}',
  'late-entries': 'Came after its period was closed',
  'each-shortage': 'Meeting by meeting',
}

/** What each statement is called in a list, and what it answers. */
export const statementNames = {
  'trial-balance': 'Trial balance',
  'balance-sheet': 'What the fund has and owes',
  income: 'Income and costs',
  'cash-book': 'Cash book',
  'cash-shortages': 'Missing in the box',
  'restricted-funds': 'Money for one purpose',
  'changes-in-equity': 'What changed the fund’s own money',
  'wind-up': 'If the fund ended',
  unexplained: 'Not explained by the old book',
  'bank-reconciliation': 'Bank: from the book to its own balance',
  'wallet-reconciliation': 'Wallet: from the book to its own balance',
  'loan-register': 'Loan register',
  'member-statement': 'A member’s statement',
}

export const statementQuestions = {
  'trial-balance': 'Every account and what stands in it. Both columns come to the same.',
  'balance-sheet': 'What is there, whom it is owed to, and what is the fund’s own.',
  income: 'What came in for the fund itself, what was spent, and what was left.',
  'cash-book': 'The box, day by day.',
  'cash-shortages': 'What counts found missing or too much, and who kept the box.',
  'restricted-funds': 'Donors’ money and the social fund: what came, went and is left.',
  'changes-in-equity': 'Why the fund’s own money is more or less than at the start.',
  'wind-up': 'Who would be paid, and in which order.',
  unexplained: 'What nobody can explain yet, and who looks for it.',
  'bank-reconciliation': 'Why the bank says another sum than the book.',
  'wallet-reconciliation': 'Why the wallet says another sum than the book.',
  'loan-register': 'Every loan and where it stands.',
  'member-statement': 'One member’s savings and loans, line by line.',
}

/** Headings of columns. */
export const statementHeadings = {
  account: 'Account',
  currency: 'Currency',
  debit: 'Debit',
  credit: 'Credit',
  part: 'Part',
  line: 'Line',
  amount: 'Amount',
  date: 'Day',
  opening: 'At the start',
  change: 'Change',
  closing: 'At the end',
  taken_over: 'Old book',
  savings_in: 'Savings in',
  social_in: 'Social fund in',
  fines_in: 'Fines',
  repayments_in: 'Paid back',
  donations_in: 'Gifts',
  loans_out: 'Loans out',
  savings_out: 'Savings out',
  social_out: 'Social fund out',
  grants_out: 'Support',
  expenses_out: 'Running costs',
  other: 'Other',
  fund: 'Money for',
  received: 'Received',
  spent: 'Spent',
  given_back: 'Given back',
  claim: 'Paid in this order',
  owed: 'Owed',
  from_cash: 'From cash',
  from_loans: 'From loans as they come back',
  short: 'Not covered',
  added: 'Added',
  explained: 'Explained',
  left: 'Left',
  entry: 'Entry',
  what: 'What',
  loan: 'Loan',
  card: 'Card',
  type: 'Kind',
  purpose: 'Purpose',
  paid_out: 'Paid out',
  principal: 'Principal',
  months: 'Months',
  principal_paid: 'Principal paid',
  interest_paid: 'Interest paid',
  interest_due: 'Interest due',
  overdue: 'Overdue',
  days_past_due: 'Days late',
  next_due: 'Next due',
  class: 'Class',
  relief: 'Relief',
  not_demanded: 'Not demanded',
  held: 'Papers held',
  saved: 'Saved',
  interest: 'Interest',
  savings: 'Savings',
  true_day: 'Happened on',
  booked_on: 'Stands on',
  row: 'Row of the list',
  where: 'Belongs',
  office: 'Office',
  meetings: 'Meetings',
  counted: 'Missing when counted',
  changed: 'Changed since',
  missing: 'Missing',
  too_much: 'Too much',
}

/** Sentences under statements. */
export const statementNotes = {
  'note-late':
    'Some lines came after their period was closed. They stand on the first open day, with their true day told below.',
  'note-other-currencies':
    'Sums of other currencies are not in the total: they are never changed into the fund’s own.',
  'note-not-closed':
    'The books are not closed to this day: profit or loss since then, and what is set aside, are worked out for this day.',
  'note-loans-by-facts':
    'By the day on which each thing happened, {sum} would be owed on loans: some of it came after its period was closed.',
  'note-provision-at-start':
    '{sum} was set aside for losses when the period began; only what is needed beyond it is a cost.',
  'note-out-is-minus': 'Money that left the box has a minus.',
  'note-wind-up':
    'There would be {cash} in cash. Of {loans} owed on loans {back} is expected to come back.',
  'note-decides-nothing':
    'Members’ savings come first, and money for one purpose goes back or on to that purpose. This decides nothing: the meeting does.',
  'note-bank-file': 'What the bank or wallet holds is what its list says for the day.',
  'note-bank-typed': 'What the bank or wallet holds was typed in for this reading.',
  'note-bank-written':
    'What the bank or wallet holds was written down by the record-keeper for this day.',
  'note-bank-written-before':
    'What the bank or wallet holds on this day is not written down; the last time was {on}. The last line is what it should hold by the book.',
  'note-bank-not-written':
    'What the bank or wallet holds was never written down. The last line is what it should hold by the book.',
  'note-bank-agrees': 'The book and its list agree, and every entry has its line.',
  'note-bank-signs':
    'What the book has and no line of the list tells of is taken off; what the list has and no entry tells of is put on.',
  'note-bank-without-list':
    'Lines of the list that no entry tells of are shown only while it is read: the list is not kept.',
  'note-restricted':
    'At the start, and received, less spent, less given back, is what is left. By the rules none of it is lent or shared out.',
  'note-shortages':
    'A sum is booked to whoever kept the box when the meeting’s day began. What was too much when counted has a minus. What was written down or taken back after the count stands in “Changed since”: ask for its papers.',
  'note-nobody-counted':
    'Nobody counted the box by note in this time, so nothing is known of what was missing.',
  'note-no-shortages': 'Every count by note agreed with the book.',
  'note-restricted-not-lent':
    'By this book none of it was lent in this time: on each day on which a loan went out, the cash covered this money, and money that waits for its owner.',
  'note-restricted-lent':
    'Loans that went out in this time with a part of it, or of money that waits for its owner: {count}. The last on {on}.',
  'note-restricted-short':
    'On the last day {sum} of it, or of money that waits for its owner, is not there in cash. Lend nothing until it is.',
  'note-all-explained': 'Nothing is unexplained.',
  'note-unexplained':
    '{sum} is not explained, since {since}. Who answers for it: {office}. It has to be less by {next}.',
  'note-not-shrunk': 'On {on} it had not become less. Let the meeting ask why.',
  'note-explaining-put-off':
    'Put off on {on}: it had to be less by {was}, then by {due}. Why: {why}.',
  'note-explaining-chosen': 'Chosen on {on}: it has to be less by {due}. Why: {why}.',
  'note-member':
    'Savings as they stand in the book; loans as their pay-outs and repayments tell. Private savings are in no statement.',
}
