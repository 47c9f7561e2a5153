import type { LocalDate } from '#domain/kernel/dates.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { BalanceRow, FlagRow, PostingRow } from '#domain/ledger/rows.ts'

export type SubjectKind = 'fund' | 'member' | 'loan' | 'meeting' | 'event' | 'window'

/** A part of the village as it stands after the last entry about it; `data` is its canonical JSON. */
export type SubjectRow = { readonly kind: SubjectKind; readonly key: string; readonly data: string }

/** What entries change in the views. A subject comes once, as it stands after the last of them. */
export type ViewChanges = {
  readonly postings: readonly PostingRow[]
  readonly flags: readonly FlagRow[]
  readonly subjects: readonly SubjectRow[]
}

/** The append-only journals of all funds in one store. */
export interface Journal {
  fundIds(): Promise<readonly string[]>
  /** Rows after `afterSeq` in order, at most `limit` of them. */
  read(fundId: string, afterSeq: number, limit: number): Promise<readonly JournalRow[]>
  /** Those of the ids that the fund's journal holds. */
  find(fundId: string, ids: readonly string[]): Promise<readonly JournalRow[]>
  /**
   * Appends rows and view changes, all or nothing; `stale` when somebody else has taken the first
   * `seq` or an id meanwhile. Throws `StorageUnavailable` when the store cannot take it now.
   */
  append(
    fundId: string,
    rows: readonly JournalRow[],
    changes: ViewChanges,
  ): Promise<'appended' | 'stale'>
}

/** Tables for questions, written with the journal and rebuilt from it at any time. */
export interface FundViews {
  subjects(fundId: string): Promise<readonly SubjectRow[]>
  /** All days, by account, currency and day. */
  balances(fundId: string): Promise<readonly BalanceRow[]>
  /** By seq and line; through a book date, and of some accounts only, where asked. */
  postings(fundId: string, filter: PostingFilter): Promise<readonly PostingRow[]>
  flags(fundId: string): Promise<readonly FlagRow[]>
  /** Every fund that any view row names: the audit finds rows here that belong to no journal. */
  viewFundIds(): Promise<readonly string[]>
  /** Drops the fund's views and writes these in their place. */
  replace(fundId: string, changes: ViewChanges): Promise<void>
}

export type PostingFilter = {
  readonly through?: LocalDate
  readonly accounts?: readonly AccountId[]
}

/**
 * Words about a fund that are not in its journal because they can name a person: they can be corrected
 * and erased. Keyed by what they are about, `fund:` or `loan:<id>`.
 */
export interface Notes {
  keep(
    fundId: string,
    notes: readonly { readonly subject: string; readonly text: string }[],
  ): Promise<void>
  of(fundId: string): Promise<ReadonlyMap<string, string>>
}

/** The store cannot take or give anything now; it is being reopened. Nothing half was written. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}

/** The present instant, ISO 8601 in UTC. */
export type Clock = () => string
/** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export type Hasher = (text: string) => string
/** A new UUIDv7. */
export type Ids = () => string
