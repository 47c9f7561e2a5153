import type { example as en } from '#src/words/en/example.ts'

export const example: typeof en = {
  heading: 'ឧទាហរណ៍បី',
  workedMark: 'ឧទាហរណ៍គណនារួច ជាមួយមនុស្សប្រឌិត។',

  costHeading: 'កម្ចីថ្លៃប៉ុន្មាន?',
  costAnswer: (loan, months) => `${loan} រយៈពេល ${months} ខែ ថ្លៃ`,
  costHere: 'នៅទីនេះ',
  costThere: 'នៅអ្នកចងការ',
  costHereMeaning: 'ការប្រាក់សរុប។ រាល់ខែអ្នកជំពាក់តិចជាងមុន។',
  costThereMeaning: '10 % ក្នុងមួយខែ សងតែការប្រាក់។ ប្រាក់ដើមនៅជំពាក់ដដែល។',
  amountField: 'ប៉ុន្មាន? (គិតជារៀល)',
  amountHint: 'តែលេខ ពី 10000 ដល់ 5000000។',
  monthsField: 'ប៉ុន្មានខែ?',
  monthsHint: 'តែលេខ ពី 1 ដល់ 24។',
  amountWrong: 'សូមសរសេរចំនួនប្រាក់ជាលេខ គ្មានក្បៀស ឬអក្សរ ពី 10000 ដល់ 5000000។',
  monthsWrong: 'សូមសរសេរចំនួនខែជាលេខ ពី 1 ដល់ 24។',
  costButton: 'គណនា',

  floodHeading: 'ទន្លេជន់លិច',
  floodStory: (loan, part) =>
    `អ្នកនៅមាត់ទន្លេម្នាក់បានខ្ចី ${loan} ហើយសង ${part} រាល់ការប្រជុំ។ គណៈកម្មាធិការពន្យារការសងបីខែ។`,
  before: 'មុន',
  after: 'ក្រោយ',
  nextPayment: 'ការសងលើកក្រោយ',
  lastPayment: 'ការសងចុងក្រោយ',
  paymentsLeft: 'ចំនួនដងនៅសល់',
  floodInterest: 'ការប្រាក់ក្នុងបីខែនោះ',
  interestInAll: 'ការប្រាក់សរុប',
  floodRule:
    'មានតែថ្ងៃទេដែលប្ដូរ គ្មានការសងណាធំជាងមុន ហើយគ្មានថែមដងទេ។ គណៈកម្មាធិការឃើញកម្ចីទាំងអស់មុនបញ្ជាក់។ បើមិនទាន់មានការសងតាំងពីនោះទេ ប៊ូតុងមួយអាចដកវាវិញ។',

  noHeading: 'ហេតុអ្វីយើងមិនឱ្យខ្ចី ហើយយើងជួយអ្វី',
  noStory: (income, pays, share) =>
    `គាត់រកបាន ${income} ក្នុងមួយខែ ហើយសងអ្នកដទៃ ${pays} រួចហើយ៖ ${share} ក្នុង 100 រៀល។`,
  noAsked: (loan, share) =>
    `បើថែម ${loan} ពីយើង នឹងទៅដល់ ${share} ក្នុង 100។ លើស 50 យើងមិនឱ្យខ្ចីទេ ព្រោះគាត់ត្រូវខ្ចីទៀតដើម្បីសង។`,
  offerStory: (debt, interest) =>
    `យើងជួយដូចនេះ៖ ក្នុងនោះ ${interest} គ្រាន់តែជាការប្រាក់លើ ${debt} ដែលជំពាក់អ្នកចងការ។ មូលនិធិសងអ្នកចងការ ហើយគាត់សងមូលនិធិ។`,
  sharesStory: (now, first, end) =>
    `ក្នុង 100 រៀលដែលគាត់រកបាន៖ ឥឡូវសង ${now} ដំបូងសង ${first} រួចថយបន្តិចម្ដងៗ ចុងក្រោយសង ${end}។ នៅធ្ងន់ តែស្រាលជាងថ្ងៃនេះ។`,
  paysNow: 'ឥឡូវសងក្នុងមួយខែ',
  paysAfter: 'ខែដំបូងបន្ទាប់',
  paysAtEnd: (months) => `ក្រោយ ${months} ខែ`,
}
