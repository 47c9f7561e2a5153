/** What somebody sees by the own card. Others may read along: no word says what it is about. */
export const ownView = {
  heading: 'My page',
  pin: 'The six digits that you know by heart',
  open: 'Open',
  pinWrong: 'These are not the digits.',
  waitALittle: 'Too many tries. Wait a while, then try again.',
  newCard: 'Too many tries. Ask for a new card.',
  nothing: 'Nothing is here',
  nothingMeaning: 'Scan the card again. If it does not help, ask for a new one.',
  toNumbers: 'Useful numbers',
  iAmWell: 'I am well',
  callMe: 'Please call me',
  ourWord: 'Our word',
  wordMissing: 'Type our word.',
  said: 'Thank you.',
  back: 'Back',
  numbers: 'My numbers',
  noNumbers: 'There is none yet.',
  tasks: 'What I do next',
  noTasks: 'Nothing for now.',
  agreed: 'What I agreed to',
  takeBack: 'I can take back each of it, at any time, without a reason.',
}

export type OwnViewWords = typeof ownView
