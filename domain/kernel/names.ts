import { latinDigits } from '#domain/kernel/money.ts'

/*
 * Names of people are stored as they were typed and compared by a key. Khmer can be typed in several
 * orders and with several codes that look the same, and nobody sees which: the key is made of what is seen.
 */

const coeng = '\u17d2'
const shifters = '\u17c9\u17ca'
const vowelU = '\u17bb'
/** Vowels that stand above the consonant; with them a shifter is drawn as the vowel U is. */
const isAbove = (sign: string): boolean => /[\u17b7-\u17ba\u17be]/.test(sign)

/** Signs that do not show: joiners, marks of direction, inherent vowels, variation selectors. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu

/** Written inside a Latin name or left out of it. */
const apostrophes = /['`\u00b4\u02b0-\u02ff\u2018\u2019]/g

/** Old codes, and codes that are drawn the same, beside the one that is used now. */
const sameSight: readonly (readonly [string, string])[] = [
  ['\u17a3', '\u17a2'],
  ['\u17a4', '\u17a2\u17b6'],
  ['\u17b2', '\u17b1'],
  ['\u17c8', '\u17c7'],
  [`${coeng}\u178a`, `${coeng}\u178f`],
]

/** Where a sign of a cluster stands: robat, subscripts (the subscript RO last), shifter, vowels and signs. */
const placeOf = (sign: string): number => {
  if (sign === '\u17cc') return 0
  if (sign === `${coeng}\u179a`) return 2
  if (sign.startsWith(coeng)) return 1
  return shifters.includes(sign) ? 3 : 4
}

/** Subscripts keep the order in which they stand under each other; vowels and signs have none. */
const inPlace = (signs: readonly string[]): readonly string[] =>
  [...new Set(signs)]
    .map((sign) => ({ sign, place: placeOf(sign) }))
    .toSorted((a, b) => a.place - b.place || (a.place < 3 ? 0 : a.sign < b.sign ? -1 : 1))
    .map(({ sign }) => sign)

/** Two vowels that together are drawn as one are that one. */
const joined = (signs: readonly string[]): readonly string[] => {
  const other = ['\u17b8', '\u17b6'].find((half) => signs.includes(half))
  if (other === undefined || !signs.includes('\u17c1')) return signs
  const one = other === '\u17b8' ? '\u17be' : '\u17c4'
  return [...signs.filter((sign) => sign !== other && sign !== '\u17c1'), one]
}

/** The marks on one consonant in one order, each once, whatever order they were typed in. */
const inOneOrder = (marks: string): string => {
  const signs = joined(marks.match(/\u17d2[\u1780-\u17b3]|./gu) ?? [])
  const isShifter = (sign: string): boolean => sign === vowelU || shifters.includes(sign)
  const seen = signs.some(isAbove)
    ? signs.map((sign) => (isShifter(sign) ? '\u17ca' : sign))
    : signs
  return inPlace(seen).join('')
}

const clusters = /([\u1780-\u17b3])((?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17dd])+)/g

const khmerKey = (text: string): string =>
  sameSight
    .reduce((sofar, [from, to]) => sofar.replaceAll(from, to), text)
    .replaceAll(clusters, (_, base: string, marks: string) => base + inOneOrder(marks))
    // A mark of another script behind a cluster has its place among the marks by Unicode's order.
    .normalize('NFC')

const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ı: 'i',
  þ: 'th',
}

/** Letters without their accents and in lower case: a name on a form has none. */
const latinKey = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/[ßæœøđðħłıþ]/g, (letter) => latinLetters[letter]!)

const plain = (name: string): string =>
  latinKey(latinDigits(name.normalize('NFKC').replaceAll(unseen, '').replaceAll(apostrophes, '')))

const lettersOf = (name: string): readonly string[] =>
  plain(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words of a name as they are compared, in their order; marks between them are none of it. */
export const nameWordsOf = (name: string): readonly string[] => lettersOf(name).map(khmerKey)

/**
 * The key under which spellings of one name meet that look the same, in Khmer or Latin letters: for
 * comparing alone, never shown and never stored in the name's place. Empty where there is no letter.
 */
export const nameKeyOf = (name: string): string =>
  khmerKey(lettersOf(name).join('').normalize('NFC'))
