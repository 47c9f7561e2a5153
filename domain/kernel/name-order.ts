import { nameWordsOf } from '#domain/kernel/names.ts'

/*
 * The order of names in Khmer, as CLDR has it for `km`; browsers and Workers have none. Consonants come first, then vowels, then
 * what stands under: so every word with a bare consonant is before those with a vowel on it, and a subscript comes last.
 */

const consonants = 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរឫឬលឭឮវឝឞសហឡអ'
const vowels = 'ា ិ ី ឹ ឺ ុ ូ ួ ើ ឿ ៀ េ ែ ៃ ោ ៅ ុំ ំ ាំ ះ ិះ ុះ េះ ោះ'.split(' ')
const under = ['\u17d2', '\u17cc']

/** Vowels that stand alone are ordered as what they sound like. */
const alone: Readonly<Record<string, string>> = {
  ឥ: 'អិ',
  ឦ: 'អី',
  ឧ: 'អុ',
  ឨ: 'អុក',
  ឩ: 'អូ',
  ឪ: 'អូវ',
  ឯ: 'អែ',
  ឰ: 'អៃ',
  ឱ: 'អោ',
  ឲ: 'អោ',
  ឳ: 'អៅ',
}

const first = 0x17_80
const placeOf = new Map(
  [...consonants, ...vowels, ...under].map((sign, i) => [sign, String.fromCharCode(first + i)]),
)

/** Two signs that are one vowel are ordered as one. */
const signs = /[\u17b6\u17bb]\u17c6|[\u17b7\u17bb\u17c1\u17c4]\u17c7|./gsu
/** Marks that tell words apart only where nothing else does. */
const isMark = /[\u17c8-\u17cb\u17cd-\u17d1\u17dd]/u

/**
 * A key by which names of people are put in order, in Khmer and in Latin letters (which come first), whatever way they were
 * typed. Two names that look the same have one key. For comparing alone; compare it sign by sign (`<`).
 */
export const nameOrderKey = (name: string): string =>
  nameWordsOf(name)
    .map((word) =>
      [...word]
        .map((sign) => alone[sign] ?? sign)
        .join('')
        .match(signs)!
        .map((sign) => placeOf.get(sign) ?? (isMark.test(sign) ? '' : sign))
        .join(''),
    )
    .join(' ')

/** Orders whatever has a name; those without one come last, in the order they had. */
export const inNameOrder = <Named>(
  all: readonly Named[],
  nameOf: (one: Named) => string | undefined,
): readonly Named[] =>
  all
    .map((one) => ({ one, key: nameOrderKey(nameOf(one) ?? '') }))
    .toSorted((a, b) => {
      if (a.key === b.key) return 0
      if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1
      return a.key < b.key ? -1 : 1
    })
    .map(({ one }) => one)
