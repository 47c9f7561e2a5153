import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import { loanFindings } from '#domain/health/loan-findings.ts'
import { balancesAnd } from '#domain/ledger/balance-list.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { admitted, founded, fundBookOf, paidOut, storyOf } from '#test/support/village.ts'

/*
 * What a borrower had saved around a loan is looked at for each loan that there ever was. It is kept with the loan for as long as
 * nothing moves on the days that are asked about.
 */

const begun = fundBookOf(
  storyOf([
    founded({ opening: { cash: 90_000_000, reserve: 90_000_000 } }),
    admitted('m1'),
    paidOut({ on: '2025-02-20', principal: 300_000, months: 10 }),
  ]),
)
const [loan] = begun.loans

/** Loans of one member, one a month, so that nothing but their days tells them apart. */
const loansOf = (count: number, seen: (of: Loan) => void): readonly Loan[] =>
  Object.freeze(
    Array.from({ length: count }, (_, n) => {
      const origin = { ...loan!.origin, on: daysAfter('2025-02-20', n * 30) }
      const one = { ...loan!, loanId: `l${n}`, number: `L${n}`, origin } as Loan
      // Whoever looks at what was saved around a loan reads its terms.
      const terms = { enumerable: true, get: () => (seen(one), loan!.terms) }
      return Object.freeze(Object.defineProperty({ ...one }, 'terms', terms))
    }),
  )

const saved = (on: LocalDate, amount: number): BalanceRow => ({
  account: 'liability:savings:m1',
  currency: 'KHR',
  on,
  isClosing: false,
  amount: 0 - amount,
})

const asOf = '2035-12-31'
const dayOf = (n: number): LocalDate => daysAfter('2025-01-01', n)
const told = (book: FundBook) => loanFindings(book, asOf).others

test('what is found of savings around loans is what is found of the same book read once, whenever money moves', () => {
  const moved = fc.record({
    // Most of what comes is of the last days, and some of it late.
    on: fc.oneof(fc.integer({ min: 700, max: 760 }), fc.nat(760)).map(dayOf),
    amount: fc.integer({ min: -200_000, max: 300_000 }),
  })
  fc.assert(
    fc.property(fc.array(moved, { minLength: 1, maxLength: 50 }), (moves) => {
      const loans = loansOf(24, () => {})
      const weekly = Array.from({ length: 100 }, (_, n) => saved(dayOf(n * 7), 1_000))
      let rows: readonly BalanceRow[] = weekly
      let balances = balancesAnd(begun.balances, weekly)
      for (const { on, amount } of moves) {
        balances = balancesAnd(balances, [saved(on, amount)])
        rows = [...rows, saved(on, amount)]
        // Of loans that are not frozen nothing is kept.
        const plain = loans.map((one) => ({ ...one }))
        const anew = { ...begun, loans: plain, balances: balancesAnd(begun.balances, rows) }
        expect(told({ ...begun, loans, balances })).toEqual(told(anew))
      }
    }),
    { numRuns: 12 },
  )
})

test('a deposit of today looks at the loans of the last months alone, however many there were', () => {
  const seenWith = (count: number): number => {
    const seen = new Set<Loan>()
    const loans = loansOf(count, (one) => seen.add(one))
    const days = count * 30
    const daily = Array.from({ length: days }, (_, n) => saved(dayOf(n), 1_000))
    let balances = balancesAnd(begun.balances, daily)
    for (const n of [1, 2]) {
      told({ ...begun, loans, balances })
      balances = balancesAnd(balances, [saved(dayOf(days + n), 1_000)])
    }
    seen.clear()
    told({ ...begun, loans, balances })
    return seen.size
  }
  expect(seenWith(40)).toBeLessThanOrEqual(8)
  expect(seenWith(120)).toBeLessThanOrEqual(8)
})
