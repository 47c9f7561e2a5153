/** What the network is linked with outside for good: programs that are told, the office's phone, and sign-ins of a provider. */
export const links = {
  heading: 'Standing links',
  toLinks: 'Standing links',
  lead: 'Places outside that hear by themselves what happens in the network. Two of you set each of them; one alone can end it.',
  none: 'Nothing outside is told of anything.',
  notSetUp:
    'This service tells nobody outside: whoever runs it has set up neither texts nor webhooks.',
  kind_webhook: 'Webhook: a program of the organisation',
  'kind_meeting-texts': 'Text of each closed meeting, to a phone of the office',
  'kind_sign-in': 'Sign-in by the organisation’s own account',
  setBy: (name: string, day: string) => `Set by ${name} on ${day}`,
  endedBy: (name: string, day: string) => `Ended by ${name} on ${day}`,
  endedHeading: 'Ended',
  of: (name: string) => `Login: ${name}`,
  counts: (sent: string, waiting: string) => `${sent} told, ${waiting} waiting`,
  givenUp: (count: string, day: string) =>
    `Given up after three days of trying: ${count}, last on ${day}. See whether the address is right, and whether the program answers.`,
  broken:
    'Where it leads is not kept any more, or was altered. It tells nobody: end it and set it anew.',
  keyHeading: 'Key',
  keyMeaning:
    'The program knows by this key that a message is from here (Standard Webhooks, webhook-signature v1). Give it to nobody else.',
  told: 'A webhook is told: a fund has joined, a meeting was closed and where its book then stood, staff and links have changed. Ids and codes, no name and no sum.',
  toSet: 'Set a link',
  setHeading: 'Set a standing link',
  setLead:
    'From now on it is told by itself. The address is kept sealed; the journal has only a mark of it.',
  kind: 'What is told',
  chooseKind: 'Choose one of them.',
  address: 'Address or number',
  addressHint:
    'Of a webhook https://…; of a phone its number. A phone of the office, not somebody’s own: whoever holds it reads the sums of each meeting.',
  addressFault:
    'This is no such address. A webhook begins with https://, a number has 6 to 15 digits.',
  setButton: 'Set the link',
  leave: 'Leave it',
  back: 'Back to the links',
  toEnd: 'End this link',
  endHeading: 'End this link',
  endLead: 'Nothing more is told there, and what waits is dropped. It is set anew by two.',
  endButton: 'End it',
  done: 'Done. It stands in the network’s journal.',
  notTaken: 'This was not taken. Look at the list once more.',
  'link-ended-already': 'Somebody has ended it already.',
  'not-of-the-staff': 'Only one of the staff can have a linked sign-in.',
  'step-up-needed': 'Give your own secret once more first.',
}

/** Coming in by the organisation's own account. */
export const provider = {
  signIn: 'Sign in with the organisation’s account',
  toLink: 'Link my login with the organisation’s account',
  linkHeading: 'Link my login with the organisation’s account',
  linkLead:
    'First you sign in there. Then a second one of the staff stands behind it. From then on you can come in here with that account, on a device that is enrolled here.',
  go: 'Go to the organisation’s account',
  shownLead:
    'You have shown the account. Now a second one of the staff gives name and password, and the link is set.',
  button: 'Link them',
  leave: 'Leave it',
  done: 'Done. From now on you can come in with the organisation’s account.',
  failedHeading: 'Not signed in',
  failed:
    'What came back from the organisation’s account does not hold, or took longer than ten minutes. Try once more.',
  notLinked:
    'That account is linked with no login here. Sign in with name and password, and link it under your own sign-ins; a second one of the staff has to stand behind it.',
  away: 'The organisation’s account cannot be asked just now. Sign in with name and password.',
  toSignIn: 'To sign in',
}

export type LinkWords = typeof links
