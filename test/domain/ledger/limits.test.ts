import { expect, test } from 'vitest'
import { amountMax } from '#domain/kernel/money.ts'
import { nothingPosted, post } from '#domain/ledger/balances.ts'
import { isBeyond, isBeyondBooks } from '#domain/ledger/limits.ts'

const most = 1000 * amountMax

test('a book holds as much as it can, no more, and what makes it no fuller is never too much', () => {
  expect(isBeyond([], [most])).toBe(false)
  expect(isBeyond([], [most + 1])).toBe(true)
  // Sums below zero count as much as those above.
  expect(isBeyond([-most], [-most, 1])).toBe(true)
  expect(isBeyond([most + 9], [most + 8, 1])).toBe(false)
  expect(isBeyond([most + 9], [most + 8])).toBe(false)
})

test('a large sum is held against what the accounts of a book would come to with it', () => {
  const posted = nothingPosted()
  const posting = (amount: number) =>
    ({ account: 'asset:cash-box', currency: 'KHR', on: '2026-01-20', amount }) as const
  post(posted, posting(most))
  expect(isBeyondBooks(posted, [posting(amountMax)])).toBe(true)
  expect(isBeyondBooks(posted, [posting(-amountMax)])).toBe(false)
  // Sums as people write them reach the end in millions of entries alone.
  expect(isBeyondBooks(posted, [posting(1)])).toBe(false)
})
