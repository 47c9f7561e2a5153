import type { LocalDate } from '#domain/kernel/dates.ts'
import type { BankState } from '#domain/fund/bank-lines.ts'
import type { Borrowing } from '#domain/fund/borrowing.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import type { ComparisonState } from '#domain/fund/meeting/comparing.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Posted } from '#domain/ledger/balances.ts'
import type { Running } from '#domain/ledger/running.ts'

/** What decisions about the fund itself look at, on the day of the command. */
export type FundBooks = ComparisonState &
  BankState & {
    readonly fund: Fund
    readonly charter: Charter
    readonly posted: Posted
    /** What moved in the box each day, booked differences of counts left out. */
    readonly cashMoved: Running
    readonly meetings: ReadonlyMap<LocalDate, Meeting>
    /** What the fund owes outside. */
    readonly borrowings: ReadonlyMap<string, Borrowing>
    /** What the loans that there are ask to be set aside. */
    readonly provisionOn: (day: LocalDate) => number
    /** Whether anybody holds shares of this cycle at the end of a day, or bought some since. */
    readonly hasSharesFrom: (day: LocalDate) => boolean
  }

/** An entry is about the fund as a whole. */
export const aboutFund = () => [{ kind: 'fund', key: 'fund' }] as const
