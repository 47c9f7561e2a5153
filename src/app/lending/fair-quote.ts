import type { Charter } from '#domain/fund/charter/charter.ts'
import { daysBetween } from '#domain/kernel/dates.ts'
import { rulingsOn } from '#domain/fairness/fair-lending.ts'
import { type OfferCost, type OutsideOffer, offerCost } from '#domain/fairness/offers.ts'
import type { FairTerms, FairGround, Ruling } from '#domain/fairness/ruling.ts'
import type { Quote, QuoteTerms } from '#domain/loans/plan/quote.ts'

const wholeMonths = ({ terms: { due, instalments } }: Quote): number | undefined =>
  'every' in due && due.every.unit === 'months' ? instalments * due.every.n : undefined

/** How many months a plan lasts, to the nearest one, so that nobody beside us is told dearer by a day of ours. */
export const monthsOf = (quote: Quote): number => {
  const days = daysBetween(quote.terms.paidOutOn, quote.rows.at(-1)!.dueOn)
  return wholeMonths(quote) ?? Math.max(1, Math.round((days * 12) / 365))
}

/** So much saved, and a fund so large, that neither is what a ruling is about. */
const plenty = 900_000_000_000
const nobodys: Omit<FairGround, 'charter' | 'on'> = {
  ceiling: { savings: plenty, equityAndSavings: plenty * 100, isFirstCycle: true },
  burden: { least: 0, most: 0 },
  hasOther: false,
}

const priceCodes: readonly Ruling['code'][] = ['above-cap', 'charges-above-half']
const emergencyCodes: readonly Ruling['code'][] = ['above-ceiling', 'too-long-for-an-emergency']

const fairQuestion = (asked: QuoteTerms, quote: Quote): FairTerms => {
  const { principal, product, paidOutOn: _, instalments: __, months: ___, ...more } = asked
  const { firstDueOn, fee, deposit, relief: ____, lender: _____, ...plan } = more
  return {
    product,
    principal,
    months: quote.terms.instalments,
    purpose: 'family-need',
    plan,
    ...(firstDueOn === undefined ? {} : { firstDueOn }),
    ...(fee === undefined ? {} : { fee }),
    ...(deposit === undefined ? {} : { deposit }),
  }
}

/**
 * What the fair-lending charter says of a question by itself: its price, and for an emergency its size and
 * time. Savings, burden and other loans are a person's, and nobody is asked about here.
 */
export const rulingsOnQuote = (
  charter: Charter,
  { asked, quote }: { readonly asked: QuoteTerms; readonly quote: Quote },
): readonly Ruling[] => {
  const ground: FairGround = { ...nobodys, charter, on: asked.paidOutOn }
  const fair = fairQuestion(asked, quote)
  const codes = asked.product === 'emergency' ? [...priceCodes, ...emergencyCodes] : priceCodes
  return rulingsOn(fair, ground).filter(({ code }) => codes.includes(code))
}

/** What our own plan costs, and what it would cost from each of some others. */
export type BesideOthers<Name extends string> = {
  readonly ours: OfferCost
  readonly others: Readonly<Record<Name, OfferCost>>
}

/** The same sum for the same time from each of them: ours first, then the others in their order. */
export const besideOthers = <Name extends string>(
  charter: Charter,
  quote: Quote,
  offers: Readonly<Record<Name, OutsideOffer>>,
): BesideOthers<Name> => {
  const { principal, fee, rows, terms } = quote
  const of = { principal, months: monthsOf(quote), paidOutOn: terms.paidOutOn }
  const told = Object.entries<OutsideOffer>(offers).map(([name, offer]) => [
    name,
    offerCost(charter, offer, of),
  ])
  return {
    ours: { ...quote, fee, firstInstalment: rows[0]!.total },
    others: Object.fromEntries(told) as Record<Name, OfferCost>,
  }
}
