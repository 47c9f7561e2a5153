import { draft, reviewed } from '#src/words/catalogue.ts'

/** What the codes of meetings, of the box and of disputes say: what happened and what to do next. */
export const meetingCodesEn = {
  'note-unknown': reviewed('There is no such note. Count it under the note that it is.'),
  'pieces-not-whole': reviewed(
    'How many there are of a note is a whole number: 12. Leave it empty where there is none.',
  ),
  'note-twice': reviewed('One note stands twice in the list. Add both and write them once.'),
  'notes-differ-from-sum': reviewed(
    'The notes do not come to the sum that was written. Count again, or leave the sum empty.',
  ),
  'notes-not-counted': reviewed(
    'A total that is only written in a past book has no notes. Say that the box was counted, or leave the notes out.',
  ),
  'place-not-a-code': reviewed('A place is one short word of the fund’s own. Write it shorter.'),
  'code-not-8-digits': reviewed('A meeting code has eight digits. Read it again.'),
  'head-not-a-hash': reviewed('This code was made of something else. Make it again here.'),
  'box-differs-from-books': reviewed(
    'The box holds another sum than the book says. The difference is written down by its own name and flagged; look for its reason.',
  ),
  'place-of-cash-unknown': reviewed('Money lies in the box, the bank or the wallet. Choose one.'),
  'moved-nowhere': reviewed('Money cannot go to where it is. Choose two places.'),
  'slip-not-a-hash': reviewed('This is not the mark of a slip. Leave it out, or make it again.'),
  'not-in-two-names': reviewed(
    'Fewer than two members went. It is recorded and flagged; next time two go together.',
  ),
  'more-than-held': reviewed(
    'That is more than the book says lies there. It is recorded and flagged; ask for a statement.',
  ),
  'statement-differs': reviewed(
    'The bank or wallet says another sum than the book. It is flagged; look for a deposit, a withdrawal or a fee that was not written down.',
  ),
  'mark-not-a-hash': reviewed('This is not the mark of a line. Read the file again on the page.'),
  'no-entry-named': reviewed('No line of the book is named. Choose the one that it is.'),
  'too-many-entries': reviewed(
    'One line of the bank is at most twenty lines of the book. Look at the slip again.',
  ),
  'entry-named-twice': reviewed('One line of the book is named twice. Name it once.'),
  'entry-not-of-the-place': reviewed(
    'This line of the book moved nothing there. Choose one that did.',
  ),
  'line-matched-before': reviewed(
    'This line of the bank is confirmed already. Take that back first, if it was wrong.',
  ),
  'entry-matched-before': reviewed(
    'This line of the book has its line of the bank already. Take that back first, if it was wrong.',
  ),
  'entry-taken-back': reviewed('This line of the book was taken back. Choose one that stands.'),
  'sums-differ': reviewed(
    'The line of the bank and the book say different sums. Choose other lines of the book, or correct the one that is wrong.',
  ),
  'hash-not-a-hash': reviewed('This is not the mark of a count. Count again on the page.'),
  'dispute-unknown': reviewed('There is no such dispute. Choose it from the list.'),
  'answer-unknown': reviewed('That is no answer of the list. Choose one.'),
  'before-the-dispute': reviewed(
    'Nobody answers before something was asked. Check the day of the answer.',
  ),
  'correction-unknown': reviewed(
    'The line that put it right is not in the book. Correct the line first, then answer with it.',
  ),
  'correction-without-need': reviewed(
    'Only the answer that it was corrected names a line. Leave the line out, or choose that answer.',
  ),
  'dispute-closed': reviewed(
    'This dispute has had its answer. If it is still not right, raise it again.',
  ),
}

