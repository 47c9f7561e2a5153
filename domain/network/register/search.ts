import { nameKeyOf, nameWordsOf } from '#domain/kernel/names.ts'
import { consonantsOf, isKhmer } from '#domain/network/register/other-script.ts'
import { latinDigits } from '#domain/kernel/money.ts'

/*
 * Names are heard before they are read: "Phnom", "Pnom" and "Pnum" are one. So Latin spellings are compared by how they
 * sound to a Khmer ear, Khmer ones by what is seen, and a slip of the finger is forgiven.
 */

/** Spellings of one sound in names written with Latin letters, the longer ones first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'p'],
  [/th/g, 't'],
  [/kh/g, 'k'],
  [/ch|dj/g, 'j'],
  [/gn|nh/g, 'n'],
  [/w/g, 'v'],
  [/oeu|oeur|eu|oe/g, 'e'],
  [/ou|oo|u/g, 'o'],
  [/ey|ei|ai|ay|ie|ea|ia/g, 'e'],
  [/y/g, 'i'],
  [/au|ao|or/g, 'o'],
  [/h/g, ''],
]

/** What stands in the names of all companies and tells none of them. */
const ofCompanies = new Set(
  ['co', 'ltd', 'plc', 'limited', 'company', 'agency', 'manpower', 'recruitment'].concat(
    ['ក្រុមហ៊ុន', 'ឯក'].map(nameKeyOf),
  ),
)

const soundOf = (key: string): string =>
  sounds.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), key).replaceAll(/(.)\1+/g, '$1')

const tellingOf = (name: string): string => {
  const words = nameWordsOf(name)
  const telling = words.filter((word) => !ofCompanies.has(word))
  return (telling.length > 0 ? telling : words).join('')
}

/** The key by which a name is searched; empty where there is no letter. */
export const searchKey = (name: string): string => soundOf(tellingOf(name))

/** How many letters have to be changed, put in or left out to find it somewhere in the name; no more than `most` are counted. */
const slips = (typed: string, name: string, most: number): number => {
  let row = Array.from({ length: name.length + 1 }, () => 0)
  for (const [i, letter] of [...typed].entries()) {
    const next = [i + 1]
    for (let j = 0; j < name.length; j += 1)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === name[j] ? 0 : 1)))
    row = next
    if (Math.min(...row) > most) break
  }
  return Math.min(...row)
}

/** One slip in four letters. */
const slipsAllowed = (key: string): number => Math.floor(key.length / 4)

/**
 * How well a name fits what was typed: 0 the same, 1 a part of it, then a slip each; undefined where it does not fit. Both are
 * keys by `searchKey`.
 */
export const fit = (typed: string, name: string): number | undefined => {
  if (typed === '' || name === '') return undefined
  if (typed === name) return 0
  if (typed.length > 1 && name.includes(typed)) return 1
  const most = slipsAllowed(typed)
  const count = slips(typed, name, most)
  return count <= most ? 1 + count : undefined
}

/** So few consonants are found in any name: they fit a whole one alone. */
const fewConsonants = 3
/** What is found by the other script comes after what is found by its own, and before what has a slip. */
const byOtherScript = { whole: 1.25, part: 1.5 }

/** How well a name of the other script fits what was typed, by the consonants alone; undefined where both are of one script. */
const fitAcross = (typed: string, name: string): number | undefined => {
  if (isKhmer(typed) === isKhmer(name)) return undefined
  const [asked, of] = [consonantsOf(tellingOf(typed)), consonantsOf(tellingOf(name))]
  if (asked === '') return undefined
  const fits = asked.length < fewConsonants ? (asked === of ? 0 : undefined) : fit(asked, of)
  // A slip is forgiven in a whole name alone: some part of a long one is nearly like anything.
  const isPartWithSlip = fits !== undefined && fits > 1 && Math.abs(asked.length - of.length) > 1
  return fits === undefined || isPartWithSlip
    ? undefined
    : Math.max(fits, fits === 0 ? byOtherScript.whole : byOtherScript.part)
}

/** A number as it is compared: digits alone, without the country's code or the zero before it. */
export const phoneKey = (typed: string): string =>
  latinDigits(typed.normalize('NFKC'))
    .replaceAll(/\D/g, '')
    .replace(/^(00)?855/, '')
    .replace(/^0+/, '')

/** Whether something typed is looked for among numbers: digits with marks between them, at least four. */
export const isPhoneLike = (typed: string): boolean =>
  /^[\d០-៩+()\s.-]+$/u.test(typed.trim()) && phoneKey(typed).length >= 4

/** Somebody with all names and numbers by which they can be found. */
export type Findable = { readonly names: readonly string[]; readonly phones: readonly string[] }

/** Those whom something typed fits, the best first and of equals in the order they had; a slip is forgiven where nobody fits without. */
export const found = <One extends Findable>(all: readonly One[], typed: string): readonly One[] => {
  const number = isPhoneLike(typed) ? phoneKey(typed) : undefined
  if (number === undefined && tellingOf(typed) === '') return []
  const key = searchKey(typed)
  const fitOf = ({ names, phones }: One): number | undefined =>
    number === undefined
      ? names
          .flatMap((name) => [fit(key, searchKey(name)), fitAcross(typed, name)])
          .filter((one) => one !== undefined)
          .toSorted((a, b) => a - b)[0]
      : phones.some((phone) => phoneKey(phone).includes(number))
        ? 0
        : undefined
  const rows = all
    .map((one) => ({ one, fits: fitOf(one) }))
    .filter((row): row is { one: One; fits: number } => row.fits !== undefined)
    .toSorted((a, b) => a.fits - b.fits)
  const isSure = rows.some(({ fits }) => fits <= byOtherScript.part)
  return rows.filter(({ fits }) => !isSure || fits <= byOtherScript.part).map(({ one }) => one)
}
