import { reviewed } from '#src/words/catalogue.ts'

const roleNames: Readonly<Record<string, string>> = {
  'household-member': 'Household',
  chair: 'Chair',
  'record-keeper': 'Record-keeper',
  'box-keeper': 'Box-keeper',
  counter: 'Counter',
  'committee-member': 'Committee member',
  'key-holder': 'Key-holder',
  'migration-worker': 'Migration team',
  'case-supervisor': 'Case supervisor',
  auditor: 'NGO auditor',
  administrator: 'NGO administrator',
  'watchdog-reviewer': 'Watchdog reviewer',
  operator: 'Operator',
}

/** Everything that is said between the first page and the desks behind the doors. */
export const en = {
  youAre: reviewed((who: string) => `Here as: ${who}`),
  roleName: reviewed((role: string) => roleNames[role] ?? 'Guest'),
  toMySessions: reviewed('My sign-ins'),
  signOut: reviewed('Sign out'),
  toStart: reviewed('First page'),
  back: reviewed('Back'),

  whatThisIs: reviewed(
    'Neighbours save together in one box and lend to one another at a low interest. This book keeps count: who saved, who borrowed, who paid back.',
  ),
  doorsHeading: reviewed('Which door do you take?'),
  otherDoorsHeading: reviewed('Take another door'),
  doorsLead: reviewed(
    'Try the fund as one of these people. Everything behind the doors is invented.',
  ),
  recordKeeperDoor: reviewed('Record-keeper'),
  recordKeeperDoorMeaning: reviewed('Write down a repayment or a saving and read the receipt.'),
  householdDoor: reviewed('Household'),
  householdDoorMeaning: reviewed('See your savings, your loan and your next payment.'),
  ngoDoor: reviewed('NGO'),
  ngoDoorMeaning: reviewed('See how well the fund is, each figure down to its rows.'),
  teamDoor: reviewed('Migration team'),
  teamDoorMeaning: reviewed('Not built yet: see what it will do.'),
  doorsLocked: reviewed(
    'The doors are still locked on this browser. Open the link that npm start printed; then they open.',
  ),
  officeDoor: reviewed('Officers, NGO, migration team'),
  officeDoorMeaning: reviewed('Sign in with your name and your password or PIN.'),
  cardDoor: reviewed('Household with a card'),
  cardDoorMeaning: reviewed('Scan the square on your card, or type its code.'),
  welcomeHeading: reviewed('Village book'),
  welcomeLead: reviewed('Only members, officers and those who were let in see a fund here.'),
  figuresHeading: reviewed('The practice fund today'),

  goOnHeading: reviewed('Go on'),
  toDesk: reviewed('Record-keeper’s desk'),
  toOwnBook: reviewed('My savings and loan'),
  toHealth: reviewed('Fund health'),
  toLog: reviewed('Who did what'),
  toCards: reviewed('Cards of members'),
  toTeam: reviewed('Migration team’s desk'),
  nothingForYou: reviewed(
    'There is no page here for your task yet. If you expected one, ask the administrator of your network.',
  ),

  onlyInPractice: reviewed('There are no practice doors here'),
  doorLockedHeading: reviewed('This door is locked on this browser'),
  startUsedHeading: reviewed('This link does not open anything any more'),
  startUsed: reviewed(
    'A link opens once. Stop the program with Ctrl+C and start it again with npm start: it prints a new link.',
  ),

  signInHeading: reviewed('Sign in'),
  login: reviewed('Your name or phone number'),
  secret: reviewed('Password or PIN'),
  signInButton: reviewed('Sign in'),
  secretIsSet: reviewed('Your password or PIN is set. Sign in with it now.'),
  cardInstead: reviewed('I have a card instead'),
  notEnrolled: reviewed(
    'This phone or computer has not been added yet, so nobody can sign in on it. Ask the administrator for a link that adds it, and open that link here.',
  ),
  signInFailed: reviewed(
    'That did not fit. Check the name and the password or PIN and try again. After five tries there is a pause.',
  ),
  cardFailed: reviewed(
    'That did not fit. Scan the card again and type its six digits. After five tries there is a pause.',
  ),
  wait: reviewed((minutes: number) =>
    minutes <= 1
      ? 'There were too many tries. Try again in one minute.'
      : minutes <= 120
        ? `There were too many tries. Try again in ${minutes} minutes.`
        : `There were too many tries. Try again in ${Math.ceil(minutes / 60)} hours.`,
  ),
  resetUser: reviewed(
    'This door is closed after too many tries. Go to the administrator in person: only there it is opened again.',
  ),
  resetCard: reviewed(
    'This card is closed after too many tries. Go to two officers of the fund in person: they give you a new card.',
  ),

  cardHeading: reviewed('Open your page with your card'),
  cardScanned: reviewed('Your card was read. Type the six digits that belong to it.'),
  cardCode: reviewed('Code on the card'),
  cardCodeHint: reviewed(
    'Under the square. Type small and capital letters as they are printed; spaces do not matter.',
  ),
  pin: reviewed('Six digits of the card'),
  pinHint: reviewed('They are on the second paper that came with the card.'),
  openButton: reviewed('Open my page'),
  signInInstead: reviewed('I have a name and a password instead'),

  stepUpHeading: reviewed('Is it still you?'),
  stepUpLead: reviewed(
    'Before you go on, give your password or PIN again. It is asked for when five minutes have passed.',
  ),
  stepUpButton: reviewed('It is me'),
  stepUpPractice: reviewed(
    'In the practice fund nobody has a password. Go to the first page and take your door once more; that counts as giving it.',
  ),
  stepUpCard: reviewed(
    'A card only lets you read. For this you sign in with a name and a password or PIN.',
  ),

  beginHeading: reviewed('Begin here'),
  beginPassword: reviewed(
    'Choose a password: at least 12 letters or digits, not only digits, not one key again and again, and without your name in it. A short sentence is good.',
  ),
  newSecret: reviewed('New password'),
  newSecretAgain: reviewed('The same password again'),
  keepButton: reviewed('Keep this password'),
  secretsDiffer: reviewed('The two passwords are not the same. Type both again.'),
  secretTooShort: reviewed('The password is too short: it needs at least 12 letters or digits.'),
  secretTooLong: reviewed('The password is too long: at most 200 letters or digits.'),
  secretTooSimple: reviewed(
    'The password is too easy to guess: not only digits, not your name, not only words like password or village fund, and at least five different signs.',
  ),
  beginPin: reviewed(
    'The machine draws a PIN of six digits for you and shows it once. Make sure that nobody reads it with you, then press the button.',
  ),
  drawButton: reviewed('Show my PIN'),
  pinHeading: reviewed('Your PIN'),
  pinOnce: reviewed(
    'Learn these six digits, or write them down and keep the paper at home. They are never shown again. Tell them to nobody, not even to another officer.',
  ),
  keyUsedHeading: reviewed('This link is used or too old'),
  keyUsed: reviewed('A link opens once and within one day. Ask the administrator for a new one.'),
  enrolHeading: reviewed('Add this phone or computer'),
  enrolLead: reviewed('From then on people of your network can sign in on this phone or computer.'),
  deviceLabel: reviewed('A name for this device'),
  deviceLabelHint: reviewed('For example: phone of the fund. At most 40 letters.'),
  labelWrong: reviewed('Give the device a name of letters and digits, at most 40 of them.'),
  enrolButton: reviewed('Add it'),
  firstDevice: reviewed('This is the first device of the network, so it is added with this step.'),

  deniedNotSignedIn: reviewed('Nobody is signed in here'),
  deniedNotSignedInNext: reviewed(
    'This page is for people who are signed in. Sign in with your name; if you have a card, go to the first page.',
  ),
  deniedNotSignedInPractice: reviewed(
    'This page is for somebody who came in by a door. Go to the first page and take one.',
  ),
  deniedNotFound: reviewed('There is no such page for you'),
  deniedNotFoundNext: reviewed(
    'It does not exist, or it is not yours. Go to the first page and choose again.',
  ),
  deniedNotAllowed: reviewed('This is not yours to do'),
  deniedNotAllowedNext: reviewed(
    'Somebody with another task does this: ask that person. That you tried is written into the log of the fund.',
  ),
  deniedStepUp: reviewed('Give your password or PIN once more'),
  deniedStepUpNext: reviewed(
    'It was given too long ago for this act. Nothing was written. Give it again, then send the form again.',
  ),

  ownSecretHeading: reviewed('Change my password or PIN'),
  ownSecretPin: reviewed('Give your PIN of now. Six new digits are drawn and shown once.'),
  ownSecretElsewhere: reviewed('Everywhere else where you are signed in, you are signed out.'),
  ownSecretCard: reviewed('The digits of a card are changed by two officers, with a new card.'),
  ownSecretPractice: reviewed('In the practice fund nobody changes a password or PIN.'),
  sessionsHeading: reviewed('Where I am signed in'),
  sessionsLead: reviewed(
    'Every phone, computer or card with which you are signed in. If you do not know one, sign out there and tell the administrator.',
  ),
  thisSession: reviewed('You are here now'),
  startedAt: reviewed((when: string) => `Signed in: ${when}`),
  seenAt: reviewed((when: string) => `Last seen: ${when}`),
  endSession: reviewed('Sign out there'),
  byCardDevice: reviewed('printed card'),
  programDevice: reviewed('the program itself'),
  unknownDevice: reviewed('a device that is not known'),

  teamHeading: reviewed('The migration team’s desk is not built yet'),
  teamWill: reviewed(
    'Here the team will keep what people tell about leaving and coming home, check agencies, and follow each case, apart from the books of the fund, so that nobody who keeps the books can read it.',
  ),
  teamUntil: reviewed(
    'Until then write no case into this program. Keep your notes where you keep them now, locked away. In danger call the hotline that your organisation has checked.',
  ),

  cardsHeading: reviewed('A new card for a member'),
  cardsLead: reviewed(
    'Two officers do this together. A card that the member has already stops at once.',
  ),
  chooseMember: reviewed('Card number of the member'),
  memberChoice: reviewed((card: string, issued: string | undefined) =>
    issued === undefined ? `${card}: no card yet` : `${card}: card of ${issued}`,
  ),
  pleaseChoose: reviewed('Choose'),
  secondOfficer: reviewed('Second officer: name or phone number'),
  secondSecret: reviewed('Second officer: PIN'),
  issueButton: reviewed('Make the card'),
  memberWrong: reviewed('Choose the card number of a member from the list.'),
  secondWrong: reviewed(
    'That did not fit. The second officer is somebody else who holds an office in this fund and types their own name and PIN here. Try again.',
  ),
  practiceSecond: reviewed(
    (login: string, pin: string) =>
      `In the practice fund the second officer is: ${login}, PIN ${pin}`,
  ),
  cardReadyHeading: reviewed('The card is ready'),
  cardReadyLead: reviewed(
    'Print this page now: it is shown once. Cut along the lines and keep the six digits apart from the card.',
  ),
  cardPrinted: reviewed('Card'),
  scanThis: reviewed('Scan this square with a phone to open your page.'),
  codeUnder: reviewed('Without a camera, type this code:'),
  pinPrinted: reviewed('Six digits of card'),
  qrTitle: reviewed('Square to scan'),
  nextCard: reviewed('Another card'),
}

export type EntranceCatalogue = typeof en
