import type { Stretch } from '#domain/ledger/rows.ts'
import { expect, test } from 'vitest'
import type { WithStore } from '#test/contract/store-suite.ts'
import {
  flagRow,
  noChanges,
  postingRow,
  sealedRows,
  subjectRow,
} from '#test/contract/village-life.ts'

const fund = 'fund-a'
const most = Number.MAX_SAFE_INTEGER
const [first, second, third] = sealedRows([{ fundId: fund }, { fundId: fund }, { fundId: fund }])

const postingsFacts = (withStore: WithStore): void => {
  test(
    'postings come in the order of the book, through a day and of some accounts where asked',
    withStore(async (store) => {
      const lines = [
        postingRow({ seq: 1, line: 0, on: '2026-01-20', amount: 300 }),
        postingRow({ seq: 1, line: 1, on: '2026-01-20', account: 'equity:reserve', amount: -300 }),
        postingRow({ seq: 2, line: 0, on: '2026-01-19', account: 'asset:loan:l-1', amount: 50 }),
        postingRow({ seq: 2, line: 1, on: '2026-01-19', amount: -50 }),
        postingRow({ seq: 2, line: 2, on: '2026-02-20', currency: 'USD', amount: 1 }),
      ]
      await store.append(fund, [first!], { ...noChanges, postings: lines.slice(0, 2) })
      await store.append(fund, [second!], { ...noChanges, postings: lines.slice(2) })
      expect(await store.postings(fund, {})).toStrictEqual(lines)
      expect(await store.postings(fund, { through: '2026-01-19' })).toEqual(lines.slice(2, 4))
      expect(await store.postings(fund, { accounts: ['asset:loan:l-1'] })).toEqual([lines[2]])
      const box = { through: '2026-01-20', accounts: ['asset:cash-box'] } as const
      expect(await store.postings(fund, box)).toEqual([lines[0], lines[3]])
      expect(await store.postings(fund, { accounts: [] })).toEqual([])
    }),
  )

  test(
    'an amount of the greatest size is kept to the riel, on either side',
    withStore(async (store) => {
      const lines = [most, -most, most - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 51 + 1].map((amount, i) =>
        postingRow({ line: i, account: `asset:loan:l-${i}`, amount }),
      )
      await store.append(fund, [first!], { ...noChanges, postings: lines })
      expect(await store.postings(fund, {})).toStrictEqual(lines)
      const balances = await store.balances(fund)
      expect(balances.map(({ amount }) => amount)).toEqual(lines.map(({ amount }) => amount))
    }),
  )

  test(
    'a batch of a thousand postings is one batch',
    withStore(async (store) => {
      const lines = Array.from({ length: 1_001 }, (_, line) =>
        postingRow({ line, account: `liability:savings:m-${line % 333}`, amount: line + 1 }),
      )
      await store.append(fund, [first!], { ...noChanges, postings: lines })
      expect(await store.postings(fund, {})).toStrictEqual(lines)
      const sum = (await store.balances(fund)).reduce((total, { amount }) => total + amount, 0)
      expect(sum).toBe((1_001 * 1_002) / 2)
    }),
  )
}

const balancesFacts = (withStore: WithStore): void => {
  test(
    'balances add up by account, currency and day, and what a period close posted stands apart',
    withStore(async (store) => {
      const close = { seq: 2, entryType: 'PeriodClosed', account: 'income:interest' } as const
      await store.append(fund, [first!], {
        ...noChanges,
        postings: [
          postingRow({ line: 0, amount: 300 }),
          postingRow({ line: 1, amount: -100 }),
          postingRow({ line: 2, account: 'income:interest', amount: -200 }),
          postingRow({ line: 3, on: '2026-01-19', currency: 'USD', amount: 5 }),
          postingRow({ line: 4, on: '2026-01-21', currency: 'KHR', amount: 9 }),
        ],
      })
      await store.append(fund, [second!, third!], {
        ...noChanges,
        postings: [
          postingRow({ ...close, line: 0, amount: 200 }),
          postingRow({ ...close, line: 1, account: 'equity:reserve', amount: -200 }),
          postingRow({ seq: 3, line: 0, amount: -200 }),
        ],
      })
      const kept = (await store.balances(fund)).map((row) =>
        [row.account, row.currency, row.on, row.isClosing, row.amount].join(' '),
      )
      expect(kept).toEqual([
        'asset:cash-box KHR 2026-01-20 false 0',
        'asset:cash-box KHR 2026-01-21 false 9',
        'asset:cash-box USD 2026-01-19 false 5',
        'equity:reserve KHR 2026-01-20 true -200',
        'income:interest KHR 2026-01-20 false -200',
        'income:interest KHR 2026-01-20 true 200',
      ])
    }),
  )

  test(
    'a balance that no longer can be counted is refused, and nothing of it stays',
    withStore(async (store) => {
      await store.append(fund, [first!], { ...noChanges, postings: [postingRow({ amount: most })] })
      const more = { ...noChanges, postings: [postingRow({ seq: 2, amount: 1 })] }
      await expect(store.append(fund, [second!], more)).rejects.toThrow()
      expect((await store.balances(fund)).map(({ amount }) => amount)).toEqual([most])
      expect(await store.postings(fund, {})).toHaveLength(1)
      expect(await store.read(fund, 0, 10)).toHaveLength(1)
    }),
  )
}

