import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import {
  type CumulativeTerms,
  cumulativeRows,
  downPaymentRows,
  flatShares,
  numbered,
  stretchRows,
} from '#domain/conventions/cumulative.ts'
import type { Row } from '#domain/conventions/figures.ts'
import { periodDay, workingDay } from '#domain/loans/plan/due-days.ts'

/** What is agreed anew from the row that was due on `fromDueOn`; rows before it stay. */
type ScheduleChange = {
  readonly fromDueOn: LocalDate
  readonly newDueOn?: LocalDate | undefined
  readonly extraTerms?: number | undefined
  readonly graceOnPrincipal?: number | undefined
  readonly newAnnualRatePercent?: string | undefined
}

/** Flat interest keeps its share a row, however many rows there are now. */
const flatOfRest = (
  terms: CumulativeTerms,
  { kept, dueOns }: { readonly kept: readonly Row[]; readonly dueOns: readonly LocalDate[] },
): readonly number[] => {
  const count = kept.length + dueOns.length
  const days = daysBetween(terms.disbursedOn, dueOns.at(-1) ?? terms.disbursedOn)
  return flatShares(terms, count, days).slice(kept.length)
}

/** The day of a row of the plan, also beyond its end. */
const planDay = ({ firstDueOn, disbursedOn, every }: CumulativeTerms, row: number): LocalDate =>
  firstDueOn === undefined
    ? periodDay(disbursedOn, row + 1, every)
    : periodDay(firstDueOn, row, every)

const interestOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { interest }) => sum + interest, 0)

/** Interest of rows that are kept whose payment waits for a row that is agreed anew. */
const waitingIn = (terms: CumulativeTerms, kept: readonly Row[], down: number): number =>
  interestOf(
    cumulativeRows({ ...terms, graceOnInterestPayment: 0 }).slice(down, down + kept.length),
  ) - interestOf(kept)

/**
 * The schedule after a change (`docs/conventions/cumulative.md`): the row's day moves and later ones
 * follow by the period, rows without principal are put in, what is left is spread over more rows, or
 * another rate holds.
 */
export const rescheduledRows = (terms: CumulativeTerms, change: ScheduleChange): Row[] => {
  const { every, workingDays, principal } = terms
  const { fromDueOn, newDueOn, extraTerms = 0, graceOnPrincipal = 0, newAnnualRatePercent } = change
  const down = downPaymentRows(terms)
  const plan = cumulativeRows(terms).slice(down.length)
  const first = plan.findIndex(({ dueOn }) => dueOn === fromDueOn)
  if (first === -1) return numbered([...down, ...plan])
  const kept = plan.slice(0, first)
  const balance = [...down, ...kept].reduce((left, row) => left - row.principal, principal)
  const count = plan.length - first + extraTerms + graceOnPrincipal
  const dueOns = Array.from({ length: count }, (_, k) =>
    workingDay(
      newDueOn === undefined
        ? (plan[first + k]?.dueOn ?? planDay(terms, first + k))
        : periodDay(newDueOn, k, every),
      workingDays,
    ),
  )
  const now =
    newAnnualRatePercent === undefined
      ? terms
      : { ...terms, annualRatePercent: newAnnualRatePercent }
  const isSpreadAnew = extraTerms > 0 || newAnnualRatePercent !== undefined
  const rest = stretchRows(now, {
    balance,
    from: kept.at(-1)?.dueOn ?? terms.disbursedOn,
    dueOns,
    graceOnPrincipal:
      graceOnPrincipal + (isSpreadAnew ? Math.max(terms.graceOnPrincipal - first, 0) : 0),
    knownParts: isSpreadAnew ? undefined : plan.slice(first).map((row) => row.principal),
    graceOnInterestPayment: Math.max(terms.graceOnInterestPayment - first, 0),
    waiting: waitingIn(terms, kept, down.length),
    flatInterest: terms.method === 'flat' ? flatOfRest(now, { kept, dueOns }) : undefined,
  })
  return numbered([...down, ...kept, ...rest])
}
