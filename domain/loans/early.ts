import { type LocalDate, earlier, later } from '#domain/kernel/dates.ts'
import { keptWhileSame, whileSame } from '#domain/kernel/kept.ts'
import type { Due } from '#domain/loans/plan/dues.ts'
import { type Loan, loanAsOf } from '#domain/loans/loan.ts'
import { standingOf, unpaidDues } from '#domain/loans/standing.ts'
import { walk } from '#domain/loans/plan/village-convention.ts'

/** What is left of a loan costs: all of it paid on a day, or by the schedule. Sums in smallest units. */
export type EarlyPayment = {
  readonly principal: number
  /** Interest counted and unpaid, the days of the running month included. */
  readonly interestNow: number
  /** What is late paid on the day, every other instalment on its own. */
  readonly interestBySchedule: number
  readonly saved: number
}

/** What a borrower should bring next, so that nothing of the loan is late after that day. */
export type NextPayment = {
  readonly on: LocalDate
  readonly principal: number
  readonly interest: number
  /** Principal whose own day has passed. */
  readonly late: number
  readonly amount: number
}

/** Ids that come after every real one of their day. */
const asIfId = (place: string): string => `~${place}`
const settling = asIfId('~')

/** More than any loan can owe; a settlement takes what it needs and the rest does not matter. */
const everything = Number.MAX_SAFE_INTEGER

/** Books take a window in from its first day, also when it was declared later, as in `standingOf`. */
const knownOn = (loan: Loan, day: LocalDate): Loan => ({
  ...loanAsOf(loan, day),
  deferrals: loan.deferrals,
})

/**
 * All interest that is still taken when these parts of the principal are paid on their days and the
 * rest on the last. Interest that waits bears none, so that taking all of it at the end changes nothing.
 */
const interestUntilSettled = (loan: Loan, parts: readonly Due[], settledOn: LocalDate): number => {
  const asIf = parts.map(({ on, principal }, i) => ({
    id: asIfId(String(i).padStart(4, '0')),
    on,
    amount: principal,
    written: { interest: 0, principal },
  }))
  const repayments = [
    ...loan.repayments,
    ...asIf,
    { id: settling, on: settledOn, amount: everything },
  ]
  return walk({ ...loan, repayments }, settledOn).splits.find(({ id }) => id === settling)!.interest
}

/** What paying all that is left on this day saves (`docs/conventions/village.md`); undefined where nothing is left. */
export const earlyPaymentOf = whileSame((loan: Loan, asOf: LocalDate): EarlyPayment | undefined => {
  const standing = standingOf(loan, asOf)
  if (!standing || standing.owed === 0) return undefined
  const known = knownOn(loan, asOf)
  const left = unpaidDues(standing.dues, standing.settled).map((due) => ({
    ...due,
    on: later(due.on, asOf),
  }))
  const interestNow = interestUntilSettled(known, [], asOf)
  const interestBySchedule = interestUntilSettled(known, left.slice(0, -1), left.at(-1)!.on)
  return {
    principal: standing.owed,
    interestNow,
    interestBySchedule,
    saved: interestBySchedule - interestNow,
  }
})

type NextDays = { readonly asOf: LocalDate; readonly meetingOn: LocalDate }

const keptNext = keptWhileSame<Loan, NextPayment | undefined>()

/** The next instalment with its interest; what is late, and all that is left past the last one, comes to the next meeting. */
export const nextPaymentOf = (loan: Loan, days: NextDays): NextPayment | undefined =>
  keptNext(loan, [days.asOf, days.meetingOn], () => foundNext(loan, days))

const foundNext = (loan: Loan, { asOf, meetingOn }: NextDays): NextPayment | undefined => {
  const standing = standingOf(loan, asOf)
  if (!standing || standing.owed === 0) return undefined
  const known = knownOn(loan, asOf)
  const { nextDue, overdue: late } = standing
  const own = nextDue?.on ?? meetingOn
  const on = late > 0 ? earlier(own, meetingOn) : own
  const principal = nextDue?.on === on ? nextDue.principal : 0
  const interest =
    principal + late === standing.owed
      ? interestUntilSettled(known, [], on)
      : Math.max(walk(known, on).interestDue, 0)
  return { on, principal, interest, late, amount: principal + late + interest }
}
