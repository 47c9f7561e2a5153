import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'
import { activityRow } from '#test/contract/people-life.ts'
import { noChanges, sealedRows } from '#test/contract/village-life.ts'

const fund = 'fund-a'

const pageFacts = (withStore: WithStore): void => {
  test(
    'the log is read backwards in time, page by page, and no line is missed or read twice',
    withStore(async (store) => {
      const rows = Array.from({ length: 503 }, (_, i) => activityRow(i + 1))
      await store.noteActivity(rows.slice(300))
      await store.noteActivity(rows.slice(0, 300))
      await store.noteActivity([])
      const read = await store.activities(fund, { limit: 100 })
      expect(read).toStrictEqual(rows.toReversed().slice(0, 100))
      for (;;) {
        const before = read.at(-1)!.activityId
        const page = await store.activities(fund, { before, limit: 100 })
        expect(page.length).toBeLessThanOrEqual(100)
        if (page.length === 0) break
        ;(read as (typeof rows)[number][]).push(...page)
      }
      expect(read).toStrictEqual(rows.toReversed())
    }),
  )

  test(
    'one subject is read by itself, the whole by its empty subject, and a fund by itself',
    withStore(async (store) => {
      const rows = [
        activityRow(1),
        activityRow(2, { subject: '' }),
        activityRow(3, { subject: 'member:member-2', outcome: 'refused' }),
        activityRow(4),
      ]
      const elsewhere = activityRow(1, { scope: 'network-a' })
      await store.noteActivity([...rows, elsewhere])
      const [first, whole, second, last] = rows
      const ofSubject = (subject: string, before?: string) =>
        store.activities(fund, { subject, limit: 9, ...(before === undefined ? {} : { before }) })
      expect(await ofSubject('member:member-1')).toStrictEqual([last, first])
      expect(await ofSubject('member:member-1', last!.activityId)).toStrictEqual([first])
      expect(await ofSubject('member:member-2')).toStrictEqual([second])
      expect(await ofSubject('')).toStrictEqual([whole])
      expect(await ofSubject('member:')).toEqual([])
      expect(await store.activities('network-a', { limit: 9 })).toStrictEqual([elsewhere])
      expect(await store.activities('fund-b', { limit: 9 })).toEqual([])
    }),
  )
}

const aboutFacts = (withStore: WithStore): void => {
  test(
    'lines about any of many subjects are the newest of all, each once, page by page',
    withStore(async (store) => {
      const loans = Array.from({ length: 21 }, (_, i) => `loan:l${i}`)
      const subjects = ['member:member-1', ...loans]
      const rows = Array.from({ length: 66 }, (_, i) =>
        activityRow(i + 1, {
          subject: subjects[i % subjects.length]!,
          ...(i % 5 === 0 && { outcome: 'read' as const }),
        }),
      )
      const others = [activityRow(70, { subject: 'loan:l22' }), activityRow(71, { subject: '' })]
      const elsewhere = activityRow(72, { scope: 'network-a', subject: 'loan:l1' })
      await store.noteActivity([...rows, ...others, elsewhere])
      const newest = rows.toReversed()
      const about = { subjects, limit: 100 }
      expect(await store.activitiesAbout(fund, about)).toStrictEqual(newest)
      const some = { subjects, limit: 7 }
      expect(await store.activitiesAbout(fund, some)).toStrictEqual(newest.slice(0, 7))
      const before = newest[6]!.activityId
      expect(await store.activitiesAbout(fund, { ...some, before })).toStrictEqual(
        newest.slice(7, 14),
      )
      const done = { ...about, before, doneOf: [rows[0]!.action, 'another'] }
      expect(await store.activitiesAbout(fund, done)).toStrictEqual(
        newest.slice(7).filter(({ outcome }) => outcome === 'done'),
      )
      expect(await store.activitiesAbout(fund, { ...about, subjects: [] })).toEqual([])
    }),
  )
}

