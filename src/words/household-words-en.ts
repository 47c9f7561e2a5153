import { reviewed } from '#src/words/catalogue.ts'

/** What a household reads about its own money. No jargon: the words of the paper book. */
export const en = {
  heading: reviewed('My passbook'),
  card: reviewed((card: string) => `Card ${card}`),
  asOf: reviewed((date: string) => `As the book stood on ${date}`),
  former: reviewed(
    'You have left the fund. What is still open between you and the fund stands here.',
  ),

  savings: reviewed('My savings'),
  noSavings: reviewed('Nothing saved yet. You can begin with one share at any meeting.'),
  loanLeft: reviewed('Left of my loan'),
  loansLeft: reviewed('Left of my loans'),
  noLoan: reviewed('You owe the fund nothing.'),
  waiting: reviewed('Waiting for your word'),
  waitingMeaning: reviewed(
    'You paid this beyond what you owed. Say at the next meeting what it is for.',
  ),

  eachLoan: reviewed('Each loan'),
  loan: reviewed((number: string) => `Loan ${number}`),
  seeLoan: reviewed('See how it is counted'),
  left: reviewed('Left'),

  nextPayment: reviewed('Next payment'),
  instalmentPart: reviewed('of the loan itself'),
  interestPart: reviewed('interest'),
  latePart: reviewed('already late'),
  isLate: reviewed(
    'A payment has passed its day. Bring what you can, and ask the committee what is possible.',
  ),
  noneDue: reviewed('Nothing has to be paid.'),

  relief: reviewed((event: string) => `Payments put off: ${event}`),
  reliefDays: reviewed(
    (from: string, to: string) =>
      `From ${from} to ${to} nothing has to be paid. Months that end in these days bear no interest.`,
  ),
  flood: reviewed('flood'),
  drought: reviewed('drought'),
  storm: reviewed('storm'),
  fire: reviewed('fire'),
  'pest-or-animal-disease': reviewed('pests or animal disease'),
  epidemic: reviewed('epidemic'),
  'conflict-or-mass-return': reviewed('conflict or return of many'),
  personal: reviewed('trouble in the family'),
  other: reviewed('hardship'),

  early: reviewed('If you paid everything today'),
  earlySaves: reviewed('You would save this interest'),
  earlySum: reviewed((sum: string, interest: string) =>
    interest === ''
      ? `You would pay ${sum}, and no interest.`
      : `You would pay ${sum}, of it ${interest} interest.`,
  ),
  earlyNought: reviewed(
    'Paying early costs nothing more and saves nothing more. There is no hurry.',
  ),
  earlyFree: reviewed('You may always pay early. It never costs anything.'),

  lines: reviewed('The last lines'),
  linesOf: reviewed((shown: number, all: number) =>
    shown === all ? `All ${all} lines of your record.` : `The last ${shown} of ${all} lines.`,
  ),
  noLines: reviewed('Nothing has been written about you yet.'),
  'savings-taken-over': reviewed('Savings from the old book'),
  'shares-bought': reviewed('Saved'),
  'savings-deposited': reviewed('Saved freely'),

  'savings-withdrawn': reviewed('Savings taken out'),
  'savings-changed': reviewed('Savings changed'),
  'loan-taken-over': reviewed('Loan from the old book'),
  'loan-paid-out': reviewed('Loan received'),
  repaid: reviewed('Paid back'),
  'written-off': reviewed('No longer expected by the fund'),
  ofItInterest: reviewed((interest: string) => `of it ${interest} interest`),

  savingsThen: reviewed((sum: string) => `in all ${sum}`),
  leftThen: reviewed((sum: string) => `left ${sum}`),

  notRight: reviewed('This is not right'),
  notRightHeading: reviewed('When something is not right'),
  notRightFirst: reviewed(
    'Compare this page with your paper passbook and find the line that differs.',
  ),
  notRightMeeting: reviewed(
    (date: string, distance: string) =>
      `Say it aloud at the next meeting, on ${date} (${distance}). Bring your passbook. The book can be corrected only by a line that everybody can see.`,
  ),
  notRightWitness: reviewed(
    'Ask the record-keeper to read the line to you. You may bring somebody whom you trust.',
  ),
  notRightAuditor: reviewed(
    'If there is no answer, or you would rather not say it in the village, tell the auditor of the organisation that checks this fund.',
  ),

  whoLooked: reviewed('Who looked at this'),
  whoLookedMeaning: reviewed(
    'Whoever opened your record or one of your loans, the newest first. Lists of all members are in the log of the fund.',
  ),
  nobodyLooked: reviewed('Nobody has opened your record.'),
  self: reviewed('You'),
  'by-card': reviewed('By your card'),
  unknown: reviewed('Somebody else'),
  refused: reviewed('was refused'),
  sawRecord: reviewed('Opened your record'),
  sawLoan: reviewed((number: string) => `Opened loan ${number}`),
  sawLog: reviewed('Opened this list'),
  sawReceipt: reviewed('Opened a receipt'),
  changedCard: reviewed('Made or changed your card'),
  signedIn: reviewed('Signed in'),
  wrote: reviewed('Wrote or changed something'),

  listen: reviewed('Listen'),

  quickExit: reviewed('Leave now'),
  quickExitMeaning: reviewed('Signs you out and opens another page.'),
  backToFund: reviewed('To the fund'),
  back: reviewed('To my passbook'),
  print: reviewed('To keep it on paper, print this page.'),
}
