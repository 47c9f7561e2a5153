import { reviewed } from '#src/words/catalogue.ts'

/** Texts to a phone. In English every sign is one of GSM 7-bit: a curly quote would halve the room. */
export const en = {
  line: reviewed((date: string) => `Village book: a line was written on your card for ${date}.`),
  lines: reviewed(
    (count: string, date: string) =>
      `Village book: ${count} lines were written on your card, the last for ${date}.`,
  ),
  putRight: reviewed(
    (date: string) => `Village book: a line on your card was taken back on ${date}.`,
  ),
  notRight: reviewed('If this is not right, say so at the next meeting.'),
  onDay: reviewed((date: string) => `Village book, ${date}:`),
  saved: reviewed((sum: string) => `Saved ${sum}.`),
  handedOut: reviewed((sum: string) => `Handed to you ${sum}.`),
  repaid: reviewed((sum: string) => `Paid back ${sum}.`),
  lent: reviewed((sum: string) => `Paid out to you ${sum}.`),
  summary: reviewed(
    (date: string, present: string, next: string) =>
      `Village book: the meeting of ${date} is closed. Came: ${present}. Next meeting: ${next}.`,
  ),
  inBox: reviewed((sum: string) => `In the box: ${sum}.`),
  remember: reviewed(
    (date: string) => `Village book: please keep ${date} in mind. Write 2 to know more.`,
  ),
  nextPayment: reviewed(
    (date: string, sum: string) => `Village book: the next payment is on ${date}: ${sum}.`,
  ),
  security_card: reviewed(
    (date: string) =>
      `Village book: your card or its PIN was changed on ${date}. If you did not ask for it, tell two officers.`,
  ),
  security_login: reviewed(
    (date: string) =>
      `Village book: how you sign in was changed on ${date}. If you did not ask for it, tell two officers.`,
  ),
  security_looked: reviewed(
    (date: string) =>
      `Village book: on ${date} somebody opened what is kept about you and your family. Your own page says who.`,
  ),
  'security_auditors-ended': reviewed(
    (date: string) =>
      `Village book: the access of the auditors was ended on ${date}. Ask at the next meeting why.`,
  ),
  'security_charter-changed': reviewed(
    (date: string) =>
      `Village book: the rules were changed on ${date}. Let them be read out at the next meeting.`,
  ),
  balance: reviewed(
    (date: string, savings: string, owed: string) =>
      `Village book, ${date}: savings ${savings}, loan left ${owed}.`,
  ),
  nothingDue: reviewed(
    (date: string) => `Village book: nothing to pay. The next meeting is on ${date}.`,
  ),
  asked: reviewed(
    'Village book: the fund asks if what the book says of you is right. Write 1 to see it, then 6 if it is right or 7 if it is not.',
  ),
  'not-asked': reviewed('You are not asked about your balance just now.'),
  'answered-before': reviewed(
    'You have answered before. To say something else, open your own page.',
  ),
  'heard-right': reviewed('Thank you. It is written down that your balance is right.'),
  'heard-wrong': reviewed(
    'Thank you. It is written down that it is not right. Say on your own page or at the next meeting what is not.',
  ),
  wait: reviewed((minutes: string) => `Too many tries. Try again in ${minutes} minutes.`),
  linked: reviewed(
    'This phone is linked. 1 balance, 2 next payment, 3 help, 0 stop. No sums are sent unless you choose them on your own page.',
  ),
  stopped: reviewed('This phone gets no more messages. A new code is given out at a meeting.'),
  moved: reviewed(
    'This phone gets no more messages: another one was linked. If that was not you, tell two officers.',
  ),
  menu: reviewed(
    '1 balance, 2 next payment, 3 help, 4 Khmer, 5 English, 0 stop. For sums write the number, a space and the PIN of your card.',
  ),
  stranger: reviewed(
    'ដើម្បីប្រើលេខនេះ សូមសុំកូដនៅទីប្រជុំ។ To use this number, ask for a code at your meeting.',
  ),
  'code-wrong': reviewed(
    'This code is not right, or it is no longer good. A new one is given out at a meeting.',
  ),
  'phone-taken': reviewed(
    'This phone is linked for somebody else. Write STOP first, then the code again.',
  ),
  'pin-needed': reviewed(
    'Write the number, a space and the six digits of your card. Then delete that text from this phone.',
  ),
  'pin-wrong': reviewed(
    'That is not right. After five wrong tries the card is locked for a while.',
  ),
  'in-person': reviewed('Please ask for this at the next meeting.'),
}
