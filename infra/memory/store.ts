import type { JournalRow } from '#domain/ledger/entry.ts'
import type { BalanceRow } from '#domain/ledger/rows.ts'
import type { FundViews, Journal, Notes, ViewChanges } from '#domain/ports.ts'

type Views = {
  readonly postings: ViewChanges['postings'][number][]
  readonly flags: ViewChanges['flags'][number][]
  readonly subjects: Map<string, ViewChanges['subjects'][number]>
}

const emptyViews = (): Views => ({ postings: [], flags: [], subjects: new Map() })

const apply = (views: Views, changes: ViewChanges): void => {
  views.postings.push(...changes.postings)
  views.flags.push(...changes.flags)
  for (const subject of changes.subjects) views.subjects.set(`${subject.kind} ${subject.key}`, subject)
}

const sortedBy = <T>(rows: readonly T[], key: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))

const balancesOf = (views: Views): BalanceRow[] => {
  const sums = new Map<string, BalanceRow>()
  for (const { account, currency, on, amount, entryType } of views.postings) {
    const isClosing = entryType === 'PeriodClosed'
    const key = `${account} ${currency} ${on} ${isClosing}`
    const sum = (sums.get(key)?.amount ?? 0) + amount
    sums.set(key, { account, currency, on, isClosing, amount: sum })
  }
  return sortedBy([...sums.entries()], ([key]) => key).map(([, row]) => row)
}

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
      funds.set(fundId, [...before, ...rows])
      const after = viewsOf(fundId)
      apply(after, changes)
      views.set(fundId, after)
      return 'appended'
    },
    subjects: async (fundId) => sortedBy([...viewsOf(fundId).subjects.values()], (row) => `${row.kind} ${row.key}`),
    balances: async (fundId) => balancesOf(viewsOf(fundId)),
    postings: async (fundId, { through, accounts }) =>
      viewsOf(fundId).postings.filter(
        ({ on, account }) => (through === undefined || on <= through) && (accounts === undefined || accounts.includes(account)),
      ),
    flags: async (fundId) => viewsOf(fundId).flags,
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
