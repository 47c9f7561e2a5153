import { expect, test } from 'vitest'
import { referralKinds } from '#domain/cases/operations/referrals.ts'
import { type ReferredPerson, referralTables } from '#domain/statistics/referral-tables.ts'
import { isSafe, releaseTables } from '#domain/statistics/releasing.ts'
import { keyOf } from '#domain/statistics/tables.ts'

/** So many people of each of three workers, sent to the police and to legal aid or not. */
const sent = (
  count: number,
  asked: ReferredPerson['asked'],
  workers: readonly string[] = ['a', 'b', 'c'],
): readonly ReferredPerson[] =>
  Array.from({ length: count }, (_, i) => ({ from: [workers[i % workers.length]!], asked }))

const toldOf = (people: readonly ReferredPerson[]) => {
  const tables = referralTables(people, referralKinds)
  const answer = releaseTables(tables, { kind: 'referrals', period: '2026-Q1', earlier: [] })
  if (answer.outcome === 'refused') throw new Error(`${answer.code} ${answer.at}`)
  expect(isSafe(answer.release, tables, [])).toBe(true)
  const cells = answer.release.tables.flatMap((table) => table.cells)
  return new Map(cells.map(({ at, people: told }) => [keyOf(at), told]))
}

test('of enough people it is told how many were sent to whom, and who was not answered', () => {
  const told = toldOf([
    ...sent(30, { 'police-desk': 'unanswered' }),
    ...sent(24, { 'police-desk': 'answered', 'legal-aid': 'answered' }),
    ...sent(36, {}),
  ])
  expect(told.get('')).toBe(90)
  expect(told.get('police-desk=sent')).toBe(55)
  expect(told.get('police-desk=unanswered')).toBe(30)
  expect(told.get('police-desk=answered')).toBe(25)
})

test('ten people who were sent somewhere are not told, nor found from those who were not', () => {
  const told = toldOf([...sent(10, { shelter: 'unanswered' }), ...sent(60, {})])
  expect(told.get('shelter=sent')).toBeNull()
  expect(told.get('shelter=not-sent')).toBeNull()
  expect(told.get('')).toBe(70)
})

test('a kind to which nobody was sent looks like one to which a few were', () => {
  const others = sent(70, { health: 'answered' })
  const few = toldOf([...others, ...sent(3, { health: 'answered', tracing: 'unanswered' })])
  const none = toldOf([...others, ...sent(3, { health: 'answered' })])
  for (const line of ['sent', 'answered', 'unanswered', 'not-sent'])
    expect([line, few.get(`tracing=${line}`)]).toEqual([line, none.get(`tracing=${line}`)])
})

test('a worker who takes her own people away is left with eleven at least, or with nothing', () => {
  const most = [...sent(20, { shelter: 'answered' }, ['a']), ...sent(60, {})]
  expect(
    toldOf([...most, ...sent(6, { shelter: 'answered' }, ['b'])]).get('shelter=sent'),
  ).toBeNull()
  expect(toldOf([...most, ...sent(12, { shelter: 'answered' }, ['b'])]).get('shelter=sent')).toBe(
    30,
  )
})

test('people whom two workers have counted are taken away by either of them', () => {
  const shared = Array.from({ length: 14 }, (): ReferredPerson => ({
    from: ['a', 'b'],
    asked: { shelter: 'answered' },
  }))
  const told = toldOf([...shared, ...sent(6, { shelter: 'answered' }, ['a']), ...sent(60, {})])
  // Of twenty the second worker knows fourteen and the first all.
  expect(told.get('shelter=sent')).toBeNull()
})