const ownFacts = (withStore: WithStore): void => {
  test(
    'what a member does about herself is read by herself, and left out for everybody else, page by page',
    withStore(async (store) => {
      const rows = [
        activityRow(1),
        activityRow(2, { subject: 'own:member-1', outcome: 'read' }),
        activityRow(3, { subject: 'own:member-1:entry:e1', outcome: 'done' }),
        activityRow(4, { subject: 'own:member-10', outcome: 'tried' }),
        activityRow(5, { subject: 'own;', outcome: 'refused' }),
        // As a version of before wrote it.
        activityRow(6, { action: 'dispute-own' }),
        activityRow(7, { subject: '' }),
      ]
      await store.noteActivity(rows)
      const [first, looked, done, , other, , whole] = rows
      const own = { ownOf: 'member-1', limit: 9 }
      expect(await store.activities(fund, own)).toStrictEqual([done, looked])
      const before = done!.activityId
      expect(await store.activities(fund, { ...own, before })).toStrictEqual([looked])
      const acts = { doneOf: [done!.action], limit: 9 }
      expect((await store.activities(fund, acts)).map(({ outcome }) => outcome)).toEqual(
        rows
          .filter(({ outcome, action }) => outcome === 'done' && action === done!.action)
          .map(() => 'done'),
      )
      const others = { isWithoutOwn: true, limit: 2 }
      expect(await store.activities(fund, others)).toStrictEqual([whole, other])
      const rest = { ...others, before: other!.activityId }
      expect(await store.activities(fund, rest)).toStrictEqual([first])
      expect(await store.activities(fund, { limit: 9 })).toStrictEqual(rows.toReversed())
    }),
  )
}

const lineFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  test(
    'a line that stands is never written over, and nothing is written that came with it',
    withStore(async (store) => {
      await store.noteActivity([activityRow(1)])
      const again = activityRow(1, { actor: 'user-2' })
      await expect(store.noteActivity([activityRow(2), again])).rejects.toThrow()
      await expect(store.noteActivity([activityRow(3), activityRow(3)])).rejects.toThrow()
      expect(await store.activities(fund, { limit: 9 })).toStrictEqual([activityRow(1)])
    }),
  )

  test(
    'lines in any script come back byte for byte',
    withStore(async (store) => {
      const rows = hostile.map((text, i) =>
        activityRow(9 - i, { actor: text, device: text, action: text, subject: text }),
      )
      await store.noteActivity(rows)
      expect(await store.activities(fund, { limit: 9 })).toStrictEqual(rows)
      for (const row of rows) {
        const { subject } = row
        expect(await store.activities(fund, { subject, limit: 9 })).toStrictEqual([row])
      }
    }),
  )
}

const togetherFacts = (withStore: WithStore): void => {
  test(
    'lines stand with the entries that they tell of, or neither does',
    withStore(async (store) => {
      const [first, second] = sealedRows([{ fundId: fund }, { fundId: fund }])
      const lines = () => store.activities(fund, { limit: 9 })
      const count = async () => (await store.read(fund, 0, 9)).length
      expect(await store.append(fund, [first!], noChanges, [activityRow(1)])).toBe('appended')
      expect(await store.append(fund, [first!], noChanges, [activityRow(2)])).toBe('stale')
      expect(await lines()).toStrictEqual([activityRow(1)])
      await expect(
        store.append(fund, [second!], noChanges, [activityRow(2), activityRow(1)]),
      ).rejects.toThrow()
      expect([await count(), (await lines()).length]).toEqual([1, 1])
      expect(await store.append(fund, [], noChanges, [activityRow(2)])).toBe('appended')
      expect(await store.append(fund, [second!], noChanges, [activityRow(3)])).toBe('appended')
      expect([await count(), await lines()]).toStrictEqual([
        2,
        [activityRow(3), activityRow(2), activityRow(1)],
      ])
    }),
  )

  test(
    'the journal of a network has its lines in the same way',
    withStore(async ({ networks, activities }) => {
      const scope = 'network-a'
      const rows = sealedRows([{ fundId: scope }])
      await networks.append(scope, rows, noChanges, [activityRow(1, { scope })])
      await networks.append(scope, [], noChanges, [activityRow(2, { scope })])
      expect(await networks.read(scope, 0, 9)).toHaveLength(1)
      expect((await activities(scope, { limit: 9 })).map((line) => line.activityId)).toStrictEqual(
        [2, 1].map((n) => activityRow(n).activityId),
      )
    }),
  )
}

/** The log of who did what. */
export const activityFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  pageFacts(withStore)
  aboutFacts(withStore)
  ownFacts(withStore)
  lineFacts(withStore, hostile)
  togetherFacts(withStore)
}
