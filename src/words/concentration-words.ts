import { draft, reviewed } from '#src/words/catalogue.ts'
import { type WordsOf, family } from '#src/words/words.ts'

const en = {
  heading: reviewed('Loans with few'),
  lead: reviewed(
    'Who lives with an officer is no part of the book. It is counted here from what members declared, and shown as sums.',
  ),
  today: reviewed('Kin and households count as they are declared today.'),
  toRows: reviewed('What this is made of'),
  officers: reviewed('Officers'),
  households: reviewed('Officers and their households'),
  livingWith: reviewed((count: number) =>
    count === 1
      ? 'One loan of somebody in an officer’s household'
      : `${count} loans of people in officers’ households`,
  ),
  largest: reviewed('The member who owes most'),
  ofLent: reviewed('of all that is lent'),
  ofOwn: reviewed('of what the fund owns and its members saved'),
  lent: reviewed('All that is lent'),
  own: reviewed('What the fund owns and its members saved'),
  limit: reviewed((percent: number) => `at most ${percent} %`),
  isAbove: reviewed('Above the limit. Lend no more here until the share has fallen.'),
  isWithin: reviewed('Within the limit'),
  nothing: reviewed('Nothing is owed.'),
  onlySums: reviewed('Whose household it is, only the chair and the record-keeper see.'),
  sum: reviewed('Together'),
  votesHeading: reviewed('Votes to look at again'),
  votesNone: reviewed('In no decided loan anybody had a part who is declared kin of the borrower.'),
  votes: reviewed((count: number) =>
    count === 1
      ? 'In one decided loan somebody had a part who is declared kin of the borrower, or lives with the borrower.'
      : `In ${count} decided loans somebody had a part who is declared kin of the borrower, or lives with the borrower.`,
  ),
  votesMeaning: reviewed(
    'They may have been declared after the vote. The decision stands; let the next meeting hear of it.',
  ),
}

const km: typeof en = {
  heading: draft('កម្ចីនៅជាមួយមនុស្សតិច'),
  lead: draft(
    'អ្នករួមគ្រួសារជាមួយគណៈកម្មាធិការ មិនមាននៅក្នុងសៀវភៅទេ។ នៅទីនេះរាប់តាមអ្វីដែលសមាជិកប្រកាស ហើយបង្ហាញតែចំនួនសរុប។',
  ),
  today: draft('សាច់ញាតិ និងគ្រួសារ រាប់តាមការប្រកាសថ្ងៃនេះ។'),
  toRows: draft('ចំនួននេះមានអ្វីខ្លះ'),
  officers: draft('គណៈកម្មាធិការ'),
  households: draft('គណៈកម្មាធិការ និងគ្រួសារពួកគេ'),
  livingWith: draft((count) => `កម្ចី ${count} របស់អ្នករួមគ្រួសារជាមួយគណៈកម្មាធិការ`),
  largest: draft('សមាជិកដែលជំពាក់ច្រើនជាងគេ'),
  ofLent: draft('នៃកម្ចីទាំងអស់'),
  ofOwn: draft('នៃទ្រព្យមូលនិធិ និងប្រាក់សន្សំសមាជិក'),
  lent: draft('កម្ចីទាំងអស់'),
  own: draft('ទ្រព្យមូលនិធិ និងប្រាក់សន្សំសមាជិក'),
  limit: draft((percent) => `យ៉ាងច្រើន ${percent} %`),
  isAbove: draft('លើសកម្រិត។ សូមកុំឱ្យខ្ចីបន្ថែមនៅទីនេះ រហូតដល់ភាគនេះថយចុះ។'),
  isWithin: draft('ក្នុងកម្រិត'),
  nothing: draft('គ្មានជំពាក់ទេ។'),
  onlySums: draft('ជាគ្រួសារអ្នកណា មានតែប្រធាន និងអ្នកកាន់បញ្ជីមើលឃើញ។'),
  sum: draft('សរុប'),
  votesHeading: draft('ការបោះឆ្នោតដែលត្រូវមើលម្ដងទៀត'),
  votesNone: draft('ក្នុងកម្ចីដែលបានសម្រេច គ្មានអ្នកដែលបានប្រកាសជាសាច់ញាតិអ្នកខ្ចីចូលរួមទេ។'),
  votes: draft((count) => `ក្នុងកម្ចី ${count} ដែលបានសម្រេច មានសាច់ញាតិ ឬអ្នករួមគ្រួសារអ្នកខ្ចីចូលរួម។`),
  votesMeaning: draft('ប្រហែលពួកគេប្រកាសក្រោយការបោះឆ្នោត។ សេចក្ដីសម្រេចនៅដដែល តែសូមប្រាប់អង្គប្រជុំបន្ទាប់។'),
}

export const concentrationWords = family<typeof en>({ en, km })

export type ConcentrationWords = WordsOf<typeof en>
