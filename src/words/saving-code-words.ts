import { draft, reviewed } from '#src/words/catalogue.ts'
import { family } from '#src/words/words.ts'

/** What refusals and flags of savings, share-outs, deaths and money from outside say, and what to do next. */
const en = {
  'more-than-own-savings': reviewed(
    'That is more than the member has saved and not asked for yet. Write a smaller sum.',
  ),
  'withdrawal-unknown': reviewed('No such request for savings was made. Look at who waits.'),
  'withdrawal-not-waiting': reviewed('Nothing of that request waits any more. Look at who waits.'),
  'surplus-held': reviewed(
    'The surplus stays while more than a fifth of the loans is late or under relief. Shares can be given back all the same.',
  ),
  'no-surplus': reviewed('There is no surplus to split. Close a period first.'),
  'no-share-months': reviewed(
    'No share has stood on a meeting day since the last split. There is nobody to split among.',
  ),
  'nothing-to-share-out': reviewed(
    'Nothing would be handed out. Choose what is to be, or split the surplus.',
  ),
  'share-out-before-the-last': reviewed(
    'There was a share-out on that day or after it. Choose a later day.',
  ),
  'interest-above-earnings': reviewed(
    'That is more than borrowers have paid on the same days. Choose a lower rate.',
  ),
  'interest-paid-already': reviewed(
    'Some of these days have borne interest already. Choose days after them.',
  ),
  'nothing-to-pay': reviewed('Nobody would get anything. Choose a higher rate or more days.'),
  'own-act-not-witnessed': reviewed(
    'Two other members must have seen that the member wanted it. Write down who they were.',
  ),
  'more-than-owed': reviewed('That is more than settles the loan. Write a smaller sum.'),
  'borrower-died': reviewed('The borrower has died. The meeting decides what becomes of the loan.'),
  'member-not-dead': reviewed('No death of this member is in the book. Write it down first.'),
  'no-loan-open': reviewed('This member owes nothing. There is nothing to settle.'),
  'not-two-witnesses': reviewed('Fewer than two witnesses are named. It will be marked.'),
  'savings-cost-above-yield': reviewed(
    'It costs more a year than the loans bring. It will be marked: the fund cannot carry that for long.',
  ),
  'above-borrowing-limit': reviewed(
    'The fund owes more outside than its charter lets it. It will be marked: tell the members.',
  ),
  'more-than-borrowed': reviewed(
    'That is more than was borrowed. It will be marked: check the slip.',
  ),
  'rate-differs': reviewed(
    'The two sums are not what the rate says. They stand as written, and it will be marked.',
  ),
}

const km: typeof en = {
  'more-than-own-savings': draft('លើសប្រាក់ដែលសមាជិកបានសន្សំ និងមិនទាន់សុំ។ សូមសរសេរចំនួនតិចជាង។'),
  'withdrawal-unknown': draft('គ្មានសំណើដកប្រាក់នេះទេ។ សូមមើលអ្នករង់ចាំ។'),
  'withdrawal-not-waiting': draft('សំណើនេះលែងរង់ចាំហើយ។ សូមមើលអ្នករង់ចាំ។'),
  'surplus-held': draft('ប្រាក់ចំណេញត្រូវទុក ពេលកម្ចីលើសមួយភាគប្រាំយឺត ឬពន្យារ។ ហ៊ុននៅតែអាចប្រគល់វិញបាន។'),
  'no-surplus': draft('គ្មានប្រាក់ចំណេញសម្រាប់បែងចែក។ សូមបិទបញ្ជីរយៈពេលជាមុន។'),
  'no-share-months': draft('គ្មានហ៊ុននៅថ្ងៃប្រជុំណាមួយតាំងពីការបែងចែកមុន។ គ្មានអ្នកទទួលទេ។'),
  'nothing-to-share-out': draft('គ្មានអ្វីត្រូវប្រគល់ទេ។ សូមជ្រើសអ្វីត្រូវប្រគល់ ឬបែងចែកប្រាក់ចំណេញ។'),
  'share-out-before-the-last': draft('មានការបែងចែកនៅថ្ងៃនោះ ឬក្រោយវារួចហើយ។ សូមជ្រើសថ្ងៃក្រោយ។'),
  'interest-above-earnings': draft('លើសការប្រាក់ដែលអ្នកខ្ចីបានបង់ក្នុងថ្ងៃដូចគ្នា។ សូមជ្រើសអត្រាទាបជាង។'),
  'interest-paid-already': draft('ថ្ងៃខ្លះបានទទួលការប្រាក់រួចហើយ។ សូមជ្រើសថ្ងៃក្រោយ។'),
  'nothing-to-pay': draft('គ្មានអ្នកណាទទួលអ្វីទេ។ សូមជ្រើសអត្រាខ្ពស់ជាង ឬថ្ងៃច្រើនជាង។'),
  'own-act-not-witnessed': draft('សមាជិកពីរនាក់ផ្សេងត្រូវឃើញថាម្ចាស់ចង់។ សូមកត់ឈ្មោះកាតពួកគេ។'),
  'more-than-owed': draft('លើសចំនួនដែលសងផ្ដាច់កម្ចី។ សូមសរសេរចំនួនតិចជាង។'),
  'borrower-died': draft('អ្នកខ្ចីបានស្លាប់។ អង្គប្រជុំសម្រេចលើកម្ចី។'),
  'member-not-dead': draft('សៀវភៅគ្មានកត់ការស្លាប់របស់សមាជិកនេះ។ សូមកត់ជាមុន។'),
  'no-loan-open': draft('សមាជិកនេះមិនជំពាក់អ្វីទេ។ គ្មានអ្វីត្រូវដោះស្រាយ។'),
  'not-two-witnesses': draft('សាក្សីតិចជាងពីរនាក់។ នឹងត្រូវកត់សម្គាល់។'),
  'savings-cost-above-yield': draft('ថ្លៃជាងចំណូលពីកម្ចីក្នុងមួយឆ្នាំ។ នឹងត្រូវកត់សម្គាល់៖ មូលនិធិទ្រាំមិនបានយូរទេ។'),
  'above-borrowing-limit': draft('មូលនិធិជំពាក់ខាងក្រៅលើសកម្រិត។ នឹងត្រូវកត់សម្គាល់៖ សូមប្រាប់សមាជិក។'),
  'more-than-borrowed': draft('លើសចំនួនខ្ចី។ នឹងត្រូវកត់សម្គាល់៖ សូមពិនិត្យបង្កាន់ដៃ។'),
  'rate-differs': draft('ចំនួនទាំងពីរមិនត្រូវតាមអត្រា។ ទុកតាមសៀវភៅ ហើយនឹងត្រូវកត់សម្គាល់។'),
}

export const savingCodeWords = family<typeof en>({ en, km })
