import { peopleFindingWords } from '#src/words/people-finding-words.ts'
import { olderFindingWords } from '#src/words/older-finding-words.ts'
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
    'អត្រាការប្រាក់លើសពិដានច្បាប់ 18% ក្នុងមួយឆ្នាំ។',
  ),
  'more-shares-than-a-meeting-allows': pair(
    'More shares were bought than one meeting allows.',
    'បានទិញហ៊ុនលើសចំនួនកំណត់ក្នុងមួយប្រជុំ។',
  ),
  'fewer-shares-than-a-meeting-asks': pair(
    'Fewer shares were bought than a meeting asks for. Ask whether the household is well; nothing is fined.',
    'បានទិញហ៊ុនតិចជាងចំនួនដែលប្រជុំកំណត់។ សូមសួរសុខទុក្ខគ្រួសារ។ គ្មានពិន័យទេ។',
  ),
  'heirs-paid-unwitnessed': pair(
    'Savings of a member who died were paid out before fewer than two witnesses. Ask the family whether they got them.',
    'ប្រាក់សន្សំអ្នកស្លាប់ត្រូវបានប្រគល់ដោយគ្មានសាក្សីពីរនាក់។ សូមសួរគ្រួសារថាបានទទួលឬនៅ។',
  ),
  'heirs-of-the-living-paid': pair(
    'Savings were paid to heirs of somebody whose death is not in the book. Check who it was.',
    'ប្រាក់សន្សំត្រូវបានប្រគល់ទៅអ្នកស្នងមរតក តែសៀវភៅគ្មានកត់ការស្លាប់។ សូមពិនិត្យ។',
  ),
  'borrowed-above-limit': pair(
    'The fund owes more outside than its charter lets it. Tell the members, and borrow no more.',
    'មូលនិធិជំពាក់ខាងក្រៅលើសកម្រិតលក្ខន្តិកៈ។ សូមប្រាប់សមាជិក ហើយកុំខ្ចីថែម។',
  ),
  'repaid-above-borrowing': pair(
    'More was paid back to a lender than was borrowed. Check the slip.',
    'បានសងទៅអ្នកឱ្យខ្ចីលើសចំនួនខ្ចី។ សូមពិនិត្យបង្កាន់ដៃ។',
  ),
  'exchanged-more-than-held': pair(
    'More of a currency was exchanged than the books say was there. Count that box.',
    'បានប្តូរប្រាក់លើសចំនួនក្នុងបញ្ជី។ សូមរាប់ហិប។',
  ),
  'exchange-rate-differs': pair(
    'The two sums of an exchange are not what its rate says. They stand as written: check the slip.',
    'ចំនួនទាំងពីរនៃការប្តូរមិនត្រូវតាមអត្រា។ ទុកតាមសៀវភៅ៖ សូមពិនិត្យបង្កាន់ដៃ។',
  ),
  'savings-cost-above-yield': pair(
    'Interest on savings costs more a year than the loans bring. The fund cannot carry that for long.',
    'ការប្រាក់លើប្រាក់សន្សំថ្លៃជាងចំណូលពីកម្ចីក្នុងមួយឆ្នាំ។ មូលនិធិទ្រាំមិនបានយូរទេ។',
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
  'support-without-decision': pair(
    'Support was paid that nobody had voted for. Nobody owes it back: let the next meeting hear of it.',
    'បានបើកជំនួយដោយគ្មានការសម្រេច។ គ្មានអ្នកណាត្រូវសងទេ៖ សូមប្រាប់អង្គប្រជុំបន្ទាប់។',
  ),
  'above-award': pair(
    'More support was paid than was awarded. Nobody owes it back: ask why it was paid.',
    'បានបើកជំនួយលើសចំនួនដែលសម្រេច។ គ្មានអ្នកណាត្រូវសងទេ៖ សួរថាហេតុអ្វី។',
  ),
  'conditions-open': pair(
    'The last part of a support was paid before what was agreed had been seen.',
    'បានបើកចំណែកចុងក្រោយ មុនពេលឃើញអ្វីដែលបានព្រមព្រៀង។',
  ),
  'paid-at-a-meeting': pair(
    'Support that the team brought was paid on the day of a meeting. Hand it to the team, on another day.',
    'ជំនួយដែលក្រុមនាំមក ត្រូវបានបើកនៅថ្ងៃប្រជុំ។ សូមប្រគល់ជូនក្រុម នៅថ្ងៃផ្សេង។',
  ),
  'relief-longer-than-rule': pair(
    'Payments were postponed for more than six months.',
    'ការពន្យារលើសប្រាំមួយខែ។',
  ),
  'relief-not-ratified': pair(
    'Officers postponed payments, and a meeting that could have voted on it did not. It may have voted and nobody wrote it down: look into the minutes, or vote at the next meeting.',
    'គណៈកម្មាធិការបានពន្យារការបង់ ហើយអង្គប្រជុំដែលអាចបោះឆ្នោតមិនបានបោះទេ។ ប្រហែលបានបោះ តែគ្មានអ្នកកត់៖ សូមមើលកំណត់ហេតុ ឬបោះឆ្នោតនៅប្រជុំបន្ទាប់។',
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
    'The balances taken over from the old book do not come to nought. Something was left out.',
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
  'fine-above-charter': pair(
    'A member paid a larger fine than the charter has. If a loan was behind it, it is a price that is not allowed: give it back.',
    'សមាជិកបង់ពិន័យច្រើនជាងលក្ខន្តិកៈ។ បើជាតម្លៃកម្ចី គឺហាម៖ សូមប្រគល់វិញ។',
  ),
  'contribution-above-charter': pair(
    'A member paid more into the social fund than the charter asks. Several meetings at once are fine; a price for a loan is not: ask.',
    'សមាជិកបង់ចូលមូលនិធិសង្គមច្រើនជាងលក្ខន្តិកៈ។ បង់ជំនួសប្រជុំមុនបាន តែតម្លៃកម្ចីហាម៖ សូមសួរ។',
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
  'moved-in-one-name': pair(
    'Money went to or from the bank or wallet in the name of one person. Two should go; ask who had it, and look at the slip.',
    'ប្រាក់ដាក់ ឬដកពីធនាគារក្នុងនាមមនុស្សម្នាក់។ គួរមានពីរនាក់ សូមសួរ ហើយមើលប័ណ្ណធនាគារ។',
  ),
  'moved-more-than-held': pair(
    'More was taken from the bank or wallet than the books say it held. Ask for a statement.',
    'ដកពីធនាគារលើសចំនួនក្នុងសៀវភៅ។ សូមសុំរបាយការណ៍ធនាគារ។',
  ),
  'bank-statement-differs': pair(
    'The bank or wallet says another sum than the books. Look for a deposit, a withdrawal or a fee that nobody wrote down.',
    'ធនាគារនិយាយចំនួនខុសពីសៀវភៅ។ សូមរកប្រាក់ដាក់ ដក ឬកម្រៃដែលមិនបានកត់។',
  ),
  'dispute-unanswered': pair(
    'A member said that something is not right, and the next meeting gave no answer. Answer at the coming one.',
    'សមាជិកម្នាក់និយាយថាមានអ្វីមិនត្រឹមត្រូវ តែប្រជុំបន្ទាប់មិនបានឆ្លើយ។ សូមឆ្លើយនៅប្រជុំខាងមុខ។',
  ),
  'asked-too-long-ago': pair(
    'Members were last asked more than a year ago whether their balance is right. Draw members and ask them.',
    'បានសួរសមាជិកថាតួលេខត្រឹមត្រូវឬទេ ជាងមួយឆ្នាំមុន។ សូមចាប់ឆ្នោត ហើយសួរម្ដងទៀត។',
  ),
  'asked-and-often-not-right': pair(
    'Of the members who were drawn and asked, many did not say that their balance is right. Look for them before the next meeting.',
    'ក្នុងចំណោមសមាជិកដែលបានចាប់ឆ្នោតសួរ មានច្រើនមិនបានថាតួលេខត្រឹមត្រូវ។ សូមទៅជួបពួកគាត់មុនប្រជុំក្រោយ។',
  ),
  'dispute-handed-to-the-ngo': pair(
    'The officers asked the NGO to look at what a member says is not right. It waits for an answer.',
    'គណៈកម្មាធិការសុំឱ្យអង្គការពិនិត្យអ្វីដែលសមាជិកថាមិនត្រឹមត្រូវ។ កំពុងរង់ចាំចម្លើយ។',
  ),
  ...peopleFindingWords,
  ...olderFindingWords,
} as const satisfies Record<string, Readonly<Record<Language, Marked<string>>>>

export type FindingWord = keyof typeof findingWords

/** A finding in words; its code where no words are known. */
export const findingInWords = (code: string, language: Language): string =>
  (findingWords as Readonly<Record<string, Readonly<Record<Language, Marked<string>>>>>)[code]?.[
    language
  ].text ?? code

export const findingWordCodes = Object.keys(findingWords) as readonly FindingWord[]
