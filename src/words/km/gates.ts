import type { GatesWords } from '#src/words/en/gates.ts'

/** Drafts: no native speaker has read them yet. */
export const gates: GatesWords = {
  gates: 'ពីសំណើដល់ការបើកប្រាក់',
  gate_appraisal: 'បានពិនិត្យ',
  gate_disclosure: 'បានអានតម្លៃឮៗ',
  gate_decision: 'ការបោះឆ្នោត',
  gate_payout: 'បានបើកប្រាក់',
  open_appraisal: 'ពិនិត្យសំណើ',
  open_disclosure: 'អានតម្លៃឮៗ',
  open_decision: 'ការបោះឆ្នោត',
  open_payout: 'បើកប្រាក់',
  allTheSame: 'បន្តទោះយ៉ាងណាក៏ដោយ',
  comesLater: 'បន្ទាប់ពីជំហានមុន',
  readFor: 'សម្រាប់ការបើកប្រាក់នៅថ្ងៃ',
  readAnew: 'អានតម្លៃសម្រាប់ថ្ងៃផ្សេង',
  stopHeading: 'តម្លៃត្រូវបានអានសម្រាប់ថ្ងៃផ្សេង។',
  stop: (read) => `បានអានសម្រាប់ការបើកប្រាក់នៅថ្ងៃ ${read}។ ថ្ងៃនេះថ្ងៃសង និងចំនួនប្រាក់ខុសគ្នា៖ សូមអាននេះឮៗសិន។`,
  moneyIsOut: 'បានប្រគល់ប្រាក់រួចហើយ',
  toVote: 'ត្រឡប់ទៅការបោះឆ្នោត',
  overMonths: (count) => `${count} ខែ`,
  receives: 'ប្រាក់ប្រគល់',
  inAll: 'ត្រូវសងសរុប',
  firstPayment: 'ការសងលើកដំបូង',
  besideGates: 'អ្វីផ្សេងទៀតដែលអាចធ្វើបាន',
}
