import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { wasHeld } from '#domain/fund/meeting/meetings.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import { lasting } from '#domain/kernel/kept.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { type BoxRows, boxFrom } from '#domain/ledger/box-list.ts'
import type { BalanceRow, FlagRow } from '#domain/ledger/rows.ts'
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
  /** How long the rows of all subjects are together. */
  readonly size: number
  readonly balances: ListOf<BalanceRow>
  readonly flags: readonly FlagRow[]
  /** Postings of the box, by entry and line. */
  readonly box: BoxRows
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
  const flags = lasting(await views.flags(fundId))
  const raw = await views.postings(fundId, { accounts: [boxAccount] })
  return {
    subjects: Map.groupBy(rows, ({ kind }) => kind),
    size: rows.reduce((sum, { size }) => sum + size, 0),
    flags,
    balances: await views.balances(fundId),
    box: boxFrom(raw, flags),
  }
}

/*
 * A list of a book stays the same value for as long as nothing of it has changed: whatever is worked out of a list is kept with
 * it, whichever book it stands in.
 */
const listOf = (isPart: (value: never) => boolean) =>
  inBlocks((rows: readonly Told[]) => rows.map(({ value }) => value as never).filter(isPart))

const nothing: readonly Told[] = Object.freeze([])
const whole = listOf(() => true)
const notVoid = listOf(({ isVoid }: { readonly isVoid?: true }) => !isVoid)
const held = listOf(wasHeld)
const notHeld = listOf((one) => !wasHeld(one))
const notTakenBack = listOf(({ isTakenBack }: BankLine) => isTakenBack !== true)

/** A fund's book; undefined when there is no such fund. */
export const bookFrom = (parts: BookParts): FundBook | undefined => {
  const of = <T>(kind: SubjectKind, list = whole): readonly T[] =>
    list(lasting(parts.subjects.get(kind) ?? nothing))
  const fund = of<Fund>('fund')[0]
  if (!fund) return undefined
  return {
    fund,
    members: of('member'),
    // A loan whose beginning was taken back never was.
    loans: of('loan', notVoid),
    requests: of('request'),
    meetings: of('meeting', held),
    unmet: of('meeting', notHeld),
    events: of('event'),
    hands: of('hand'),
    countChanges: of('count-change'),
    seasons: of('season'),
    windows: of('window'),
    supports: of('support'),
    disputes: of('dispute'),
    bankLines: of('bank-line', notTakenBack),
    withdrawals: of('withdrawal'),
    borrowings: of('borrowing', notVoid),
    ventures: of('venture'),
    shareOuts: of('share-out'),
    interests: of('savings-interest'),
    balances: parts.balances,
    flags: parts.flags,
    cashPostings: parts.box.settled,
  }
}
