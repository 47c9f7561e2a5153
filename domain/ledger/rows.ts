import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { AccountId } from '#domain/ledger/accounts.ts'

/** A posting as a view keeps it: with the entry that made it. */
export type PostingRow = {
  readonly seq: number
  readonly line: number
  readonly entryType: string
  readonly effectiveOn: LocalDate
  readonly account: AccountId
  readonly currency: Currency
  readonly on: LocalDate
  readonly amount: number
}

/** What was posted to an account on a day; period closes apart, so that income can be read after them. */
export type BalanceRow = {
  readonly account: AccountId
  readonly currency: Currency
  readonly on: LocalDate
  readonly isClosing: boolean
  readonly amount: number
}

/** The flag by which views know that an entry, the row's subject, was taken back: no rule was broken. */
export const takesBack = 'takes-back'

/** A rule that an entry broke. */
export type FlagRow = {
  readonly seq: number
  readonly flag: string
  readonly entryType: string
  readonly effectiveOn: LocalDate
  /** Kind and id of what the entry is about, `loan:<id>`; empty where it is about the fund. */
  readonly subject: string
}
