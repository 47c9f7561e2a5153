import type { Quote } from '#domain/loans/plan/quote.ts'
import type { Report } from '#src/exchange/report.ts'

/** A quote's schedule as a table; the last line is what is repaid in all. */
export const quoteReport = (quote: Quote): Report => ({
  title: 'Schedule',
  columns: [
    { key: 'n', heading: 'No.', kind: 'number' },
    { key: 'dueOn', heading: 'Due on', kind: 'text' },
    { key: 'principal', heading: 'Principal', kind: 'sum' },
    { key: 'interest', heading: 'Interest', kind: 'sum' },
    { key: 'total', heading: 'To pay', kind: 'sum' },
    { key: 'balance', heading: 'Left', kind: 'sum' },
  ],
  rows: quote.rows.map((row) => ({ ...row })),
  totals: {
    n: null,
    dueOn: 'Total',
    principal: quote.principal,
    interest: quote.interest,
    total: quote.totalToRepay,
    balance: null,
  },
})

const costs: Readonly<Record<Quote['verdict']['cost'], string>> = {
  'within-cap': 'within the cap',
  'above-cap': 'ABOVE THE CAP: this loan cannot be approved',
  'flat-rate-not-lent': 'a flat rate: quoted for comparison only, this fund never lends so',
}

/** The cost in words for a committee, under the table. */
export const quoteWords = (quote: Quote, sum: (amount: number) => string): string[] => {
  const { verdict, fee } = quote
  return [
    `Costs in all: ${sum(quote.interest + fee)} (${sum(quote.costPer100000)} for each ${sum(100_000)} borrowed)`,
    `A year: ${quote.nominalYearlyPercent ?? 'no rate'} % nominal, ${quote.effectiveYearlyPercent ?? 'no rate'} % effective by real dates; cap ${verdict.capYearlyPercent} % nominal`,
    `Cost: ${costs[verdict.cost]}`,
    `Charges over its life: ${verdict.charges.replaceAll('-', ' ')}`,
    `Ceiling: ${verdict.ceiling === 'not judged' ? 'not judged (name a fund and a member)' : verdict.ceiling}`,
  ]
}
