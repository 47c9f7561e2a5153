import type { LocalDate } from '#domain/kernel/dates.ts'
import { percentOf } from '#domain/kernel/money.ts'
import { householdOf } from '#domain/fairness/kin.ts'
import { committeeShareMaxPercent } from '#domain/fund/exposure.ts'
import { isOfficerOn } from '#domain/fund/people/members.ts'
import type { Kinship } from '#domain/fund/people/particulars.ts'
import type { Ballot } from '#domain/fund/meeting/voting.ts'
import { type FundBook, equityAndSavings, owingOn, total } from '#domain/health/book.ts'
import { largestBorrowerMaxPercent } from '#domain/health/findings.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { kinOnDay, livingTogether } from '#src/app/stepping-out.ts'

/** A loan as a row behind a figure. */
export type OwedRow = {
  readonly loanId: string
  readonly number: string
  readonly card: string
  readonly owed: number
}

/** A part of what is lent, in per cent of the whole; null where nothing is lent. */
type Share = { readonly owed: number; readonly percent: number | null }

/**
 * How much of what is lent is with few. The journal knows who holds an office; who lives with whom it may
 * not know, and so this is counted where both are read. Whoever may not know who is whose kin is shown
 * sums and counts alone.
 */
export type Concentration = {
  readonly asOf: LocalDate
  readonly portfolio: number
  readonly limits: { readonly committee: number; readonly largest: number }
  /** Officers by what the journal says. */
  readonly officers: Share & { readonly rows: readonly OwedRow[] }
  /** The same with everybody of their households. */
  readonly households: Share & { readonly isAbove: boolean }
  /** Loans of those who hold no office themselves. */
  readonly livingWith: {
    readonly owed: number
    readonly count: number
    readonly rows: readonly OwedRow[]
  }
  readonly largest: {
    readonly card: string
    readonly owed: number
    readonly own: number
    readonly percent: number | null
    readonly isAbove: boolean
  }
}

const rowsOf = ({ members }: FundBook, standings: readonly LoanStanding[]): OwedRow[] => {
  const cards = new Map(members.map(({ memberId, card }) => [memberId, card]))
  return standings.map(({ loan: { loanId, number, memberId }, owed }) => ({
    loanId,
    number,
    card: cards.get(memberId) ?? '?',
    owed,
  }))
}

const sumOf = (rows: readonly OwedRow[]): number => total(rows.map(({ owed }) => owed))

const largestOf = (book: FundBook, standings: readonly LoanStanding[], asOf: LocalDate) => {
  const byCard = [...Map.groupBy(rowsOf(book, standings), ({ card }) => card)]
    .map(([card, rows]) => ({ card, owed: sumOf(rows) }))
    .toSorted((a, b) => b.owed - a.owed || (a.card < b.card ? -1 : 1))
  const { card, owed } = byCard[0] ?? { card: '', owed: 0 }
  const own = equityAndSavings(book, asOf)
  const percent = own > 0 ? percentOf(owed, own) : null
  return { card, owed, own, percent, isAbove: (percent ?? 0) > largestBorrowerMaxPercent }
}

/** Shares of what is lent on a day; kin as they are declared now. */
export const concentrationOf = (
  book: FundBook,
  kin: readonly Kinship[],
  asOf: LocalDate,
): Concentration => {
  const standings = owingOn(book.loans, asOf)
  const portfolio = total(standings.map(({ owed }) => owed))
  const officers = new Set(
    book.members.filter((member) => isOfficerOn(member, asOf)).map(({ memberId }) => memberId),
  )
  const together = [...kin, ...livingTogether(book.members, asOf)]
  const households = householdOf(together, officers)
  const own = standings.filter(({ loan }) => officers.has(loan.memberId))
  const theirs = standings.filter(
    ({ loan }) => households.has(loan.memberId) && !officers.has(loan.memberId),
  )
  const [ownRows, rows] = [rowsOf(book, own), rowsOf(book, theirs)]
  const owed = sumOf(ownRows) + sumOf(rows)
  const percent = percentOf(owed, portfolio)
  return {
    asOf,
    portfolio,
    limits: { committee: committeeShareMaxPercent, largest: largestBorrowerMaxPercent },
    officers: {
      owed: sumOf(ownRows),
      percent: percentOf(sumOf(ownRows), portfolio),
      rows: ownRows,
    },
    households: { owed, percent, isAbove: (percent ?? 0) > committeeShareMaxPercent },
    livingWith: { owed: sumOf(rows), count: rows.length, rows },
    largest: largestOf(book, standings, asOf),
  }
}

const tookPart = ({ recused, ...ballot }: Ballot, appraisedBy: string | undefined): string[] =>
  [
    ...(ballot.by === 'officers' ? ballot.votes.map(({ memberId }) => memberId) : []),
    ballot.confirmedBy,
    ...(appraisedBy === undefined ? [] : [appraisedBy]),
  ].filter((memberId) => !recused.includes(memberId))

/** A decision in which somebody had a part who is kin of the borrower by what is declared now. */
export type KinVoted = { readonly loanId: string; readonly card: string; readonly on: LocalDate }

/**
 * Decisions on loans, through a day, that kin had a part in: they were declared afterwards, or the vote is
 * of an older book. The decision stands; people look at it.
 */
export const kinVotedIn = (
  { requests, members }: Pick<FundBook, 'requests' | 'members'>,
  kin: readonly Kinship[],
  asOf: LocalDate,
): readonly KinVoted[] =>
  requests.flatMap(({ loanId, asked: { memberId }, decision, appraisal }: LoanRequest) => {
    if (!decision || decision.on > asOf) return []
    const out = kinOnDay(kin, members, { memberId, day: decision.on })
    const had = tookPart(decision.ballot, appraisal?.appraisedBy).some((id) => out.has(id))
    const card = members.find((member) => member.memberId === memberId)?.card ?? '?'
    return had ? [{ loanId, card, on: decision.on }] : []
  })
