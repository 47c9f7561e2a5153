import type { moneyPlace as en } from '#src/words/en/money-place.ts'

export const moneyPlace: typeof en = {
  counted: 'កំពុងរាប់',
  donors: 'ប្រាក់ម្ចាស់ជំនួយ មិនទាន់ចំណាយ',
  lenders: 'ជំពាក់អ្នកឱ្យខ្ចីខាងក្រៅ',
  bankList: 'បញ្ជីរបស់ធនាគារ បន្ទាត់ម្ដងៗ',
  group_box: 'ហិប និងធនាគារ',
  group_savings: 'ប្រាក់សន្សំ',
  group_gifts: 'ជំនួយ និងអំណោយ',
  group_loans: 'ប្រាក់សងកម្ចី និងប្រាក់ពីបរទេស',
  group_lenders: 'អ្នកឱ្យខ្ចីខាងក្រៅ ការរួមទុន',
  group_yearly: 'មួយឆ្នាំម្ដង ឬពីរដង',
  statements: 'របាយការណ៍',
  anyDay: 'គិតត្រឹមថ្ងៃផ្សេង',
  wholeBook: 'សៀវភៅទាំងមូល',
}
