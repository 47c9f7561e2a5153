import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { daysOfMonth, leafOf, monthsOfBook, passbookLeafOf } from '#src/app/proof/leaf.ts'
import { type Series, lineChart } from '#src/pages/chart.ts'
import { monthPage, passbookPage } from '#src/pages/papers/leaf-page.ts'
import { paperOf } from '#src/pages/papers/paper.ts'
import { languages } from '#src/words/catalogue.ts'
import { moneyInWords } from '#src/words/locale.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type StoryCommand, admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const place = {
  language: 'en',
  isPractice: true,
  fundId: 'a-fund',
  fundName: 'Village 1',
  memberId: 'm1',
  paper: 'a4',
  isHousehold: true,
} as const

const shares = (effectiveOn: string, count: number, memberId = 'm1'): StoryCommand => ({
  type: 'BuyShares',
  effectiveOn,
  memberId,
  shares: count,
})

const story = storyOf([
  founded({ opening: { cash: 100_000_000, reserve: 100_000_000 } }),
  admitted('m1'),
  admitted('m2'),
  shares('2025-01-10', 3),
  shares('2025-02-10', 5),
  shares('2025-02-10', 4, 'm2'),
  shares('2025-03-10', 1),
])
const book = fundBookOf(story)
const savedIn = ({ entries }: typeof story): readonly PostingRow[] =>
  entries.flatMap(({ seq, effectiveOn, body }) =>
    body.postings
      .map((posting, line): PostingRow => ({
        ...posting,
        seq,
        line,
        entryType: body.type,
        effectiveOn,
      }))
      .filter(({ account }) => account === 'liability:savings:m1'),
  )
const savingsPostings = savedIn(story)

test('the leaves of the months follow each other: what one ends with, the next begins with', () => {
  const months = monthsOfBook(book, '2025-03-31').toReversed()
  const leaves = months.map((month) =>
    leafOf(book, 'm1', { ...daysOfMonth(book, month, '2025-03-31'), savingsPostings }),
  )
  expect(months.at(-1)).toBe('2025-03')
  for (const [i, leaf] of leaves.entries())
    if (i > 0) expect(leaf!.opening).toEqual(leaves[i - 1]!.closing)
  const saved = leaves.flatMap((leaf) => leaf!.lines.map((line) => line.saved))
  expect(saved.reduce((sum, one) => sum + one, 0)).toBe(leaves.at(-1)!.closing.savings)
  expect(leaves.flatMap((leaf) => leaf!.lines.map((line) => line.shares))).toEqual([3, 5, 1])
})

test('a passbook of many lines is turned leaf by leaf, the newest first: each line stands on one, after what stood before', async () => {
  const days = Array.from({ length: 61 }, (_, n) => daysAfter('2025-01-10', n))
  const long = storyOf([
    founded({ opening: { cash: 100_000_000, reserve: 100_000_000 } }),
    admitted('m1'),
    // Two lines of a day stand on either side of where a leaf ends.
    ...days.flatMap((on) => [shares(on, 2), shares(on, 3)]),
  ])
  const asked = { to: '2025-12-31', savingsPostings: savedIn(long) }
  const told = fundBookOf(long)
  const leafAt = (part: number) => passbookLeafOf(told, 'm1', { ...asked, part })!
  const { parts } = leafAt(1)
  expect(parts).toBe(3)
  const oldestFirst = Array.from({ length: parts }, (_, n) => leafAt(parts - n).leaf)
  const whole = leafOf(told, 'm1', { ...asked, from: told.fund.openedOn })!
  expect(oldestFirst.flatMap(({ lines }) => lines)).toEqual(whole.lines)
  expect(oldestFirst.map(({ lines }) => lines.length)).toEqual([22, 50, 50])
  expect(oldestFirst[0]!.opening).toEqual(whole.opening)
  for (const [i, leaf] of oldestFirst.entries())
    if (i > 0) expect(leaf.opening).toEqual(oldestFirst[i - 1]!.closing)
  expect(oldestFirst.at(-1)!.closing).toEqual(whole.closing)
  expect(leafAt(4)).toEqual(leafAt(1))
  const [newest, older] = await Promise.all(
    [1, 2].map(async (part) => String(await passbookPage(place, leafAt(part)))),
  )
  expect(newest).toContain('part=2')
  expect(newest).toContain('Saved')
  // What is saved and owed now is told by no older leaf.
  expect(older).not.toContain(
    moneyInWords({ amount: whole.closing.savings, currency: 'KHR' }, 'en'),
  )
  expect(older).toContain('part=3')
  expect(newest!.length).toBeLessThan(40_000)
})

const signed = { code: 'VB1 …', checkAt: 'https://fund.example/receipt' }

test('a leaf says in words what is saved, and names nobody where no name may be seen', async () => {
  const days = daysOfMonth(book, '2025-02', '2025-03-31')
  const leaf = leafOf(book, 'm1', { ...days, savingsPostings })!
  for (const language of languages) {
    const there = { ...place, language }
    const text = pageText(
      String(await monthPage(there, leaf, { month: '2025-02', months: ['2025-02'] })),
    ).replaceAll(/\s/g, '')
    const words = moneyInWords({ amount: leaf.closing.savings, currency: 'KHR' }, language)
    expect(text).toContain(words.replaceAll(/\s/g, ''))
    expect(String(await passbookPage(there, { leaf, part: 1, parts: 1 }, signed))).not.toContain(
      'class="called"',
    )
  }
  const named = { ...place, nameOf: () => 'Sok Sao (invented)' }
  expect(String(await passbookPage(named, { leaf, part: 1, parts: 1 }, signed))).toContain(
    'Sok Sao (invented)',
  )
})

test('nobody has a leaf who is no member', () => {
  const days = daysOfMonth(book, '2025-02', '2025-03-31')
  expect(leafOf(book, 'm9', { ...days, savingsPostings })).toBeUndefined()
})

test('a word that is no paper is the paper of the print itself', () => {
  const papers = ['roll', 'a5'] as const
  expect(['a5', 'a4', 'A5', '', undefined].map((asked) => paperOf({ asked, papers }))).toEqual([
    'a5',
    'roll',
    'roll',
    'roll',
    'roll',
  ])
})

test('a line is broken where there is no value, and marks tell the lines apart', async () => {
  const series: readonly Series[] = [
    { name: 'one', look: 'solid', values: [1, null, 3, 4] },
    { name: 'two', look: 'dashed', values: [4, 3, 2, 1] },
  ]
  const chart = String(
    await lineChart(
      {
        id: 'a',
        title: 'Title',
        said: 'What it says.',
        months: ['2025-01', '2025-02', '2025-03', '2025-04'],
        series,
        scale: String,
      },
      'en',
    ),
  )
  expect(chart).toContain('role="img"')
  expect(chart).toMatch(/aria-labelledby="a-title a-said"/)
  expect(chart).toContain('<desc id="a-said">What it says.</desc>')
  const [broken, whole] = [...chart.matchAll(/class="line" d="([^"]*)"/g)].map((found) => found[1]!)
  expect(broken!.match(/M/g)).toHaveLength(2)
  expect(whole!.match(/M/g)).toHaveLength(1)
  expect(chart.match(/<circle/g)).toHaveLength(3)
  expect(chart.match(/<rect class="mark"/g)).toHaveLength(4)
})
