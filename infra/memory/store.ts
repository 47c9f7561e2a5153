import type { JournalRow } from '#domain/ledger/entry.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import type { FundViews, Journal, Notes, ViewChanges } from '#domain/ports.ts'

type Views = {
  readonly postings: ViewChanges['postings'][number][]
  readonly flags: ViewChanges['flags'][number][]
  readonly subjects: Map<string, ViewChanges['subjects'][number]>
  readonly balances: Map<string, BalanceRow>
}

const emptyViews = (): Views => ({
  postings: [],
  flags: [],
  subjects: new Map(),
  balances: new Map(),
})

/** The balances that postings change, as they stand with them; throws where one can no longer be counted. */
const balancesWith = (views: Views, postings: ViewChanges['postings']): Map<string, BalanceRow> => {
  const sums = new Map<string, BalanceRow>()
  for (const { account, currency, on, amount, entryType } of postings) {
    const isClosing = entryType === 'PeriodClosed'
    const key = `${account} ${currency} ${on} ${isClosing}`
    const before = (sums.get(key) ?? views.balances.get(key))?.amount ?? 0
    if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(before + amount))
      throw new Error('an amount is not whole')
    sums.set(key, { account, currency, on, isClosing, amount: before + amount })
  }
  return sums
}

/** All or nothing: whatever is unsound throws before anything is touched. */
const apply = (views: Views, changes: ViewChanges): void => {
  const balances = balancesWith(views, changes.postings)
  for (const [key, row] of balances) views.balances.set(key, row)
  views.postings.push(...changes.postings)
  views.flags.push(...changes.flags)
  for (const subject of changes.subjects)
    views.subjects.set(`${subject.kind} ${subject.key}`, subject)
}

/** What a schema would refuse: a gap, an id twice, a version that is not whole, data that is no JSON. */
const assertRowsSound = (rows: readonly JournalRow[], seqBefore: number): void => {
  if (new Set(rows.map(({ id }) => id)).size < rows.length) throw new Error('an id comes twice')
  for (const [i, { seq, v, data }] of rows.entries()) {
    if (seq !== seqBefore + 1 + i) throw new Error('the journal has no gaps')
    if (!Number.isSafeInteger(v)) throw new Error('a version is not whole')
    JSON.parse(data)
  }
}

const sortedBy = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

/** Journal, views and notes in memory: for tests, dry runs and the practice of reading the code. */
export const memoryStore = (): Journal & FundViews & Notes => {
  const funds = new Map<string, JournalRow[]>()
  const views = new Map<string, Views>()
  const notes = new Map<string, Map<string, string>>()
  const rowsOf = (fundId: string): JournalRow[] => funds.get(fundId) ?? []
  const viewsOf = (fundId: string): Views => views.get(fundId) ?? emptyViews()
  return {
    fundIds: async () => [...funds.keys()].toSorted(),
    read: async (fundId, afterSeq, limit) => rowsOf(fundId).slice(afterSeq, afterSeq + limit),
    find: async (fundId, ids) => {
      const wanted = new Set(ids)
      return rowsOf(fundId).filter(({ id }) => wanted.has(id))
    },
    append: async (fundId, rows, changes) => {
      const before = rowsOf(fundId)
      const ids = new Set(before.map(({ id }) => id))
      if (rows[0]?.seq !== before.length + 1 || rows.some(({ id }) => ids.has(id))) return 'stale'
      assertRowsSound(rows, before.length)
      const after = viewsOf(fundId)
      apply(after, changes)
      views.set(fundId, after)
      funds.set(fundId, [...before, ...rows])
      return 'appended'
    },
    subjects: async (fundId) =>
      sortedBy([...viewsOf(fundId).subjects.values()], (row) => `${row.kind} ${row.key}`),
    balances: async (fundId) =>
      sortedBy([...viewsOf(fundId).balances.entries()], ([key]) => key).map(([, row]) => row),
    postings: async (fundId, { through, accounts }) =>
      viewsOf(fundId).postings.filter(
        ({ on, account }) =>
          (through === undefined || on <= through) &&
          (accounts === undefined || accounts.includes(account)),
      ),
    flags: async (fundId) =>
      viewsOf(fundId).flags.toSorted((a, b) => a.seq - b.seq || (a.flag < b.flag ? -1 : 1)),
    viewFundIds: async () => [...views.keys()].toSorted(),
    replace: async (fundId, changes) => {
      const fresh = emptyViews()
      apply(fresh, changes)
      views.set(fundId, fresh)
    },
    keep: async (fundId, kept) => {
      const of = notes.get(fundId) ?? new Map<string, string>()
      for (const { subject, text } of kept) of.set(subject, text)
      notes.set(fundId, of)
    },
    of: async (fundId) => new Map(notes.get(fundId)),
  }
}
