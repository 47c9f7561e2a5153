export const statementPage = {
  heading: 'Statements of the books',
  toStatements: 'Statements of the books',
  lead: 'Every statement is counted from the journal alone: for any day, and as the book was known on any day.',
  back: 'Back to the statements',
  backToHealth: 'Back to the fund’s health',
  asOf: 'Through which day',
  knownAt: 'As it was known at the end of which day',
  knownHint: 'Leave it empty for all that is known now.',
  card: 'Card',
  show: 'Show',
  asKnown: (day: string) => `As the book was known at the end of ${day}.`,
  nothing: 'There is no line.',
  currency: (name: string) => `Sums in ${name}.`,
  dayWrong: 'This is no day of the calendar. Write year, month and day like 2025-10-31.',
  dayEarly: (day: string) => `The books begin on ${day}. Choose that day or a later one.`,
  dayAhead: (day: string) => `That day is ahead. Today is ${day}.`,
  notKnown: 'On that day nothing was written down of this fund yet. Choose a later one.',
  cardUnknown: 'No member of this fund has that card. Look at the list of members.',
}

export type StatementPageWords = typeof statementPage
