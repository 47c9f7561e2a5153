import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import type { FundBook } from '#domain/health/book.ts'
import { fewestShown, lentWithin } from '#domain/health/by-sex.ts'
import { livelyStandingsOn } from '#domain/health/lively.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { postedOf } from '#domain/ledger/balance-list.ts'
import { savedBy } from '#domain/ledger/balances.ts'

/** By what the money of a fund is told apart: each is two groups that come to all members. */
export const splits = { sex: ['women', 'men'], poverty: ['poor', 'others'] } as const
export type SplitBy = keyof typeof splits
export const splitNames = Object.keys(splits) as readonly SplitBy[]

/** Whose savings, loans given in the period, what is owed of loans, and what of it is late. */
export const financeRows = ['saved', 'lent', 'owed', 'late'] as const
export type FinanceRow = (typeof financeRows)[number]

/** People behind a sum, and the sum in smallest units. */
export type Behind = { readonly people: number; readonly amount: number }

/** Both groups of a row in the order of the split; `null` where they are kept back. */
export type RowOfTwo = readonly [Behind, Behind] | null

export type FinanceSplit = {
  readonly from: LocalDate
  readonly to: LocalDate
} & { readonly [By in SplitBy]: Readonly<Record<FinanceRow, RowOfTwo>> }

const isFirst: Readonly<Record<SplitBy, (member: Member) => boolean>> = {
  sex: ({ sex }) => sex === 'f',
  poverty: ({ povertyLevel }) => povertyLevel !== undefined,
}

type Sums = ReadonlyMap<string, number>

const sumsBy = (lines: readonly (readonly [memberId: string, amount: number])[]): Sums => {
  const sums = new Map<string, number>()
  for (const [id, amount] of lines) sums.set(id, (sums.get(id) ?? 0) + amount)
  return sums
}

type Within = { readonly from: LocalDate; readonly to: LocalDate }

/** What each member has of a row; private savings are in none. */
const sumsOf = (book: FundBook, { from, to }: Within): Readonly<Record<FinanceRow, Sums>> => {
  const posted = postedOf(book.balances)
  const lent = lentWithin(book.loans, from, to)
  const standings = livelyStandingsOn(book.loans, to)
  return {
    saved: sumsBy(
      book.members
        .filter((member) => isMemberOn(member, to))
        .map(({ memberId }) => [memberId, savedBy(posted, memberId, to)]),
    ),
    lent: sumsBy(lent.map(({ memberId, terms }) => [memberId, terms.principal])),
    owed: sumsBy(standings.map(({ loan, owed }) => [loan.memberId, owed])),
    late: sumsBy(
      standings.map(({ loan, owed, overdue }) => [loan.memberId, Math.min(owed, overdue)]),
    ),
  }
}

const behind = (members: readonly Member[], sums: Sums): Behind => {
  const amounts = members.map(({ memberId }) => sums.get(memberId) ?? 0)
  return {
    people: amounts.filter((amount) => amount !== 0).length,
    amount: amounts.reduce((all, one) => all + one, 0),
  }
}

/** Savings, loans, debts and what of them is late, of women and men, and of households with and without a card of IDPoor. */
export const financeSplitOf = (book: FundBook, { from, to }: Within): FinanceSplit => {
  const sums = sumsOf(book, { from, to })
  const of = (by: SplitBy): Readonly<Record<FinanceRow, RowOfTwo>> => {
    const { first = [], second = [] } = Object.groupBy(book.members, (one) =>
      isFirst[by](one) ? 'first' : 'second',
    )
    const row = (name: FinanceRow): RowOfTwo => [
      behind(first, sums[name]),
      behind(second, sums[name]),
    ]
    return { saved: row('saved'), lent: row('lent'), owed: row('owed'), late: row('late') }
  }
  return { from, to, sex: of('sex'), poverty: of('poverty') }
}

/**
 * The same for readers outside the village: where few stand behind one of the two, or nobody, both are kept back, because the one
 * could be taken from the whole, and “nobody of these” tells something of each of the others.
 */
export const safeSplit = (split: FinanceSplit): FinanceSplit => {
  const told = (row: RowOfTwo): RowOfTwo =>
    row?.every(({ people }) => people >= fewestShown) ? row : null
  const of = ({ saved, lent, owed, late }: FinanceSplit[SplitBy]): FinanceSplit[SplitBy] => ({
    saved: told(saved),
    lent: told(lent),
    owed: told(owed),
    late: told(late),
  })
  return { ...split, sex: of(split.sex), poverty: of(split.poverty) }
}
