/** One agreement of a network that lets its auditors into many funds, and what each fund says to it. */
export const agreements = {
  heading: 'Agreements with villages',
  lead: 'One agreement asks many villages at once to let your auditors in. It opens none by itself: each village confirms it once, and its meeting can end it.',
  none: 'No agreement yet.',
  toOffer: 'A new agreement',
  back: 'Agreements',
  leave: 'Leave it',
  done: 'Written down.',
  until: (date: string) => `Until ${date}`,
  endedOn: (date: string) => `Ended on ${date}`,
  confirmed: (count: number, of: number) => `${count} of ${of} villages have confirmed it`,
  waiting: 'Not confirmed yet',
  auditors: 'Auditors who go there',
  offerHeading: 'A new agreement',
  offerLead:
    'Which villages, which auditors, until when. A second one of the staff stands behind it.',
  which: 'Which villages',
  which_all: 'All villages of the network',
  which_some: 'Only these',
  villages: 'Their codes in the gazetteer',
  villagesHint: 'One a line, or the first four digits for a whole district.',
  villagesFault: 'At least one village of yours must be among these codes.',
  auditorsNone: 'Nobody of the staff is an auditor. Give somebody that task first.',
  chooseAuditors: 'Choose at least one auditor.',
  choose: 'Choose one.',
  tooMany: 'At most 500 villages at once: make another agreement for the others.',
  offerSure: 'Ask them',
  toRenew: 'Let it go on',
  renewHeading: 'Let an agreement go on',
  renewLead: (days: number) =>
    `Villages that have confirmed it are told today. For each the new term begins when the old one is over, and ${days} days from now at the earliest. Its meeting can end it before and after.`,
  renewButton: 'Let it go on',
  renewed: (told: number, of: number) => `${told} of ${of} villages were told.`,
  notTold: (name: string) => `Not told: ${name}`,
  toEnd: 'End it',
  endHeading: 'End an agreement',
  endLead:
    'Your auditors lose the villages of it at once, and no other village is asked. What villages have confirmed, their meetings end.',
  endButton: 'End it',
  asks: (date: string) =>
    `The network asks to let its auditors in until ${date}, by one agreement for many villages.`,
  asksMeaning:
    'Confirmed once, it goes on when the network renews it: you read of that here 30 days before. Your meeting can end it at any time.',
  confirm: 'Confirm the agreement',
  isOfAgreement: 'By an agreement that you have confirmed',
  noticeOf: (date: string) =>
    `It goes on by the network’s notice of ${date}. Your meeting can end it.`,
  'agreement-over': 'This agreement is over.',
  'agreed-longer': 'It holds that long already.',
  'auditors-missing': 'Some auditors of it are not named.',
  'not-an-auditor': 'Somebody who was chosen is no auditor.',
  'fund-not-in-network': 'One of these villages is not in your network.',
  notTaken: 'It was not taken. Look at the list again.',
}

export type AgreementsWords = typeof agreements
