import { draft, reviewed } from '#src/words/catalogue.ts'
import { type WordsOf, family } from '#src/words/words.ts'

const en = {
  heading: reviewed('Statements of the books'),
  toStatements: reviewed('Statements of the books'),
  lead: reviewed(
    'Every statement is counted from the journal alone: for any day, and as the book was known on any day.',
  ),
  back: reviewed('Back to the statements'),
  backToHealth: reviewed('Back to the fund’s health'),
  asOf: reviewed('Through which day'),
  knownAt: reviewed('As it was known at the end of which day'),
  knownHint: reviewed('Leave it empty for all that is known now.'),
  card: reviewed('Card'),
  show: reviewed('Show'),
  asKnown: reviewed((day: string) => `As the book was known at the end of ${day}.`),
  nothing: reviewed('There is no line.'),
  currency: reviewed((name: string) => `Sums in ${name}.`),
  dayWrong: reviewed('This is no day of the calendar. Write year, month and day like 2025-10-31.'),
  dayEarly: reviewed((day: string) => `The books begin on ${day}. Choose that day or a later one.`),
  dayAhead: reviewed((day: string) => `That day is ahead. Today is ${day}.`),
  notKnown: reviewed('On that day nothing was written down of this fund yet. Choose a later one.'),
  cardUnknown: reviewed('No member of this fund has that card. Look at the list of members.'),
}

const km: typeof en = {
  heading: draft('របាយការណ៍នៃបញ្ជី'),
  toStatements: draft('របាយការណ៍នៃបញ្ជី'),
  lead: draft('របាយការណ៍ទាំងអស់គិតពីសៀវភៅកត់ត្រាប៉ុណ្ណោះ៖ សម្រាប់ថ្ងៃណាក៏បាន និងតាមអ្វីដែលដឹងនៅថ្ងៃណាក៏បាន។'),
  back: draft('ត្រឡប់ទៅរបាយការណ៍'),
  backToHealth: draft('ត្រឡប់ទៅសុខភាពមូលនិធិ'),
  asOf: draft('ដល់ថ្ងៃណា'),
  knownAt: draft('តាមអ្វីដែលដឹងនៅចុងថ្ងៃណា'),
  knownHint: draft('ទុកទទេ សម្រាប់អ្វីដែលដឹងឥឡូវ។'),
  card: draft('កាត'),
  show: draft('បង្ហាញ'),
  asKnown: draft((day) => `តាមអ្វីដែលដឹងនៅចុងថ្ងៃ ${day}។`),
  nothing: draft('គ្មានជួរទេ។'),
  currency: draft((name) => `ចំនួនគិតជា ${name}។`),
  dayWrong: draft('នេះមិនមែនជាថ្ងៃក្នុងប្រតិទិនទេ។ សូមសរសេរឆ្នាំ ខែ ថ្ងៃ ដូច 2025-10-31។'),
  dayEarly: draft((day) => `បញ្ជីចាប់ផ្ដើមនៅ ${day}។ សូមជ្រើសថ្ងៃនោះ ឬថ្ងៃក្រោយ។`),
  dayAhead: draft((day) => `ថ្ងៃនោះមិនទាន់មកដល់។ ថ្ងៃនេះគឺ ${day}។`),
  notKnown: draft('នៅថ្ងៃនោះ មិនទាន់បានកត់អ្វីអំពីមូលនិធិនេះទេ។ សូមជ្រើសថ្ងៃក្រោយ។'),
  cardUnknown: draft('គ្មានសមាជិកមានកាតនេះទេ។ សូមមើលបញ្ជីសមាជិក។'),
}

export const statementPageWords = family<typeof en>({ en, km })
export type StatementPageWords = WordsOf<typeof en>
