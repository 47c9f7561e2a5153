import { draft } from '#src/words/catalogue.ts'
import type { offersEn, verdictEn } from '#src/words/fair-words-en.ts'

/** What each rule of fair lending says of a loan, in Khmer; all of it waits for a native speaker. */
export const verdictKm: typeof verdictEn = {
  refused: draft('មិនបាន'),
  'for-the-meeting': draft('សម្រាប់អង្គប្រជុំ'),
  advised: draft('ដំបូន្មាន'),
  hard: draft('ការបោះឆ្នោតណាក៏ប្ដូរមិនបាន។'),
  next: draft('ត្រូវធ្វើអ្វីបន្ទាប់'),

  'above-cap': draft('តម្លៃក្នុងមួយឆ្នាំលើសពិដាន។'),
  'charges-above-half': draft('ការប្រាក់ និងកម្រៃសរុបលើសពាក់កណ្ដាលនៃកម្ចី។'),
  'security-not-taken': draft('ត្រូវទុកក្រដាស កាត ឬពលកម្មជាវត្ថុធានា។ មូលនិធិមិនដែលយករបស់ទាំងនេះទេ។'),
  'recruitment-fee-not-lent': draft('មិនឱ្យខ្ចីសម្រាប់កម្រៃរកការងារទេ ព្រោះកម្មករមិនគួរបង់កម្រៃនោះ។'),
  'agency-not-checked': draft('គ្មានអ្នកពិនិត្យអាជ្ញាប័ណ្ណភ្នាក់ងារក្នុង 30 ថ្ងៃចុងក្រោយទេ។'),
  'under-eighteen': draft('កម្ចីនេះសម្រាប់អ្នកអាយុក្រោម 18 ឆ្នាំទៅធ្វើការឆ្ងាយ។'),
  'channel-not-named': draft(
    'មិនបានប្រាប់ថាទៅតាមផ្លូវណា៖ តាមភ្នាក់ងារ កម្មវិធីរដ្ឋ និយោជក ក្នុងប្រទេស ឬគ្រាន់តែធ្វើឯកសារ។',
  ),
  'burden-above-half': draft('អ្នកឱ្យខ្ចីទាំងអស់រួមគ្នានឹងយកលើសពាក់កណ្ដាលនៃចំណូលគ្រួសារ។'),
  'above-ceiling': draft('ចំនួននេះធំជាងក្បួនអនុញ្ញាត។'),
  'too-long-for-an-emergency': draft('កម្ចីបន្ទាន់មិនអាចយូរដល់ម្ល៉ឹងទេ។'),
  'second-loan': draft('គ្រួសារមានកម្ចីបែបនេះមួយរួចហើយ ឬកំពុងសុំមួយទៀត។'),
  'burden-above-40': draft('អ្នកឱ្យខ្ចីទាំងអស់រួមគ្នាអាចយកលើស 40 ក្នុងចំណោម 100 នៃចំណូលគ្រួសារ។'),
  'burden-unknown': draft('គ្មានអ្នកដឹងចំណូលគ្រួសារទេ ដូច្នេះគ្មានអ្នកដឹងថាគ្រួសារអាចទ្រាំកម្ចីបានឬអត់។'),
  'burden-above-33': draft('អ្នកឱ្យខ្ចីទាំងអស់រួមគ្នាអាចយកលើសមួយភាគបីនៃចំណូលគ្រួសារ។'),
  'above-fund-share': draft('ច្រើនជាងមូលនិធិគួរឱ្យសមាជិកម្នាក់ខ្ចី។'),

  'ask-for-less': draft('សូមសុំចំនួនតិចជាង ឬរយៈពេលខ្លីជាង។'),
  'ask-for-longer': draft('សូមសុំរយៈពេលវែងជាង ដើម្បីឱ្យការសងម្ដងៗតិចជាង។'),
  'ask-for-the-buy-out': draft('សុំផែនការ៖ មូលនិធិសងបំណុលថ្លៃជំនួស'),
  'leave-the-paper-at-home': draft('សូមទុកក្រដាសនៅផ្ទះ។ បើអ្នកឱ្យខ្ចីកាន់ទុក សូមសួរគណៈកម្មាធិការពីរបៀបយកមកវិញ។'),
  'ask-the-migration-team': draft('សូមសួរក្រុមចំណាកស្រុក មុនបង់ប្រាក់ឱ្យនរណា។'),
  'pay-the-other-first': draft('សូមសងកម្ចីមួយនោះមុន ឬសួររបៀបដាក់ទាំងពីរជាមួយគ្នា។'),
  'change-the-price': draft('សូមបន្ថយអត្រា ឬដកកម្រៃចេញ រួចគិតម្ដងទៀត។'),
  'ask-the-meeting': draft('គណៈកម្មាធិការសម្រេចតែឯងមិនបានទេ៖ សូមយកទៅប្រជុំលើកក្រោយ។'),
  'think-again': draft('នេះមិនហាមទេ។ សូមពិភាក្សាគ្នានៅផ្ទះមុនសុំ។'),

  vote: draft('អ្វីដែលការបោះឆ្នោតនឹងមើល'),
  voteNothing: draft('អ្វីដែលបានសរសេរទីនេះគ្មានអ្វីខុសក្បួនទេ ទាំងតម្លៃ ទាំងរយៈពេល។'),
  voteElse: draft(
    'ការបោះឆ្នោតក៏មើលប្រាក់ដែលគ្រួសារបង់ឱ្យអ្នកឱ្យខ្ចីទាំងអស់ និងចំនួនដែលសមាជិកម្នាក់អាចខ្ចីបាន។ ទីនេះមិនវិនិច្ឆ័យចំណុចនោះទេ៖ ទំព័រនេះមិនស្គាល់នរណាទេ។',
  ),
}

