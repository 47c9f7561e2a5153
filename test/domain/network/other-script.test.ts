import { expect, test } from 'vitest'
import { consonantsOf } from '#domain/network/register/other-script.ts'
import { found } from '#domain/network/register/search.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import { practiceAgencies } from '#src/app/practice/practice-register.ts'

/* How people write the Khmer names of the practice agencies in Latin letters, of which no register has a word. */

const things: Readonly<Record<string, readonly string[]>> = {
  River: ['Tonle', 'Tonlé', 'Tunle'],
  Mountain: ['Phnom', 'Pnum'],
  Lotus: ['Chhouk', 'Chhuk'],
  Bridge: ['Spean', 'Spien'],
  Star: ['Phkay', 'Pkai'],
}
const kinds: Readonly<Record<string, readonly string[]>> = {
  Golden: ['Meas', 'Mias'],
  Silver: ['Prak', 'Brak'],
  Green: ['Baitang', 'Bay Tong'],
  Blue: ['Khiev', 'Kiev'],
  New: ['Thmey', 'Tmei'],
  Bright: ['Phlu', 'Pleu'],
  High: ['Khpos', 'Kpuos'],
  Quiet: ['Sngob', 'Sngop'],
}

const agencies = practiceAgencies.map(({ km, latin }) => {
  const [kind, thing] = latin.split(' ') as [string, string]
  const spellings = things[thing]!.flatMap((one) => kinds[kind]!.map((is) => `${one} ${is}`))
  return { km, spellings }
})

test('whoever types one of the forty agencies in Latin letters finds it by its Khmer name alone, and few others', () => {
  const register = agencies.map(({ km }) => ({ names: [km], phones: [] }))
  expect(register).toHaveLength(40)
  const missed: string[] = []
  let others = 0
  let asked = 0
  for (const { km, spellings } of agencies)
    for (const typed of spellings) {
      const rows = found(register, typed).map(({ names }) => names[0]!)
      asked += 1
      if (!rows.includes(km)) missed.push(`${typed} ${km}`)
      others += rows.filter((one) => one !== km).length
    }
  expect(asked).toBe(176)
  expect(missed).toEqual([])
  // Of so many questions so few names that somebody did not mean: they have the same consonants in a row.
  expect(others).toBe(8)
})

test('whoever types one of them in Khmer finds it first by its Latin spelling alone', () => {
  for (const nth of [0, 1]) {
    const register = agencies.map(({ spellings }) => ({ names: [spellings[nth]!], phones: [] }))
    for (const { km, spellings } of agencies) {
      const rows = found(register, km.replace(' (ប្រឌិត)', '')).map(({ names }) => names[0])
      expect(rows[0]).toBe(spellings[nth])
      expect(rows.length).toBeLessThanOrEqual(3)
    }
  }
})

test('one letter too few still finds it, where nobody fits without', () => {
  const register = agencies.map(({ km }) => ({ names: [km], phones: [] }))
  expect(found(register, 'Tonle Mea').map(({ names }) => names[0])).toContain(agencies[0]!.km)
})

test.each([
  ['ភ្នំពេញ', 'Phnom Penh'],
  ['សៀមរាប', 'Siem Reap'],
  ['បាត់ដំបង', 'Battambang'],
  ['កំពង់ចាម', 'Kampong Cham'],
  ['ព្រះវិហារ', 'Preah Vihear'],
  ['ប្រាសាទ', 'Prasat'],
  ['ចាន់ សុខា', 'Chan Sokha'],
  ['វិចិត្រ', 'Vichet'],
])('%s and %s are one by their consonants, or a slip apart', (km, latin) => {
  const register = [{ names: [km], phones: [] }]
  expect(found(register, latin)).toEqual(register)
  expect(found([{ names: [latin], phones: [] }], km)).toHaveLength(1)
})

test('a consonant that is written and not read is none', () => {
  expect(consonantsOf(nameKeyOf('សប្ដាហ៍'))).toBe('spt')
  expect(consonantsOf('sabda')).toBe('spt')
})

test('two letters find no name that only has them somewhere, and own letters come first', () => {
  const register = [
    { names: ['ទន្លេមាស'], phones: [] },
    { names: ['Tonle Meas'], phones: [] },
  ]
  expect(found(register, 'Ms')).toEqual([])
  expect(found(register, 'Tonle Meas').map(({ names }) => names[0])).toEqual([
    'Tonle Meas',
    'ទន្លេមាស',
  ])
})

test('a name without a consonant that is told apart fits nobody of the other script', () => {
  expect(found([{ names: ['អូយ'], phones: [] }], 'hai')).toEqual([])
})
