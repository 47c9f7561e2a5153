import { expect, test } from 'vitest'
import { isSafe, releaseTables } from '#domain/statistics/releasing.ts'
import { awayTablesOf } from '#domain/statistics/away-tables.ts'
import { type FixedTable, keyOf } from '#domain/statistics/tables.ts'
import { nineVillages, times } from '#test/support/counted-villages.ts'

/** Two places of three villages each: who of them has how many of two sorts. */
const tableOf = (
  counts: readonly (readonly [place: string, sort: string, villages: readonly number[]])[],
): FixedTable => ({
  id: 'sorts',
  dimensions: [
    { id: 'place', isPlace: true, categories: [{ id: 'p' }, { id: 'q' }] },
    { id: 'sort', categories: [{ id: 'a' }, { id: 'b' }] },
  ],
  counts: counts.map(([place, sort, villages]) => ({
    at: { place, sort },
    people: villages.reduce((sum, one) => sum + one, 0),
    from: Object.fromEntries(villages.map((people, i) => [`${place}${i}`, people])),
  })),
})

const toldOf = (table: FixedTable) => {
  const answer = releaseTables([table], { kind: 'migration', period: '2026-H1', earlier: [] })
  if (answer.outcome === 'refused') throw new Error(answer.code)
  expect(isSafe(answer.release, [table], [])).toBe(true)
  return new Map(answer.release.tables[0]!.cells.map(({ at, people }) => [keyOf(at), people]))
}

test('where a village takes its own from a place of three, no fewer than ten are left or nothing is told', () => {
  const others = [
    ['p', 'b', [40, 40, 40]],
    ['q', 'a', [40, 40, 40]],
    ['q', 'b', [40, 40, 40]],
  ] as const
  // Of 30 one village has 24: it would learn of six in the other two.
  expect(toldOf(tableOf([['p', 'a', [24, 3, 3]], ...others])).get('place=p sort=a')).toBeNull()
  expect(toldOf(tableOf([['p', 'a', [10, 10, 10]], ...others])).get('place=p sort=a')).toBe(30)
  // Nine are left, and then ten.
  expect(toldOf(tableOf([['p', 'a', [24, 5, 4]], ...others])).get('place=p sort=a')).toBeNull()
  expect(toldOf(tableOf([['p', 'a', [24, 5, 5]], ...others])).get('place=p sort=a')).toBe(35)
})

test('nor is what is hidden for it found from the whole and the other parts', () => {
  const told = toldOf(
    tableOf([
      ['p', 'a', [24, 3, 3]],
      ['p', 'b', [40, 40, 40]],
      ['q', 'a', [40, 40, 40]],
      ['q', 'b', [40, 40, 40]],
    ]),
  )
  const isTold = (key: string): boolean => told.get(key) !== null
  expect(isTold('place=p') && isTold('place=p sort=b')).toBe(false)
  expect(isTold('sort=a') && isTold('place=q sort=a')).toBe(false)
})

test('a village ten times as large as its neighbours does not learn of them from what the network tells', () => {
  const lies = { province: '17', district: '1702' }
  const large = [times(10), times(1), times(1)].map((figures) => ({ ...lies, figures }))
  const { migration } = awayTablesOf([...large, ...nineVillages.slice(3)])
  const place = migration.find(({ id }) => id === 'place')!
  for (const { from, people } of place.counts)
    expect(Object.values(from!).reduce((sum, one) => sum + one, 0)).toBe(people)
  // Malaysia from there: 80 of the large one and 16 of the others; Korea 30 and six.
  const told = toldOf(place)
  expect(told.get('corridor=KR place=1702')).toBeNull()
  expect(told.get('place=1702')).not.toBeNull()
})
