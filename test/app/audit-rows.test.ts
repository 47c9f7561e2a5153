import { expect, test } from 'vitest'
import { sha256 } from '#infra/system/system.ts'
import { sampleIn } from '#src/app/audits/audits.ts'
import { expectedRows, unlikeBook } from '#src/app/audits/test-rows.ts'
import { headOf } from '#src/app/heads.ts'
import { viewsOf } from '#test/support/loan-views.ts'
import { fundId } from '#test/support/small-network.ts'
import { type StoryCommand, paid, paidOut } from '#test/support/village.ts'

const sample = { cards: ['M1', 'M2'], entries: [1] }
const months = { from: '2025-02-01', asOf: '2025-02-28' }

const booked = async (told: readonly StoryCommand[]) => {
  const { kept: views, book } = await viewsOf(told)
  return { views, book, sample, ...months }
}

test('of a box with two currencies each sum is held against its own', () => {
  const box = (currency: 'KHR' | 'USD', book: number) =>
    ({ of: 'box', what: 'cash', currency, book, seen: book }) as const
  const expected = [box('KHR', 400_000), box('USD', 2_500)]
  expect(unlikeBook({ rows: expected }, expected)).toEqual([])
  const swapped = [box('KHR', 2_500), box('USD', 400_000)]
  expect(unlikeBook({ rows: swapped }, expected)).toEqual(['box cash', 'box cash'])
  expect(unlikeBook({ rows: [box('USD', 2_500)] }, expected)).toEqual(['box cash'])
})

test('what came and went is told of each currency by itself', async () => {
  const source = await booked([])
  const moved = (seq: number, currency: 'KHR' | 'USD', on: string, amount: number) =>
    ({ seq, on, amount, currency, account: 'asset:cash-box' }) as const
  const rows = [
    moved(1, 'KHR', '2025-01-31', 400_000),
    moved(2, 'USD', '2025-01-31', 300),
    moved(3, 'KHR', '2025-02-01', 20_000),
    moved(4, 'USD', '2025-02-01', 70),
    moved(5, 'KHR', '2025-02-28', -9_000),
  ]
  const views = { ...source.views, postings: async () => rows as never }
  const told = await expectedRows('roll-forward', { ...source, views }, fundId)
  expect(told.slice(0, 8).map(({ currency, of, book }) => [currency, of, book])).toEqual([
    ['KHR', 'begin', 400_000],
    ['KHR', 'received', 20_000],
    ['KHR', 'paid', 9_000],
    ['KHR', 'end', 411_000],
    ['USD', 'begin', 300],
    ['USD', 'received', 70],
    ['USD', 'paid', 0],
    ['USD', 'end', 370],
  ])
})

test('of whoever has two loans the passbook says what is owed of both', async () => {
  const lent = { on: '2025-01-20', months: 10, memberId: 'm1' }
  const source = await booked([
    paidOut({ ...lent, principal: 100_000, loanId: 'l1' }),
    paidOut({ ...lent, principal: 50_000, loanId: 'l2', product: 'emergency' }),
    paidOut({ ...lent, principal: 30_000, loanId: 'l3', memberId: 'm2' }),
    paid('2025-02-20', [0, 10_000]),
    { type: 'RecordDeposit', effectiveOn: '2025-02-20', memberId: 'm2', amount: 5_000 },
  ])
  const told = await expectedRows('passbook', source, fundId)
  const of = (card: string, what: string) =>
    told.find((row) => row.of === card && row.what === what)!.book
  expect([of('M1', 'savings'), of('M2', 'savings')]).toEqual([0, 5_000])
  expect([of('M1', 'owed'), of('M2', 'owed')]).toEqual([140_000, 30_000])
})

test('two audits that are planned on one entry draw each by its own seed', async () => {
  const { kept } = await viewsOf([])
  const head = (await headOf(kept, fundId))!
  const drawn = (seed: string) => sampleIn(kept, sha256, { fundId, head, seed })
  const first = await drawn('one')
  expect(await drawn('another')).not.toEqual(first)
  expect(await drawn('one')).toEqual(first)
})

test('a rule that was broken on the first day of an audit is in it, and one of the day before is not', async () => {
  const lent = (on: string): StoryCommand =>
    paidOut({ on, principal: 100_000, months: 10, loanId: `l-${on}` })
  const days = ['2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02']
  const source = await booked(days.map(lent))
  const told = await expectedRows('exceptions', source, fundId)
  expect(told).toContainEqual({ of: 'second-loan', what: 'count', book: 2 })
})
