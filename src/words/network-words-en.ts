import { reviewed } from '#src/words/catalogue.ts'

/** Everything that is said where people, devices and logins are looked after. */
export const en = {
  toNetwork: reviewed('People who may sign in'),
  toDevices: reviewed('Phones and computers'),
  toLogins: reviewed('Logins of officers'),
  toAuditors: reviewed('Who may read the book'),
  toCards: reviewed('Cards of members'),
  leaveIt: reviewed('Leave it as it is'),
  pleaseChoose: reviewed('Choose'),
  next: reviewed('Go on'),

  networkHeading: reviewed('People of the network'),
  networkLead: reviewed(
    'Here you decide who may sign in and with which task. What stands in the book of a fund is not shown here.',
  ),
  fundsHeading: reviewed('Funds of the network'),
  noFunds: reviewed('No fund belongs to this network yet.'),
  peopleHeading: reviewed('People who may sign in'),
  toAddStaff: reviewed('Add somebody of the staff'),
  toAddMember: reviewed('Add a member of a fund'),
  morePeople: reviewed('More people'),
  noTask: reviewed('No task today'),
  taskUntil: reviewed((task: string, day: string) => `${task}, until ${day}`),
  memberOf: reviewed((card: string, fund: string, offices: string) =>
    offices === ''
      ? `Member ${card} of the fund ${fund}`
      : `${offices}, member ${card} of the fund ${fund}`,
  ),
  isHere: reviewed('Signed in now'),
  isShutOut: reviewed('Shut out'),
  noSecretYet: reviewed('No password or PIN yet'),
  hasSecret: reviewed('Password or PIN is set'),

  thisIsYou: reviewed('This is you. Another administrator shuts you out or lets you in again.'),
  readsHeading: reviewed('Put to work on these funds'),
  readsFund: reviewed((fund: string, day: string) => `${fund}, until ${day}`),
  fundLetsIn: reviewed((day: string) => `The fund lets the network in until ${day}.`),
  fundLetsNobodyIn: reviewed(
    'The fund does not let the network in, so nothing can be read yet. The chair of the fund does that, on the page “Who may read the book”.',
  ),
  actsHeading: reviewed('What to do'),
  toAppoint: reviewed('Give a task'),
  toDismiss: reviewed('End a task'),
  toAssign: reviewed('Put to work on a fund'),
  toEndAssignment: reviewed('End the work on a fund'),
  newPin: reviewed('New PIN'),
  newPassword: reviewed('New password'),
  newPinByOfficers: reviewed(
    'Two officers of the fund give this person a new PIN, on the page “Logins of officers” of the fund.',
  ),
  toShutOut: reviewed('Shut out'),
  letInAgain: reviewed('Let in again'),

  addStaffHeading: reviewed('Add somebody of the staff'),
  addStaffLead: reviewed(
    'After this you get a link, once, to hand over. The task ends by itself on its last day.',
  ),
  addMemberHeading: reviewed('Add a member of a fund'),
  addMemberLead: reviewed(
    'For a fund whose officers cannot sign in yet. Once they can, two of them give the logins and nobody else does.',
  ),
  newLogin: reviewed('Name or phone number to sign in with'),
  newLoginHint: reviewed(
    'Letters, digits, spaces and the signs .\u00a0_\u00a0@\u00a0+\u00a0-, 2 to 60 in all. No two people have the same.',
  ),
  task: reviewed('Task'),
  fund: reviewed('Fund'),
  cardNumber: reviewed('Card number of the member'),
  cardNumberHint: reviewed('As it is printed on the card, for example M07.'),
  memberCard: reviewed('Card number of the member'),
  alsoDevice: reviewed('Also make a link to add this person’s own phone or computer'),
  addButton: reviewed('Add and show the link'),
  lastDay: reviewed('Last day'),
  lastDayHint: reviewed('At most 366 days from today.'),
  day: reviewed('Day'),
  month: reviewed('Month'),
  year: reviewed('Year'),
  secretFirst: reviewed(
    'Your own password or PIN was given more than five minutes ago. Give it again first, or what you fill in here is lost.',
  ),
  giveSecret: reviewed('Give it again'),

  loginTaken: reviewed(
    'Somebody signs in by this name already. If it is the same person, look for the name in the list; if not, choose another name.',
  ),
  loginWrong: reviewed(
    'This cannot be a name to sign in with. Begin with a letter, a digit or +, and use letters, digits, spaces and the signs .\u00a0_\u00a0@\u00a0+\u00a0-, 2 to 60 in all.',
  ),
  roleWrong: reviewed('Choose a task from the list.'),
  fundWrong: reviewed('Choose a fund from the list.'),
  cardUnknown: reviewed('This fund has no member with this card number. Look at the card again.'),
  memberWrong: reviewed('Choose the card number of a member from the list.'),
  officersMustAdd: reviewed(
    'The officers of this fund can sign in, so two of them give logins to its members. Ask them; they do it on the page “Logins of officers”.',
  ),
  officersMustReset: reviewed(
    'This is a member of a fund whose officers can sign in. Two of them do this together, on the page “Logins of officers” of the fund.',
  ),
  loginOfStaff: reviewed(
    'This person is of the staff of the network too. An administrator of the network makes the new link.',
  ),
  dayUnknown: reviewed('There is no such day. Write the day, the month and the year in digits.'),
  dayPast: reviewed('That day is past. Choose a last day from today on.'),
  dayTooFar: reviewed('That is too far away: at most 366 days from today.'),
  lastAdministrator: reviewed(
    'Nobody else is an administrator. Give this task to another person first; somebody must be left who can let others in.',
  ),
  notAppointed: reviewed('This person does not have that task today. Nothing was changed.'),
  notAnAuditor: reviewed(
    'Only an auditor is put to work on a fund. Give the person that task first.',
  ),
  notAssigned: reviewed('This person is not put to work on that fund today. Nothing was changed.'),
  admittedLonger: reviewed(
    (day: string) =>
      `Your network may already read until ${day}. Choose a later day, or leave it as it is. Only a vote of the meeting can end it earlier.`,
  ),
  sentBefore: reviewed('This form was used already for something else. Begin it again.'),
  notTaken: reviewed('The book does not take this. Nothing was changed. Begin the form again.'),
  secondOfStaff: reviewed(
    'Another administrator or case supervisor types the own name and PIN or password here. It is used once and kept nowhere.',
  ),
  notOneself: reviewed('Nobody does this to oneself. Another administrator does it.'),
  memberOfAFund: reviewed(
    'This person is a member of a fund. The same login cannot be of the staff too: add the person once more under another name.',
  ),

  appointHeading: reviewed('Give a task'),
  appointLead: reviewed('It begins today and ends by itself on its last day.'),
  appointButton: reviewed('Give this task'),
  dismissHeading: reviewed('End a task'),
  dismissLead: reviewed('It ends today, at once.'),
  dismissButton: reviewed('End this task'),
  assignHeading: reviewed('Put to work on a fund'),
  assignLead: reviewed('The auditor may then read the book of the fund, until the last day.'),
  fundMustLetIn: reviewed(
    'The fund must let the network in as well: its chair does that on the page “Who may read the book”. Until both are there, nothing can be read.',
  ),
  assignButton: reviewed('Put to work'),
  endAssignmentHeading: reviewed('End the work on a fund'),
  endAssignmentLead: reviewed('From now on this person does not read the book of that fund.'),
  endAssignmentButton: reviewed('End it'),
  resetPinLead: reviewed(
    'Do this with the person in front of you. The old PIN stops at once, and anyone signed in with it is signed out.',
  ),
  resetPinButton: reviewed('Stop the old PIN and show the link'),
  resetPasswordLead: reviewed(
    'Do this with the person in front of you. The old password stops at once, and anyone signed in with it is signed out.',
  ),
  resetPasswordButton: reviewed('Stop the old password and show the link'),
  shutOutHeading: reviewed('Shut somebody out'),
  shutOutLead: reviewed(
    'The person is out at once, on every phone and computer. You can let the person in again; nothing is lost.',
  ),
  shutOutButton: reviewed('Shut out'),
  done: reviewed('It is done.'),

  handOverHeading: reviewed('Hand this over now'),
  handOverLead: reviewed(
    'Print this page or let the person scan it here: it is shown once. Each link opens once, within one day. Give it to that person alone. The name to sign in with is not on the paper. Tell it to the person yourself.',
  ),
  deviceLead: reviewed(
    'Open this link on the phone or computer you want to add. It is shown once and opens once, within one day.',
  ),
  handedOver: reviewed('I have handed it over'),
  scanOrType: reviewed('Scan the square, or type this address. It opens once, within one day.'),
  deviceLinkHeading: reviewed('Add this phone or computer'),
  deviceLinkText: reviewed('Open this on the phone or computer that will be used from now on.'),
  beginLinkHeading: reviewed('Set the password or PIN'),
  squareTitle: reviewed('Square to scan'),
  ofMember: reviewed((card: string, office: string) =>
    office === '' ? `Member ${card}` : `${office}, member ${card}`,
  ),

  devicesHeading: reviewed('Phones and computers'),
  devicesLead: reviewed(
    'People sign in on these and on no others. If one is lost or sold, shut it out: everybody on it is out at once.',
  ),
  newDeviceLink: reviewed('Make a link for one more device'),
  thisDevice: reviewed('You are on it now'),
  enrolledAt: reviewed((when: string) => `Added: ${when}`),
  deviceSeenAt: reviewed((when: string) => `Last seen: ${when}`),
  revokedAt: reviewed((when: string) => `Shut out: ${when}`),
  toRevoke: reviewed('Lost or sold'),
  revokeHeading: reviewed('Shut this device out'),
  revokeLead: reviewed(
    'Everybody who is signed in on it is out at once. To use it again it needs a new link.',
  ),
  revokeThis: reviewed('You are on this device yourself: you will be signed out too.'),
  revokeButton: reviewed('Shut it out'),
  lastDevice: reviewed(
    'This is the only phone or computer that people can sign in on. Add another one first.',
  ),

  loginsHeading: reviewed('Logins of officers'),
  loginsLead: reviewed(
    'Members of this fund who may sign in with a name. Two officers do everything here together, on one device.',
  ),
  noLogins: reviewed('Nobody of this fund may sign in with a name yet.'),
  toGiveLogin: reviewed('Give a member a login'),
  giveLoginHeading: reviewed('Give a member a login'),
  giveLoginButton: reviewed('Give it and show the link'),
  twoOfficers: reviewed(
    'Two officers do this together: you, and a second officer who types their own name and PIN here.',
  ),
  noSecondOfficer: reviewed(
    'This fund has no second officer who can sign in yet, so an administrator of the network stands in for the second one.',
  ),
  memberChoice: reviewed((card: string, office: string) =>
    office === '' ? card : `${card}: ${office}`,
  ),

  lostCardHeading: reviewed('A card was lost'),
  lostCardLead: reviewed('One officer is enough to stop a card: a stopped card harms nobody.'),
  noCards: reviewed('No member has a card now.'),
  toLostCard: reviewed('A card was lost'),
  stopCardHeading: reviewed((card: string) => `Stop the card of member ${card}`),
  stopCardLead: reviewed(
    'The card no longer opens anything, and anyone using it is signed out at once. Two officers can make a new one.',
  ),
  stopCardButton: reviewed('Stop this card'),
  cardStopped: reviewed('The card is stopped.'),

  auditorsHeading: reviewed('Who may read the book'),
  auditorsLead: reviewed(
    'Auditors of a network read the book only while the fund lets the network in. The network decides which of its people are auditors.',
  ),
  nobodyReads: reviewed('The fund lets nobody in.'),
  ownNetwork: reviewed('Auditors of your own network'),
  otherNetwork: reviewed('Auditors of another network'),
  mayReadFrom: reviewed((day: string) => `Let in on ${day}`),
  mayReadUntil: reviewed((day: string) => `Until ${day}`),
  endedByVote: reviewed((day: string) => `Ended by a vote of the meeting on ${day}`),
  isOpenNow: reviewed('They may read today.'),
  isClosedNow: reviewed('They may not read today.'),
  letInHeading: reviewed('Let your network in'),
  letInLead: reviewed(
    'Its auditors may then read the whole book up to and including the last day: members by card number, loans, savings.',
  ),
  onlyAVoteEndsIt: reviewed(
    'Officers cannot take this back. Before the last day only a vote of the meeting ends it, and the book shows that it was ended.',
  ),
  letInButton: reviewed('Let them in until this day'),
  mayReadAlready: reviewed(
    (day: string) => `Your network may already read until ${day}. Nothing needs doing.`,
  ),
  toLetInLonger: reviewed('Let them read for longer'),
  nothingLonger: reviewed('Nothing longer can be given today.'),
  letInDone: reviewed('The network may read the book until that day.'),

  beginElsewhere: reviewed(
    'You can choose your password here, but you cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you this link to add this one.',
  ),
  beginPinElsewhere: reviewed(
    'You can get your PIN here, but you cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you this link to add this one.',
  ),
  enrolThenSignIn: reviewed(
    'You cannot sign in here: this phone or computer has not been added. Sign in on one that has, or ask the person who gave you the link to add this one.',
  ),
}
