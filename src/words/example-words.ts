import { draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

const en = {
  heading: reviewed('Three examples'),
  workedMark: reviewed('Worked example: this screen comes later.'),

  costHeading: reviewed('What does a loan cost?'),
  costAnswer: reviewed(
    (loan: string, months: number) =>
      `${loan} for ${months === 1 ? 'one month' : `${months} months`} costs`,
  ),
  costHere: reviewed('Here'),
  costThere: reviewed('At a moneylender'),
  costHereMeaning: reviewed('Interest in all; each month you owe less.'),
  costThereMeaning: reviewed('10 % a month, interest only; the loan itself is still owed.'),
  amountField: reviewed('How much? (in riel)'),
  amountHint: reviewed('Digits only, from 10000 to 5000000.'),
  monthsField: reviewed('For how many months?'),
  monthsHint: reviewed('Digits only, from 1 to 24.'),
  amountWrong: reviewed(
    'Write how much in digits only, with no comma or letter, from 10000 to 5000000.',
  ),
  monthsWrong: reviewed('Write the months in digits only, from 1 to 24.'),
  costButton: reviewed('Work it out'),

  floodHeading: reviewed('The river floods'),
  floodStory: reviewed(
    (loan: string, part: string) =>
      `Somebody by the river borrowed ${loan} and pays back ${part} at each meeting. The committee puts the payments off for three months.`,
  ),
  before: reviewed('Before'),
  after: reviewed('After'),
  nextPayment: reviewed('Next payment'),
  lastPayment: reviewed('Last payment'),
  paymentsLeft: reviewed('Payments left'),
  floodInterest: reviewed('Interest in the three months'),
  interestInAll: reviewed('Interest in all'),
  floodRule: reviewed(
    'Only the days move; no payment gets larger and none is added. The committee sees every loan before it confirms, and as long as nothing has been paid since, one button takes it back.',
  ),

  noHeading: reviewed('Why we say no, and what we offer'),
  noStory: reviewed(
    (income: string, pays: string, share: number) =>
      `She earns ${income} a month and already pays ${pays} to other lenders: ${share} of each 100 riel.`,
  ),
  noAsked: reviewed(
    (loan: string, share: number) =>
      `With another ${loan} from us it would be ${share} of 100. Above 50 we say no: she would have to borrow again to pay.`,
  ),
  offerStory: reviewed(
    (debt: string, interest: string) =>
      `What we offer: of that, ${interest} is only the interest on ${debt} owed to a moneylender. The fund pays the moneylender, and she pays the fund.`,
  ),
  sharesStory: reviewed(
    (now: number, first: number, end: number) =>
      `Of each 100 riel she earns: ${now} now, ${first} at first, a little less each month, ${end} in the end. Heavy still, but lighter than today.`,
  ),
  paysNow: reviewed('She pays a month now'),
  paysAfter: reviewed('First month afterwards'),
  paysAtEnd: reviewed((months: number) => `After ${months} months`),
}

const km: typeof en = {
  heading: draft('ឧទាហរណ៍បី'),
  workedMark: draft('ឧទាហរណ៍គណនារួច៖ អេក្រង់នេះមកក្រោយ។'),

  costHeading: draft('កម្ចីថ្លៃប៉ុន្មាន?'),
  costAnswer: draft((loan, months) => `${loan} រយៈពេល ${months} ខែ ថ្លៃ`),
  costHere: draft('នៅទីនេះ'),
  costThere: draft('នៅអ្នកចងការ'),
  costHereMeaning: draft('ការប្រាក់សរុប។ រាល់ខែអ្នកជំពាក់តិចជាងមុន។'),
  costThereMeaning: draft('10 % ក្នុងមួយខែ សងតែការប្រាក់។ ប្រាក់ដើមនៅជំពាក់ដដែល។'),
  amountField: draft('ប៉ុន្មាន? (គិតជារៀល)'),
  amountHint: draft('តែលេខ ពី 10000 ដល់ 5000000។'),
  monthsField: draft('ប៉ុន្មានខែ?'),
  monthsHint: draft('តែលេខ ពី 1 ដល់ 24។'),
  amountWrong: draft('សូមសរសេរចំនួនប្រាក់ជាលេខ គ្មានក្បៀស ឬអក្សរ ពី 10000 ដល់ 5000000។'),
  monthsWrong: draft('សូមសរសេរចំនួនខែជាលេខ ពី 1 ដល់ 24។'),
  costButton: draft('គណនា'),

  floodHeading: draft('ទន្លេជន់លិច'),
  floodStory: draft(
    (loan, part) => `អ្នកនៅមាត់ទន្លេម្នាក់បានខ្ចី ${loan} ហើយសង ${part} រាល់ការប្រជុំ។ គណៈកម្មាធិការពន្យារការសងបីខែ។`,
  ),
  before: draft('មុន'),
  after: draft('ក្រោយ'),
  nextPayment: draft('ការសងលើកក្រោយ'),
  lastPayment: draft('ការសងចុងក្រោយ'),
  paymentsLeft: draft('ចំនួនដងនៅសល់'),
  floodInterest: draft('ការប្រាក់ក្នុងបីខែនោះ'),
  interestInAll: draft('ការប្រាក់សរុប'),
  floodRule: draft(
    'មានតែថ្ងៃទេដែលប្ដូរ គ្មានការសងណាធំជាងមុន ហើយគ្មានថែមដងទេ។ គណៈកម្មាធិការឃើញកម្ចីទាំងអស់មុនបញ្ជាក់។ បើមិនទាន់មានការសងតាំងពីនោះទេ ប៊ូតុងមួយអាចដកវាវិញ។',
  ),

  noHeading: draft('ហេតុអ្វីយើងមិនឱ្យខ្ចី ហើយយើងជួយអ្វី'),
  noStory: draft(
    (income, pays, share) =>
      `គាត់រកបាន ${income} ក្នុងមួយខែ ហើយសងអ្នកដទៃ ${pays} រួចហើយ៖ ${share} ក្នុង 100 រៀល។`,
  ),
  noAsked: draft(
    (loan, share) =>
      `បើថែម ${loan} ពីយើង នឹងទៅដល់ ${share} ក្នុង 100។ លើស 50 យើងមិនឱ្យខ្ចីទេ ព្រោះគាត់ត្រូវខ្ចីទៀតដើម្បីសង។`,
  ),
  offerStory: draft(
    (debt, interest) =>
      `យើងជួយដូចនេះ៖ ក្នុងនោះ ${interest} គ្រាន់តែជាការប្រាក់លើ ${debt} ដែលជំពាក់អ្នកចងការ។ មូលនិធិសងអ្នកចងការ ហើយគាត់សងមូលនិធិ។`,
  ),
  sharesStory: draft(
    (now, first, end) =>
      `ក្នុង 100 រៀលដែលគាត់រកបាន៖ ឥឡូវសង ${now} ដំបូងសង ${first} រួចថយបន្តិចម្ដងៗ ចុងក្រោយសង ${end}។ នៅធ្ងន់ តែស្រាលជាងថ្ងៃនេះ។`,
  ),
  paysNow: draft('ឥឡូវសងក្នុងមួយខែ'),
  paysAfter: draft('ខែដំបូងបន្ទាប់'),
  paysAtEnd: draft((months) => `ក្រោយ ${months} ខែ`),
}

export const exampleWords = family<typeof en>({ en, km })
