import fc from 'fast-check'
import { expect, test } from 'vitest'
import { supportKinds } from '#domain/grants/kinds.ts'
import {
  type Cell,
  type WindowLine,
  kOf,
  quarterTotals,
  safeGroups,
  safeRows,
  survivorsShown,
  windowStatement,
} from '#domain/grants/report.ts'
import { nearDay } from '#test/support/edge-draws.ts'

/** Last days of quarters and of a February, and the days beside them. */
const day = nearDay(['2024-02-29', '2025-03-31', '2025-06-30'], {
  from: '2023-01-01',
  to: '2026-12-31',
})
const sum = fc.integer({ min: 1, max: 2_000_000 })
const line: fc.Arbitrary<WindowLine> = fc.oneof(
  fc
    .tuple(day, sum)
    .map(([on, amount]) => ({ on, amount: -amount, entryType: 'DonationReceived' })),
  fc.tuple(day, sum).map(([on, amount]) => ({ on, amount, entryType: 'SupportPartPaid' })),
  fc.tuple(day, sum).map(([on, amount]) => ({ on, amount, entryType: 'GrantPaid' })),
  fc.tuple(day, sum).map(([on, amount]) => ({ on, amount, entryType: 'DonationReturned' })),
)

test('of every window and every stretch of days: opening + in - out - given back = closing', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), day, day, sum, (lines, a, b, begun) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const opening = { on: '2023-01-01', amount: -begun, entryType: 'FundFounded' }
      const told = windowStatement([opening, ...lines], { from, to })
      expect(told.opening + told.received - told.spent - told.returned).toBe(told.closing)
    }),
  )
})

test('an empty window holds zero, and no minus zero', () => {
  const lines = [
    { on: '2025-02-01', amount: -500, entryType: 'DonationReceived' },
    { on: '2025-02-02', amount: 500, entryType: 'GrantPaid' },
  ]
  const of = (from: string) => windowStatement(lines, { from, to: '2025-12-31' })
  expect(of('2025-01-01')).toEqual({
    opening: 0,
    received: 500,
    spent: 500,
    returned: 0,
    closing: 0,
  })
  expect(of('2025-06-01')).toEqual({ opening: 0, received: 0, spent: 0, returned: 0, closing: 0 })
})

test('one quarter ends as the next begins', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const first = windowStatement(lines, { from: '2025-01-01', to: '2025-03-31' })
      const second = windowStatement(lines, { from: '2025-04-01', to: '2025-06-30' })
      expect(second.opening).toBe(first.closing)
    }),
  )
})

test('a village is told of a quarter when it is over, and never of the one that runs', () => {
  const lines = [
    { on: '2025-08-20', amount: 600, entryType: 'SupportPartPaid' },
    { on: '2025-09-30', amount: 400, entryType: 'GrantPaid' },
    { on: '2025-10-01', amount: 900, entryType: 'SupportPartPaid' },
  ]
  expect(quarterTotals(lines, '2025-09-30')).toEqual([])
  expect(quarterTotals(lines, '2025-12-31')).toEqual([{ quarter: '2025-Q3', total: 1000 }])
})

const cells = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 7, maxLength: 7 })
  .map((people) =>
    people.map((n, i) => ({ key: supportKinds[i]!, people: n, amount: n * 100_000 })),
  )

/** What plain suppression would tell: every cell that is large enough. */
const plain = (all: readonly Cell<string>[]) => all.filter(({ people }) => people >= kOf.migration)

/** Whoever knows the whole takes away what is told; what is left is a group that nobody may be found in. */
const leftOver = (all: readonly Cell<string>[], told: readonly Cell<string>[]): number =>
  all.reduce((n, { people }) => n + people, 0) - told.reduce((n, { people }) => n + people, 0)

test('nobody is found by taking what is told from the whole, where plain suppression would find somebody', () => {
  let leaks = 0
  fc.assert(
    fc.property(cells, (all) => {
      const groups = safeGroups(all, kOf.migration)
      if (groups) {
        for (const { people } of groups.told) expect(people).toBeGreaterThanOrEqual(kOf.migration)
        const rest = leftOver(all, groups.told)
        expect(rest === 0 || rest >= kOf.migration).toBe(true)
      }
      const rest = leftOver(all, plain(all))
      if (rest > 0 && rest < kOf.migration) leaks += 1
    }),
    { numRuns: 2000 },
  )
  expect(leaks).toBeGreaterThan(20)
})

test('what is told is rounded, so that two kinds with one grant more or less look alike', () => {
  const all = (n: number): Cell<'papers' | 'school'>[] => [
    { key: 'papers', people: n, amount: n * 100_000 },
    { key: 'school', people: 12, amount: 3_000_000 },
  ]
  const papers = (n: number) => safeRows(all(n), 10)[0]!
  expect(safeRows(all(13), 10)).toEqual([
    { key: 'papers', people: 15, amount: 1_300_000 },
    { key: 'school', people: 10, amount: 3_000_000 },
  ])
  // Five numbers of people are told alike: 13 to 17 as 15, and one more as 20.
  expect([12, 13, 14, 15, 16, 17, 18].map((n) => papers(n).people)).toEqual([
    10, 15, 15, 15, 15, 15, 20,
  ])
  const [some, more] = [1_349_999, 1_350_000].map((amount) => [{ key: 'a', people: 12, amount }])
  expect(safeRows(some!, 10)).toEqual([{ key: 'a', people: 10, amount: 1_300_000 }])
  expect(safeRows(more!, 10)).toEqual([{ key: 'a', people: 10, amount: 1_400_000 }])
  expect(safeRows(all(10), 10)[0]).toEqual({ key: 'papers', people: 10, amount: 1_000_000 })
  expect(safeRows(all(9), 10)).toEqual([{ key: 'others', people: 20, amount: 3_900_000 }])
  expect(safeRows([{ key: 'papers', people: 9, amount: 900_000 }], 10)).toEqual([])
})

test('survivors are counted only among many, where as many are none', () => {
  expect(survivorsShown(10, 10)).toBeUndefined()
  expect(survivorsShown(40, 10)).toBeUndefined()
  expect(survivorsShown(20, 12)).toBeUndefined()
  expect(survivorsShown(40, 12)).toBe(10)
})
