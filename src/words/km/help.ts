import type { help as en } from '#src/words/en/help.ts'

export const help: typeof en = {
  heading: 'ជំនួយ',
  onThisPage: 'ជំនួយអំពីទំព័រនេះ',
  search: 'តើអ្នកចង់ដឹងអ្វី?',
  show: 'ស្វែងរក',
  found: (count) => `មាននៅ ${count} កន្លែង៖`,
  nothingFound: 'រកមិនឃើញទេ។ សូមសាកពាក្យតែមួយ ដូចជា កម្ចី ឬ កាត។',
  guides: 'សៀវភៅណែនាំ',
  more: 'បន្ថែម',
  guide_committee: 'សម្រាប់គណៈកម្មាធិការ',
  guide_household: 'សម្រាប់គ្រួសារ',
  guide_ngo: 'សម្រាប់អង្គការ',
  'guide_migration-team': 'សម្រាប់ក្រុមចំណាកស្រុក',
  guide_operator: 'សម្រាប់អ្នកមើលកុំព្យូទ័រ',
  guide_developer: 'សម្រាប់អ្នកសរសេរកម្មវិធី',
  englishOnly: 'សៀវភៅណែនាំនេះមានជាភាសាអង់គ្លេសតែប៉ុណ្ណោះ។',
  toCard: 'បោះពុម្ពលើមួយទំព័រ',
  toAll: 'ជំនួយទាំងអស់',
}
