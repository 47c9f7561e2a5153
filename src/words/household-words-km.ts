import { draft } from '#src/words/catalogue.ts'
import type { en } from '#src/words/household-words-en.ts'

/** The Khmer wording of a household's pages; all of it waits for a native speaker. */
export const km: typeof en = {
  heading: draft('សៀវភៅសមាជិករបស់ខ្ញុំ'),
  card: draft((card) => `កាតលេខ ${card}`),
  asOf: draft((date) => `តាមបញ្ជីគិតត្រឹមថ្ងៃ ${date}`),
  former: draft('អ្នកបានចាកចេញពីមូលនិធិ។ អ្វីដែលនៅសល់រវាងអ្នក និងមូលនិធិ មាននៅទីនេះ។'),

  savings: draft('ប្រាក់សន្សំរបស់ខ្ញុំ'),
  noSavings: draft('មិនទាន់មានប្រាក់សន្សំទេ។ អ្នកអាចចាប់ផ្ដើមដោយទិញហ៊ុនមួយនៅពេលប្រជុំណាក៏បាន។'),
  loanLeft: draft('កម្ចីនៅសល់'),
  loansLeft: draft('កម្ចីទាំងអស់នៅសល់'),
  noLoan: draft('អ្នកមិនជំពាក់មូលនិធិទេ។'),
  waiting: draft('ប្រាក់រង់ចាំពាក្យរបស់អ្នក'),
  waitingMeaning: draft('អ្នកបានបង់លើសចំនួនជំពាក់។ សូមប្រាប់នៅប្រជុំក្រោយថាប្រាក់នេះសម្រាប់អ្វី។'),

  eachLoan: draft('កម្ចីនីមួយៗ'),
  loan: draft((number) => `កម្ចីលេខ ${number}`),
  seeLoan: draft('មើលរបៀបគិត'),
  left: draft('នៅសល់'),

  nextPayment: draft('ការសងលើកក្រោយ'),
  instalmentPart: draft('ប្រាក់ដើម'),
  interestPart: draft('ការប្រាក់'),
  latePart: draft('យឺតហើយ'),
  isLate: draft('ការសងមួយហួសថ្ងៃហើយ។ សូមយកមកតាមដែលអាច ហើយសួរគណៈកម្មាធិការថាអាចធ្វើយ៉ាងណា។'),
  noneDue: draft('មិនត្រូវសងអ្វីទេ។'),

  relief: draft((event) => `បានពន្យារការសង៖ ${event}`),
  reliefDays: draft(
    (from, to) => `ពី ${from} ដល់ ${to} មិនត្រូវសងអ្វីទេ។ ខែដែលចប់ក្នុងថ្ងៃទាំងនេះ មិនគិតការប្រាក់ទេ។`,
  ),
  flood: draft('ទឹកជំនន់'),
  drought: draft('គ្រោះរាំងស្ងួត'),
  storm: draft('ខ្យល់ព្យុះ'),
  fire: draft('អគ្គិភ័យ'),
  'pest-or-animal-disease': draft('សត្វល្អិត ឬជំងឺសត្វ'),
  epidemic: draft('ជំងឺរាតត្បាត'),
  'conflict-or-mass-return': draft('ជម្លោះ ឬមនុស្សច្រើនវិលត្រឡប់'),
  personal: draft('បញ្ហាក្នុងគ្រួសារ'),
  other: draft('ការលំបាក'),

  early: draft('បើអ្នកសងទាំងអស់ថ្ងៃនេះ'),
  earlySaves: draft('អ្នកនឹងសន្សំបានការប្រាក់ចំនួននេះ'),
  earlySum: draft((sum, interest) =>
    interest === '' ? `អ្នកត្រូវបង់ ${sum} គ្មានការប្រាក់ទេ។` : `អ្នកត្រូវបង់ ${sum} ក្នុងនោះការប្រាក់ ${interest}។`,
  ),
  earlyNought: draft('ការសងមុនមិនអស់ប្រាក់បន្ថែម ហើយក៏មិនសន្សំបន្ថែមដែរ។ មិនចាំបាច់ប្រញាប់ទេ។'),
  earlyFree: draft('អ្នកអាចសងមុនបានជានិច្ច។ មិនអស់ប្រាក់បន្ថែមទេ។'),

  lines: draft('បន្ទាត់ចុងក្រោយ'),
  linesOf: draft((shown, all) =>
    shown === all ? `បន្ទាត់ទាំងអស់ចំនួន ${all} អំពីអ្នក។` : `បន្ទាត់ចុងក្រោយ ${shown} ក្នុងចំណោម ${all}។`,
  ),
  noLines: draft('មិនទាន់មានអ្វីកត់ត្រាអំពីអ្នកទេ។'),
  'savings-taken-over': draft('ប្រាក់សន្សំពីសៀវភៅចាស់'),
  'shares-bought': draft('បានសន្សំ'),
  'savings-deposited': draft('បានសន្សំសេរី'),
  'savings-withdrawn': draft('បានដកប្រាក់សន្សំ'),
  'savings-changed': draft('ប្រាក់សន្សំបានប្ដូរ'),
  'loan-taken-over': draft('កម្ចីពីសៀវភៅចាស់'),
  'loan-paid-out': draft('បានទទួលកម្ចី'),
  repaid: draft('បានសង'),
  'written-off': draft('មូលនិធិលែងរង់ចាំ'),
  ofItInterest: draft((interest) => `ក្នុងនោះការប្រាក់ ${interest}`),

  savingsThen: draft((sum) => `សរុប ${sum}`),
  leftThen: draft((sum) => `នៅសល់ ${sum}`),

  notRight: draft('នេះមិនត្រឹមត្រូវ'),
  notRightHeading: draft('ពេលមានអ្វីមិនត្រឹមត្រូវ'),
  notRightFirst: draft('សូមប្រៀបធៀបទំព័រនេះជាមួយសៀវភៅសមាជិក ហើយរកបន្ទាត់ដែលខុសគ្នា។'),
  notRightMeeting: draft(
    (date, distance) =>
      `សូមនិយាយឱ្យឮនៅប្រជុំក្រោយ ថ្ងៃ ${date} (${distance})។ សូមយកសៀវភៅសមាជិកមកជាមួយ។ បញ្ជីអាចកែបានតែដោយបន្ទាត់ថ្មីដែលគ្រប់គ្នាមើលឃើញ។`,
  ),
  notRightWitness: draft('សូមឱ្យអ្នកកាន់បញ្ជីអានបន្ទាត់នោះឱ្យអ្នកស្ដាប់។ អ្នកអាចនាំអ្នកដែលអ្នកទុកចិត្តមកជាមួយ។'),
  notRightAuditor: draft('បើគ្មានចម្លើយ ឬអ្នកមិនចង់និយាយក្នុងភូមិ សូមប្រាប់សវនករនៃអង្គការដែលពិនិត្យមូលនិធិនេះ។'),

  whoLooked: draft('អ្នកណាបានមើល'),
  whoLookedMeaning: draft(
    'អ្នកដែលបានបើកមើលបញ្ជីរបស់អ្នក ឬកម្ចីរបស់អ្នក ថ្មីជាងគេនៅខាងលើ។ ការមើលបញ្ជីសមាជិកទាំងអស់ មាននៅក្នុងកំណត់ត្រារបស់មូលនិធិ។',
  ),
  nobodyLooked: draft('គ្មាននរណាបានបើកមើលបញ្ជីរបស់អ្នកទេ។'),
  self: draft('អ្នក'),
  'by-card': draft('តាមកាតរបស់អ្នក'),
  unknown: draft('អ្នកផ្សេង'),
  refused: draft('ត្រូវបានបដិសេធ'),
  sawRecord: draft('បានបើកមើលបញ្ជីរបស់អ្នក'),
  sawLoan: draft((number) => `បានបើកមើលកម្ចីលេខ ${number}`),
  sawLog: draft('បានបើកមើលបញ្ជីនេះ'),
  sawReceipt: draft('បានបើកមើលបង្កាន់ដៃ'),
  changedCard: draft('បានធ្វើ ឬប្ដូរកាតរបស់អ្នក'),
  signedIn: draft('បានចូល'),
  wrote: draft('បានកត់ត្រា ឬកែប្រែ'),

  listen: draft('ស្តាប់'),

  quickExit: draft('ចេញឥឡូវ'),
  quickExitMeaning: draft('បិទការចូលរបស់អ្នក ហើយបើកទំព័រផ្សេង។'),
  backToFund: draft('ទៅមូលនិធិ'),
  back: draft('ទៅសៀវភៅរបស់ខ្ញុំ'),
  print: draft('ដើម្បីទុកលើក្រដាស សូមបោះពុម្ពទំព័រនេះ។'),
}
