import { expect, test } from 'vitest'
import type { FundBook } from '#domain/health/book.ts'
import { ventureBookPage, venturesPage } from '#src/pages/ventures/book-page.ts'
import { ownVenturesPage } from '#src/pages/ventures/own-page.ts'
import { pageText } from '#test/pages/page-text.ts'
import { savingStory } from '#test/support/saving-village.ts'
import { begun, closing, count, line, profit, shares, venture } from '#test/support/ventures.ts'
import { type StoryCommand, fundBookOf } from '#test/support/village.ts'

/* The book of a pot for one purpose as it is read out and printed, and what each holder sees of it. */

const at = {
  language: 'en',
  isPractice: true,
  fundId: 'a-fund',
  fundName: 'Village 1',
} as const
const today = '2025-10-01'

const bookAfter = (told: readonly StoryCommand[]): FundBook => fundBookOf(savingStory(told))
/** Its text; a sum and its currency stand together. */
const textOf = (page: unknown): string => pageText(String(page)).replaceAll('\u202f', '')
const bookText = (told: readonly StoryCommand[], day = today): string => {
  const book = bookAfter(told)
  const one = book.ventures[0]!
  return textOf(ventureBookPage(at, { book, today: day, acts: [], one }))
}
const ownText = (told: readonly StoryCommand[], memberId = 'm1'): string => {
  const book = bookAfter(told)
  const { ventures } = book
  return textOf(ownVenturesPage(at, { book, today, memberId, ventures }))
}

test('a venture says whether it sells, should be at an end or is, and of what works nothing', () => {
  const states = {
    selling: 'Shares are sold until its money first moves.',
    past: 'It was to end before today.',
    closed: 'It has ended.',
  }
  const said = (told: readonly StoryCommand[], day = today): readonly string[] => {
    const text = bookText(told, day)
    return Object.entries(states).flatMap(([name, words]) => (text.includes(words) ? [name] : []))
  }
  expect(said(begun)).toEqual(['selling'])
  expect(said([...begun, line('earned', 5_000)])).toEqual([])
  expect(said(begun, '2026-02-01')).toEqual(['selling'])
  expect(said(begun, '2026-02-02')).toEqual(['past'])
  expect(said([...begun, closing()], '2026-02-02')).toEqual(['closed'])
})

test('what a share is worth is told where somebody holds one, and an empty book says that it is empty', () => {
  const worked = bookText([...begun, line('earned', 16_000)])
  expect(worked).toContain('A share is worth 11,000')
  expect(worked).not.toContain('Nothing is written yet.')
  const empty = bookText([venture()])
  expect(empty).not.toContain('A share is worth')
  expect(empty).toContain('Nothing is written yet.')
  expect(empty).not.toContain('What happened')
  expect(empty).not.toContain('Who holds it')
})

test('its book has each line with its paper, and where no goods moved no sum of them', () => {
  const text = bookText([...begun, line('bought', 90_000), line('gone', 40_000)])
  const row = (what: string): string => text.slice(text.indexOf(what), text.indexOf(what) + 90)
  expect(row('Goods were bought')).toMatch(/^Goods were bought R-1 \D90,000\S* 90,000/)
  expect(row('Goods are sold, used up')).toMatch(/lost R-1 +\D40,000/)
  expect(row('Shares were bought')).toMatch(/^Shares were bought +100,000\S* +1 February 2025/)
})

test('each count stands beside what the book said, of cash and of goods by name', () => {
  const bought = [...begun, line('bought', 90_000)]
  expect(bookText(bought)).toContain('Nobody has counted it yet.')
  const text = bookText([...bought, count(60_000, 95_000)])
  expect(text).not.toContain('Nobody has counted it yet.')
  expect(text).toMatch(
    /Day Cash counted Its book says Goods counted, by what they cost Its book says/,
  )
  expect(text).toMatch(/1 June 2025 60,000\S* 70,000\S* 95,000\S* 90,000/)
})

test('holders stand in the order of their cards, with what each got so far', () => {
  const mixed = [
    venture(),
    shares('m3', 5),
    shares('m1', 10),
    shares('m2', 1),
    line('earned', 32_000),
  ]
  const text = bookText([...mixed, profit(32_000)])
  const held = text.slice(text.indexOf('Who holds it'))
  expect([...held.matchAll(/\b(M\d) (\d+) ([\d,]+)/g)].map(([, ...row]) => row)).toEqual([
    ['M1', '10', '20,000'],
    ['M2', '1', '2,000'],
    ['M3', '5', '10,000'],
  ])
  const none = bookText(mixed)
  expect(none.slice(none.indexOf('Who holds it'))).toMatch(/M1 10 +M2 1 +M3 5/)
})

test('the list of ventures says that there is none, and else leads to the book of each', () => {
  const page = (told: readonly StoryCommand[]): string =>
    String(venturesPage(at, { book: bookAfter(told), today, acts: ['venture', 'venture-line'] }))
  expect(pageText(page([]))).toContain('The fund has no venture. The meeting founds one first')
  const some = page(begun)
  expect(pageText(some)).not.toContain('The fund has no venture')
  expect(some).toContain('href="/funds/a-fund/ventures/rice-bank-2025"')
  expect(pageText(some)).toContain('Found a venture Record money of a venture')
})

test('a holder sees the own shares, what they are worth as long as it goes on, and what was paid out', () => {
  const worked = [...begun, line('earned', 32_000), profit(16_000)]
  const text = ownText(worked)
  expect(text).toContain('My shares 10 ')
  expect(text).toMatch(
    /What I paid in 100,000\S* Worth today by its book 110,000\S* Paid to me so far 10,000/,
  )
  expect(text).not.toContain('It has ended.')
  // Whoever has left holds none of it.
  expect(ownText(worked, 'm5')).toContain('My shares 0 ')
  const ended = ownText([...begun, closing()])
  expect(ended).toContain('It has ended.')
  expect(ended).not.toContain('Worth today by its book')
})

test('a holder reads when it was last counted, whether that agreed, and each count that did not', () => {
  const bought = [...begun, line('bought', 90_000)]
  expect(ownText(bought)).toContain('Nobody has counted it yet.')
  const short = count(60_000, 90_000)
  const later = count(70_000, 90_000, { effectiveOn: '2025-07-01' })
  const agreed = ownText([...bought, short, later])
  expect(agreed).toContain('Last counted on 1 July 2025. It agrees with its book.')
  expect(agreed).toContain('What was counted on 1 June 2025 differed from its book.')
  expect(agreed).not.toContain('What was counted on 1 July 2025 differed')
  const differs = ownText([...bought, short])
  expect(differs).toContain('Last counted on 1 June 2025')
  expect(differs).not.toContain('It agrees with its book.')
})
