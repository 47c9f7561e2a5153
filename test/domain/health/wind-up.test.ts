import { expect, test } from 'vitest'
import { healthOf } from '#domain/health/health.ts'
import { windUpOf } from '#domain/health/wind-up.ts'
import { changesInEquityOf } from '#src/exchange/statements/equity.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { admitted, founded, fundBookOf, paid, paidOut, storyOf } from '#test/support/village.ts'

const days = ['2025-01-31', '2025-06-30', '2025-12-31', '2026-01-01'] as const

test('whoever comes first is paid whole before the next gets anything, and nothing is paid that is not there', async () => {
  const { book } = await bookFrom(paperBookFolder)
  for (const day of days) {
    const { cash, loans, provision, claims } = windUpOf(book, day)
    expect(claims.map(({ claimant }) => claimant)).toEqual([
      'savers',
      'donors',
      'lenders',
      'social-fund',
      'members',
    ])
    const sum = (key: 'fromCash' | 'fromLoans') => claims.reduce((all, one) => all + one[key], 0)
    expect(sum('fromCash')).toBe(cash)
    expect(sum('fromLoans')).toBe(loans - provision)
    const short = claims.findIndex((claim) => claim.short > 0)
    if (short !== -1)
      for (const claim of claims.slice(short + 1))
        expect([claim.fromCash, claim.fromLoans]).toEqual([0, 0])
  }
})

test('what the savers of the paper year are owed is what they saved, and the rest is the members’', async () => {
  const { book } = await bookFrom(paperBookFolder)
  const health = healthOf(book, '2025-12-31')
  const [savers, donors, , social, members] = windUpOf(book, '2025-12-31').claims
  expect(savers!.owed).toBe(health.member_savings)
  expect(donors!.owed).toBe(health.restricted_migration)
  expect(social!.owed).toBe(health.social_fund)
  expect(members!.owed).toBe(health.reserve)
})

test('where the loans are lost the savers have what is left, and donors and lenders go short', () => {
  const story = storyOf([
    founded({ opening: { cash: 1_000_000, reserve: 200_000, social: 300_000 } }),
    admitted('m1'),
    admitted('m2'),
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm2', amount: 500_000 },
    paidOut({ on: '2025-01-20', principal: 900_000, months: 10 }),
  ])
  const late = windUpOf(fundBookOf(story), '2027-01-01')
  expect([late.cash, late.loans, late.provision]).toEqual([100_000, 900_000, 900_000])
  const [savers, , , social, members] = late.claims
  expect([savers!.fromCash, savers!.short]).toEqual([100_000, 400_000])
  expect([social!.fromCash, social!.short, members!.owed]).toEqual([0, 300_000, 0])
})

/** A fund that ends with so much in the box: savers 500,000, donors 200,000, the social fund 300,000. */
const ended = (cash: number) => {
  const opening = { cash, social: 300_000, reserve: cash - 1_000_000 }
  const windows = [{ windowId: 'migration', amount: 200_000 }]
  const story = storyOf([
    founded({ opening: { ...opening, windows } }),
    admitted('m1'),
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 500_000 },
  ])
  return windUpOf(fundBookOf(story), '2025-01-31').claims.map(({ claimant, fromCash, short }) => [
    claimant,
    fromCash,
    short,
  ])
}

test('the last riel goes to whoever comes first, and what is missing is missing for the last', () => {
  expect(ended(1_000_001)).toEqual([
    ['savers', 500_000, 0],
    ['donors', 200_000, 0],
    ['lenders', 0, 0],
    ['social-fund', 300_000, 0],
    ['members', 1, 0],
  ])
  expect(ended(1_000_000).at(-1)).toEqual(['members', 0, 0])
  expect(ended(999_999).slice(3)).toEqual([
    ['social-fund', 299_999, 1],
    ['members', 0, 0],
  ])
  expect(ended(699_999).slice(0, 4)).toEqual([
    ['savers', 500_000, 0],
    ['donors', 199_999, 1],
    ['lenders', 0, 0],
    ['social-fund', 0, 300_000],
  ])
})

test('what is not in the box is paid from what the loans bring, the provision left out', () => {
  const story = storyOf([
    founded({ opening: { cash: 600_000, reserve: 100_000 } }),
    admitted('m1'),
    { type: 'TakeOverSavings', effectiveOn: '2025-01-01', memberId: 'm1', amount: 500_000 },
    paidOut({ on: '2025-01-20', principal: 200_000, months: 10 }),
  ])
  const wound = windUpOf(fundBookOf(story), '2025-01-31')
  // 1 % of 200,000 is set aside.
  expect([wound.cash, wound.loans, wound.provision]).toEqual([400_000, 200_000, 2_000])
  expect(wound.claims.map(({ owed, fromCash, fromLoans }) => [owed, fromCash, fromLoans])).toEqual([
    [500_000, 400_000, 100_000],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
    [98_000, 0, 98_000],
  ])
})

test('money that came late is in the cash or in the loans, and never in neither', () => {
  const story = storyOf([
    founded({ opening: { cash: 1_000_000, reserve: 1_000_000 } }),
    admitted('m1'),
    paidOut({ on: '2025-01-20', principal: 500_000, months: 10 }),
    { type: 'ClosePeriod', effectiveOn: '2025-03-31' },
    paid('2025-02-20', [0, 100_000]),
  ])
  const book = fundBookOf(story)
  for (const day of ['2025-02-20', '2025-03-31', '2025-04-01'])
    expect(windUpOf(book, day).claims.at(-1)!.owed, day).toBe(healthOf(book, day).reserve)
})

test('changes in equity lead from the equity of the eve to that of the day, in every line', async () => {
  const { book } = await bookFrom(paperBookFolder)
  for (const day of days) {
    const health = healthOf(book, day)
    const { rows, totals } = changesInEquityOf({
      book,
      asOf: day,
      knownAt: null,
      notes: new Map(),
      postings: [],
    })
    expect(totals!['closing']).toBe(health.reserve)
    const eve = day.startsWith('2026') ? healthOf(book, '2025-12-31').reserve : 0
    expect(totals!['opening']).toBe(eve)
    for (const { opening, change, closing } of [...rows, totals!])
      expect((opening as number) + (change as number)).toBe(closing)
  }
})
