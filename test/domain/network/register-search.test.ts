import fc from 'fast-check'
import { expect, test } from 'vitest'
import { found, isPhoneLike, phoneKey, searchKey } from '#domain/network/register/search.ts'

const register = [
  { names: ['Golden River Manpower Co., Ltd.', 'ទន្លេមាស'], phones: [] },
  { names: ['Phnom Thmey Recruitment', 'ភ្នំថ្មី'], phones: ['023 555 010'] },
  { names: ['Sok Chea'], phones: ['+855 12 555 011'] },
  { names: ['Sok Dara'], phones: ['012-555-012'] },
]
const findNames = (typed: string) => found(register, typed).map(({ names }) => names[0])

test.each([
  ['golden river', ['Golden River Manpower Co., Ltd.']],
  ['Goldn Rivr', ['Golden River Manpower Co., Ltd.']],
  ['GOLDEN-RIVER CO LTD', ['Golden River Manpower Co., Ltd.']],
  ['Pnom Tmei', ['Phnom Thmey Recruitment']],
  ['ភ្នំថ្មី', ['Phnom Thmey Recruitment']],
  ['ទន្លេ', ['Golden River Manpower Co., Ltd.']],
  ['sok', ['Sok Chea', 'Sok Dara']],
  ['Sok Jia', ['Sok Chea']],
  ['Silver Mountain', []],
  ['', []],
])('who is looked for as "%s" is found', (typed, names) => {
  expect(findNames(typed)).toEqual(names)
})

test.each([
  ['012 555 011', ['Sok Chea']],
  ['+85512555011', ['Sok Chea']],
  ['០១២ ៥៥៥ ០១២', ['Sok Dara']],
  ['555 01', ['Phnom Thmey Recruitment', 'Sok Chea', 'Sok Dara']],
  ['011 111 111', []],
])('a number is found however it is written: %s', (typed, names) => {
  expect(findNames(typed)).toEqual(names)
})

test('a name is found by itself and with any one letter left out', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'abdegiklmnoprst'),
    minLength: 6,
    maxLength: 20,
  })
  fc.assert(
    fc.property(letters, fc.nat(), (name, at) => {
      fc.pre(searchKey(name).length >= 6)
      const one = { names: [name], phones: [] }
      const cut = at % name.length
      const slipped = name.slice(0, cut) + name.slice(cut + 1)
      expect(found([one], name)).toEqual([one])
      // A letter that makes one sound with others, or stands between two of one, can take more than itself along.
      const parts = [name.slice(0, cut), name[cut]!, name.slice(cut + 1)].map(searchKey)
      fc.pre(parts.join('') === searchKey(name) && parts[0]! + parts[2]! === searchKey(slipped))
      fc.pre(searchKey(slipped).length >= 5)
      expect(found([one], slipped)).toEqual([one])
    }),
  )
})

test('who has the whole name in the other script comes before who has it within a longer one', () => {
  const all = ['ទន្លេមាសថ្មី', 'ទន្លេមាស'].map((name) => ({ names: [name], phones: [] }))
  expect(found(all, 'Tonle Meas').map(({ names }) => names[0])).toEqual(['ទន្លេមាស', 'ទន្លេមាសថ្មី'])
})

test('a name with a number in it is no number', () => {
  expect(isPhoneLike(' +855 (12) 555-011 ')).toBe(true)
  expect([isPhoneLike('Sok 2019'), isPhoneLike('123')]).toEqual([false, false])
  expect(isPhoneLike('1234')).toBe(true)
})

test('two ways of writing a number have one key', () => {
  expect(phoneKey('+855 (12) 555-011')).toBe(phoneKey('012 555 011'))
  expect(phoneKey('00855 12 555 011')).toBe(phoneKey('១២៥៥៥០១១'))
})
