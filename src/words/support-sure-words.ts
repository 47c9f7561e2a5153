import { draft, reviewed } from '#src/words/catalogue.ts'
import { type WordsOf, family } from '#src/words/words.ts'

/** What is read once more before anything of a grant is written down. */
const en = {
  heading: reviewed('Is this right?'),
  askLead: reviewed('Nothing is written yet. Read it to the person, if she or he is there.'),
  askWritten: reviewed(
    'The book of the fund gets a random code, the window, the sum and the number of parts. What it is for, whose it is and why is sealed: you and whoever checks it open it, and nobody else.',
  ),
  askYes: reviewed('Yes, ask'),
  change: reviewed('No, change it'),
  keep: reviewed('No, write nothing'),
  notYet: reviewed('Nothing is written yet. When it is, it will be this:'),
  yes: reviewed('Yes, write it down'),
  checked: reviewed(
    'You have checked what it is for. The vote comes next: on a code and a sum, and on nothing else.',
  ),
  'turned-down': reviewed(
    'It is turned down. Nothing is paid. The person can be helped elsewhere at once.',
  ),
  'conditions-met': reviewed('All that was to be seen was seen. The last part may be paid.'),
  closed: reviewed(
    'It ends. No further part is paid, and nobody has to pay anything back. It cannot be opened again.',
  ),
  met: reviewed((what: string) => `You have seen: ${what}.`),
  'followed-up': reviewed((months: number, outcome: string) =>
    months === 1 ? `After 1 month: ${outcome}.` : `After ${months} months: ${outcome}.`,
  ),
  lineIn: reviewed('Money that came in, into the book of the enterprise:'),
  lineOut: reviewed('Money that went out, into the book of the enterprise:'),
  stopped: reviewed(
    'The owner stops. Nobody asks how it goes any more, and nothing has to be paid back.',
  ),
  atOnce: reviewed(
    'You and the officer who checks it help now. The next meeting votes on it; its no claims nothing back.',
  ),
  erase: reviewed('Erase what stands beside it'),
  eraseMeaning: reviewed(
    'Only the two who know it can do it, together. Who, what for, why, the book of the enterprise and what was shown are destroyed for ever. The sums stay in the book of the fund, by the code. That you two erased it stands in the log.',
  ),
  eraseYes: reviewed('Yes, erase it for ever'),
  second: reviewed('The other of you two gives the own name and secret here.'),
  loanHeading: reviewed('A loan to begin a trade'),
  loanBeside: reviewed(
    'Whoever begins a trade may ask for one, without interest. It has nothing to do with this support and never will have. Ask at another meeting, for what the trade needs, like anybody: so nobody puts the two together.',
  ),
}
const km = {
  heading: draft('ត្រឹមត្រូវទេ?'),
  askLead: draft('មិនទាន់កត់អ្វីទេ។ សូមអានឱ្យគាត់ស្ដាប់ បើគាត់នៅទីនេះ។'),
  askWritten: draft(
    'សៀវភៅមូលនិធិកត់តែលេខកូដចៃដន្យ ប្រាក់ជំនួយណា ចំនួនប្រាក់ និងចំនួនដង។ សម្រាប់អ្វី របស់អ្នកណា និងមូលហេតុ ត្រូវបានបិទជិត៖ មានតែអ្នក និងអ្នកពិនិត្យបើកបាន គ្មានអ្នកផ្សេងទេ។',
  ),
  askYes: draft('បាទ/ចាស សុំ'),
  change: draft('ទេ កែវិញ'),
  keep: draft('ទេ មិនកត់អ្វីទេ'),
  notYet: draft('មិនទាន់កត់អ្វីទេ។ ពេលកត់ នឹងកត់ដូច្នេះ៖'),
  yes: draft('បាទ/ចាស កត់ទុក'),
  checked: draft('អ្នកបានពិនិត្យថាសម្រាប់អ្វីហើយ។ បន្ទាប់មកបោះឆ្នោត៖ លើលេខកូដ និងចំនួនប្រាក់ប៉ុណ្ណោះ។'),
  'turned-down': draft('មិនទទួល។ មិនបើកប្រាក់ទេ។ គាត់អាចទទួលជំនួយនៅកន្លែងផ្សេងភ្លាម។'),
  'conditions-met': draft('អ្វីដែលត្រូវឃើញ បានឃើញទាំងអស់ហើយ។ អាចបើកចំណែកចុងក្រោយបាន។'),
  closed: draft('បញ្ចប់។ មិនបើកចំណែកទៀតទេ ហើយគ្មានអ្នកណាត្រូវសងទេ។ មិនអាចបើកឡើងវិញបានទេ។'),
  met: draft((what: string) => `អ្នកបានឃើញ៖ ${what}។`),
  'followed-up': draft((months: number, outcome: string) => `ក្រោយ ${months} ខែ៖ ${outcome}។`),
  lineIn: draft('ប្រាក់ចូល ក្នុងសៀវភៅរកស៊ី៖'),
  lineOut: draft('ប្រាក់ចេញ ក្នុងសៀវភៅរកស៊ី៖'),
  stopped: draft('ម្ចាស់ឈប់។ គ្មានអ្នកណាសួរទៀតទេ ហើយមិនបាច់សងអ្វីទេ។'),
  atOnce: draft('អ្នក និងគណៈកម្មការដែលពិនិត្យ ជួយឥឡូវ។ ប្រជុំបន្ទាប់បោះឆ្នោត បើមិនយល់ព្រមក៏មិនទារវិញដែរ។'),
  erase: draft('លុបអ្វីដែលនៅក្បែរវា'),
  eraseMeaning: draft(
    'មានតែអ្នកទាំងពីរដែលដឹង ទើបលុបបាន ហើយត្រូវនៅជាមួយគ្នា។ អ្នកណា សម្រាប់អ្វី មូលហេតុ សៀវភៅរកស៊ី និងអ្វីដែលបង្ហាញ ត្រូវបំផ្លាញជារៀងរហូត។ ចំនួនប្រាក់នៅក្នុងសៀវភៅមូលនិធិតាមលេខកូដ។ ការលុបរបស់អ្នកទាំងពីរត្រូវកត់ទុកក្នុងកំណត់ហេតុ។',
  ),
  eraseYes: draft('បាទ/ចាស លុបជារៀងរហូត'),
  second: draft('ម្នាក់ទៀតក្នុងចំណោមអ្នកទាំងពីរ បញ្ចូលឈ្មោះ និងលេខសម្ងាត់ខ្លួនឯងនៅទីនេះ។'),
  loanHeading: draft('កម្ចីចាប់ផ្ដើមរកស៊ី'),
  loanBeside: draft(
    'អ្នកណាចាប់ផ្ដើមរកស៊ី អាចសុំកម្ចីមួយ គ្មានការប្រាក់។ វាមិនជាប់ពាក់ព័ន្ធនឹងជំនួយនេះទេ។ សូមសុំនៅប្រជុំផ្សេង តាមអ្វីដែលការរកស៊ីត្រូវការ ដូចអ្នកដទៃ៖ ដូច្នេះគ្មានអ្នកណាភ្ជាប់ទាំងពីរទេ។',
  ),
}

export const supportSureWords = family<typeof en>({ en, km })
export type SupportSureWords = WordsOf<typeof en>
