import type { kind as en } from '#src/words/en/kind.ts'

export const kind: typeof en = {
  'asset:cash-box': 'សាច់ប្រាក់ក្នុងហិប',
  'asset:bank': 'ធនាគារ',
  'asset:wallet': 'កាបូបលុយ',
  'asset:foreign-box': 'សាច់ប្រាក់រូបិយប័ណ្ណផ្សេងក្នុងហិប',
  'asset:exchange': 'បានចាយសម្រាប់សាច់ប្រាក់រូបិយប័ណ្ណផ្សេង',
  'asset:loan': 'កម្ចីដែលគេជំពាក់',
  'asset:loan-loss-provision': 'បម្រុងសម្រាប់កម្ចីអាក្រក់',
  'asset:advance': 'ប្រាក់បុរេប្រទាន',
  'asset:venture-cash': 'ប្រាក់នៃការរួមទុន ដាច់ដោយឡែក',
  'asset:venture-goods': 'ទំនិញនៃការរួមទុន ដាច់ដោយឡែក',
  'liability:savings': 'ប្រាក់សន្សំសមាជិក',
  'liability:private-savings': 'ប្រាក់សន្សំឯកជន រួមគ្នា',
  'liability:social-fund': 'មូលនិធិសង្គម',
  'liability:grant-window': 'ប្រាក់ម្ចាស់ជំនួយ',
  'liability:borrowing': 'ខ្ចីពីខាងក្រៅ',
  'liability:suspense': 'ប្រាក់ដែលរង់ចាំម្ចាស់',
  'liability:venture': 'ការរួមទុន៖ ចំណែករបស់អ្នកកាន់ហ៊ុន',
}
