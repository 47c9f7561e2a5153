import type { LocalDate } from '#domain/kernel/dates.ts'
import { invalid } from '#domain/kernel/decision.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'

/** A month and a meeting: whoever was away hears of it and can still speak. */
export const appealDaysMax = 31

export const requestUnknown = invalid('request-unknown', '/loanId')

export const isOpen = ({ state }: LoanRequest): boolean =>
  state === 'requested' || state === 'appraised' || state === 'appealed' || state === 'approved'

type UndecidedRefusal = 'not-appraised' | 'already-decided' | 'request-closed'

/** Why a request cannot be decided; undefined where it can. */
export const undecided = ({ state }: LoanRequest): UndecidedRefusal | undefined => {
  if (state === 'appraised' || state === 'appealed') return undefined
  if (state === 'requested') return 'not-appraised'
  return state === 'approved' || state === 'refused' ? 'already-decided' : 'request-closed'
}

/** The day of the last step of a request: the next one is none before it. */
export const lastStepOn = ({
  requestedOn,
  appraisal,
  decision,
  appealedOn,
}: LoanRequest): LocalDate =>
  [appraisal?.on, decision?.on, appealedOn].reduce<LocalDate>(
    (last, on) => (on !== undefined && on > last ? on : last),
    requestedOn,
  )
