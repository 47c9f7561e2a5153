import type { LocalDate } from '#domain/kernel/dates.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'
import type { Command, Village } from '#domain/village.ts'
import type { Chance } from '#src/app/demo/chance.ts'
import type { FraudKind } from '#src/app/demo/frauds.ts'
import type { Life } from '#src/app/demo/lives.ts'

export type Said = { readonly type: Command['type']; readonly [field: string]: unknown }

/** Writes down what happened on a day, on the same day or a later one. */
export type Write = (on: LocalDate, writtenOn: LocalDate, said: readonly Said[]) => Promise<void>

/** A meeting as it is written down: the books before it, and what is drawn of it. */
export type Sitting = {
  readonly on: LocalDate
  readonly village: Village
  readonly chance: Chance
  readonly life: Life
  readonly memberIds: readonly string[]
  readonly loanId: (memberId: string) => string
  readonly ghostId: (i: number) => string
  /** What somebody does to the fund at this meeting, and for how many meetings already. */
  readonly does: FraudKind | undefined
  readonly begun: number
}

export const openLoans = ({ village, on }: Sitting): readonly LoanStanding[] =>
  [...village.loans.values()].flatMap((loan) => {
    const standing = standingOf(loan, on)
    return standing && standing.owed > 0 ? [standing] : []
  })

export const boxOf = ({ village, on }: Sitting): number =>
  balanceOf(village.posted, 'asset:cash-box', on)

/** Loans are in tens of thousands. */
export const loanStep = 10_000
