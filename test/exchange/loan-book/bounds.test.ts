import { expect, test } from 'vitest'
import { loanBookFaults } from '#src/exchange/loan-book/checks.ts'
import type { LoanLine } from '#src/exchange/loan-book/sheet.ts'
import {
  monthlyPercent,
  olderTermsThere,
  owedOf,
  termMonths,
  statedLoanOf,
  statedBalancesOf,
} from '#src/exchange/loan-book/terms.ts'

const line: LoanLine = {
  row: 2,
  card: 'M01',
  loan: 'L-1',
  system: 'fineract',
  principal: 1_200_000,
  rate_percent: '18',
  instalments: 12,
  disbursed: '2025-06-15',
  principal_owed: 700_000,
}
/** Cells of a line that are others, or empty. */
type Cells = { readonly [Column in keyof LoanLine]?: LoanLine[Column] | undefined }
const lineWith = (change: Cells): LoanLine => ({ ...line, ...change }) as LoanLine

const ground = { openedOn: '2026-01-01', currency: 'KHR', cards: new Set(['M01']) } as const
const wrongIn = (...lines: readonly Cells[]) =>
  loanBookFaults(
    lines.map((one, i) => lineWith({ loan: `L-${i}`, ...one })),
    ground,
  ).map(({ field, code }) => `${field ?? '-'} ${code}`)

test.each<[string, Cells, readonly string[]]>([
  ['paid out on the eve', { disbursed: '2025-12-31' }, []],
  ['paid out on the first day', { disbursed: '2026-01-01' }, ['disbursed paid-out-on-first-day']],
  ['due the day after the pay-out', { first_due: '2025-06-16' }, []],
  [
    'due on the day of the pay-out',
    { first_due: '2025-06-15' },
    ['first_due first-due-before-payout'],
  ],
  ['of one instalment', { instalments: 1 }, []],
  ['of none', { instalments: 0 }, ['instalments instalments-out-of-range']],
  ['of 600 by the week', { instalments: 600, period: 'week' }, ['instalments term-out-of-range']],
  ['of 600 by the day', { instalments: 600, period: 'day' }, []],
  ['of 601', { instalments: 601, period: 'day' }, ['instalments instalments-out-of-range']],
  ['every 120 days', { every: 120, period: 'day' }, []],
  ['every 121 days', { every: 121, period: 'day' }, ['every number-not-whole']],
  ['every day of none', { every: 0 }, ['every number-not-whole']],
  ['with a grace of all but one', { grace: 11 }, []],
  ['with a grace of all', { grace: 12 }, ['grace grace-out-of-range']],
  ['with a grace of all, where principal comes last', { grace: 12, method: 'interest-only' }, []],
  ['of 120 months', { instalments: 120 }, []],
  ['of 121 months', { instalments: 121 }, ['instalments term-out-of-range']],
  ['in the own currency', { currency: 'khr' }, []],
  ['in another currency', { currency: 'usd' }, ['currency currency-differs']],
  ['of which only what was paid is told', { principal_owed: undefined, principal_paid: 0 }, []],
  ['of which neither is told', { principal_owed: undefined }, ['principal_owed value-missing']],
  ['at 1,200 % a year', { rate_percent: '1200' }, []],
  ['at a little more', { rate_percent: '1200.000012' }, ['rate_percent monthly-rate-too-high']],
  ['of a system that says its rate', { system: 'other', rate_period: 'month' }, []],
  ['of a system that does not', { system: 'other' }, ['rate_period value-missing']],
])('a loan %s', async (_, change, faults) => {
  expect(wrongIn(change)).toEqual(faults)
})

test('six thousand instalments are counted, and of more none of the terms is', () => {
  const many = (last: number) =>
    wrongIn(
      ...Array.from({ length: 10 }, () => ({ instalments: 590, period: 'day' as const })),
      { instalments: last, period: 'day' },
      { instalments: 0, disbursed: undefined, rate_percent: undefined },
    )
  expect(many(100)).toEqual(['instalments instalments-out-of-range'])
  expect(many(101)).toEqual(['- too-many-instalments', 'instalments instalments-out-of-range'])
  expect(wrongIn(...Array.from({ length: 51 }, () => ({ instalments: 121 })))).toEqual([
    '- too-many-instalments',
  ])
})

