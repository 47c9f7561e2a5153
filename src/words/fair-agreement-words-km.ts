import { draft } from '#src/words/catalogue.ts'
import type { agreementEn } from '#src/words/fair-agreement-words-en.ts'

/** The written agreement in Khmer; all of it waits for a native speaker. */
export const agreementKm: typeof agreementEn = {
  toAgreement: draft('កិច្ចព្រមព្រៀងសម្រាប់បោះពុម្ព'),
  print: draft('សូមបោះពុម្ពទំព័រនេះ អានឱ្យឮ ហើយសរសេរឈ្មោះដោយដៃ។ ទំព័រនេះមិនរក្សាទុកឈ្មោះ ឬកិច្ចព្រមព្រៀងទេ។'),
  none: draft('គ្មានកិច្ចព្រមព្រៀងសម្រាប់កម្ចីនេះទេ'),
  noneWhy: draft('មូលនិធិមិនឱ្យខ្ចីបែបនេះទេ។ សូមមើលហេតុផល ហើយកែ។'),
  backToQuote: draft('ត្រឡប់ទៅតម្លៃ'),

  title: draft('កិច្ចព្រមព្រៀងខ្ចីប្រាក់'),
  parties: draft('រវាងមូលនិធិ និងអ្នកខ្ចី ដែលសរសេរឈ្មោះដោយដៃខាងក្រោម។'),

  terms: draft('កម្ចី'),
  sum: draft((sum, words, date) => `${sum} (${words}) បើកនៅថ្ងៃ ${date}។`),
  paidBackOnce: draft((date) => `សងម្ដងទាំងអស់ នៅថ្ងៃ ${date}។`),
  paidBack: draft((count, first, last) => `សង ${count} ដង លើកទីមួយថ្ងៃ ${first} លើកចុងក្រោយថ្ងៃ ${last}។`),
  noInterest: draft('គ្មានការប្រាក់ទេ។'),
  rateOfMonth: draft((rate) => `ការប្រាក់៖ ${rate} % ក្នុងមួយខែ លើប្រាក់ដែលនៅជំពាក់។`),
  rateOfPeriod: draft((rate) => `ការប្រាក់៖ ${rate} % ពីការសងមួយទៅការសងបន្ទាប់ លើប្រាក់ដែលនៅជំពាក់។`),
  rateOfYear: draft((rate) => `ការប្រាក់៖ ${rate} % ក្នុងមួយឆ្នាំ គិតតាមថ្ងៃ លើប្រាក់ដែលនៅជំពាក់។`),
  fee: draft((sum) => `កម្រៃ យកនៅថ្ងៃបើកប្រាក់៖ ${sum}។`),
  deposit: draft((sum) => `ត្រូវទុករហូតដល់ចប់៖ ${sum}។`),

  price: draft('តម្លៃ'),
  toRepay: draft((sum, words) => `ត្រូវសងសរុប៖ ${sum} (${words})។`),
  ofItInterest: draft((sum) => `ក្នុងនោះការប្រាក់ ${sum}។`),
  per100000: draft((of, sum) => `រាល់ ${of} ដែលខ្ចី តម្លៃ ${sum}។`),
  yearly: draft(
    (nominal, effective, cap) =>
      `ក្នុងមួយឆ្នាំ៖ ${nominal} គិតតាមគ្រា ${effective} គិតតាមថ្ងៃពិត។ ពិដានគឺ ${cap} %។`,
  ),
  noRate: draft('គ្មានអត្រា'),

  schedule: draft('សងនៅពេលណា ប៉ុន្មាន'),
  day: draft('ថ្ងៃ'),
  principal: draft('ប្រាក់ដើម'),
  interest: draft('ការប្រាក់'),
  toPay: draft('ត្រូវសង'),
  left: draft('នៅសល់'),
  total: draft('សរុប'),

  rights: draft('សិទ្ធិរបស់អ្នកខ្ចី'),
  moneyBack: draft(
    (days) => `ប្រគល់ប្រាក់វិញដោយគ្មានការប្រាក់ រហូតដល់ ${days} ថ្ងៃក្រោយបើកប្រាក់ ឬប្រជុំលើកក្រោយ យកថ្ងៃណាក្រោយជាង។`,
  ),
  early: draft('សងមុនទាំងអស់ ឬខ្លះ នៅថ្ងៃណាក៏បាន មិនអស់ប្រាក់បន្ថែម។ ការប្រាក់ឈប់គិតនៅថ្ងៃនោះ។'),
  relief: draft(
    'សុំពន្យារការសងក្រោយគ្រោះ ឬពេលលំបាក។ មិនអស់ប្រាក់ទេ៖ ចំនួនដងមិនកើន ការសងមិនធំជាងមុន គ្មានការប្រាក់ក្នុងពេលនោះ។',
  ),
  noPaper: draft('រក្សាទុកក្រដាសទាំងអស់៖ មិនយកប្លង់ដី កាត លិខិតឆ្លងដែន សៀវភៅគ្រួសារ ឬពលកម្មសម្រាប់កម្ចីនេះទេ។'),
  limits: draft(
    (percent, sum, share) =>
      `មិនបង់ការប្រាក់ និងកម្រៃលើស ${percent} % នៃកម្ចី ហើយមិនបង់ការប្រាក់លើការប្រាក់។ ពិន័យពេលយឺត យ៉ាងច្រើន ${sum} ក្នុងមួយប្រជុំ និង ${share} % នៃការសងនោះ។`,
  ),
  appeal: draft((days) => `សុំឱ្យអង្គប្រជុំសម្រេចវិញក្នុង ${days} ថ្ងៃ បើការសម្រេចរបស់គណៈកម្មាធិការមិនត្រឹមត្រូវ។`),
  family: draft('បំណុលមិនដែលផ្ទេរទៅកូន ឬគ្រួសារទេ។'),

  signed: draft('ឈ្មោះសរសេរដោយដៃ និងស្នាមមេដៃ'),
  borrower: draft('អ្នកខ្ចី'),
  officer: draft('ខាងមូលនិធិ'),
  firstWitness: draft('សាក្សីទីមួយ'),
  secondWitness: draft('សាក្សីទីពីរ'),
  name: draft('ឈ្មោះ'),
  thumb: draft('ស្នាមមេដៃ'),
  date: draft('ថ្ងៃ'),
  hash: draft('ស្នាមម្រាមដៃនៃអត្ថបទនេះ (SHA-256)'),
}
