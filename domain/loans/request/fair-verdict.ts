import type { LocalDate } from '#domain/kernel/dates.ts'
import type {
  HardRefusal,
  RequestedLoan,
  LoanRequest,
} from '#domain/loans/request/request-state.ts'

/** Why no vote makes a loan fair: a hard rule, or a rule of the charter that looks at who asks. */
type UnfairRefusal =
  | HardRefusal
  | 'agency-seen-by-one'
  | 'burden-above-half'
  | 'above-ceiling'
  | 'too-long-for-an-emergency'
  | 'second-loan'
  | 'restart-first'

/** What fairness says of a request on the day of its vote. */
export type FairVerdict = {
  readonly refusal: UnfairRefusal | undefined
  readonly isForTheMeeting: boolean
}

/** What fairness says of a loan that is asked for: the first hard rule that it breaks, if any. */
export type FairWord = (asked: RequestedLoan) => HardRefusal | undefined

/** What fairness says of a request on a day, by everything that a vote looks at. */
export type FairVerdictOf = (request: LoanRequest, on: LocalDate) => FairVerdict
