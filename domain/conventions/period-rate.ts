import { type LocalDate, daysBetween } from '#domain/kernel/dates.ts'
import { Figure, type MoneyRule, type Row, annuity, rounded } from '#domain/conventions/figures.ts'
import { type Every, type WorkingDays, dueDays, periodDay } from '#domain/loans/plan/due-days.ts'

/** A paying instalment's share of the principal and, flat, of the whole interest: "0.1". */
export type Weight = { readonly principal: string; readonly interest?: string | undefined }

/** Where the rounding of the parts goes. */
export type Remainder = 'last' | 'first' | 'remaining-average' | 'cumulative'

/** A loan of the period-rate convention (`docs/conventions/period-rate.md`); sums in smallest units. */
export type PeriodRateTerms = {
  readonly money: MoneyRule
  readonly principal: number
  readonly ratePerPeriodPercent: string
  readonly method: 'declining' | 'flat'
  readonly amortization: 'equal-instalments' | 'equal-principal'
  readonly disbursedOn: LocalDate
  readonly instalments: number
  readonly every: Every
  /** Where the first due date is not a period after the loan; later ones are counted from it. */
  readonly firstDueOn?: LocalDate | undefined
  readonly graceOnPrincipal: number
  readonly isInterestChargedInGrace: boolean
  /** Whether a first period of days or weeks that a working day moved bears its real days. */
  readonly isFirstProRated: boolean
  readonly weights?: readonly Weight[] | undefined
  readonly annuity: 'fixed' | 'recomputed'
  readonly remainder: Remainder
  readonly workingDays?: WorkingDays | undefined
}

/** Each part with what the rounding of the one before it left over or took too much. */
const carriedOn = (parts: readonly Figure[], before: Figure, money: MoneyRule): number[] => {
  let over = before
  return parts.map((part) => {
    const exact = part.plus(over)
    const whole = Math.max(rounded(exact, money), 0)
    over = exact.minus(whole)
    return whole
  })
}

/** Unrounded parts as whole ones that add up to their rounded sum, by the rule for the remainder. */
const spread = (
  parts: readonly Figure[],
  { money, remainder }: { readonly money: MoneyRule; readonly remainder: Remainder },
): number[] => {
  const whole = rounded(
    parts.reduce((all, part) => all.plus(part), new Figure(0)),
    money,
  )
  if (remainder === 'remaining-average') {
    // Equal parts by their number: a third of a sum has no end, and half of what is left may be a tie.
    const isEqual = parts.every((part) => part.eq(parts[0]!))
    const shares = isEqual ? parts.map(() => new Figure(1)) : parts
    let left = whole
    let ahead = shares.reduce((all, one) => all.plus(one), new Figure(0))
    return shares.map((share) => {
      const taken = ahead.isZero() ? 0 : rounded(share.times(left).div(ahead), money)
      left -= taken
      ahead = ahead.minus(share)
      return taken
    })
  }
  if (remainder === 'cumulative') return carriedOn(parts, new Figure(0), money)
  const each = parts.map((part) => rounded(part, money))
  return remainder === 'first' ? firstTakes(each, whole) : lastTakes(each, whole)
}

/** Parts up to a whole: none takes more than is left, and the last takes what is left. */
const lastTakes = (parts: readonly number[], whole: number): number[] => {
  let left = whole
  return parts.map((part, i) => {
    const taken = i === parts.length - 1 ? left : Math.min(part, left)
    left -= taken
    return taken
  })
}

const firstTakes = (parts: readonly number[], whole: number): number[] =>
  lastTakes(parts.toReversed(), whole).toReversed()

const rateOf = ({ ratePerPeriodPercent }: PeriodRateTerms): Figure =>
  new Figure(ratePerPeriodPercent).div(100)

const equalParts = (terms: PeriodRateTerms, count: number): Figure[] =>
  Array.from({ length: count }, () => new Figure(terms.principal).div(count))

/** Weights and equal shares know their principal parts before any interest. */
const sharedPrincipal = (terms: PeriodRateTerms, paying: number): number[] => {
  const parts = terms.weights
    ? terms.weights
        .slice(0, paying)
        .map((weight) => new Figure(weight.principal).times(terms.principal))
    : equalParts(terms, paying)
  return spread(parts, terms)
}

