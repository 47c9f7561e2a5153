import type { Currency } from '#domain/kernel/money.ts'
import type { Explanation } from '#domain/loans/explained.ts'
import type { Rounding, Share } from '#domain/loans/plan/plan-figures.ts'
import type { Quote } from '#domain/loans/plan/quote.ts'
import type { Language } from '#src/words/catalogue.ts'
import { currencyName, dateInWords, exactInTable, moneyInTable } from '#src/words/locale.ts'
import type { QuoteStepWords } from '#src/words/en/quote.ts'
import { quoteStepWords } from '#src/words/quote-words.ts'

/** How a quote was counted, one plain sentence a step: those of the whole plan, and those of each instalment's interest. */
type Counted = { readonly ofPlan: readonly string[]; readonly ofInterest: readonly string[] }

type Said = {
  readonly quote: Quote
  readonly words: QuoteStepWords
  readonly sum: (amount: number) => string
  readonly exact: (exact: string) => string
  readonly day: (day: string) => string
  readonly how: (rounding: Rounding) => string
}

type Of<Kind extends Explanation['of']> = Extract<Explanation, { of: Kind }>
type Regular = Extract<Explanation, { of: 'part' | 'instalment' }>

const howIn =
  (words: QuoteStepWords, currency: Currency, language: Language) =>
  ({ mode, step }: Rounding): string => {
    const inUnits = moneyInTable({ amount: step, currency })
    return inUnits === '1'
      ? words[`${mode}ToOne`](currencyName(currency, language))
      : words[mode](inUnits)
  }

const saidIn = (quote: Quote, language: Language): Said => {
  const { currency } = quote
  const words = quoteStepWords.in(language)
  return {
    quote,
    words,
    sum: (amount) => moneyInTable({ amount, currency }),
    exact: (text) => exactInTable(text, currency),
    day: (day) => dateInWords(day, language),
    how: howIn(words, currency, language),
  }
}

/** So little that its rounding would come to zero: it was lifted to the least that can change hands. */
const isLifted = (exact: string, { mode, step }: Rounding): boolean => {
  const part = Number(exact)
  if (part <= 0 || part >= step || mode === 'up') return false
  return mode === 'down' || part * 2 < step || (mode === 'half-even' && part * 2 === step)
}

const regularSaid = (said: Said, step: Regular): string => {
  const { quote, words, how } = said
  const { instalments, graceOnPrincipal = 0 } = quote.terms
  const count = String(instalments - graceOnPrincipal)
  const [exact, rounded] = [said.exact(step.exact), said.sum(step.rounded)]
  const named = step.of === 'part' ? 'parts' : 'instalments'
  if (exact === rounded) return words[`${named}Even`](count, rounded)
  if (isLifted(step.exact, step.rounding)) return words[`${named}Least`](count, exact, rounded)
  return words[named](count, exact, how(step.rounding), rounded)
}

const daysOfYear = [365, 366] as const

/** Real days of real years are kept over 365 x 366; within one year they are days of that year again. */
const inDays = ({ parts, of }: Share): Share => {
  const other = daysOfYear.find(
    (days) => of === daysOfYear[0] * daysOfYear[1] && parts % days === 0,
  )
  return other === undefined ? { parts, of } : { parts: parts / other, of: of / other }
}

const shareSaid = (share: Share): string => {
  if (share.parts === share.of) return ''
  const { parts, of } = inDays(share)
  return ` x ${parts}/${of}`
}

const interestSaid = ({ words, sum, exact, day, how }: Said, step: Of<'interest'>): string => {
  const before = exact(step.exact)
  const counted = `${sum(step.base)} x ${step.ratePercent} %${shareSaid(step.share)} = ${before}`
  const rounded = sum(step.rounded)
  return before === rounded
    ? words.interestEven(day(step.dueOn), counted)
    : words.interest(day(step.dueOn), counted, how(step.rounding), rounded)
}

/** How many first instalments take the same step more or less: what the rounding left is spread over them. */
const evenlySpread = ({ quote }: Said, steps: readonly Of<'remainder'>[]): number => {
  const due = quote.rows.filter(({ principal }) => principal > 0).map(({ dueOn }) => dueOn)
  const end = steps.findIndex(({ dueOn, by }, i) => dueOn !== due[i] || by !== steps[0]!.by)
  return end === -1 ? steps.length : end
}

