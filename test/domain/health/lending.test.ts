import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inBlocks, withInPlace } from '#domain/kernel/blocks.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { type FundBook, owingOn, standingsOn, total } from '#domain/health/book.ts'
import { healthSumsOf } from '#domain/health/health.ts'
import { goingOnOf, livelyStandingsOn } from '#domain/health/lively.ts'
import { balancesAnd } from '#domain/ledger/balance-list.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { admitted, founded, fundBookOf, paidOut, storyOf } from '#test/support/village.ts'

/* What a book says of loans is worked out once while money moves on other accounts. */

const begun = fundBookOf(
  storyOf([
    founded({ opening: { cash: 90_000_000, reserve: 90_000_000 } }),
    admitted('m1'),
    admitted('m2'),
    paidOut({ on: '2025-02-20', principal: 300_000, months: 10 }),
  ]),
)
const [loan] = begun.loans

const drawn = fc
  .record({
    memberId: fc.constantFrom('m1', 'm2'),
    after: fc.nat(300),
    repaid: fc.array(
      fc.record({ after: fc.nat(400), amount: fc.integer({ min: 1, max: 200_000 }) }),
      {
        maxLength: 5,
      },
    ),
    isGivenUp: fc.boolean(),
  })
  .map(({ memberId, after, repaid, isGivenUp }) => {
    const on = daysAfter('2025-02-20', after)
    const repayments = repaid
      .map((one, i) => ({ id: `r${i}`, on: daysAfter(on, one.after), amount: one.amount }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const writeOffs = isGivenUp ? [{ id: 'w', on: daysAfter(on, 500), amount: 50_000 }] : []
    return { ...loan!, memberId, origin: { ...loan!.origin, on }, repayments, writeOffs } as Loan
  })

const loansDrawn = fc
  .array(drawn, { minLength: 1, maxLength: 8 })
  .map((all) =>
    Object.freeze(
      all.map((one, n) => Object.freeze({ ...one, loanId: `l${n}`, number: `L${n}` }) as Loan),
    ),
  )

/** What a list of members tells of one's loans. */
const toldOf = (standings: readonly LoanStanding[]) => ({
  owed: total(standings.map(({ owed }) => owed)),
  overdue: total(standings.map(({ overdue }) => overdue)),
  interest: total(standings.map(({ interestDue }) => interestDue)),
  next: standings.flatMap(({ loan: { number }, nextDue }) =>
    nextDue ? [{ number, nextDue }] : [],
  ),
})

test('of the loans of one member those that are over tell nothing on a day, and no other one is left out', () => {
  fc.assert(
    fc.property(loansDrawn, fc.integer({ min: 0, max: 900 }), (loans, after) => {
      const day = daysAfter('2025-02-20', after)
      for (const memberId of ['m1', 'm2', 'm3'])
        expect(toldOf(goingOnOf({ loans }, day, memberId))).toEqual(
          toldOf(standingsOn({ loans }, day, memberId)),
        )
    }),
  )
})

test('health of a book in which money moved is that of the same book read once, and looks at no loan again', () => {
  let looks = 0
  const counted = (one: Loan): Loan => {
    const terms = { enumerable: true, get: () => ((looks += 1), one.terms) }
    return Object.freeze(Object.defineProperty({ ...one }, 'terms', terms))
  }
  const moved = fc.record({ on: fc.nat(700), amount: fc.integer({ min: -9_000, max: 9_000 }) })
  fc.assert(
    fc.property(loansDrawn, fc.array(moved, { maxLength: 5 }), (all, moves) => {
      const loans = Object.freeze(all.map(counted))
      const asOf = '2026-06-30'
      let book: FundBook = Object.freeze({ ...begun, loans })
      healthSumsOf(book, asOf)
      looks = 0
      for (const { on, amount } of moves) {
        const rows = (['asset:cash-box', 'income:fines'] as const).map((account, i) => ({
          account,
          currency: 'KHR' as const,
          on: daysAfter('2025-01-01', on),
          isClosing: false,
          amount: i === 0 ? amount : 0 - amount,
        }))
        book = Object.freeze({ ...book, balances: balancesAnd(book.balances, rows) })
        const sums = healthSumsOf(book, asOf)
        expect(looks).toBe(0)
        const plain = loans.map((one) => ({ ...one }))
        expect(sums).toEqual(healthSumsOf({ ...book, loans: plain }, asOf))
        looks = 0
      }
    }),
    { numRuns: 25 },
  )
})

test('when one loan of many changes, loans that lie elsewhere are not looked at again', () => {
  let looks = 0
  const counted = (n: number, more: Partial<Loan> = {}) => {
    const one = { ...loan!, ...more, loanId: `l${n}`, number: `L${n}` } as Loan
    const isVoid = { enumerable: true, get: () => ((looks += 1), undefined) }
    const key = String(n).padStart(4, '0')
    return {
      key,
      value: Object.freeze(Object.defineProperty({ ...one }, 'isVoid', isVoid)) as Loan,
    }
  }
  const valuesOf = inBlocks((rows: readonly { readonly value: Loan }[]) =>
    rows.map(({ value }) => value),
  )
  const rows = withInPlace(
    [],
    Array.from({ length: 1_000 }, (_, n) => counted(n)),
  )
  const day = '2025-06-30'
  const all = [owingOn, livelyStandingsOn]
  for (const ask of all) expect(ask(valuesOf(rows), day)).toHaveLength(1_000)
  const repaid = counted(500, { repayments: [{ id: 'r', on: '2025-03-20', amount: 304_500 }] })
  const changed = valuesOf(withInPlace(rows, [repaid]))
  looks = 0
  expect(owingOn(changed, day)).toHaveLength(999)
  expect(livelyStandingsOn(changed, day)).toHaveLength(1_000)
  expect(looks).toBeGreaterThan(0)
  expect(looks).toBeLessThanOrEqual(4 * 128)
})
