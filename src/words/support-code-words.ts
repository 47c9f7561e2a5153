import { draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

/** What refusals and flags about donors' money say, and what to do next. */
const en = {
  'support-code-used': reviewed('This code is in the book already. Begin again.'),
  'support-unknown': reviewed('There is no support under this code. Look in the list.'),
  'already-checked': reviewed('It was looked at already. Look in the list where it stands.'),
  'already-closed': reviewed('It has ended already. There is nothing to do.'),
  'not-awarded': reviewed('It was not approved. The vote comes first.'),
  'not-checked': reviewed('Nobody has checked it yet. The officer who was named does that first.'),
  'window-too-small': reviewed(
    'The window does not hold so much beside what it has promised. Choose a smaller sum or wait for the donor.',
  ),
  'window-not-open': reviewed(
    'The donor’s time for it has not begun or is over. Choose another window.',
  ),
  'window-unknown': reviewed('There is no such window. Record the donor’s gift first.'),
  'above-at-once': reviewed(
    'That is more than two officers may give at once. Let the meeting vote.',
  ),
  'can-wait-for-a-meeting': reviewed(
    'At once is for a return that cannot wait. Let the officers vote on it.',
  ),
  'above-its-kind': reviewed(
    'That is more than one support of this kind gives. Write a smaller sum.',
  ),
  'kind-not-in-window': reviewed('The donor did not give for this. Choose another window.'),
  'budget-of-its-kind-spent': reviewed(
    'What the donor gave for this is used up. Write a smaller sum or choose another window.',
  ),
  'already-helped': reviewed(
    'This was given to this person already, here or elsewhere in the network. Nobody is told where.',
  ),
  'asker-is-concerned': reviewed('It is for you or your kin. Another officer asks for it.'),
  'checker-is-concerned': reviewed(
    'It is for whoever should check it, or for their kin. Choose another officer.',
  ),
  'checker-not-another': reviewed('Whoever asks does not check. Choose somebody else.'),
  'checker-not-an-officer': reviewed(
    'Whoever checks must be an officer today. Choose another one.',
  ),
  'not-the-checker': reviewed('Only whoever was named to check it does that.'),
  'conditions-not-all-met': reviewed('Something was not seen yet. Mark each thing first.'),
  'file-full': reviewed('No more fits. Shorten the words, or begin the next book on paper.'),
  'not-asked-of-this-one': reviewed('Nothing of that kind is asked here.'),
  'stopped-by-its-owner': reviewed('Its owner has stopped. Nothing is asked any more.'),
  'above-award': reviewed(
    'That is more than was approved. It will be marked; nobody owes it back.',
  ),
  'conditions-open': reviewed('What was agreed was not seen yet. It will be marked.'),
  'paid-at-a-meeting': reviewed(
    'There is a meeting on that day. Hand the money to the team on another day; it will be marked.',
  ),
  'fewer-than-two-lines': reviewed('Write two purposes at least.'),
}

const km: typeof en = {
  'support-code-used': draft('លេខកូដនេះមានក្នុងបញ្ជីហើយ។ សូមចាប់ផ្ដើមឡើងវិញ។'),
  'support-unknown': draft('គ្មានជំនួយក្រោមលេខកូដនេះទេ។ សូមមើលក្នុងបញ្ជី។'),
  'already-checked': draft('បានពិនិត្យរួចហើយ។ សូមមើលក្នុងបញ្ជី។'),
  'already-closed': draft('បានបញ្ចប់រួចហើយ។ គ្មានអ្វីត្រូវធ្វើទេ។'),
  'not-awarded': draft('មិនទាន់អនុម័តទេ។ ត្រូវបោះឆ្នោតជាមុន។'),
  'not-checked': draft('មិនទាន់មានអ្នកពិនិត្យទេ។ គណៈកម្មការដែលបានជ្រើសត្រូវពិនិត្យជាមុន។'),
  'window-too-small': draft('ប្រាក់ជំនួយមិនគ្រប់ទេ។ សូមជ្រើសចំនួនតិចជាង ឬរង់ចាំម្ចាស់ជំនួយ។'),
  'window-not-open': draft('ពេលវេលារបស់ម្ចាស់ជំនួយមិនទាន់ចាប់ផ្ដើម ឬចប់ហើយ។ សូមជ្រើសប្រាក់ជំនួយផ្សេង។'),
  'window-unknown': draft('គ្មានប្រាក់ជំនួយនេះទេ។ សូមកត់អំណោយជាមុន។'),
  'above-at-once': draft('លើសចំនួនដែលគណៈកម្មការពីរនាក់ផ្ដល់ភ្លាមបាន។ សូមឱ្យអង្គប្រជុំបោះឆ្នោត។'),
  'can-wait-for-a-meeting': draft('ផ្ដល់ភ្លាមសម្រាប់ការវិលត្រឡប់ដែលមិនអាចរង់ចាំ។ សូមឱ្យគណៈកម្មការបោះឆ្នោត។'),
  'above-its-kind': draft('លើសចំនួនដែលជំនួយប្រភេទនេះផ្ដល់។ សូមសរសេរចំនួនតិចជាង។'),
  'kind-not-in-window': draft('ម្ចាស់ជំនួយមិនបានឱ្យសម្រាប់រឿងនេះទេ។ សូមជ្រើសប្រាក់ជំនួយផ្សេង។'),
  'budget-of-its-kind-spent': draft('ប្រាក់សម្រាប់រឿងនេះអស់ហើយ។ សូមសរសេរចំនួនតិចជាង ឬជ្រើសប្រាក់ជំនួយផ្សេង។'),
  'already-helped': draft('មនុស្សនេះបានទទួលរួចហើយ នៅទីនេះ ឬកន្លែងផ្សេងក្នុងបណ្ដាញ។ មិនប្រាប់ថានៅឯណាទេ។'),
  'asker-is-concerned': draft('សម្រាប់អ្នក ឬសាច់ញាតិអ្នក។ គណៈកម្មការផ្សេងត្រូវសុំ។'),
  'checker-is-concerned': draft('សម្រាប់អ្នកពិនិត្យ ឬសាច់ញាតិគេ។ សូមជ្រើសគណៈកម្មការផ្សេង។'),
  'checker-not-another': draft('អ្នកសុំមិនពិនិត្យទេ។ សូមជ្រើសអ្នកផ្សេង។'),
  'checker-not-an-officer': draft('អ្នកពិនិត្យត្រូវជាគណៈកម្មការថ្ងៃនេះ។ សូមជ្រើសអ្នកផ្សេង។'),
  'not-the-checker': draft('មានតែអ្នកដែលបានជ្រើសទេ ដែលពិនិត្យ។'),
  'conditions-not-all-met': draft('មានអ្វីមួយមិនទាន់ឃើញ។ សូមគូសនីមួយៗជាមុន។'),
  'file-full': draft('ដាក់ទៀតមិនបានទេ។ សូមសរសេរខ្លីជាង ឬចាប់ផ្ដើមសៀវភៅថ្មីលើក្រដាស។'),
  'not-asked-of-this-one': draft('មិនសួររឿងនេះទេ។'),
  'stopped-by-its-owner': draft('ម្ចាស់បានឈប់។ មិនសួរអ្វីទៀតទេ។'),
  'above-award': draft('លើសចំនួនដែលបានអនុម័ត។ នឹងមានសញ្ញា គ្មានអ្នកណាត្រូវសងទេ។'),
  'conditions-open': draft('អ្វីដែលបានព្រមព្រៀងមិនទាន់ឃើញទេ។ នឹងមានសញ្ញា។'),
  'paid-at-a-meeting': draft('ថ្ងៃនោះមានប្រជុំ។ សូមប្រគល់ប្រាក់ជូនក្រុមថ្ងៃផ្សេង នឹងមានសញ្ញា។'),
  'fewer-than-two-lines': draft('សូមសរសេរយ៉ាងតិចពីរគោលបំណង។'),
}

export const supportCodeWords = family<typeof en>({ en, km })
