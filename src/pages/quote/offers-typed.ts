import type { Charter } from '#domain/fund/charter/charter.ts'
import { type OutsideOffer, usualOffers } from '#domain/fairness/offers.ts'
import { isRate, latinDigits } from '#domain/kernel/money.ts'
import { amountIn } from '#src/desk/entered.ts'
import {
  type FaultWord,
  type Faults,
  type LineName,
  type Typed,
  chosenOf,
} from '#src/pages/quote/choices.ts'

export type LenderName = keyof typeof usualOffers
export type Offers = Readonly<Record<LenderName, OutsideOffer>>

const percentMax = 100

/** What stands in the fields where nobody has typed anything: the usual offers. */
export const usualTyped: Typed = {
  moneylenderKind: usualOffers.moneylender.kind,
  moneylenderPercent: usualOffers.moneylender.monthlyPercent,
  mfiPercent: usualOffers.mfi.monthlyPercent,
}

/** What other lenders said, and what is wrong with it field by field. */
export const offersIn = (
  typed: Typed,
  { currency }: Charter,
  principal: number,
): { readonly offers: Offers | undefined; readonly faults: Faults } => {
  const faults = new Map<LineName, FaultWord>()
  const all: Typed = { ...usualTyped, ...typed }
  const percent = (name: LineName): string => {
    const rate = latinDigits(all[name] ?? '')
    if (!isRate(rate, percentMax)) faults.set(name, 'faultOfferRate')
    return rate
  }
  const feeRead = amountIn(all.mfiFee ?? '', currency)
  const fee = feeRead === 'missing' || feeRead === 'zero' ? 0 : feeRead
  if (typeof fee !== 'number' || fee >= principal) faults.set('mfiFee', 'faultOfferFee')
  const offers: Offers = {
    moneylender: {
      kind: chosenOf(all, 'moneylenderKind'),
      monthlyPercent: percent('moneylenderPercent'),
    },
    mfi: {
      kind: 'falling',
      monthlyPercent: percent('mfiPercent'),
      fee: typeof fee === 'number' ? fee : 0,
    },
  }
  return { offers: faults.size === 0 ? offers : undefined, faults }
}

/** Whether an offer is the usual one of its kind, typed or not: an example, and nobody's. */
export const isUsual = (name: LenderName, { kind, monthlyPercent, fee = 0 }: OutsideOffer) => {
  const usual: OutsideOffer = usualOffers[name]
  return (
    usual.kind === kind &&
    Number(usual.monthlyPercent) === Number(monthlyPercent) &&
    (usual.fee ?? 0) === fee
  )
}
