import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
import type { FundViews } from '#domain/ports.ts'
import {
  accountsOf,
  figureDetail,
  figureKeys,
  partKeys,
  resultOf,
  valueOf,
} from '#src/app/health/figure-rows.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import {
  admitted,
  founded,
  fundBookOf,
  paid,
  paidOut,
  relieved,
  storyOf,
  takenOver,
} from '#test/support/village.ts'

const detailsOn = async (
  book: FundBook,
  asOf: string,
  postings: (accounts: ReturnType<typeof accountsOf>) => ReturnType<FundViews['postings']>,
) => {
  const health = healthOf(book, asOf)
  const more = moreHealthOf(book, health)
  const facts = { book, health, more }
  return Promise.all(
    figureKeys.map(async (key) => ({
      key,
      expected: valueOf(key, facts),
      detail: figureDetail(key, { ...facts, postings: await postings(accountsOf(key)) }),
    })),
  )
}

const { store, fundId, book } = await bookFrom(paperBookFolder)
const postingsOf = (accounts: ReturnType<typeof accountsOf>) =>
  accounts.length === 0 ? Promise.resolve([]) : store.postings(fundId, { accounts })

for (const asOf of ['2025-12-31', '2025-10-20', '2025-01-20', '2026-03-15', book.fund.openedOn]) {
  test(`the rows of every figure come to the figure of ${asOf} by its formula`, async () => {
    for (const { key, expected, detail } of await detailsOn(book, asOf, postingsOf)) {
      expect(resultOf(detail), key).toBe(expected)
      expect(detail.value, key).toBe(expected)
    }
  })
}

test('every figure of the paper book but the empty ones has rows to show', async () => {
  const empty = (await detailsOn(book, '2025-12-31', postingsOf))
    .filter(({ detail }) => detail.numerator.rows.length === 0)
    .map(({ key, expected }) => [key, expected])
  // Nothing is late for ninety days yet: where nothing can be compared there is no figure and no row.
  expect(empty.filter(([, value]) => value !== 0 && value !== null)).toEqual([])
  // A clean book has nothing to count of five sorts of signs.
  expect(empty.length).toBeLessThan(13)
})

test('a posting that the figure did not ask for would leave it short: each asks for its own accounts', async () => {
  const short = (await detailsOn(book, '2025-12-31', () => Promise.resolve([])))
    .filter(({ detail, expected }) => resultOf(detail) !== expected)
    .map(({ key }) => key)
  expect(short).toEqual(
    figureKeys.filter(
      (key) =>
        accountsOf(key).length > 0 &&
        valueOf(key, {
          health: healthOf(book, '2025-12-31'),
          more: moreHealthOf(book, healthOf(book, '2025-12-31')),
        }) !== 0,
    ),
  )
})

test('a fund with relief, a loan written off and a closed year adds up as well', async () => {
  const story = storyOf([
    founded({ opening: { cash: 3_000_000, reserve: 3_084_000 } }),
    admitted('m1'),
    admitted('m2', { sex: 'm' }),
    takenOver({ on: '2024-10-20', principal: 300_000, months: 10, owed: 84_000 }),
    paidOut({ on: '2025-01-20', principal: 250_000, months: 5, loanId: 'l2', memberId: 'm2' }),
    paid('2025-02-20', [3_700, 50_000], 'l2'),
    relieved('2025-03-01', { from: '2025-03-01', to: '2025-04-30' }, { loanIds: ['l2'] }),
    { type: 'BuyShares', effectiveOn: '2025-02-20', memberId: 'm1', shares: 3 },
    { type: 'RecordFine', effectiveOn: '2025-02-20', memberId: 'm1', amount: 1_000 },
    { type: 'RecordExpense', effectiveOn: '2025-02-20', amount: 5_000 },
    { type: 'RecordWriteOff', effectiveOn: '2025-06-20', loanId: 'l1', amount: 84_000 },
    { type: 'ClosePeriod', effectiveOn: '2025-12-31' },
    // It came when its year was closed, and is booked on the next open day.
    paid('2025-12-20', [0, 20_000], 'l2'),
  ])
  const own = fundBookOf(story)
  const all = story.entries.flatMap(({ seq, effectiveOn, body }) =>
    body.postings.map((posting, line) => ({
      ...posting,
      seq,
      line,
      entryType: body.type,
      effectiveOn,
    })),
  )
  for (const asOf of ['2025-12-31', '2026-02-01', '2025-06-30']) {
    const details = await detailsOn(own, asOf, async (accounts) =>
      all.filter(({ account }) => accounts.includes(account)),
    )
    for (const { key, expected, detail } of details) expect(resultOf(detail), key).toBe(expected)
    const { numerator } = details.find(({ key }) => key === 'total_assets')!.detail
    const later = numerator.rows.find(
      (row) => row.kind === 'sum' && row.of === 'loans-booked-later',
    )
    expect(later?.amount).toBe(asOf === '2025-12-31' ? 20_000 : undefined)
  }
})

test('no part is left that no figure is made of', async () => {
  const details = await detailsOn(book, '2025-12-31', postingsOf)
  const used = new Set(
    details.flatMap(({ detail }) => [
      detail.numerator.part,
      ...(detail.denominator ? [detail.denominator.part] : []),
    ]),
  )
  expect(partKeys.filter((part) => !used.has(part))).toEqual([])
})
