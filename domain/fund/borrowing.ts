import type { LocalDate } from '#domain/kernel/dates.ts'
import type { EntryId } from '#domain/ledger/entry.ts'

/** What kind of lender the fund owes: names stay in its papers. */
export const outsideLenders = ['bank', 'microfinance', 'ngo', 'other-fund', 'person'] as const
type OutsideLender = (typeof outsideLenders)[number]

/** What the fund has promised to pay on a day. */
export type BorrowingDue = {
  readonly on: LocalDate
  readonly principal: number
  readonly interest: number
}

/** What the fund owes outside, as its facts say. */
export type Borrowing = {
  readonly borrowingId: string
  readonly lender: OutsideLender
  readonly amount: number
  /** A year, as the lender says it. */
  readonly ratePercent: string
  readonly schedule: readonly BorrowingDue[]
  readonly on: LocalDate
  readonly repayments: readonly {
    readonly id: EntryId
    readonly on: LocalDate
    readonly principal: number
    readonly interest: number
  }[]
  /** Its beginning was reversed: it never was. */
  readonly isVoid?: true
}
export type Borrowings = Map<string, Borrowing>

/** What is still owed of a borrowing on a day. */
export const owedOutside = (
  { amount, on, repayments, isVoid }: Borrowing,
  day: LocalDate,
): number =>
  isVoid || on > day
    ? 0
    : repayments.reduce((owed, one) => (one.on <= day ? owed - one.principal : owed), amount)
