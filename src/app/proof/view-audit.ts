import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Stretch } from '#domain/ledger/rows.ts'
import {
  type FundViews,
  StorageUnavailable,
  type SubjectRow,
  type ViewChanges,
} from '#domain/ports.ts'
import type { Entry, Village } from '#domain/village.ts'
import { type Found, type Rows, differing, isSameRow } from '#src/app/proof/audit-chain.ts'
import { type Touched, rowsOfEntries, subjectRow, touchedIn } from '#src/app/views.ts'

type EntryRows = Pick<ViewChanges, 'postings' | 'flags'>

/** View rows as key, content and the entry they came from. */
const keyed = ({ postings, flags }: EntryRows): Rows => [
  ...postings.map((row) => [`posting ${row.seq} ${row.line}`, row, row.seq] as const),
  ...flags.map((row) => [`flag ${row.seq} ${row.flag}`, row, row.seq] as const),
]

/** Whether rows are the same in the same order, as nearly all are: then none has to be found by its key. */
const areSame = (
  expected: EntryRows['postings'] | EntryRows['flags'],
  stored: EntryRows['postings'] | EntryRows['flags'],
): boolean =>
  expected.length === stored.length && expected.every((row, i) => isSameRow(row, stored[i]!))

const keyedSubjects = (subjects: readonly SubjectRow[]): Rows =>
  subjects.map((row) => [`${row.kind} ${row.key}`, row, null])

const dayOf = (on: string, isClosing: boolean): string => (isClosing ? `${on} closing` : on)

/** Balances must be the sums of the postings, day by day. No text is made for each: of days there are few, and of accounts. */
const balancesToCompare = () => {
  const sums = new Map<string, Map<string, Map<string, number>>>()
  const daysOf = (account: string, currency: string): Map<string, number> => {
    const currencies = sums.get(account) ?? new Map<string, Map<string, number>>()
    const days = currencies.get(currency) ?? new Map<string, number>()
    if (days.size === 0) sums.set(account, currencies.set(currency, days))
    return days
  }
  const add = (postings: EntryRows['postings']): void => {
    for (const { account, currency, on, amount, entryType } of postings) {
      const days = daysOf(account, currency)
      const day = dayOf(on, entryType === 'PeriodClosed')
      days.set(day, (days.get(day) ?? 0) + amount)
    }
  }
  /** Each that is stored is taken out again, so that none stands there twice and none is left. */
  const differ = (stored: Awaited<ReturnType<FundViews['balances']>>): boolean =>
    stored.some(({ account, currency, on, isClosing, amount }) => {
      const days = sums.get(account)?.get(currency)
      const day = dayOf(on, isClosing)
      return days?.get(day) !== amount || !days.delete(day)
    }) || [...sums.values()].some((one) => [...one.values()].some(({ size }) => size > 0))
  return { add, differ }
}

/** What was read of the journal in one go, and between which entries the views are compared with it. */
type Block = { readonly rows: readonly JournalRow[]; readonly entries: Stretch }

/**
 * Holds the views of a fund against what its entries give: rows of entries a block after the other, subjects and balances
 * at the end. `village` has taken in each block before it is looked at here.
 */
export const viewCheck = (
  views: FundViews,
  fundId: string,
  { village, found }: { readonly village: Village; readonly found: Found },
) => {
  const touched = new Map<string, Touched>()
  const balances = balancesToCompare()
  let isTold = true

  /** What the views should hold; undefined where an altered entry is too strange to tell. */
  const expectedOf = (entries: readonly Entry[]): EntryRows | undefined => {
    try {
      for (const [name, one] of touchedIn(village, entries)) touched.set(name, one)
      return rowsOfEntries(village, entries)
    } catch {
      found(undefined, 'journal', 'readable')
      return undefined
    }
  }

  const compare = async (expected: EntryRows, { rows, entries }: Block): Promise<void> => {
    const stored = {
      postings: await views.postings(fundId, { entries }),
      flags: await views.flags(fundId, entries),
    }
    const isSame =
      areSame(expected.postings, stored.postings) && areSame(expected.flags, stored.flags)
    for (const { field, seq } of isSame ? [] : differing(keyed(expected), keyed(stored)))
      found(rows.find((row) => row.seq === seq) ?? { seq: seq!, id: '' }, field, 'view')
    balances.add(expected.postings)
  }

  const compareSubjects = async (): Promise<void> => {
    const stored = await views.subjects(fundId)
    // Earlier versions wrote none; lists tell nothing of such a fund until its next entry.
    if (!stored.some(({ kind }) => kind === 'summary')) touched.delete('summary fund')
    const expected = [...touched.values()].map((one) => subjectRow(village, one))
    for (const { field } of differing(keyedSubjects(expected), keyedSubjects(stored)))
      found(undefined, field, 'view')
    if (balances.differ(await views.balances(fundId))) found(undefined, 'balance', 'view')
  }

  /** Damage can make a view row that nothing can compare: that is a problem too, never the audit's end. */
  const looked = async (look: () => Promise<void>): Promise<void> => {
    try {
      await look()
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error
      found(undefined, 'views', 'readable')
      isTold = false
    }
  }

  const take = async (entries: readonly Entry[], block: Block): Promise<void> => {
    const expected = isTold ? expectedOf(entries) : undefined
    if (expected) await looked(() => compare(expected, block))
    else isTold = false
  }
  return { take, end: async () => (isTold ? looked(compareSubjects) : undefined) }
}
