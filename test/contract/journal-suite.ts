import { expect, test } from 'vitest'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { ViewChanges } from '#domain/ports.ts'
import type { WithStore } from '#test/contract/store-suite.ts'
import {
  everythingOf,
  flagRow,
  idOf,
  noChanges,
  postingRow,
  sealedRows,
  subjectRow,
} from '#test/contract/village-life.ts'

const fund = 'fund-a'
const other = 'fund-b'
const drafts = (count: number, fundId = fund) => Array.from({ length: count }, () => ({ fundId }))

const appendFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  test(
    'an entry that was appended is read as it was written, and found by its id',
    withStore(async (store) => {
      const rows = sealedRows([{ fundId: fund }, { fundId: fund, reverses: idOf(1) }])
      expect(await store.append(fund, rows, noChanges)).toBe('appended')
      expect(await store.read(fund, 0, 10)).toStrictEqual(rows)
      expect(await store.find(fund, [idOf(2), idOf(9)])).toStrictEqual([rows[1]])
      expect(await store.find(fund, [])).toEqual([])
    }),
  )

  test(
    'a fund that nobody has has nothing, whatever its id',
    withStore(async (store) => {
      await store.append(fund, sealedRows(drafts(1)), noChanges)
      for (const stranger of ['', 'fund', "fund-a' or '1'='1", ...hostile]) {
        const nothing = { rows: [], subjects: [], balances: [], postings: [], flags: [], notes: [] }
        expect(await everythingOf(store, stranger)).toEqual(nothing)
        expect(await store.find(stranger, [idOf(1)])).toEqual([])
      }
      expect(await store.read(fund, 0, 10)).toHaveLength(1)
    }),
  )

  test(
    'a long book is read page by page in order, and no entry is missed or read twice',
    withStore(async (store) => {
      const rows = sealedRows(drafts(1_203))
      await store.append(fund, rows, noChanges)
      const pages: JournalRow[] = []
      for (let page = await store.read(fund, 0, 100); page.length > 0;) {
        expect(page.length).toBeLessThanOrEqual(100)
        pages.push(...page)
        page = await store.read(fund, page.at(-1)!.seq, 100)
      }
      expect(pages).toStrictEqual(rows)
      expect(await store.read(fund, 1_200, 100)).toStrictEqual(rows.slice(1_200))
      expect(await store.read(fund, 0, 1)).toStrictEqual(rows.slice(0, 1))
    }),
  )

  test(
    'entries are found in the order of the book, each once, however they are asked for',
    withStore(async (store) => {
      const rows = sealedRows(drafts(1_203))
      await store.append(fund, rows, noChanges)
      const ids = rows.map(({ id }) => id).toReversed()
      expect(await store.find(fund, [...ids, ...ids])).toStrictEqual(rows)
    }),
  )
}

const staleFacts = (withStore: WithStore): void => {
  test(
    'who comes second for a number, leaves a gap or brings a known id is stale and writes nothing',
    withStore(async (store) => {
      const [first, second, third] = sealedRows(drafts(3)) as [JournalRow, JournalRow, JournalRow]
      const changes = { ...noChanges, flags: [flagRow({ seq: 1 })] }
      expect(await store.append(fund, [second], changes)).toBe('stale')
      expect(await store.append(fund, [first], noChanges)).toBe('appended')
      expect(await store.append(fund, [{ ...first, id: idOf(7) }], changes)).toBe('stale')
      expect(await store.append(fund, [third], changes)).toBe('stale')
      expect(await store.append(fund, [{ ...second, id: first.id }], changes)).toBe('stale')
      expect(await store.append(fund, [second, { ...third, id: first.id }], changes)).toBe('stale')
      expect(await store.read(fund, 0, 10)).toStrictEqual([first])
      expect(await store.flags(fund)).toEqual([])
      expect(await store.append(fund, [second, third], noChanges)).toBe('appended')
    }),
  )

  test(
    'of two who append at the same moment one is stale and the other is whole',
    withStore(async (store) => {
      const [mine] = sealedRows([{ fundId: fund, id: idOf(1) }])
      const [theirs] = sealedRows([{ fundId: fund, id: idOf(2) }])
      const answers = await Promise.all([
        store.append(fund, [mine!], { ...noChanges, flags: [flagRow({ flag: 'overpaid' })] }),
        store.append(fund, [theirs!], { ...noChanges, flags: [flagRow({ flag: 'second-loan' })] }),
      ])
      expect(answers.toSorted()).toEqual(['appended', 'stale'])
      const winner = answers[0] === 'appended' ? mine : theirs
      expect(await store.read(fund, 0, 10)).toStrictEqual([winner])
      expect((await store.flags(fund)).map(({ flag }) => flag)).toEqual([
        winner === mine ? 'overpaid' : 'second-loan',
      ])
    }),
  )
}

