import type { LocalDate } from '#domain/kernel/dates.ts'
import { placeIn } from '#domain/kernel/blocks.ts'
import { whileSame } from '#domain/kernel/kept.ts'
import { type FundBook, loansOf, total } from '#domain/health/book.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { balanceOf } from '#domain/ledger/balances.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import { type Loan, writtenAtOrigin } from '#domain/loans/loan.ts'
import { type LoanStanding, standingOf } from '#domain/loans/standing.ts'

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

const movesOfLoan = whileSame(
  ({ loan, splits, writtenOff, writeOffs }: LoanStanding): readonly Moved[] => {
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
  },
)

const byDay = <T extends { readonly on: LocalDate }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))

/** What is written down as it happens is in order already. */
const isByDay = (rows: readonly PostingRow[]): boolean =>
  rows.every(({ on }, i) => i === 0 || rows[i - 1]!.on <= on)

const rowsByDay = whileSame((rows: readonly PostingRow[]) => (isByDay(rows) ? rows : byDay(rows)))

/** Lines of all loans of one member, and what is owed after them: of an old book most loans are over. */
const movesOfLoans = whileSame((own: readonly Loan[], asOf: LocalDate) => {
  const moves = own.flatMap((loan) => {
    const standing = standingOf(loan, asOf)
    return standing ? movesOfLoan(standing) : []
  })
  return { loans: byDay(moves), owed: total(moves.map(({ principal }) => principal)) }
})

const moveOfSavings = ({ on, amount, entryType }: PostingRow): Moved => ({
  on,
  what: savingsActs[entryType] ?? 'savings-changed',
  loan: undefined,
  saved: -amount,
  principal: 0,
  interest: 0,
})

type Asked = { readonly asOf: LocalDate; readonly savingsPostings: readonly PostingRow[] }

type Standing = Pick<OwnLine, 'savings' | 'owed'>

/**
 * The newest of a member's own lines, the oldest of them first: so many, or those from a day on. With how many lines there are in
 * all, and what stood before those that are told.
 */
export const newestLinesOf = (
  book: FundBook,
  memberId: string,
  {
    asOf,
    savingsPostings,
    newest = Infinity,
    from = '',
  }: Asked & { readonly newest?: number; readonly from?: LocalDate },
): { readonly lines: OwnLine[]; readonly count: number; readonly opening: Standing } => {
  const rows = rowsByDay(savingsPostings)
  const count = placeIn(rows, ({ on }) => on <= asOf)
  const { loans, owed: owedNow } = movesOfLoans(loansOf(book, memberId), asOf)
  // What stands before the newest of either is before the newest of both.
  const after = (all: readonly { readonly on: LocalDate }[], length: number): number =>
    Math.max(
      placeIn(all, ({ on }) => on < from),
      length - newest,
    )
  const told = byDay([
    ...rows.slice(after(rows, count), count).map(moveOfSavings),
    ...loans.slice(after(loans, loans.length)),
  ])
  const lines: OwnLine[] = []
  let savings = 0 - balanceOf(postedOf(book.balances), `liability:savings:${memberId}`, asOf)
  let owed = owedNow
  for (const moved of told.slice(Math.max(0, told.length - newest)).toReversed()) {
    lines.push({ ...moved, savings, owed })
    savings -= moved.saved
    owed -= moved.principal
  }
  return { lines: lines.toReversed(), count: count + loans.length, opening: { savings, owed } }
}

/** A member's own lines, the oldest first: savings as posted, loans as their facts say. */
export const ownLinesOf = (book: FundBook, memberId: string, asked: Asked): OwnLine[] =>
  newestLinesOf(book, memberId, asked).lines
