import { postedOf } from '#domain/ledger/balance-list.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { dayAfter, later } from '#domain/kernel/dates.ts'
import { reliefRulesOf } from '#domain/fund/charter/relief-rules.ts'
import { liquidityPercentOn } from '#domain/fund/charter/savings-rules.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { type Ahead, type StressWeek, stressWeeks } from '#domain/relief/stress.ts'
import { cashAtHandOn } from '#domain/savings/books.ts'
import { type SavingsFacts, comingOn, savingsViewOf } from '#src/app/members/savings-view.ts'

type LiquidityQuery = {
  readonly asOf: LocalDate
  readonly weeks: number
  readonly deferPercent: number
}

export type LiquidityAhead = LiquidityQuery & {
  /** Cash that the fund may pay out today. */
  readonly cash: number
  readonly asked: number
  readonly promised: number
  readonly weeksAhead: readonly StressWeek[]
  /** The first week in which less than the charter wants is left, or nothing. */
  readonly firstBelow: StressWeek | undefined
}

const promisedIn = ({ seasons }: FundBook, asOf: LocalDate): Ahead[] =>
  seasons
    .filter(({ to }) => to >= asOf)
    .map(({ from, lines }) => ({
      on: later(from, dayAfter(asOf)),
      amount: lines.reduce((sum, { amount }) => sum + amount, 0),
    }))

const total = (sums: readonly Ahead[]): number => sums.reduce((sum, { amount }) => sum + amount, 0)

/**
 * Cash of the weeks ahead if a part of what falls due is put off, with the savings that were asked for and the
 * emergency loans that were promised. It warns, and stops no relief.
 */
export const liquidityAheadOf = (
  facts: SavingsFacts,
  { asOf, weeks, deferPercent }: LiquidityQuery,
): LiquidityAhead => {
  const { book } = facts
  const charter = charterOf(book, asOf)
  const posted = postedOf(book.balances)
  const atHand = cashAtHandOn(posted, asOf)
  const queue = savingsViewOf(facts, asOf)
    .queue.filter(({ askedOn }) => askedOn <= asOf)
    .map(({ left, expectedOn }) => ({
      on: later(expectedOn ?? asOf, dayAfter(asOf)),
      amount: left,
    }))
  const promised = promisedIn(book, asOf)
  const cash = atHand.cash - atHand.earmarked
  const weeksAhead = stressWeeks(
    {
      cash,
      savings: atHand.savings,
      coming: comingOn(book.loans, asOf),
      queue,
      promised,
      minimumPercentOn: (day) => liquidityPercentOn(charterOf(book, day), day),
    },
    { asOf, weeks, deferPercent, months: reliefRulesOf(charter).months },
  )
  return {
    asOf,
    weeks,
    deferPercent,
    cash,
    asked: total(queue),
    promised: total(promised),
    weeksAhead,
    firstBelow: weeksAhead.find(({ is }) => is !== 'enough'),
  }
}
