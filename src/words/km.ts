import { draft } from '#src/words/catalogue.ts'
import type { Catalogue } from '#src/words/en.ts'

/** The Khmer wording. All of it waits for a native speaker, so all of it is marked `draft`. */
export const km: Catalogue = {
  pageTitle: draft('សៀវភៅភូមិ'),
  languageChoice: draft('ភាសា'),
  languageName: draft('ខ្មែរ'),
  practiceBanner: draft('មូលនិធិសាកល្បង៖ មនុស្ស និងប្រាក់ទាំងនេះមិនមែនពិតទេ'),

  figuresOf: draft((date) => `តួលេខគិតត្រឹមថ្ងៃ ${date}`),
  loanCount: draft((count) => (count === 0 ? 'គ្មានកម្ចី' : `កម្ចីចំនួន ${count}`)),

  cash: draft('ប្រាក់ក្នុងហិប'),
  cashMeaning: draft('ប្រាក់ដែលត្រូវមាននៅក្នុងហិប។'),
  savings: draft('ប្រាក់សន្សំ'),
  savingsMeaning: draft('ប្រាក់ដែលសមាជិកបានសន្សំទុក។'),
  loansOut: draft('ប្រាក់កម្ចីមិនទាន់សង'),
  loansOutMeaning: draft('ប្រាក់ដែលឱ្យសមាជិកខ្ចី ហើយមិនទាន់បានសងវិញ។'),
  late: draft('កម្ចីសងយឺត'),
  lateMeaning: draft('ប្រាក់ដែលនៅជំពាក់ លើកម្ចីដែលហួសថ្ងៃត្រូវសង។'),
  noneLate: draft('គ្មានកម្ចីណាសងយឺតទេ។'),
  postponed: draft('បានពន្យារការសង'),
  postponedMeaning: draft('ប្រាក់ដែលនៅជំពាក់ លើកម្ចីដែលបានពន្យារ ដោយសារទឹកជំនន់ ឬហេតុការណ៍ផ្សេង។'),
  nonePostponed: draft('គ្មានការសងណាត្រូវបានពន្យារទេ។'),
  nextMeeting: draft('ប្រជុំលើកក្រោយ'),
  noMeetingDate: draft('មិនទាន់មានថ្ងៃ'),
  noMeetingDateMeaning: draft('សូមព្រមព្រៀងគ្នាលើថ្ងៃប្រជុំ ហើយកត់ក្នុងសៀវភៅ។'),

  byMonth: draft('តាមខែនីមួយៗ'),
  chartTitle: draft((first, last) =>
    first === last
      ? `ប្រាក់សន្សំ និងប្រាក់កម្ចីមិនទាន់សង នៅចុងខែ ${first}`
      : `ប្រាក់សន្សំ និងប្រាក់កម្ចីមិនទាន់សង នៅចុងខែនីមួយៗ ពី ${first} ដល់ ${last}`,
  ),
  chartTable: draft((currency) => `នៅចុងខែនីមួយៗ គិតជា${currency}`),
  month: draft('ខែ'),
  cashColumn: draft('ប្រាក់ក្នុងហិប'),
  noMonths: draft('មិនទាន់ចប់ខែណាមួយទេ ដូច្នេះមិនទាន់មានអ្វីត្រូវគូរទេ។'),

  emptyHeading: draft('មិនទាន់មានសៀវភៅនៅទីនេះទេ'),
  emptyInstruction: draft('ដើម្បីបញ្ចូលសៀវភៅក្រដាស សូមវាយពាក្យបញ្ជានេះលើកុំព្យូទ័រនេះ៖'),
  emptyFolder: draft('ជំនួសពាក្យ DIR សូមសរសេរឈ្មោះថតដែលមានបញ្ជីចម្លងពីសៀវភៅក្រដាស។'),
  emptyAfterwards: draft('ពេលរួចរាល់ សូមបើកទំព័រនេះម្ដងទៀត។'),
}
