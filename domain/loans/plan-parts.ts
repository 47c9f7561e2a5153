import type { PlanTerms } from '#domain/loans/plan.ts'
import {
  type Rounding,
  type Share,
  rateOf,
  roundedProduct,
  roundedQuotient,
} from '#domain/loans/plan-figures.ts'
import type { PlanPeriod } from '#domain/loans/plan-periods.ts'

/** What a plan counts with: read once, used by every row. */
export type Counting = {
  readonly terms: PlanTerms
  readonly periods: readonly PlanPeriod[]
  /** Of a period, or of a year where days count. */
  readonly rate: Share
}

export const counting = (terms: PlanTerms, periods: readonly PlanPeriod[]): Counting => {
  const { interest } = terms
  const rate = rateOf(interest.per === 'day' ? interest.yearlyPercent : interest.ratePercent)
  return { terms, periods, rate }
}

/** The first so many rows bear no interest at all, where it is forgiven and not only waits. */
export const isForgiven = ({ graceOnInterest }: PlanTerms, i: number): boolean =>
  graceOnInterest?.is === 'forgiven' && i < graceOnInterest.instalments

/** Rows before the first that carries principal. */
export const graceOf = ({ repayment, instalments, graceOnPrincipal = 0 }: PlanTerms): number =>
  repayment === 'bullet' ? instalments - 1 : graceOnPrincipal

/** What a balance bears in the i-th period, rounded once: never on anything but principal. */
export const interestOf = (
  { terms, rate, periods }: Counting,
  balance: number,
  i: number,
): number =>
  isForgiven(terms, i)
    ? 0
    : roundedProduct(terms.interest.isFlat ? terms.principal : balance, terms.interestRounding, [
        rate,
        periods[i]!.share,
      ])

/** Of what is left, row by row: each takes its part or the rest, the last one all that is left. */
const taken = (parts: readonly number[], whole: number): number[] => {
  let left = whole
  return parts.map((part, i) => {
    const sum = i === parts.length - 1 ? left : Math.min(part, left)
    left -= sum
    return sum
  })
}

/** A rounded share of the sum, at least one step of it. */
const atLeastAStep = (rounded: number, sum: number, { step }: Rounding): number =>
  Math.max(rounded, Math.min(step, sum))

const equalPart = ({ instalmentRounding: rounding }: PlanTerms, rows: number, sum: number) =>
  atLeastAStep(roundedProduct(sum, rounding, [{ parts: 1, of: rows }]), sum, rounding)

const equalParts = ({ terms }: Counting, rows: number, sum: number): number[] => {
  const { remainder } = terms
  const { step } = terms.instalmentRounding
  const part = equalPart(terms, rows, sum)
  const parts = Array.from({ length: rows }, () => part)
  if (remainder === 'first') return taken(parts, sum).toReversed()
  if (remainder === 'last') return taken(parts, sum)
  const gap = sum - rows * part
  const moved = Math.floor(Math.abs(gap) / step)
  const one = Math.sign(gap) * step
  return taken(
    parts.map((each, i) => (i < moved ? Math.max(each + one, 0) : each)),
    sum,
  )
}

/** A quotient of whole numbers of any size. */
export type BigQuotient = { readonly numerator: bigint; readonly denominator: bigint }

/**
 * The instalment that leaves the balloon after the last row: A = (principal x f1 ... fm - balloon) / S with
 * S = the sum of f(i+1) ... fm, f being what a unit of the balance becomes in a period. Exact, in whole
 * numbers over the common denominator.
 */
const exactInstalment = ({ terms, periods, rate }: Counting): BigQuotient => {
  const { principal, balloon = 0 } = terms
  let [grown, worth, over] = [BigInt(principal), 0n, 1n]
  for (let i = graceOf(terms); i < periods.length; i += 1) {
    const { share } = periods[i]!
    const isFree = isForgiven(terms, i)
    const of = isFree ? 1n : BigInt(rate.of) * BigInt(share.of)
    const factor = isFree ? 1n : of + BigInt(rate.parts) * BigInt(share.parts)
    worth = worth * factor + over * of
    grown *= factor
    over *= of
  }
  return { numerator: grown - BigInt(balloon) * over, denominator: worth }
}

