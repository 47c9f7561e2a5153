import type { watchReply as en } from '#src/words/en/watch-reply.ts'

/** What an agency answered in its own words. */
export const watchReply: typeof en = {
  replyHeading: 'អ្វីដែលគេឆ្លើយ',
  replyLead: 'មានតែកូដដែលត្រូវកត់។ ពាក្យអាចដាក់ឈ្មោះនរណា៖ សូមរក្សាក្រដាស។',
  replyButton: 'កត់ទុក',
  replyText: 'តាមពាក្យរបស់វា៖',
  replyErased: 'ពាក្យទាំងនេះត្រូវបានលុប។',
  toReplyText: 'កត់ត្រាពាក្យរបស់វា',
  toReplyCheck: 'អានពាក្យដែលរង់ចាំ',
  replyTextHeading: 'អ្វីដែលក្រុមហ៊ុនបានឆ្លើយ',
  replyTextLead:
    'សូមចម្លងចម្លើយ ហើយលុបឈ្មោះមនុស្ស ទីកន្លែងតូចជាងខេត្ត ទូរស័ព្ទ និងអ្វីដែលចង្អុលទៅអ្នកដែលបាននិយាយ៖ សូមសរសេរ … ជំនួស។ អ្នកផ្សេងអានវាមុនពេលវាឋិតនៅណាមួយ។',
  replyTextField: 'ពាក្យរបស់វា',
  replyTextContact: 'សូមលុបទូរស័ព្ទ លេខឯកសារ និងអាសយដ្ឋាន។ សូមសរសេរ … ជំនួស។',
  replyTextButton: 'ឱ្យអ្នកផ្សេងអាន',
  replyCheckHeading: 'អានអ្វីដែលក្រុមហ៊ុនបានឆ្លើយ',
  replyCheckLead: 'វានឹងនៅក្នុងឯកសារសម្រាប់ក្រសួង។ តើមានអ្វីចង្អុលទៅអ្នកដែលបាននិយាយទេ?',
  replyCheckTick: 'ខ្ញុំបានអានទាំងអស់៖ វាមិនមានឈ្មោះអ្នកណា និងមិនចង្អុលទៅអ្នកដែលបាននិយាយទេ',
  replyCheckFault: 'សូមគូសពេលអ្នកបានអាន។ បើមិនដូច្នេះទេ សូមទុកចោល ហើយឱ្យសរសេរពាក្យផ្សេង។',
  replyCheckButton: 'វាអាចនៅទីនោះ',
}
