import { draft } from '#src/words/catalogue.ts'
import type { en } from '#src/words/comparing-words-en.ts'

/** Khmer wording; all of it waits for a native speaker. */
export const km: typeof en = {
  heading: draft('ក្រដាសក្បែរបញ្ជី'),
  lead: draft(
    'ពេលភូមិនៅកាន់សៀវភៅក្រដាស តួលេខពីរក្នុងសមាជិកម្នាក់ត្រូវដាក់ក្បែរបញ្ជីនេះរាល់ប្រជុំ ហើយគណៈកម្មាធិការពីរនាក់ចុះហត្ថលេខាលើអ្វីដែលខុសគ្នា។ គ្មានប្រាក់ផ្លាស់ទីទេ។',
  ),
  compareToday: draft('ប្រៀបធៀបឥឡូវ'),
  toComparisons: draft('ប្រៀបធៀបនឹងសៀវភៅក្រដាស'),
  backToComparisons: draft('ទៅការប្រៀបធៀបទាំងអស់'),
  none: draft('មិនទាន់ប្រៀបធៀបអ្វីទេ។'),
  cleanDays: draft(
    (so: string, needed: string): string =>
      `ការប្រៀបធៀបតៗគ្នាដែលគ្មានខុស ហើយមិនខ្វះអ្នកណា៖ ${so} ក្នុង ${needed}។`,
  ),
  ready: draft('ក្រដាស និងបញ្ជីត្រូវគ្នា។ អង្គប្រជុំអាចសម្រេចឈប់សរសេរក្រដាស សូមទុកវាក្នុងហិបជាមួយកូនសោ។'),
  notReady: draft('សូមបន្តសរសេរសៀវភៅក្រដាសរហូតដល់ពេលនោះ។'),
  day: draft('ថ្ងៃ'),
  membersCompared: draft('សមាជិកដែលបានប្រៀបធៀប'),
  notComparedCount: draft('មិនបានប្រៀបធៀបគ្រប់'),
  lines: draft('ជួរដែលខុសគ្នា'),
  savingsDiffer: draft('ប្រាក់សន្សំខុស'),
  loansDiffer: draft('កម្ចីខុស'),
  open: draft('បើក'),

  formHeading: draft('ក្រដាសនិយាយថាម៉េច?'),
  formOf: draft((day: string): string => `នៅចុង ${day}`),
  formMeaning: draft(
    'សូមចម្លងតួលេខពីរក្នុងសមាជិកម្នាក់៖ ប្រាក់សន្សំ និងកម្ចីនៅសល់។ សូមសរសេរ 0 បើក្រដាសថាគ្មានកម្ចី។ អ្វីដែលទុកទទេមិនត្រូវបានប្រៀបធៀបទេ ហើយមិនរាប់ជា 0។',
  ),
  privateMeaning: draft('ប្រាក់សន្សំឯកជនមិនមែនសម្រាប់ភ្នែកអ្នកដទៃទេ៖ កុំដាក់ក្នុងតួលេខទាំងនេះ។ វាមិនមានក្នុងបញ្ជីនេះ។'),
  card: draft('កាត'),
  savings: draft('ប្រាក់សន្សំ'),
  loan: draft('កម្ចីនៅសល់'),
  figure: draft('តួលេខ'),
  cellOf: draft((card: string, title: string): string => `${card}៖ ${title}`),
  fault_digits: draft((example: string): string => `សូមសរសេរតែលេខ ដូចជា ${example}៖ គ្មានដក គ្មានក្បៀស។`),
  fault_large: draft('គ្មានសៀវភៅណាមានប៉ុណ្ណេះទេ។ សូមពិនិត្យចំនួនសូន្យ។'),
  fault_second: draft('សូមជ្រើសម្នាក់។'),
  fault_nothing: draft('មិនទាន់សរសេរអ្វីទេ។ សូមចម្លងយ៉ាងហោចតួលេខមួយពីក្រដាស។'),
  second: draft('តើសមាជិកគណៈកម្មាធិការណាទៀតបានមើលក្រដាស?'),
  secondHint: draft('គាត់បញ្ចូល PIN របស់ខ្លួននៅទំព័របន្ទាប់។'),
  choose: draft('ជ្រើសរើស'),
  pasteHeading: draft('បិទភ្ជាប់ពីតារាង'),
  pasteMeaning: draft(
    'សូមចម្លងបីជួរឈរ៖ កាត ប្រាក់សន្សំ កម្ចីនៅសល់។ មួយជួរសម្រាប់សមាជិកម្នាក់។ តួលេខនឹងនៅខាងលើ ក្នុងជួររបស់វា ហើយសូមពិនិត្យនៅទីនោះ។',
  ),
  pasteLabel: draft('ជួរនៃតារាង'),
  fillIn: draft('បំពេញ'),
  pasteFault: draft(
    (count: string): string =>
      `ជួរដែលមិនបានយក៖ ${count}។ ជួរទាំងនេះនៅខាងក្រោម៖ មានលើសពីបីជួរឈរ គ្មានកាតក្នុងបញ្ជី ឬមានកាតពីរដង។ សូមកែ ឬលុបចេញ ហើយសរសេរតួលេខនៅខាងលើ។`,
  ),
  check: draft('ពិនិត្យ'),

  question: draft('តើក្រដាសនិយាយដូចនេះមែនទេ?'),
  changedSince: draft('បញ្ជីបានប្ដូរក្រោយពីអ្នកមើល ហើយមិនទាន់មានហត្ថលេខាទេ។ សូមមើលតួលេខម្ដងទៀត រួចចុះហត្ថលេខា។'),
  figuresAgree: draft((count: string): string => `តួលេខដែលត្រូវគ្នា៖ ${count}។`),
  noDifference: draft('ក្រដាស និងបញ្ជីត្រូវគ្នាគ្រប់តួលេខ។'),
  differences: draft('អ្វីដែលខុសគ្នា'),
  paper: draft('ក្រដាស'),
  book: draft('បញ្ជី'),
  difference: draft('ខុស'),
  whatNext: draft('ត្រូវធ្វើអ្វីបន្ត'),
  together: draft('សរុប'),
  next_savings_more: draft('សូមរកប្រាក់សន្សំដែលមិនទាន់មានក្នុងបញ្ជី ឬប្រាក់ដកដែលមានពីរដង។'),
  next_savings_less: draft('សូមរកប្រាក់ដកដែលមិនទាន់មានក្នុងបញ្ជី ឬប្រាក់សន្សំដែលមានពីរដង។'),
  next_loan_more: draft('សូមរកកម្ចីដែលបានបើកតែមិនទាន់មានក្នុងបញ្ជី ឬការសងដែលមានពីរដង។'),
  next_loan_less: draft('សូមរកការសងដែលមិនទាន់មានក្នុងបញ្ជី ឬការប្រាក់ដែលក្រដាសរាប់ជាប្រាក់ដើម។'),
  notCompared: draft('មិនបានប្រៀបធៀប'),
  notComparedMeaning: draft('ក្រដាសមិននិយាយអំពីអ្នកទាំងនេះទេ។ សូមរកមើលមុនប្រជុំក្រោយ។'),
  neither: draft('ទាំងប្រាក់សន្សំ ទាំងកម្ចីនៅសល់'),
  signMeaning: draft(
    'គណៈកម្មាធិការពីរនាក់បញ្ជាក់ថាសៀវភៅទាំងពីរនិយាយដូចនេះនៅថ្ងៃនោះ។ វាមិនកែអ្វីទេ៖ អ្វីដែលខុសត្រូវកែក្រោយ ក្នុងបញ្ជី ឬលើក្រដាស។',
  ),
  noChange: draft('ទេ កែវិញ'),
  sign: draft('បាទ/ចាស ចុះហត្ថលេខា'),

  oneHeading: draft('ការប្រៀបធៀបនឹងសៀវភៅក្រដាស'),
  signedBy: draft((card: string): string => `ចុះហត្ថលេខាដោយអ្នកកត់ និងដោយអ្នកកាន់កាត ${card}។`),
  asSigned: draft('តួលេខទាំងអស់ដូចពេលចុះហត្ថលេខា។ អ្វីដែលកែក្រោយមិនប្ដូរវាទេ។'),
  signWriter: draft('អ្នកកត់'),
  signSecond: draft('សមាជិកគណៈកម្មាធិការទីពីរ'),
  signMember: draft('សមាជិកម្នាក់នៃអង្គប្រជុំ'),
}
