import { expect, test } from 'vitest'
import { daysAfter } from '#domain/kernel/dates.ts'
import { lateFrom } from '#domain/loans/late-from.ts'
import type { FundSummary } from '#domain/health/summary.ts'
import { auditAll } from '#src/app/proof/audit.ts'
import { rebuildViews } from '#src/app/rebuild.ts'
import { bookOf } from '#src/app/queries.ts'
import { sha256 } from '#infra/system/system.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { agedFund } from '#test/bench/old-fund.ts'
import { bookFrom, paperBookFolder } from '#test/support/books-in.ts'
import { toldBy, toldByBook } from '#test/support/summary-law.ts'

const storedIn = async (store: ReturnType<typeof memoryStore>, fundId: string) =>
  JSON.parse((await store.subject(fundId, 'summary', 'fund'))!.data) as FundSummary

const days = [0, 1, 2, 9, 20, 29, 30, 31, 32, 45, 61, 90, 120, 200, 400, 800]

test('what lists tell of a fund is what its book comes to, on its last day and on any later one', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const kept = store as ReturnType<typeof memoryStore>
  const summary = await storedIn(kept, fundId)
  const book = (await bookOf(kept, fundId))!
  expect(summary.owed).toBeGreaterThan(0)
  for (const more of days) {
    const day = daysAfter(summary.on, more)
    expect(toldBy(summary, day), day).toEqual(toldByBook(book, day))
  }
  expect(lateOn(summary, 400)).not.toBe(lateOn(summary, 0))
})

const lateOn = (summary: FundSummary, more: number) =>
  toldBy(summary, daysAfter(summary.on, more)).par30

test('it follows every entry, and is the same when it is made anew', async () => {
  const store = memoryStore()
  const { needs, fundId, next } = await agedFund(store, 2_300)
  for (let turn = 0; turn < 5; turn += 1)
    await needs.record(fundId, [next()], { actor: 'test', device: 'test' })
  const before = await store.subject(fundId, 'summary', 'fund')
  const { seq } = await storedIn(store, fundId)
  expect(seq).toBe((await store.viewsHead(fundId))!.seq)
  const book = (await bookOf(store, fundId))!
  const summary = await storedIn(store, fundId)
  expect(toldBy(summary, summary.on)).toEqual(toldByBook(book, summary.on))
  await rebuildViews(store, fundId)
  expect(await store.subject(fundId, 'summary', 'fund')).toEqual(before)
})

test('the audit finds a summary that somebody changed, and takes none of an older version for a fault', async () => {
  const { store, fundId } = await bookFrom(paperBookFolder)
  const kept = store as ReturnType<typeof memoryStore>
  const subjects = await kept.subjects(fundId)
  const written = async (rows: typeof subjects) => {
    const looked = { ...kept, subjects: async () => rows }
    return (await auditAll(looked, sha256)).problems
  }
  expect(await written(subjects)).toEqual([])
  expect(await written(subjects.filter(({ kind }) => kind !== 'summary'))).toEqual([])
  const altered = subjects.map((row) =>
    row.kind === 'summary' ? { ...row, data: row.data.replace('"members":', '"members":1') } : row,
  )
  expect(await written(altered)).toMatchObject([{ field: 'summary', check: 'view' }])
})

test('a loan is more than thirty days late when so many days have gone by that no window covers', () => {
  expect(lateFrom('2026-01-10', [], 30)).toBe('2026-02-10')
  expect(lateFrom('2026-01-10', [], 0)).toBe('2026-01-11')
  const flood = { from: '2026-01-20', to: '2026-02-18' }
  expect(lateFrom('2026-01-10', [flood], 30)).toBe('2026-03-12')
  expect(lateFrom('2026-01-10', [{ from: '2026-01-20', to: '9999-12-31' }], 30)).toBeUndefined()
  expect(lateFrom('2026-01-10', [{ from: '2026-01-20', to: '9999-12-31' }], 0)).toBe('2026-01-11')
})
