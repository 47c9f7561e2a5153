import type { quote as quoteEn, quoteStep as quoteStepEn } from '#src/words/en/quote.ts'

export const quote: typeof quoteEn = {
  heading: 'បើខ្ចី តើត្រូវសងប៉ុន្មាន?',
  lead: 'ទំព័រនេះគ្រាន់តែគិតលេខ។ មិនមែនជាការសុំខ្ចីទេ ហើយមិនកត់អ្វីក្នុងសៀវភៅទេ។',
  backToOwn: 'ទៅសៀវភៅរបស់ខ្ញុំ',
  toQuote: 'បើខ្ចី តើត្រូវសងប៉ុន្មាន?',

  withinHeading: 'តម្លៃនេះមិនលើសពិដាន',
  withinWhy: (rate, cap) => `តម្លៃ ${rate} % ក្នុងមួយឆ្នាំ។ ពិដានគឺ ${cap} % ក្នុងមួយឆ្នាំ។`,
  withinNext: 'ឱ្យខ្ចីឬមិនឱ្យ អង្គប្រជុំជាអ្នកសម្រេច។',
  aboveHeading: 'លើសពិដាន៖ មិនអាចឱ្យខ្ចីដូច្នេះបានទេ',
  aboveWhy: (rate, cap) => `តម្លៃ ${rate} % ក្នុងមួយឆ្នាំ។ ពិដានគឺ ${cap} % ក្នុងមួយឆ្នាំ។`,
  aboveWhyUncut: (cap) =>
    `អត្រាដែលបានសួរលើសពិដាន ${cap} % ក្នុងមួយឆ្នាំ ទោះបីការប្រាក់សរុបមិនអាចលើសពាក់កណ្ដាលនៃកម្ចីក៏ដោយ។`,
  aboveNext: 'សូមបន្ថយអត្រា ឬដកកម្រៃ ឬប្រាក់កក់ចេញ រួចគិតម្ដងទៀត។',
  flatHeading: 'អត្រាថេរលើប្រាក់ដើមទាំងមូល៖ មូលនិធិមិនដែលឱ្យខ្ចីដូច្នេះទេ',
  flatWhy: (rate, cap) =>
    `ការប្រាក់គិតលើកម្ចីទាំងមូលរាល់លើក ទោះបីបានសងខ្លះហើយក៏ដោយ។ តម្លៃពិតគឺ ${rate} % ក្នុងមួយឆ្នាំ។ អ្វីដែលមូលនិធិឱ្យខ្ចី តម្លៃយ៉ាងច្រើន ${cap} %។`,
  otherAboveHeading: 'ការខ្ចីនេះថ្លៃជាងអ្វីដែលមូលនិធិអាចឱ្យខ្ចី',
  otherWithinHeading: 'ការខ្ចីនេះមិនថ្លៃជាងពិដានទេ',
  otherNext: 'សូមគិតកម្ចីដូចគ្នាពីមូលនិធិដើម្បីប្រៀបធៀប ហើយសួរគណៈកម្មាធិការមុនចុះហត្ថលេខា។',
  noRate: 'គិតអត្រាមិនបាន',
  overHalf: 'ការប្រាក់ និងកម្រៃសរុបលើសពាក់កណ្ដាលនៃកម្ចី។ មូលនិធិមិនដែលយកច្រើនដូច្នេះទេ។',

  cost: 'តម្លៃ',
  toRepay: 'ត្រូវសងសរុប',
  ofItInterest: (sum) => `ក្នុងនោះការប្រាក់ ${sum}`,
  fee: 'កម្រៃ នៅថ្ងៃបើកប្រាក់',
  deposit: 'ត្រូវទុករហូតដល់ចប់',
  per100000: (sum) => `តម្លៃក្នុងមួយ ${sum} ដែលខ្ចី`,
  nominal: 'ក្នុងមួយឆ្នាំ គិតតាមគ្រា',
  capIsOfThis: (cap) => `ពិដាន ${cap} % គឺសម្រាប់អត្រានេះ។`,
  effective: 'ក្នុងមួយឆ្នាំ គិតតាមថ្ងៃពិត',

  picture: 'ការសងនីមួយៗ',
  pictureTitle: (first, last) =>
    first === last
      ? `ប្រាក់ត្រូវសងនៅ ${first}៖ ប្រាក់ដើម និងការប្រាក់នៅខាងលើ`
      : `ប្រាក់ត្រូវសងរាល់លើក ពី ${first} ដល់ ${last}៖ ប្រាក់ដើម និងការប្រាក់នៅខាងលើ`,
  loanPart: 'ប្រាក់ដើម',
  interestPart: 'ការប្រាក់',

  schedule: 'សងនៅពេលណា ប៉ុន្មាន',
  holidaysUntold: (years) =>
    `ថ្ងៃបុណ្យឆ្នាំ ${years} មិនទាន់មាននៅទីនេះទេ៖ គ្មានថ្ងៃណាត្រូវបានរំកិលទេ។ សូមវាយបញ្ចូលក្រោម «ថ្ងៃផ្សេងទៀត»។`,
  tableCaption: (currency) => `គិតជា${currency}`,
  dueOn: 'ថ្ងៃ',
  principal: 'ប្រាក់ដើម',
  interest: 'ការប្រាក់',
  toPay: 'ត្រូវសង',
  left: 'នៅសល់',
  total: 'សរុប',

  counted: 'របៀបគិត',
  asked: (sum, date) => `${sum} បើកនៅថ្ងៃ ${date}`,
  change: 'កែអ្វីដែលបានសួរ',
}

