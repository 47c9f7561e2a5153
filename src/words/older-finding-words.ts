import { type Language, type Marked, draft, reviewed } from '#src/words/catalogue.ts'

const pair = (english: string, khmer: string): Readonly<Record<Language, Marked<string>>> => ({
  en: reviewed(english),
  km: draft(khmer),
})

/** What findings about loans of an older book say, and what to do next. */
export const olderFindingWords = {
  'flat-rate-loan': pair(
    'Interest was asked on the whole loan until its end, whatever was left of it. The fund asks it on what is left; let the meeting convert the loan.',
    'ការប្រាក់គិតលើកម្ចីទាំងមូលរហូតដល់ចប់ ទោះនៅសល់ប៉ុន្មានក៏ដោយ។ មូលនិធិគិតតែលើប្រាក់នៅសល់ សូមឱ្យអង្គប្រជុំប្ដូរកម្ចីនេះ។',
  ),
  'fee-taken': pair(
    'A fee was taken for this loan, beside its interest. Find out where it went; no fund takes one again.',
    'បានយកកម្រៃសេវាសម្រាប់កម្ចីនេះ ក្រៅពីការប្រាក់។ សូមរកមើលថាប្រាក់នោះទៅណា ហើយកុំយកទៀត។',
  ),
  'security-taken': pair(
    'A paper that a family can lose, or somebody’s work, was taken for this loan. Nobody may do so again; look whether it was given back.',
    'បានយកក្រដាសដែលគ្រួសារអាចបាត់ ឬការងាររបស់គេ សម្រាប់កម្ចីនេះ។ កុំធ្វើទៀត សូមមើលថាបានប្រគល់វិញឬនៅ។',
  ),
  'security-not-given-back': pair(
    'What was taken for this loan is still held. Give it back before two witnesses and write down the day.',
    'អ្វីដែលបានយកសម្រាប់កម្ចីនេះនៅតែកាន់។ សូមប្រគល់វិញនៅមុខសាក្សីពីរនាក់ ហើយកត់ថ្ងៃ។',
  ),
  'interest-beyond-the-cap': pair(
    'The older terms would ask this much interest beyond what the fund may ask. It is not demanded; let the meeting vote to convert the loan, and it is gone.',
    'លក្ខខណ្ឌចាស់នឹងទារការប្រាក់លើសអ្វីដែលមូលនិធិអាចទារ។ មិនទារទេ៖ សូមឱ្យអង្គប្រជុំបោះឆ្នោតប្ដូរកម្ចី នោះវានឹងអស់។',
  ),
  'old-interest-beyond-half': pair(
    'So much of what was carried over is old interest beyond half of the loan. Nobody may ask for it: tell the household.',
    'ចំនួននេះក្នុងបំណុលដែលយោងមក ជាការប្រាក់ចាស់លើសពាក់កណ្ដាលកម្ចី។ គ្មាននរណាអាចទារបានទេ សូមប្រាប់គ្រួសារ។',
  ),
  'charges-above-half': pair(
    'Interest and fee that were paid for this loan come to more than half of it. What was paid stands; the fund asks for no more. Look at the page of the loan.',
    'ការប្រាក់ និងកម្រៃដែលបានបង់លើកម្ចីនេះ លើសពាក់កណ្ដាលកម្ចី។ អ្វីដែលបានបង់ទុកដដែល តែមូលនិធិលែងទារទៀត។ សូមមើលទំព័រកម្ចី។',
  ),
  'returned-what-was-not-held': pair(
    'Something was given back that nobody knew to be held for this loan. Check the number of the loan, and what else is held.',
    'បានប្រគល់វិញអ្វីមួយដែលមិនដឹងថាមានកាន់សម្រាប់កម្ចីនេះ។ សូមពិនិត្យលេខកម្ចី និងអ្វីផ្សេងទៀតដែលកាន់។',
  ),
  'given-back-unseen': pair(
    'Fewer than two witnesses saw that it was given back. Ask the household whether it has it.',
    'សាក្សីឃើញការប្រគល់វិញតិចជាងពីរនាក់។ សូមសួរគ្រួសារថាបានទទួលហើយឬនៅ។',
  ),
} as const satisfies Record<string, Readonly<Record<Language, Marked<string>>>>
