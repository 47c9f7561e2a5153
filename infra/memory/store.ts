import type { Particulars } from '#domain/fund/people/particulars.ts'
import type { MessageRows } from '#domain/fund/messages.ts'
import type { SupportFiles } from '#domain/grants/files.ts'
import type { NetworkLists } from '#domain/fund/listed.ts'
import { auditKind, besideRights, potKinds, registerKinds } from '#domain/operations/subject.ts'
import type { BalanceRow, Stretch } from '#domain/ledger/rows.ts'
import {
  type ActivityLog,
  type Budgets,
  type Cards,
  type FundViews,
  type Journal,
  type NetworkJournal,
  type NetworkSubjectRow,
  type NetworkViews,
  type Notes,
  type People,
  type ViewChanges,
} from '#domain/ports.ts'
import { journals } from '#infra/memory/journal.ts'
import { messageRows } from '#infra/memory/messages.ts'
import { particulars } from '#infra/memory/particulars.ts'
import { cards, people } from '#infra/memory/people.ts'
import { supportFiles } from '#infra/memory/support-files.ts'
import { type LogInMemory, activityLog, budgets } from '#infra/memory/watch.ts'

type Views = {
  readonly postings: ViewChanges['postings'][number][]
  readonly flags: ViewChanges['flags'][number][]
  readonly subjects: Map<string, ViewChanges['subjects'][number]>
  /** By which entry each of them was changed last. */
  readonly changedBy: Map<string, number>
  readonly balances: Map<string, BalanceRow>
  readonly edition: number
}

