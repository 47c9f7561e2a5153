import type { Charter } from '#domain/fund/charter.ts'
import { monthsBetween } from '#domain/kernel/dates.ts'
import { rulingsOn } from '#domain/fairness/fair-lending.ts'
import type { FairAsked, FairGround, Ruling } from '#domain/fairness/ruling.ts'
import type { Quote, QuoteAsked } from '#domain/loans/quote.ts'

/** How many months a plan lasts, a begun one counting whole: weeks and own days are turned into months. */
export const monthsOf = ({ terms, rows }: Quote): number => {
  const { due, instalments, paidOutOn } = terms
  if ('every' in due && due.every.unit === 'months') return instalments * due.every.n
  const last = rows.at(-1)!.dueOn
  const begun = last.slice(8) > paidOutOn.slice(8) ? 1 : 0
  return Math.max(1, monthsBetween(paidOutOn, last) + begun)
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

const askedOf = (asked: QuoteAsked, quote: Quote): FairAsked => {
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
  { asked, quote }: { readonly asked: QuoteAsked; readonly quote: Quote },
): readonly Ruling[] => {
  const ground: FairGround = { ...nobodys, charter, on: asked.paidOutOn }
  const fair = askedOf(asked, quote)
  const price = rulingsOn(fair, ground).filter(({ code }) => priceCodes.includes(code))
  if (asked.product !== 'emergency') return price
  const size = rulingsOn({ ...fair, plan: {}, months: monthsOf(quote) }, ground)
  return [...price, ...size.filter(({ code }) => emergencyCodes.includes(code))]
}
