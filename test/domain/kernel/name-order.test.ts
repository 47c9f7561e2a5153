import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inNameOrder, nameOrderKey } from '#domain/kernel/name-order.ts'

const compared = (one: string, other: string): number => {
  const [a, b] = [nameOrderKey(one), nameOrderKey(other)]
  return a === b ? 0 : a < b ? -1 : 1
}

test('names are in the order of CLDR for Khmer', () => {
  const names = 'កក្កដា កែវ កោះ ក្រុម ខ្មែរ រស្មី ឫទ្ធិ លក្ខិណា សុខា ឡាយ ឧត្តម អូន ឱសថ'.split(' ')
  expect(inNameOrder(names.toReversed(), (name) => name)).toEqual(names)
  expect(inNameOrder(['សុខា', undefined, 'Sok Dara', 'កែវ'], (name) => name)).toEqual([
    'Sok Dara',
    'កែវ',
    'សុខា',
    undefined,
  ])
})

test('names in Latin letters have an order of their own, before those in Khmer', () => {
  const names = ['Chan Thy', 'Sok Chan', 'Sok Dara', 'កែវ']
  expect(inNameOrder(names.toReversed(), (name) => name)).toEqual(names)
})

test('names that look the same have one key', () => {
  for (const [one, other] of [
    ['កណ្ដាល', 'កណ្តាល'],
    ['ស៊ី', 'ស\u17b8\u17ca'],
    ['សុខាចាន់', 'សុខា\u200bចាន់'],
  ] as const)
    expect(nameOrderKey(one)).toBe(nameOrderKey(other))
})

/** Clusters as names have them: a consonant, what stands under it, and a vowel. */
const cluster = fc
  .tuple(
    fc.constantFrom(...'កខគងចជញដណតទនបពមយរលវសហឡអ'),
    fc.constantFrom('', '', '', '្រ', '្ម', '្វ', '្ង'),
    fc.constantFrom('', '', ...'ា ិ ី ឹ ឺ ុ ូ ួ ើ ឿ ៀ េ ែ ៃ ោ ៅ ុំ ំ ាំ ះ ុះ េះ ោះ'.split(' ')),
  )
  .map((parts) => parts.join(''))
const syllable = fc.oneof(
  { arbitrary: cluster, weight: 8 },
  { arbitrary: fc.constantFrom(...'ឥឦឧឩឫឬឭឮឯឰឱ'), weight: 1 },
)
const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))

test('any two words stand as Node, which has the order of CLDR, puts them', () => {
  const cldr = new Intl.Collator('km', { sensitivity: 'base' })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(compared(one, other)).toBe(Math.sign(cldr.compare(one, other)))
    }),
  )
})
