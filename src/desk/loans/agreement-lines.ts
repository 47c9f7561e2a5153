import { lifetimeChargesMaxPercent } from '#domain/fund/charter/law.ts'
import { lateFineMax, lateFinePercentMax } from '#domain/fund/charter/limits.ts'
import { moneyBackDays } from '#domain/loans/begin.ts'
import type { Quote } from '#domain/loans/plan/quote.ts'
import { appealDaysMax } from '#domain/loans/request/steps.ts'
import type { Language } from '#src/words/catalogue.ts'
import { agreementWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures, moneyInTable, moneyInWords } from '#src/words/locale.ts'

/** One line of the agreement, by what it is; a page lays lines out and adds no word to them. */
export type AgreementLine =
  | { readonly is: 'title' | 'heading' | 'said' | 'right' | 'place'; readonly text: string }
  | { readonly is: 'head' | 'row' | 'sum'; readonly cells: readonly string[] }

type Said = {
  readonly quote: Quote
  readonly language: Language
  readonly figures: (amount: number) => string
  readonly aloud: (amount: number) => string
  readonly day: (day: string) => string
}

const line = (is: 'title' | 'heading' | 'said' | 'right' | 'place', text: string) =>
  ({ is, text }) as const

const rateLine = ({ quote: { terms }, language }: Said): string => {
  const words = agreementWords.in(language)
  const { interest, due } = terms
  if (interest.per === 'day') return words.rateOfYear(interest.yearlyPercent)
  const { ratePercent } = interest
  if (Number(ratePercent) === 0) return words.noInterest
  const isMonthly = 'every' in due && due.every.unit === 'months' && due.every.n === 1
  return isMonthly ? words.rateOfMonth(ratePercent) : words.rateOfPeriod(ratePercent)
}

const termLines = (said: Said): AgreementLine[] => {
  const { quote, language, figures, aloud, day } = said
  const words = agreementWords.in(language)
  const { principal, rows, terms, fee, deposit } = quote
  const [first, last] = [rows[0]!, rows.at(-1)!]
  return [
    line('heading', words.terms),
    line('said', words.sum(figures(principal), aloud(principal), day(terms.paidOutOn))),
    line(
      'said',
      rows.length === 1
        ? words.paidBackOnce(day(last.dueOn))
        : words.paidBack(String(rows.length), day(first.dueOn), day(last.dueOn)),
    ),
    line('said', rateLine(said)),
    ...(fee === 0 ? [] : [line('said', words.fee(figures(fee)))]),
    ...(deposit === 0 ? [] : [line('said', words.deposit(figures(deposit)))]),
  ]
}

const priceLines = ({ quote, language, figures, aloud }: Said): AgreementLine[] => {
  const words = agreementWords.in(language)
  const { totalToRepay, interest, costPer100000, verdict } = quote
  const yearly = (rate: string | null): string => (rate === null ? words.noRate : `${rate} %`)
  const [nominal, effective] = [quote.nominalYearlyPercent, quote.effectiveYearlyPercent]
  return [
    line('heading', words.price),
    line('said', words.toRepay(figures(totalToRepay), aloud(totalToRepay))),
    line('said', words.ofItInterest(figures(interest))),
    line('said', words.per100000(figures(100_000), figures(costPer100000))),
    line('said', words.yearly(yearly(nominal), yearly(effective), verdict.capYearlyPercent)),
  ]
}

const scheduleLines = ({ quote, language, day }: Said): AgreementLine[] => {
  const words = agreementWords.in(language)
  const { currency, rows, principal, interest, totalToRepay } = quote
  const told = (amount: number): string => moneyInTable({ amount, currency })
  return [
    line('heading', words.schedule),
    { is: 'head', cells: [words.day, words.principal, words.interest, words.toPay, words.left] },
    ...rows.map((row): AgreementLine => ({
      is: 'row',
      cells: [day(row.dueOn), ...[row.principal, row.interest, row.total, row.balance].map(told)],
    })),
    { is: 'sum', cells: [words.total, ...[principal, interest, totalToRepay].map(told), ''] },
  ]
}

const rightLines = ({ quote, language, figures }: Said): AgreementLine[] => {
  const words = agreementWords.in(language)
  const fine = figures(lateFineMax(quote.currency))
  const percent = String(lifetimeChargesMaxPercent)
  return [
    line('heading', words.rights),
    line('right', words.moneyBack(String(moneyBackDays))),
    line('right', words.early),
    line('right', words.relief),
    line('right', words.noPaper),
    line('right', words.limits(percent, fine, String(lateFinePercentMax))),
    line('right', words.appeal(String(appealDaysMax))),
    line('right', words.family),
  ]
}

const placeLines = ({ language }: Said): AgreementLine[] => {
  const words = agreementWords.in(language)
  const hands = [words.borrower, words.officer, words.firstWitness, words.secondWitness]
  return [line('heading', words.signed), ...hands.map((who) => line('place', who))]
}

/**
 * The whole agreement on a plan, line by line, without any name and without the day on which it is read: the
 * same plan in the same language is the same text for ever, as long as the wording stands.
 */
export const agreementLines = (quote: Quote, language: Language): readonly AgreementLine[] => {
  const { currency } = quote
  const words = agreementWords.in(language)
  const said: Said = {
    quote,
    language,
    figures: (amount) => moneyInFigures({ amount, currency }),
    aloud: (amount) => moneyInWords({ amount, currency }, language),
    day: (day) => dateInWords(day, language),
  }
  return [
    line('title', words.title),
    line('said', words.parties),
    ...termLines(said),
    ...priceLines(said),
    ...scheduleLines(said),
    ...rightLines(said),
    ...placeLines(said),
  ]
}

/** The text that is hashed: one line below the other, the cells of a row between bars. */
export const agreementText = (lines: readonly AgreementLine[]): string =>
  lines.map((one) => ('text' in one ? one.text : one.cells.join(' | '))).join('\n')
