import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKeyOf, nameWordsOf } from '#domain/kernel/names.ts'
import { anyCharacter } from '#test/support/any-character.ts'

/* Invented names and syllables. What they test is how they are typed, not who could bear them. */

const oneName: readonly (readonly [string, string, string])[] = [
  ['a subscript DA and a subscript TA', 'កណ្ដាល', 'កណ្តាល'],
  ['a shifter before and after the vowel', 'ស៊ី', 'សី៊'],
  ['a zero-width space inside', 'សុខាចាន់', 'សុខា\u200bចាន់'],
  ['a joiner and a byte-order mark', 'សុខា', '\ufeffសុ\u200dខា'],
  ['an invisible inherent vowel', 'ចន្ទ', 'ច\u17b5ន្ទ'],
  ['a space between the two names and none', 'សុខ ដារ៉ា', 'សុខដារ៉ា'],
  ['two spaces and a wide one', 'សុខ ដារ៉ា', ' សុខ \u3000 ដារ៉ា '],
  ['the subscript RO before and after another subscript', 'ស្ត្រី', 'ស្រ្តី'],
  ['a subscript after the vowel', 'ផល្លា', 'ផលា្ល'],
  ['the vowel OO and its two halves', 'កោះ', 'ក\u17c1\u17b6ះ'],
  ['the vowel OE and its two halves', 'ជើង', 'ជ\u17c1\u17b8ង'],
  ['two signs above in either order', 'ញ៉ាំ', 'ញំា៉'],
  ['two vowels in either order', 'ក\u17b6\u17bb', 'ក\u17bb\u17b6'],
  ['two shifters in either order', 'ក\u17c9\u17ca', 'ក\u17ca\u17c9'],
  ['two signs behind the vowel in either order', 'ក\u17b6\u17c6\u17cb', 'ក\u17b6\u17cb\u17c6'],
  ['the vowel U where a shifter is meant', 'ស៊ីម', 'សុីម'],
  ['either shifter under a vowel that stands above', 'ប៉ីន', 'ប៊ីន'],
  ['one vowel that was struck twice', 'សីី', 'សី'],
  ['an old code of the letter A', '\u17a3ូន', 'អូន'],
  ['an old code of the letters AA', '\u17a4ត', 'អាត'],
  ['two codes of the vowel OO that stands alone', 'ឲក', 'ឱក'],
  ['two signs of a breath at the end', 'កុម្ភៈ', 'កុម្ភះ'],
  ['Khmer and Latin digits', 'ដារ៉ា ២', 'ដារ៉ា 2'],
  ['large and small letters', 'Sok DARA', 'sok dara'],
  ['letters with accents and without', 'Sôk Bophàʼ', 'Sok Bopha'],
  ['wide Latin letters', 'Ｓｏｋ', 'sok'],
  ['a hyphen and a dot', 'Chan-Ry K.', 'Chan Ry K'],
  ['letters of neighbours', 'Nguyễn Đức', 'nguyen duc'],
]

test.each(oneName)('%s are one name', (_, typed, again) => {
  expect(nameKeyOf(again)).toBe(nameKeyOf(typed))
  expect(nameKeyOf(typed)).not.toBe('')
})

const twoNames: readonly (readonly [string, string, string])[] = [
  ['another first consonant', 'សុខា', 'ឡុខា'],
  ['another vowel', 'សុខ', 'សូខ'],
  ['another subscript', 'ផល្លា', 'ផល្គា'],
  ['a consonant and its subscript', 'ចនទ', 'ចន្ទ'],
  ['either shifter under a vowel that stands beside', 'ប៉ា', 'ប៊ា'],
  ['subscripts under each other in another order', 'ក្ល្ខ', 'ក្ខ្ល'],
  ['the vowel OE and its second half alone', 'ជើង', 'ជ\u17b8ង'],
  ['the vowel OO and its second half alone', 'កោះ', 'ក\u17b6ះ'],
  ['the vowel OO and its first half alone', 'កោះ', 'ក\u17c1ះ'],
  ['two vowels above under a shifter', 'ស៊ី', 'ស៊ិ'],
  ['a killed last letter', 'ចាន់', 'ចាន'],
  ['another number behind the name', 'ដារ៉ា ២', 'ដារ៉ា ៣'],
  ['another Latin letter', 'Sok Dara', 'Sok Dary'],
]

test.each(twoNames)('%s make two names', (_, one, other) => {
  expect(nameKeyOf(one)).not.toBe(nameKeyOf(other))
})

test('the words of a name keep their order, and no sign between them counts', () => {
  expect(nameWordsOf('  សុខ, ដារ៉ា (Dara) ')).toHaveLength(3)
  expect(nameWordsOf('Dara Sok').toReversed()).toEqual(nameWordsOf('Sok Dara'))
  expect(nameKeyOf(' -- \u200b ។ ')).toBe('')
})

const khmer = fc.integer({ min: 0x1780, max: 0x17dd }).map((code) => String.fromCodePoint(code))
const typed = fc.array(fc.oneof(khmer, fc.string({ maxLength: 2, unit: anyCharacter })), {
  maxLength: 12,
})

test('a key is its own key, whatever was typed', () => {
  fc.assert(
    fc.property(typed, (signs) => {
      const key = nameKeyOf(signs.join(''))
      expect(nameKeyOf(key)).toBe(key)
    }),
  )
})

test('a mark of another script behind a Khmer sign leaves the key its own', () => {
  const key = nameKeyOf('\u1780\u17dd\u17b6\ufe7a')
  expect(nameKeyOf(key)).toBe(key)
})

test('a sign that does not show changes no key, wherever it stands', () => {
  fc.assert(
    fc.property(
      typed,
      fc.nat(),
      fc.constantFrom('\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'),
      (signs, at, sign) => {
        const place = signs.length === 0 ? 0 : at % signs.length
        const withIt = [...signs.slice(0, place), sign, ...signs.slice(place)].join('')
        expect(nameKeyOf(withIt)).toBe(nameKeyOf(signs.join('')))
      },
    ),
  )
})
