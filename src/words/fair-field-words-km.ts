import { draft } from '#src/words/catalogue.ts'
import type { fieldEn } from '#src/words/fair-field-words-en.ts'

/** The values of a charter in Khmer; all of it waits for a native speaker. */
export const fieldKm: typeof fieldEn = {
  currency: draft('រូបិយប័ណ្ណ'),
  households: draft('ចំនួនគ្រួសារ'),
  shareValue: draft('ហ៊ុនមួយតម្លៃ'),
  sharesMin: draft('ហ៊ុនក្នុងមួយប្រជុំ យ៉ាងតិច'),
  sharesMax: draft('ហ៊ុនក្នុងមួយប្រជុំ យ៉ាងច្រើន'),
  socialPerMeeting: draft('ប្រាក់មូលនិធិសង្គម រាល់ប្រជុំ'),
  absenceFine: draft('ពិន័យពេលអវត្តមាន'),
  meetingDay: draft('ថ្ងៃប្រជុំ'),
  rateNormal: draft('ការប្រាក់កម្ចីធម្មតា'),
  rateSeasonal: draft('ការប្រាក់កម្ចីរហូតដល់ច្រូតកាត់'),
  rateEmergency: draft('ការប្រាក់កម្ចីបន្ទាន់'),
  interestStep: draft('ការប្រាក់បង្គត់ចុះឱ្យគត់'),
  instalmentStep: draft('ការសងបង្គត់ចុះឱ្យគត់'),
  classes: draft('ប្រាក់បម្រុងសម្រាប់កម្ចីយឺត'),
  provisionStep: draft('ប្រាក់បម្រុងបង្គត់ឱ្យគត់'),
  reliefExtraPercent: draft('បម្រុងបន្ថែមសម្រាប់កម្ចីដែលបានពន្យារ'),
  savingsMultiple: draft('ប៉ុន្មានដងនៃប្រាក់សន្សំអ្នកខ្ចី'),
  ofEquityAndSavingsPercent: draft('ភាគនៃប្រាក់មូលនិធិ និងអ្នកសន្សំ'),
  amountMax: draft('កម្ចីធំបំផុត'),
  emergencyMax: draft('កម្ចីបន្ទាន់ធំបំផុត'),
  emergencyMonthsMax: draft('កម្ចីបន្ទាន់វែងបំផុត'),
  quorumPercent: draft('សមាជិកដែលត្រូវមានវត្តមានពេលបោះឆ្នោត'),
  boxMax: draft('សាច់ប្រាក់ក្នុងហិបពេលយប់ យ៉ាងច្រើន'),
  repaymentOrder: draft('ប្រាក់សងបង់អ្វីមុន'),
  interestFirst: draft('ការប្រាក់ដល់ថ្ងៃ បន្ទាប់មកប្រាក់ដើម'),
  principalFirst: draft('ប្រាក់ដើមដល់ថ្ងៃ បន្ទាប់មកការប្រាក់'),

  monthly: draft((percent) => `${percent} % ក្នុងមួយខែ`),
  months: draft((count) => `${count} ខែ`),
  times: draft((count) => `${count} ដង`),
  dayOfMonth: draft((day) => (day === '31' ? 'ថ្ងៃចុងខែ' : `ថ្ងៃទី ${day} រាល់ខែ`)),
  classTo: draft((days, percent) => `យឺតដល់ ${days} ថ្ងៃ ${percent} %`),
  classLast: draft((percent) => `យឺតជាងនេះ ${percent} %`),
}
