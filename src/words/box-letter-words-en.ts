import { reviewed } from '#src/words/catalogue.ts'

/** What is said at the box for complaints and suggestions, which knows no name. */
export const en = {
  toBox: reviewed('Say something without a name'),
  heading: reviewed('Say something without a name'),
  lead: reviewed(
    'A complaint or a suggestion about this fund. You do not sign in, and nothing about you or this phone is kept: a day, and what you write.',
  ),
  forOthers: reviewed('You may write for somebody else, or type in what somebody wrote on paper.'),
  noNames: reviewed(
    'Do not write who you are, your card number, or anything by which you would be known, unless you want that.',
  ),
  kindLabel: reviewed('What it is'),
  kind_complaint: reviewed('A complaint: something is wrong'),
  kind_suggestion: reviewed('A suggestion: something could be better'),
  toLabel: reviewed('Who is to read it'),
  to_ngo: reviewed('Only the organisation that checks the fund. No officer of the fund sees it.'),
  to_fund: reviewed('The officers of the fund, and the organisation too.'),
  textLabel: reviewed('What you want to say'),
  textHint: reviewed((most: number) => `At most ${most} signs. Any language.`),
  send: reviewed('Put it in the box'),
  leave: reviewed('Leave'),
  fault: reviewed(
    (most: number) =>
      `Choose what it is and who is to read it, and write between 3 and ${most} signs. What you wrote is still here.`,
  ),
  full: reviewed(
    'The box takes no more today, so that nobody can fill it up. Nothing was kept. Try again tomorrow, or write it on paper and give it to whoever you trust at the organisation.',
  ),
  closed: reviewed('There is no box here now'),
  closedMeaning: reviewed(
    'Write it on paper, or say it to the auditor of the organisation that checks the fund.',
  ),
  gone: reviewed('This is not the address of a box'),
  goneMeaning: reviewed(
    'Scan the square on the paper of your fund again, or open the box from your own page.',
  ),

  sentHeading: reviewed('It is in the box'),
  sentLead: reviewed(
    'With these digits you read the answer. They are shown once. Write them down, or keep them in your head.',
  ),
  sentNobody: reviewed(
    'Nobody can find out from them who you are. Whoever has them can read what you wrote.',
  ),
  answerBy: reviewed('Look again after the next meeting.'),

  readHeading: reviewed('Read the answer'),
  receiptLabel: reviewed('The sixteen digits of your receipt'),
  readButton: reviewed('Look for the answer'),
  noLetter: reviewed(
    'There is nothing with these digits. Compare each of them with what you wrote down.',
  ),
  yours: reviewed('What you wrote'),
  putInOn: reviewed((day: string) => `Put in on ${day}`),
  waits: reviewed('Nobody has answered yet.'),
  answered: reviewed((day: string) => `Answer of ${day}`),
  by_ngo: reviewed('From the organisation'),
  by_fund: reviewed('From the officers of the fund'),
  takeBack: reviewed('Take it back: erase what I wrote'),
  takenBack: reviewed('Nothing of it is left.'),
  again: reviewed('Back to the box'),

  paperHeading: reviewed('The box of this fund'),
  paperLead: reviewed(
    'Hang this up where everybody passes. Whoever scans the square can write without a name. What is addressed to the organisation no officer reads.',
  ),
  paperScan: reviewed('Complaint or suggestion? Scan this. No name, no sign-in.'),
  paperWrite: reviewed(
    'Or write it here and give it to somebody whom you trust. They type it in for you.',
  ),
  paperReceipt: reviewed('Digits of the receipt, for you to tear off'),
  open: reviewed('Open the box'),

  lettersHeading: reviewed('Letters from the box'),
  lettersLead: reviewed(
    'Written by people who gave no name. Do not try to find out who. Nobody is to have any trouble from a letter.',
  ),
  fundOnly: reviewed('Letters that are addressed to the organisation alone are not here.'),
  noLetters: reviewed('There are no letters.'),
  ofFund: reviewed('Fund'),
  waiting: reviewed('waits'),
  isAnswered: reviewed('answered'),
  openLetter: reviewed('Read it'),
  letterHeading: reviewed('A letter from the box'),
  readBy: reviewed('Who reads it'),
  answerLabel: reviewed('The answer'),
  answerHint: reviewed('It is read by whoever wrote the letter, with the digits of the receipt.'),
  answerButton: reviewed('Keep the answer'),
  answerFault: reviewed((most: number) => `Write between 3 and ${most} signs.`),
  answerKept: reviewed('The answer is kept.'),
  toLetters: reviewed('To the letters'),
  eraseLetter: reviewed('Erase the letter and its answer'),
  eraseMeaning: reviewed(
    'Thirty days after it was answered the organisation may erase it; whoever wrote it may at any time.',
  ),
}
