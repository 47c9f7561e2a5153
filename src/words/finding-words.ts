import { type Language, type Marked, draft, reviewed } from '#src/words/catalogue.ts'

const pair = (english: string, khmer: string): Readonly<Record<Language, Marked<string>>> => ({
  en: reviewed(english),
  km: draft(khmer),
})

/** What each finding says to a committee or an auditor, by its code. */
const findingWords = {
  'write-off-without-minute': pair(
    'A loan was written off and no minute names the decision. Look for the minute, or vote on it.',
    'កម្ចីត្រូវបានលុបចោល ដោយគ្មានកំណត់ហេតុ។ សូមរកកំណត់ហេតុ ឬបោះឆ្នោត។',
  ),
  'write-off-differs-from-owed': pair(
    'The sum written off is not what was owed. Check the loan page.',
    'ចំនួនលុបចោលមិនស្មើចំនួនជំពាក់។ សូមពិនិត្យទំព័រកម្ចី។',
  ),
  'loan-to-absent-member': pair(
    'A loan was paid out at a meeting where the sheet marks the borrower as absent. Ask the member in person.',
    'កម្ចីត្រូវបានបើកនៅពេលអ្នកខ្ចីអវត្តមាន។ សូមសួរសមាជិកផ្ទាល់។',
  ),
  'loan-above-ceiling': pair(
    'This loan is larger or longer than the charter allows the borrower. Ask who decided it.',
    'កម្ចីនេះធំ ឬវែងជាងការកំណត់។ សូមសួរអ្នកដែលសម្រេច។',
  ),
  'loan-above-fund-share': pair(
    'This loan is more than the fund should lend to one member.',
    'កម្ចីនេះច្រើនជាងមូលនិធិគួរឱ្យសមាជិកម្នាក់ខ្ចី។',
  ),
  'second-loan': pair(
    'The borrower had another loan of the same sort open. Check how she will pay both.',
    'អ្នកខ្ចីមានកម្ចីមួយទៀតនៅឡើយ។ សូមពិនិត្យរបៀបសងទាំងពីរ។',
  ),
  'repaid-and-lent-again': pair(
    'A loan was paid back and a new one taken within a week. Check that money really came in.',
    'កម្ចីចាស់បានសង ហើយខ្ចីថ្មីក្នុងមួយសប្តាហ៍។ សូមពិនិត្យថាប្រាក់ពិតជាបានចូល។',
  ),
  'split-differs': pair(
    'The book splits this repayment into interest and principal differently from the rule. It stands as written.',
    'សៀវភៅបែងចែកការប្រាក់ និងប្រាក់ដើមខុសពីក្បួន។ ទុកតាមសៀវភៅ។',
  ),
  'loan-overpaid': pair(
    'More was paid than was owed. The rest waits in suspense: ask its owner what it is for.',
    'បានសងលើសចំនួនជំពាក់។ សូមសួរម្ចាស់ប្រាក់។',
  ),
  'paid-by-another': pair(
    'Somebody else paid this loan. That may be kin, or a loan taken for another.',
    'អ្នកផ្សេងបានសងកម្ចីនេះ។ អាចជាញាតិ ឬខ្ចីជំនួសគេ។',
  ),
  'repaid-before-payout': pair(
    'A repayment is dated before the loan was paid out. Check both dates.',
    'ថ្ងៃសងមុនថ្ងៃបើកប្រាក់។ សូមពិនិត្យថ្ងៃទាំងពីរ។',
  ),
  'owed-above-principal': pair(
    'More was carried over than was ever lent. Interest may have been added to the debt.',
    'ចំនួនជំពាក់យោងមកច្រើនជាងប្រាក់ដើម។ ការប្រាក់អាចត្រូវបានបូកចូល។',
  ),
  'rate-above-cap': pair(
    'The interest of the charter is above the legal cap of 18 % a year.',
    'អត្រាការប្រាក់លើសពិដានច្បាប់ ១៨% ក្នុងមួយឆ្នាំ។',
  ),
  'more-shares-than-a-meeting-allows': pair(
    'More shares were bought than one meeting allows.',
    'បានទិញហ៊ុនលើសចំនួនកំណត់ក្នុងមួយប្រជុំ។',
  ),
  'more-than-saved': pair(
    'More was withdrawn than the books say was saved.',
    'បានដកលើសប្រាក់សន្សំក្នុងបញ្ជី។',
  ),
  'more-than-social-fund-holds': pair(
    'More was paid from the social fund than it held.',
    'បានចំណាយលើសមូលនិធិសង្គម។',
  ),
  'window-overspent': pair(
    "More support was paid than the donor gave for it. Other people's money was used.",
    'បានចំណាយជំនួយលើសប្រាក់ម្ចាស់ជំនួយ។',
  ),
  'relief-longer-than-rule': pair(
    'Payments were postponed for more than six months.',
    'ការពន្យារលើសប្រាំមួយខែ។',
  ),
  'box-differs-from-books': pair(
    'The box, counted by note, did not hold what the books say.',
    'ប្រាក់ក្នុងហិបរាប់តាមសន្លឹក មិនស្មើបញ្ជី។',
  ),
  'opening-not-last-closing': pair(
    'The box opened with another sum than it closed with. Ask who kept the keys.',
    'ប្រាក់បើកហិបមិនស្មើប្រាក់បិទលើកមុន។ សូមសួរអ្នកកាន់កូនសោ។',
  ),
  'cash-book-does-not-add-up': pair(
    'The line of the cash book does not add up to its own closing.',
    'បន្ទាត់សៀវភៅសាច់ប្រាក់បូកមិនត្រូវ។',
  ),
  'cash-book-differs': pair(
    'A total of the cash book is not what the sheets of that meeting come to.',
    'ចំនួនសរុបក្នុងសៀវភៅសាច់ប្រាក់មិនស្មើសន្លឹកប្រជុំ។',
  ),
  'attendance-differs': pair(
    'The cash book counts other members present than the sheet marks.',
    'ចំនួនវត្តមានក្នុងសៀវភៅសាច់ប្រាក់មិនស្មើសន្លឹកប្រជុំ។',
  ),
  'meeting-missing-in-cash-book': pair(
    'There are sheets of this meeting but no line in the cash book.',
    'មានសន្លឹកប្រជុំ ប៉ុន្តែគ្មានក្នុងសៀវភៅសាច់ប្រាក់។',
  ),
  'absent-but-paid-in': pair(
    'Shares were bought in the name of a member who is marked absent.',
    'មានទិញហ៊ុនក្នុងឈ្មោះសមាជិកអវត្តមាន។',
  ),
  'cash-above-box-limit': pair(
    'More cash stayed in the box overnight than the charter allows. Bring the rest to a bank or wallet.',
    'សាច់ប្រាក់ក្នុងហិបពេលយប់លើសកំណត់។ សូមយកទៅធនាគារ ឬកាបូបអេឡិចត្រូនិក។',
  ),
  'committee-share-high': pair(
    'Committee members owe more than a quarter of all loans.',
    'គណៈកម្មាធិការជំពាក់លើសមួយភាគបួននៃកម្ចីទាំងអស់។',
  ),
  'largest-borrower-high': pair(
    'One member owes more than a tenth of what the fund and its savers own.',
    'សមាជិកម្នាក់ជំពាក់លើសមួយភាគដប់នៃប្រាក់មូលនិធិ និងអ្នកសន្សំ។',
  ),
  'takeover-not-settled': pair(
    'The balances taken over from the older book do not come to nought. Something was left out.',
    'សមតុល្យយោងពីសៀវភៅចាស់មិនស្មើសូន្យ។ មានអ្វីមួយត្រូវបានភ្លេច។',
  ),
  'auditors-dismissed': pair(
    "The village has ended an auditor's right to read the book. Ask the members why they voted so.",
    'ភូមិបានបញ្ឈប់សិទ្ធិសវនករមើលសៀវភៅ។ សូមសួរសមាជិកថាហេតុអ្វី។',
  ),
  'paid-out-unlike-the-decision': pair(
    'This loan was paid out otherwise than the vote decided: to another member, for another sum or another time. Ask who changed it.',
    'កម្ចីនេះបើកខុសពីការសម្រេច។ សូមសួរថាអ្នកណាប្ដូរ។',
  ),
  'lent-above-the-cap': pair(
    'This loan costs more a year than the law and the charter allow. The vote should change it.',
    'កម្ចីនេះថ្លៃជាងច្បាប់ និងលក្ខន្តិកៈអនុញ្ញាត។ សូមឱ្យអង្គប្រជុំកែ។',
  ),
  'lent-more-than-agreed': pair(
    'More was paid out in parts than was agreed for this loan. Ask who decided it.',
    'បើកជាផ្នែកៗលើសចំនួនដែលបានព្រម។ សូមសួរអ្នកសម្រេច។',
  ),
  'fine-above-limit': pair(
    'A fine for being late was more than the rules allow. What is above it stands as savings of the payer; tell the payer.',
    'ប្រាក់ពិន័យលើសកំណត់។ ផ្នែកលើសនៅជាប្រាក់សន្សំអ្នកបង់ សូមប្រាប់គាត់។',
  ),
  'recovered-above-claim': pair(
    'More came in for a loan that was given up than was owed. The rest waits for its owner.',
    'ប្រាក់ពីកម្ចីលុបចោលលើសចំនួនជំពាក់។ ផ្នែកលើសរង់ចាំម្ចាស់។',
  ),
  'handed-back-more-than-waited': pair(
    'More money was handed back than waited for this member. Check the box and the page of the member.',
    'ប្រាក់ប្រគល់វិញលើសចំនួនដែលរង់ចាំ។ សូមពិនិត្យហិប និងទំព័រសមាជិក។',
  ),
  'reversed-same-day': pair(
    'A line was written and taken back on the same day. It is mostly a slip of the pen; ask if it happens often.',
    'បន្ទាត់មួយកត់ហើយដកវិញក្នុងថ្ងៃតែមួយ។ ភាគច្រើនគឺកត់ខុស សូមសួរបើកើតញឹកញាប់។',
  ),
} as const satisfies Record<string, Readonly<Record<Language, Marked<string>>>>

export type FindingWord = keyof typeof findingWords

/** A finding in words; its code where no words are known. */
export const findingInWords = (code: string, language: Language): string =>
  (findingWords as Readonly<Record<string, Readonly<Record<Language, Marked<string>>>>>)[code]?.[
    language
  ].text ?? code

export const findingWordCodes = Object.keys(findingWords) as readonly FindingWord[]
