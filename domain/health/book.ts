import { type LocalDate, dayBefore, later } from '#domain/kernel/dates.ts'
import type { ListOf } from '#domain/kernel/list-of.ts'
import { inBlocks } from '#domain/kernel/blocks.ts'
import { onceADay } from '#domain/health/once.ts'
import { lasting, lastingGroups, whileSame } from '#domain/kernel/kept.ts'
import type { Dispute } from '#domain/corrections/disputes.ts'
import type { BankLine } from '#domain/fund/bank-lines.ts'
import type { Borrowing } from '#domain/fund/borrowing.ts'
import { type Charter, charterOn } from '#domain/fund/charter/charter.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { Meeting } from '#domain/fund/meeting/meetings.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { Venture } from '#domain/ventures/venture.ts'
import type { CountChange } from '#domain/hands/hands.ts'
import type { Hand } from '#domain/hands/hands.ts'
import type { GrantWindow } from '#domain/grants/grants.ts'
import type { Support } from '#domain/grants/support.ts'
import { type BalanceRow, type FlagRow, type SettledRow, takesBack } from '#domain/ledger/rows.ts'
import { boxDaysOf } from '#domain/ledger/box-list.ts'
import { daysWithin, move, nothingRunning, sumsInOrder } from '#domain/ledger/running.ts'
import { type StatementLine, amountOf, byKind } from '#domain/ledger/statements.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { provisionOfAll } from '#domain/loans/provision.ts'
import { type LoanStanding, briefStandingOf, standingOf } from '#domain/loans/standing.ts'
import type { ShareOutHeld } from '#domain/savings/share-outs.ts'
import type { InterestHeld } from '#domain/savings/interest.ts'
import type { WithdrawalRequest } from '#domain/savings/queue.ts'
import type { Season } from '#domain/relief/emergency-line.ts'
import type { ReliefEvent } from '#domain/relief/relief.ts'

/** A fund as its views tell it: what reports are made from. */
export type FundBook = {
  readonly fund: Fund
  readonly members: readonly Member[]
  readonly loans: readonly Loan[]
  /** What was asked for, decided or not, paid out or not. */
  readonly requests: readonly LoanRequest[]
  readonly meetings: readonly Meeting[]
  /** Days of which all that was written down was taken back: nobody met, and what was seen by its lists stays seen. */
  readonly unmet: readonly Meeting[]
  readonly events: readonly ReliefEvent[]
  /** Emergency loans that were promised, by season. */
  readonly seasons: readonly Season[]
  /** What was written by whom, meeting by meeting. */
  readonly hands: readonly Hand[]
  readonly countChanges: readonly CountChange[]
  readonly windows: readonly GrantWindow[]
  /** Grants by code; what each is for stands in no book. */
  readonly supports: readonly Support[]
  /** What somebody said is not right, answered or not. */
  readonly disputes: readonly Dispute[]
  /** Lines of the bank's or wallet's own list that were confirmed, but those taken back. */
  readonly bankLines: readonly BankLine[]
  /** Savings that were asked for. */
  readonly withdrawals: readonly WithdrawalRequest[]
  readonly shareOuts: readonly ShareOutHeld[]
  /** What the fund owes outside. */
  readonly borrowings: readonly Borrowing[]
  readonly ventures: readonly Venture[]
  readonly interests: readonly InterestHeld[]
  readonly balances: ListOf<BalanceRow>
  readonly flags: readonly FlagRow[]
  /** Of the box, each where it belongs. */
  readonly cashPostings: ListOf<SettledRow>
}

/** The stretch that a report is about: from 1 January, or the opening if later, to the day asked. */
export type Period = {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly holdsOpening: boolean
}

export const periodOf = ({ fund }: Pick<FundBook, 'fund'>, asOf: LocalDate): Period => {
  const from = later(`${asOf.slice(0, 4)}-01-01`, fund.openedOn)
  return { from, to: asOf, holdsOpening: from === fund.openedOn }
}

export const inPeriod =
  ({ from, to }: Period) =>
  ({ on }: { readonly on: LocalDate }): boolean =>
    from <= on && on <= to

const inOrder = whileSame((loans: readonly Loan[]) =>
  loans.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
)

/** Loans by whose they are, those of each in the order of their numbers. */
export const loansByMember = whileSame((loans: readonly Loan[]) =>
  lastingGroups(inOrder(loans), ({ memberId }) => memberId),
)

