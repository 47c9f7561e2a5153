import { expect, test } from 'vitest'
import { type PortfolioLine, peersOf, totalsOf } from '#domain/health/villages.ts'
import type { VisitReason } from '#domain/health/visit.ts'
import { type PortfolioShown, portfolioPage } from '#src/pages/network/portfolio-page.ts'
import { letterAsked, narrowedBy, portfolioWith } from '#src/pages/network/portfolio-parts.ts'
import { pageText } from '#test/pages/page-text.ts'
import {
  judgedBook as judged,
  listedVillage as village,
  lookedAtOn as today,
} from '#test/support/listed-villages.ts'

/* What an auditor reads of all her villages, as the page says it of villages that are put before it. */

const frame = { language: 'en', isPractice: true } as const

const page = (lines: readonly PortfolioLine[], more: Partial<PortfolioShown> = {}): string => {
  const shown = {
    lines,
    found: lines.length,
    part: { rows: lines, part: 1, parts: 1 },
    firstPlace: 1,
    narrowed: {},
    isSearched: false,
    networkId: 'a-network',
    today,
    totals: totalsOf(lines),
    peers: peersOf(lines),
    letters: 0,
    ...more,
  }
  return String(portfolioPage(frame, shown))
}
const text = (...asked: Parameters<typeof page>): string => pageText(page(...asked))

test('an auditor whom no village lets in is told what is missing, and of no figure', () => {
  const none = text([])
  expect(none).toContain('No village lets you read its book yet')
  expect(none).not.toContain('0 villages')
  expect(none).not.toContain('All together')
  const some = text([village(1)])
  expect(some).toContain('1 village, on 21 January 2026')
  expect(some).not.toContain('No village lets you')
})

test('it is said how many books were not read today, and nothing of it where all were', () => {
  const [read, old, unread] = [
    village(1, {}, judged()),
    village(2, {}, judged({ on: '2026-01-20' })),
    village(3),
  ]
  const some = text([read, old, unread])
  expect(some).toContain('The whole books of 1 of 3 villages have been read today')
  expect(some).toContain('as of 20 January 2026')
  expect(some).not.toContain('as of 21 January 2026')
  expect(text([read])).not.toContain('have been read today')
  expect(text([read])).not.toContain('as of')
  expect(text([unread])).toContain('not read yet')
  expect(text([unread])).not.toContain('as of')
})

test('a village says how much it wants a visit with a sign of its own, its last meeting, and what part of its loans is late', () => {
  const signs: readonly VisitReason[] = [
    { kind: 'rule', rule: 'par30', points: 2 },
    { kind: 'late', days: 30, points: 2 },
  ]
  const bad = [village(1, { par30: [['2026-01-01', 250_000]] }, judged({ reasons: signs }))]
  expect(text(bad)).toContain('▲ Need of a visit: 4 points')
  expect(text(bad)).toContain('1 more reason, and figures')
  expect(text(bad)).toContain('At risk (PAR30) 25.00 %')
  expect(text(bad)).toContain('Last meeting 20 January 2026')
  const calm = [village(2, {}, judged())]
  expect(text(calm)).toContain('✓ Nothing asks for a visit')
  const { lastMeeting: _, ...summary } = village(3).summary
  const silent = text([{ ...village(3), summary }])
  expect(silent).toContain('No meeting yet')
  expect(silent).not.toContain('Last meeting')
})

test('a fund that has lent nothing has no part of it late', () => {
  expect(text([village(1, { owed: 0, loans: 0 })])).toContain('At risk (PAR30) 0.00 %')
})

test('what is under relief is told of books that were read, and where none was that nobody knows it', () => {
  expect(text([village(1)])).toContain('Under relief not read yet')
  expect(text([village(1, {}, judged({ underRelief: 100_000 }))])).toContain('Under relief 10.00 %')
  // Where nothing is lent nothing is under relief, whoever has read it.
  expect(text([village(1, { owed: 0 })])).toContain('Under relief 0.00 %')
})