const subjectsFacts = (withStore: WithStore): void => {
  test(
    'flags come by number and name; a subject stands as it was written last',
    withStore(async (store) => {
      const flags = [
        flagRow({ seq: 1, flag: 'second-loan' }),
        flagRow({ seq: 1, flag: 'overpaid' }),
        flagRow({ seq: 2, flag: 'above-ceiling', subject: '' }),
      ]
      const subjects = [
        subjectRow({ kind: 'member', key: 'member-2', data: '{"shares":1}' }),
        subjectRow({ kind: 'loan', key: 'loan-1', data: '{"owed":5}' }),
        subjectRow({ kind: 'member', key: 'loan-1', data: '{"other":true}' }),
      ]
      await store.append(fund, [first!], { ...noChanges, flags: flags.slice(0, 2), subjects })
      const changed = [
        subjectRow({ kind: 'loan', key: 'loan-1', data: '{"owed":0}' }),
        subjectRow({ kind: 'fund', key: 'fund', data: '{}' }),
      ]
      const before = await store.flags(fund)
      await store.append(fund, [second!], {
        ...noChanges,
        flags: flags.slice(2),
        subjects: changed,
      })
      expect(before).toStrictEqual([flags[1], flags[0]])
      expect(await store.flags(fund)).toStrictEqual([flags[1], flags[0], flags[2]])
      expect(await store.subjects(fund)).toStrictEqual([
        changed[1],
        changed[0],
        subjects[2],
        subjects[0],
      ])
    }),
  )
}

const orderFacts = (withStore: WithStore): void => {
  test(
    'views that are made anew in whatever order come in the order of the book',
    withStore(async (store) => {
      await store.append(fund, [first!], noChanges)
      await store.append(fund, [second!], noChanges)
      const of = (seq: number) => ({ postings: [postingRow({ seq })], flags: [flagRow({ seq })] })
      const [one, two] = [of(1), of(2)]
      await store.replace(fund, {
        ...noChanges,
        postings: [...two.postings, ...one.postings],
        flags: [...two.flags, ...one.flags],
      })
      expect(await store.postings(fund, {})).toStrictEqual([...one.postings, ...two.postings])
      expect(await store.changesSince(fund, 1, 2)).toStrictEqual({ ...noChanges, ...two })
    }),
  )
}