const emptyViews = (): Views => ({
  postings: [],
  flags: [],
  subjects: new Map(),
  changedBy: new Map(),
  balances: new Map(),
  edition: 0,
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

const isIn = (seq: number, { after = -Infinity, through = Infinity }: Stretch = {}): boolean =>
  seq > after && seq <= through

/** All or nothing: whatever is unsound throws before anything is touched. */
const apply = (views: Views, changes: ViewChanges, seq: number): void => {
  const balances = balancesWith(views, changes.postings)
  for (const [key, row] of balances) views.balances.set(key, row)
  views.postings.push(...changes.postings)
  views.flags.push(...changes.flags)
  for (const subject of changes.subjects) {
    const name = `${subject.kind} ${subject.key}`
    views.subjects.set(name, subject)
    views.changedBy.set(name, seq)
  }
}

/** What stands by names, in their order. */
const inOrder = <T>(named: Iterable<readonly [name: string, row: T]>): T[] =>
  [...named].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)

const subjectsOf = ({ subjects }: Views): ViewChanges['subjects'] => inOrder(subjects)

/** Those of later entries. Whoever asks has most of them: what came last stands at the end. */
const later = <T extends { readonly seq: number }>(rows: readonly T[], after: number): T[] => {
  let from = rows.length
  while (from > 0 && rows[from - 1]!.seq > after) from -= 1
  return rows.slice(from)
}

const changesOf = (views: Views, after: number, through: number): ViewChanges => {
  const isKnown = ({ seq }: { readonly seq: number }): boolean => seq <= through
  const changed = [...views.changedBy].filter(([, seq]) => seq > after)
  return {
    postings: later(views.postings, after).filter(isKnown),
    flags: later(views.flags, after).filter(isKnown),
    subjects: inOrder(changed.map(([name]) => [name, views.subjects.get(name)!] as const)),
  }
}

const funds = (log: LogInMemory): Journal & FundViews => {
  const views = new Map<string, Views>()
  const viewsOf = (fundId: string): Views => views.get(fundId) ?? emptyViews()
  const journal = journals((fundId, changes, seq) => {
    const after = viewsOf(fundId)
    apply(after, changes, seq)
    views.set(fundId, after)
  }, log)
  return {
    ...journal,
    subjects: async (fundId) => subjectsOf(viewsOf(fundId)),
    subject: async (fundId, kind, key) => viewsOf(fundId).subjects.get(`${kind} ${key}`),
    subjectsBy: async (fundId, keys) =>
      keys.flatMap(({ kind, key }) => viewsOf(fundId).subjects.get(`${kind} ${key}`) ?? []),
    balances: async (fundId) => inOrder(viewsOf(fundId).balances),
    postings: async (fundId, { through, accounts, entries }) =>
      viewsOf(fundId).postings.filter(
        ({ on, account, seq }) =>
          isIn(seq, entries) &&
          (through === undefined || on <= through) &&
          (accounts === undefined || accounts.includes(account)),
      ),
    flags: async (fundId, of) =>
      viewsOf(fundId)
        .flags.filter(({ seq }) => isIn(seq, of))
        .toSorted((a, b) => a.seq - b.seq || (a.flag < b.flag ? -1 : 1)),
    viewsHead: async (fundId) => {
      const last = journal.last(fundId)
      return last && { seq: last.seq, hash: last.hash, edition: viewsOf(fundId).edition }
    },
    changesSince: async (fundId, after, through) => changesOf(viewsOf(fundId), after, through),
    viewFundIds: async () => [...views.keys()].toSorted(),
    replace: async (fundId, changes) => {
      const fresh = { ...emptyViews(), edition: viewsOf(fundId).edition - 1 }
      const bySeq = <T extends { readonly seq: number }>(rows: readonly T[]): T[] =>
        rows.toSorted((a, b) => a.seq - b.seq)
      const { postings, flags, subjects } = changes
      apply(fresh, { postings: bySeq(postings), flags: bySeq(flags), subjects }, 0)
      views.set(fundId, fresh)
    },
  }
}

/** Rows of a network of some kinds, in the order of their names. */
const networkRows = (
  { subjects }: Views,
  isAsked: (row: NetworkSubjectRow) => boolean,
): readonly NetworkSubjectRow[] =>
  inOrder(
    [...subjects].filter(([, row]) => isAsked(row as NetworkSubjectRow)),
  ) as NetworkSubjectRow[]
const isOfPot = (kind: string): boolean => potKinds.some((one) => one === kind)

type OfNetworks = Omit<NetworkViews, keyof NetworkLists>

const networks = (log: LogInMemory): OfNetworks & { readonly networks: NetworkJournal } => {
  const views = new Map<string, Views>()
  const viewsOf = (networkId: string): Views => views.get(networkId) ?? emptyViews()
  const journal = journals((networkId, changes, seq) => {
    if (changes.postings.length + changes.flags.length > 0)
      throw new Error('a network has no such views')
    const after = viewsOf(networkId)
    apply(after, changes, seq)
    views.set(networkId, after)
  }, log)
  return {
    networks: journal,
    networkHead: async (networkId) => {
      const last = journal.last(networkId)
      return last && { seq: last.seq, hash: last.hash }
    },
    networkSubjects: async (networkId) =>
      networkRows(viewsOf(networkId), ({ kind }) => !besideRights.includes(kind)),
    potSubjects: async (networkId) => networkRows(viewsOf(networkId), ({ kind }) => isOfPot(kind)),
    auditSubjects: async (networkId, fundId) =>
      networkRows(
        viewsOf(networkId),
        ({ kind, key }) =>
          kind === auditKind && (fundId === undefined || key.startsWith(`${fundId} `)),
      ),
    registerSubjects: async (networkId) =>
      networkRows(viewsOf(networkId), ({ kind }) => registerKinds.some((one) => one === kind)),
    replaceNetwork: async (networkId, subjects) => {
      const fresh = emptyViews()
      apply(fresh, { postings: [], flags: [], subjects }, 0)
      views.set(networkId, fresh)
    },
  }
}

const notesOf = (): Notes => {
  const notes = new Map<string, Map<string, string>>()
  return {
    keep: async (fundId, kept) => {
      const of = notes.get(fundId) ?? new Map<string, string>()
      for (const { subject, text } of kept) of.set(subject, text)
      notes.set(fundId, of)
    },
    of: async (fundId) => new Map(notes.get(fundId)),
    noteOf: async (fundId, subject) => notes.get(fundId)?.get(subject),
  }
}

/** What lists of a network's funds are made from. */
const listed = (books: Journal & FundViews & Notes & OfNetworks): NetworkLists => ({
  networkFunds: async (networkId) => {
    const joined = (await books.networkSubjects(networkId)).filter(({ kind }) => kind === 'fund')
    return Promise.all(
      joined.map(async ({ key: fundId, data }) => ({
        fundId,
        data,
        name: await books.noteOf(fundId, 'fund'),
        summary: (await books.subject(fundId, 'summary', 'fund'))?.data,
      })),
    )
  },
  hashesAt: async (places) => {
    const found = new Map<string, string>()
    for (const { fundId, seq } of places) {
      const [row] = seq > 0 ? await books.read(fundId, seq - 1, 1) : []
      if (row) found.set(fundId, row.hash)
    }
    return found
  },
})

export type MemoryStore = Journal &
  FundViews &
  Notes &
  NetworkViews &
  People &
  Cards &
  Particulars &
  SupportFiles &
  MessageRows &
  Budgets &
  ActivityLog & { readonly networks: NetworkJournal }

/** All that a store keeps, in memory: for tests, dry runs and the practice of reading the code. */
export const memoryStore = (): MemoryStore => {
  const { assertNew, add, ...log } = activityLog()
  const inLog = { ...log, assertNew, add }
  const books = { ...funds(inLog), ...notesOf(), ...networks(inLog) }
  return {
    ...books,
    ...listed(books),
    ...people(books),
    ...cards(),
    ...particulars(),
    ...supportFiles(),
    ...messageRows(),
    ...budgets(),
    ...log,
  }
}