test('a list of several parts leads on and back, and counts its villages on from part to part', () => {
  const twelve = Array.from({ length: 12 }, (_, n) => village(n + 1))
  const of = (part: number, rows: readonly PortfolioLine[], firstPlace: number): string =>
    page(twelve, { part: { rows, part, parts: 3 }, firstPlace, narrowed: { letter: 'unread' } })
  const ways = (html: string): readonly string[] =>
    [...html.matchAll(/href="([^"]*)">(?:More villages|The first villages)</g)].map(([, to]) => to!)
  const [first, second, last] = [
    of(1, twelve.slice(0, 5), 1),
    of(2, twelve.slice(5, 10), 6),
    of(3, twelve.slice(10), 11),
  ]
  expect(ways(first)).toEqual(['/portfolio?letter=unread&amp;part=2'])
  expect(ways(second)).toEqual(['/portfolio?letter=unread', '/portfolio?letter=unread&amp;part=3'])
  expect(ways(last)).toEqual(['/portfolio?letter=unread'])
  for (const [html, place] of [
    [first, 1],
    [second, 6],
    [last, 11],
  ] as const)
    expect(html).toContain(`<ol class="villages" start="${place}">`)
})

test('a list that was narrowed says so and leads to all; one that holds none says that none is left', () => {
  const lines = [village(1), village(2)]
  const all = text(lines)
  expect(all).not.toContain('Only some of the villages are shown')
  expect(all).not.toContain('No village is left')
  const narrowed = page(lines, { narrowed: { letter: 'A' }, found: 1 })
  expect(pageText(narrowed)).toMatch(
    /Only some of the villages are shown\. 1 village\. +2 villages/,
  )
  const none = { part: { rows: [], part: 1, parts: 1 }, found: 0 }
  expect(text(lines, { ...none, narrowed: { letter: 'A' } })).toContain('No village is left')
  const searched = text(lines, { ...none, isSearched: true })
  expect(searched).toContain('No fund is called that')
  expect(searched).not.toContain('No village is left')
})

test('ways to narrow name those that lead to a village, with how many, and mark where one stands', () => {
  const lines = [
    village(1, {}, judged()),
    village(2, {}, judged()),
    village(3),
    village(4, { villageCode: '99000001' }),
  ]
  const html = page(lines, { narrowed: { letter: 'B' }, found: 2 })
  const tiles = [
    ...html.matchAll(/<a href="(\/portfolio\?[^"]*)"([^>]*)><span>(.*?)<\/span>\s*<b>(\d+)<\/b>/gs),
  ].map(([, to, here, name, count]) => [
    pageText(name!).trim(),
    Number(count),
    to!.replaceAll('&amp;', '&'),
    here!.includes('aria-current'),
  ])
  expect(tiles.slice(0, 2)).toEqual([
    ['Grade B', 2, '/portfolio?letter=B', true],
    ['not read yet', 2, '/portfolio?letter=unread', false],
  ])
  expect(tiles.slice(2).map(([, count, to]) => [count, to])).toEqual([
    [3, '/portfolio?letter=B&district=0102'],
    [1, '/portfolio?letter=B&district=9900'],
  ])
  expect(tiles[2]![0]).toContain('Banteay Meanchey')
  expect(tiles[3]![0]).toBe('District 9900')
  // A number that no district of a province has is told with its province.
  expect(text([village(1, { villageCode: '01990001' })])).toMatch(/Banteay Meanchey, district 0199/)
})

test('letters that wait are told by their number, that they are being counted, and not where none waits', () => {
  const lines = [village(1)]
  expect(page(lines, { letters: 0 })).not.toContain('href="/network/box"')
  expect(text(lines, { letters: 3 })).toContain('3 letters wait for an answer')
  expect(text(lines, { letters: undefined })).toContain('Letters (being counted)')
})

test('what is usual is compared where ten books were read, and is no fold before', () => {
  const of = (count: number): string =>
    text(Array.from({ length: count }, (_, n) => village(n + 1, {}, judged())))
  expect(of(9)).not.toContain('What is usual')
  expect(of(10)).toContain('What is usual')
})

test('an address names what a list is narrowed to, and nothing where it is not', () => {
  expect(portfolioWith({})).toBe('/portfolio')
  expect(portfolioWith({}, 2)).toBe('/portfolio?part=2')
  expect(portfolioWith({ letter: 'A' })).toBe('/portfolio?letter=A')
  const none = { district: undefined, letter: undefined, about: undefined, why: undefined }
  expect(narrowedBy(none)).toEqual({})
  expect(Object.keys(narrowedBy({ ...none, why: 'silence' }))).toEqual(['why'])
  expect(['A', 'D', 'unread', 'E', undefined].map(letterAsked)).toEqual([
    'A',
    'D',
    'unread',
    undefined,
    undefined,
  ])
})
