import { type LocalDate, daysAfter } from '#domain/kernel/dates.ts'
import type { Deferral, Loan } from '#domain/loans/loan.ts'
import { standingOf } from '#domain/loans/standing.ts'

/** Windows of events; the one that a death opens is none. */
const windowsOfEvents = ({ deferrals }: Loan, on: LocalDate): readonly Deferral[] =>
  deferrals.filter(({ eventId, declaredOn }) => eventId !== 'death' && declaredOn <= on)

/** The last day on which a loan is put off, as far as that is known on a day; undefined without relief. */
export const reliefEndsOn = (loan: Loan, on: LocalDate): LocalDate | undefined =>
  windowsOfEvents(loan, on)
    .map(({ to }) => to)
    .toSorted()
    .at(-1)

/** The first money that came after relief ended: the loan has begun again. */
export const restartedOn = (loan: Loan, ended: LocalDate, on: LocalDate): LocalDate | undefined =>
  loan.repayments
    .map((one) => one.on)
    .filter((day) => day > ended && day <= on)
    .toSorted()[0]

/**
 * Loans on which something was owed when their relief ended, so many days ago or longer, and those of them on which
 * something was paid within so many days of its end.
 */
export const restartsOf = (
  loans: Iterable<Loan>,
  asOf: LocalDate,
  days: number,
): { readonly ended: readonly Loan[]; readonly restarted: readonly Loan[] } => {
  const ended = [...loans].flatMap((loan) => {
    const on = reliefEndsOn(loan, asOf)
    if (on === undefined || daysAfter(on, days) > asOf) return []
    return (standingOf(loan, on)?.owed ?? 0) > 0 ? [{ loan, on }] : []
  })
  return {
    ended: ended.map(({ loan }) => loan),
    restarted: ended.flatMap(({ loan, on }) =>
      restartedOn(loan, on, daysAfter(on, days)) === undefined ? [] : [loan],
    ),
  }
}

/** A loan that is put off and owed, and was not begun again: nothing but an emergency loan is lent beside it. */
export const awaitsRestart = (loans: Iterable<Loan>, memberId: string, on: LocalDate): boolean =>
  [...loans].some((loan) => {
    if (loan.memberId !== memberId) return false
    const windows = windowsOfEvents(loan, on).filter(({ from }) => from <= on)
    const ended = windows
      .map(({ to }) => to)
      .toSorted()
      .at(-1)
    if (ended === undefined || (standingOf(loan, on)?.owed ?? 0) === 0) return false
    return restartedOn(loan, ended, on) === undefined
  })
