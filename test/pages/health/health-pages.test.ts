import { trendOf } from '#src/app/health/trend.ts'
import { expect, test } from 'vitest'
import { bySexOf } from '#domain/health/by-sex.ts'
import { financeSplitOf } from '#domain/health/finance-split.ts'
import { healthOf } from '#domain/health/health.ts'
import { type MoreHealth, moreHealthOf } from '#domain/health/more-health.ts'
import type { Grade } from '#domain/health/grade.ts'
import { findingCodes, finding } from '#domain/health/finding.ts'
import { concentrationOf } from '#src/app/health/concentration.ts'
import { boxCheckOf } from '#src/app/box-check.ts'
import {
  type FigureKey,
  figureDetail,
  figureKeys,
  partKeys,
  valueOf,
} from '#src/app/health/figure-rows.ts'
import { figurePage } from '#src/pages/health/figure.ts'
import { firstFigures, groups } from '#src/pages/health/figures.ts'
import { inRanges } from '#src/pages/health/parts.ts'
import { type Report, reportPage, wrongDayPage } from '#src/pages/health/report.ts'
import { languages } from '#src/words/catalogue.ts'
import { figureWords, healthWords, partWords } from '#src/words/words.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { pageText } from '#test/pages/page-text.ts'
import { admitted, founded, fundBookOf, storyOf } from '#test/support/village.ts'

const place = {
  language: 'en',
  isPractice: true,
  fundId: 'a-fund',
  fundName: 'Village 1',
  askedFor: undefined,
} as const

const { book } = await bookFrom(paperBookFolder)
const asOf = '2025-12-31'
const health = healthOf(book, asOf)
const more: MoreHealth = moreHealthOf(book, health)

const report = (over: Partial<Report> = {}): Report => ({
  asOf,
  currency: 'KHR',
  period: { from: '2025-01-01', to: asOf, holdsOpening: true },
  values: Object.fromEntries(
    figureKeys.map((key) => [key, valueOf(key, { health, more })]),
  ) as Record<FigureKey, number | null>,
  grade: more.grade,
  box: boxCheckOf(book, asOf),
  shares: concentrationOf(book, [], asOf),
  findings: [],
  tasks: { 'give-back': 0, convert: 0 },
  loanIds: new Map(),
  trend: trendOf(book, asOf),
  bySex: { figures: bySexOf(book, { from: '2025-01-01', to: asOf }), isKeptBack: false },
  split: financeSplitOf(book, { from: '2025-01-01', to: asOf }),
  ...over,
})

test('every figure stands once in the report: eight first, the others in four folds', async () => {
  const others = Object.values(groups).flat()
  expect([...firstFigures, ...others].toSorted()).toEqual([...figureKeys].toSorted())
  expect(firstFigures).toHaveLength(8)
  const page = String(await reportPage(report(), place))
  // How the grade is made is a fold too.
  expect(page.match(/<details class="fold">/g)).toHaveLength(5)
  expect(pageText(page)).toContain(`The other ${others.length} figures`)
})

test('warnings stand beside the grade, before any figure, and the grade says what it leaves out', async () => {
  const findings = [
    finding('cash-above-box-limit', asOf, { kind: 'meeting', number: asOf }, { seq: 7 }),
    finding('cash-book-differs', asOf, { kind: 'meeting', number: asOf }, { seq: 8 }),
  ]
  const page = String(await reportPage(report({ findings }), place))
  const order = [
    'class="letter"',
    'class="warnings"',
    'class="first-figures"',
    'class="other-figures"',
  ]
  expect(order.map((part) => page.indexOf(part))).toEqual(
    order.map((part) => page.indexOf(part)).toSorted((a, b) => a - b),
  )
  const text = pageText(page)
  // What is wrong in the cash book costs a point; money left in the box does not.
  expect(text).toContain('1 warning sign is not in the grade')
  expect(text).toContain('at no other warning sign')
  expect(page).toContain('href="/funds/a-fund/entries/7"')
})

test('a grade tells which rule cost how much, what was found, and the next step', async () => {
  const grade: Grade = {
    letter: 'C',
    pointsLost: 5,
    lost: [
      { rule: 'par30', points: 2, found: 12.5, next: 'x', mended: 'B' },
      { rule: 'book-integrity', points: 1, found: 3, next: 'x', mended: 'C' },
    ],
  }
  const page = String(await reportPage(report({ grade }), place))
  const text = pageText(page)
  expect(text).toContain('5 points lost')
  expect(text).toMatch(/Portfolio at risk \(PAR30\) ?: found: 12.50 %, ▲ costs 2 points/)
  expect(text).toContain('Next step: Visit the borrowers')
  expect(text).toContain('Once this is mended the grade is B.')
  // The rules are printed as they are counted.
  expect(text).toContain('above 10.00 %: costs 2 points; from 5.00 %: costs 1 point')
  expect(text).toContain('A loses at most 1 point, B at most 3, C at most 5, D more.')
  expect(text).toMatch(/Cash book faults ?: found: 3, ▲ costs 1 point/)
  expect(page).toContain('href="/funds/a-fund/health/par30_percent"')
})

