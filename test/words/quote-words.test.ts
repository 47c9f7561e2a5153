import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type Quote, type QuoteTerms, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'
import { countedIn } from '#src/pages/quote/counted.ts'
import type { Language } from '#src/words/catalogue.ts'

const base: QuoteTerms = {
  principal: 500_000,
  instalments: 10,
  product: 'normal',
  paidOutOn: '2025-02-20',
}

const quote = (asked: Partial<QuoteTerms>, charter = defaultCharter): Quote => {
  const whole = { ...base, ...asked }
  expect(quoteFault(charter, whole)).toBeUndefined()
  return quoteOf(charter, whole, undefined)
}

const linesOf = (
  asked: Partial<QuoteTerms>,
  language: Language = 'en',
  charter = defaultCharter,
) => {
  const { ofPlan, ofInterest } = countedIn(quote(asked, charter), language)
  return [...ofPlan, ...ofInterest]
}

const said: readonly (readonly [
  kind: string,
  asked: Partial<QuoteTerms>,
  en: string,
  km: string,
])[] = [
  [
    'a short first period',
    { paidOutOn: '2025-03-05' },
    'The first period is short: it bears interest for 15 of its 30 days.',
    'គ្រាទីមួយខ្លី៖ គិតការប្រាក់តែ 15 ថ្ងៃក្នុងចំណោម 30 ថ្ងៃ។',
  ],
  [
    'a part',
    { principal: 333_333 },
    '10 equal parts of 33,333.3, each rounded down to whole 100s: 33,300.',
    '10 ចំណែកស្មើគ្នា មួយចំណែក 33,333.3 បង្គត់ចុះឱ្យគត់ 100៖ 33,300។',
  ],
  ['a part that is whole', {}, '10 equal parts of 50,000.', '10 ចំណែកស្មើគ្នា មួយចំណែក 50,000។'],
  [
    'a part that is too little to hand over',
    { principal: 900 },
    '10 equal parts would be 90: too little to hand over, so each is 100.',
    '10 ចំណែកស្មើគ្នា មួយចំណែក 90 តិចពេក ដូច្នេះមួយចំណែក 100។',
  ],
  [
    'an end before its time',
    { principal: 900 },
    'By 20 December 2025 nothing is left to pay back: the rounding made it end early.',
    'ត្រឹមថ្ងៃ 20 ធ្នូ 2025 លែងមានអ្វីត្រូវសង៖ ការបង្គត់ធ្វើឱ្យចប់មុន។',
  ],
  [
    'an instalment',
    { repayment: 'equal-instalment', instalmentRounding: { mode: 'half-up', step: 500 } },
    '10 equal instalments of 54,217.09, each rounded to the nearest 500 (the middle goes up): 54,000.',
    'សង 10 ដងស្មើគ្នា ម្ដង 54,217.09 បង្គត់ទៅ 500 ដែលជិតជាងគេ (ចំកណ្ដាលបង្គត់ឡើង)៖ 54,000។',
  ],
  [
    'interest',
    {},
    '20 April 2025: 450,000 x 1.5 % = 6,750, rounded down to whole 100s: 6,700.',
    'ថ្ងៃ 20 មេសា 2025៖ 450,000 x 1.5 % = 6,750 បង្គត់ចុះឱ្យគត់ 100៖ 6,700។',
  ],
  [
    'interest that needs no rounding',
    {},
    '20 March 2025: 500,000 x 1.5 % = 7,500.',
    'ថ្ងៃ 20 មីនា 2025៖ 500,000 x 1.5 % = 7,500។',
  ],
  [
    'interest of real days in a leap year',
    { paidOutOn: '2024-02-20', yearlyPercent: '18', days: 'actual/actual' },
    '20 March 2024: 500,000 x 18 % x 29/366 = 7,131.15, rounded down to whole 100s: 7,100.',
    'ថ្ងៃ 20 មីនា 2024៖ 500,000 x 18 % x 29/366 = 7,131.15 បង្គត់ចុះឱ្យគត់ 100៖ 7,100។',
  ],
  [
    'what the rounding left over',
    { principal: 500_200 },
    'The last instalment takes 200 more: what the rounding left over.',
    'ការសងចុងក្រោយលើស 200៖ សល់ពីការបង្គត់។',
  ],
  [
    'what the rounding left over, in the first',
    { principal: 500_200, remainder: 'first' },
    'The first instalment takes 200 more: what the rounding left over.',
    'ការសងទីមួយលើស 200៖ សល់ពីការបង្គត់។',
  ],
  [
    'what the rounding left over, spread',
    { principal: 500_300, remainder: 'spread' },
    'The first 3 instalments each take 100 more: what the rounding left over.',
    'ការសង 3 ដងដំបូង ម្ដងៗលើស 100៖ សល់ពីការបង្គត់។',
  ],
  [
    'a balloon',
    { balloon: 100_000 },
    '100,000 of the loan waits until the end and is due on 20 December 2025.',
    'កម្ចី 100,000 ទុកដល់ចប់ ហើយត្រូវសងនៅថ្ងៃ 20 ធ្នូ 2025។',
  ],
  [
    'forgiven interest',
    { graceOnInterest: { instalments: 3, is: 'forgiven' } },
    'The first 3 instalments bear no interest: it is forgiven.',
    'ការសង 3 ដងដំបូងមិនគិតការប្រាក់ទេ៖ បានលើកលែង។',
  ],
  [
    'deferred interest',
    { graceOnInterest: { instalments: 2, is: 'deferred' } },
    'The interest of the instalments before 20 May 2025 waits, 14,200 in all, and is paid on that day. Waiting costs nothing.',
    'ការប្រាក់នៃការសងមុនថ្ងៃ 20 ឧសភា 2025 រង់ចាំ សរុប 14,200 ហើយបង់នៅថ្ងៃនោះ។ ការរង់ចាំមិនអស់ប្រាក់បន្ថែមទេ។',
  ],
  [
    'a cut',
    { ratePercent: '20' },
    '20 May 2025: the interest is cut from 80,000 to 60,000, because a loan bears at most half of itself.',
    '20 ឧសភា 2025៖ ការប្រាក់កាត់ពី 80,000 មក 60,000 ព្រោះការប្រាក់សរុបមិនលើសពាក់កណ្ដាលនៃកម្ចី។',
  ],
  [
    'the end of all interest',
    { ratePercent: '20' },
    'From 20 June 2025 on the loan bears no more interest: it has borne half of itself.',
    'ចាប់ពី 20 មិថុនា 2025 កម្ចីលែងគិតការប្រាក់៖ ការប្រាក់គ្រប់ពាក់កណ្ដាលនៃកម្ចីហើយ។',
  ],
  [
    'relief',
    { relief: [{ from: '2025-04-01', to: '2025-04-30' }] },
    '20 April 2025 falls in relief: nothing is due and nothing is charged.',
    '20 មេសា 2025 ស្ថិតក្នុងការពន្យារ៖ មិនត្រូវសង ហើយមិនគិតការប្រាក់ទេ។',
  ],
  [
    'relief of many weeks',
    {
      every: { n: 1, unit: 'weeks' },
      instalments: 20,
      relief: [{ from: '2025-03-01', to: '2025-04-05' }],
    },
    '5 due dates from 6 March 2025 to 3 April 2025 fall in relief: nothing is due and nothing is charged.',
    'ថ្ងៃសង 5 ដង ពី 6 មីនា 2025 ដល់ 3 មេសា 2025 ស្ថិតក្នុងការពន្យារ៖ មិនត្រូវសង ហើយមិនគិតការប្រាក់ទេ។',
  ],
  [
    'a day on which nobody meets',
    { workingDays: { weekend: [7], holidays: [], direction: 'forward' } },
    'Nobody meets on 20 April 2025: that instalment is due on 21 April 2025. Its interest does not change.',
    'ថ្ងៃ 20 មេសា 2025 គ្មានប្រជុំទេ៖ ការសងនោះត្រូវនៅថ្ងៃ 21 មេសា 2025។ ការប្រាក់មិនប្រែប្រួលទេ។',
  ],
]

