import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Charter } from '#domain/fund/charter/charter.ts'
import { type PlanCost, costPer100000 } from '#domain/loans/plan/plan-cost.ts'
import { type QuoteTerms, quoteOf } from '#domain/loans/plan/quote.ts'

/**
 * What another lender says of the same sum, as it is said in a village: so much a month on the whole sum, or
 * interest alone until all is paid at the end, or on the falling balance, with a fee taken off at once.
 */
export type OutsideOffer = {
  readonly kind: 'flat' | 'interest-only' | 'falling'
  readonly monthlyPercent: string
  readonly fee?: number
}

type Offered = {
  readonly principal: number
  readonly months: number
  readonly paidOutOn: LocalDate
}

export type OfferCost = Pick<
  PlanCost,
  'interest' | 'totalToRepay' | 'costPer100000' | 'nominalYearlyPercent' | 'effectiveYearlyPercent'
> & { readonly fee: number; readonly firstInstalment: number }

/**
 * What a moneylender and an MFI ask where nobody has typed in an offer: DF 1.2 and 1.4, as examples. Fees have
 * risen since the cap of 2017 (DF 0.2, 1.1), but no source says to how much: the example has none, and says so.
 */
export const usualOffers = {
  moneylender: { kind: 'interest-only', monthlyPercent: '10' },
  mfi: { kind: 'falling', monthlyPercent: '1.5', fee: 0 },
} as const satisfies Readonly<Record<string, OutsideOffer>>

const questionOf = ({ kind, monthlyPercent, fee = 0 }: OutsideOffer, of: Offered): QuoteTerms => ({
  principal: of.principal,
  instalments: of.months,
  product: 'normal',
  paidOutOn: of.paidOutOn,
  rateMonthlyPercent: monthlyPercent,
  lender: 'other',
  method: kind === 'flat' ? 'flat' : 'declining',
  repayment: 'equal-principal',
  ...(kind === 'interest-only' ? { graceOnPrincipal: of.months - 1 } : {}),
  interestRounding: { mode: 'half-up', step: 1 },
  instalmentRounding: { mode: 'half-up', step: 1 },
  fee,
})

/** An offer for the same sum and time, told as dear as it is. */
export const offerCost = (charter: Charter, offer: OutsideOffer, of: Offered): OfferCost => {
  const quote = quoteOf(charter, questionOf(offer, of), undefined)
  const { interest, totalToRepay, nominalYearlyPercent, effectiveYearlyPercent, fee, rows } = quote
  return {
    interest,
    totalToRepay,
    costPer100000: costPer100000(interest + fee, of.principal),
    nominalYearlyPercent,
    effectiveYearlyPercent,
    fee,
    firstInstalment: rows[0]!.total,
  }
}
