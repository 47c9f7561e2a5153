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
  youAre: reviewed((who: string) => `You are here as: ${who}`),
  roleName: reviewed((role: string) => roleNames[role] ?? 'Guest'),
  toMySessions: reviewed('My sessions'),
  signOut: reviewed('Sign out'),
  toStart: reviewed('First page'),
  back: reviewed('Back'),

  doorsHeading: reviewed('Which door do you take?'),
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
    'Nothing is open to you here yet. Ask the administrator of your network to give you a task.',
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
    'This phone or computer is not known here yet, so nobody can sign in on it. Ask the administrator for an enrolment link and open it on this device.',
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

  cardHeading: reviewed('Open your own page with your card'),
  cardScanned: reviewed('Your card was read. Type the six digits that belong to it.'),
  cardCode: reviewed('Code on the card'),
  cardCodeHint: reviewed('Under the square. Small and capital letters count; spaces do not.'),
  pin: reviewed('Six digits'),
  openButton: reviewed('Open my page'),
  signInInstead: reviewed('I have a name and a password instead'),

  stepUpHeading: reviewed('Is it still you?'),
  stepUpLead: reviewed(
    'Before this act, give your password or PIN again. It is asked every five minutes.',
  ),
  stepUpButton: reviewed('It is me'),
  stepUpPractice: reviewed(
    'In the practice fund nobody has a password. Go back to the doors and take your door once more; then it counts as given.',
  ),
  stepUpCard: reviewed('A card only shows. Acts like this need a name and a password.'),

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
    'The password is too easy to guess: not only digits, not your name, and at least five different letters.',
  ),
  beginPin: reviewed(
    'The machine draws six digits for you and shows them once. Look that nobody reads them with you, then press the button.',
  ),
  drawButton: reviewed('Show my six digits'),
  pinHeading: reviewed('Your six digits'),
  pinOnce: reviewed(
    'Learn them or write them down and keep the paper at home. They are never shown again. Tell them to nobody, not to an officer either.',
  ),
  keyUsedHeading: reviewed('This link is used or too old'),
  keyUsed: reviewed('A link opens once and within one day. Ask the administrator for a new one.'),
  enrolHeading: reviewed('Make this device known'),
  enrolLead: reviewed('From now on people of your network can sign in on this phone or computer.'),
  deviceLabel: reviewed('What shall this device be called?'),
  deviceLabelHint: reviewed('For example: phone of the fund. At most 40 letters.'),
  labelWrong: reviewed('Give the device a name of letters and digits, at most 40 of them.'),
  enrolButton: reviewed('Make it known'),
  firstDevice: reviewed(
    'This is the first device of the network, so it becomes known with this step.',
  ),

  deniedNotSignedIn: reviewed('Nobody is signed in here'),
  deniedNotSignedInNext: reviewed(
    'This page is for people who are signed in. Sign in, or take a door.',
  ),
  deniedNotFound: reviewed('There is no such page for you'),
  deniedNotFoundNext: reviewed('It does not exist, or it is not yours. Go back and choose again.'),
  deniedNotAllowed: reviewed('This is not yours to do'),
  deniedNotAllowedNext: reviewed(
    'Somebody with another task does this. That you asked is written into the log of the fund.',
  ),
  deniedStepUp: reviewed('Give your password or PIN once more'),
  deniedStepUpNext: reviewed(
    'It was given too long ago for this act. Nothing was written. Give it again, then send the form again.',
  ),

  sessionsHeading: reviewed('My sessions and devices'),
  sessionsLead: reviewed('Wherever you are signed in. End what you do not know.'),
  thisSession: reviewed('This one'),
  startedAt: reviewed((when: string) => `Signed in: ${when}`),
  seenAt: reviewed((when: string) => `Last seen: ${when}`),
  endSession: reviewed('End this session'),
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
    'Two officers stand here together. The old card of the member stops at once.',
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
    'The second officer must be another person who holds an office in this fund, with the own PIN.',
  ),
  practiceSecond: reviewed(
    (login: string, pin: string) =>
      `In the practice fund the second officer is: ${login}, PIN ${pin}`,
  ),
  cardReadyHeading: reviewed('The card is ready'),
  cardReadyLead: reviewed(
    'Print this page now: it is shown once. Cut along the line. The six digits do not belong in the same pocket as the card.',
  ),
  cardPrinted: reviewed('Card'),
  scanThis: reviewed('Scan this square with a phone to open your own page.'),
  codeUnder: reviewed('Without a camera, type this code:'),
  pinPrinted: reviewed('Six digits for the card'),
  qrTitle: reviewed('Square to scan'),
  nextCard: reviewed('Another card'),
}

export type EntranceCatalogue = typeof en
