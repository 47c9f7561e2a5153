import type { PlanTerms } from '#domain/loans/plan/plan.ts'
import {
  type Rounding,
  type Share,
  rateOf,
  roundedIfSure,
  roundedProduct,
  roundedQuotient,
  wholeShare,
} from '#domain/loans/plan/plan-figures.ts'
import type { PlanPeriod } from '#domain/loans/plan/plan-periods.ts'

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
    : roundedProduct(
        terms.interest.isFlat ? terms.principal : balance,
        rate,
        periods[i]!.share,
        terms.interestRounding,
      )

/** Of what is left, row by row: each takes its part or the rest, the last one all that is left. */
const taken = (rows: number, whole: number, partOf: (row: number) => number): number[] => {
  const parts: number[] = []
  let left = whole
  for (let row = 0; row < rows - 1; row += 1) {
    const part = Math.min(partOf(row), left)
    parts.push(part)
    left -= part
  }
  parts.push(left)
  return parts
}

/** A rounded part of the sum, at least one step of it. */
const equalPart = ({ instalmentRounding: rounding }: PlanTerms, rows: number, sum: number) =>
  Math.max(
    roundedProduct(sum, { parts: 1, of: rows }, wholeShare, rounding),
    Math.min(rounding.step, sum),
  )

const equalParts = ({ terms }: Counting, rows: number, sum: number): number[] => {
  const { remainder } = terms
  const { step } = terms.instalmentRounding
  const part = equalPart(terms, rows, sum)
  const gap = sum - rows * part
  if (remainder === 'first') return taken(rows, sum, () => part).toReversed()
  if (remainder === 'last' || gap === 0) return taken(rows, sum, () => part)
  const moved = Math.floor(Math.abs(gap) / step)
  const one = Math.sign(gap) * step
  return taken(rows, sum, (row) => (row < moved ? Math.max(part + one, 0) : part))
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
    const { parts, of } = periods[i]!.share
    const isFree = isForgiven(terms, i)
    const whole = isFree ? 1n : BigInt(rate.of) * BigInt(of)
    const growth = isFree ? 1n : whole + BigInt(rate.parts) * BigInt(parts)
    worth = worth * growth + over * whole
    grown *= growth
    over *= whole
  }
  return { numerator: grown - BigInt(balloon) * over, denominator: worth }
}

/** A hundred times what 1,200 periods of three roundings each can be wrong by. */
const errorOfEstimate = 1e-10

/** The same in binary numbers, with the most that it can be wrong by. */
const estimatedInstalment = ({ terms, periods, rate }: Counting) => {
  const { principal, balloon = 0 } = terms
  let [grown, worth] = [principal, 0]
  for (let i = graceOf(terms); i < periods.length; i += 1) {
    const { parts, of } = periods[i]!.share
    const growth = isForgiven(terms, i) ? 1 : 1 + (rate.parts * parts) / (rate.of * of)
    worth = worth * growth + 1
    grown *= growth
  }
  return { estimate: (grown - balloon) / worth, error: (grown / worth) * errorOfEstimate }
}

const instalmentRounding = ({ instalmentRounding: rounding, remainder }: PlanTerms): Rounding =>
  remainder === 'spread' ? { ...rounding, mode: 'down' } : rounding

const equalInstalment = (counted: Counting): number => {
  const rounding = instalmentRounding(counted.terms)
  const { estimate, error } = estimatedInstalment(counted)
  const sure = roundedIfSure(estimate, error, rounding)
  if (sure !== undefined) return Math.max(sure, rounding.step)
  const { numerator, denominator } = exactInstalment(counted)
  return Math.max(roundedQuotient(numerator, denominator, rounding), rounding.step)
}

/** The figure that the rows of a plan have in common: a part of the principal, or a whole instalment. */
type Regular = {
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

/**
 * Each row's instalment less its interest, on what the rows before it left. The last takes all that is
 * left: `isEnough` says whether its own instalment would have been as much.
 */
const partsBy = (
  counted: Counting,
  instalmentOf: (row: number) => number,
): { readonly parts: number[]; readonly isEnough: boolean } => {
  const { terms, periods } = counted
  const { principal, balloon = 0 } = terms
  const grace = graceOf(terms)
  const last = periods.length - grace - 1
  const parts: number[] = []
  let left = principal - balloon
  for (let row = 0; row <= last; row += 1) {
    const interest = interestOf(counted, left + balloon, grace + row)
    const part = Math.min(Math.max(instalmentOf(row) - interest, 0), left)
    if (row === last) return { parts: [...parts, left], isEnough: part === left }
    parts.push(part)
    left -= part
  }
  return { parts, isEnough: true }
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
  if (remainder === 'last') return partsBy(counted, () => equal).parts
  const withSteps = (steps: number) =>
    partsBy(counted, (row) => {
      if (remainder === 'spread') return equal + (row < steps ? step : 0)
      return row === 0 ? equal + steps * step : equal
    })
  const firstInterest = interestOf(counted, counted.terms.principal, graceOf(counted.terms))
  const [low, high] =
    remainder === 'spread'
      ? [0, rows]
      : [-Math.floor(equal / step), Math.ceil((sum + firstInterest) / step)]
  return withSteps(smallestEnough(low, high, (steps) => withSteps(steps).isEnough)).parts
}

/**
 * The principal of each period, zero under grace, a balloon with the last; from periods without relief,
 * which never changes it.
 */
export const principalParts = (counted: Counting): number[] => {
  const { principal, balloon = 0, repayment, instalments } = counted.terms
  const grace = graceOf(counted.terms)
  const sum = principal - balloon
  const parts =
    repayment === 'equal-instalment'
      ? equalInstalments(counted, instalments - grace, sum)
      : equalParts(counted, instalments - grace, sum)
  if (balloon > 0) parts[parts.length - 1]! += balloon
  return grace === 0 ? parts : [...Array.from({ length: grace }, () => 0), ...parts]
}
