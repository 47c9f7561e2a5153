import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inBlocks, placeIn, withInPlace, withMore } from '#domain/kernel/blocks.ts'

type Row = { readonly key: string; readonly n: number }

const row = fc.record({ key: fc.nat(400).map((n) => String(n).padStart(3, '0')), n: fc.nat(9) })
const steps = fc.array(fc.array(row, { maxLength: 40 }), { maxLength: 20 })

const plainly = (rows: readonly Row[], news: readonly Row[]): Row[] =>
  [...new Map([...rows, ...news].map((one) => [one.key, one])).values()].toSorted((a, b) =>
    a.key < b.key ? -1 : 1,
  )

test('a list in blocks is the plain list with each row in its place, and the list before it stays as it was', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (all, isFrozen) => {
      const start: Row[] = []
      const lists: (readonly Row[])[] = [isFrozen ? Object.freeze(start) : start]
      const plain: Row[][] = [[]]
      for (const news of all) {
        lists.push(withInPlace(lists.at(-1)!, news))
        plain.push(plainly(plain.at(-1)!, news))
      }
      expect(lists).toEqual(plain)
    }),
  )
})

test('what is made of a list block by block is what is made of it plainly, with whatever stands beside it', () => {
  const above = inBlocks((rows: readonly Row[], least: number) =>
    rows.filter(({ n }) => n > least).map(({ key }) => key),
  )
  fc.assert(
    fc.property(steps, fc.nat(9), (all, least) => {
      let rows: readonly Row[] = []
      for (const news of all) {
        rows = withInPlace(rows, news)
        for (const one of [least, 4])
          expect(above(rows, one)).toEqual(rows.filter(({ n }) => n > one).map(({ key }) => key))
      }
    }),
  )
})

/** What becomes of one of the lists that there are: each may be followed by several, as two readers of one book follow it. */
const move = fc.record({
  of: fc.nat(20),
  rows: fc.oneof(fc.array(row, { maxLength: 3 }), fc.array(row, { maxLength: 200 })),
  isAtEnd: fc.boolean(),
})

test('whoever follows on a list that another one follows too has his own, and what was made of either stays with it', () => {
  const doubled = inBlocks((rows: readonly Row[]) => rows.flatMap(({ n }) => [n, n + 100]))
  const plainDoubled = (rows: readonly Row[]) => rows.flatMap(({ n }) => [n, n + 100])
  const thrice = inBlocks((ns: readonly number[]) => ns.filter((n) => n % 3 === 0))
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 150 }),
      fc.array(move, { maxLength: 25 }),
      (first, moves) => {
        // Whoever begins may still change what he began with: nothing that follows on it changes with it.
        const begun = plainly([], first)
        const one = { key: '999', n: 3 }
        const lists: { readonly is: readonly Row[]; readonly plain: readonly Row[] }[] = [
          { is: withInPlace(begun, [one]), plain: plainly(begun, [one]) },
          { is: withMore(begun, [one]), plain: [...begun, one] },
        ]
        for (const [at, { key }] of begun.entries()) begun[at] = { key, n: 10 }
        begun.length = Math.min(begun.length, 70)
        for (const { of, rows, isAtEnd } of moves) {
          const { is, plain } = lists[of % lists.length]!
          const last = plain.at(-1)?.key ?? ''
          const more = plainly([], rows).map((one) => ({ ...one, key: `${last}${one.key}` }))
          lists.push(
            isAtEnd
              ? { is: withMore(is, more), plain: [...plain, ...more] }
              : { is: withInPlace(is, rows), plain: plainly(plain, rows) },
          )
        }
        for (const { is, plain } of [...lists, ...lists.toReversed()]) {
          expect(is).toEqual(plain)
          expect(doubled(is)).toEqual(plainDoubled(plain))
          expect(thrice(doubled(is))).toEqual(plainDoubled(plain).filter((n) => n % 3 === 0))
        }
      },
    ),
  )
})

test('a list into which nothing comes stays the same value, whatever was made of it with it', () => {
  const list = withInPlace([], [{ key: 'a', n: 1 }])
  expect(withInPlace(list, [])).toBe(list)
  expect(withMore(list, [])).toBe(list)
})

test('when one row of a thousand changes, or comes at the end, one block is gone through again', () => {
  let seen = 0
  const counted = inBlocks((rows: readonly Row[]) => {
    seen += rows.length
    return rows
  })
  const rows = Array.from({ length: 1_000 }, (_, n) => ({ key: String(n).padStart(4, '0'), n }))
  const list = withInPlace([], rows)
  expect([counted(list).length, seen]).toEqual([1_000, 1_000])
  seen = 0
  const changed = withInPlace(list, [{ key: '0500', n: 7 }])
  expect(counted(changed)[500]).toEqual({ key: '0500', n: 7 })
  expect(seen).toBeLessThanOrEqual(128)
  seen = 0
  expect(counted(withMore(changed, [{ key: 'x', n: 1 }])).length).toBe(1_001)
  expect(seen).toBeLessThanOrEqual(129)
})

test('what somebody may still change is gone through each time', () => {
  const rows = [{ key: 'a', n: 1 }]
  const sums = inBlocks((all: readonly Row[]) => [all.reduce((sum, { n }) => sum + n, 0)])
  expect(sums(rows)).toEqual([1])
  rows.push({ key: 'b', n: 2 })
  expect(sums(rows)).toEqual([3])
})

test('the place of something is how many there are before it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(50), (all, one) => {
      const sorted = all.toSorted((a, b) => a - b)
      expect(placeIn(sorted, (n) => n < one)).toBe(all.filter((n) => n < one).length)
    }),
  )
})