/** The same in Khmer; all of it waits for a native speaker. */
export const meetingCodesKm: typeof meetingCodesEn = {
  'note-unknown': draft('គ្មានក្រដាសប្រាក់នេះទេ។ សូមរាប់ក្នុងក្រដាសប្រាក់ដែលត្រឹមត្រូវ។'),
  'pieces-not-whole': draft('ចំនួនសន្លឹកជាលេខគត់ ដូចជា 12។ ទុកទទេបើគ្មាន។'),
  'note-twice': draft('ក្រដាសប្រាក់មួយមានពីរដង។ សូមបូកចូលគ្នា ហើយសរសេរម្ដង។'),
  'notes-differ-from-sum': draft('ក្រដាសប្រាក់មិនស្មើនឹងចំនួនដែលបានសរសេរ។ សូមរាប់ម្ដងទៀត ឬទុកចំនួនទទេ។'),
  'notes-not-counted': draft(
    'ចំនួនដែលគ្រាន់តែសរសេរក្នុងសៀវភៅចាស់ គ្មានការរាប់សន្លឹកទេ។ សូមថាបានរាប់ហិប ឬមិនបាច់ដាក់សន្លឹក។',
  ),
  'place-not-a-code': draft('ទីកន្លែងជាពាក្យខ្លីមួយរបស់មូលនិធិ។ សូមសរសេរឱ្យខ្លី។'),
  'code-not-8-digits': draft('លេខកូដប្រជុំមានប្រាំបីខ្ទង់។ សូមអានម្ដងទៀត។'),
  'head-not-a-hash': draft('លេខកូដនេះធ្វើពីអ្វីផ្សេង។ សូមធ្វើឡើងវិញនៅទីនេះ។'),
  'box-differs-from-books': draft('ប្រាក់ក្នុងហិបខុសពីសៀវភៅ។ ចំនួនខុសត្រូវបានកត់ដោយឈ្មោះវា ហើយមានសញ្ញា។ សូមរកមូលហេតុ។'),
  'place-of-cash-unknown': draft('ប្រាក់នៅក្នុងហិប ធនាគារ ឬកាបូបអេឡិចត្រូនិក។ សូមជ្រើសមួយ។'),
  'moved-nowhere': draft('ប្រាក់មិនអាចទៅកន្លែងដដែលទេ។ សូមជ្រើសកន្លែងពីរ។'),
  'slip-not-a-hash': draft('នេះមិនមែនជាសញ្ញារបស់ប័ណ្ណធនាគារទេ។ សូមទុកទទេ ឬធ្វើឡើងវិញ។'),
  'not-in-two-names': draft('អ្នកទៅមានតិចជាងពីរនាក់។ បានកត់ ហើយមានសញ្ញា។ លើកក្រោយត្រូវទៅពីរនាក់។'),
  'more-than-held': draft('លើសចំនួនដែលសៀវភៅថាមាននៅទីនោះ។ បានកត់ ហើយមានសញ្ញា។ សូមសុំរបាយការណ៍ធនាគារ។'),
  'statement-differs': draft(
    'ធនាគារ ឬកាបូបនិយាយចំនួនខុសពីសៀវភៅ។ មានសញ្ញា។ សូមរកប្រាក់ដាក់ ដក ឬកម្រៃដែលមិនបានកត់។',
  ),
  'mark-not-a-hash': draft('នេះមិនមែនជាសញ្ញារបស់ជួរទេ។ សូមអានឯកសារម្ដងទៀតលើទំព័រ។'),
  'no-entry-named': draft('មិនទាន់ដាក់ជួរក្នុងសៀវភៅទេ។ សូមជ្រើសជួរដែលត្រូវ។'),
  'too-many-entries': draft('ជួរធនាគារមួយមានយ៉ាងច្រើនម្ភៃជួរក្នុងសៀវភៅ។ សូមមើលបង្កាន់ដៃម្ដងទៀត។'),
  'entry-named-twice': draft('ជួរក្នុងសៀវភៅមួយត្រូវបានដាក់ពីរដង។ សូមដាក់ម្ដង។'),
  'entry-not-of-the-place': draft('ជួរក្នុងសៀវភៅនេះមិនបានដាក់ ឬដកអ្វីនៅទីនោះទេ។ សូមជ្រើសជួរផ្សេង។'),
  'line-matched-before': draft('ជួររបស់ធនាគារនេះបានបញ្ជាក់រួចហើយ។ បើខុស សូមដកការបញ្ជាក់នោះសិន។'),
  'entry-matched-before': draft('ជួរក្នុងសៀវភៅនេះមានជួរធនាគាររួចហើយ។ បើខុស សូមដកការបញ្ជាក់នោះសិន។'),
  'entry-taken-back': draft('ជួរក្នុងសៀវភៅនេះត្រូវបានដកវិញ។ សូមជ្រើសជួរដែលនៅមាន។'),
  'sums-differ': draft('ជួរធនាគារ និងសៀវភៅមានចំនួនខុសគ្នា។ សូមជ្រើសជួរផ្សេង ឬកែជួរដែលខុស។'),
  'hash-not-a-hash': draft('នេះមិនមែនជាសញ្ញានៃការរាប់ទេ។ សូមរាប់ម្ដងទៀតនៅលើទំព័រ។'),
  'dispute-unknown': draft('គ្មានបណ្ដឹងនេះទេ។ សូមជ្រើសពីបញ្ជី។'),
  'answer-unknown': draft('គ្មានចម្លើយនេះក្នុងបញ្ជីទេ។ សូមជ្រើសមួយ។'),
  'before-the-dispute': draft('មិនអាចឆ្លើយមុនពេលសួរទេ។ សូមពិនិត្យថ្ងៃនៃចម្លើយ។'),
  'correction-unknown': draft('ជួរដែលកែមិនមានក្នុងសៀវភៅទេ។ សូមកែជួរជាមុនសិន រួចឆ្លើយដោយប្រើវា។'),
  'correction-without-need': draft('មានតែចម្លើយថាបានកែទេ ដែលដាក់លេខជួរ។ សូមដកជួរចេញ ឬជ្រើសចម្លើយនោះ។'),
  'dispute-closed': draft('បណ្ដឹងនេះបានឆ្លើយរួចហើយ។ បើនៅតែមិនត្រឹមត្រូវ សូមដាក់ម្ដងទៀត។'),
}
