import type { Language } from '#src/words/catalogue.ts'
import { number as english } from '#src/words/en/number.ts'
import { number as khmer } from '#src/words/km/number.ts'

/** The largest number that is said in words; beyond it Khmer has no everyday word. */
export const largestNumberInWords = 999_999_999_999

const englishBelowHundred = (number: number): string => {
  if (number < 20) return english.small[number] ?? ''
  const tens = english.tens[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? tens : `${tens}-${english.small[number % 10]}`
}

const englishBelowThousand = (number: number): string => {
  if (number < 100) return englishBelowHundred(number)
  const { small, hundred, and } = english
  const hundreds = `${small[Math.floor(number / 100)]} ${hundred}`
  return number % 100 === 0 ? hundreds : `${hundreds} ${and} ${englishBelowHundred(number % 100)}`
}

const englishNumber = (number: number): string => {
  const scaled = english.scales.flatMap(([size, name]) => {
    const count = Math.floor(number / size) % 1000
    return count === 0 ? [] : [`${englishBelowThousand(count)} ${name}`]
  })
  const rest = number % 1000
  if (scaled.length === 0) return englishBelowThousand(rest)
  if (rest === 0) return scaled.join(' ')
  return `${scaled.join(' ')} ${rest < 100 ? `${english.and} ` : ''}${englishBelowThousand(rest)}`
}

const khmerBelowMillion = (number: number): readonly string[] => {
  const places = khmer.places.flatMap(([size, name]) => {
    const digit = Math.floor(number / size) % 10
    return digit === 0 ? [] : [`${khmer.small[digit]}${name}`]
  })
  const tens = khmer.tens[Math.floor(number / 10) % 10] ?? ''
  const rest = `${tens}${khmer.small[number % 10]}`
  return rest === '' ? places : [...places, rest]
}

/** Hangs a word on the last part, as Khmer writes a unit with no space before it. */
export const withUnit = (parts: readonly string[], unit: string): readonly string[] => [
  ...parts.slice(0, -1),
  `${parts.at(-1) ?? ''}${unit}`,
]

/** Khmer counts by ten thousands and hundred thousands below a million, then by millions. */
const khmerNumber = (number: number): readonly string[] => {
  if (number === 0) return [khmer.zero]
  const millions = khmerBelowMillion(Math.floor(number / 1_000_000))
  const rest = khmerBelowMillion(number % 1_000_000)
  return millions.length === 0 ? rest : [...withUnit(millions, khmer.million), ...rest]
}

/**
 * Says a number in the parts that a line may be broken between. Khmer is written without spaces,
 * and seven is five-two: a line broken inside 'seven hundred' would read 'five, two hundred'.
 * Throws a RangeError as `numberInWords` does.
 */
export const numberWordParts = (number: number, language: Language): readonly string[] => {
  if (!Number.isInteger(number) || number < 0 || number > largestNumberInWords) {
    throw new RangeError(`There are no words for the number ${number}.`)
  }
  return language === 'km' ? khmerNumber(number) : englishNumber(number).split(' ')
}

/**
 * Says a whole number from 0 to 999,999,999,999 in words, because many who can say an amount
 * cannot read a long row of digits. Throws a RangeError for any other number.
 */
export const numberInWords = (number: number, language: Language): string =>
  numberWordParts(number, language).join(language === 'km' ? '' : ' ')
