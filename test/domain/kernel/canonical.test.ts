import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Json, canonicalJson, lengthPrefixed, utf8Length } from '#domain/kernel/canonical.ts'
import { isUuid, uuidOfHash } from '#domain/kernel/ids.ts'

const text = fc.string({ unit: 'grapheme' })
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
})).value

const turnedRound = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => turnedRound(item))
  if (value === null || typeof value !== 'object') return value
  const fields = Object.entries(value as { readonly [key: string]: Json })
  return Object.fromEntries(fields.toReversed().map(([key, item]) => [key, turnedRound(item)]))
}

test('a value has one text, whatever the order in which its fields were written', () => {
  expect(canonicalJson({ b: 1, a: [true, null, 'ក'], ab: undefined, A: { z: 0, y: -1 } })).toBe(
    '{"A":{"y":-1,"z":0},"a":[true,null,"ក"],"b":1}',
  )
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(turnedRound(value))).toBe(canonicalJson(value))
    }),
  )
})

test('the text of a value is JSON that reads back as the value', () => {
  fc.assert(
    fc.property(json, (value) => {
      const again = JSON.parse(canonicalJson(value)) as Json
      expect(canonicalJson(again)).toBe(canonicalJson(value))
      expect(JSON.stringify(again)).toBe(JSON.stringify(JSON.parse(canonicalJson(again))))
    }),
  )
})

test.each([0.5, Number.NaN, Infinity, 2 ** 53])('%s is no number of a ledger', (value) => {
  expect(() => canonicalJson({ amount: [value] })).toThrow('safe integer')
})

test('a text is as long as its bytes in UTF-8', () => {
  expect(['', 'a', 'é', 'ក', '😀'].map(utf8Length)).toEqual([0, 1, 2, 3, 4])
  // The last code of each length, and the first of the next one.
  const ends = ['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}', '\u{10ffff}']
  expect(ends.map(utf8Length)).toEqual([1, 2, 2, 3, 3, 4, 4])
  fc.assert(
    fc.property(text, (one) => {
      expect(utf8Length(one)).toBe(Buffer.byteLength(one, 'utf8'))
    }),
  )
})

const tricky = fc.oneof(
  fc.option(text, { nil: undefined }),
  fc.constantFrom('', '-', ',', '1:a', '0:', 'a,1:b', '-,-'),
)

/** Reads the fields back by the lengths alone: nothing else can tell where one of them ends. */
const readBack = (line: string): (string | undefined)[] => {
  const bytes = Buffer.from(line, 'utf8')
  const fields: (string | undefined)[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x2d) {
      fields.push(undefined)
      at += 1
      continue
    }
    const colon = bytes.indexOf(':', at)
    const end = colon + 1 + Number(bytes.toString('utf8', at, colon))
    fields.push(bytes.toString('utf8', colon + 1, end))
    at = end
  }
  return fields
}

test('the byte string of a list of fields reads back as that list and as no other', () => {
  expect(lengthPrefixed(['a', undefined, 'ក,'])).toBe('1:a,-,4:ក,')
  fc.assert(
    fc.property(fc.array(tricky, { minLength: 1, maxLength: 6 }), (fields) => {
      expect(readBack(lengthPrefixed(fields))).toEqual(fields)
    }),
  )
})

test('two lists that join to one text have two byte strings', () => {
  fc.assert(
    fc.property(fc.array(tricky, { maxLength: 5 }), fc.array(tricky, { maxLength: 5 }), (a, b) => {
      const isSame = a.length === b.length && a.every((field, i) => field === b[i])
      fc.pre(a.length > 0 && b.length > 0)
      expect(lengthPrefixed(a) === lengthPrefixed(b)).toBe(isSame)
    }),
  )
})

test('the id of a content is a UUID of version 8 made of its hash', () => {
  expect(uuidOfHash('0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef')).toBe(
    '01234567-89ab-8def-8123-456789abcdef',
  )
  const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64 })
  fc.assert(
    fc.property(hash, (one) => {
      const id = uuidOfHash(one)
      expect(isUuid(id)).toBe(true)
      expect(id[14]).toBe('8')
      expect(id.replaceAll('-', '').slice(0, 12)).toBe(one.slice(0, 12))
    }),
  )
})

test('two bits of the hash choose the variant, whatever stands in its other bits', () => {
  const of = (digit: string) => uuidOfHash(`${'0'.repeat(16)}${digit}${'0'.repeat(47)}`)[19]
  expect([...'0123456789abcdef'].map(of).join('')).toBe('89ab89ab89ab89ab')
})

test('a UUID is lower-case, with a version and a variant', () => {
  expect(isUuid('0190a6c4-7c2e-7b3a-9c1d-2f4e5a6b7c8d')).toBe(true)
  expect(isUuid('0190A6C4-7C2E-7B3A-9C1D-2F4E5A6B7C8D')).toBe(false)
  expect(isUuid('0190a6c4-7c2e-0b3a-9c1d-2f4e5a6b7c8d')).toBe(false)
  expect(isUuid('0190a6c4-7c2e-7b3a-7c1d-2f4e5a6b7c8d')).toBe(false)
  expect(isUuid(undefined)).toBe(false)
  // A list with one id in it reads as that id where it is made into text.
  expect(isUuid(['0190a6c4-7c2e-7b3a-9c1d-2f4e5a6b7c8d'])).toBe(false)
  const id = '0190a6c4-7c2e-7b3a-9c1d-2f4e5a6b7c8d'
  const of = (version: string, variant: string) =>
    `${id.slice(0, 14)}${version}b3a-${variant}c1d${id.slice(23)}`
  expect([...'123456789'].filter((version) => isUuid(of(version, '8')))).toEqual([...'12345678'])
  expect([...'789abc'].filter((variant) => isUuid(of('4', variant)))).toEqual([...'89ab'])
  const longer = [`${id}0`, `0${id}`, `${id}\n`, ` ${id}`, id.slice(0, -1), id.replaceAll('-', '')]
  expect(longer.filter(isUuid)).toEqual([])
})
