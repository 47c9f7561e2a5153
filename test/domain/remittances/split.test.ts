import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultIn } from '#domain/kernel/shape.ts'
import {
  type SplitPart,
  ruleFault,
  splitOf,
  splitRule,
  splitUses,
} from '#domain/remittances/split.ts'
import { referenceFrom } from '#domain/remittances/reference.ts'
import { sha256 } from '#infra/system/system.ts'

const to = (whose: string): string => referenceFrom(sha256(whose))
const shares = (n: number, whose = 'm'): SplitPart => ({
  use: 'home',
  reference: to(whose),
  shares: n,
})
const fixed = (amount: number, whose = 's'): SplitPart => ({
  use: 'school',
  reference: to(whose),
  fixed: amount,
})

const part = fc
  .tuple(fc.constantFrom(...splitUses), fc.nat(5), fc.boolean(), fc.integer({ min: 1, max: 1000 }))
  .map(([use, whose, isFixed, n]): SplitPart => ({
    use,
    reference: to(String(whose)),
    ...(isFixed ? { fixed: n * 997 } : { shares: n }),
  }))
const rule = fc
  .array(part, { minLength: 0, maxLength: 5 })
  .map((parts) => [...parts, shares(1, 'rest')])

test('parts come to the sum to the last riel, whatever the rule', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), rule, (amount, parts) => {
      const sums = splitOf(amount, parts)
      expect(sums.reduce((all, one) => all + one, 0)).toBe(amount)
      expect(sums.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true)
    }),
  )
})

test('a fixed part gets its sum while there is that much, and no part of shares is more than a riel off', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), rule, (amount, parts) => {
      const sums = splitOf(amount, parts)
      let left = amount
      for (const [i, { fixed: most }] of parts.entries())
        if (most !== undefined) {
          expect(sums[i]).toBe(Math.min(most, left))
          left -= sums[i]!
        }
      const all = parts.reduce((sum, one) => sum + (one.shares ?? 0), 0)
      for (const [i, { shares: own }] of parts.entries())
        if (own !== undefined) expect(Math.abs(sums[i]! - (left * own) / all)).toBeLessThan(1)
    }),
  )
})

test('more money never makes a fixed part or the sum of the others smaller', () => {
  fc.assert(
    fc.property(fc.nat(9_999_999), fc.nat(9999), rule, (amount, more, parts) => {
      const [before, after] = [splitOf(amount, parts), splitOf(amount + more, parts)]
      for (const [i, { fixed: most }] of parts.entries())
        if (most !== undefined) expect(after[i]).toBeGreaterThanOrEqual(before[i]!)
    }),
  )
})

test('a riel that is left goes to the largest remainder', () => {
  expect(splitOf(100, [shares(1, 'a'), shares(1, 'b'), shares(1, 'c')])).toEqual([34, 33, 33])
  expect(splitOf(10, [fixed(50), shares(1)])).toEqual([10, 0])
  expect(splitOf(525_650, [shares(3, 'a'), shares(2, 'b'), shares(2, 'c')])).toEqual([
    225_278, 150_186, 150_186,
  ])
})

test('a rule says for each part a sum or shares, once, and leaves nothing over', () => {
  expect(ruleFault([fixed(5), shares(1)])).toBeUndefined()
  expect(ruleFault([fixed(5)])).toEqual({ code: 'rest-is-nobodys', part: 0 })
  expect(ruleFault([{ ...fixed(5), shares: 1 }, shares(1)])?.code).toBe('part-fixed-or-shares')
  expect(ruleFault([{ use: 'home', reference: to('m') }, shares(1)])?.code).toBe(
    'part-fixed-or-shares',
  )
  expect(ruleFault([shares(1), shares(2)])).toEqual({ code: 'part-named-twice', part: 1 })
  // One of a use for two people, and one person for two uses, are two parts.
  expect(ruleFault([shares(1, 'a'), shares(1, 'b')])).toBeUndefined()
  expect(ruleFault([shares(1), { ...shares(1), use: 'savings' }])).toBeUndefined()
  expect(ruleFault([fixed(5), { ...fixed(5), use: 'home' }])?.part).toBe(1)
  expect(ruleFault([{ ...shares(1), reference: 'RF00222222222222' }])?.code).toBe('reference-wrong')
})

test('what is sent as a rule is read strictly', () => {
  const said = (rule: unknown) => faultIn({ rule: splitRule }, { rule })?.code
  expect(said([shares(1)])).toBeUndefined()
  expect(said([])).toBe('parts-missing')
  expect(said([{ ...shares(1), use: 'broker' }])).toBe('use-unknown')
  expect(said([{ ...shares(1), shares: 0 }])).toBe('shares-not-whole')
  expect(said([{ ...fixed(1), fixed: 0.5 }])).toBe('amount-not-whole')
})
