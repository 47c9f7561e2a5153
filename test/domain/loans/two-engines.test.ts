import { expect, test } from 'vitest'
import { dayAfter } from '#domain/kernel/dates.ts'
import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import type { PlanRow } from '#domain/loans/plan/plan-rows.ts'
import { planRows } from '#domain/loans/plan/plan-rows.ts'
import { type Plan, cells, firstDiffering, isSame } from '#test/support/oracle/agreeing.ts'
import { cornersOf } from '#test/support/oracle/corners.ts'
import { oracleRows } from '#test/support/oracle/oracle-rows.ts'
import { randomTerms } from '#test/support/oracle/random-plans.ts'
import { reached } from '#test/support/reached.ts'

const isLong = process.env['TEST_BUDGET'] === 'ci'
const loans = isLong ? 100_000 : 10_000

const linesOf = (rows: readonly PlanRow[]): string =>
  rows.map((row) => cells.map((cell) => row[cell]).join('  ')).join('\n')

/** All that is needed to see a difference again: `randomTerms(seed)` gives the terms. */
const told = (seed: number): string => {
  const terms = randomTerms(seed)
  return [
    `seed ${seed}`,
    JSON.stringify(terms),
    `planRows (${cells.join(', ')}):`,
    linesOf(planRows(terms)),
    'oracleRows:',
    linesOf(oracleRows(terms)),
  ].join('\n')
}

test(`${loans} random loans agree in every cell`, () => {
  const differing = firstDiffering(planRows, loans)
  if (differing !== undefined) expect.fail(told(differing))
  const tried = 'random loans held against a second implementation'
  const found = differing === undefined ? 0 : 1
  reached({ promise: 'P6', tried, count: loans, atLeast: loans, found })
})

test('no corner of the convention is missing among the random loans', () => {
  const seen = new Map<string, number>()
  for (let seed = 1; seed <= loans; seed += isLong ? 10 : 3)
    for (const [corner, isThere] of Object.entries(cornersOf(randomTerms(seed))))
      seen.set(corner, (seen.get(corner) ?? 0) + Number(isThere))
  expect(seen.size).toBeGreaterThan(70)
  expect([...seen].filter(([, times]) => times < 20)).toEqual([])
})

/** The plan with another of its rows changed for each loan. */
const withRow =
  (change: (row: PlanRow) => PlanRow): Plan =>
  (terms) => {
    const rows = planRows(terms)
    const at = (terms.principal + terms.instalments) % rows.length
    return rows.map((row, n) => (n === at ? change(row) : row))
  }
const more = (cell: 'principal' | 'interest' | 'total' | 'balance', riel: number): Plan =>
  withRow((row) => ({ ...row, [cell]: row[cell] + riel }))

/** Found on the first loan, whichever it is: what one cell has is held against the other's, and no sum over it. */
const oneCellOff: readonly (readonly [string, Plan])[] = [
  ['one riel more of principal', more('principal', 1)],
  ['one riel less of interest', more('interest', -1)],
  ['one riel more in all', more('total', 1)],
  ['one riel less still owed', more('balance', -1)],
  [
    'one riel moved from interest to principal',
    withRow((row) => ({ ...row, principal: row.principal + 1, interest: row.interest - 1 })),
  ],
  ['one day later', withRow((row) => ({ ...row, dueOn: dayAfter(row.dueOn) }))],
  ['one row fewer', (terms) => planRows(terms).slice(0, -1)],
]

test.each(oneCellOff)('each plan that has %s is found', (_, wrong) => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const terms = randomTerms(seed)
    expect(isSame(wrong(terms), oracleRows(terms)), `seed ${seed}`).toBe(false)
  }
})

/** Right on most loans and wrong on some. */
const wrongRules: readonly (readonly [string, (terms: PlanTerms) => PlanTerms])[] = [
  [
    'rounds half a step of interest the other way',
    ({ interestRounding: { mode, step }, ...terms }) => ({
      ...terms,
      interestRounding: { mode: mode === 'half-up' ? 'half-even' : mode, step },
    }),
  ],
  [
    'rounds instalments down',
    ({ instalmentRounding: { step }, ...terms }) => ({
      ...terms,
      instalmentRounding: { mode: 'down', step },
    }),
  ],
  [
    'lays what is left over into the first row',
    (terms) => ({ ...terms, remainder: terms.remainder === 'last' ? 'first' : terms.remainder }),
  ],
  [
    'counts no leap year',
    ({ interest, ...terms }) => ({
      ...terms,
      interest:
        interest.per === 'day' && interest.days === 'actual/actual'
          ? { ...interest, days: 'actual/365' }
          : interest,
    }),
  ],
]

test.each(wrongRules)('one that %s is found among so many loans', (_, wrong) => {
  expect(firstDiffering((terms) => planRows(wrong(terms)), loans)).toBeDefined()
})
