import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivalsOf, type GivenReference } from '#domain/remittances/arrivals.ts'
import {
  bareReference,
  grouped,
  holds,
  referenceFrom,
  referencesIn,
} from '#domain/remittances/reference.ts'
import { sha256 } from '#infra/system/system.ts'

const khmerDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)))

const hex = fc.string({ maxLength: 40 }).map(sha256)

test('a reference is a creditor reference of ISO 11649, as the example of the standard is', () => {
  expect(holds('RF18539007547034')).toBe(true)
  expect(holds('RF18539007547035')).toBe(false)
  fc.assert(fc.property(hex, (one) => holds(referenceFrom(one))))
})

test('one wrong sign, and two that changed places, are seen', () => {
  fc.assert(
    fc.property(hex, fc.integer({ min: 2, max: 15 }), fc.nat(9), (one, at, digit) => {
      const good = referenceFrom(one)
      const other = good.slice(0, at) + String(digit) + good.slice(at + 1)
      expect(holds(other)).toBe(other === good)
    }),
  )
  fc.assert(
    fc.property(hex, fc.integer({ min: 4, max: 14 }), (one, at) => {
      const good = referenceFrom(one)
      const other = good.slice(0, at) + good[at + 1]! + good[at]! + good.slice(at + 2)
      expect(holds(other)).toBe(other === good)
    }),
  )
})

test('a bank may write it in groups, in small letters and amid other words', () => {
  const good = referenceFrom(sha256('a'))
  expect(grouped('RF18539007547034')).toBe('RF18 5390 0754 7034')
  expect(bareReference(grouped(good).toLowerCase())).toBe(good)
  expect(referencesIn(`from abroad ${grouped(good)} thank you`)).toEqual({
    sound: [good],
    hasWrong: false,
  })
  expect(referencesIn(khmerDigits(good))).toEqual({ sound: [good], hasWrong: false })
  expect(referencesIn(`TRF/${good}/rice`)).toEqual({ sound: [good], hasWrong: false })
  expect(referencesIn('rice for RF Dara')).toEqual({ sound: [], hasWrong: false })
  expect(referencesIn(`${good.slice(0, -1)}`)).toEqual({ sound: [], hasWrong: true })
})

test('a reference with one wrong digit is no sound one of the fund, and the money is not proposed', () => {
  const good = referenceFrom(sha256('a'))
  const wrong = `${good.slice(0, -1)}${(Number(good.at(-1)) + 1) % 10}`
  expect(referencesIn(wrong)).toEqual({ sound: [], hasWrong: true })
  expect(referencesIn(`${good} ${wrong}`)).toEqual({ sound: [good], hasWrong: true })
})

test('a firm’s own reference, which is sound and shorter, is none of the fund', () => {
  const shorter = Array.from({ length: 97 }, (_, i) => `RF${String(i + 2).padStart(2, '0')}1234`)
  const firms = shorter.find(holds)!
  expect(referencesIn(firms)).toEqual({ sound: [], hasWrong: true })
})

const [her, hers, his, old] = ['her', 'hers', 'his', 'old'].map((one) =>
  referenceFrom(sha256(one)),
) as [string, string, string, string]
const of = (reference: string, more: Partial<GivenReference>): [string, GivenReference] => [
  reference,
  { reference, kind: 'member', key: reference, isOld: false, ...more },
]
const given = new Map([
  of(her, { kind: 'sender' }),
  of(hers, { kind: 'loan' }),
  of(his, {}),
  of(old, { isOld: true }),
])
const line = (said: string, amount = 100, on = '2026-03-01') => ({ on, amount, said })
const kinds = (lines: readonly ReturnType<typeof line>[]) =>
  arrivalsOf(lines, given).map((one) => one?.kind)

test('one reference that is good is named; whatever else a line says ends there, and is told', () => {
  const nobodys = referenceFrom(sha256('nobody'))
  const lines = [
    line(`home ${her}`),
    line(`loan ${hers}`),
    line('nothing of it'),
    line(old),
    line(nobodys),
    line(`${his} ${hers}`),
    line(`${his} RF99222222`),
    line(`out ${his}`, -100),
    line(`nothing ${his}`, 0),
  ]
  expect(kinds(lines)).toEqual([
    'named',
    'named',
    undefined,
    'old',
    'wrong',
    'several',
    'several',
    undefined,
    undefined,
  ])
  expect(arrivalsOf(lines, given)[0]).toEqual({ kind: 'named', of: { kind: 'sender', key: her } })
})

test('what may be one payment told twice is named for neither line', () => {
  expect(kinds([line(her), line(her, 100, '2026-03-03')])).toEqual(['twice', 'twice'])
  // Within three days, and no longer.
  expect(kinds([line(her), line(her, 100, '2026-03-04')])).toEqual(['twice', 'twice'])
  expect(kinds([line(her, 100, '2026-03-04'), line(her)])).toEqual(['twice', 'twice'])
  expect(kinds([line(her), line(her, 100, '2026-03-05')])).toEqual(['named', 'named'])
  expect(kinds([line(her), line(her, 101)])).toEqual(['named', 'named'])
  expect(kinds([line(her), line(her, 100, '2026-03-20')])).toEqual(['named', 'named'])
  expect(kinds([line(her), line(hers)])).toEqual(['named', 'named'])
})

test('two members, or a loan and a member of one number, are not one payment told twice', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((one) => referenceFrom(sha256(one))) as [
    string,
    string,
    string,
  ]
  const owners = new Map([
    of(a, { key: '1' }),
    of(b, { key: '2' }),
    of(c, { kind: 'loan', key: '1' }),
  ])
  for (const other of [b, c])
    expect(arrivalsOf([line(a), line(other)], owners).map((one) => one?.kind)).toEqual([
      'named',
      'named',
    ])
})

test('what stands in the book already with this sum and about this day is not proposed again', () => {
  const kindBeside = (on: string, amount = 100, key = his) =>
    arrivalsOf([line(his)], given, (asked) => {
      expect(asked).toEqual({ kind: 'member', key: his })
      return [{ on, amount, of: { kind: 'member', key } }]
    })[0]?.kind
  expect(kindBeside('2026-03-04')).toBe('twice')
  expect(kindBeside('2026-02-26')).toBe('twice')
  expect(kindBeside('2026-03-05')).toBe('named')
  expect(kindBeside('2026-03-01', 101)).toBe('named')
})
