import type { LocalDate } from '#domain/kernel/dates.ts'
import { lasting, whileSame } from '#domain/kernel/kept.ts'
import type { FundBook } from '#domain/health/book.ts'
import { beyondOf, convertedOn, isUnfair } from '#domain/loans/beyond.ts'
import { stillHeld } from '#domain/loans/held.ts'
import { type Loan, paidOutOn } from '#domain/loans/loan.ts'
import type { Security } from '#domain/loans/request/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'

export const taskKinds = ['give-back', 'convert'] as const
export type TaskKind = (typeof taskKinds)[number]

/** Something of older loans that the committee has still to do. Sums in smallest units. */
export type CommitteeTask = {
  readonly kind: TaskKind
  readonly loanId: string
  /** The loan's number. */
  readonly number: string
  readonly memberId: string
  /** Since when a paper is held, or the loan stands in these books by its older terms. */
  readonly since: LocalDate
  /** What is to be given back; null where it is another task. */
  readonly security: Security | null
  /** What the older terms would have asked beyond the fund's by the day; null where it is another task. */
  readonly notDemanded: number | null
}

const toGiveBack = (loan: Loan, asOf: LocalDate): CommitteeTask[] =>
  stillHeld(loan, asOf).map((security) => ({
    ...aboutOf(loan),
    kind: 'give-back',
    since: paidOutOn(loan),
    security,
    notDemanded: null,
  }))

const aboutOf = ({ loanId, number, memberId }: Loan) => ({ loanId, number, memberId })

/** A loan that is owed and bears terms no vote would lend by, until the meeting has converted it. */
const toConvert = (loan: Loan, asOf: LocalDate): CommitteeTask[] => {
  const converted = convertedOn(loan)
  const isConverted = converted !== undefined && converted <= asOf
  if (isConverted || !isUnfair(loan) || (standingOf(loan, asOf)?.owed ?? 0) === 0) return []
  const notDemanded = beyondOf(loan, asOf)?.open ?? 0
  const since = loan.origin.on
  return [{ ...aboutOf(loan), kind: 'convert', since, security: null, notDemanded }]
}

/** What the committee has still to do about loans of an older book: papers first, the oldest first. */
export const tasksOf = ({ loans }: FundBook, asOf: LocalDate): readonly CommitteeTask[] =>
  tasksOfLoans(loans, asOf)

const tasksOfLoans = whileSame((loans: readonly Loan[], asOf: LocalDate) => {
  const place = ({ kind, since, number, security }: CommitteeTask): string =>
    `${taskKinds.indexOf(kind)} ${since} ${number} ${security}`
  return lasting(
    loans
      .flatMap((loan) => [...toGiveBack(loan, asOf), ...toConvert(loan, asOf)])
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
  )
})

/** How many of each kind are open. */
export const taskCounts = (
  tasks: readonly CommitteeTask[],
): Readonly<Record<TaskKind, number>> => ({
  'give-back': tasks.filter(({ kind }) => kind === 'give-back').length,
  convert: tasks.filter(({ kind }) => kind === 'convert').length,
})
