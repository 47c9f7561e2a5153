import type { exports as exportsEn, exportSheet as exportSheetEn } from '#src/words/en/export.ts'

export const exports: typeof exportsEn = {
  members: 'សមាជិក',
  loans: 'កម្ចី',
  meetings: 'ការប្រជុំ',
  cycles: 'ឆ្នាំ',
  postings: 'បញ្ជីចុះគណនី',
  entries: 'កំណត់ត្រា',
  'entry-facts': 'ខ្លឹមសារកំណត់ត្រា',
}

export const exportSheet: typeof exportSheetEn = {
  unit: (number: string, sum: string, currency: string) =>
    `ចំនួនទឹកប្រាក់ជាចំនួនគត់នៃឯកតាតូចបំផុត៖ ${number} គឺ ${sum} (${currency})។ ជួរដែលមានរូបិយប័ណ្ណផ្ទាល់ខ្លួន គិតតាមរូបិយប័ណ្ណនោះ។`,
  knownAt: (instant: string) => `តាមសៀវភៅដូចបានដឹងនៅ ${instant}។`,
  knownNow: 'តាមសៀវភៅដូចបានដឹងនៅពេលសរសេរឯកសារនេះ។',
}
