import { draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

const en = {
  notFound: reviewed('There is no such page'),
  notFoundNext: reviewed('The address may be mistyped. Go back to the first page.'),
  elsewhere: reviewed('This was not sent from our own page'),
  elsewhereNext: reviewed('Nothing was written. Open the page here and fill it in again.'),
  tooLarge: reviewed('Too much was sent at once'),
  tooLargeNext: reviewed('Nothing was written. Send less, or the book in smaller files.'),
  tooOften: reviewed('Too many requests'),
  tooOftenNext: reviewed('Wait a minute, then go on. Nothing was lost.'),
  busy: reviewed('The book cannot be opened just now'),
  busyNext: reviewed(
    'What was recorded before is safe. Wait a little and try again. If it stays so, tell whoever looks after this machine: its disk may be full.',
  ),
  broken: reviewed('Something went wrong here'),
  brokenNext: reviewed(
    'That is our fault, not yours. Look whether your entry is there before you send it again: sent twice it counts once.',
  ),
  unreadable: reviewed('What was sent cannot be read'),
  unreadableNext: reviewed('Nothing was written. Go back and fill in the form again.'),
}

const km: typeof en = {
  notFound: draft('គ្មានទំព័រនេះទេ'),
  notFoundNext: draft('អាសយដ្ឋានអាចវាយខុស។ សូមត្រឡប់ទៅទំព័រដំបូង។'),
  elsewhere: draft('វាមិនបានផ្ញើពីទំព័ររបស់យើងទេ'),
  elsewhereNext: draft('មិនទាន់បានកត់អ្វីទេ។ សូមបើកទំព័រនៅទីនេះ ហើយបំពេញម្ដងទៀត។'),
  tooLarge: draft('បានផ្ញើច្រើនពេកក្នុងពេលតែមួយ'),
  tooLargeNext: draft('មិនទាន់បានកត់អ្វីទេ។ សូមផ្ញើតិចជាងនេះ ឬបំបែកសៀវភៅជាឯកសារតូចៗ។'),
  tooOften: draft('សំណើច្រើនពេក'),
  tooOftenNext: draft('សូមរង់ចាំមួយនាទី រួចបន្ត។ គ្មានអ្វីបាត់ទេ។'),
  busy: draft('បើកសៀវភៅមិនបានទេនៅពេលនេះ'),
  busyNext: draft(
    'អ្វីដែលបានកត់មុននេះមានសុវត្ថិភាព។ សូមរង់ចាំបន្តិច រួចព្យាយាមម្ដងទៀត។ បើនៅតែដដែល សូមប្រាប់អ្នកថែទាំម៉ាស៊ីននេះ៖ ថាសអាចពេញ។',
  ),
  broken: draft('មានអ្វីមួយខុសនៅទីនេះ'),
  brokenNext: draft(
    'នេះជាកំហុសរបស់យើង មិនមែនរបស់អ្នកទេ។ សូមមើលថាការកត់របស់អ្នកមានហើយឬនៅ មុនផ្ញើម្ដងទៀត៖ ផ្ញើពីរដងរាប់តែម្ដង។',
  ),
  unreadable: draft('អានអ្វីដែលបានផ្ញើមិនបានទេ'),
  unreadableNext: draft('មិនទាន់បានកត់អ្វីទេ។ សូមត្រឡប់ក្រោយ ហើយបំពេញសំណុំបែបបទម្ដងទៀត។'),
}

/** What a person is told when a request comes to nothing, and what to do next. */
export const faultWords = family<typeof en>({ en, km })
