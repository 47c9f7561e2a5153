import type { LocalDate } from '#domain/kernel/dates.ts'
import { heldOf } from '#domain/loans/as-written.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { Security } from '#domain/loans/request/request-state.ts'

/** What is still held of a loan on a day, whether or not anything is owed. */
export const stillHeld = (
  { origin, securities: taken, returns = [], isVoid }: Loan,
  asOf: LocalDate,
): readonly Security[] => {
  if (isVoid || asOf < origin.on) return []
  return heldOf(taken).filter(
    (one) => !returns.some(({ on, security }) => security === one && on <= asOf),
  )
}