const followedFacts = (withStore: WithStore): void => {
  test(
    'views tell how far they have come, and what has changed after an entry',
    withStore(async (store) => {
      expect(await store.viewsHead(fund)).toBeUndefined()
      const [one, two] = [subjectRow({}), subjectRow({ key: 'member-2' })]
      await store.append(fund, [first!], {
        ...noChanges,
        postings: [postingRow({})],
        subjects: [one, two],
      })
      expect(await store.viewsHead(fund)).toEqual({ seq: 1, hash: first!.hash, edition: 0 })
      const changed = { ...two, data: '{"changed":true}' }
      const news = {
        postings: [postingRow({ seq: 3 })],
        flags: [flagRow({ seq: 3 })],
        subjects: [changed],
      }
      await store.append(fund, [second!], noChanges)
      await store.append(fund, [third!], news)
      expect(await store.viewsHead(fund)).toEqual({ seq: 3, hash: third!.hash, edition: 0 })
      expect(await store.changesSince(fund, 1, 3)).toStrictEqual(news)
      expect(await store.changesSince(fund, 2, 3)).toStrictEqual(news)
      // Of subjects there is only what they are now; money and flags are those of the entries asked for.
      expect(await store.changesSince(fund, 1, 2)).toStrictEqual({
        ...noChanges,
        subjects: [changed],
      })
      expect(await store.changesSince(fund, 3, 3)).toStrictEqual(noChanges)
      expect((await store.changesSince(fund, 0, 1)).subjects).toStrictEqual([one, changed])
      expect(await store.viewsHead('fund-b')).toBeUndefined()
    }),
  )

  test(
    'views that are made anew are another edition, each time and without a subject too',
    withStore(async (store) => {
      const subjects = [subjectRow({})]
      await store.append(fund, [first!], { ...noChanges, subjects })
      const editionNow = async () => (await store.viewsHead(fund))!.edition
      const editions = [await editionNow()]
      for (const fresh of [subjects, subjects, [], subjects]) {
        await store.replace(fund, { ...noChanges, subjects: fresh })
        expect(editions.at(-1)).not.toBe(await editionNow())
        editions.push(await editionNow())
      }
      const other = subjectRow({ key: 'member-2' })
      await store.append(fund, [second!], { ...noChanges, subjects: [other] })
      expect(await editionNow()).toBe(editions.at(-1))
      expect((await store.changesSince(fund, 1, 2)).subjects).toStrictEqual([other])
    }),
  )
}

const stretchFacts = (withStore: WithStore): void => {
  test(
    'rows of the views are told of some entries alone',
    withStore(async (store) => {
      await store.append(fund, [first!], { ...noChanges, postings: [postingRow({})] })
      await store.append(fund, [second!], noChanges)
      const news = { postings: [postingRow({ seq: 3 })], flags: [flagRow({ seq: 3 })] }
      await store.append(fund, [third!], { ...noChanges, ...news })
      const seqsOf = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq)
      const moved = async (entries: Stretch) => seqsOf(await store.postings(fund, { entries }))
      expect(await moved({})).toEqual([1, 3])
      expect(await moved({ through: 2 })).toEqual([1])
      expect(await moved({ after: 1 })).toEqual([3])
      expect(await moved({ after: 1, through: 2 })).toEqual([])
      expect(seqsOf(await store.flags(fund, { after: 2 }))).toEqual([3])
      expect(seqsOf(await store.flags(fund, { through: 2 }))).toEqual([])
    }),
  )
}

const replacedFacts = (withStore: WithStore): void => {
  test(
    'views that are written anew hold only what was handed in; the book itself stays',
    withStore(async (store) => {
      const old = {
        postings: [postingRow({}), postingRow({ line: 1, account: 'asset:bank' })],
        flags: [flagRow({})],
        subjects: [subjectRow({}), subjectRow({ key: 'member-2' })],
      }
      await store.append(fund, [first!, second!], old)
      const fresh = {
        postings: [postingRow({ seq: 2, amount: 7 }), postingRow({ seq: 2, line: 1, amount: -7 })],
        flags: [flagRow({ seq: 2 })],
        subjects: [subjectRow({ data: '{"fresh":true}' })],
      }
      await store.replace(fund, fresh)
      expect(await store.postings(fund, {})).toStrictEqual(fresh.postings)
      expect(await store.flags(fund)).toStrictEqual(fresh.flags)
      expect(await store.subjects(fund)).toStrictEqual(fresh.subjects)
      expect((await store.balances(fund)).map(({ amount }) => amount)).toEqual([0])
      expect(await store.read(fund, 0, 10)).toStrictEqual([first, second])
      const halves = { ...fresh, postings: [postingRow({ amount: 0.5 })] }
      await expect(store.replace(fund, halves)).rejects.toThrow()
      expect(await store.postings(fund, {})).toStrictEqual(fresh.postings)
      await store.replace(fund, noChanges)
      expect(await store.subjects(fund)).toEqual([])
    }),
  )
}

/** The tables for questions. */
export const viewsFacts = (withStore: WithStore): void => {
  postingsFacts(withStore)
  orderFacts(withStore)
  followedFacts(withStore)
  stretchFacts(withStore)
  balancesFacts(withStore)
  subjectsFacts(withStore)
  replacedFacts(withStore)
}
