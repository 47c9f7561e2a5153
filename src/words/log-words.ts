import { type Language, type Marked, draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

const en = {
  heading: reviewed('Who did what, when, on which device'),
  lead: reviewed('The newest comes first. Reading a page about a member is written down too.'),
  device: reviewed('Device:'),
  refused: reviewed('Refused'),
  older: reviewed('Older lines'),
  newest: reviewed('Back to the newest'),
  empty: reviewed('Nothing is written here yet.'),
  member: reviewed((card: string) => `member ${card}`),
  loan: reviewed((number: string) => `loan ${number}`),
  entry: reviewed('one entry'),
  byCard: reviewed((card: string | undefined) =>
    card === undefined ? 'By card' : `By card, member ${card}`,
  ),
  officer: reviewed((card: string, office: string) => `${office}, member ${card}`),
  program: reviewed('The program itself'),
  nobody: reviewed('Somebody who was not let in'),
  somebodyElse: reviewed('Somebody from outside this fund'),
}

const km: typeof en = {
  heading: draft('អ្នកណាធ្វើអ្វី ពេលណា លើឧបករណ៍ណា'),
  lead: draft('ថ្មីបំផុតនៅខាងលើ។ ការអានទំព័រអំពីសមាជិកក៏ត្រូវបានកត់ទុកដែរ។'),
  device: draft('ឧបករណ៍៖'),
  refused: draft('បានបដិសេធ'),
  older: draft('បន្ទាត់ចាស់ជាង'),
  newest: draft('ត្រឡប់ទៅថ្មីបំផុត'),
  empty: draft('មិនទាន់មានអ្វីកត់នៅទីនេះទេ។'),
  member: draft((card) => `សមាជិក ${card}`),
  loan: draft((number) => `កម្ចី ${number}`),
  entry: draft('ធាតុមួយ'),
  byCard: draft((card) => (card === undefined ? 'តាមកាត' : `តាមកាត សមាជិក ${card}`)),
  officer: draft((card, office) => `${office} សមាជិក ${card}`),
  program: draft('កម្មវិធីផ្ទាល់'),
  nobody: draft('អ្នកដែលមិនបានឱ្យចូល'),
  somebodyElse: draft('អ្នកក្រៅមូលនិធិនេះ'),
}

export const logWords = family<typeof en>({ en, km })

const pair = (english: string, khmer: string): Readonly<Record<Language, Marked<string>>> => ({
  en: reviewed(english),
  km: draft(khmer),
})

/** What each act in the log is called, by its code. */
const actWords = {
  'see-fund': pair('Opened the fund', 'បើកមើលមូលនិធិ'),
  'read-members': pair('Read the list of members', 'អានបញ្ជីសមាជិក'),
  'read-member': pair('Read about a member', 'អានអំពីសមាជិក'),
  'read-loans': pair('Read the list of loans', 'អានបញ្ជីកម្ចី'),
  'read-loan': pair('Read a loan', 'អានកម្ចី'),
  'read-accounts': pair('Read the accounts', 'អានគណនី'),
  'read-journal': pair('Read the journal', 'អានទិនានុប្បវត្តិ'),
  'read-reports': pair('Read a report', 'អានរបាយការណ៍'),
  'read-receipt': pair('Read a receipt', 'អានបង្កាន់ដៃ'),
  'read-log': pair('Read this log', 'អានកំណត់ហេតុនេះ'),
  'read-own-log': pair('Read who looked at their own page', 'អានថាអ្នកណាមើលទំព័រខ្លួន'),
  'manage-cards': pair('Opened or made cards of members', 'បើក ឬធ្វើកាតសមាជិក'),
  'manage-logins': pair('Gave or reset a login of a member', 'ផ្ដល់ ឬកំណត់ការចូលរបស់សមាជិកឡើងវិញ'),
  'sign-in': pair('Signed in', 'ចូល'),
  'sign-out': pair('Signed out', 'ចាកចេញ'),
  'step-up': pair('Gave the password or PIN again', 'វាយពាក្យសម្ងាត់ម្ដងទៀត'),
  'enrol-device': pair('Added a device', 'បន្ថែមឧបករណ៍'),
  commands: pair('Sent lines to the book', 'ផ្ញើបន្ទាត់ទៅសៀវភៅ'),
  'set-secret': pair('Set a password or PIN', 'កំណត់ពាក្យសម្ងាត់ ឬលេខសម្ងាត់'),
  reset: pair('Opened a closed door again', 'បើកទ្វារដែលបិទឡើងវិញ'),
  door: pair('Took a practice door', 'ចូលទ្វារសាកល្បង'),
  FoundFund: pair('Began the fund', 'ចាប់ផ្ដើមមូលនិធិ'),
  AmendCharter: pair('Changed the charter', 'កែលក្ខន្តិកៈ'),
  AdmitAuditors: pair('Let auditors in', 'អនុញ្ញាតសវនករ'),
  DismissAuditors: pair('Ended the access of auditors', 'បញ្ចប់សិទ្ធិសវនករ'),
  AdmitMember: pair('Admitted a member', 'ទទួលសមាជិក'),
  AppointOfficer: pair('Appointed an officer', 'តែងតាំងសមាជិកគណៈកម្មាធិការ'),
  OpenMeeting: pair('Opened a meeting', 'បើកប្រជុំ'),
  RecordAttendance: pair('Wrote down who was there', 'កត់វត្តមាន'),
  CloseMeeting: pair('Closed a meeting', 'បិទប្រជុំ'),
  RecordExpense: pair('Wrote down a cost', 'កត់ចំណាយ'),
  ClosePeriod: pair('Closed a period', 'បិទបញ្ជីរយៈពេល'),
  TakeOverSavings: pair('Took over savings', 'យោងប្រាក់សន្សំ'),
  BuyShares: pair('Wrote down savings', 'កត់ប្រាក់សន្សំ'),
  RecordWithdrawal: pair('Wrote down a withdrawal', 'កត់ការដកប្រាក់'),
  RecordSocialContribution: pair('Wrote down a social contribution', 'កត់វិភាគទានសង្គម'),
  RecordFine: pair('Wrote down a fine', 'កត់ប្រាក់ពិន័យ'),
  RecordSocialSupport: pair('Wrote down social support', 'កត់ជំនួយសង្គម'),
  TakeOverLoan: pair('Took over a loan', 'យោងកម្ចី'),
  RecordPayout: pair('Wrote down a loan paid out', 'កត់កម្ចីដែលបានបើក'),
  RecordRepayment: pair('Wrote down a repayment', 'កត់ការសង'),
  RecordWriteOff: pair('Wrote down a loan given up', 'កត់កម្ចីដែលលុបចោល'),
  RecordPayoutPart: pair('Wrote down a later part of a loan', 'កត់កម្ចីផ្នែកបន្ទាប់'),
  RecordPaymentForLoans: pair('Wrote down one payment for several loans', 'កត់ការសងមួយសម្រាប់កម្ចីច្រើន'),
  RecordLateFine: pair('Wrote down a fine for being late', 'កត់ប្រាក់ពិន័យសងយឺត'),
  RequestLoan: pair('Wrote down that a loan was asked for', 'កត់ការស្នើសុំកម្ចី'),
  WithdrawRequest: pair('Wrote down that it is not asked for any more', 'កត់ការដកសំណើ'),
  AppraiseLoan: pair('Wrote down what was found about a request', 'កត់ការវាយតម្លៃសំណើ'),
  GiveGuarantee: pair('Wrote down who stands for a loan', 'កត់អ្នកធានាកម្ចី'),
  DecideLoan: pair('Wrote down the vote on a loan', 'កត់ការបោះឆ្នោតលើកម្ចី'),
  AppealDecision: pair('Wrote down that the meeting is asked again', 'កត់ការប្ដឹងទៅអង្គប្រជុំ'),
  RescheduleLoan: pair('Wrote down a new plan for a loan', 'កត់ផែនការសងថ្មី'),
  WriteOffLoan: pair('Wrote down the vote to give a loan up', 'កត់ការបោះឆ្នោតលុបកម្ចី'),
  RecordRecovery: pair('Wrote down money for a loan given up', 'កត់ប្រាក់ពីកម្ចីដែលលុបចោល'),
  ReleaseSuspense: pair('Wrote down what waiting money is for', 'កត់គោលដៅប្រាក់ដែលរង់ចាំ'),
  ReverseEntry: pair('Took a line of the book back', 'ដកបន្ទាត់ក្នុងសៀវភៅវិញ'),
  RecordRelief: pair('Put payments off', 'ពន្យារការសង'),
  RecordDonation: pair('Wrote down a donation', 'កត់អំណោយ'),
  RecordGrantPayout: pair('Wrote down support paid', 'កត់ជំនួយដែលបានបើក'),
} as const satisfies Record<string, Readonly<Record<Language, Marked<string>>>>

const otherAct = pair('Something that has no name here yet', 'អ្វីមួយដែលមិនទាន់មានឈ្មោះនៅទីនេះ')

/** An act in words; a plain sentence where no words are known, never a code. */
export const actInWords = (code: string, language: Language): string => {
  const known = Object.hasOwn(actWords, code)
    ? (actWords as Readonly<Record<string, Readonly<Record<Language, Marked<string>>>>>)[code]
    : undefined
  return (known ?? otherAct)[language].text
}

export const actCodes: readonly string[] = Object.keys(actWords)