/** Loans of one member, in the order of their numbers. */
export const loansOf = ({ loans }: Pick<FundBook, 'loans'>, memberId: string): readonly Loan[] =>
  loansByMember(loans).get(memberId) ?? []

/** Loans by id. */
export const loansById = whileSame(
  (loans: readonly Loan[]): ReadonlyMap<string, Loan> =>
    new Map(loans.map((loan) => [loan.loanId, loan])),
)

/** Members by id. */
export const membersById = whileSame(
  (members: readonly Member[]): ReadonlyMap<string, Member> =>
    new Map(members.map((member) => [member.memberId, member])),
)

/** Requests for a loan by its id. */
export const requestsById = whileSame(
  (requests: FundBook['requests']): ReadonlyMap<string, LoanRequest> =>
    new Map(requests.map((request) => [request.loanId, request])),
)

/** Meetings by their day. */
export const meetingsByDay = whileSame(
  (meetings: FundBook['meetings']): ReadonlyMap<LocalDate, Meeting> =>
    new Map(meetings.map((meeting) => [meeting.heldOn, meeting])),
)

const standingsOfAll = whileSame((loans: readonly Loan[], day: LocalDate) =>
  lasting(inOrder(loans).flatMap((loan) => standingOf(loan, day) ?? [])),
)

/** Loans on a day, those of one member where one is named, in the order of their numbers. */
export const standingsOn = (
  book: Pick<FundBook, 'loans'>,
  day: LocalDate,
  memberId?: string,
): readonly LoanStanding[] =>
  memberId === undefined
    ? standingsOfAll(book.loans, day)
    : loansOf(book, memberId).flatMap((loan) => standingOf(loan, day) ?? [])

/** Loans as they stand on a day, those alone of which something holds, by number: what is over is not looked at again. */
export const standingsWhere = (holds: (one: LoanStanding, day: LocalDate) => boolean) => {
  const those = inBlocks((loans: readonly Loan[], day: LocalDate) =>
    loans.flatMap((loan) => standingOf(loan, day) ?? []).filter((one) => holds(one, day)),
  )
  return onceADay((loans: readonly Loan[], day: LocalDate): readonly LoanStanding[] =>
    those(loans, day).toSorted((a, b) => (a.loan.number < b.loan.number ? -1 : 1)),
  )
}

/** Those on which anything is owed: of an old fund they are few. */
export const owingOn = standingsWhere(({ owed }) => owed !== 0)

/** What each loan comes to on which anything is owed on a day. */
export const briefStandingsOn = onceADay((loans: readonly Loan[], day: LocalDate) =>
  loans.flatMap((loan) => briefStandingOf(loan, day) ?? []).filter(({ owed }) => owed !== 0),
)

export const charterOf = (book: Pick<FundBook, 'fund'>, day: LocalDate): Charter =>
  charterOn(book.fund.charters, day).charter

/** What the loans came to at the start of a period, and what was set aside for them then. */
export const atStart = (
  book: Pick<FundBook, 'fund' | 'loans'>,
  { from, holdsOpening }: Period,
): { owed: number; provision: number } => {
  if (holdsOpening) {
    const taken = book.loans.flatMap(({ origin }) =>
      origin.kind === 'taken-over' ? [origin.owed] : [],
    )
    return { owed: total(taken), provision: book.fund.openingProvision }
  }
  const eve = dayBefore(from)
  const standings = briefStandingsOn(book.loans, eve)
  return {
    owed: total(standings.map(({ owed }) => owed)),
    provision: provisionOfAll(charterOf(book, eve), standings),
  }
}

const countsByNote = whileSame(
  (meetings: readonly Meeting[]) =>
    new Set(
      meetings.flatMap(({ heldOn, opening, closing }) =>
        opening?.isByNote || closing?.isByNote ? [heldOn] : [],
      ),
    ),
)

type BoxAndCounts = Pick<FundBook, 'cashPostings' | 'meetings'>

/** Of entries whose own day is another one. */
const movedOnAnother = ({ cashPostings, meetings }: BoxAndCounts): readonly SettledRow[] => {
  const counts = countsByNote(meetings)
  return boxDaysOf(cashPostings).onAnother.filter(({ on }) => !counts.has(on))
}

/** Days after one and before another. */
export type Between = { readonly after?: LocalDate | undefined; readonly before: LocalDate }

/**
 * What moved in the box between two days, without what explains a count: a line that comes late posts that too, on the day of
 * the count, and the box had it already.
 */
