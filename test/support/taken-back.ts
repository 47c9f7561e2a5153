import { type Running, courseOf } from '#domain/ledger/running.ts'
import type { Story } from '#test/support/village.ts'
import { idOf, standingIn } from '#test/support/village.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { daysPosted } from '#test/support/posted.ts'

/** The id of the n-th thing that is told after the beginnings of a fund with a committee. */
export const nth = (n: number): string => idOf(beginningsOf().length + n)

const days = ['2025-03-01', '2025-06-30', '2026-01-31']

/** What moved on each day by itself. */
const movedByDay = (line: Running): (readonly [string, number])[] => {
  const { days: all, sums } = courseOf(line)
  return all.map((on, i) => [on, sums[i]! - (sums[i - 1] ?? 0)] as const)
}

/** Everything of a village that must be as if an entry had never been written down. */
export const booksOf = ({ village }: Story) => ({
  balances: [...daysPosted(village.posted)]
    .flatMap(([account, sums]) =>
      [...sums].filter(([, sum]) => sum !== 0).map(([on, sum]) => `${account} ${on} ${sum}`),
    )
    .toSorted(),
  loans: [...village.loans.values()]
    .filter((loan) => !loan.isVoid)
    .map(({ loanId }) => [
      loanId,
      days.map((day) => ({
        ...standingIn(village, day, loanId),
        loan: undefined,
        whole: undefined,
      })),
    ]),
  requests: [...village.requests.values()],
  windows: [...village.windows.values()],
  moved: movedByDay(village.cashMoved).filter(([, sum]) => sum !== 0),
})
