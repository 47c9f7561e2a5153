import type { bookPageEn } from '#src/words/book-page-words-en.ts'
import { draft } from '#src/words/catalogue.ts'

/** Drafts, all of them, until a native speaker has read them. */
export const bookPageKm: typeof bookPageEn = {
  bring: draft('យកសៀវភៅក្រដាសចូល'),
  lead: draft(
    'ភូមិដែលធ្លាប់កត់សៀវភៅលើក្រដាស ឬក្នុងតារាង ក្លាយជាមូលនិធិជាមួយអ្វីៗទាំងអស់ក្នុងសៀវភៅ៖ សមាជិក កម្ចី ការប្រជុំ ប្រាក់។ ដំបូងអ្នកឃើញអ្វីដែលនឹងកត់។ មុនអ្នកយល់ព្រម គ្មានអ្វីត្រូវកត់ទេ។',
  ),
  forms: draft(
    'សូមជ្រើសសៀវភៅ xlsx មួយ ឬ zip មួយ ឬឯកសារទាំងអស់ម្ដង៖ fund.json members.csv loans.csv meeting_sheet.csv cash_book.csv grants.csv relief.csv និង write_offs.csv។ យ៉ាងច្រើន 8 មេកាបៃ។',
  ),
  takesTime: draft('សៀវភៅមួយឆ្នាំរបស់ភូមិត្រូវការប៉ុន្មានវិនាទី។ សូមទុកទំព័របើក រហូតដល់មានចម្លើយ។'),
  file: draft('សៀវភៅ'),
  tooLarge: draft('សៀវភៅនេះមានច្រើនជាងភូមិណាសរសេរ។ សូមពិនិត្យថាជាឯកសារត្រឹមត្រូវ។ គ្មានអ្វីត្រូវបានកត់ទេ។'),
  elsewhere: draft('សៀវភៅនេះបណ្ដាញផ្សេងបានយកចូលហើយ។ សូមសួរគេសិន។ គ្មានអ្វីត្រូវបានកត់ទេ។'),
  hereAlready: draft('សៀវភៅនេះមាននៅទីនេះរួចហើយ។ គ្មានអ្វីត្រូវបានប្ដូរទេ។'),
  village: draft('លេខកូដភូមិ'),
  begins: draft('សៀវភៅចាប់ផ្ដើម'),
  members: draft('សមាជិក'),
  loans: draft('កម្ចី'),
  meetings: draft('ការប្រជុំ'),
  entries: draft('ការកត់ត្រា'),
  flagged: draft('ការកត់ត្រាដែលខុសច្បាប់មូលនិធិ៖ កត់ដោយមានសញ្ញា'),
  'village-already-here': draft('មូលនិធិមួយទៀតនៅទីនេះមានលេខកូដភូមិដូចគ្នា។ សូមប្រៀបធៀបមុនបន្ត។'),
  'grant-payees-not-kept': draft('ជំនួយត្រូវបានរក្សាតែលេខ និងចំនួន។ អ្នកទទួល និងមូលហេតុនៅក្នុងសៀវភៅក្រដាស។'),
  chooseAgain: draft('ជ្រើសសៀវភៅដដែលម្ដងទៀត'),
  chooseAgainWhy: draft('យើងមិនរក្សាច្បាប់ចម្លងនៃសៀវភៅទេ។ យើងពិនិត្យថាវាដូចអ្វីដែលអ្នកឃើញនៅទីនេះ។'),
  done: draft('សៀវភៅនៅទីនេះហើយ'),
  doneLead: draft('បានកត់ទាំងអស់ ហើយមូលនិធិនៅក្នុងបណ្ដាញរបស់អ្នក។'),
  next: draft('មន្ត្រីរបស់វាត្រូវការឈ្មោះចូល៖ គេឃើញអ្វីដែលសៀវភៅប្រាប់ និងអ្វីដែលខុសច្បាប់។'),
}
