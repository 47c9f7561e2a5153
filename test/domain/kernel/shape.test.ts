import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyWhole,
  code,
  day,
  either,
  faultIn,
  group,
  id,
  instant,
  list,
  mark,
  oneOf,
  optional,
  orNull,
  pair,
  signedSum,
  sum,
  sumOrZero,
  text,
  uuid,
  whole,
  word,
  yesOrNo,
} from '#domain/kernel/shape.ts'

const shapes = {
  amount: sum,
  left: sumOrZero,
  on: day,
  at: instant,
  memberId: id('member'),
  userId: uuid('user'),
  zone: code('zone-not-a-code'),
  ratePercent: text(/^\d{1,3}$/, { code: 'rate-unreadable', example: '6' }),
  months: whole(1, 12, 'months-cannot-hold'),
  seq: anyWhole('number-not-whole'),
  sex: word(['f', 'm'], 'sex-unknown'),
  isNew: yesOrNo(),
  isMore: optional(mark()),
  witnesses: list(id('member'), { min: 1, max: 2, tooLong: 'too-many' }),
  difference: signedSum,
  officers: pair(id('member'), 'officers-not-two'),
  povertyLevel: oneOf([1, 2], 'poverty-level-unknown'),
  seats: list(whole(1, 9, 'seat-unknown'), { min: 1, max: 2, tooShort: 'too-few' }),
  toDays: orNull(whole(1, 9, 'days-cannot-hold')),
  written: optional(group({ interest: sumOrZero }, 'split-missing')),
  ballot: either('by', { officers: { votes: sum }, meeting: { hands: group({ yes: sumOrZero }) } }),
}
const sound = {
  amount: 1,
  left: 0,
  on: '2024-02-29',
  at: '2025-11-20T03:12:45.120Z',
  memberId: 'm1',
  userId: '0196f1a8-52b7-7d0c-8e15-3b64a9c7d2f0',
  zone: 'ភូមិ ១',
  ratePercent: '100',
  months: 12,
  seq: -1,
  sex: 'f',
  isNew: false,
  witnesses: ['m2'],
  difference: -1,
  officers: ['m1', 'm2'],
  povertyLevel: 2,
  seats: [1],
  toDays: null,
  ballot: { by: 'meeting', hands: { yes: 0 } },
}
const faultOf = (more: object): string | undefined => {
  const fault = faultIn(shapes, { ...sound, ...more })
  return fault && `${fault.code} at ${fault.at}`
}

test('what fits its shapes has no fault, with what may be left out and without', () => {
  expect(faultOf({})).toBe(undefined)
  expect(faultOf({ isMore: true, written: { interest: 0 } })).toBe(undefined)
  expect(faultOf({ ballot: { by: 'officers', votes: 1 } })).toBe(undefined)
})

test.each([
  ['amount', 0, 'amount-not-whole'],
  ['amount', 1.5, 'amount-not-whole'],
  ['amount', '1', 'amount-not-whole'],
  ['amount', undefined, 'amount-not-whole'],
  ['amount', 1_000_000_000_000, 'amount-too-large'],
  ['left', -1, 'amount-not-whole'],
  ['on', '2025-02-29', 'date-impossible'],
  ['at', '2025-11-20', 'not-an-instant'],
  ['at', '2025-11-20T03:12:45.120', 'not-an-instant'],
  ['at', 0, 'not-an-instant'],
  ['memberId', 1, 'member-not-an-id'],
  ['userId', 'sok', 'user-not-an-id'],
  ['userId', undefined, 'user-not-an-id'],
  ['zone', ' 1', 'zone-not-a-code'],
  ['zone', 'a'.repeat(41), 'zone-not-a-code'],
  ['ratePercent', '1000', 'rate-unreadable'],
  ['months', 0, 'months-cannot-hold'],
  ['months', 13, 'months-cannot-hold'],
  ['months', 1.5, 'months-cannot-hold'],
  ['seq', 1.5, 'number-not-whole'],
  ['seq', '1', 'number-not-whole'],
  ['sex', 'x', 'sex-unknown'],
  ['sex', undefined, 'sex-unknown'],
  ['isNew', undefined, 'word-unknown'],
  ['isMore', false, 'word-unknown'],
  ['witnesses', [], 'list-missing'],
  ['witnesses', 'm1', 'list-missing'],
  ['witnesses', ['a', 'b', 'c'], 'too-many'],
  ['difference', 0, 'amount-not-whole'],
  ['difference', -1_000_000_000_000, 'amount-too-large'],
  ['officers', ['a'], 'officers-not-two'],
  ['officers', ['a', 'b', 'c'], 'officers-not-two'],
  ['officers', ['a', 1], 'member-not-an-id', '/officers/1'],
  ['povertyLevel', 3, 'poverty-level-unknown'],
  ['povertyLevel', '1', 'poverty-level-unknown'],
  ['povertyLevel', undefined, 'poverty-level-unknown'],
  ['seats', [], 'too-few'],
  ['seats', {}, 'list-missing'],
  ['seats', [1, 2, 3], 'list-too-long'],
  ['toDays', 0, 'days-cannot-hold'],
  ['toDays', undefined, 'days-cannot-hold'],
  ['written', null, 'split-missing'],
  ['ballot', undefined, 'invalid-union'],
  ['ballot', { by: 'toString' }, 'invalid-union', '/ballot/by'],
  ['ballot', { by: 'meeting', hands: { yes: -1 } }, 'amount-not-whole', '/ballot/hands/yes'],
  ['witnesses', ['m1', 7], 'member-not-an-id', '/witnesses/1'],
] as const)('%s cannot be %j: %s', (name, value, fault, at: string = `/${name}`) => {
  expect(faultOf({ [name]: value })).toBe(`${fault} at ${at}`)
})

test('the largest sum and the shortest and longest count still fit', () => {
  expect(faultOf({ amount: 999_999_999_999, months: 1 })).toBe(undefined)
  for (const difference of [999_999_999_999, -999_999_999_999])
    expect(faultOf({ difference })).toBe(undefined)
  for (const difference of [1_000_000_000_000, -1_000_000_000_000])
    expect(faultOf({ difference })).toBe('amount-too-large at /difference')
  expect(faultOf({ witnesses: ['a', 'b'] })).toBe(undefined)
  expect(faultOf({ zone: 'a'.repeat(40) })).toBe(undefined)
})

test('of several faults the first in the order of the shapes is told', () => {
  expect(faultOf({ sex: 'x', on: '', left: -1 })).toBe('amount-not-whole at /left')
})

test('whatever is sent is answered, and never by an error', () => {
  fc.assert(
    fc.property(fc.anything(), (sent) => {
      const fault = faultIn(shapes, sent)
      expect(fault === undefined || fault.code.length > 0).toBe(true)
    }),
  )
})
