import { type AccountKind } from '#domain/ledger/accounts.ts'
import { Decimal } from 'decimal.js'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { enterpriseMaxOf } from '#domain/fund/charter/default-charter.ts'
import { type LocalDate, monthsBetween } from '#domain/kernel/dates.ts'
import { type Posted, ownIn, savedBy } from '#domain/ledger/balances.ts'
import type { Every } from '#domain/loans/plan/due-days.ts'
import type { LoanTerms } from '#domain/loans/loan.ts'
import { monthsLasting } from '#domain/loans/plan/plan-months.ts'
import type { Purpose } from '#domain/loans/request/request-state.ts'

/** What a ceiling is measured against, on the day of the loan. Smallest units. */
export type CeilingInputs = {
  readonly savings: number
  readonly equityAndSavings: number
  /** In a fund's first cycle its own size is a warning only. */
  readonly isFirstCycle: boolean
}

type CeilingFlag = 'above-ceiling' | 'above-fund-share'

type Measured = {
  readonly product: LoanTerms['product']
  /** Undefined where nobody said what the money is for: an old book's loan. */
  readonly purpose?: Purpose | undefined
  readonly inputs: CeilingInputs
}

/**
 * The largest sum that the charter lets a member of this standing borrow for this purpose. Papers, a dear debt
 * bought out and a trade that is begun have ceilings of their own, which ask for no savings.
 */
export const ceilingFor = (charter: Charter, { product, purpose, inputs }: Measured): number => {
  const { savingsMultiple, amountMax, emergencyMax, papersMax, buyOutMax } = charter.ceiling
  if (product === 'emergency') return emergencyMax
  if (product === 'enterprise') return enterpriseMaxOf(charter)
  if (purpose === 'papers-and-travel') return papersMax ?? amountMax
  if (purpose === 'buy-out') return buyOutMax ?? amountMax
  const own = Math.min(Math.max(inputs.savings, 0) * savingsMultiple, amountMax)
  return inputs.isFirstCycle ? own : Math.min(own, fundShare(charter, inputs))
}

const fundShare = (charter: Charter, { equityAndSavings }: CeilingInputs): number =>
  new Decimal(Math.max(equityAndSavings, 0))
    .times(charter.ceiling.ofEquityAndSavingsPercent)
    .div(100)
    .floor()
    .toNumber()

const monthly: Every = { n: 1, unit: 'months' }

/** How many months a loan lasts that was paid out on a day, by whatever plan. */
const monthsOf = ({ plan, months, firstDueOn }: LoanTerms, paidOutOn: LocalDate): number =>
  monthsLasting({
    due: plan?.due ?? { every: monthly, firstDueOn },
    instalments: months,
    paidOutOn,
  })

/** Rules about size that a pay-out breaks: each is a flag, because the money has left the box. */
export const ceilingFlags = (
  charter: Charter,
  { terms, purpose }: { readonly terms: LoanTerms; readonly purpose: Purpose | undefined },
  { inputs, on }: { readonly inputs: CeilingInputs; readonly on: LocalDate },
): CeilingFlag[] => {
  const { product, principal } = terms
  const isTooLong =
    product === 'emergency' && monthsOf(terms, on) > charter.ceiling.emergencyMonthsMax
  const isAboveOwn =
    principal > ceilingFor(charter, { product, purpose, inputs: { ...inputs, isFirstCycle: true } })
  return [
    ...(isAboveOwn || isTooLong ? (['above-ceiling'] as const) : []),
    ...(product !== 'emergency' && principal > fundShare(charter, inputs)
      ? (['above-fund-share'] as const)
      : []),
  ]
}

const firstCycleMonths = 12

/** Private savings are nobody's word here. */
const isOwn = (kind: AccountKind): boolean =>
  /^(equity|income|expense):/.test(kind) || kind === 'liability:savings'

/** A member's savings through the day, and the fund's own size on it: equity and all savings. */
export const ceilingInputs = (
  posted: Posted,
  {
    openedOn,
    memberId,
    on,
  }: { readonly openedOn: LocalDate; readonly memberId: string; readonly on: LocalDate },
): CeilingInputs => {
  return {
    savings: savedBy(posted, memberId, on),
    equityAndSavings: ownIn(posted, on, isOwn),
    isFirstCycle: monthsBetween(openedOn, on) < firstCycleMonths,
  }
}
