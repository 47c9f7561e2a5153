/** Texts to a phone. In English every sign is one of GSM 7-bit: a curly quote would halve the room. */
export const message = {
  line: (date: string) => `Village book: a line was written on your card for ${date}.`,
  lines: (count: string, date: string) =>
    `Village book: ${count} lines were written on your card, the last for ${date}.`,
  putRight: (date: string) => `Village book: a line on your card was taken back on ${date}.`,
  notRight: 'If this is not right, say so at the next meeting.',
  onDay: (date: string) => `Village book, ${date}:`,
  saved: (sum: string) => `Saved ${sum}.`,
  handedOut: (sum: string) => `Handed to you ${sum}.`,
  repaid: (sum: string) => `Paid back ${sum}.`,
  lent: (sum: string) => `Paid out to you ${sum}.`,
  summary: (date: string, present: string, next: string) =>
    `Village book: the meeting of ${date} is closed. Came: ${present}. Next meeting: ${next}.`,
  inBox: (sum: string) => `In the box: ${sum}.`,
  remember: (date: string) => `Village book: please keep ${date} in mind. Write 2 to know more.`,
  nextPayment: (date: string, sum: string) =>
    `Village book: the next payment is on ${date}: ${sum}.`,
  security_card: (date: string) =>
    `Village book: your card or its PIN was changed on ${date}. If you did not ask for it, tell two officers.`,
  security_login: (date: string) =>
    `Village book: how you sign in was changed on ${date}. If you did not ask for it, tell two officers.`,
  security_looked: (date: string) =>
    `Village book: on ${date} somebody opened what is kept about you and your family. Your own page says who.`,
  'security_auditors-ended': (date: string) =>
    `Village book: the access of the auditors was ended on ${date}. Ask at the next meeting why.`,
  'security_charter-changed': (date: string) =>
    `Village book: the rules were changed on ${date}. Let them be read out at the next meeting.`,
  'security_future-decided': (date: string) =>
    `Village book: on ${date} a meeting decided whether the fund goes on. Let it be read out at the next meeting.`,
  balance: (date: string, savings: string, owed: string) =>
    `Village book, ${date}: savings ${savings}, loan left ${owed}.`,
  nothingDue: (date: string) => `Village book: nothing to pay. The next meeting is on ${date}.`,
  asked:
    'Village book: the fund asks if what the book says of you is right. Write 1 to see it, then 6 if it is right or 7 if it is not.',
  'not-asked': 'You are not asked about your balance just now.',
  'answered-before': 'You have answered before. To say something else, open your own page.',
  'answer-elsewhere':
    'From this phone your answer does not count now. Say it on your own page, or to whoever comes to ask.',
  'heard-right': 'Thank you. It is written down that your balance is right.',
  'heard-wrong':
    'Thank you. It is written down that it is not right. Say on your own page or at the next meeting what is not.',
  heard: 'Thank you.',
  'how-are-you': 'Hello, how are you? Please write back.',
  'look-at-list': 'Village book: please look at your list today.',
  wait: (minutes: string) => `Too many tries. Try again in ${minutes} minutes.`,
  linked:
    'This phone is linked. 1 balance, 2 next payment, 3 help, 0 stop. No sums are sent unless you choose them on your own page.',
  stopped: 'This phone gets no more messages. A new code is given out at a meeting.',
  moved:
    'This phone gets no more messages: another one was linked. If that was not you, tell two officers.',
  menu: '1 balance, 2 next payment, 3 help, 4 Khmer, 5 English, 0 stop. For sums write the number, a space and the PIN of your card.',
  stranger: 'ដើម្បីប្រើលេខនេះ សូមសុំកូដនៅទីប្រជុំ។ To use this number, ask for a code at your meeting.',
  'code-wrong':
    'This code is not right, or it is no longer good. A new one is given out at a meeting.',
  'phone-taken': 'This phone is linked for somebody else. Write STOP first, then the code again.',
  'pin-needed':
    'Write the number, a space and the six digits of your card. Then delete that text from this phone.',
  'pin-wrong': 'That is not right. After five wrong tries the card is locked for a while.',
  'in-person': 'Please ask for this at the next meeting.',
}
