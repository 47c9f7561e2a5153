import { reviewed } from '#src/words/catalogue.ts'

/** What a member reads where the own page, the own card and what the fund keeps of oneself are looked after. */
export const en = {
  toMine: reviewed('My page, my card, my data'),
  heading: reviewed('My page, my card, my data'),
  leaveIt: reviewed('Leave it as it is'),
  secret: reviewed('Your six digits, or your password'),
  secretWrong: reviewed(
    'That did not fit. Type your six digits, or your password, again. After five wrong tries you have to wait.',
  ),

  sumsHeading: reviewed('Do others use this phone too?'),
  sumsMeaning: reviewed(
    'Your page can leave every sum out. Days and the way to the next payment stay. The sums come when you give your six digits again, and go after five minutes.',
  ),
  sumsAreOut: reviewed('Your page leaves the sums out.'),
  leaveOut: reviewed('Leave the sums out'),
  putIn: reviewed('Show the sums always'),
  sumsOutHere: reviewed('The sums are left out, as you chose.'),
  showSums: reviewed('Show the sums for five minutes'),
  askHeading: reviewed('Only for you'),
  askMeaning: reviewed('What comes next is yours alone. Give your six digits again.'),
  show: reviewed('Show it to me'),
  noLoanNow: reviewed('Nothing has to be paid.'),

  cardHeading: reviewed('My card'),
  cardMade: reviewed((day: string) => `Made on ${day}.`),
  noCard: reviewed('No card opens your page now.'),
  cardYours: reviewed(
    'The card is yours alone, wherever you live. Nobody else’s card opens your page, and yours opens nobody else’s.',
  ),
  stopMeaning: reviewed(
    'You can stop it when you want, without asking anybody. After that nobody gets in with it. Two officers can make you a new one, and send it to you if you are far away.',
  ),
  stopCard: reviewed('Stop my card'),
  cardStopped: reviewed('Your card is stopped'),
  cardStoppedMeaning: reviewed(
    'Nobody gets in with it any more. Your savings and your loan stand in the book as before.',
  ),

  keptHeading: reviewed('What the fund keeps about me'),
  toKept: reviewed('See what the fund keeps about me'),
  keptMeaning: reviewed(
    'Beside the lines of the book, which nobody can change, this is all. You may have it corrected or erased.',
  ),
  khmerName: reviewed('Name in Khmer'),
  latinName: reviewed('Name in Latin letters'),
  photo: reviewed('Photo'),
  nominees: reviewed('Who is to have my savings'),
  kin: reviewed('Who was declared to be my kin'),
  goal: reviewed('What I save for'),
  phone: reviewed('Number that texts go to'),
  logins: reviewed('Names to sign in by'),
  nothingKept: reviewed('nothing'),
  yes: reviewed('yes'),
  takeFile: reviewed('Take it with me as a file'),
  takeMeaning: reviewed(
    'The file holds what stands here and every line of your savings and loans. On a phone that others use, delete it again.',
  ),

  wishHeading: reviewed('Have something corrected or erased'),
  wishMeaning: reviewed(
    'Two officers do it. Say to the record-keeper, or to an officer whom you trust, what is right. The answer stands here.',
  ),
  wishPart: reviewed('What'),
  wishDo: reviewed('What is to be done'),
  wishSend: reviewed('Ask for it'),
  wishFault: reviewed('Choose what it is about and what is to be done.'),
  chooseOne: reviewed('Please choose'),
  part_name: reviewed('My name'),
  part_photo: reviewed('My photo'),
  part_nominees: reviewed('Who is to have my savings'),
  part_kin: reviewed('Who is my kin'),
  part_goal: reviewed('What I save for'),
  part_everything: reviewed('All of it'),
  wish_correct: reviewed('Correct it'),
  wish_erase: reviewed('Erase it'),
  asked: reviewed('What I have asked for'),
  askedOn: reviewed((day: string) => `asked on ${day}`),
  waits: reviewed('waits for an answer'),
  answered: reviewed((answer: string, day: string) => `${answer}, ${day}`),
  answer_done: reviewed('done'),
  'answer_not-done': reviewed('not done; ask why'),

  memberAsks: reviewed('This member asks'),
  memberAsksMeaning: reviewed(
    'Do it above, or say in person why not. Then write the answer down: the member reads it.',
  ),
  answerDone: reviewed('It is done'),
  answerNotDone: reviewed('It is not done'),
  hasAsked: reviewed('asks for something'),

  afarChoice: reviewed('How the member gets it'),
  byHand: reviewed('Here, on paper'),
  afar: reviewed('The member is far away: as a link'),
  afarHint: reviewed(
    'For somebody who works far away. The six digits are drawn on the member’s own phone; nobody here ever sees them.',
  ),
  afarReady: reviewed('Send this link to the member, and to nobody else'),
  afarLead: reviewed(
    (hours: number) =>
      `Hand it over by a way that only the member reads: a call, a messenger of their own, somebody whom they name. Not by way of the family, unless the member asks for that. It is good once, for ${hours} hours, and this page is shown once.`,
  ),
  afarIntercepted: reviewed(
    'If the member finds the link used already, somebody else has opened it: stop the card at once and make another.',
  ),
  firstHeading: reviewed('Your own card'),
  firstLead: reviewed(
    'Six digits are drawn for you now and shown once. Be alone, and have something to write with.',
  ),
  firstMeaning: reviewed(
    'With them and this card you read your own savings and your own loan, and nobody else’s.',
  ),
  draw: reviewed('Draw my six digits'),
  notNow: reviewed('Not now'),
  firstGone: reviewed('This link opens nothing'),
  firstGoneMeaning: reviewed(
    'It was used already, or it is too old, or the card was stopped. If it was not you who used it, tell the committee at once: two officers make another.',
  ),
  firstReadyLead: reviewed(
    'This page is shown once. Keep the square or the code, and the six digits apart from it. Learn the digits by heart if others see your things.',
  ),
  openMine: reviewed('Open my page'),
}
