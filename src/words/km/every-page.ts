import type { everyPage as en } from '#src/words/en/every-page.ts'

export const everyPage: typeof en = {
  pageTitle: 'សៀវភៅភូមិ',
  languageName: 'ខ្មែរ',
  skip: 'ទៅកាន់ទំព័រ',
  menu: 'ម៉ឺនុយ',
  places: 'កន្លែង',
  place_meeting: 'ប្រជុំ',
  place_members: 'សមាជិក',
  place_loans: 'កម្ចី',
  place_money: 'ប្រាក់',
  place_more: 'ផ្សេងទៀត',
  place_villages: 'ភូមិ',
  place_findings: 'រកឃើញ',
  place_audits: 'សវនកម្ម',
  place_people: 'មនុស្ស',
  practiceBanner: 'សាកល្បង៖ មនុស្ស និងប្រាក់មិនមែនពិត',

  figuresOf: (date) => `តួលេខគិតត្រឹមថ្ងៃ ${date}`,
  loanCount: (count) => (count === 0 ? 'គ្មានកម្ចី' : `កម្ចីចំនួន ${count}`),

  cash: 'ប្រាក់ក្នុងហិប',
  cashMeaning: 'ប្រាក់ដែលត្រូវមាននៅក្នុងហិប។',
  savings: 'ប្រាក់សន្សំ',
  savingsMeaning: 'ប្រាក់ដែលសមាជិកបានសន្សំទុក។',
  loansOut: 'កម្ចីមិនទាន់សង',
  loansOutMeaning: 'ប្រាក់ដែលឱ្យសមាជិកខ្ចី ហើយមិនទាន់បានសងវិញ។',
  late: 'កម្ចីសងយឺត',
  lateMeaning: 'ប្រាក់ដែលនៅជំពាក់ លើកម្ចីដែលហួសថ្ងៃត្រូវសង។',
  noneLate: 'គ្មានកម្ចីណាសងយឺតទេ។',
  postponed: 'បានពន្យារការសង',
  postponedMeaning: 'ប្រាក់ដែលនៅជំពាក់ លើកម្ចីដែលបានពន្យារ ដោយសារទឹកជំនន់ ឬហេតុការណ៍ផ្សេង។',
  nonePostponed: 'គ្មានការសងណាត្រូវបានពន្យារទេ។',
  nextMeeting: 'ប្រជុំលើកក្រោយ',
  noMeetingDate: 'មិនទាន់មានថ្ងៃ',
  noMeetingDateMeaning: 'សូមព្រមព្រៀងគ្នាលើថ្ងៃប្រជុំ ហើយកត់ក្នុងសៀវភៅ។',

  byMonth: 'តាមខែនីមួយៗ',
  chartTitle: (first, last) =>
    first === last
      ? `ប្រាក់សន្សំ និងកម្ចីមិនទាន់សង នៅចុងខែ ${first}`
      : `ប្រាក់សន្សំ និងកម្ចីមិនទាន់សង នៅចុងខែនីមួយៗ ពី ${first} ដល់ ${last}`,
  chartTable: (currency) => `នៅចុងខែនីមួយៗ គិតជា${currency}`,
  month: 'ខែ',
  cashColumn: 'ប្រាក់ក្នុងហិប',
  noMonths: 'មិនទាន់ចប់ខែណាមួយទេ ដូច្នេះមិនទាន់មានអ្វីត្រូវគូរទេ។',

  emptyHeading: 'មិនទាន់មានមូលនិធិនៅទីនេះទេ',
  emptyLead: 'អ្នកដែលរៀបចំសេវានេះចូលជាអ្នកគ្រប់គ្រង តាមតំណដែលបានឱ្យពេលនោះ ហើយជ្រើសផ្លូវមួយក្នុងពីរ៖',
  emptyFound: 'ចាប់ផ្ដើមមូលនិធិ',
  emptyFoundMeaning: 'ក្បួន គណៈកម្មាធិការ និងសមាជិកនៃមូលនិធិថ្មី ម្ដងមួយជំហាន។',
  emptyBring: 'យកសៀវភៅរបស់អ្នកមក',
  emptyBringMeaning: 'បញ្ជីចម្លងពីសៀវភៅក្រដាស ត្រូវពិនិត្យមុនពេលកត់ទុក។',
  emptyTry: 'ដើម្បីសាកល្បងជាមួយមនុស្សប្រឌិតសិន សូមសុំមូលនិធិសាកល្បងពីអ្នកថែកុំព្យូទ័រនេះ។ វាស្ថិតដាច់ពីសេវានេះ។',
}
