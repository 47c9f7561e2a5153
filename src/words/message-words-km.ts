import { draft } from '#src/words/catalogue.ts'
import type { en } from '#src/words/message-words-en.ts'

/** The same in Khmer, each in at most two parts of 67 signs; all of it waits for a native speaker. */
export const km: typeof en = {
  line: draft((date) => `សៀវភៅភូមិ៖ បានកត់មួយជួរលើកាតអ្នក ថ្ងៃ ${date}។`),
  lines: draft((count, date) => `សៀវភៅភូមិ៖ បានកត់ ${count} ជួរលើកាតអ្នក ចុងក្រោយថ្ងៃ ${date}។`),
  putRight: draft((date) => `សៀវភៅភូមិ៖ បានដកមួយជួរលើកាតអ្នកវិញ ថ្ងៃ ${date}។`),
  notRight: draft('បើមិនត្រឹមត្រូវ សូមប្រាប់នៅប្រជុំបន្ទាប់។'),
  onDay: draft((date) => `សៀវភៅភូមិ ${date}៖`),
  saved: draft((sum) => `សន្សំ ${sum}។`),
  handedOut: draft((sum) => `បានប្រគល់ឱ្យអ្នក ${sum}។`),
  repaid: draft((sum) => `បង់ ${sum}។`),
  lent: draft((sum) => `បើកឱ្យអ្នក ${sum}។`),
  summary: draft(
    (date, present, next) => `សៀវភៅភូមិ៖ ប្រជុំ ${date} បានបិទ។ មក ${present} នាក់។ ប្រជុំបន្ទាប់ ${next}។`,
  ),
  inBox: draft((sum) => `ក្នុងហិប ${sum}។`),
  remember: draft((date) => `សៀវភៅភូមិ៖ សូមចាំថ្ងៃ ${date}។ សរសេរ 2 ដើម្បីដឹងបន្ថែម។`),
  nextPayment: draft((date, sum) => `សៀវភៅភូមិ៖ បង់បន្ទាប់ ថ្ងៃ ${date}៖ ${sum}។`),
  security_card: draft(
    (date) => `សៀវភៅភូមិ៖ កាត ឬលេខសម្ងាត់អ្នកបានប្តូរ ថ្ងៃ ${date}។ បើអ្នកមិនបានសុំ សូមប្រាប់គណៈកម្មាធិការពីរនាក់។`,
  ),
  security_login: draft(
    (date) => `សៀវភៅភូមិ៖ របៀបចូលរបស់អ្នកបានប្តូរ ថ្ងៃ ${date}។ បើអ្នកមិនបានសុំ សូមប្រាប់គណៈកម្មាធិការពីរនាក់។`,
  ),
  security_looked: draft((date) => `សៀវភៅភូមិ៖ ថ្ងៃ ${date} មានអ្នកបើកមើលអំពីអ្នក និងគ្រួសារ។ ទំព័រអ្នកប្រាប់ថាអ្នកណា។`),
  'security_auditors-ended': draft(
    (date) => `សៀវភៅភូមិ៖ សិទ្ធិអ្នកសវនកម្មបានបញ្ចប់ ថ្ងៃ ${date}។ សូមសួរមូលហេតុនៅប្រជុំបន្ទាប់។`,
  ),
  'security_charter-changed': draft(
    (date) => `សៀវភៅភូមិ៖ បទបញ្ជាបានប្តូរ ថ្ងៃ ${date}។ សូមឱ្យគេអាននៅប្រជុំបន្ទាប់។`,
  ),
  balance: draft((date, savings, owed) => `សៀវភៅភូមិ ${date}៖ សន្សំ ${savings} កម្ចីនៅសល់ ${owed}។`),
  nothingDue: draft((date) => `សៀវភៅភូមិ៖ គ្មានអ្វីត្រូវបង់ទេ។ ប្រជុំបន្ទាប់ ថ្ងៃ ${date}។`),
  asked: draft('សៀវភៅភូមិ៖ មូលនិធិសួរថា បញ្ជីអំពីអ្នកត្រូវទេ? សរសេរ 1 ដើម្បីមើល រួច 6 បើត្រូវ ឬ 7 បើមិនត្រូវ។'),
  'not-asked': draft('ឥឡូវ គ្មាននរណាសួរអ្នកអំពីសមតុល្យទេ។'),
  'answered-before': draft('អ្នកបានឆ្លើយរួចហើយ។ ចង់ប្តូរ សូមបើកទំព័រអ្នក។'),
  'heard-right': draft('អរគុណ។ បានកត់ថា សមតុល្យអ្នកត្រូវ។'),
  'heard-wrong': draft('អរគុណ។ បានកត់ថា មិនត្រូវ។ សូមប្រាប់លើទំព័រអ្នក ឬនៅប្រជុំបន្ទាប់ ថាអ្វីមិនត្រូវ។'),
  wait: draft((minutes) => `សាកច្រើនដងពេក។ សូមសាកម្តងទៀតក្នុង ${minutes} នាទី។`),
  linked: draft('ទូរស័ព្ទនេះបានភ្ជាប់។ 1 សមតុល្យ 2 បង់បន្ទាប់ 3 ជំនួយ 0 ឈប់។ មិនផ្ញើចំនួនប្រាក់ទេ លុះត្រាអ្នកជ្រើសលើទំព័រអ្នក។'),
  stopped: draft('ទូរស័ព្ទនេះលែងទទួលសារទៀត។ កូដថ្មីមាននៅទីប្រជុំ។'),
  moved: draft('ទូរស័ព្ទនេះលែងទទួលសារ៖ បានភ្ជាប់ទូរស័ព្ទផ្សេង។ បើមិនមែនអ្នក សូមប្រាប់គណៈកម្មាធិការពីរនាក់។'),
  menu: draft('1 សមតុល្យ 2 បង់បន្ទាប់ 3 ជំនួយ 4 ខ្មែរ 5 English 0 ឈប់។ ចង់ដឹងចំនួន សរសេរលេខ ដកឃ្លា និងលេខសម្ងាត់កាត។'),
  stranger: draft('ដើម្បីប្រើលេខនេះ សូមសុំកូដនៅទីប្រជុំ។ To use this number, ask for a code at your meeting.'),
  'code-wrong': draft('កូដនេះមិនត្រឹមត្រូវ ឬហួសកំណត់។ កូដថ្មីមាននៅទីប្រជុំ។'),
  'phone-taken': draft('ទូរស័ព្ទនេះបានភ្ជាប់ឱ្យអ្នកផ្សេង។ សូមសរសេរ ឈប់ មុន រួចសរសេរកូដម្តងទៀត។'),
  'pin-needed': draft('សរសេរលេខ ដកឃ្លា និងលេខសម្ងាត់ 6 ខ្ទង់របស់កាត។ រួចលុបសារនោះចេញពីទូរស័ព្ទនេះ។'),
  'pin-wrong': draft('មិនត្រឹមត្រូវទេ។ ខុសប្រាំដង កាតនឹងចាក់សោមួយរយៈ។'),
  'in-person': draft('សូមសួរនៅប្រជុំបន្ទាប់។'),
}