const more = (isMore: boolean): string => (isMore ? 'លើស' : 'តិចជាង')

export const quoteStep: typeof quoteStepEn = {
  firstPeriod: (days, whole) => `គ្រាទីមួយខ្លី៖ គិតការប្រាក់តែ ${days} ថ្ងៃក្នុងចំណោម ${whole} ថ្ងៃ។`,
  parts: (count, exact, how, rounded) =>
    count === '1'
      ? `មួយចំណែក ${exact} ${how}៖ ${rounded}។`
      : `${count} ចំណែកស្មើគ្នា មួយចំណែក ${exact} ${how}៖ ${rounded}។`,
  partsEven: (count, sum) =>
    count === '1' ? `មួយចំណែក ${sum}។` : `${count} ចំណែកស្មើគ្នា មួយចំណែក ${sum}។`,
  partsLeast: (count, exact, least) =>
    `${count} ចំណែកស្មើគ្នា មួយចំណែក ${exact} តិចពេក ដូច្នេះមួយចំណែក ${least}។`,
  instalments: (count, exact, how, rounded) =>
    count === '1'
      ? `សងម្ដង ${exact} ${how}៖ ${rounded}។`
      : `សង ${count} ដងស្មើគ្នា ម្ដង ${exact} ${how}៖ ${rounded}។`,
  instalmentsEven: (count, sum) =>
    count === '1' ? `សងម្ដង ${sum}។` : `សង ${count} ដងស្មើគ្នា ម្ដង ${sum}។`,
  instalmentsLeast: (count, exact, least) =>
    `សង ${count} ដងស្មើគ្នា ម្ដង ${exact} តិចពេក ដូច្នេះម្ដង ${least}។`,
  interest: (date, sum, how, rounded) => `ថ្ងៃ ${date}៖ ${sum} ${how}៖ ${rounded}។`,
  interestEven: (date, sum) => `ថ្ងៃ ${date}៖ ${sum}។`,
  down: (step) => `បង្គត់ចុះឱ្យគត់ ${step}`,
  downToOne: (currency) => `បង្គត់ចុះឱ្យគត់${currency}`,
  up: (step) => `បង្គត់ឡើងឱ្យគត់ ${step}`,
  upToOne: (currency) => `បង្គត់ឡើងឱ្យគត់${currency}`,
  'half-up': (step) => `បង្គត់ទៅ ${step} ដែលជិតជាងគេ (ចំកណ្ដាលបង្គត់ឡើង)`,
  'half-upToOne': (currency) => `បង្គត់ទៅ${currency}គត់ដែលជិតជាងគេ (ចំកណ្ដាលបង្គត់ឡើង)`,
  'half-even': (step) => `បង្គត់ទៅ ${step} ដែលជិតជាងគេ (ចំកណ្ដាលបង្គត់ទៅលេខគូ)`,
  'half-evenToOne': (currency) => `បង្គត់ទៅ${currency}គត់ដែលជិតជាងគេ (ចំកណ្ដាលបង្គត់ទៅលេខគូ)`,
  remainderLast: (by, isMore) => `ការសងចុងក្រោយ${more(isMore)} ${by}៖ សល់ពីការបង្គត់។`,
  remainderFirst: (by, isMore) => `ការសងទីមួយ${more(isMore)} ${by}៖ សល់ពីការបង្គត់។`,
  remainderEach: (count, by, isMore) => `ការសង ${count} ដងដំបូង ម្ដងៗ${more(isMore)} ${by}៖ សល់ពីការបង្គត់។`,
  remainderOn: (date, by, isMore) => `ការសងថ្ងៃ ${date} ${more(isMore)} ${by}៖ សល់ពីការបង្គត់។`,
  nothingLeft: (date) => `ត្រឹមថ្ងៃ ${date} លែងមានអ្វីត្រូវសង៖ ការបង្គត់ធ្វើឱ្យចប់មុន។`,
  balloon: (date, sum) => `កម្ចី ${sum} ទុកដល់ចប់ ហើយត្រូវសងនៅថ្ងៃ ${date}។`,
  forgiven: (count) => `ការសង ${count} ដងដំបូងមិនគិតការប្រាក់ទេ៖ បានលើកលែង។`,
  deferred: (date, sum) =>
    `ការប្រាក់នៃការសងមុនថ្ងៃ ${date} រង់ចាំ សរុប ${sum} ហើយបង់នៅថ្ងៃនោះ។ ការរង់ចាំមិនអស់ប្រាក់បន្ថែមទេ។`,
  cut: (date, from, to) => `${date}៖ ការប្រាក់កាត់ពី ${from} មក ${to} ព្រោះការប្រាក់សរុបមិនលើសពាក់កណ្ដាលនៃកម្ចី។`,
  cutInRelief: (date, from, to) =>
    `${date}៖ ការប្រាក់កាត់ពី ${from} មក ${to}។ ការពន្យារមិនធ្វើឱ្យកម្ចីថ្លៃជាងមុន ហើយការប្រាក់សរុបមិនលើសពាក់កណ្ដាលនៃកម្ចី។`,
  cutEnd: (date) => `ចាប់ពី ${date} កម្ចីលែងគិតការប្រាក់៖ ការប្រាក់គ្រប់ពាក់កណ្ដាលនៃកម្ចីហើយ។`,
  passedOver: (date) => `${date} ស្ថិតក្នុងការពន្យារ៖ មិនត្រូវសង ហើយមិនគិតការប្រាក់ទេ។`,
  passedOverMany: (count, first, last) =>
    `ថ្ងៃសង ${count} ដង ពី ${first} ដល់ ${last} ស្ថិតក្នុងការពន្យារ៖ មិនត្រូវសង ហើយមិនគិតការប្រាក់ទេ។`,
  moved: (from, to) => `ថ្ងៃ ${from} គ្មានប្រជុំទេ៖ ការសងនោះត្រូវនៅថ្ងៃ ${to}។ ការប្រាក់មិនប្រែប្រួលទេ។`,
}
