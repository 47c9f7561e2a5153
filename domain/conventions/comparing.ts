import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Row } from '#domain/conventions/figures.ts'
import {
  type PlanReason,
  type StatedLoan,
  planReasons,
  planThere,
} from '#domain/conventions/stated-loan.ts'

/** What another system's book says of a loan's money, on the eve of a day; what it leaves out is undefined. */
export type StatedBalances = {
  readonly principalOwed: number
  readonly principalPaid?: number | undefined
  readonly interestPaid?: number | undefined
  /** Of the whole plan, also what has not fallen due. */
  readonly interestOwed?: number | undefined
  readonly principalLate?: number | undefined
  readonly interestLate?: number | undefined
}

const comparedFigures = ['principal', 'interest', 'principal-late', 'interest-late'] as const
type ComparedFigure = (typeof comparedFigures)[number]

/** A figure that its system tells otherwise than its own convention gives. */
type Difference = {
  readonly figure: ComparedFigure
  readonly told: number
  readonly computed: number
}

/** Why nothing was compared. */
const comparingReasons = [...planReasons, 'nothing-told'] as const
type ComparingReason = (typeof comparingReasons)[number]

export type Compared =
  | { readonly verdict: 'same' }
  | { readonly verdict: 'differs'; readonly differences: readonly Difference[] }
  | { readonly verdict: 'not-computed'; readonly reason: ComparingReason }

type Part = 'principal' | 'interest'

const planned = (rows: readonly Row[], part: Part): number =>
  rows.reduce((sum, row) => sum + row[part], 0)

/** What one part comes to there and by the plan; what is late only where that part adds up. */
const figuresOf = (
  rows: readonly Row[],
  dueBefore: readonly Row[],
  {
    part,
    paid,
    owed,
    late,
  }: {
    readonly part: Part
    readonly paid: number | undefined
    readonly owed: number | undefined
    readonly late: number | undefined
  },
): Difference[] => {
  if (paid === undefined || owed === undefined) return []
  const whole = { figure: part, told: paid + owed, computed: planned(rows, part) }
  if (whole.told !== whole.computed || late === undefined) return [whole]
  const computed = Math.max(planned(dueBefore, part) - paid, 0)
  return [whole, { figure: `${part}-late`, told: late, computed }]
}

/**
 * Holds what a system says of a loan against what its own convention gives. Paid and owed together must be
 * what was lent, and all interest of the plan; what is late must be what fell due before `on` and is not
 * paid. Sums are smallest units. A figure that is not told is not compared.
 */
export const comparedThere = (loan: StatedLoan, told: StatedBalances, on: LocalDate): Compared => {
  const rows = planThere(loan)
  if (typeof rows === 'string')
    return { verdict: 'not-computed', reason: rows satisfies PlanReason }
  // Rounding to large multiples can leave a part of the loan out, which no system tells.
  if (planned(rows, 'principal') !== loan.principal)
    return { verdict: 'not-computed', reason: 'no-plan-holds' }
  const dueBefore = rows.filter(({ dueOn }) => dueOn < on)
  const figures = [
    ...figuresOf(rows, dueBefore, {
      part: 'principal',
      paid: told.principalPaid,
      owed: told.principalOwed,
      late: told.principalLate,
    }),
    ...figuresOf(rows, dueBefore, {
      part: 'interest',
      paid: told.interestPaid,
      owed: told.interestOwed,
      late: told.interestLate,
    }),
  ]
  if (figures.length === 0) return { verdict: 'not-computed', reason: 'nothing-told' }
  const differences = figures.filter((one) => one.told !== one.computed)
  return differences.length === 0 ? { verdict: 'same' } : { verdict: 'differs', differences }
}
