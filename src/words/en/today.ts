/** What the first page of an officer says. */
export const today = {
  today: 'Today',
  goOn: (who: string) => `Go on: ${who}`,
  isOpen: 'The meeting is open',
  atTable: (place: string, all: string) => `At the table: ${place} of ${all}`,
  whoIsHere: 'Who is here?',
  countOut: 'Count the box and close',
  hold: 'Hold the meeting of today',
  holdMeaning: 'Open the box and count it',
  nextMeeting: 'The next meeting',
  wasHeld: 'The meeting of today is closed',
  waits: 'What waits',
  nothingWaits: 'Nothing waits.',
  late: (count: number): string => (count === 1 ? 'payment is late' : 'payments are late'),
  lateFor: (days: string) => `the longest for ${days} days`,
  due: (count: number): string => (count === 1 ? 'payment is to come' : 'payments are to come'),
  dueBy: (day: string) => `by the next meeting, ${day}`,
  unelected: (count: number): string =>
    count === 1 ? 'officer was not elected in this book' : 'officers were not elected in this book',
  unelectedMeaning: 'Hold the election at the next meeting and write it down.',
  requests: (count: number): string => (count === 1 ? 'asks for a loan' : 'ask for a loan'),
  payouts: (count: number): string =>
    count === 1 ? 'loan is to be paid out' : 'loans are to be paid out',
  disputes: (count: number): string =>
    count === 1 ? 'says that a line is not right' : 'say that a line is not right',
  tasks: (count: number): string =>
    count === 1
      ? 'loan of the older book asks for something'
      : 'loans of the older book ask for something',
  auditReplies: (count: number): string =>
    count === 1
      ? 'finding of an audit waits for the fund’s reply'
      : 'findings of an audit wait for the fund’s reply',
  auditRepliesBy: (day: string) => `reply by ${day}`,
  auditLooks: (count: number): string =>
    count === 1
      ? 'finding of an audit is looked at again'
      : 'findings of an audit are looked at again',
  auditLooksOn: (day: string) => `the auditor comes again on ${day}`,
  cameIn: 'Came in today',
  cash: 'In the box by the book',
  savings: 'Savings',
  lent: 'Lent out',
  countedAgain: 'The box is counted again at the end. Its sum stands here afterwards.',
  write: 'Write down',
  practice: 'About this practice fund',
}
export type TodayWords = typeof today
