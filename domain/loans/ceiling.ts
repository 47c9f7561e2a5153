import { Decimal } from 'decimal.js'
import type { Charter } from '#domain/fund/charter.ts'
import { type LocalDate, monthsBetween } from '#domain/kernel/dates.ts'
import { type Posted, balanceOf, savedBy } from '#domain/ledger/balances.ts'
import type { LoanTerms } from '#domain/loans/loan.ts'

/** What a ceiling is measured against, on the day of the loan. Smallest units. */
export type CeilingInputs = {
  readonly savings: number
  readonly equityAndSavings: number
  /** In a fund's first cycle its own size is a warning only. */
  readonly isFirstCycle: boolean
}

export type CeilingFlag = 'above-ceiling' | 'above-fund-share'

/** The largest sum that the charter lets a member of this standing borrow for this purpose. */
export const ceilingFor = (
  charter: Charter,
  { product, inputs }: { readonly product: LoanTerms['product']; readonly inputs: CeilingInputs },
): number => {
  const { savingsMultiple, amountMax, emergencyMax } = charter.ceiling
  if (product === 'emergency') return emergencyMax
  const own = Math.min(Math.max(inputs.savings, 0) * savingsMultiple, amountMax)
  return inputs.isFirstCycle ? own : Math.min(own, fundShare(charter, inputs))
}

const fundShare = (charter: Charter, { equityAndSavings }: CeilingInputs): number =>
  new Decimal(Math.max(equityAndSavings, 0))
    .times(charter.ceiling.ofEquityAndSavingsPercent)
    .div(100)
    .floor()
    .toNumber()

/** Rules about size that a pay-out breaks: each is a flag, because the money has left the box. */
export const ceilingFlags = (
  charter: Charter,
  terms: LoanTerms,
  inputs: CeilingInputs,
): CeilingFlag[] => {
  const { product, principal, months } = terms
  const isTooLong = product === 'emergency' && months > charter.ceiling.emergencyMonthsMax
  const isAboveOwn =
    principal > ceilingFor(charter, { product, inputs: { ...inputs, isFirstCycle: true } })
  return [
    ...(isAboveOwn || isTooLong ? (['above-ceiling'] as const) : []),
    ...(product !== 'emergency' && principal > fundShare(charter, inputs)
      ? (['above-fund-share'] as const)
      : []),
  ]
}

const firstCycleMonths = 12

/** A member's savings through the day, and the fund's own size on it: equity and all savings. */
export const ceilingInputs = (
  posted: Posted,
  {
    openedOn,
    memberId,
    on,
  }: { readonly openedOn: LocalDate; readonly memberId: string; readonly on: LocalDate },
): CeilingInputs => {
  const own = [...posted.keys()].filter((account) =>
    /^(equity|income|expense|liability:savings)/.test(account),
  )
  return {
    savings: savedBy(posted, memberId, on),
    equityAndSavings: own.reduce((sum, account) => sum - balanceOf(posted, account, on), 0),
    isFirstCycle: monthsBetween(openedOn, on) < firstCycleMonths,
  }
}
