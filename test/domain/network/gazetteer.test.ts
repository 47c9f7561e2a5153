import { expect, test } from 'vitest'
import {
  codeWithZero,
  cutOutOf,
  districts,
  districtsFor,
  placeOfCode,
  provinceOfCode,
} from '#domain/network/gazetteer/gazetteer.ts'
import { provinces } from '#domain/network/places.ts'

test('all 210 districts of the list are there, each once, in one of 25 provinces, with a name in both scripts', () => {
  expect(districts).toHaveLength(210)
  expect(new Set(districts.map(({ code }) => code)).size).toBe(210)
  expect(Map.groupBy(districts, ({ kind }) => kind).get('srok')).toHaveLength(163)
  expect(Map.groupBy(districts, ({ kind }) => kind).get('krong')).toHaveLength(33)
  expect(Map.groupBy(districts, ({ kind }) => kind).get('khan')).toHaveLength(14)
  expect(new Set(districts.map(({ code }) => code.slice(0, 2)))).toEqual(new Set(provinces))
  for (const { latin, km, code } of districts) {
    expect(latin, code).toMatch(/^[A-Za-z' ]+$/)
    expect(km, code).toMatch(/^\p{Script=Khmer}+$/u)
  }
  expect(districts.map(({ code }) => code)).toEqual(
    districts.map(({ code }) => code).toSorted((a, b) => (a < b ? -1 : 1)),
  )
})

test('whose code stands on after a district was cut out of it can be said to lie in the younger one', () => {
  const young = (code: string) => cutOutOf(code).map((one) => one.code)
  // Arey Ksat has six communes of Khsach Kandal and five of Lvea Aem; Sampov Poun five of Kaoh Thum.
  expect(young('0803')).toEqual(['0813'])
  expect(young('0806')).toEqual(['0813'])
  expect(young('0804')).toEqual(['0812'])
  expect(young('1004')).toEqual(['1007'])
  // Run Ta Aek was of Banteay Srei, and Ballangk of Prasat Bakong.
  expect(young('1703')).toEqual(['1715'])
  expect(young('1709')).toEqual(['1715'])
  // One commune of Kamboul was of Dangkao, all others of Pur SenChey.
  expect(young('1205')).toEqual(['1214'])
  expect(young('1209')).toEqual(['1211', '1214'])
  expect(young('1701')).toEqual([])
})

test.each([
  ['Mongkol Borei', '0102'],
  // As other lists spell it.
  ['mongkol borey', '0102'],
  ['Mongkul Bourey', '0102'],
  ['Srok Mongkol Borei', '0102'],
  ['មង្គលបូរី', '0102'],
  ['ស្រុកមង្គលបូរី', '0102'],
  ['Poipet', '0110'],
  ['Pnom Srok', '0103'],
  ['0102', '0102'],
  // A spreadsheet has dropped the zero.
  ['102', '0102'],
  ['17020304', '1702'],
])('whoever looks for "%s" finds the district %s first', (typed, code) => {
  expect(districtsFor(typed)[0]?.code).toBe(code)
})

test('two districts of one name are both found, and a word of no district finds none', () => {
  expect(districtsFor('Samraong').map(({ code }) => code)).toEqual(
    expect.arrayContaining(['2107', '2204']),
  )
  expect(districtsFor('Xqzwv Bgtr')).toEqual([])
  expect(districtsFor('')).toEqual([])
})

test('an old code keeps its place: of a district that moved it is the new one, of one that was divided a person says which', () => {
  // Memot was a district of Kampong Cham until Tboung Khmum became a province.
  expect(placeOfCode('03100204')).toMatchObject({ is: 'moved', district: { code: '2503' } })
  expect(provinceOfCode('03100204')).toBe('25')
  expect(districtsFor('0310').map(({ code }) => code)).toEqual(['2503'])
  const odongk = placeOfCode('05050101')
  expect(odongk.is).toBe('split')
  expect('among' in odongk && odongk.among.map(({ code }) => code)).toEqual(['0509', '0510'])
  // Divided, but not out of its province.
  expect(provinceOfCode('05050101')).toBe('05')
  expect(cutOutOf('1201').map(({ latin }) => latin)).toEqual(['Boeng Keng Kang'])
  expect(placeOfCode('1201')).toMatchObject({ is: 'named' })
})

test('what is typed wrongly is no place, and what lies in a province without a district is known to lie there', () => {
  expect(placeOfCode('99010101')).toEqual({ is: 'unknown' })
  expect(provinceOfCode('99010101')).toBeUndefined()
  expect(placeOfCode('17990101')).toEqual({ is: 'unknown' })
  expect(provinceOfCode('17990101')).toBe('17')
  expect(codeWithZero('1020101')).toBe('01020101')
  expect(codeWithZero('010201011')).toBeUndefined()
  expect(codeWithZero('Kep')).toBeUndefined()
})