export const offersKm: typeof offersEn = {
  heading: draft('ធៀបនឹងអ្នកឱ្យខ្ចីផ្សេង'),
  lead: draft((months) => `ប្រាក់ដដែល រយៈពេល ${months} ខែ តាមរបៀបដែលម្នាក់ៗឱ្យខ្ចី។`),
  ours: draft('មូលនិធិនេះ'),
  moneylender: draft('អ្នកចងការ'),
  mfi: draft('ធនាគារ ឬមីក្រូហិរញ្ញវត្ថុ'),
  example: draft('ឧទាហរណ៍មួយ'),
  typed: draft('តាមដែលអ្នកបានសរសេរ'),
  onTop: draft('បន្ថែមលើកម្ចី'),
  toRepay: draft('ត្រូវសងសរុប'),
  firstInstalment: draft('ការសងលើកទីមួយ'),
  fee: draft('កម្រៃ យកភ្លាម'),
  interestOnly: draft((percent) => `${percent} % ក្នុងមួយខែ ប្រាក់ដើមសងពេលចប់`),
  flat: draft((percent) => `${percent} % ក្នុងមួយខែ លើកម្ចីទាំងមូលរហូតដល់ចប់`),
  falling: draft((percent) => `${percent} % ក្នុងមួយខែ លើប្រាក់ដែលនៅជំពាក់`),
  ask: draft('អ្នកឱ្យខ្ចីផ្សេងថាម៉េច?'),
  askMeaning: draft('សូមសរសេរអ្វីដែលគេប្រាប់អ្នក។ មិនសួរឈ្មោះទេ ហើយមិនរក្សាទុកអ្វីទេ។'),
  compare: draft('ប្រៀបធៀប'),
  wrong: draft('ប្រៀបធៀបមិនបានទេ។ សូមកែចំណុចដែលមានសញ្ញាខាងក្រោម។'),
  bar: draft('របារកាន់តែវែង កម្ចីកាន់តែថ្លៃ។'),
}
