import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Decimal as Known } from 'decimal.js'
import { expect, test } from 'vitest'
import { packedApp } from '#src/packing/phone-files.ts'
import { Decimal as Own } from '#src/pwa/decimal.ts'

/* Decimals of the phone against those of the package, digit by digit, in each kind that rules use. */

const kinds = [
  { precision: 20, rounding: Known.ROUND_HALF_UP },
  { precision: 34, rounding: Known.ROUND_HALF_UP },
  { precision: 34, rounding: Known.ROUND_HALF_EVEN },
] as const
const both = kinds.map((how) => [Known.clone(how), Own.clone(how)] as const)

/** Sums, rates with many digits, very small and very large ones, and halves that rounding splits. */
const digits = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(String),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -50, max: 5 }))
    .map(([whole, power]) => `${whole}e${power}`),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 6 }))
    .map(([whole, places]) => `${whole}5e-${places + 1}`),
  fc.constantFrom('0', '1', '-1', '0.5', '12', '18', '1e-26', '0.02', '1e21', '9'.repeat(34)),
)
const modes = fc.constantFrom(0, 1, 2, 3, 4, 6, 7)

/** A zero has no sign here, and none is shown by anything that asks. */
const plain = (text: string): string => text.replace(/^-(?=0(\.0+)?$)/, '')

const same = (own: Own, known: Known): void => {
  expect(plain(own.toString())).toBe(plain(known.toString()))
  expect(own.toNumber() + 0).toBe(known.toNumber() + 0)
}

test('sums, differences, products and quotients have the same digits', () => {
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      for (const [K, O] of both) {
        for (const act of ['plus', 'minus', 'times'] as const)
          same(new O(a)[act](b), new K(a)[act](b))
        if (!new K(b).isZero()) same(new O(a).div(b), new K(a).div(b))
        for (const ask of ['gt', 'gte', 'lt', 'lte', 'eq', 'cmp'] as const)
          expect(new O(a)[ask](b), ask).toBe(new K(a)[ask](b))
        same(O.max(a, b, 0), K.max(a, b, 0))
        same(O.min(a, b, 0), K.min(a, b, 0))
      }
    }),
    { numRuns: 2000 },
  )
})

test('rounding, fixed places and signs are the same by each rule', () => {
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 12 }), modes, (a, places, mode) => {
      const known = new Known(a)
      const own = new Own(a)
      same(own, known)
      same(own.toDecimalPlaces(places, mode), known.toDecimalPlaces(places, mode as never))
      expect(plain(own.toFixed(places, mode))).toBe(plain(known.toFixed(places, mode as never)))
      expect(plain(own.toFixed(places))).toBe(plain(known.toFixed(places)))
      for (const act of ['floor', 'ceil', 'abs', 'negated', 'neg'] as const)
        same(own[act](), known[act]())
      for (const ask of ['isZero', 'isInteger', 'isFinite'] as const)
        expect(own[ask](), ask).toBe(known[ask]())
      if (!known.isZero()) expect(own.isNegative()).toBe(known.isNegative())
    }),
    { numRuns: 3000 },
  )
})

const rates = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 34n }), fc.integer({ min: -46, max: -31 }))
const rate = rates.map(([whole, power]) => `${whole}e${power}`)

test('powers, roots of growth and their logarithms have the same digits', () => {
  fc.assert(
    fc.property(rate, fc.integer({ min: -40, max: 400 }), fc.boolean(), (text, times, isBelow) => {
      const x = isBelow ? `-${text}` : text
      for (const [K, O] of both) {
        same(new O(x).exp(), new K(x).exp())
        same(new O(text).ln(), new K(text).ln())
        same(new O(text).plus(1).ln(), new K(text).plus(1).ln())
        same(new O(text).plus(1).pow(times), new K(text).plus(1).pow(times))
      }
    }),
    { numRuns: 150 },
  )
})

const odd = fc.constantFrom('NaN', 'Infinity', '-Infinity')