test('a loan number stands once, and lines without one are not held against each other', () => {
  expect(wrongIn({ loan: 'A' }, { loan: 'B' }, { loan: 'A' })).toEqual(['loan loan-twice-in-sheet'])
  expect(wrongIn({ loan: undefined }, { loan: undefined })).toEqual([])
})

test.each<[Cells, number | undefined]>([
  [{ instalments: 12 }, 12],
  [{ instalments: 12, first_due: '2025-07-14' }, 12],
  [{ instalments: 12, first_due: '2025-07-16' }, 13],
  [{ instalments: 1, first_due: '2025-06-16' }, 1],
  [{ instalments: 4, period: 'week' }, 1],
  [{ instalments: 5, period: 'week' }, 2],
  [{ instalments: 120 }, 120],
  [{ instalments: 120, first_due: '2025-07-16' }, undefined],
  [{ instalments: 1, disbursed: '2025-01-31', first_due: '2025-02-28' }, 1],
  [{ instalments: 600, every: 120, period: 'year' }, undefined],
])('%o runs for %s months', (change, months) => {
  expect(termMonths(lineWith(change))).toBe(months)
})

const state = (change: Cells) =>
  statedBalancesOf(lineWith({ principal_owed: undefined, ...change }))

test('what is owed is what is told, else what was lent less what was paid, and never below zero', () => {
  const owed = (change: Cells) => owedOf(lineWith({ principal_owed: undefined, ...change }))
  expect(owed({ principal_owed: 5, principal_paid: 0 })).toBe(5)
  expect(owed({ principal_paid: 200_000 })).toBe(1_000_000)
  expect(owed({ principal_paid: 1_200_000 })).toBe(0)
  expect(owed({ principal_paid: 1_200_001 })).toBe(0)
  // What was paid is a figure of its own only where both are told, or more was paid than lent.
  expect(state({ principal_paid: 1_200_000 }).principalPaid).toBeUndefined()
  expect(state({ principal_paid: 1_200_001 }).principalPaid).toBe(1_200_001)
  expect(state({ principal_paid: 5, principal_owed: 7 }).principalPaid).toBe(5)
})

test('interest that is left is told, or all of it less what was paid', () => {
  expect(state({}).interestOwed).toBeUndefined()
  expect(state({ interest_whole: 100 })).toMatchObject({ interestOwed: 100, interestPaid: 0 })
  expect(state({ interest_whole: 100, interest_paid: 30 })).toMatchObject({
    interestOwed: 70,
    interestPaid: 30,
  })
  expect(state({ interest_whole: 100, interest_paid: 101 }).interestOwed).toBe(0)
  expect(state({ interest_owed: 9, interest_whole: 100 }).interestOwed).toBe(9)
  // What is late can only be held against what was paid.
  expect(state({ interest_late: 3 }).interestLate).toBeUndefined()
  expect(state({ interest_late: 3, interest_paid: 0 }).interestLate).toBe(3)
})

test('a rate is of a year, but of an instalment where OpenCBS tells it, and rounded down to a month', () => {
  const monthly = (change: Cells) => monthlyPercent(statedLoanOf(lineWith(change), 'KHR'))
  expect(monthly({})).toBe('1.5')
  expect(monthly({ rate_percent: '10' })).toBe('0.833333')
  expect(monthly({ rate_percent: '20' })).toBe('1.666666')
  expect(monthly({ system: 'opencbs', rate_percent: '2' })).toBe('2')
  expect(monthly({ system: 'opencbs', rate_percent: '18', rate_period: 'year' })).toBe('1.5')
  expect(monthly({ rate_percent: '0' })).toBe('0')
})

test('a fee and interest of zero are not said of the older book, and a multiple of zero is none', () => {
  const terms = (change: Cells) => {
    const one = lineWith(change)
    return olderTermsThere(one, statedLoanOf(one, 'KHR'))
  }
  const asWritten = { method: 'declining', rateMonthlyPercent: '1.5' }
  expect(terms({ fee: 0, interest_paid: 0 })).toEqual({ asWritten })
  expect(terms({ fee: 1, interest_paid: 2, security: 'id-card' })).toEqual({
    asWritten: { ...asWritten, fee: 1, interestPaidBefore: 2 },
    securities: ['id-card'],
  })
  expect(statedLoanOf({ ...line, multiple: 0 }, 'KHR').multiple).toBeUndefined()
  expect(statedLoanOf({ ...line, multiple: 1 }, 'USD')).toMatchObject({
    multiple: 1,
    unitsInOne: 100,
  })
})
