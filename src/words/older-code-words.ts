import { draft, reviewed } from '#src/words/catalogue.ts'

/** What the codes about loans of an older book say: what happened and what to do next. */
export const olderCodesEn = {
  'nothing-to-convert': reviewed(
    'This loan bears fair terms already, or was converted before. Look at its page.',
  ),
  'security-unknown': reviewed(
    'That is nothing a lender can hold. Choose the paper, or whose work it was.',
  ),
  'flat-rate': reviewed(
    'Interest was asked on the whole loan until its end. It will be marked: the fund asks it on what is left, and the meeting converts the loan.',
  ),
  'fee-taken': reviewed(
    'A fee was taken for this loan. It will be marked: find out where it went, and take none again.',
  ),
  'security-held': reviewed(
    'A paper or somebody’s work is held for this loan. It will be marked: give it back, and write down the day.',
  ),
  'not-held': reviewed(
    'Nothing of the sort was known to be held. It will be marked: check which loan it was for.',
  ),
  'fewer-than-two-witnesses': reviewed(
    'Fewer than two saw it. It will be marked: let two members see it next time.',
  ),
}

/** The same in Khmer; all of it waits for a native speaker. */
export const olderCodesKm: typeof olderCodesEn = {
  'nothing-to-convert': draft('កម្ចីនេះមានលក្ខខណ្ឌត្រឹមត្រូវហើយ ឬបានប្ដូរពីមុន។ សូមមើលទំព័រកម្ចី។'),
  'security-unknown': draft('នេះមិនមែនជាអ្វីដែលអ្នកឱ្យខ្ចីកាន់បានទេ។ សូមជ្រើសក្រដាស ឬការងាររបស់អ្នកណា។'),
  'flat-rate': draft('ការប្រាក់គិតលើកម្ចីទាំងមូលរហូតដល់ចប់។ នឹងត្រូវចំណាំ៖ មូលនិធិគិតតែលើប្រាក់នៅសល់ ហើយអង្គប្រជុំប្ដូរកម្ចីនេះ។'),
  'fee-taken': draft('បានយកកម្រៃសេវាសម្រាប់កម្ចីនេះ។ នឹងត្រូវចំណាំ៖ សូមរកមើលថាប្រាក់នោះទៅណា ហើយកុំយកទៀត។'),
  'security-held': draft('មានកាន់ក្រដាស ឬការងាររបស់គេសម្រាប់កម្ចីនេះ។ នឹងត្រូវចំណាំ៖ សូមប្រគល់វិញ ហើយកត់ថ្ងៃ។'),
  'not-held': draft('មិនដឹងថាមានកាន់របស់បែបនេះទេ។ នឹងត្រូវចំណាំ៖ សូមពិនិត្យថាសម្រាប់កម្ចីណា។'),
  'fewer-than-two-witnesses': draft('អ្នកឃើញតិចជាងពីរនាក់។ នឹងត្រូវចំណាំ៖ លើកក្រោយសូមឱ្យសមាជិកពីរនាក់ឃើញ។'),
}