const oneRemainder = ({ quote, words, sum, day }: Said, { dueOn, by }: Of<'remainder'>): string => {
  const paying = quote.rows.filter(({ principal }) => principal > 0)
  const [amount, isMore] = [sum(Math.abs(by)), by > 0]
  if (dueOn === paying.at(-1)?.dueOn) return words.remainderLast(amount, isMore)
  if (dueOn === paying[0]?.dueOn) return words.remainderFirst(amount, isMore)
  return words.remainderOn(day(dueOn), amount, isMore)
}

const remaindersSaid = (said: Said): string[] => {
  const { quote, words, sum, day } = said
  const regular = quote.explanation.find(({ of }) => of === 'part' || of === 'instalment')
  const whole = regular && 'rounded' in regular ? regular.rounded : 0
  const all = quote.explanation.filter((step) => step.of === 'remainder')
  const steps = all.filter(({ by }) => by !== -whole)
  const after = all.find(({ by }) => by === -whole)
  const spread = evenlySpread(said, steps)
  const [first, ...rest] = spread > 1 ? steps.slice(spread - 1) : steps
  const told = [
    ...(first === undefined
      ? []
      : spread > 1
        ? [words.remainderEach(String(spread), sum(Math.abs(first.by)), first.by > 0)]
        : [oneRemainder(said, first)]),
    ...rest.map((step) => oneRemainder(said, step)),
  ]
  return after ? [...told, words.nothingLeft(day(after.dueOn))] : told
}

const cutSaid = ({ quote, words, sum, day }: Said, { dueOn, from, to }: Of<'cut'>): string => {
  const hasRelief = (quote.terms.relief?.length ?? 0) > 0
  return words[hasRelief ? 'cutInRelief' : 'cut'](day(dueOn), sum(from), sum(to))
}

/** A step that is told by itself. */
const sentence = (
  said: Said,
  step: Exclude<Explanation, { of: 'remainder' } | { of: 'passed-over' }>,
): string => {
  const { words, sum, day } = said
  switch (step.of) {
    case 'first-period':
      return words.firstPeriod(String(step.days), String(step.whole))
    case 'part':
    case 'instalment':
      return regularSaid(said, step)
    case 'interest':
      return interestSaid(said, step)
    case 'balloon':
      return words.balloon(day(step.dueOn), sum(step.amount))
    case 'forgiven':
      return words.forgiven(String(step.instalments))
    case 'deferred':
      return words.deferred(day(step.dueOn), sum(step.amount))
    case 'cut':
      return cutSaid(said, step)
    case 'moved':
      return words.moved(day(step.from), day(step.to))
  }
}

const apartMax = 2

/** The days that relief passes over, window by window: many of one window are one sentence. */
const passedOverSaid = ({ quote, words, day }: Said): string[] => {
  const days = quote.explanation.filter((step) => step.of === 'passed-over').map(({ on }) => on)
  const windows = (quote.terms.relief ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const told = new Set<string>()
  return windows.flatMap(({ from, to }) => {
    const inside = days.filter((on) => from <= on && on <= to && !told.has(on))
    for (const on of inside) told.add(on)
    return inside.length > apartMax
      ? [words.passedOverMany(String(inside.length), day(inside[0]!), day(inside.at(-1)!))]
      : inside.map((on) => words.passedOver(day(on)))
  })
}

/** The interest of every instalment; once a loan has borne half of itself the rest is one sentence. */
const interestsSaid = (said: Said): string[] => {
  const { quote, words, day } = said
  const steps = quote.explanation.filter((step) => step.of === 'interest' || step.of === 'cut')
  const hasRelief = (quote.terms.relief?.length ?? 0) > 0
  const end = hasRelief ? -1 : steps.findIndex((step) => step.of === 'cut' && step.to === 0)
  if (end === -1) return steps.map((step) => sentence(said, step))
  const borne = steps.slice(0, Math.max(end - 1, 0)).map((step) => sentence(said, step))
  return [...borne, words.cutEnd(day((steps[end] as Of<'cut'>).dueOn))]
}

/** The sentences of a quote in a language, in the order in which it was counted. */
export const countedIn = (quote: Quote, language: Language): Counted => {
  const said = saidIn(quote, language)
  const ofPlan: string[] = []
  const told = new Set<Explanation['of']>()
  for (const step of quote.explanation) {
    if (step.of === 'interest' || step.of === 'cut') continue
    if (step.of !== 'remainder' && step.of !== 'passed-over') ofPlan.push(sentence(said, step))
    else if (!told.has(step.of))
      ofPlan.push(...(step.of === 'remainder' ? remaindersSaid(said) : passedOverSaid(said)))
    told.add(step.of)
  }
  return { ofPlan, ofInterest: interestsSaid(said) }
}
