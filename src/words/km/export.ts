import type {
  exports as exportsEn,
  exportSheet as exportSheetEn,
  signedFolder as signedFolderEn,
} from '#src/words/en/export.ts'

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

export const signedFolder: typeof signedFolderEn = {
  howTo: (fundId, keyId, seq, hash) =>
    `របៀបពិនិត្យថតនេះ

ថតនេះមានរបាយការណ៍មួយនៃសៀវភៅមូលនិធិ ជាបីទម្រង់៖ CSV និងសៀវភៅការងារសម្រាប់មនុស្ស
JSON សម្រាប់កម្មវិធី។ manifest.json រាយឯកសារនីមួយៗ ជាមួយទំហំ និង SHA-256។
manifest.sig គឺហត្ថលេខាលើបញ្ជីនោះ។

មូលនិធិ: ${fundId}
សោ: ${keyId}
កំណត់ត្រាចុងក្រោយ: ${seq}
ហាសរបស់វា: ${hash}

1. ដោយកម្មវិធីនេះ៖ fund evidence --check FOLDER --key PUBLIC_KEY
វាប្រាប់ឯកសារដែលត្រូវបានកែ ដកចេញ ឬដាក់ចូល។
2. ដោយគ្មានកម្មវិធីនេះ៖ គិត SHA-256 នៃឯកសារនីមួយៗ ហើយប្រៀបធៀបជាមួយ manifest.json។
ហត្ថលេខាគឺ Ed25519។ អក្សរដែលចុះហត្ថលេខាមាន៖ village-fund/evidence/1 មូលនិធិ
និង SHA-256 នៃ manifest.json ជាអក្សរតូច មុនពាក្យនីមួយៗមានប្រវែងរបស់វា។
3. សោរបស់អ្នកណា? សូមប្រៀបធៀបសោខាងលើជាមួយបង្កាន់ដៃដែលគ្រួសារកាន់៖ ត្រូវតែដូចគ្នា។
សោដែលអ្នកស្គាល់ពីថតនេះតែមួយ មិនបញ្ជាក់អ្វីទេ។

ហត្ថលេខាបញ្ជាក់ថារបាយការណ៍និយាយអ្វី ហើយសៀវភៅចប់ត្រង់កំណត់ត្រានេះ។
ចំនួនទាំងអស់អាចគិតឡើងវិញពីថតមានហត្ថលេខានៃសៀវភៅទាំងមូល។`,
}
