/** What is said at the box for complaints and suggestions, which knows no name. */
export const boxLetter = {
  toBox: 'Say something without a name',
  heading: 'Say something without a name',
  lead: 'A complaint or a suggestion about this fund. You do not sign in, and nothing about you or this phone is written down: a day, and what you write.',
  forOthers: 'You may write for somebody else, or type in what somebody wrote on paper.',
  noNames:
    'Do not write who you are, your card number, or anything by which you would be known, unless you want that.',
  kindLabel: 'What it is',
  kind_complaint: 'A complaint: something is wrong',
  kind_suggestion: 'A suggestion: something could be better',
  toLabel: 'Who is to read it',
  to_ngo: 'Only the organisation that checks the fund. No officer of the fund sees it.',
  to_fund: 'The officers of the fund, and the organisation too.',
  textLabel: 'What you want to say',
  textHint: (most: number) => `At most ${most} signs. Any language.`,
  send: 'Put it in the box',
  tooMany:
    'Many letters came from this phone or this line in the last hour. The box takes no more from it now, so that nobody can fill it up. Nothing was kept. Try again in an hour, or from another phone, or sign in first. Or write it on paper and give it to whoever you trust at the organisation.',
  full: 'The box takes no more today, so that nobody can fill it up. Nothing was kept. Try again tomorrow, or write it on paper and give it to whoever you trust at the organisation.',
  closed: 'There is no box here now',
  closedMeaning:
    'Write it on paper, or say it to the auditor of the organisation that checks the fund.',
  gone: 'This is not the address of a box',
  goneMeaning:
    'Scan the square on the paper of your fund again, or open the box from your own page.',

  sentHeading: 'It is in the box',
  sentLead:
    'With these digits you read the answer. They are shown once. Write them down, or keep them in your head.',
  sentNobody:
    'Nobody can find out from them who you are. Whoever has them can read what you wrote.',
  answerBy: 'Look again after the next meeting.',

  readHeading: 'Read the answer',
  receiptLabel: 'The sixteen digits of your receipt',
  readButton: 'Look for the answer',
  noLetter: 'There is nothing with these digits. Compare each of them with what you wrote down.',
  yours: 'What you wrote',
  putInOn: (day: string) => `Put in on ${day}`,
  waits: 'Nobody has answered yet.',
  answered: (day: string) => `Answer of ${day}`,
  by_ngo: 'From the organisation',
  by_fund: 'From the officers of the fund',
  takeBack: 'Take it back: erase what I wrote',
  takenBack: 'Nothing of it is left.',
  again: 'Back to the box',

  paperHeading: 'The box of this fund',
  paperLead:
    'Hang this up where everybody passes. Whoever scans the square can write without a name. What is addressed to the organisation no officer reads.',
  paperScan: 'Complaint or suggestion? Scan this. No name, no sign-in.',
  paperWrite: 'Or write it here and give it to somebody whom you trust. They type it in for you.',
  paperReceipt: 'Digits of the receipt, for you to tear off',
  open: 'Open the box',

  lettersHeading: 'Letters from the box',
  lettersLead:
    'Written by people who gave no name. Do not try to find out who. Nobody is to have any trouble from a letter.',
  fundOnly: 'Letters that are addressed to the organisation alone are not here.',
  noLetters: 'There are no letters.',
  ofFund: 'Fund',
  waiting: 'waits',
  isAnswered: 'answered',
  openLetter: 'Read it',
  letterHeading: 'A letter from the box',
  readBy: 'Who reads it',
  answerLabel: 'The answer',
  answerHint: 'It is read by whoever wrote the letter, with the digits of the receipt.',
  answerButton: 'Keep the answer',
  answerFault: (most: number) => `Write between 3 and ${most} signs.`,
  answerKept: 'The answer is kept.',
  toLetters: 'To the letters',
  eraseLetter: 'Erase the letter and its answer',
  eraseMeaning:
    'Thirty days after it was answered the organisation may erase it; whoever wrote it may at any time.',
}
