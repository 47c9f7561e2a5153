import type { LocalDate } from '#domain/kernel/dates.ts'
import { type RequestedLoan, areEachOnce } from '#domain/loans/request/request-state.ts'

type DatedRequest = RequestedLoan & { readonly effectiveOn: LocalDate }

/** What comes with a loan and cannot hold, beside what was asked. */
const comesWithFault = ({ fee = 0, deposit = 0, principal, buyOut, purpose }: RequestedLoan) => {
  if (fee >= principal) return '/fee'
  if (fee + deposit >= principal) return '/deposit'
  const isFit = buyOut === undefined || (purpose === 'buy-out' && areEachOnce(buyOut.lenderKinds))
  return isFit ? undefined : '/buyOut'
}

const rates = ['rateMonthlyPercent', 'ratePercent', 'yearlyPercent'] as const

/** A loan to begin a trade costs nothing, and is for neither papers nor another lender. */
const enterpriseFault = ({ product, fee = 0, plan = {}, purpose }: RequestedLoan) => {
  if (product !== 'enterprise') return undefined
  const rate = rates.find((name) => plan[name] !== undefined)
  if (rate !== undefined) return `/plan/${rate}`
  if (fee > 0) return '/fee'
  return purpose === 'papers-and-travel' || purpose === 'buy-out' ? '/purpose' : undefined
}

/** What of a request cannot hold beside the rest of it, by its place; undefined where all can. */
export const requestFault = (command: DatedRequest): string | undefined => {
  const { firstDueOn, effectiveOn } = command
  if (firstDueOn !== undefined && firstDueOn <= effectiveOn) return '/firstDueOn'
  return comesWithFault(command) ?? enterpriseFault(command)
}
