import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { wasHeld } from '#domain/fund/meeting/meetings.ts'
import type { FundBook } from '#domain/health/book.ts'
import { settled } from '#domain/ledger/rows.ts'
import type { FundViews, SubjectKind, SubjectRow } from '#domain/ports.ts'

const of = <T>(rows: readonly SubjectRow[], kind: SubjectKind): T[] =>
  rows.filter((row) => row.kind === kind).map(({ data }) => JSON.parse(data) as T)

/** What a book is read from: the views of a store, or those of a village as it was known once. */
export type BookViews = Pick<FundViews, 'subjects' | 'balances' | 'postings' | 'flags'>

/** A fund's book from its views; undefined when there is no such fund. */
export const bookOf = async (views: BookViews, fundId: string): Promise<FundBook | undefined> => {
  const rows = await views.subjects(fundId)
  const fund = of<Fund>(rows, 'fund')[0]
  if (!fund) return undefined
  const flags = await views.flags(fundId)
  const days = of<FundBook['meetings'][number]>(rows, 'meeting')
  return {
    fund,
    members: of<FundBook['members'][number]>(rows, 'member'),
    // A loan whose beginning was taken back never was.
    loans: of<FundBook['loans'][number]>(rows, 'loan').filter(({ isVoid }) => !isVoid),
    requests: of<FundBook['requests'][number]>(rows, 'request'),
    meetings: days.filter(wasHeld),
    unmet: days.filter((one) => !wasHeld(one)),
    events: of<FundBook['events'][number]>(rows, 'event'),
    hands: of<FundBook['hands'][number]>(rows, 'hand'),
    countChanges: of<FundBook['countChanges'][number]>(rows, 'count-change'),
    seasons: of<FundBook['seasons'][number]>(rows, 'season'),
    windows: of<FundBook['windows'][number]>(rows, 'window'),
    supports: of<FundBook['supports'][number]>(rows, 'support'),
    disputes: of<FundBook['disputes'][number]>(rows, 'dispute'),
    bankLines: of<FundBook['bankLines'][number]>(rows, 'bank-line').filter(
      ({ isTakenBack }) => isTakenBack !== true,
    ),
    withdrawals: of<FundBook['withdrawals'][number]>(rows, 'withdrawal'),
    borrowings: of<FundBook['borrowings'][number]>(rows, 'borrowing').filter(
      ({ isVoid }) => !isVoid,
    ),
    shareOuts: of<FundBook['shareOuts'][number]>(rows, 'share-out'),
    interests: of<FundBook['interests'][number]>(rows, 'savings-interest'),
    balances: await views.balances(fundId),
    flags,
    cashPostings: settled(await views.postings(fundId, { accounts: ['asset:cash-box'] }), flags),
  }
}

/** The last day on which anything happened in the fund. */
export const lastDayOf = ({ meetings, balances, fund }: FundBook): LocalDate =>
  [...meetings.map(({ heldOn }) => heldOn), ...balances.map(({ on }) => on)].reduce(
    (a, b) => (a > b ? a : b),
    fund.openedOn,
  )
