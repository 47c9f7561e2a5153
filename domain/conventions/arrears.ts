import { type LocalDate, daysAfter, daysBetween, earlier } from '#domain/kernel/dates.ts'

type Outstanding = { readonly dueOn: LocalDate; readonly outstanding: number }

/** Days on which ages stand still; its last day is still covered. */
type Pause = { readonly start: LocalDate; readonly end: LocalDate }

/** A named range of days late, both ends included; without `max` it has no end. */
type Bucket = { readonly name: string; readonly min: number; readonly max: number | null }

export type ArrearsQuery = {
  readonly asOf: LocalDate
  readonly graceDays: number
  readonly pauses: readonly Pause[]
  readonly buckets: readonly Bucket[]
  readonly instalments: readonly Outstanding[]
}

type Arrears = {
  readonly overdue: number
  readonly pastDueDays: number
  readonly delinquentDays: number
  readonly delinquentSince: LocalDate | null
  readonly bucket: string | null
  /** Overdue sums by the bucket of each instalment's own age. */
  readonly byInstalment: Readonly<Record<string, number>>
}

/**
 * Days on which the clock stood still: end less start, or so far while a pause runs. All of a pause
 * counts, also days before the due date: the source knows one number a loan.
 */
const pausedDays = (pauses: readonly Pause[], asOf: LocalDate): number =>
  pauses.reduce(
    (days, { start, end }) => days + Math.max(daysBetween(start, earlier(end, asOf)), 0),
    0,
  )

const bucketOf = (buckets: readonly Bucket[], days: number): string | null =>
  buckets.find(({ min, max }) => min <= days && (max === null || days <= max))?.name ?? null

/** How late a loan is on a day (`docs/conventions/arrears.md`): due, past due and delinquent kept apart. */
export const arrearsOn = (asked: ArrearsQuery): Arrears => {
  const { asOf, graceDays, pauses, buckets, instalments } = asked
  const late = instalments.filter(({ dueOn, outstanding }) => dueOn < asOf && outstanding > 0)
  const oldest = late.map(({ dueOn }) => dueOn).reduce(earlier, asOf)
  const paused = pausedDays(pauses, asOf)
  const pastDueDays = daysBetween(oldest, asOf)
  const delinquentDays = Math.max(pastDueDays - paused - graceDays, 0)
  const byInstalment: Record<string, number> = {}
  for (const { dueOn, outstanding } of late) {
    const age = daysBetween(dueOn, asOf) - paused
    const name = bucketOf(buckets, age)
    if (name !== null) byInstalment[name] = (byInstalment[name] ?? 0) + outstanding
  }
  return {
    overdue: late.reduce((all, { outstanding }) => all + outstanding, 0),
    pastDueDays,
    delinquentDays,
    delinquentSince: late.length === 0 ? null : daysAfter(oldest, graceDays),
    bucket: bucketOf(buckets, delinquentDays),
    byInstalment,
  }
}
