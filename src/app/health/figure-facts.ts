import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { AccountKind } from '#domain/ledger/accounts.ts'
import type { PostingRow } from '#domain/ledger/rows.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import {
  type FundBook,
  type Period,
  charterOf,
  dayBeforePeriod,
  periodOf,
  total,
} from '#domain/health/book.ts'
import type { Finding } from '#domain/health/finding.ts'
import { livelyStandingsOn } from '#domain/health/lively.ts'
import type { HealthSums } from '#domain/health/health.ts'
import type { MoreHealth } from '#domain/health/more-health.ts'

/** One thing that a figure is made of; the amounts of a figure's rows add up to it. */
export type FigureRow = { readonly amount: number } & (
  | {
      readonly kind: 'loan'
      readonly loanId: string
      readonly number: string
      readonly card: string
      readonly owed: number
      readonly daysPastDue: number
      readonly isUnderRelief: boolean
    }
  | { readonly kind: 'member'; readonly card: string }
  | { readonly kind: 'window'; readonly windowId: string }
  | { readonly kind: 'meeting'; readonly on: LocalDate }
  | { readonly kind: 'account'; readonly account: AccountKind }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | {
      readonly kind: 'postings'
      readonly on: LocalDate
      readonly entryType: string
      /** The entries that posted it, by their place in the journal. */
      readonly entries: readonly number[]
    }
  /** Another figure, or a sum that has none of its own; on another day where it is from one. */
  | { readonly kind: 'sum'; readonly of: string; readonly on?: LocalDate }
)

/** What the rows are found in: the book with its figures, and the postings that the figure asked for. */
export type FigureFacts = {
  readonly book: FundBook
  readonly health: HealthSums
  readonly more: MoreHealth
  readonly postings: readonly PostingRow[]
}

export type Facts = FigureFacts & {
  readonly asOf: LocalDate
  readonly period: Period
  readonly standings: readonly LoanStanding[]
  readonly charter: Charter
  readonly active: readonly Member[]
  readonly former: ReadonlySet<string>
  readonly cardOf: (memberId: string) => string
  /** The day whose balances the period starts from. */
  readonly start: LocalDate
}

export const factsOf = (given: FigureFacts): Facts => {
  const { book, health } = given
  const asOf = health.as_of
  const period = periodOf(book, asOf)
  const cards = new Map(book.members.map(({ memberId, card }) => [memberId, card]))
  return {
    ...given,
    asOf,
    period,
    standings: livelyStandingsOn(book.loans, asOf),
    charter: charterOf(book, asOf),
    active: book.members.filter((one) => isMemberOn(one, asOf)),
    former: new Set(
      book.members.filter((one) => !isMemberOn(one, asOf)).map(({ memberId }) => memberId),
    ),
    cardOf: (memberId) => cards.get(memberId) ?? '?',
    start: dayBeforePeriod(book, period),
  }
}

/** A row for each loan that adds something to the figure. */
export const loanRows = (
  { standings, cardOf }: Pick<Facts, 'standings' | 'cardOf'>,
  amountOf: (standing: LoanStanding) => number,
): FigureRow[] =>
  standings
    .map((standing): FigureRow => ({
      kind: 'loan',
      amount: amountOf(standing),
      loanId: standing.loan.loanId,
      number: standing.loan.number,
      card: cardOf(standing.loan.memberId),
      owed: standing.owed,
      daysPastDue: standing.daysPastDue,
      isUnderRelief: standing.isUnderRelief,
    }))
    .filter(({ amount }) => amount !== 0)

export const memberRows = (
  { cardOf }: Pick<Facts, 'cardOf'>,
  members: readonly { readonly memberId: string; readonly amount: number }[],
): FigureRow[] =>
  members.map(({ memberId, amount }) => ({ kind: 'member', card: cardOf(memberId), amount }))

export const sum = (of: string, amount: number, on?: LocalDate): FigureRow => ({
  kind: 'sum',
  of,
  amount,
  ...(on === undefined ? {} : { on }),
})

/** Postings put together by day and kind of entry; `sign` turns credits into what people call a sum. */
export const postingRows = (postings: readonly PostingRow[], sign: 1 | -1): FigureRow[] =>
  [...Map.groupBy(postings, ({ on, entryType }) => `${on} ${entryType}`)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, together]) => ({
      kind: 'postings',
      on: together[0]!.on,
      entryType: together[0]!.entryType,
      entries: [...new Set(together.map(({ seq }) => seq))].toSorted((a, b) => a - b),
      amount: sign * total(together.map(({ amount }) => amount)),
    }))
