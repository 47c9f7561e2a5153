import { expect, test } from 'vitest'
import type { Venture, VentureCount } from '#domain/ventures/venture.ts'
import { ownVenturesPage } from '#src/pages/ventures/own-page.ts'
import { pageText } from '#test/pages/page-text.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const place = { language: 'en', isPractice: true, fundId: 'a-fund', fundName: 'Village 1' } as const

const counted = (on: string, cash: number): VentureCount => ({
  id: `count ${on}`,
  on,
  cash,
  goods: 0,
  book: { cash: 400_000, goods: 0 },
})

const venture = (counts: readonly VentureCount[]): Venture => ({
  ventureId: 'rice',
  kind: 'rice-bank',
  sharePrice: 10_000,
  sharesOffered: 40,
  sharesEach: 10,
  leavesFrom: '2025-06-01',
  leavingValue: 'book-value',
  endsOn: '2026-01-01',
  cashKeeper: 'm2',
  bookKeeper: 'm3',
  foundedOn: '2025-01-05',
  lines: [
    {
      id: 'bought',
      on: '2025-01-05',
      what: 'shares',
      cash: 400_000,
      goods: 0,
      parts: [{ memberId: 'm1', shares: 40, paid: 0 }],
    },
  ],
  counts,
})

test('a holder reads of each count that differed, also once a later one agrees', () => {
  const book = fundBookOf(storyOf([founded(), admitted('m1'), admitted('m2'), admitted('m3')]))
  const text = (counts: readonly VentureCount[]) =>
    pageText(
      String(
        ownVenturesPage(place, {
          book,
          today: '2025-04-01',
          memberId: 'm1',
          ventures: [venture(counts)],
        }),
      ),
    )
  const short = counted('2025-02-10', 350_000)
  const page = text([short, counted('2025-03-10', 400_000)])
  expect(page).toContain('Last counted on 10 March 2025')
  expect(page).toContain('It agrees with its book.')
  expect(page).toContain('10 February 2025')
})
