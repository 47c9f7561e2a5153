import type { Language } from '#src/words/catalogue.ts'

/** The largest number that is said in words; beyond it Khmer has no everyday word. */
export const largestNumberInWords = 999_999_999_999

const englishSmall = [
  ...'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
]

const englishTens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const englishScales = [
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1_000, 'thousand'],
] as const

const englishBelowHundred = (number: number): string => {
  if (number < 20) return englishSmall[number] ?? ''
  const tens = englishTens[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? tens : `${tens}-${englishSmall[number % 10]}`
}

const englishBelowThousand = (number: number): string => {
  if (number < 100) return englishBelowHundred(number)
  const hundreds = `${englishSmall[Math.floor(number / 100)]} hundred`
  return number % 100 === 0 ? hundreds : `${hundreds} and ${englishBelowHundred(number % 100)}`
}

const englishNumber = (number: number): string => {
  const scaled = englishScales.flatMap(([size, name]) => {
    const count = Math.floor(number / size) % 1000
    return count === 0 ? [] : [`${englishBelowThousand(count)} ${name}`]
  })
  const rest = number % 1000
  if (scaled.length === 0) return englishBelowThousand(rest)
  if (rest === 0) return scaled.join(' ')
  return `${scaled.join(' ')} ${rest < 100 ? 'and ' : ''}${englishBelowThousand(rest)}`
}

/** In Khmer a zero inside a number is not said, so both lists begin with nothing. */
const khmerSmall = ['', ...'មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន'.split(' ')]
const khmerTens = ['', ...'ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប'.split(' ')]

const khmerPlaces = [
  [100_000, 'សែន'],
  [10_000, 'ម៉ឺន'],
  [1_000, 'ពាន់'],
  [100, 'រយ'],
] as const

const khmerBelowMillion = (number: number): readonly string[] => {
  const places = khmerPlaces.flatMap(([size, name]) => {
    const digit = Math.floor(number / size) % 10
    return digit === 0 ? [] : [`${khmerSmall[digit]}${name}`]
  })
  const tens = khmerTens[Math.floor(number / 10) % 10] ?? ''
  const rest = `${tens}${khmerSmall[number % 10]}`
  return rest === '' ? places : [...places, rest]
}

/** Hangs a word on the last part, as Khmer writes a unit with no space before it. */
export const withUnit = (parts: readonly string[], unit: string): readonly string[] => [
  ...parts.slice(0, -1),
  `${parts.at(-1) ?? ''}${unit}`,
]

/** Khmer counts by ten thousands and hundred thousands below a million, then by millions. */
const khmerNumber = (number: number): readonly string[] => {
  if (number === 0) return ['សូន្យ']
  const millions = khmerBelowMillion(Math.floor(number / 1_000_000))
  const rest = khmerBelowMillion(number % 1_000_000)
  return millions.length === 0 ? rest : [...withUnit(millions, 'លាន'), ...rest]
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
