import { expect, test } from 'vitest'
import { numberInWords, numberWordParts } from '#src/words/number-words.ts'

const khmer: readonly (readonly [number, string])[] = [
  [0, 'សូន្យ'],
  [5, 'ប្រាំ'],
  [16, 'ដប់ប្រាំមួយ'],
  [25, 'ម្ភៃប្រាំ'],
  [99, 'កៅសិបប្រាំបួន'],
  [500, 'ប្រាំរយ'],
  [1_000, 'មួយពាន់'],
  [10_000, 'មួយម៉ឺន'],
  [12_500, 'មួយម៉ឺនពីរពាន់ប្រាំរយ'],
  [50_000, 'ប្រាំម៉ឺន'],
  [100_000, 'មួយសែន'],
  [212_000, 'ពីរសែនមួយម៉ឺនពីរពាន់'],
  [1_250_000, 'មួយលានពីរសែនប្រាំម៉ឺន'],
  [12_345_678, 'ដប់ពីរលានបីសែនបួនម៉ឺនប្រាំពាន់ប្រាំមួយរយចិតសិបប្រាំបី'],
  [250_000_000, 'ពីររយហាសិបលាន'],
  [1_250_000_000, 'មួយពាន់ពីររយហាសិបលាន'],
]

const english: readonly (readonly [number, string])[] = [
  [0, 'zero'],
  [10, 'ten'],
  [16, 'sixteen'],
  [20, 'twenty'],
  [99, 'ninety-nine'],
  [100, 'one hundred'],
  [212, 'two hundred and twelve'],
  [1_001, 'one thousand and one'],
  [12_500, 'twelve thousand five hundred'],
  [212_000, 'two hundred and twelve thousand'],
  [1_000_005, 'one million and five'],
  [1_250_000, 'one million two hundred and fifty thousand'],
  [3_000_000_000, 'three billion'],
]

test.each(khmer)('the number %i is said in Khmer as %s', (number, said) => {
  expect(numberInWords(number, 'km')).toBe(said)
})

test.each(english)('the number %i is said in English as %s', (number, said) => {
  expect(numberInWords(number, 'en')).toBe(said)
})

test('the largest number with words has words in both languages', () => {
  expect(numberInWords(999_999_999_999, 'en')).toBe(
    'nine hundred and ninety-nine billion nine hundred and ninety-nine million ' +
      'nine hundred and ninety-nine thousand nine hundred and ninety-nine',
  )
  expect(numberInWords(999_999_999_999, 'km')).toBe(
    'ប្រាំបួនសែនប្រាំបួនម៉ឺនប្រាំបួនពាន់ប្រាំបួនរយកៅសិបប្រាំបួនលាន' + 'ប្រាំបួនសែនប្រាំបួនម៉ឺនប្រាំបួនពាន់ប្រាំបួនរយកៅសិបប្រាំបួន',
  )
})

test('two different numbers are never said alike', () => {
  for (const language of ['en', 'km'] as const) {
    const said = new Set<string>()
    for (let number = 0; number < 20_000; number += 1) said.add(numberInWords(number, language))
    for (let number = 1; number <= 5_000; number += 1) {
      said.add(numberInWords(number * 100_000_000 + 20_000, language))
    }
    expect(said.size).toBe(25_000)
  }
})

test('a Khmer number is broken between its places and never inside one', () => {
  expect(numberWordParts(777_077, 'km')).toEqual(['ប្រាំពីរសែន', 'ប្រាំពីរម៉ឺន', 'ប្រាំពីរពាន់', 'ចិតសិបប្រាំពីរ'])
})

test.each([-1, 1.5, Number.NaN, 1_000_000_000_000])('the number %d has no words', (number) => {
  expect(() => numberInWords(number, 'en')).toThrow(RangeError)
  expect(() => numberInWords(number, 'km')).toThrow(RangeError)
})