/** Principal parts of equal instalments: what the instalment leaves after the interest of its row. */
const annuityPrincipal = (terms: PeriodRateTerms, paying: number): number[] => {
  const { money, principal, remainder } = terms
  const rate = rateOf(terms)
  const fixed = rounded(annuity(principal, rate, paying), money)
  const parts: number[] = []
  let balance = principal
  for (let i = 0; i < paying; i += 1) {
    const instalment =
      terms.annuity === 'fixed' ? fixed : rounded(annuity(balance, rate, paying - i), money)
    const part = Math.max(instalment - rounded(rate.times(balance), money), 0)
    parts.push(part)
    balance -= Math.min(part, balance)
  }
  return remainder === 'first' ? firstTakes(parts, principal) : lastTakes(parts, principal)
}

/** Flat interest of the paying rows: equal, or by the weights on the interest of all of them. */
const flatInterest = (terms: PeriodRateTerms, paying: number): number[] => {
  const ofOne = rateOf(terms).times(terms.principal)
  if (!terms.weights)
    return spread(
      Array.from({ length: paying }, () => ofOne),
      terms,
    )
  const parts = terms.weights
    .slice(0, paying)
    .map((weight) => ofOne.times(paying).times(weight.interest ?? weight.principal))
  if (terms.remainder !== 'cumulative') return spread(parts, terms)
  const ofGrace = graceInterest(terms)
  const over =
    ofGrace.length === 0 || !terms.isInterestChargedInGrace
      ? new Figure(0)
      : ofOne.minus(ofGrace.at(-1)!)
  return carriedOn(parts, over, terms.money)
}

/**
 * Interest of the rows before principal is paid. Where flat weights carry their rounding on, each of
 * these rows carries on what the one before it left of its own, and the last of it goes on as well.
 */
const graceInterest = (terms: PeriodRateTerms): number[] => {
  const { graceOnPrincipal, isInterestChargedInGrace, method, weights, remainder, money } = terms
  const ofOne = rateOf(terms).times(terms.principal)
  const isCarried = method === 'flat' && weights !== undefined && remainder === 'cumulative'
  let over = new Figure(0)
  return Array.from({ length: graceOnPrincipal }, () => {
    if (!isInterestChargedInGrace) return 0
    const whole = rounded(ofOne.plus(over), money)
    if (isCarried) over = ofOne.minus(whole)
    return whole
  })
}

/** Interest on what is left before each row; the `first` remainder keeps the split it was made of. */
const decliningInterest = (terms: PeriodRateTerms, principal: readonly number[]): number[] => {
  const rate = rateOf(terms)
  const isKept =
    terms.remainder === 'first' &&
    terms.amortization === 'equal-instalments' &&
    terms.weights === undefined
  const gap = isKept ? firstGap(terms, principal) : 0
  let balance = terms.principal
  return principal.map((part, i) => {
    const interest = rounded(rate.times(balance), terms.money)
    balance -= i === 0 ? part - gap : part
    return interest
  })
}

/** What the first row took beyond its own split. */
const firstGap = (terms: PeriodRateTerms, principal: readonly number[]): number => {
  const rate = rateOf(terms)
  const instalment = rounded(annuity(terms.principal, rate, principal.length), terms.money)
  return principal[0]! - (instalment - rounded(rate.times(terms.principal), terms.money))
}

/** The first row of a plan by days or weeks bears its real days where a working day moved it. */
const proRated = (terms: PeriodRateTerms, interest: number, dueOn: LocalDate): number => {
  const { disbursedOn, every, money, isFirstProRated } = terms
  if (!isFirstProRated || every.unit === 'months' || every.unit === 'years') return interest
  const planned = daysBetween(disbursedOn, periodDay(disbursedOn, 1, every))
  return rounded(new Figure(interest).times(daysBetween(disbursedOn, dueOn)).div(planned), money)
}

/** The schedule of the period-rate convention. */
export const periodRateRows = (terms: PeriodRateTerms): Row[] => {
  const { graceOnPrincipal: grace, instalments, method, amortization, weights } = terms
  const paying = instalments - grace
  const dueOns = dueDays({ ...terms, start: terms.disbursedOn, count: instalments })
  const isAnnuity =
    method === 'declining' && amortization === 'equal-instalments' && weights === undefined
  const principal = isAnnuity ? annuityPrincipal(terms, paying) : sharedPrincipal(terms, paying)
  const interest =
    method === 'flat' ? flatInterest(terms, paying) : decliningInterest(terms, principal)
  const ofGrace = graceInterest(terms)
  return dueOns.map((dueOn, i) => {
    const borne = i < grace ? ofGrace[i]! : interest[i - grace]!
    return {
      n: i + 1,
      dueOn,
      principal: i < grace ? 0 : principal[i - grace]!,
      interest: i === 0 ? proRated(terms, borne, dueOn) : borne,
      fees: 0,
      penalties: 0,
    }
  })
}
