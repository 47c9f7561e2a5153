import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  coresOf,
  costHosts,
  costOnHost,
  dollars,
  measured,
  memberYear,
  prices,
  sizeIn,
  workOf,
} from '#src/pages/cost/arithmetic.ts'
import { page, withTables } from '#test/support/cost-tables.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

const text = readFileSync(page, 'utf8')

test('one fund of sixty members, by hand: 1,980 entries, 21 seconds and 4 megabytes a year', () => {
  const work = workOf({ funds: 1, members: 60 })
  expect(work.entries).toBe(60 * 33)
  expect(work.requests).toBe(60 * 105)
  // 60 × (33 × 1,414 + 60 × 4,488 + 12 × 3,296) µs
  expect(work.cpuSeconds).toBeCloseTo(21.3296, 3)
  // 60 × (33 × 971 + 105 × 300) bytes
  expect(work.megabytes).toBeCloseTo(3.813, 3)
})

test('each host by hand', () => {
  const one = { funds: 1, members: 60 }
  // 65 over five years, and 2.7 W for 8,766 hours at 0.18 a kWh
  expect(costOnHost('board', one).each).toBeCloseTo(13 + 4.26, 2)
  expect(costOnHost('server', one).each).toBe(72)
  expect(costOnHost('server', { funds: 1_000, members: 60 }).each).toBe(0.072)
  expect(costOnHost('database', one).each).toBe(216)
  expect(costOnHost('workers', one).all).toBe(60)
  // 1,000 funds: 7,087,500 calls of objects a month, 6,087,500 of them at 0.15 a million
  expect(costOnHost('workers', { funds: 1_000, members: 60 }).all).toBeCloseTo(60 + 10.96, 2)
})

test('more funds never cost less together, nor one fund more, as long as one core serves them', () => {
  for (const host of costHosts)
    for (const [few, many] of [
      [1, 10],
      [10, 100],
      [100, 1_000],
      [1_000, 10_000],
    ] as const) {
      const [a, b] = [few, many].map((funds) => costOnHost(host, { funds, members: 60 }))
      expect(b!.all, host).toBeGreaterThanOrEqual(a!.all)
      expect(b!.each, host).toBeLessThanOrEqual(a!.each + 1e-9)
    }
  expect(coresOf({ funds: 9_600, members: 60 })).toBe(1)
  expect(coresOf({ funds: 9_700, members: 60 })).toBe(2)
})

test('the paper has the tables as they come out, each measured figure and each price', () => {
  expect(withTables(text)).toBe(text)
  for (const figure of [
    `${measured.entryMicroseconds} µs`,
    measured.officerPageMicroseconds.toLocaleString('en-US'),
    measured.ownPageMicroseconds.toLocaleString('en-US'),
    `${measured.entryBytes} bytes`,
    `${memberYear.entries} entries`,
    `$${prices.board.price}`,
    `$${prices.board.kilowattHour}`,
    `${prices.board.watts} W`,
    `$${prices.server.month} a month`,
    `$${prices.database.month} a month`,
    `$${prices.workers.month} a month`,
    `$${prices.workers.objectRequestMillion} a million`,
  ])
    expect(text, figure).toContain(figure)
})

test('the measured figures are those of the benchmarks and of the page on scale', () => {
  const benchmarks = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8')
  const scale = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8')
  expect(benchmarks).toContain(`| a deposit, recorded | ${measured.entryMicroseconds} `)
  expect(benchmarks).toContain(`| first page of a committee | ${measured.officerPageMicroseconds} `)
  expect(benchmarks).toContain(`| own page of a household | ${measured.ownPageMicroseconds} `)
  expect(benchmarks).toContain(`${measured.workersDepositMilliseconds} `)
  expect(scale).toContain(`${measured.entryBytes} bytes an entry`)
  expect(scale).toContain(`**${memberYear.entries} entries**`)
})

test('anybody counts it on the page, in both languages and digits; odd numbers are told and not shown', async () => {
  const village = await practice()
  const read = async (query: string): Promise<string> => {
    const answer = await village.ask(`/help/cost?${query}`)
    expect(answer.status).toBe(200)
    return pageText(await answer.text())
  }
  const size = { funds: 250, members: 40 }
  const english = await read('lang=en&funds=250&members=40')
  for (const host of costHosts) expect(english).toContain(dollars(costOnHost(host, size).each))
  expect(await read(`lang=km&funds=${encodeURIComponent('២៥០')}&members=40`)).toContain(
    dollars(costOnHost('workers', size).all),
  )
  for (const odd of ['0', '-1', '1e4', '10001', '<b>', ''])
    expect(await read(`lang=en&funds=${encodeURIComponent(odd)}`)).toContain('Write whole numbers')
  expect(sizeIn('10000', '1000')).toEqual({ funds: 10_000, members: 1_000 })
  expect(sizeIn('1', '1001')).toBeUndefined()
})
