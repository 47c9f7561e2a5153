import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundBook, standingsOn } from '#domain/health/book.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { writtenAtOrigin } from '#domain/loans/loan.ts'

/** What happened to a member's money, one line of a passbook. Sums in smallest units. */
export type OwnLine = {
  readonly on: LocalDate
  readonly what: OwnAct
  /** The loan's number, where the line is about one. */
  readonly loan: string | undefined
  readonly saved: number
  /** Lent is positive, repaid negative. */
  readonly principal: number
  readonly interest: number
  /** What was saved and owed in all after the line. */
  readonly savings: number
  readonly owed: number
}

export type OwnAct =
  | 'savings-taken-over'
  | 'shares-bought'
  | 'savings-deposited'
  | 'savings-withdrawn'
  | 'savings-changed'
  | 'loan-taken-over'
  | 'loan-paid-out'
  | 'repaid'
  | 'written-off'

type Moved = Omit<OwnLine, 'savings' | 'owed'>

const savingsActs: Readonly<Record<string, OwnAct>> = {
  SavingsTakenOver: 'savings-taken-over',
  SharesBought: 'shares-bought',
  SavingsDeposited: 'savings-deposited',
  SavingsWithdrawn: 'savings-withdrawn',
}

const loanMoves = (book: FundBook, memberId: string, asOf: LocalDate): Moved[] =>
  standingsOn(book, asOf, memberId).flatMap(({ loan, splits, writtenOff, writeOffs }) => {
    const line = (on: LocalDate, what: OwnAct, principal: number, interest = 0): Moved => ({
      on,
      what,
      loan: loan.number,
      saved: 0,
      principal,
      interest,
    })
    const kind = loan.origin.kind === 'taken-over' ? 'loan-taken-over' : 'loan-paid-out'
    const parts = (loan.draws ?? []).map(({ on, amount }) => line(on, 'loan-paid-out', amount))
    const off = writtenOff > 0 ? writeOffs : []
    return [
      line(loan.origin.on, kind, writtenAtOrigin(loan)),
      ...parts,
      ...splits.map((split) => line(split.on, 'repaid', -split.principal, split.interest)),
      ...off.map(({ on, amount }) => line(on, 'written-off', -amount)),
    ]
  })

/** A member's own lines, the oldest first: savings as posted, loans as their facts say. */
export const ownLinesOf = (
  book: FundBook,
  memberId: string,
  {
    asOf,
    savingsPostings,
  }: { readonly asOf: LocalDate; readonly savingsPostings: readonly PostingRow[] },
): OwnLine[] => {
  const saved = savingsPostings
    .filter(({ on }) => on <= asOf)
    .map(({ on, amount, entryType }): Moved => ({
      on,
      what: savingsActs[entryType] ?? 'savings-changed',
      loan: undefined,
      saved: -amount,
      principal: 0,
      interest: 0,
    }))
  let savings = 0
  let owed = 0
  return [...saved, ...loanMoves(book, memberId, asOf)]
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
    .map((moved) => {
      savings += moved.saved
      owed += moved.principal
      return { ...moved, savings, owed }
    })
}
