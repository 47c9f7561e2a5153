import { isLocalDate, type LocalDate } from '#domain/kernel/dates.ts'
import { isAmount, isAmountOrNought } from '#domain/kernel/money.ts'
import { products } from '#domain/fund/charter.ts'
import {
  type BurdenBand,
  type BuyOutTold,
  type LoanAsked,
  type Migration,
  areLenderKinds,
  burdenBands,
  channels,
  purposes,
  securities,
} from '#domain/loans/request-state.ts'

type AskedOn = LoanAsked & { readonly effectiveOn: LocalDate }

const monthsMax = 120

const isMigration = ({
  channel,
  isAdult,
  recruitmentFee = 0,
  agencyCheckedOn,
}: Migration): boolean =>
  channels.includes(channel) &&
  typeof isAdult === 'boolean' &&
  isAmountOrNought(recruitmentFee) &&
  (agencyCheckedOn === undefined || isLocalDate(agencyCheckedOn))

const isBand = (band: BurdenBand | undefined): boolean =>
  band === undefined || burdenBands.includes(band)

const isBuyOut = (told: BuyOutTold): boolean =>
  areLenderKinds(told.lenderKinds) &&
  isBand(told.burdenBefore) &&
  isBand(told.burdenAfter) &&
  (told.lightens === undefined || told.lightens)

/** What comes with a loan and cannot hold, beside what was asked. */
const comesWithFault = ({ fee = 0, deposit = 0, principal, ...more }: LoanAsked) => {
  const { security, migration, buyOut, purpose } = more
  if (!isAmountOrNought(fee) || fee >= principal) return '/fee'
  if (!isAmountOrNought(deposit) || fee + deposit >= principal) return '/deposit'
  if (security !== undefined && !securities.includes(security)) return '/security'
  if (migration !== undefined && !isMigration(migration)) return '/migration'
  const isFit = buyOut === undefined || (purpose === 'buy-out' && isBuyOut(buyOut))
  return isFit ? undefined : '/buyOut'
}

const rates = ['rateMonthlyPercent', 'ratePercent', 'yearlyPercent'] as const

/** A loan to begin a trade costs nothing, and is for neither papers nor another lender. */
const enterpriseFault = ({ product, fee = 0, plan = {}, purpose }: LoanAsked) => {
  if (product !== 'enterprise') return undefined
  const rate = rates.find((name) => plan[name] !== undefined)
  if (rate !== undefined) return `/plan/${rate}`
  if (fee > 0) return '/fee'
  return purpose === 'papers-and-travel' || purpose === 'buy-out' ? '/purpose' : undefined
}

/** What of a request cannot hold, by its place; undefined where all can. */
export const askedFault = (command: AskedOn): string | undefined => {
  if (!products.includes(command.product)) return '/product'
  if (!isAmount(command.principal)) return '/principal'
  if (!isAmount(command.months) || command.months > monthsMax) return '/months'
  if (!purposes.includes(command.purpose)) return '/purpose'
  const { firstDueOn, effectiveOn } = command
  if (firstDueOn !== undefined && (!isLocalDate(firstDueOn) || firstDueOn <= effectiveOn))
    return '/firstDueOn'
  return comesWithFault(command) ?? enterpriseFault(command)
}