test('every finding that there is has words for its subject and its sums', async () => {
  const kinds = ['loan', 'member', 'meeting', 'window', 'event', 'fund'] as const
  const findings = findingCodes.map((code, i) =>
    finding(
      code,
      '2025-06-20',
      { kind: kinds[i % 6]!, number: kinds[i % 6] === 'meeting' ? '2025-06-20' : `N${i}` },
      { seq: i, expected: 100, found: 50, column: 'savingsIn' },
    ),
  )
  for (const language of languages) {
    const page = String(await reportPage(report({ findings }), { ...place, language }))
    expect(page).not.toMatch(/undefined|\[object/)
    for (const { seq } of findings) expect(pageText(page)).toMatch(new RegExp(`\\b${seq}\\b`))
  }
})

test('of a sign that is seen often the newest places stand in the report, and a way to all of them', async () => {
  const findings = Array.from({ length: 22 }, (_, i) =>
    finding('loan-above-ceiling', asOf, {
      kind: 'loan',
      number: `N${String(i + 1).padStart(2, '0')}`,
    }),
  )
  const text = pageText(String(await reportPage(report({ findings }), place)))
  const shown = findings.map(({ subject }) => text.includes(subject.number))
  expect(shown).toEqual(findings.map((_, i) => i >= 2))
  expect(text).toContain('All 22')
  const few = pageText(String(await reportPage(report({ findings: findings.slice(0, 20) }), place)))
  expect(few).toContain('N01')
  expect(few).not.toContain('All 20')
})

test('box and book are compared, and a difference is said by sign, word and sum', async () => {
  const box = { on: '2025-12-20', booked: 100_000, found: 90_000, isByNote: true }
  const differs = pageText(String(await reportPage(report({ box }), place)))
  expect(differs).toContain('The box held 90,000\u202f៛')
  expect(differs).toContain('Difference \u221210,000\u202f៛')
  expect(differs).toContain('▲ Box and book differ.')
  const fits = pageText(
    String(await reportPage(report({ box: { ...box, found: 100_000 } }), place)),
  )
  expect(fits).toContain('✓ Box and book agree.')
  const none = pageText(String(await reportPage(report({ box: undefined }), place)))
  expect(none).toContain('The box has not been counted yet.')
})

test('a fund that has just begun has no base for its shares, and says so', async () => {
  const young = fundBookOf(storyOf([founded(), admitted('m1')]))
  const youngHealth = healthOf(young, '2025-01-01')
  const facts = { book: young, health: youngHealth, more: moreHealthOf(young, youngHealth) }
  const detail = figureDetail('par30_percent', { ...facts, postings: [] })
  const shown = { detail, asOf: '2025-01-01', currency: 'KHR', loanIds: new Map() } as const
  const text = pageText(String(await figurePage(shown, place)))
  expect(text).toContain('no figure')
  expect(text).toContain('There is nothing to divide by')
  expect(text).toContain('Nothing: the sum is zero.')
  expect(boxCheckOf(young, '2025-01-01')).toBeUndefined()
})

test('numbers of entries that follow each other are written as from and to', () => {
  expect(inRanges([3])).toBe('3')
  expect(inRanges([3, 4, 5, 9, 11, 12])).toBe('3–5, 9, 11–12')
  expect(inRanges([])).toBe('')
})

test('a mean that ends in a half is shown with its half', async () => {
  const detail = {
    key: 'portfolio_yield_percent',
    unit: 'percent',
    value: 1,
    numerator: { part: 'interest', unit: 'money', rows: [], total: 1, isHalved: false },
    denominator: { part: 'mean-portfolio', unit: 'money', rows: [], total: 201, isHalved: true },
  } as const
  const shown = { detail, asOf, currency: 'KHR', loanIds: new Map() } as const
  expect(pageText(String(await figurePage(shown, place)))).toContain('100\u202f៛ ½')
})

test('the field of a wrong day is marked and comes with words, in both languages', async () => {
  for (const language of languages) {
    const words = healthWords.in(language)
    const page = String(await wrongDayPage({ kind: 'wrong' }, { ...place, language }))
    expect(page).toContain('aria-invalid="true"')
    expect(pageText(page)).toContain(words.dayWrong)
  }
})

test('every figure and every part has words of its own', () => {
  for (const language of languages) {
    const names = figureKeys.map((key) => figureWords.in(language)[key])
    const parts = partKeys.map((key) => partWords.in(language)[key])
    expect(new Set(names).size).toBe(figureKeys.length)
    expect(new Set(parts).size).toBe(partKeys.length)
  }
})
