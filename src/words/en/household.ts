/** What a household reads about its own money. No jargon: the words of the paper book. */
export const household = {
  heading: 'My passbook',
  card: (card: string) => `Card ${card}`,
  asOf: (date: string) => `By the book on ${date}`,
  former: 'You have left the fund. What is still open between you and the fund stands here.',

  savings: 'My savings',
  noSavings: 'Nothing saved yet. You can begin with one share at any meeting.',
  loanLeft: 'Left of my loan',
  loansLeft: 'Left of my loans',
  noLoan: 'You owe the fund nothing.',
  waiting: 'Waiting for your word',
  waitingMeaning: 'You paid this beyond what you owed. Say at the next meeting what it is for.',

  eachLoan: 'Each loan',
  loan: (number: string) => `Loan ${number}`,
  seeLoan: 'See how it is counted',
  left: 'Left',

  nextPayment: 'Next payment',
  instalmentPart: 'of the loan itself',
  interestPart: 'interest',
  latePart: 'already late',
  isLate:
    'A payment has passed its day. Bring what you can, and ask the committee what is possible.',
  relief: (event: string) => `Payments put off: ${event}`,
  reliefDays: (from: string, to: string) =>
    `From ${from} to ${to} nothing has to be paid. Months that end in these days bear no interest.`,
  flood: 'flood',
  drought: 'drought',
  storm: 'storm',
  fire: 'fire',
  'pest-or-animal-disease': 'pests or animal disease',
  epidemic: 'epidemic',
  'conflict-or-mass-return': 'conflict or return of many',
  personal: 'trouble in the family',
  other: 'hardship',

  early: 'If you paid everything today',
  earlySaves: 'Paying all of it today saves interest of',
  earlySum: (sum: string, interest: string) =>
    interest === ''
      ? `You would pay ${sum}, and no interest.`
      : `You would pay ${sum}, of it ${interest} interest.`,
  earlyZero: 'Paying early costs nothing more and saves nothing more. There is no hurry.',
  earlyFree: 'It never costs anything.',

  sumsInWords: 'The sums in words',

  lines: 'The last lines',
  linesOf: (shown: number, all: number) =>
    shown === all ? `All ${all} lines of your record.` : `The last ${shown} of ${all} lines.`,
  noLines: 'Nothing has been written about you yet.',
  'savings-taken-over': 'Savings from the old book',
  'shares-bought': 'Saved',
  'savings-deposited': 'Saved freely',

  'savings-withdrawn': 'Savings taken out',
  'savings-changed': 'Savings changed',
  'loan-taken-over': 'Loan from the old book',
  'loan-paid-out': 'Loan received',
  repaid: 'Paid back',
  'written-off': 'No longer expected by the fund',
  ofItInterest: (interest: string) => `of it ${interest} interest`,

  savingsThen: (sum: string) => `in all ${sum}`,
  leftThen: (sum: string) => `left ${sum}`,

  notRight: 'This is not right',
  toPrint: 'Print',
  more: 'More',
  notRightHeading: 'When something is not right',
  notRightFirst: 'Compare this page with your paper passbook and find the line that differs.',
  notRightMeeting: (date: string, distance: string) =>
    `Say it aloud at the next meeting, on ${date} (${distance}). Bring your passbook. The book can be corrected only by a line that everybody can see.`,
  notRightWitness:
    'Ask the record-keeper to read the line to you. You may bring somebody whom you trust.',
  notRightAuditor:
    'If there is no answer, or you would rather not say it in the village, tell the auditor of the organisation that checks this fund.',

  minutes: 'What meetings decided',
  minutesMeaning:
    'This was read out at the meeting. It names nobody’s card or loan: the minute book of the fund does.',
  noMinutes: 'No meeting was closed in this book yet.',
  otherMeetings: 'Other meetings',
  whoLooked: 'Who looked at this',
  whoLookedMeaning:
    'Whoever opened your record or one of your loans, the newest first. Lists of all members are in the log of the fund.',
  nobodyLooked: 'Nobody else has opened your record.',
  self: 'You',
  'by-card': 'By your card',
  unknown: 'Somebody else',
  refused: 'was refused',
  tried: 'was tried',
  sawRecord: 'Opened your record',
  sawLoan: (number: string) => `Opened loan ${number}`,
  sawLog: 'Opened this list',
  sawReceipt: 'Opened a receipt',
  changedCard: 'Made or changed your card',
  changedLogin: 'Gave you a login, or a new password',
  changedPhone: 'Gave out a code for your phone, or linked or unlinked it',
  changedKept: 'Changed your name, kin or heirs in the book',
  atYourDoor: 'How you sign in, your phone and your family',
  atYourDoorMeaning:
    'If you did not ask for one of these, tell the auditor or another officer at once: somebody may be reading as you.',
  otherLooks: 'Others, the newest first',
  ownLooks: 'You, and whoever came by your card',
  olderLooks: 'Older lines',
  signedIn: 'Signed in',
  wrote: 'Wrote or changed something',

  listen: 'Listen',

  quickExit: 'Leave now',
  quickExitMeaning: 'Signs you out and opens another page.',
  back: 'To my passbook',
  print: 'To keep it on paper, print this page.',
}

export type HouseholdWords = typeof household
