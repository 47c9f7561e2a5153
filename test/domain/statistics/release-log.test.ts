import { expect, test } from 'vitest'
import { type LoggedRelease, logFault, logged } from '#domain/statistics/release-log.ts'
import { type Release, releaseTables } from '#domain/statistics/releasing.ts'
import { sha256 as hash } from '#infra/system/system.ts'
import { lines, tableOf } from '#test/domain/statistics/drawn-tables.ts'

const released = (period: string, earlier: readonly Release[]): Release => {
  const asked = { kind: 'migration', period, earlier } as const
  const found = releaseTables([tableOf([lines('sex', 2)], [20, 31])], asked)
  if (found.outcome !== 'released') throw new Error(found.code)
  return found.release
}

const log = (): readonly LoggedRelease[] =>
  [
    ['2026-Q1', '2026-05-16'],
    ['2026-Q2', '2026-08-15'],
    ['2026-Q3', '2026-11-20'],
  ].reduce<readonly LoggedRelease[]>((before, [period, on]) => {
    const found = logged(before, released(period!, before), { on: on!, hash })
    if (found.outcome !== 'logged') throw new Error(found.code)
    return found.log
  }, [])

test('each release stands in the log with its day and the one before it', () => {
  const all = log()
  expect(all.map(({ period, on }) => `${period} ${on}`)).toEqual([
    '2026-Q1 2026-05-16',
    '2026-Q2 2026-08-15',
    '2026-Q3 2026-11-20',
  ])
  expect(all.map(({ before }) => before)).toEqual(['', all[0]!.hash, all[1]!.hash])
  expect(logFault(all, hash)).toBeUndefined()
  expect(logFault([], hash)).toBeUndefined()
})

test('a figure that was changed, a release left out, put in or given another day is named', () => {
  const all = log()
  const [first, second, third] = all as [LoggedRelease, LoggedRelease, LoggedRelease]
  const [table] = second.tables
  const forged = {
    ...second,
    tables: [{ ...table!, cells: table!.cells.map((cell) => ({ ...cell, people: 100 })) }],
  }
  expect(logFault([first, forged, third], hash)).toBe(forged)
  expect(logFault([first, third], hash)).toBe(third)
  expect(logFault([second, third], hash)).toBe(second)
  expect(logFault([first, first, second], hash)).toBe(first)
  const dated = { ...third, on: '2026-11-21' }
  expect(logFault([first, second, dated], hash)).toBe(dated)
  const renamed = { ...third, period: '2026-Q4' }
  expect(logFault([first, second, renamed], hash)).toBe(renamed)
})

test('nothing is released before its day, on a day before the last release, or on no day', () => {
  const all = log()
  const refused = (period: string, on: string) => {
    const found = logged(all, { ...released('2026-Q1', []), period }, { on, hash })
    return found.outcome === 'refused' ? found.code : found.outcome
  }
  expect(refused('2026-Q4', '2027-02-14')).toBe('release-too-early')
  expect(refused('2026-Q4', '2027-02-15')).toBe('logged')
  expect(refused('2026-Q3', '2026-11-19')).toBe('release-before-the-last')
  expect(refused('2026-Q3', '2026-11-20')).toBe('logged')
  expect(refused('2026-Q3', '2026-11-31')).toBe('day-unreadable')
})
