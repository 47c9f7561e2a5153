/** Everything that is said where people, devices and logins are looked after. */
export const network = {
  toNetwork: 'People who may sign in',
  toDevices: 'Phones and computers',
  toLogins: 'Logins of officers',
  toAuditors: 'Who may read the book',
  toCards: 'Cards of members',
  leaveIt: 'Leave it as it is',
  next: 'Go on',

  networkHeading: 'People of the network',
  networkLead:
    'Here you decide who may sign in and with which task. What stands in the book of a fund is not shown here.',
  fundsHeading: 'Funds of the network',
  noFunds: 'No fund belongs to this network yet.',
  searchFund: (count: string) =>
    count === '1' ? 'Look for a fund' : `Look for one of ${count} funds`,
  searchFundHint: 'Its name in Khmer or Latin letters, or part of it; or the code of its village.',
  noFundFound: 'No fund is called that.',
  moreFunds: 'More funds',
  lastWritten: (day: string) => `The last line was written into its book on ${day}.`,
  nothingKnown: 'Its book is from an older version: the list knows it after its next line.',
  fundFigures: (members: string, savings: string, owed: string, par30: string) =>
    `Members: ${members}. Saved: ${savings}. Lent out: ${owed}, of it more than 30 days late: ${par30}.`,
  lastMeeting: (day: string) => `Last meeting: ${day}.`,
  noMeeting: 'No meeting yet.',
  peopleHeading: 'People who may sign in',
  toAddStaff: 'Add somebody of the staff',
  toAddMember: 'Add a member of a fund',
  morePeople: 'More people',
  noTask: 'No task today',
  taskUntil: (task: string, day: string) => `${task}, until ${day}`,
  memberOf: (card: string, fund: string, offices: string) =>
    offices === ''
      ? `Member ${card} of the fund ${fund}`
      : `${offices}, member ${card} of the fund ${fund}`,
  isHere: 'Signed in now',
  isShutOut: 'Shut out',
  noSecretYet: 'No password or PIN yet',
  hasSecret: 'Password or PIN is set',

  thisIsYou: 'This is you. Another administrator shuts you out or lets you in again.',
  readsHeading: 'Put to work on these funds',
  readsFund: (fund: string, day: string) => `${fund}, until ${day}`,
  fundLetsIn: (day: string) => `The fund lets the network in until ${day}.`,
  fundLetsNobodyIn:
    'The fund does not let the network in, so nothing can be read yet. The chair of the fund does that, on the page “Who may read the book”.',
  actsHeading: 'What to do',
  toAppoint: 'Give a task',
  toDismiss: 'End a task',
  toAssign: 'Put to work on a fund',
  toEndAssignment: 'End the work on a fund',
  newPin: 'New PIN',
  newPassword: 'New password',
  newPinByOfficers:
    'Two officers of the fund give this person a new PIN, on the page “Logins of officers” of the fund.',
  toShutOut: 'Shut out',
  letInAgain: 'Let in again',

  addStaffHeading: 'Add somebody of the staff',
  addStaffLead:
    'After this you get a link, once, to hand over. The task ends by itself on its last day.',
  addMemberHeading: 'Add a member of a fund',
  addMemberLead:
    'For a fund whose officers cannot sign in yet. Once they can, two of them give the logins and nobody else does.',
  newLogin: 'Name or phone number to sign in with',
  newLoginHint:
    'Letters, digits, spaces and the signs .\u00a0_\u00a0@\u00a0+\u00a0-, 2 to 60 in all. No two people have the same.',
  task: 'Task',
  fund: 'Fund',
  cardNumber: 'Card number of the member',
  cardNumberHint: 'As it is printed on the card, for example M07.',
  memberCard: 'Card number of the member',
  alsoDevice: 'Also make a link to add this person’s own phone or computer',
  addButton: 'Add and show the link',
  lastDay: 'Last day',
  lastDayHint: 'At most 366 days from today.',
  secretFirst:
    'Your own password or PIN was given more than five minutes ago. It is asked for when you send this form. What you fill in stays.',
  secretBeforeFile:
    'Your own password or PIN was given more than five minutes ago. Give it again before you choose a file, or you have to choose the file twice.',
  giveSecret: 'Give it again',

  loginTaken:
    'Somebody signs in by this name already. If it is the same person, look for the name in the list; if not, choose another name.',
  loginWrong:
    'This cannot be a name to sign in with. Begin with a letter, a digit or +, and use letters, digits, spaces and the signs .\u00a0_\u00a0@\u00a0+\u00a0-, 2 to 60 in all.',
  roleWrong: 'Choose a task from the list.',
  fundWrong: 'Choose a fund from the list.',
  hasALogin:
    'This member has a login already, and nobody gets a second one. Where it no longer opens, give it a new PIN: choose it in the list of logins.',
  cardPinLabel: 'PIN of the member’s card',
  cardPinHint: 'Only where the member has a card. The member types it here; nobody else knows it.',
  cardPinNeeded:
    'This member has a card. Let the member type its PIN here; or, where the card is lost, stop it first.',
  cardPinWrong: 'That is not the PIN of the member’s card. It cost a try.',
  cardUnknown: 'This fund has no member with this card number. Look at the card again.',
  memberWrong: 'Choose the card number of a member from the list.',
  officersMustAdd:
    'The officers of this fund can sign in, so two of them give logins to its members. Ask them; they do it on the page “Logins of officers”.',
  officersMustReset:
    'This is a member of a fund whose officers can sign in. Two of them do this together, on the page “Logins of officers” of the fund.',
  loginOfStaff:
    'This person is of the staff of the network too. An administrator of the network makes the new link.',
  dayUnknown: 'There is no such day. Write the day, the month and the year in digits.',
  dayPast: 'That day is past. Choose a last day from today on.',
  dayTooFar: 'That is too far away: at most 366 days from today.',
  lastAdministrator:
    'Nobody else is an administrator. Give this task to another person first; somebody must be left who can let others in.',
  notAppointed: 'This person does not have that task today. Nothing was changed.',
  trainingMissing:
    'This task asks for a training, and no valid one is written down. Add the person without a task, write the training down, then give the task.',
  taskLater: 'No task yet',
  notAnAuditor: 'Only an auditor is put to work on a fund. Give the person that task first.',
  notAssigned: 'This person is not put to work on that fund today. Nothing was changed.',
  admittedLonger: (day: string) =>
    `Your network may already read until ${day}. Choose a later day, or leave it as it is. Only a vote of the meeting can end it earlier.`,
  sentBefore: 'This form was used already for something else. Begin it again.',
  notTaken: 'The book does not take this. Nothing was changed. Begin the form again.',
  secondOfStaff:
    'Another administrator or case supervisor types the own name and PIN or password here. It is used once and kept nowhere.',
  notOneself: 'Nobody does this to oneself. Another administrator does it.',
  reviewerByOneWord:
    'A reviewer reads what every network here has checked: a second administrator or case supervisor has to stand behind it, and nobody did.',
  memberOfAFund:
    'This person is a member of a fund. The same login cannot be of the staff too: add the person once more under another name.',

  appointHeading: 'Give a task',
  appointLead: 'It begins today and ends by itself on its last day.',
  appointButton: 'Give this task',
  dismissHeading: 'End a task',
  dismissLead: 'It ends today, at once.',
  dismissButton: 'End this task',
  assignHeading: 'Put to work on a fund',
  assignLead: 'The auditor may then read the book of the fund, until the last day.',
  fundMustLetIn:
    'The fund must let the network in as well: its chair does that on the page “Who may read the book”. Until both are there, nothing can be read.',
  assignButton: 'Put to work',
  endAssignmentHeading: 'End the work on a fund',
  endAssignmentLead: 'From now on this person does not read the book of that fund.',
  endAssignmentButton: 'End it',
  resetPinLead:
    'Do this with the person in front of you. The old PIN stops at once, and anyone signed in with it is signed out.',
  resetPinButton: 'Stop the old PIN and show the link',
  resetPasswordLead:
    'Do this with the person in front of you. The old password stops at once, and anyone signed in with it is signed out.',
  resetPasswordButton: 'Stop the old password and show the link',
  shutOutHeading: 'Shut somebody out',
  shutOutLead:
    'The person is out at once, on every phone and computer. You can let the person in again; nothing is lost.',
  shutOutButton: 'Shut out',
  done: 'It is done.',

  handOverHeading: 'Hand this over now',
  handOverLead:
    'Print this page or let the person scan it here: it is shown once. Each link opens once, within one day. Give it to that person alone. The name to sign in with is not on the paper. Tell it to the person yourself.',
  deviceLead:
    'Open this link on the phone or computer you want to add. It is shown once and opens once, within one day.',
  handedOver: 'I have handed it over',
  scanOrType: 'Scan the square, or type this address. It opens once, within one day.',
  deviceLinkHeading: 'Add this phone or computer',
  deviceLinkText: 'Open this on the phone or computer that will be used from now on.',
  beginLinkHeading: 'Set the password or PIN',
  squareTitle: 'Square to scan',
  ofMember: (card: string, office: string) =>
    office === '' ? `Member ${card}` : `${office}, member ${card}`,

  devicesHeading: 'Phones and computers',
  devicesLead:
    'People sign in on these and on no others. If one is lost or sold, shut it out: everybody on it is out at once.',
  newDeviceLink: 'Make a link for one more device',
  thisDevice: 'You are on it now',
  enrolledAt: (when: string) => `Added: ${when}`,
  deviceSeenAt: (when: string) => `Last seen: ${when}`,
  revokedAt: (when: string) => `Shut out: ${when}`,
  toRevoke: 'Lost or sold',
  revokeHeading: 'Shut this device out',
  revokeLead:
    'Everybody who is signed in on it is out at once. To use it again it needs a new link.',
  revokeWipes:
    'A book that the meeting app keeps on it is wiped when it next reaches the network, with all that was not yet sent.',
  fundDevicesLead:
    'Only people of this fund sign in on these. If one is lost, two officers shut it out together.',
  revokeThis: 'You are on this device yourself: you will be signed out too.',
  revokeButton: 'Shut it out',
  lastDevice:
    'This is the only phone or computer that people can sign in on. Add another one first.',

  loginsHeading: 'Logins of officers',
  loginsLead:
    'Members of this fund who may sign in with a name. Two officers do everything here together, on one device.',
  noLogins: 'Nobody of this fund may sign in with a name yet.',
  toGiveLogin: 'Give a member a login',
  giveLoginHeading: 'Give a member a login',
  giveLoginButton: 'Give it and show the link',
  twoOfficers:
    'Two officers do this together: you, and a second officer who types their own name and PIN here.',
  noSecondOfficer:
    'This fund has no second officer who can sign in yet, so an administrator of the network stands in for the second one.',
  memberChoice: (card: string, office: string) => (office === '' ? card : `${card}: ${office}`),

  lostCardHeading: 'A card was lost',
  lostCardLead:
    'One officer is enough to stop a card, so that a stolen one is stopped at once; from the fourth of a day on another officer stands behind it.',
  noCards: 'No member has a card now.',
  toLostCard: 'A card was lost',
  stopCardHeading: (card: string) => `Stop the card of member ${card}`,
  stopCardLead:
    'The card no longer opens anything, and anyone using it is signed out at once. Two officers can make a new one.',
  stopManyLead:
    'You have stopped three cards today. Another officer stands behind this one with the own name and PIN: who stops many shuts households out.',
  stopCardButton: 'Stop this card',
  cardStopped: 'The card is stopped.',

  auditorsHeading: 'Who may read the book',
  auditorsLead:
    'Auditors of a network read the book only while the fund lets the network in. The network decides which of its people are auditors.',
  ownNetwork: 'Auditors of your own network',
  otherNetwork: 'Auditors of another network',
  mayReadFrom: (day: string) => `Let in on ${day}`,
  mayReadUntil: (day: string) => `Until ${day}`,
  endedByVote: (day: string) => `Ended by a vote of the meeting on ${day}`,
  isOpenNow: 'They may read today.',
  isClosedNow: 'They may not read today.',
  letInHeading: 'Let your network in',
  letInLead:
    'Its auditors may then read the whole book up to and including the last day: members by card number, loans, savings.',
  onlyAVoteEndsIt:
    'Officers cannot take this back. Before the last day only a vote of the meeting ends it, and the book shows that it was ended.',
  letInButton: 'Let them in until this day',
  mayReadAlready: (day: string) =>
    `Your network may already read until ${day}. Nothing needs doing.`,
  toLetInLonger: 'Let them read for longer',
  nothingLonger: 'Nothing longer can be given today.',
  letInDone: 'The network may read the book until that day.',

  beginElsewhere:
    'You can choose your password here, but you cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you this link to add this one.',
  beginPinElsewhere:
    'You can get your PIN here, but you cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you this link to add this one.',
  enrolThenSignIn:
    'You cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you the link to add this one.',
}

export type NetworkWords = typeof network
