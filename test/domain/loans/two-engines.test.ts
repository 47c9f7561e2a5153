import { expect, test } from 'vitest'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { cornersOf } from '#test/support/oracle/corners.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { randomTerms } from '#test/support/oracle/random-plans.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const loans = isLong ? 100_000 : 10_000

const cells = ['n', 'dueOn', 'principal', 'interest', 'total', 'balance'] as const

const isSame = (a: readonly PlanRow[], b: readonly PlanRow[]): boolean =>
  a.length === b.length && a.every((row, i) => cells.every((cell) => row[cell] === b[i]![cell]))

const linesOf = (rows: readonly PlanRow[]): string =>
  rows.map((row) => cells.map((cell) => row[cell]).join('  ')).join('\n')

/** All that is needed to see a difference again: `randomTerms(seed)` gives the terms. */
const told = (seed: number, terms: PlanTerms): string =>
  [
    `seed ${seed}`,
    JSON.stringify(terms),
    `planRows (${cells.join(', ')}):`,
    linesOf(planRows(terms)),
    'oracleRows:',
    linesOf(oracleRows(terms)),
  ].join('\n')

test(`${loans} random loans agree in every cell`, () => {
  let [held, differing] = [0, 0]
  for (let seed = 1; seed <= loans; seed += 1) {
    const terms = randomTerms(seed)
    const isAlike = isSame(planRows(terms), oracleRows(terms))
    held += 1
    differing += isAlike ? 0 : 1
    if (!isAlike) expect.fail(told(seed, terms))
  }
  const tried = 'random loans held against a second implementation'
  reached({ promise: 'P6', tried, count: held, atLeast: loans, found: differing })
})

test('no corner of the convention is missing among the random loans', () => {
  const seen = new Map<string, number>()
  for (let seed = 1; seed <= loans; seed += isLong ? 10 : 3)
    for (const [corner, isThere] of Object.entries(cornersOf(randomTerms(seed))))
      seen.set(corner, (seen.get(corner) ?? 0) + Number(isThere))
  expect(seen.size).toBeGreaterThan(70)
  expect([...seen].filter(([, times]) => times < 20)).toEqual([])
})
