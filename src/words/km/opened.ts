import type { opened as openedEn } from '#src/words/en/opened.ts'

export const opened: typeof openedEn = {
  'keep-alerts': 'ទំព័រសេចក្ដីព្រមាន',
  'keep-private-savings': 'សំណុំបែបបទ៖ ប្រាក់សន្សំឯកជន',
  'manage-cards': 'ទំព័រកាតសមាជិក',
  'manage-logins': 'ទំព័រគណនីសមាជិក',
  'keep-names': 'សំណុំបែបបទ៖ ឈ្មោះ ឬរូបថតសមាជិក',
  'keep-family': 'សំណុំបែបបទ៖ អ្នកទទួលមរតក ឬសាច់ញាតិសមាជិក',
  'erase-person': 'ទំព័រលុបអ្វីដែលរក្សាទុកអំពីសមាជិក',
  'link-phones': 'ទំព័រទូរស័ព្ទសមាជិក',
  'choose-own-messages': 'ទំព័រសារផ្ទាល់ខ្លួន',
  'confirm-own': 'ទំព័រផ្ទាល់ខ្លួន',
  'dispute-own': 'សំណុំបែបបទ៖ អ្វីរបស់ខ្លួនមិនត្រឹមត្រូវ',
  'decline-own-relief': 'ទំព័រផ្ទាល់ខ្លួន',
  'erase-away-count': 'ទំព័រលុបការរាប់អ្នកនៅឆ្ងាយ',
  'ask-for-support': 'សំណុំបែបបទ៖ ជំនួយសម្រាប់អ្នកណាម្នាក់',
  'keep-support-file': 'សំណុំបែបបទ៖ អំពីជំនួយមួយ',
  'erase-support-file': 'ទំព័រលុបថាជំនួយសម្រាប់អ្វី',
  'keep-own-page': 'ទំព័រ កាត ឬទិន្នន័យផ្ទាល់ខ្លួន',
}
