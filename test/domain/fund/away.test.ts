import { expect, test } from 'vitest'
import { isAwayCountDue } from '#domain/fund/meeting/away.ts'
import {
  type AwayFigures,
  awayFault,
  awayLines,
  awayTables,
  sumOfTable,
} from '#domain/fund/meeting/away-figures.ts'
import { type StoryCommand, answerTo, founded, villageAfter } from '#test/support/village.ts'

const counted = (effectiveOn: string, hash = 'a'.repeat(64)): StoryCommand => ({
  type: 'RecordAwayCount',
  effectiveOn,
  hash,
})

test('the journal says that who is away was counted, by a mark, and says nothing of how many', () => {
  const answer = answerTo(villageAfter([founded()]), counted('2025-02-20'))
  expect(answer).toEqual({
    outcome: 'recorded',
    body: { type: 'AwayCountRecorded', v: 1, hash: 'a'.repeat(64), flags: [], postings: [] },
  })
})

test('what is no mark is named', () => {
  const answer = answerTo(villageAfter([founded()]), counted('2025-02-20', 'three women'))
  expect(answer).toEqual({ outcome: 'invalid', code: 'hash-not-a-hash', at: '/hash' })
})

test('counts stand in the order of their days, whichever was written down first', () => {
  const kept = (told: readonly StoryCommand[]) =>
    villageAfter([founded(), ...told]).fund!.awayCounts!.map(({ on }) => on)
  expect(kept([counted('2025-08-20'), counted('2025-02-20')])).toEqual(['2025-02-20', '2025-08-20'])
  expect(kept([counted('2025-02-20'), counted('2025-08-20')])).toEqual(['2025-02-20', '2025-08-20'])
})

test('twice a year: a count is due six months after the last, and after the founding where there is none', () => {
  const { fund: young } = villageAfter([founded({ on: '2025-01-31' })])
  expect(isAwayCountDue(young!, '2025-07-30')).toBe(false)
  expect(isAwayCountDue(young!, '2025-07-31')).toBe(true)
  const { fund } = villageAfter([founded(), counted('2025-08-31')])
  expect(isAwayCountDue(fund!, '2025-08-30')).toBe(true)
  expect(isAwayCountDue(fund!, '2025-08-31')).toBe(false)
  expect(isAwayCountDue(fund!, '2026-02-27')).toBe(false)
  expect(isAwayCountDue(fund!, '2026-02-28')).toBe(true)
})

/** So many people, all of them in the first line of each table. */
const figuresOf = (total: number, more: object = {}): AwayFigures =>
  ({
    total,
    ...Object.fromEntries(
      Object.entries(awayTables).map(([table, lines]) => [
        table,
        Object.fromEntries(lines.map((line, i) => [line, i === 0 ? total : 0])),
      ]),
    ),
    ...more,
  }) as AwayFigures

test.each([
  [0, undefined],
  [1, undefined],
  [99_999, undefined],
  [100_000, { code: 'count-not-whole', at: '/total' }],
  [-1, { code: 'count-not-whole', at: '/total' }],
  [0.5, { code: 'count-not-whole', at: '/total' }],
])('%s people who are away can be counted, or it is said why not', (total, fault) => {
  expect(awayFault(figuresOf(total))).toEqual(fault)
})

test.each([
  [{ sex: { f: 3, m: 2 } }, undefined],
  [{ sex: { f: 3, m: 1 } }, { code: 'table-not-total', at: '/sex' }],
  [{ sex: { f: 3, m: 3 } }, { code: 'table-not-total', at: '/sex' }],
  [{ sex: { f: 6, m: -1 } }, { code: 'count-not-whole', at: '/sex/m' }],
  [{ sex: { f: 2.5, m: 2.5 } }, { code: 'count-not-whole', at: '/sex/f' }],
  [{ place: { inside: 4, outside: 0 } }, { code: 'table-not-total', at: '/place' }],
])('of five people a table %o holds, or it is named', (table, fault) => {
  expect(awayFault(figuresOf(5, table))).toEqual(fault)
})

test('a table is told in the order of its form, with its sum', () => {
  const figures = figuresOf(5, { sex: { m: 2, f: 3 } })
  expect(awayLines(figures, 'sex')).toEqual([
    ['f', 3],
    ['m', 2],
  ])
  expect(sumOfTable(figures, 'sex')).toBe(5)
})
