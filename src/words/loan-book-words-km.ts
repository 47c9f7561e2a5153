import { draft } from '#src/words/catalogue.ts'
import type { loanBookEn } from '#src/words/loan-book-words-en.ts'

/** Drafts, all of them, until a native speaker has read them. */
export const loanBookKm: typeof loanBookEn = {
  fromLoans: draft('កម្ចីពីប្រព័ន្ធផ្សេង'),
  lead: draft(
    'មួយជួរសម្រាប់កម្ចីមួយ៖ លេខប័ណ្ណ ប្រាក់ដែលបានខ្ចី អត្រា និងអ្វីដែលប្រព័ន្ធនោះថាបានសង និងនៅជំពាក់។ ដំបូងអ្នកឃើញថាកម្ចីនីមួយៗត្រូវនឹងរបៀបគិតរបស់ប្រព័ន្ធនោះឬទេ។ មុនអ្នកយល់ព្រម គ្មានអ្វីត្រូវកត់ទេ។',
  ),
  columns: draft(
    'ជួរទីមួយជាចំណងជើង៖ លេខប័ណ្ណ លេខកម្ចី ប្រព័ន្ធ ប្រាក់ដើម អត្រាការប្រាក់ រយៈពេលនៃអត្រា ចំនួនដង ថ្ងៃបើកប្រាក់ បន្ទាប់មក ប្រាក់ដើមបានសង ប្រាក់ដើមនៅជំពាក់ ការប្រាក់បានសង ការប្រាក់នៅជំពាក់។ ចំណងជើងអង់គ្លេស និងរបស់ Fineract និង Frappe ក៏បាន។ សូមយកសមាជិកចូលមុន៖ លេខប័ណ្ណនីមួយៗត្រូវមានក្នុងមូលនិធិ។',
  ),
  notCorrected: draft(
    'អ្វីដែលប្រព័ន្ធនោះថានៅជំពាក់ គឺជាអ្វីដែលនឹងកត់។ ភាពខុសគ្នាត្រូវបានប្រាប់នៅទីនេះ ហើយមិនកែអ្វីទេ៖ សូមសួរទីនោះ ឬឱ្យអង្គប្រជុំសម្រេច។',
  ),
  file: draft('ឯកសារកម្ចី (CSV ឬ xlsx យ៉ាងច្រើន 1 មេកាបៃ)'),
  tooLarge: draft('ឯកសារធំពេក។ សូមរក្សាទុកតែសន្លឹកកម្ចី ហើយជ្រើសឯកសារនោះ។ គ្មានអ្វីត្រូវបានកត់ទេ។'),
  newLoans: draft((count) => `កម្ចីនៅសល់ (${count})`),
  countSame: draft('ដូចរបៀបគិតរបស់ប្រព័ន្ធនោះ'),
  countDiffers: draft('ខុសគ្នា'),
  countNotComputed: draft('មិនអាចគណនា'),
  interestLeft: draft('ការប្រាក់យឺតនៅទីនោះ មិនយកមក'),
  interestLeftMeaning: draft('វាដល់កំណត់នៅទីនោះ ហើយមិនទាន់បានសង។ មូលនិធិមិនទារវាទេ។'),
  loanByLoan: draft('កម្ចីម្ដងមួយ'),
  colLoan: draft('កម្ចី'),
  colOwed: draft('នៅជំពាក់'),
  colThere: draft('អ្វីដែលប្រព័ន្ធនោះប្រាប់'),
  same: draft('ដូចគ្នា'),
  isHere: draft('មានរួចហើយ'),
  repaid: draft('មិនជំពាក់អ្វី មិនកត់ទេ'),
  more: draft((figure, sum) => `${figure}៖ លើស ${sum}`),
  less: draft((figure, sum) => `${figure}៖ ខ្វះ ${sum}`),
  principal: draft('ប្រាក់ដើម'),
  interest: draft('ការប្រាក់'),
  'principal-late': draft('ប្រាក់ដើមយឺត'),
  'interest-late': draft('ការប្រាក់យឺត'),
  'convention-unknown': draft('មិនអាចគណនា៖ របៀបគិតនោះមិនស្គាល់នៅទីនេះ'),
  'not-of-that-system': draft('មិនអាចគណនា៖ ប្រព័ន្ធនោះគ្មានកម្ចីបែបនេះ'),
  'no-plan-holds': draft('មិនអាចគណនា៖ លក្ខខណ្ឌទាំងនេះមិនបង្កើតផែនការ'),
  'nothing-told': draft('មិនបានប្រៀបធៀប៖ មានតែសមតុល្យ'),
  willBeMarked: draft('អ្វីដែលនឹងត្រូវចំណាំ'),
  'owed-above-principal': draft('ជំពាក់លើសប្រាក់ដែលបានខ្ចី៖ នោះជាការប្រាក់ចាស់ ហើយវាមិនបង្កើតការប្រាក់ទៀតទេ។'),
  'above-ceiling': draft('វាលើសអ្វីដែលធម្មនុញ្ញអនុញ្ញាតឱ្យសមាជិកនេះខ្ចី។'),
  'flat-rate': draft('ការប្រាក់គិតលើកម្ចីទាំងមូលរហូតដល់ចប់។ មូលនិធិគិតតែលើប្រាក់នៅសល់។'),
  'above-cap': draft('វាថ្លៃជាងពិដាន។ មូលនិធិមិនទារលើសពិដានទេ។'),
  'fee-taken': draft('បានយកកម្រៃសេវា។ សូមរកមើលថាប្រាក់នោះទៅណា។'),
  'security-held': draft('មានកាន់ក្រដាស ឬការងាររបស់គេ។ សូមប្រគល់វិញ ហើយកត់ថ្ងៃ។'),
}
