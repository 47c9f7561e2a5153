import { type Language, type Marked, draft } from '#src/words/catalogue.ts'

/** What is wrong with a paper book, in Khmer; the import itself says it in English. Drafts, all of them. */
const khmer = {
  'file-missing': draft('គ្មានឯកសារនេះក្នុងថតទេ។ សូមបន្ថែមវាជាមួយចំណងជើងជួរឈរ ទោះគ្មានជួរក៏ដោយ។'),
  'file-too-large': draft('ឯកសារនេះធំពេកសម្រាប់សៀវភៅភូមិ។ សូមពិនិត្យថាជាឯកសារត្រឹមត្រូវ។'),
  'not-utf8': draft('ឯកសារនេះមិនមែនជា UTF-8 ទេ។ សូមរក្សាទុកម្ដងទៀតជា "CSV UTF-8"។'),
  'nul-character': draft('មានតួអក្សរលាក់មួយនៅទីនេះ។ សូមលុបប្រអប់ ហើយវាយម្ដងទៀត។'),
  'not-json': draft('ឯកសារនេះមិនមែនជា JSON ត្រឹមត្រូវទេ។ សូមប្រៀបធៀបនឹងគំរូក្នុងមគ្គុទ្ទេសក៍។'),
  'csv-broken': draft('ជួរនេះមិនមែនជា CSV ត្រឹមត្រូវទេ។ សូមរកសញ្ញា " ដែលមិនបានបិទ។'),
  'cells-missing': draft('ជួរនេះមានប្រអប់តិចជាងចំណងជើង។ សូមបំពេញប្រអប់ដែលខ្វះ។'),
  'cells-too-many': draft('ជួរនេះមានប្រអប់ច្រើនជាងចំណងជើង។ សូមរកសញ្ញាក្បៀសដែលលើស។'),
  'column-missing': draft('ខ្វះជួរឈរនេះ។ សូមបន្ថែមដោយចំណងជើងនេះ ឬចំណងជើងខ្មែរ។'),
  'column-twice': draft('ចំណងជើងនេះមានពីរ។ សូមលុប ឬប្ដូរឈ្មោះមួយ។'),
  'column-unknown': draft('ចំណងជើងនេះមិនស្គាល់នៅទីនេះទេ។ សូមសរសេរចំណងជើងដែលចង់និយាយ ឬលុបជួរឈរ។'),
  'value-missing': draft('ប្រអប់នេះទទេ។ សូមបំពេញ។'),
  'amount-not-a-number': draft('ត្រូវជាចំនួនប្រាក់ជាលេខសុទ្ធ គ្មានអក្សរ ចន្លោះ ឬសញ្ញាខណ្ឌ។'),
  'amount-negative': draft('ចំនួននេះតិចជាងសូន្យ។ សូមកត់ក្នុងជួរឈរនៃទិសផ្ទុយ។'),
  'amount-not-whole': draft('ចំនួននេះមានចំណែកតូចដែលរូបិយប័ណ្ណមិនប្រើ។ សូមសរសេរម្ដងទៀត។'),
  'amount-too-large': draft('ចំនួននេះធំជាងមូលនិធិណាអាចមាន។ សូមពិនិត្យលេខដែលលើស។'),
  'number-not-whole': draft('ត្រូវជាចំនួនគត់ជាលេខ។'),
  'rate-not-a-number': draft('ត្រូវជាអត្រាភាគរយក្នុងមួយខែ ជាលេខដែលមានចំណុច៖ 2.5។ យ៉ាងច្រើន 100។'),
  'any-rate-not-a-number': draft('ត្រូវជាអត្រាភាគរយ ជាលេខដែលមានចំណុច៖ 18.5។ យ៉ាងច្រើន 1200។'),
  'rate-missing': draft('បានសរសេររបៀបគិតការប្រាក់ តែគ្មានអត្រា។ សូមសរសេរអត្រាក្នុងមួយខែ។'),
  'method-missing': draft(
    'បានសរសេរអត្រា តែមិនដឹងថាគិតរបៀបណា។ សូមសរសេរ declining, flat ឬ interest-only។',
  ),
  'interest-before-not-carried-over': draft(
    'ការប្រាក់ដែលបានសងមុនសៀវភៅនេះ មានតែសម្រាប់កម្ចីដែលមានសមតុល្យដើមគ្រា។',
  ),
  'date-format': draft('ត្រូវជាថ្ងៃ ឆ្នាំ-ខែ-ថ្ងៃ ឧទាហរណ៍ 2025-01-20។'),
  'date-impossible': draft('ប្រតិទិនគ្មានថ្ងៃនេះទេ។ សូមពិនិត្យខែ និងថ្ងៃ។'),
  'month-format': draft('ត្រូវជាខែ ឆ្នាំ-ខែ ឧទាហរណ៍ 2025-08។'),
  'code-format': draft('ត្រូវជាលេខ ឬកូដខ្លី៖ អក្សរ លេខ ចំណុច សញ្ញា - ឬ /។'),
  'choice-unknown': draft('មិនមែនជាពាក្យដែលជួរឈរនេះអនុញ្ញាតទេ។ សូមមើលមគ្គុទ្ទេសក៍។'),
  'member-unknown': draft('កាតនេះមិនមានក្នុង members.csv ទេ។ សូមកែកាត ឬបន្ថែមសមាជិក។'),
  'card-twice': draft('កាតនេះមានពីរដងក្នុង members.csv។ សមាជិកម្នាក់មានកាតមួយ។'),
  'card-on-two-lines': draft('កាតនេះមាននៅពីរជួរ។ សូមទុកតែជួរដែលក្រដាសមាន។'),
  'loan-unknown': draft('កម្ចីនេះមិនមានក្នុង loans.csv ទេ។ សូមកែលេខ ឬបន្ថែមកម្ចី។'),
  'loan-number-twice': draft('លេខកម្ចីនេះមានពីរដងក្នុង loans.csv។ កម្ចីមួយមានលេខមួយ។'),
  'meeting-twice': draft('ប្រជុំនេះមានពីរដងក្នុង cash_book.csv។ សូមទុកមួយជួរក្នុងមួយប្រជុំ។'),
  'opening-not-balanced': draft(
    'សមតុល្យដើមគ្រាមិនស្មើគ្នា៖ សាច់ប្រាក់ + កម្ចី - ប្រាក់បម្រុង ត្រូវស្មើ សន្សំ + សង្គម + ទុនបម្រុង + ប្រាក់កំណត់គោលដៅ។',
  ),
  'opening-savings-differ': draft('សន្សំដើមគ្រារបស់សមាជិកបូកមិនស្មើសន្សំដើមគ្រារបស់មូលនិធិ។'),
  'opening-loans-differ': draft('សមតុល្យដើមគ្រានៃកម្ចីបូកមិនស្មើកម្ចីដើមគ្រារបស់មូលនិធិ។'),
  'savings-not-shares-times-value': draft('ប្រាក់សន្សំត្រូវស្មើចំនួនហ៊ុនគុណនឹងតម្លៃហ៊ុន។'),
  'carried-over-after-opening': draft('កម្ចីដែលមានសមតុល្យដើមគ្រា ត្រូវបើកមុនសៀវភៅចាប់ផ្ដើម។'),
  'paid-out-before-opening': draft('កម្ចីដែលបើកមុនសៀវភៅចាប់ផ្ដើម ត្រូវមានសមតុល្យដើមគ្រា។'),
  'before-opening': draft('ថ្ងៃនេះមុនសៀវភៅចាប់ផ្ដើម។'),
  'loan-repaid-too-often': draft('កម្ចីនេះបានសងញឹកជាងកម្ចីណាអាចមាន។ សូមពិនិត្យថាជួរមិនមានពីរដង។'),
  'loan-without-number': draft('មានការសងដែលគ្មានលេខកម្ចី។ សូមបំពេញលេខកម្ចី។'),
  'months-out-of-range': draft('កម្ចីមានរយៈពេល 1 ដល់ 120 ខែ។'),
  'principal-is-nought': draft('កម្ចីសូន្យមិនមែនជាកម្ចីទេ។'),
  'amount-is-nought': draft('ចំនួននេះសូន្យ។ សូមបំពេញ ឬលុបជួរ។'),
  'window-cannot-hold': draft('ខែចុងក្រោយមកមុនខែដំបូង។'),
  'event-differs': draft('ជួរនៃព្រឹត្តិការណ៍តែមួយ ត្រូវមានប្រភេទ និងថ្ងៃប្រកាសដូចគ្នា។'),
  'loan-touched-twice': draft('កម្ចីនេះមានពីរដងក្នុងព្រឹត្តិការណ៍តែមួយ។ សូមទុកមួយជួរ។'),
  'fund-value': draft('តម្លៃនេះក្នុង fund.json ខ្វះ ឬមិនអាចទៅរួច។ សូមប្រៀបធៀបនឹងគំរូ។'),
  'meeting-day-unknown': draft(
    'មិនអាចអានថ្ងៃប្រជុំបានទេ។ សូមសរសេរថ្ងៃក្នុងខែនៅ "meetings" ឧទាហរណ៍ "on the 20th"។',
  ),
  'year-unknown': draft('សៀវភៅគ្មានប្រជុំ ដូច្នេះមិនដឹងឆ្នាំ។ សូមបន្ថែមប្រជុំក្នុង cash_book.csv។'),
  'workbook-not-one': draft('ឯកសារនេះមិនមែនជាសៀវភៅ .xlsx ទេ។ សូមបើកក្នុងកម្មវិធីតារាង ហើយរក្សាទុកជា .xlsx។'),
  'workbook-old-format': draft('ឯកសារនេះជាប្រភេទចាស់ .xls។ សូមបើកក្នុងកម្មវិធីតារាង ហើយរក្សាទុកជា .xlsx។'),
  'workbook-other-format': draft('ឯកសារនេះជារបស់កម្មវិធីផ្សេង។ សូមបើកក្នុងកម្មវិធីតារាង ហើយរក្សាទុកជា .xlsx។'),
  'workbook-encrypted': draft('ឯកសារនេះបិទដោយពាក្យសម្ងាត់។ សូមរក្សាទុកច្បាប់មួយដែលគ្មានពាក្យសម្ងាត់។'),
  'workbook-broken': draft('ឯកសារនេះខូច មិនអាចអានបានទេ។ សូមបើកក្នុងកម្មវិធីតារាង ហើយរក្សាទុកម្ដងទៀតជា .xlsx។'),
  'workbook-too-large': draft('ឯកសារនេះធំពេកសម្រាប់សៀវភៅភូមិ។ សូមរក្សាទុកតែសន្លឹករបស់សៀវភៅ។'),
  'zip-broken': draft('ឯកសារ zip នេះខូច មិនអាចបើកបានទេ។ សូមបង្កើតឡើងវិញពីថតនៃសៀវភៅ។'),
  'zip-encrypted': draft('ឯកសារ zip នេះបិទដោយពាក្យសម្ងាត់។ សូមបង្កើតមួយដែលគ្មានពាក្យសម្ងាត់។'),
  'zip-too-large': draft('ឯកសារ zip នេះធំពេកសម្រាប់សៀវភៅភូមិ។ សូមដាក់តែឯកសារនៃសៀវភៅ។'),
  'zip-name-twice': draft('ឯកសារពីរក្នុង zip នេះមានឈ្មោះដូចគ្នា។ សូមដាក់តែសៀវភៅមួយ។'),
  'book-not-there': draft(
    'គ្មានឯកសារនៃសៀវភៅនៅទីនេះទេ។ សូមជ្រើស fund.json members.csv និងឯកសារផ្សេងទៀត ឬ zip ឬសៀវភៅ xlsx ដែលមានវា។',
  ),
  'sheet-missing': draft('គ្មានសន្លឹកនេះក្នុងឯកសារទេ ឬវាត្រូវបានលាក់។ សូមបន្ថែមវាជាមួយចំណងជើងជួរឈរ។'),
  'sheet-twice': draft('មានសន្លឹកពីរដែលមានឈ្មោះនេះ។ សូមប្ដូរឈ្មោះ ឬលាក់មួយ។'),
  'formula-not-calculated': draft('រូបមន្តក្នុងប្រអប់នេះមិនទាន់បានគណនា។ សូមបើកក្នុងកម្មវិធីតារាង ហើយរក្សាទុក។'),
  'formula-error': draft('រូបមន្តក្នុងប្រអប់នេះមានកំហុស។ សូមសរសេរតម្លៃផ្ទាល់។'),
  'rate-as-percent': draft('ប្រអប់នេះមានតម្លៃមួយភាគរយនៃអ្វីដែលបង្ហាញ។ សូមសរសេរ 2.5 ដោយគ្មានសញ្ញា %។'),
  'no-lines': draft('គ្មានជួរក្រោមចំណងជើងទេ។ សូមបំពេញមួយជួរសម្រាប់សមាជិកម្នាក់។'),
  'no-loan-lines': draft('គ្មានជួរក្រោមចំណងជើងទេ។ សូមបំពេញមួយជួរសម្រាប់កម្ចីមួយ។'),
  'too-many-instalments': draft('កម្ចីក្នុងសន្លឹកនេះមានចំនួនដងបង់ច្រើនជាងអាចគណនាម្ដង។ សូមផ្ញើជាពីរផ្នែក។'),
  'card-not-here': draft('គ្មានសមាជិកមូលនិធិណាមានលេខប័ណ្ណនេះទេ។ សូមយកសមាជិកចូលសិន។'),
  'loan-twice-in-sheet': draft('លេខកម្ចីនេះមានពីរដងក្នុងសន្លឹក។ កម្ចីមួយមានលេខមួយ។'),
  'currency-differs': draft('ប្រាក់ទាំងនេះជារូបិយប័ណ្ណផ្សេងពីមូលនិធិ។ សូមសរសេរជារូបិយប័ណ្ណរបស់មូលនិធិ។'),
  'instalments-out-of-range': draft('កម្ចីបង់ 1 ដល់ 600 ដង។'),
  'term-out-of-range': draft('ពីថ្ងៃបើកប្រាក់ដល់ការបង់ចុងក្រោយ លើស 120 ខែ។'),
  'grace-out-of-range': draft('ចំនួនដងមិនបង់ប្រាក់ដើម មិនទុកដងណាសម្រាប់បង់ប្រាក់ដើមទេ។'),
  'paid-out-on-first-day': draft('កម្ចីនេះបានបើកនៅថ្ងៃដំបូងរបស់មូលនិធិ ឬក្រោយនោះ។ សូមកត់ជាកម្ចីរបស់មូលនិធិ។'),
  'first-due-before-payout': draft('ការបង់ដំបូងដល់កំណត់មុនថ្ងៃបើកប្រាក់។'),
  'monthly-rate-too-high': draft('តាមអត្រានេះ មួយខែលើស 100 %។ សូមពិនិត្យអត្រា និងរយៈពេលរបស់វា។'),
  'here-already': draft('អ្វីនេះមានក្នុងមូលនិធិរួចហើយ ដោយសរសេរដោយដៃ។ សូមទុកប្រអប់នេះទទេ ឬលុបការកត់ត្រានោះសិន។'),
  'here-otherwise': draft('អ្វីនេះបានទទួលពីមុនដោយតម្លៃផ្សេង។ សូមលុបការកត់ត្រានោះសិន ឬសរសេរតម្លៃដើម។'),
  'not-taken': draft('ច្បាប់មូលនិធិមិនទទួលជួរនេះទេ។ សូមសរសេរវានៅទំព័រសៀវភៅចាស់ ដើម្បីដឹងមូលហេតុ។'),
  'bank-headings-missing': draft(
    'រកមិនឃើញជួរចំណងជើងដែលមានថ្ងៃ និងប្រាក់ចូល ប្រាក់ចេញ ឬថ្ងៃ និងចំនួនមួយ។ ទំព័រនេះមានបញ្ជីចំណងជើងដែលស្គាល់។',
  ),
  'heading-unknown': draft(
    'មិនស្គាល់ចំណងជើងនេះទេ ហើយអ្វីនៅក្រោមវាអាចប្ដូរន័យនៃជួរ។ សូមលុបជួរឈរបើវាមិនប្ដូរន័យ ឬដាក់ចំណងជើងពីបញ្ជី។',
  ),
  'bank-date-format': draft('អានថ្ងៃមិនបានទេ។ សូមសរសេរ 2026-01-31 ឬ 31/01/2026 ឬ 31 មករា 2026។'),
  'date-two-ways': draft('ថ្ងៃនេះអាចអានបានពីររបៀប។ សូមសរសេរថ្ងៃក្នុងជួរឈរនេះជា ឆ្នាំ-ខែ-ថ្ងៃ 2026-01-31។'),
  'date-in-the-future': draft('ថ្ងៃនេះមិនទាន់មកដល់ទេ។ សូមពិនិត្យថ្ងៃ និងថ្ងៃរបស់ម៉ាស៊ីន។'),
  'bank-sum-unread': draft('អានចំនួនប្រាក់មិនបានទេ។ សូមសរសេរជាលេខ ដូចជា 1,200,000។'),
  'bank-two-sums': draft('ជួរនេះមានទាំងប្រាក់ចូល និងប្រាក់ចេញ។ មួយជួរមានតែមួយ។'),
  'bank-row-without-day': draft('មានចំនួនប្រាក់ តែគ្មានថ្ងៃ។ សូមលុបជួរសរុប ឬបំពេញថ្ងៃ។'),
  'other-currency': draft('នេះជារូបិយប័ណ្ណផ្សេងពីសៀវភៅរបស់មូលនិធិ។ សូមដកជួរ ឬជួរឈរទាំងនោះចេញ។'),
  'bank-lines-none': draft('គ្មានជួរដែលមានថ្ងៃ និងចំនួនប្រាក់ក្រោមចំណងជើងទេ។'),
  'bank-lines-too-many': draft('មានជួរច្រើនពេកក្នុងមួយលើក។ សូមយករយៈពេលខ្លីជាងនេះ។'),
} as const satisfies Record<string, Marked<string>>

export const bookFaultCodes: readonly string[] = Object.keys(khmer)

/** Files are sheets in a workbook: "members.csv" is its sheet "members". */
const ofSheets = (said: string): string => said.replaceAll(/\b(\w+)\.(?:csv|json)\b/g, '$1')

const nearestSaid: Readonly<Record<Language, string>> = {
  en: 'The nearest known heading',
  km: 'ចំណងជើងដែលជិតជាងគេ',
}

/** What is wrong, in the language asked for; the import's own words where there are no others. */
export const bookFaultSaid = (
  {
    file,
    code,
    message,
    nearest,
  }: {
    readonly file: string
    readonly code: string
    readonly message: string
    readonly nearest?: string | undefined
  },
  language: Language,
): string => {
  const words: Readonly<Record<string, Marked<string>>> = khmer
  const said = language === 'km' && Object.hasOwn(words, code) ? words[code]!.text : message
  const whole = nearest === undefined ? said : `${said} ${nearestSaid[language]}: ${nearest}`
  return file.includes('.') ? whole : ofSheets(whole)
}
