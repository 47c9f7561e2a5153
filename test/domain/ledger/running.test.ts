import type { ListOf } from '#domain/kernel/list-of.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import { balanceOf, balanceOfKind, nothingPosted, post } from '#domain/ledger/balances.ts'
import { balancesOf, balancesWith, postedOf } from '#domain/ledger/balance-list.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import {
  copyOfRunning,
  courseOf,
  move,
  movedWithin,
  nothingRunning,
  sumThrough,
} from '#domain/ledger/running.ts'
import { byKind } from '#domain/ledger/statements.ts'

const day = fc.integer({ min: 0, max: 12 }).map((n) => daysAfter('2025-12-28', n))
const amount = fc.integer({ min: -9, max: 9 })
const moves = fc.array(fc.record({ on: day, amount }), { maxLength: 30 })
const total = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, row) => sum + row.amount, 0)

test('what came to the book on whichever day, and in whichever order, is there from its day on', () => {
  fc.assert(
    fc.property(moves, day, day, (told, before, through) => {
      const line = nothingRunning()
      for (const { on, amount: moved } of told) move(line, on, moved)
      const copy = copyOfRunning(line)
      move(copy, '2025-12-01', 5)
      const until = told.filter(({ on }) => on <= through)
      expect(sumThrough(line, through)).toBe(total(until))
      expect(sumThrough(line)).toBe(total(told))
      const within = until.filter(({ on }) => on > before)
      expect(movedWithin(line, { before, through })).toBe(
        within.length === 0 ? undefined : total(within),
      )
      expect(movedWithin(line, { through })).toBe(until.length === 0 ? undefined : total(until))
      expect(courseOf(line).days).toEqual([...new Set(told.map(({ on }) => on))].toSorted())
    }),
  )
})

const account = fc.constantFrom<AccountId[]>(
  'asset:cash-box',
  'asset:loan:l1',
  'asset:loan:l2',
  'liability:savings:m1',
  'liability:savings:m2',
  'income:interest',
)
const posting = fc.record({
  account,
  amount,
  on: day,
  currency: fc.constantFrom('KHR' as const, 'USD' as const),
  entryType: fc.constantFrom('SharesBought', 'PeriodClosed'),
})
const postings = fc.array(posting, { maxLength: 25 })

/** Row by row, as somebody would who has never heard of running totals. */
const through = (rows: ListOf<BalanceRow>, one: AccountId, on: string): number =>
  total(rows.filter((row) => row.account === one && row.on <= on))

test('a list of balances that follows on another is what the postings of both come to', () => {
  fc.assert(
    fc.property(postings, fc.array(postings, { maxLength: 4 }), day, (first, later, on) => {
      let rows = balancesWith([], first)
      const told = [...first]
      for (const news of later) {
        // Whatever has been asked of a list before, the next one takes over and the first keeps.
        const [before, asked] = [JSON.stringify(rows), balancesOf(rows, 'asset:cash-box')]
        const was = [postedOf(rows), byKind(rows, { through: on, withClosing: true })]
        const text = JSON.stringify([asked, [...(was[0] as never)['accounts']], was[1]])
        const next = balancesWith(rows, news)
        expect(JSON.stringify(rows)).toBe(before)
        expect(JSON.stringify([asked, [...(was[0] as never)['accounts']], was[1]])).toBe(text)
        rows = next
        told.push(...news)
      }
      const anew = balancesWith([], told)
      expect([...rows]).toEqual([...anew])
      for (const one of new Set(told.map((row) => row.account))) {
        expect(balanceOf(postedOf(rows), one, on)).toBe(through(anew, one, on))
        expect(balancesOf(rows, one)).toEqual(anew.filter((row) => row.account === one))
      }
      for (const withClosing of [true, false]) {
        const range = { from: '2025-12-30', through: on, withClosing }
        expect(byKind(rows, range)).toEqual(byKind([...anew], range))
        const loans = byKind(rows, range).filter(({ kind }) => kind === 'asset:loan')
        const own = told.filter(
          (row) =>
            row.account.startsWith('asset:loan:') &&
            row.on >= range.from &&
            row.on <= on &&
            (withClosing || row.entryType !== 'PeriodClosed'),
        )
        expect(total(loans)).toBe(total(own))
        expect(loans.length).toBe(new Set(own.map(({ currency }) => currency)).size)
      }
    }),
    { numRuns: 60 },
  )
})

test('a kind comes to what its accounts come to', () => {
  fc.assert(
    fc.property(postings, day, (told, on) => {
      const posted = nothingPosted()
      for (const row of told) post(posted, row)
      const loans = told.filter((row) => row.account.startsWith('asset:loan:') && row.on <= on)
      expect(balanceOfKind(posted, 'asset:loan', on)).toBe(total(loans))
    }),
  )
})