const instalmentRounding = ({ instalmentRounding: rounding, remainder }: PlanTerms): Rounding =>
  remainder === 'spread' ? { ...rounding, mode: 'down' } : rounding

const equalInstalment = (counted: Counting): number => {
  const { principal, balloon = 0 } = counted.terms
  const rounding = instalmentRounding(counted.terms)
  const { numerator, denominator } = exactInstalment(counted)
  const rounded = roundedQuotient(numerator, denominator, rounding)
  return atLeastAStep(rounded, principal - balloon, rounding)
}

/** The figure that the rows of a plan have in common: a part of the principal, or a whole instalment. */
export type Regular = {
  readonly exact: BigQuotient
  readonly rounded: number
  readonly rounding: Rounding
}

export const regularOf = (counted: Counting): Regular => {
  const { terms, periods } = counted
  const { principal, balloon = 0, repayment } = terms
  const rows = periods.length - graceOf(terms)
  const sum = principal - balloon
  if (repayment === 'equal-instalment')
    return {
      exact: exactInstalment(counted),
      rounded: equalInstalment(counted),
      rounding: instalmentRounding(terms),
    }
  return {
    exact: { numerator: BigInt(sum), denominator: BigInt(rows) },
    rounded: equalPart(terms, rows, sum),
    rounding: terms.instalmentRounding,
  }
}

type Trial = { readonly parts: readonly number[]; readonly isEnough: boolean }

/** Each row's instalment less its interest, on what the rows before it left; never more than that. */
const partsOf = (counted: Counting, instalmentOf: (row: number) => number): Trial => {
  const { terms, periods } = counted
  const { principal, balloon = 0 } = terms
  const grace = graceOf(terms)
  let left = principal - balloon
  const parts = periods.slice(grace).map((_, row) => {
    const interest = interestOf(counted, left + balloon, grace + row)
    const part = Math.min(Math.max(instalmentOf(row) - interest, 0), left)
    left -= part
    return part
  })
  return { parts, isEnough: left === 0 }
}

/** The smallest whole number from `low` to `high` that is enough; `high` where none is. */
const smallestEnough = (low: number, high: number, isEnough: (n: number) => boolean): number => {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (isEnough(middle)) to = middle
    else from = middle + 1
  }
  return to
}

const equalInstalments = (counted: Counting, rows: number, sum: number): number[] => {
  const { remainder } = counted.terms
  const { step } = counted.terms.instalmentRounding
  const equal = equalInstalment(counted)
  const withSteps = (steps: number): Trial =>
    partsOf(counted, (row) =>
      remainder === 'spread'
        ? equal + (row < steps ? step : 0)
        : equal + (row === 0 ? steps * step : 0),
    )
  const isEnough = (steps: number): boolean => withSteps(steps).isEnough
  const firstInterest = interestOf(counted, counted.terms.principal, graceOf(counted.terms))
  if (remainder === 'last') return taken(withSteps(0).parts, sum)
  const [low, high] =
    remainder === 'spread'
      ? [0, rows]
      : [-Math.floor(equal / step), Math.ceil((sum + firstInterest) / step)]
  return taken(withSteps(smallestEnough(low, high, isEnough)).parts, sum)
}

/** The principal of each paying row, a balloon with the last; from periods without relief, which never changes it. */
export const principalParts = (counted: Counting): number[] => {
  const { principal, balloon = 0, repayment, instalments } = counted.terms
  const rows = instalments - graceOf(counted.terms)
  const sum = principal - balloon
  const parts =
    repayment === 'equal-instalment'
      ? equalInstalments(counted, rows, sum)
      : equalParts(counted, rows, sum)
  return parts.with(-1, parts.at(-1)! + balloon)
}
