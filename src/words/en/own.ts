/** What a member reads where the own page, the own card and what the fund keeps of oneself are looked after. */
export const own = {
  toMine: 'My page, my card, my data',
  heading: 'My page, my card, my data',
  leaveIt: 'Leave it as it is',
  secret: 'Your six digits, or your password',
  secretWrong:
    'That did not fit. Type your six digits, or your password, again. After five wrong tries you have to wait.',

  sumsHeading: 'Do others use this phone too?',
  sumsMeaning:
    'Your page can leave every sum out. Days and the way to the next payment stay. The sums come when you give your six digits again, and go after five minutes.',
  sumsAreOut: 'Your page leaves the sums out.',
  leaveOut: 'Leave the sums out',
  putIn: 'Show the sums always',
  sumsOutHere: 'The sums are left out, as you chose.',
  showSums: 'Show the sums for five minutes',
  askHeading: 'Only for you',
  askMeaning: 'What comes next is yours alone. Give your six digits again.',
  show: 'Show it to me',
  noLoanNow: 'Nothing has to be paid.',

  cardHeading: 'My card',
  cardMade: (day: string) => `Made on ${day}.`,
  noCard: 'No card opens your page now.',
  cardYours:
    'The card is yours alone, wherever you live. Nobody else’s card opens your page, and yours opens nobody else’s.',
  stopMeaning:
    'You can stop it when you want, without asking anybody. After that nobody gets in with it. Two officers can make you a new one, and send it to you if you are far away.',
  stopCard: 'Stop my card',
  cardStopped: 'Your card is stopped',
  cardStoppedMeaning:
    'Nobody gets in with it any more. Your savings and your loan stand in the book as before.',

  keptHeading: 'What the fund keeps about me',
  toKept: 'See what the fund keeps about me',
  keptMeaning:
    'Beside the lines of the book, which nobody can change, this is all. You may have it corrected or erased.',
  khmerName: 'Name in Khmer',
  latinName: 'Name in Latin letters',
  photo: 'Photo',
  nominees: 'Who is to have my savings',
  kin: 'Who was declared to be my kin',
  means: 'What I told of income and debts',
  meansTold: (least: string, most: string, paid: string) =>
    `${least} to ${most} a month; debts take ${paid} a month`,
  goal: 'What I save for',
  phone: 'Number that texts go to',
  logins: 'Names to sign in by',
  nothingKept: 'nothing',
  yes: 'yes',
  takeFile: 'Take it with me as a file',
  takeMeaning:
    'The file holds what stands here and every line of your savings and loans. On a phone that others use, delete it again.',

  wishHeading: 'Have something corrected or erased',
  wishMeaning:
    'Two officers do it. Say to the record-keeper, or to an officer whom you trust, what is right. The answer stands here.',
  wishPart: 'What',
  wishDo: 'What is to be done',
  wishSend: 'Ask for it',
  wishFault: 'Choose what it is about and what is to be done.',
  chooseOne: 'Please choose',
  part_name: 'My name',
  part_photo: 'My photo',
  part_nominees: 'Who is to have my savings',
  part_kin: 'Who is my kin',
  part_goal: 'What I save for',
  part_everything: 'All of it',
  wish_correct: 'Correct it',
  wish_erase: 'Erase it',
  asked: 'What I have asked for',
  askedOn: (day: string) => `asked on ${day}`,
  waits: 'waits for an answer',
  answered: (answer: string, day: string) => `${answer}, ${day}`,
  answer_done: 'done',
  'answer_not-done': 'not done; ask why',

  memberAsks: 'This member asks',
  memberAsksMeaning:
    'Do it above, or say in person why not. Then write the answer down: the member reads it.',
  answerDone: 'It is done',
  answerNotDone: 'It is not done',
  hasAsked: 'asks for something',

  afarChoice: 'How the member gets it',
  byHand: 'Here, on paper',
  afar: 'The member is far away: as a link',
  afarHint:
    'For somebody who works far away. The six digits are drawn on the member’s own phone; nobody here ever sees them.',
  codes: 'A sheet of codes',
  codesHint:
    'For a member who has no digits of her own: without card and login, or with a card whose digits an officer drew. Each code is good once, as her word when private money goes out, up to the sum that stands above it. Neither of you two can write that down then without an officer who had no hand in this sheet.',
  codesReady: 'Print the sheet and give it to the member alone',
  codesLead:
    'This page is shown once. A sheet of before opens nothing any more. Do not copy a code and do not read one aloud.',
  codesPrinted: 'Codes of card',
  codesMeaning:
    'Keep this where nobody sees it. Type a new code yourself each time private money goes out, and cross it out: the smallest that is enough. No more than the sum above it can be written down for it. Nobody may ask you for one at any other time. If the sheet is lost, tell two officers: they print another.',
  codesUpTo: (sum: string) => `Up to ${sum}`,
  ownCodesHeading: 'Codes on paper',
  ownCodesLead:
    'For whoever fetches private money for you, or where you do not want to type your PIN: each code is good once, up to the sum that stands above it.',
  ownCodesMeaning:
    'Nobody else sees them. A sheet of before opens nothing any more, and these end with your card or login.',
  ownCodesReady: 'Print your sheet, or copy it where nobody looks',
  ownCodesShown:
    'This page is shown once. A sheet of before opens nothing any more. Do not read a code aloud.',
  ownCodesPrinted: 'My codes',
  ownCodesKeep:
    'Keep this where nobody sees it. A new code is typed each time private money goes out, and crossed out: the smallest that is enough. No more than the sum above it can be written down for it. Nobody may ask for one at any other time. If the sheet is lost, draw another on your own page: this one opens nothing then.',
  drawCodes: 'Draw my codes',
  hasOwnWord:
    'This member has a card with digits of her own, or a login: the PIN or password is the own word, and no codes are printed.',
  digitsNotOwn:
    'An officer drew the digits of your card: they open this page, and no money goes out for them. Come by the card and draw six digits of your own, or ask two officers for a sheet of codes.',
  drawOwnDigits: 'Draw digits of my own',
  afarReady: 'Send this link to the member, and to nobody else',
  afarLead: (hours: number) =>
    `Hand it over by a way that only the member reads: a call, a messenger of their own, somebody whom they name. Not by way of the family, unless the member asks for that. It is good once, for ${hours} hours, and this page is shown once.`,
  afarIntercepted:
    'If the member finds the link used already, somebody else has opened it: stop the card at once and make another.',
  firstHeading: 'Your own card',
  firstLead:
    'Six digits are drawn for you now and shown once. Be alone, and have something to write with.',
  firstMeaning:
    'With them and this card you read your own savings and your own loan, and nobody else’s.',
  draw: 'Draw my six digits',
  notNow: 'Not now',
  firstGone: 'This link opens nothing',
  firstGoneMeaning:
    'It was used already, or it is too old, or the card was stopped. If it was not you who used it, tell the committee at once: two officers make another.',
  firstReadyLead:
    'This page is shown once. Keep the square or the code, and the six digits apart from it. Learn the digits by heart if others see your things.',
  openMine: 'Open my page',
}
