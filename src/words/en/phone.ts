/** What the meeting app on a phone says beside the words of the pages: its keys, its network, what waits. */
export const phone = {
  app: 'Meeting',
  practice: 'Practice fund: nothing here is real',
  loading: 'One moment',
  chooseFund: 'Which fund is this phone for?',
  signInFirst: 'Sign in first, with a network. Then this phone works without one.',
  signIn: 'Sign in',
  noNetworkYet: 'There is no network. The first time, this phone needs one.',
  tryAgain: 'Try again',
  choosePin: 'A PIN for this phone',
  choosePinMeaning:
    'Six digits that open the book on this phone, also without a network. Nobody can tell you them again: whoever forgets them signs in anew and chooses others.',
  pin: 'PIN of this phone',
  pinAgain: 'The same once more',
  pinSixDigits: 'A PIN is six digits.',
  pinsDiffer: 'These are not the same digits.',
  pinWrong: 'This is not the PIN of this phone.',
  open: 'Open',
  bringing: 'The book is being brought here',
  locked: 'The book on this phone is closed.',
  shareGone:
    'This phone has been without its service for too long, or the PIN was wrong too often. Connect it and sign in: what was written here is still there.',
  shutOut: 'This phone was shut out by the fund. Nothing that can be read is left on it.',
  leftHere: (count: string) =>
    `What was written here and not sent is not lost (${count}). It is sealed: nobody can read it on this phone. Carry it to the desk, where two others look at it and bring it in.`,
  carryLeft: 'Carry it to the desk',
  carryLeftMeaning:
    'Take the file to the desk, or photograph each code there. Nobody but the service can read it, and two look at it before it is in the book.',
  lockNow: 'Close the book',
  closedMeeting: 'The meeting is closed.',
  listen: 'Listen',
  passOver: 'Nothing now: next',
  anotherSum: 'Another sum',
  back: 'Back',
  yesRight: 'Yes, it is right',
  noChange: 'No, change it',
  refusedHere: 'The book does not take this:',
  tenTimes: (usual: string) => `This is ten times the usual ${usual}, or more. Look again.`,
  savingsOf: 'Saved',
  loanLeftOf: (loan: string) => `Left of loan ${loan}`,
  countOut: 'Count the box at the end',
  stillToCome: (count: string) => `${count} of those who are here have not been at the table`,
  more: 'More',
  anotherLeads:
    'Another phone opened this meeting and leads it. What is written here is put together with it.',
  somethingNew: 'Something new',
  whoAsks: 'Who asks for a loan?',
  whichLoan: 'Which loan?',
  textToRead: 'What is read aloud',
  minutes: 'The minutes',
  nothingHere: 'There is nothing to do here any more.',
  wordOf: (name: string) => `The word of ${name}`,
  wordName: 'Name or phone number',
  wordPin: 'PIN',
  wordMissing: (name: string) => `${name} types the own name and the own PIN here.`,
  wordSealed: 'Sealed: this phone cannot read it again.',
  cannotSeal:
    'A second officer must give a PIN for this, and this phone cannot keep one safely yet. Connect it to the network once.',
  waiting: 'What waits',
  waitingCount: (count: string) => (count === '1' ? '1 waits here' : `${count} wait here`),
  nothingWaits: 'Everything is with the service.',
  sendNow: 'Send now',
  sending: 'Being sent',
  'standing_on-phone': 'on this phone',
  standing_accepted: 'in the book',
  standing_flagged: 'in the book, with a mark',
  'standing_turned-down': 'not taken',
  carry: 'Carry it to the desk without a network',
  carryMeaning:
    'Photograph each code with the phone that is at the desk, or take the file. Whoever sees a code can read the sums in it.',
  asFile: 'All of it as a file',
  nextCode: 'Next code',
  codeOf: (place: string, all: string) => `Code ${place} of ${all}`,
  iHaveRead: 'I have read it',
  whatNext:
    'It is not in the book. Tell whoever it is about, and write it down anew as it should be, or leave it.',
  sync_done: 'Everything is with the service.',
  sync_unreachable: 'No network. What is written stays on this phone and goes later.',
  'sync_signed-out': 'Sign in again, so that it can be sent. Nothing is lost meanwhile.',
  'sync_shut-out': 'This phone was shut out.',
  'sync_not-yours':
    'Whoever is signed in may not send for this fund. It stays here, and two others can bring it in: carry it to the desk.',
  'sync_too-large': 'Too much at once. It is tried again in smaller parts.',
  sync_busy: 'The service is busy. It is tried again by itself.',
  sync_unreadable: 'The service could not read it. It stays here; show this phone to the NGO.',
  'sync_another-book':
    'The service has another book than this phone. Nothing is sent and nothing is lost: tell the NGO.',
  'sync_odd-rows':
    'What came does not fit the book. It was not taken in. Try again on another network, and tell the NGO.',
  'sync_no-room': 'The phone is full. Make room on it, and try again.',
  fullPhone:
    'The phone is full: this was NOT written down. Delete pictures or other apps, and write it once more.',
  olderApp:
    'The book has entries that this app does not know yet. It shows the last it knows; what is written here is sent, and the service decides.',
  numbersNotYet: 'No number is on this phone yet. Connect it to the network once.',
  numbersOld:
    'The numbers on this phone were checked too long ago and are not shown. Connect it to the network once.',
  numbersUntil: (day: string) =>
    `Good until ${day}. With a network they are renewed by themselves.`,
  clockOdd:
    'The clock of this phone may be wrong. Look at each number on which day it was checked.',
  total: 'Together',
  refreshed: (sum: string) => `${sum} in the box`,
  memberOf: (place: string, all: string) => `${place} of ${all}`,
}

export type PhoneWords = typeof phone
