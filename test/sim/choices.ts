import type { PlanChoices } from '#domain/loans/request/agreed.ts'
import { type Draws, given } from '#test/sim/draws.ts'
import { dayOf, textOf } from '#test/support/oracle/calendar.ts'

type Days = Pick<PlanChoices, 'every' | 'dueOn' | 'periodFrom'>

const daysOf = ({ one, whole }: Draws, on: string, months: number): Days => {
  const dueOn = (): string[] => {
    const gap = one([7, 14, 30])
    return Array.from({ length: months }, (_, n) => textOf(dayOf(on) + 3 + gap * (n + 1)))
  }
  const every = () => ({ n: one([1, 1, 2, 10]), unit: one(['days', 'weeks', 'months'] as const) })
  return one<Days>([
    {},
    {},
    { every: every() },
    { every: { n: 1, unit: 'years' } },
    { dueOn: dueOn() },
    { dueOn: dueOn(), periodFrom: textOf(dayOf(on) - whole(0, 9)) },
  ])
}

const priceOf = ({ one }: Draws): PlanChoices =>
  one<PlanChoices>([
    {},
    {},
    {
      yearlyPercent: one(['18', '12.5', '20']),
      days: one(['actual/365', 'actual/actual', '30/360']),
    },
    { ratePercent: one(['0.3', '1.5', '3']) },
    { rateMonthlyPercent: one(['1', '1.5']) },
  ])

/** What can be agreed where a loan is not months of equal principal. */
export const choicesOf = (draws: Draws, on: string, months: number): PlanChoices => {
  const { one, whole, happens, maybe } = draws
  const step = () => one([1, 100, 500])
  const mode = () => one(['down', 'up', 'half-up', 'half-even'] as const)
  const grace = whole(0, months - 1)
  return {
    ...daysOf(draws, on, months),
    ...priceOf(draws),
    ...given(
      'repayment',
      maybe(60, () => one(['equal-instalment', 'equal-principal', 'bullet'] as const)),
    ),
    ...given(
      'graceOnPrincipal',
      maybe(25, () => Math.min(grace, 2)),
    ),
    ...given(
      'graceOnInterest',
      maybe(25, () => ({
        instalments: Math.min(grace, 2),
        is: one(['deferred', 'forgiven'] as const),
      })),
    ),
    ...given(
      'balloon',
      maybe(20, () => whole(1, 40) * 100),
    ),
    ...given(
      'remainder',
      maybe(40, () => one(['first', 'last', 'spread'] as const)),
    ),
    ...given(
      'interestRounding',
      maybe(30, () => ({ mode: mode(), step: step() })),
    ),
    ...given(
      'instalmentRounding',
      maybe(30, () => ({ mode: mode(), step: step() })),
    ),
    ...given(
      'workingDays',
      maybe(30, () => ({
        weekend: happens(50) ? [6, 7] : [7],
        holidays: [textOf(dayOf(on) + whole(20, 70))],
        direction: one(['forward', 'backward', 'forward-in-month', 'same'] as const),
      })),
    ),
  }
}
