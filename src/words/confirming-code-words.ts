import { draft, reviewed } from '#src/words/catalogue.ts'

/** What the codes about asking members whether their balance is right say. */
export const confirmingCodesEn = {
  'round-unknown': reviewed('There is no such round. Open the list of rounds and choose one.'),
  'before-the-round': reviewed('This day is before the round began. Check the day.'),
  'asker-without-need': reviewed('Nobody asks on a household’s own page. Leave this out.'),
  'round-too-soon': reviewed(
    'The last round is not long enough ago. Another one can begin 90 days after it, so that nobody draws until it suits.',
  ),
  'round-alone': reviewed(
    'A round begins by itself, not with other lines that are written all or none. Send it alone.',
  ),
  'not-asked': reviewed('This member was not drawn in this round. Ask those on the list.'),
  'already-answered': reviewed(
    'This member has answered. What has changed since is said as “this is not right”.',
  ),
  'asker-holds-no-office': reviewed(
    'Only who holds an office or a key asks. Ask another officer to do it.',
  ),
  'asker-keeps-the-book': reviewed(
    'Whoever keeps the book does not ask whether it is right. Let another officer, a key-holder or the auditor ask.',
  ),
  'asker-is-asked': reviewed('Nobody writes an own answer down. Let another officer ask you.'),
  'asker-not-oneself': reviewed('Whoever asked writes the answer down. Sign in as that person.'),
  'after-the-round': reviewed(
    'The round has closed. It will be marked, and is not counted in the round.',
  ),
  'differs-from-slip': reviewed(
    'The household says something else than what was written down for it. It will be marked.',
  ),
}

/** The same in Khmer; all of it waits for a native speaker. */
export const confirmingCodesKm: typeof confirmingCodesEn = {
  'round-unknown': draft('គ្មានជុំសួរនេះទេ។ សូមបើកបញ្ជីជុំ ហើយជ្រើសមួយ។'),
  'before-the-round': draft('ថ្ងៃនេះមុនថ្ងៃចាប់ផ្ដើមជុំ។ សូមពិនិត្យថ្ងៃ។'),
  'asker-without-need': draft('នៅលើទំព័រផ្ទាល់ខ្លួន គ្មានអ្នកណាសួរទេ។ សូមទុកទទេ។'),
  'round-too-soon': draft(
    'ជុំមុនមិនទាន់យូរគ្រប់គ្រាន់ទេ។ ជុំថ្មីអាចចាប់ផ្ដើម 90 ថ្ងៃក្រោយ ដើម្បីកុំឱ្យអ្នកណាចាប់ឆ្នោតរហូតដល់ត្រូវចិត្ត។',
  ),
  'round-alone': draft('ជុំសួរចាប់ផ្ដើមតែឯង មិនមែនជាមួយជួរផ្សេងដែលកត់ទាំងអស់ ឬមិនកត់ទេ។ សូមផ្ញើតែវា។'),
  'not-asked': draft('សមាជិកនេះមិនត្រូវបានចាប់ឆ្នោតក្នុងជុំនេះទេ។ សូមសួរអ្នកក្នុងបញ្ជី។'),
  'already-answered': draft('សមាជិកនេះបានឆ្លើយហើយ។ អ្វីដែលប្ដូរក្រោយមក សូមប្រាប់ថា «មិនត្រឹមត្រូវ»។'),
  'asker-holds-no-office': draft('មានតែអ្នកមានតួនាទី ឬអ្នកកាន់សោទេដែលសួរ។ សូមឱ្យគណៈកម្មាធិការម្នាក់ទៀតសួរ។'),
  'asker-keeps-the-book': draft(
    'អ្នកកាន់បញ្ជីមិនសួរថាបញ្ជីត្រឹមត្រូវឬទេឡើយ។ សូមឱ្យគណៈកម្មាធិការម្នាក់ទៀត អ្នកកាន់សោ ឬសវនករសួរ។',
  ),
  'asker-is-asked': draft('គ្មានអ្នកណាកត់ចម្លើយរបស់ខ្លួនទេ។ សូមឱ្យគណៈកម្មាធិការម្នាក់ទៀតសួរអ្នក។'),
  'asker-not-oneself': draft('អ្នកដែលបានសួរជាអ្នកកត់ចម្លើយ។ សូមចូលជាអ្នកនោះ។'),
  'after-the-round': draft('ជុំបានបិទហើយ។ នឹងត្រូវចំណាំ ហើយមិនរាប់ក្នុងជុំទេ។'),
  'differs-from-slip': draft('គ្រួសារនិយាយខុសពីអ្វីដែលបានកត់ជំនួសគេ។ នឹងត្រូវចំណាំ។'),
}
