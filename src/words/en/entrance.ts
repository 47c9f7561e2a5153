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
export const entrance = {
  youAre: (who: string) => `Here as: ${who}`,
  roleName: (role: string) => roleNames[role] ?? 'Guest',
  toMySessions: 'My sign-ins',
  signOut: 'Sign out',
  toStart: 'First page',
  back: 'Back',

  whatThisIs:
    'Neighbours save together in one box and lend to one another at a low interest. This book keeps count: who saved, who borrowed, who paid back.',
  forWhom: [
    'For the committee: who is here, what each brings, what lies in the box, one member after the other.',
    'For a household: what is saved, what is owed, what comes next, and who has looked.',
    'For an NGO: how each fund stands, and every figure down to its line.',
  ],
  doorsHeading: 'Which door do you take?',
  otherDoorsHeading: 'Take another door',
  doorsLead: 'Try the fund as one of these people. Everything behind the doors is invented.',
  recordKeeperDoor: 'Record-keeper',
  recordKeeperDoorMeaning: 'Write down a repayment or a saving and read the receipt.',
  householdDoor: 'Household',
  householdDoorMeaning: 'See your savings, your loan and your next payment.',
  ngoDoor: 'NGO',
  ngoDoorMeaning: 'See how well the fund is, each figure down to its rows.',
  teamDoor: 'Migration team',
  teamDoorMeaning: 'Advise who leaves, stand by who returns, bring people for support.',
  doorsLocked:
    'The doors are still locked on this browser. Open the link that npm start printed; then they open.',
  officeDoor: 'Officers, NGO, migration team',
  officeDoorMeaning: 'Sign in with your name and your password or PIN.',
  cardDoor: 'Household with a card',
  cardDoorMeaning: 'Scan the square on your card, or type its code.',
  welcomeHeading: 'Village book',
  welcomeLead: 'Only members, officers and those who were let in see a fund here.',
  figuresHeading: 'The practice fund today',

  goOnHeading: 'Go on',
  toOwnBook: 'My savings and loan',
  toHealth: 'Fund health',
  toLog: 'Who did what',
  toCards: 'Cards of members',
  toTeam: 'Migration team’s desk',
  nothingForYou:
    'There is no page here for your task yet. If you expected one, ask the administrator of your network.',

  onlyInPractice: 'There are no practice doors here',
  doorLockedHeading: 'This door is locked on this browser',
  startUsedHeading: 'This link does not open anything any more',
  startUsed:
    'A link opens once. Stop the program with Ctrl+C and start it again with npm start: it prints a new link.',

  signInHeading: 'Sign in',
  login: 'Your name or phone number',
  secret: 'Password or PIN',
  signInButton: 'Sign in',
  secretIsSet: 'Your password or PIN is set. Sign in with it now.',
  cardInstead: 'I have a card instead',
  notEnrolled:
    'This phone or computer has not been added yet, so nobody can sign in on it. Ask the administrator for a link that adds it, and open that link here.',
  signInFailed:
    'That did not fit. Check the name and the password or PIN and try again. After five tries there is a pause.',
  cardFailed:
    'That did not fit. Scan the card again and type its six digits. After five tries there is a pause.',
  wait: (minutes: number) =>
    minutes <= 1
      ? 'There were too many tries. Try again in one minute.'
      : minutes <= 120
        ? `There were too many tries. Try again in ${minutes} minutes.`
        : `There were too many tries. Try again in ${Math.ceil(minutes / 60)} hours.`,
  resetUser:
    'This door is closed after too many tries. Go to the administrator in person: only there it is opened again.',
  resetCard:
    'This card is closed after too many tries. Go to two officers of the fund in person: they give you a new card.',

  cardHeading: 'Open your page with your card',
  cardScanned: 'Your card was read. Type the six digits that belong to it.',
  cardCode: 'Code on the card',
  cardCodeHint:
    'Under the square. Type small and capital letters as they are printed; spaces do not matter.',
  pin: 'Six digits of the card',
  pinHint: 'They are on the second paper that came with the card.',
  openButton: 'Open my page',
  signInInstead: 'I have a name and a password instead',

  stepUpHeading: 'Is it still you?',
  stepUpLead:
    'Before you go on, give your password or PIN again. It is asked for when five minutes have passed.',
  stepUpButton: 'It is me',
  stepUpPractice:
    'In the practice fund nobody has a password. Go to the first page and take your door once more; that counts as giving it.',
  stepUpCard: 'A card only lets you read. For this you sign in with a name and a password or PIN.',

  beginHeading: 'Begin here',
  beginPassword:
    'Choose a password: at least 12 letters or digits, not only digits, not one key again and again, and without your name in it. A short sentence is good.',
  beginName: (login: string) =>
    `Your name for signing in is “${login}”. Write it down: you type it each time, with the password.`,
  newSecret: 'New password',
  newSecretAgain: 'The same password again',
  keepButton: 'Keep this password',
  secretsDiffer: 'The two passwords are not the same. Type both again.',
  secretTooShort: 'The password is too short: it needs at least 12 letters or digits.',
  secretTooLong: 'The password is too long: at most 200 letters or digits.',
  secretTooSimple:
    'The password is too easy to guess: not only digits, not your name, not only words like password or village fund, and at least five different signs.',
  beginPin:
    'The machine draws a PIN of six digits for you and shows it once. Make sure that nobody reads it with you, then press the button.',
  drawButton: 'Show my PIN',
  pinHeading: 'Your PIN',
  pinOnce:
    'Learn these six digits, or write them down and keep the paper at home. They are never shown again. Tell them to nobody, not even to another officer.',
  keyUsedHeading: 'This link is used or too old',
  keyUsed: 'A link opens once and within one day. Ask the administrator for a new one.',
  enrolHeading: 'Add this phone or computer',
  enrolLead: 'From then on people of your network can sign in on this phone or computer.',
  deviceLabel: 'A name for this device',
  deviceLabelHint: 'For example: phone of the fund. At most 40 letters.',
  labelWrong: 'Give the device a name of letters and digits, at most 40 of them.',
  enrolButton: 'Add it',
  firstDevice: 'This is the first device of the network, so it is added with this step.',

  deniedNotSignedIn: 'Nobody is signed in here',
  deniedNotSignedInNext:
    'This page is for people who are signed in. Sign in with your name; if you have a card, go to the first page.',
  deniedNotSignedInPractice:
    'This page is for somebody who came in by a door. Go to the first page and take one.',
  deniedNotFound: 'There is no such page for you',
  deniedNotFoundNext:
    'It does not exist, or it is not yours. Go to the first page and choose again.',
  deniedNotAllowed: 'This is not yours to do',
  deniedNotAllowedNext:
    'Somebody with another task does this: ask that person. That you tried is written into the log of the fund.',
  deniedOfficer: 'You hold an office in a fund',
  deniedOfficerNext:
    'A recruiter may be an officer. So whoever has a say over a fund’s money neither reads nor decides what concerns agencies and recruiters: somebody else of the team does.',
  deniedStepUp: 'Give your password or PIN once more',
  deniedStepUpNext: 'It was given too long ago for this act. Nothing was written.',
  stepUpKept: 'What you filled in is kept on this page. You see it again next, and send it then.',
  stepUpFiles: 'A file that you chose is not kept: you choose it again.',
  stepUpLost: 'It was too much to keep: after this you begin again.',
  stepUpPress: 'In the practice fund nobody has a password here: press the button.',
  stepUpGone:
    'Your password or PIN was taken. What was filled in before is not here: it belongs to another sign-in, or it was too much. Nothing was written. Open the form again and begin anew.',
  keptHere: 'Here is what you filled in. Nothing is written yet: look at it and send it again.',
  keptFiles: 'Choose your file again.',

  digitsMeaning: 'Figures on pages in Khmer:',
  digits_km: 'Khmer digits (១២៣)',
  digits_en: 'Latin digits (123)',
  ownSecretHeading: 'Change my password or PIN',
  ownSecretPin: 'Give your PIN of now. Six new digits are drawn and shown once.',
  ownSecretElsewhere: 'Everywhere else where you are signed in, you are signed out.',
  ownSecretCard:
    'Digits that an officer drew with your card open this page, and take no money out. Those that you draw here nobody else has seen: from then on they are your word when private money goes out. Be alone, and keep them apart from the card.',
  ownSecretPractice: 'In the practice fund nobody changes a password or PIN.',
  sessionsHeading: 'Where I am signed in',
  sessionsLead:
    'Every phone, computer or card with which you are signed in. If you do not know one, sign out there and tell the administrator.',
  thisSession: 'You are here now',
  startedAt: (when: string) => `Signed in: ${when}`,
  seenAt: (when: string) => `Last seen: ${when}`,
  endSession: 'Sign out there',
  byCardDevice: 'printed card',
  programDevice: 'the program itself',
  unknownDevice: 'a device that is not known',

  teamHeading: 'Migration team',
  teamWill:
    'Cases open to those who are assigned to them, and to nobody else: no officer of a fund and no administrator reads them. In danger call first, write later.',

  cardsHeading: 'A new card for a member',
  cardsLead: 'Two officers do this together. A card that the member has already stops at once.',
  chooseMember: 'Card number of the member',
  memberChoice: (card: string, issued: string | undefined) =>
    issued === undefined ? `${card}: no card yet` : `${card}: card of ${issued}`,
  secondOfficer: 'Second officer: name or phone number',
  secondSecret: 'Second officer: PIN',
  issueButton: 'Make the card',
  memberWrong: 'Choose the card number of a member from the list.',
  secondWrong:
    'That did not fit. The second officer is somebody else who holds an office in this fund and types their own name and PIN here. Try again.',
  secondUnnamed:
    'A PIN was typed, but not whose it is. The second officer types the own name above it too; or leave both empty.',
  secondCouldBeYou:
    'One of you two has had a hand in how the other one signs in. Ask another officer; or the one it is about signs in on a phone that the other has not added, reads the notice, and a week goes by; thirty days for what gives or takes power, as a login, a card or an office. Where there is no other officer, the network’s administrator can stand behind logins, cards and family meanwhile.',
  noticeHeading: 'What was done to your login',
  noticeReset: (when: string, who: string) =>
    `${when}: your password or PIN was taken away, so that you choose another. It was done by: ${who}.`,
  noticeGiven: (when: string, who: string) =>
    `${when}: you were given a login. It was done by: ${who}.`,
  noticeCard: (when: string, who: string) =>
    `${when}: a new card was made for you. It was done by: ${who}.`,
  noticePhone: (when: string, who: string) =>
    `${when}: a code was handed out by which another phone hears of your account. It was done by: ${who}.`,
  noticeLogin: (when: string, who: string) =>
    `${when}: a login was made for you, or a login of yours was given a new secret. It was done by: ${who}.`,
  noticeNext:
    'Did you ask for it, and were you there? Then go on. If not, somebody may be signing in as you: change your password or PIN now, and tell another officer and the NGO today.',
  noticeElsewhere:
    'You and they stand behind nothing together for seven days; for a login, a card, an office or a rule it is thirty. It also lasts until you have seen this on a phone that none of them has added. If it comes again, sign in on another phone.',
  noticeNone: 'Nobody has done anything to your login that you have not seen.',
  noticeSeen: 'I have seen it',
  noticeGoOn: 'Go on',
  halvesHeading: 'Your half of a new secret',
  halvesLead:
    'You stood behind a new login, password, PIN or card. The other one holds the link or the card; what goes with it only you draw. Give it to the person whose it is yourself, and not to the one who asked for it.',
  halvesNone: 'Nothing waits for you here.',
  halfWhose: 'Whose is it?',
  halfOf: (drawn: 'number' | 'pin', card: string | undefined) =>
    drawn === 'pin'
      ? `Six digits of card ${card ?? ''}`
      : card === undefined
        ? 'Number for the link of one of the staff'
        : `Number for the link of member ${card}`,
  halfDraw: 'Show it to me',
  halfGone: 'Nothing waits there any more. If nobody has got it, the two of you make a new one.',
  halfLead:
    'This is shown once. Print it or write it down, and give the paper to the owner alone. Whoever asked for the new secret must not see it.',
  halfElsewhere:
    'The link opens only with a number of sixteen digits, which does not stand here: the second one signs in and finds it right after signing in.',
  halfNumber: 'Number of sixteen digits',
  halfHint:
    'The second one who stood behind it has it for you on a paper of their own. Spaces do not matter.',
  halfWrong:
    'That is not the number, or it was typed wrong too often. Type the newest one again; after five tries wait a quarter of an hour, or let the second one draw a new one.',
  pinElsewhere:
    'The six digits of this card do not stand here: the second officer signs in, finds them right after signing in, and gives them to the member on a paper of their own. With the card they open her page. For money she draws digits of her own there, or two officers print her a sheet of codes.',
  halfNoWord:
    'With the card these digits open your page. No money goes out for them, because somebody else drew them: draw digits of your own on your page, on a phone that you trust, or ask two officers for a sheet of codes.',
  practiceSecond: (login: string, pin: string) =>
    `In the practice fund the second officer is: ${login}, PIN ${pin}`,
  cardReadyHeading: 'The card is ready',
  cardReadyLead: 'Print this page now: it is shown once.',
  cardPrinted: 'Card',
  scanThis: 'Scan this square with a phone to open your page.',
  codeUnder: 'Without a camera, type this code:',
  pinPrinted: 'Six digits of card',
  qrTitle: 'Square to scan',
  nextCard: 'Another card',
}

export type EntranceWords = typeof entrance