const most = Number.MAX_SAFE_INTEGER

/** Batches of two rows of which something beside the first row cannot stand. */
const unsound: Readonly<
  Record<string, (rows: readonly JournalRow[]) => [JournalRow[], ViewChanges]>
> = {
  'a gap after the first row': ([a, b]) => [[a!, { ...b!, seq: b!.seq + 1 }], noChanges],
  'a number twice': ([a, b]) => [[a!, { ...b!, seq: a!.seq }], noChanges],
  'an id twice': ([a, b]) => [[a!, { ...b!, id: a!.id }], noChanges],
  'half a version': ([a, b]) => [[a!, { ...b!, v: 1.5 }], noChanges],
  'data that is no JSON': ([a, b]) => [[a!, { ...b!, data: '{"flags":' }], noChanges],
  'half a riel': ([a, b]) => [[a!, b!], { ...noChanges, postings: [postingRow({ amount: 0.5 })] }],
  'more riel than can be counted': ([a, b]) => [
    [a!, b!],
    { ...noChanges, postings: [postingRow({ amount: most + 1 })] },
  ],
  'a balance past what can be counted': ([a, b]) => [
    [a!, b!],
    { ...noChanges, postings: [postingRow({ amount: most }), postingRow({ line: 1, amount: 1 })] },
  ],
}

const wholeFacts = (withStore: WithStore): void => {
  test.each(Object.keys(unsound))(
    'with %s nothing of a batch is recorded, neither rows nor views, and the book goes on',
    (name) =>
      withStore(async (store) => {
        const before = {
          postings: [postingRow({})],
          flags: [flagRow({})],
          subjects: [subjectRow({})],
        }
        const first = sealedRows(drafts(1))
        await store.append(fund, first, before)
        const held = await everythingOf(store, fund)
        const next = sealedRows(drafts(2), first[0])
        const [rows, { postings }] = unsound[name]!(next)
        const changes = {
          postings: [
            postingRow({ seq: 2, line: 7 }),
            ...postings.map((row) => ({ ...row, seq: 3 })),
          ],
          flags: [flagRow({ seq: 2 })],
          subjects: [subjectRow({ data: '{"changed":true}' }), subjectRow({ key: 'member-2' })],
        }
        await expect(store.append(fund, rows, changes)).rejects.toThrow()
        expect(await everythingOf(store, fund)).toEqual(held)
        expect(await store.append(fund, next, noChanges)).toBe('appended')
      })(),
  )
}

const apartFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  test(
    'two funds do not see each other, not even with the same ids and numbers',
    withStore(async (store) => {
      expect(await store.fundIds()).toEqual([])
      const changes = {
        postings: [postingRow({})],
        flags: [flagRow({})],
        subjects: [subjectRow({})],
      }
      const theirs = { ...changes, postings: [postingRow({ amount: -7 })], flags: [] }
      await store.append(other, sealedRows(drafts(1, other)), theirs)
      const before = await everythingOf(store, other)
      await store.append(fund, sealedRows(drafts(2)), changes)
      await store.keep(fund, [{ subject: 'fund:', text: 'a village' }])
      await store.replace(fund, noChanges)
      expect(await everythingOf(store, other)).toEqual(before)
      expect(before.postings).toEqual([postingRow({ amount: -7 })])
      expect(await store.fundIds()).toEqual([fund, other])
      expect(await store.find(fund, [idOf(1)])).toStrictEqual(await store.read(fund, 0, 1))
    }),
  )

  test(
    'texts come back byte for byte: Khmer, emoji, quotes, backslashes, placeholders',
    withStore(async (store) => {
      const rows = sealedRows(
        hostile.map((text, i) => ({
          fundId: fund,
          id: `${i} ${text}`,
          type: text,
          recordedBy: text,
          device: text,
          data: JSON.stringify({ text }),
        })),
      )
      const subjects = hostile.map((text, i) => subjectRow({ key: `${i} ${text}`, data: text }))
      const flags = hostile.map((text, i) => flagRow({ seq: i + 1, flag: text, subject: text }))
      await store.append(fund, rows, { ...noChanges, subjects, flags })
      expect(await store.read(fund, 0, 10)).toStrictEqual(rows)
      expect(await store.subjects(fund)).toStrictEqual(subjects)
      expect(await store.flags(fund)).toStrictEqual(flags)
      expect(
        await store.find(
          fund,
          rows.map(({ id }) => id),
        ),
      ).toStrictEqual(rows)
    }),
  )
}

/** Journals of funds. */
export const journalFacts = (withStore: WithStore, hostile: readonly string[]): void => {
  appendFacts(withStore, hostile)
  staleFacts(withStore)
  wholeFacts(withStore)
  apartFacts(withStore, hostile)
}
