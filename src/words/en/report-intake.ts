/** What anybody reads who tells of an agency, a recruiter or a workplace, without a name and without signing in. */
export const reportIntake = {
  heading: 'Tell about an agency or a recruiter',
  lead: 'You do not sign in and need no name. What you write is sealed. Only the migration team reads it, never an officer of a fund.',
  danger: 'If you are in danger now, call first. Write later.',
  toNumbers: 'Numbers to call',
  toKeep: 'What to keep as proof',
  toComplaint: 'A complaint to print',
  kind: 'What it is about',
  kind_duty: 'An agency or recruiter did not keep to the rules: fee, contract, papers, training',
  'kind_workplace-abuse': 'How workers are treated at a workplace',
  kind_venue: 'A place where people are held or made to do what they do not want',
  'kind_money-lost': 'Money lost on the way: paid, and no work, or never sent on',
  'kind_false-investment': 'Somebody collects money and promises a gain',
  about: 'What it is called',
  aboutHint:
    'The agency, the recruiter or the place, as you know it. Leave it empty if you do not know.',
  text: 'What happened',
  textHint: (most: number) =>
    `In your own words, any language, at most ${most} signs. Leave out who you are, unless you want to say it.`,
  textFault: (most: number) => `Write a little more, and at most ${most} signs.`,
  month: 'In which month it happened',
  monthHint: 'Month and year in digits, for example 2026-04. Leave it empty if you do not know.',
  monthFault: 'Write the month like this: 2026-04.',
  province: 'In which province',
  anywhere: 'I do not want to say, or I do not know',
  wishes: 'What may be done with it',
  mayBeCounted:
    'It may be counted where anybody reads: “three households or more have told this”. Whoever knows all others who told it could work out that you did. Leave it empty and it changes nothing that anybody outside can read.',
  mayBeAsked:
    'The agency may be asked what it says to this. It may guess who told it. Leave it empty and it is asked only when enough others have told the same.',
  reach: 'How we can reach you safely',
  reachHint:
    'A name, a number, a time of day: only if you want. It is sealed apart from the rest, and only the migration team can open it. Without it you read our answer by the digits of your receipt.',
  reachFault: 'At most 200 signs.',
  files: 'Photos of papers, messages, a recording',
  filesHint: 'Up to three, each up to 300 KB. A photo, a PDF or a recording.',
  filesFull:
    'No more photos or recordings are taken this way today. Send it without them: what you have to say is taken. Give them to a worker, or bring them another day. Nothing was kept yet.',
  filesFault: 'Up to three photos, PDFs or recordings, each up to 300 KB. Nothing was kept.',
  slip: 'Number on a slip',
  slipHint:
    'If a worker gave you a slip of paper with fourteen digits (older ones have twelve). It is never needed, unless this page asks for it.',
  slipFold: 'I have a slip from a worker',
  send: 'Send it sealed',
  tooMany:
    'Many reports came from this phone or this line in the last hour. So that nobody can fill everything up, it takes more only with a slip, from another phone, or in an hour. Or say it to the migration team, on paper or by voice. What you wrote is still below; nothing was kept.',
  full: 'No more is taken this way today. Say it to the migration team, on paper or by voice, or come again tomorrow. What you wrote is still below; nothing was kept.',
  choose: 'Choose one.',

  sentHeading: 'It is sealed and kept',
  sentLead:
    'With these digits you read our answer. They are shown once. Write them down, or keep them in your head.',
  sentNobody:
    'Nobody can find out from them who you are. Whoever has them can read what you wrote.',
  noReach:
    'How you can be reached could not be kept, because nobody of the team has a key yet. Please come back with your digits.',
  digests:
    'What you sent is kept as it is. These signs are its fingerprint: if one sign of it changed, they would be others.',
  again: 'Back',

  readHeading: 'Read the answer',
  receipt: 'The sixteen digits of your receipt',
  readButton: 'Look for the answer',
  noReport: 'There is nothing with these digits. Compare each of them with what you wrote down.',
  state_waits: 'It waits to be read.',
  state_read: 'The team has read it.',
  state_checked: 'The team has checked it. You will not be named anywhere.',
  state_aside: 'The team does not go on with it.',
  answerOf: (day: string) => `Answer of ${day}`,
  noAnswer: 'There is no answer yet.',
  yours: 'What you wrote',
  takeBack: 'Take it back: erase all of it',
  takenBack: 'Nothing of it is left.',
  noTakeBack:
    'It was checked, or one of the team typed it in for you. So that nobody can make it disappear alone, two of the team erase it when you ask for it here.',
  askErase: 'Ask for all of it to be erased',
  askedErase:
    'You have asked for it to be erased. Two of the team do it. What was checked stays as codes that name nobody.',
  closed: 'Nothing can be told here now',
  closedMeaning: 'Say it to the migration team, on paper or by voice.',
  whichNetwork:
    'Scan the square on the poster of your village, so that it comes to the right team.',

  keepHeading: 'What to keep as proof',
  keepLead: 'Keep it, even if you do not know yet whether you will need it. A photo is enough.',
  keep_receipt: 'Every receipt, slip or note about money, with the day and who took it.',
  keep_contract: 'The contract, all pages, in each language it has.',
  keep_chat:
    'Messages and calls: take a picture of the screen on which the number and the day can be seen.',
  keep_advert: 'The advert or post that promised the work.',
  keep_papers: 'A photo of your passport and your work permit, kept with somebody you trust.',
  keep_pay: 'Pay slips, or your own notes: which day, how many hours, how much.',
  keep_place: 'The name and address of the workplace, and of whoever took you there.',
  keep_people: 'Who else was there and would say the same.',
  keepDont:
    'Do not put yourself in danger for it. Do not take what belongs to others. Do not write on the papers or cut them.',
  keepWhere:
    'Keep it where nobody looks who must not: with somebody you trust, or sent to us with your report.',
}

export type ReportIntakeWords = typeof reportIntake