export const movedInBox = (
  book: BoxAndCounts,
  { after = '', before }: Between,
): readonly SettledRow[] => {
  const { byDay, days } = boxDaysOf(book.cashPostings)
  const counts = countsByNote(book.meetings)
  return daysWithin(days, after, dayBefore(before)).flatMap((day) =>
    byDay.get(day)!.filter(({ on, effectiveOn }) => on === effectiveOn || !counts.has(on)),
  )
}

/** What all of that comes to, asked of one stretch of days after the other, none of which begins or ends before the last one. */
export const sumsMovedInBox = (
  book: BoxAndCounts,
): ((between: { readonly after: LocalDate; readonly before: LocalDate }) => number) => {
  const { onTheirDay } = boxDaysOf(book.cashPostings)
  const others = nothingRunning()
  for (const { effectiveOn, amount } of movedOnAnother(book)) move(others, effectiveOn, amount)
  const lines = [onTheirDay, others].map((line) => [sumsInOrder(line), sumsInOrder(line)] as const)
  return ({ after, before }) => {
    const through = dayBefore(before)
    const moved = lines.map(([last, first]) => last(through) - first(after))
    return through > after ? total(moved) : 0
  }
}

export const total = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0)

/** Income and costs of a period as they were posted; provision apart, since it is computed until the close. */
type Results = {
  readonly interest: number
  readonly otherIncome: number
  readonly runningCosts: number
  readonly otherCosts: number
}

export const resultsOf = (book: FundBook, { from, to }: Period): Results => {
  const lines = byKind(book.balances, { from, through: to, withClosing: false })
  const income = (kind: 'income:interest' | 'income:fines' | 'income:donations') =>
    0 - amountOf(lines, kind)
  return {
    interest: income('income:interest'),
    otherIncome: income('income:fines') + income('income:donations'),
    runningCosts: amountOf(lines, 'expense:running-costs'),
    otherCosts: amountOf(lines, 'expense:interest-paid') + amountOf(lines, 'expense:cash-shortage'),
  }
}

const standing = whileSame((flags: readonly FlagRow[]): readonly FlagRow[] => {
  const gone = new Set(flags.flatMap(({ flag, subject }) => (flag === takesBack ? [subject] : [])))
  return lasting(flags.filter(({ seq }) => !gone.has(`entry:${seq}`)))
})

/** Flags of entries that stand: what one broke that was taken back has not happened. */
export const standingFlags = ({ flags }: Pick<FundBook, 'flags'>): readonly FlagRow[] =>
  standing(flags)

/** Balances by kind through a day, period closes included. */
export const balancesOn = (book: FundBook, day: LocalDate): StatementLine[] =>
  byKind(book.balances, { through: day, withClosing: true })

export const cashIn = (lines: readonly StatementLine[]): number =>
  amountOf(lines, 'asset:cash-box') +
  amountOf(lines, 'asset:bank') +
  amountOf(lines, 'asset:wallet')

/** All that members have saved, the private savings of all of them together among it. */
export const savedIn = (lines: readonly StatementLine[]): number =>
  0 - amountOf(lines, 'liability:savings') - amountOf(lines, 'liability:private-savings')

/** What cash of other currencies has cost, in the fund's own; its worth today is nobody's figure. */
export const foreignCost = (lines: readonly StatementLine[], currency: string): number =>
  amountOf(
    lines.filter((line) => line.currency === currency),
    'asset:exchange',
  )

/** Reserves and results, posted or not: what the fund owns beyond what it owes, the day's provision taken off. */
export const reserveOf = (lines: readonly StatementLine[], provision: number): number => {
  const posted = lines.reduce(
    (sum, { kind, amount }) => (/^(equity|income|expense):/.test(kind) ? sum - amount : sum),
    0,
  )
  const unposted = provision + amountOf(lines, 'asset:loan-loss-provision')
  return posted - unposted
}

/** What the fund owns and what its members have saved in the open: what the largest loan is measured by. */
export const equityAndSavings = (book: FundBook, day: LocalDate): number =>
  balancesOn(book, day).reduce(
    (sum, { kind, amount }) =>
      /^(equity|income|expense|liability:savings)/.test(kind) ? sum - amount : sum,
    0,
  )

/** The day whose balances a period starts from: the opening's own where the period holds it. */
export const dayBeforePeriod = ({ fund }: FundBook, { from, holdsOpening }: Period): LocalDate =>
  holdsOpening ? fund.openedOn : dayBefore(from)
