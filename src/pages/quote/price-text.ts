import type { Quote } from '#domain/loans/plan/quote.ts'
import type { Picture } from '#src/desk/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { quoteWords } from '#src/words/quote-words.ts'

/** A price, and the language in which it is told. */
export type Priced = {
  readonly quote: Quote
  readonly language: Language
}

export type Verdict = {
  readonly tone: 'good' | 'bad'
  readonly shown: Picture
  readonly heading: string
  readonly why: string
  readonly next: string
}

const rateText = (rate: string | null, language: Language): string =>
  rate ?? quoteWords.in(language).noRate

/** Why a price is above the cap: by its rate, or by the rate that was asked before the hard limit cut it. */
const whyAbove = ({ quote, language }: Priced): string => {
  const words = quoteWords.in(language)
  const { nominalYearlyPercent, verdict } = quote
  const cap = verdict.capYearlyPercent
  const isCut = nominalYearlyPercent !== null && Number(nominalYearlyPercent) <= Number(cap)
  return isCut
    ? words.aboveWhyUncut(cap)
    : words.aboveWhy(rateText(nominalYearlyPercent, language), cap)
}

/** Whether it can be lent at this price, why, and what to do. */
export const verdictOf = (part: Priced): Verdict => {
  const { quote, language } = part
  const words = quoteWords.in(language)
  const { cost, capYearlyPercent: cap } = quote.verdict
  const rate = rateText(quote.nominalYearlyPercent, language)
  const isOther = quote.terms.isOutside === true
  const bad = { tone: 'bad', shown: 'stop' } as const
  const good = { tone: 'good', shown: 'on-time' } as const
  if (cost === 'flat-rate-not-lent')
    return {
      ...bad,
      heading: words.flatHeading,
      why: words.flatWhy(rate, cap),
      next: words.otherNext,
    }
  if (cost === 'above-cap')
    return {
      ...bad,
      heading: isOther ? words.otherAboveHeading : words.aboveHeading,
      why: whyAbove(part),
      next: isOther ? words.otherNext : words.aboveNext,
    }
  return {
    ...good,
    heading: isOther ? words.otherWithinHeading : words.withinHeading,
    why: words.withinWhy(rate, cap),
    next: isOther ? words.otherNext : words.withinNext,
  }
}

/** One line of what a loan costs, with what has to be known of it. */
type CostLine = readonly [label: string, said: string, more?: string]

/** What a loan costs beside its instalments, line by line. */
export const costLines = ({ quote, language }: Priced): readonly CostLine[] => {
  const words = quoteWords.in(language)
  const { currency, fee, deposit, verdict } = quote
  const told = (amount: number): string => moneyInFigures({ amount, currency })
  const yearly = (rate: string | null): string => (rate === null ? words.noRate : `${rate} %`)
  return [
    ...(fee === 0 ? [] : [[words.fee, told(fee)] as const]),
    ...(deposit === 0 ? [] : [[words.deposit, told(deposit)] as const]),
    [words.per100000(told(100_000)), told(quote.costPer100000)],
    [
      words.nominal,
      yearly(quote.nominalYearlyPercent),
      words.capIsOfThis(verdict.capYearlyPercent),
    ],
    [words.effective, yearly(quote.effectiveYearlyPercent)],
  ]
}