test.each(said)('%s is told in one plain sentence in both languages', (_, asked, en, km) => {
  expect(linesOf(asked)).toContain(en)
  expect(linesOf(asked, 'km')).toContain(km)
})

test('a limit that cuts interest under relief is told with both of its reasons', () => {
  const relief = [{ from: '2026-01-01', to: '2026-01-31' }]
  expect(linesOf({ ratePercent: '20', relief }).join('\n')).toContain(
    'the interest is cut from 80,000 to 60,000. Relief never makes a loan dearer',
  )
})

test.each([
  ['down', 'rounded down to whole 100s: 33,300'],
  ['up', 'rounded up to whole 100s: 33,400'],
  ['half-up', 'rounded to the nearest 100 (the middle goes up): 33,300'],
  ['half-even', 'rounded to the nearest 100 (the middle goes to the even 100): 33,300'],
] as const)('the rounding %s is said in plain words', (mode, words) => {
  const asked = { principal: 333_333, instalmentRounding: { mode, step: 100 } }
  expect(linesOf(asked)[0]).toContain(words)
})

test('a step of one is a whole riel, and dollars are told with their cents', () => {
  const one = { mode: 'half-even', step: 1 } as const
  expect(linesOf({ principal: 333_333, instalmentRounding: one })[0]).toContain(
    'rounded to the nearest whole riel (the middle goes to the even one): 33,333.',
  )
  const dollars = { ...defaultCharter, currency: 'USD', instalmentStep: 25 } as const
  expect(linesOf({ principal: 33_335 }, 'en', dollars)[0]).toBe(
    '10 equal parts of 33.335, each rounded down to whole 0.25s: 33.25.',
  )
})

test('every step of a quote has a sentence, and none is said twice', () => {
  const lines = linesOf({
    principal: 1_234_567,
    instalments: 52,
    every: { n: 1, unit: 'weeks' },
    paidOutOn: '2025-02-20',
  })
  expect(lines.length).toBeGreaterThan(52)
  expect(new Set(lines).size).toBe(lines.length)
})
