import type { Fund } from '#domain/fund/fund.ts'
import { wasHeld } from '#domain/fund/meeting/meetings.ts'
import type { FundBook } from '#domain/health/book.ts'
import { type BalanceRow, type FlagRow, type PostingRow, settled } from '#domain/ledger/rows.ts'
import type { FundViews, SubjectKind, SubjectRow } from '#domain/ports.ts'

/** What a book is read from: the views of a store, or those of a village as it was known once. */
export type BookViews = Pick<FundViews, 'subjects' | 'balances' | 'postings' | 'flags'>

/** A part of the village, read out of its row; `size` is how long that was. */
export type Told = {
  readonly kind: SubjectKind
  readonly key: string
  readonly value: unknown
  readonly size: number
}

/** What a book is put together from; subjects by kind, each kind in the order of its keys. */
export type BookParts = {
  readonly subjects: ReadonlyMap<SubjectKind, readonly Told[]>
  readonly balances: readonly BalanceRow[]
  readonly flags: readonly FlagRow[]
  /** Postings of the box, by entry and line. */
  readonly cash: readonly PostingRow[]
}

export const boxAccount = 'asset:cash-box'

/** Nobody who reads a book changes it: many read one. */
const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

export const told = ({ kind, key, data }: SubjectRow): Told => ({
  kind,
  key,
  value: frozen(JSON.parse(data) as unknown),
  size: data.length,
})

/** The parts of a fund's book as its views have them, all of them read. */
export const readParts = async (views: BookViews, fundId: string): Promise<BookParts> => {
  const rows = (await views.subjects(fundId)).map(told)
  return {
    subjects: Map.groupBy(rows, ({ kind }) => kind),
    flags: await views.flags(fundId),
    balances: await views.balances(fundId),
    cash: await views.postings(fundId, { accounts: [boxAccount] }),
  }
}

/** A fund's book; undefined when there is no such fund. */
export const bookFrom = (parts: BookParts): FundBook | undefined => {
  const of = <T>(kind: SubjectKind): readonly T[] =>
    (parts.subjects.get(kind) ?? []).map(({ value }) => value as T)
  const standing = <T extends { readonly isVoid?: true }>(kind: SubjectKind): readonly T[] =>
    of<T>(kind).filter(({ isVoid }) => !isVoid)
  const fund = of<Fund>('fund')[0]
  if (!fund) return undefined
  const days = of<FundBook['meetings'][number]>('meeting')
  return {
    fund,
    members: of('member'),
    // A loan whose beginning was taken back never was.
    loans: standing('loan'),
    requests: of('request'),
    meetings: days.filter(wasHeld),
    unmet: days.filter((one) => !wasHeld(one)),
    events: of('event'),
    hands: of('hand'),
    countChanges: of('count-change'),
    seasons: of('season'),
    windows: of('window'),
    supports: of('support'),
    disputes: of('dispute'),
    bankLines: of<FundBook['bankLines'][number]>('bank-line').filter(
      ({ isTakenBack }) => isTakenBack !== true,
    ),
    withdrawals: of('withdrawal'),
    borrowings: standing('borrowing'),
    shareOuts: of('share-out'),
    interests: of('savings-interest'),
    balances: parts.balances,
    flags: parts.flags,
    cashPostings: settled(parts.cash, parts.flags),
  }
}