test('the largest, the smallest, powers and growth of what is no number of digits are those of the package', () => {
  const some = fc.array(fc.oneof({ weight: 2, arbitrary: digits }, odd), {
    minLength: 1,
    maxLength: 4,
  })
  const times = fc.integer({ min: -9, max: 9 })
  fc.assert(
    fc.property(some, odd, times, (all, one, n) => {
      for (const [K, O] of both) {
        same(O.max(...all), K.max(...all))
        same(O.min(...all), K.min(...all))
        same(new O(one).exp(), new K(one).exp())
        same(new O(one).pow(n), new K(one).pow(n))
        expect(new O(one).isNaN()).toBe(new K(one).isNaN())
      }
    }),
    { numRuns: 500 },
  )
})

test('powers of any number, nothing among them, and growth of any that a debt can have, have the same digits', () => {
  const growth = fc.oneof(
    fc.integer({ min: -2_000, max: 2_000 }).map(String),
    fc
      .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: 3, max: 30 }))
      .map(([whole, places]) => `${whole}e-${places}`),
    fc.constantFrom('0', '-0', '1', '-1', '1e-40', '-1e-40'),
  )
  fc.assert(
    fc.property(digits, fc.integer({ min: -60, max: 60 }), growth, (text, n, grown) => {
      for (const [K, O] of both) {
        same(new O(text).pow(n), new K(text).pow(n))
        same(new O(grown).exp(), new K(grown).exp())
      }
    }),
    { numRuns: 400 },
  )
})

test('what the phone’s own cannot count is refused in so many words, and neither guessed nor counted for minutes', () => {
  for (const part of [0.5, -1.5, Number.NaN, Infinity])
    expect(() => new Own(2).pow(part), String(part)).toThrow('Only whole powers')
  for (const large of ['10001', '-10001', '1e20'])
    expect(() => new Own(large).exp(), large).toThrow('Too large a power of e')
  same(new Own(10_000).exp(), new Known(10_000).exp())
})

/** Files whose decimals a phone asks something of. */
const asking = async (): Promise<readonly string[]> => {
  const { chunks } = await packedApp()
  const files = chunks.flatMap(({ modules }) => Object.keys(modules))
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
  return texts.filter((text) =>
    /decimal\.js|\/(solver|yearly-cost|money|spreadsheet)\.ts/.test(text),
  )
}

test('whatever rules ask of the package on a phone the phone’s own has', async () => {
  const has = (of: object, name: string): boolean => name in of
  const texts = await asking()
  expect(texts.length).toBeGreaterThan(10)
  const asked = texts.flatMap((text) =>
    [...text.matchAll(/(?<!Math|Number|Set|[hH]ere|gone|after)\.(\w+)\(/g)].map(
      ([, name]) => name!,
    ),
  )
  const missing = asked.filter((name) => has(Known.prototype, name) && !has(Own.prototype, name))
  expect([...new Set(missing)]).toEqual([])
  expect(new Set(asked.filter((name) => Object.hasOwn(Own.prototype, name))).size).toBeGreaterThan(
    15,
  )
})

test('what is no number is told the same way, and what divides by nothing does not stop a book', () => {
  for (const text of ['', '.', 'x', '1.2.3', '--1', '1e', '0x10'])
    expect(() => new Own(text), text).toThrow('Invalid argument')
  for (const act of ['plus', 'minus', 'times', 'div'] as const)
    for (const a of ['1', '-1', 'Infinity', '-Infinity', 'NaN'])
      for (const b of ['2', 'Infinity', 'NaN'])
        expect(plain(new Own(a)[act](b).toString()), `${a} ${act} ${b}`).toBe(
          plain(new Known(a)[act](b).toString()),
        )
  for (const a of ['1', 'Infinity', '-Infinity', 'NaN'])
    for (const b of ['1', 'Infinity', '-Infinity', 'NaN'])
      for (const ask of ['gt', 'gte', 'lt', 'lte', 'eq', 'cmp'] as const)
        expect(new Own(a)[ask](b), `${a} ${ask} ${b}`).toBe(new Known(a)[ask](b))
  for (const a of ['0', '1', '-1'])
    expect(new Own(a).div(0).toString()).toBe(new Known(a).div(0).toString())
  expect(new Own(0).ln().toString()).toBe('-Infinity')
  expect(new Own(-1).ln().toString()).toBe('NaN')
  expect(JSON.stringify({ rate: new Own('1.50') })).toBe(
    JSON.stringify({ rate: new Known('1.50') }),
  )
})
