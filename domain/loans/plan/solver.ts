import { Decimal } from 'decimal.js'

/** Digits enough that a rate is sure to its tenth decimal, whatever the sums. */
export const Fine = Decimal.clone({ precision: 34 })

/** Why there is no rate: named, never a guess. */
type NoRate = 'nothing-to-balance' | 'no-sign-change' | 'no-rate-found'

export type Solved =
  | { readonly found: true; readonly rate: Decimal }
  | { readonly found: false; readonly reason: NoRate }

/** Money at a moment, counted in periods: whole ones and a part of one. Positive in, negative out. */
export type TimedFlow = {
  readonly amount: Decimal.Value
  readonly periods: number
  readonly part?: Decimal.Value
}

type Curve = (x: Decimal) => Decimal

const iterationsMax = 400
const width = new Fine('1e-26')

/**
 * Where a curve crosses zero between two points of unlike sign. Each turn tries the chord and halves
 * what is left where that did not, so that it is quick near the point and sure to end everywhere.
 */
export const crossing = (curve: Curve, from: Decimal, to: Decimal): Decimal => {
  let [low, high] = [from, to]
  let [atLow, atHigh] = [curve(low), curve(high)]
  const narrow = (x: Decimal): void => {
    const y = curve(x)
    if (y.isZero()) [low, high, atLow, atHigh] = [x, x, y, y]
    else if (y.isNegative() === atLow.isNegative()) [low, atLow] = [x, y]
    else [high, atHigh] = [x, y]
  }
  if (atLow.isZero()) return low
  const middle = (): Decimal => low.plus(high).div(2)
  for (let turn = 0; turn < iterationsMax && high.minus(low).abs().gt(width); turn += 1) {
    const gap = high.minus(low)
    if (gap.abs().lt(wide)) {
      const chord = low.minus(atLow.times(gap).div(atHigh.minus(atLow)))
      // A little beyond the chord's point, so that both ends close in and not only one.
      const beyond = chord.minus(low).div(gap).lt(0.5) ? gap : gap.negated()
      narrow(inside(chord, low, high))
      if (low.eq(high)) break
      narrow(inside(chord.plus(beyond.times(nudge)), low, high))
      if (low.eq(high)) break
    }
    if (high.minus(low).times(2).abs().gt(gap.abs())) narrow(middle())
  }
  return middle()
}

/** Nearer than this a chord says more than halving does. */
const wide = new Fine('0.02')
const nudge = new Fine('1e-7')

const inside = (x: Decimal, low: Decimal, high: Decimal): Decimal =>
  x.gt(Fine.min(low, high)) && x.lt(Fine.max(low, high)) ? x : low.plus(high).div(2)

type Moment = {
  readonly at: Decimal
  readonly periods: number
  readonly part: Decimal
  readonly amount: Decimal
}

/** One sum a moment, in order of time, without those that cancel out. */
const momentsOf = (flows: readonly TimedFlow[]): Moment[] => {
  const byTime = new Map<string, Moment>()
  for (const flow of flows) {
    const part = new Fine(flow.part ?? 0)
    const at = part.plus(flow.periods)
    const key = at.toString()
    const amount = new Fine(flow.amount).plus(byTime.get(key)?.amount ?? 0)
    byTime.set(key, { at, periods: flow.periods, part, amount })
  }
  return [...byTime.values()]
    .filter(({ amount }) => !amount.isZero())
    .toSorted((a, b) => a.at.cmp(b.at))
}

const signChanges = (moments: readonly Moment[]): number =>
  moments.filter(
    ({ amount }, i) => i > 0 && amount.isNegative() !== moments[i - 1]!.amount.isNegative(),
  ).length

/** Moments with the same part of a period, which differ by whole periods only. */
const byPart = (moments: readonly Moment[]): Moment[][] => {
  const groups = new Map<string, Moment[]>()
  for (const moment of moments) {
    const key = moment.part.toString()
    groups.set(key, [...(groups.get(key) ?? []), moment])
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.periods - b.periods))
}

/** Whole powers of a number, each worked out once: instalments are few distances apart. */
export const powersOf = (base: Decimal): ((n: number) => Decimal) => {
  const known = new Map<number, Decimal>([[1, base]])
  return (n) => {
    const power = known.get(n) ?? base.pow(n)
    known.set(n, power)
    return power
  }
}

/** Worth of all flows at the first moment when a period's growth is e to the power of `growth`. */
const worth = (moments: readonly Moment[]): Curve => {
  const groups = byPart(moments)
  return (growth) => {
    const fallen = powersOf(growth.negated().exp())
    return groups.reduce((sum, group) => {
      // From the last flow to the first, so that no power is ever taken twice.
      const ofGroup = group.reduceRight((all, { periods, amount }, i) => {
        const gap = (group[i + 1]?.periods ?? periods) - periods
        return all.times(fallen(gap)).plus(amount)
      }, new Fine(0))
      const [{ periods, part }] = group as [Moment]
      const odd = part.isZero() ? ofGroup : ofGroup.times(growth.negated().times(part).exp())
      return sum.plus(periods === 0 ? odd : odd.times(fallen(periods)))
    }, new Fine(0))
  }
}

/** The same worth in binary numbers, scaled so that none of them grows beyond bounds: only ever a hint. */
const roughWorth = (moments: readonly Moment[]): ((growth: number) => number) => {
  const flows = moments.map(({ at, amount }) => [at.toNumber(), amount.toNumber()] as const)
  return (growth) => {
    const top = Math.max(...flows.map(([at]) => -growth * at))
    return flows.reduce((sum, [at, amount]) => sum + amount * Math.exp(-growth * at - top), 0)
  }
}

/**
 * Two points close together with the crossing between them, where binary numbers find such; the decimals
 * are asked whether it is so, and the wide bounds stand where it is not.
 */
export const closer = (
  rough: (x: number) => number,
  curve: Curve,
  [from, to]: readonly [Decimal, Decimal],
): readonly [Decimal, Decimal] => {
  let [low, high] = [from.toNumber(), to.toNumber()]
  const isBelow = rough(low) < 0
  for (let turn = 0; turn < 80; turn += 1) {
    const middle = (low + high) / 2
    if (rough(middle) < 0 === isBelow) low = middle
    else high = middle
  }
  const margin = 1e-11 * Math.max(1, Math.abs(low))
  const near = [new Fine(low).minus(margin), new Fine(high).plus(margin)] as const
  const [atLow, atHigh] = near.map((x) => curve(x)) as [Decimal, Decimal]
  return atLow.isNegative() === atHigh.isNegative() ? [from, to] : near
}

/**
 * Beyond this growth the flow at one end outweighs all others together, so that every rate there is
 * lies between the two bounds.
 */
const boundOf = (end: Moment, next: Moment, moments: readonly Moment[]): Decimal => {
  const others = moments
    .filter((moment) => moment !== end)
    .reduce((sum, { amount }) => sum.plus(amount.abs()), new Fine(0))
  const gap = end.at.minus(next.at).abs()
  return Fine.max(others.div(end.amount.abs()).ln().div(gap), 0).plus(1)
}

/** Points around a growth: close together near it, and as far apart as the bounds at the end. */
const pointsAround = (low: Decimal, high: Decimal, near: Decimal): Decimal[] => {
  const reach = Fine.max(high, low.negated()).plus(near.abs()).times(2)
  const offsets = Array.from({ length: 160 }, (_, i) => reach.times(new Fine('0.8').pow(i)))
  return [...offsets.map((offset) => near.minus(offset)), near, ...offsets.map((o) => near.plus(o))]
    .toSorted((a, b) => a.cmp(b))
    .filter((point) => point.gte(low) && point.lte(high))
}

/** The crossing nearest to a growth, looked for in steps on both sides of it. */
const nearestCrossing = (
  curve: Curve,
  { low, high, near }: { readonly low: Decimal; readonly high: Decimal; readonly near: Decimal },
): Decimal | undefined => {
  const points = [low, ...pointsAround(low, high, near), high]
  const values = points.map((point) => curve(point))
  const crossings = points
    .map((to, i) => ({ from: points[i - 1]!, to, i }))
    .filter(({ i }) => i > 0 && values[i]!.isNegative() !== values[i - 1]!.isNegative())
    .map(({ from, to }) => crossing(curve, from, to))
  return crossings.toSorted((a, b) => a.minus(near).abs().cmp(b.minus(near).abs()))[0]
}

/**
 * The rate of one period at which the flows balance. With one change of sign there is exactly one, and
 * it is found; with several the one nearest to `guess`; with none there is none.
 */
export const balancingRate = (flows: readonly TimedFlow[], guess: Decimal.Value = 0): Solved => {
  const moments = momentsOf(flows)
  const [first, second] = moments
  const last = moments.at(-1)
  if (!first || !second || !last) return { found: false, reason: 'nothing-to-balance' }
  const changes = signChanges(moments)
  if (changes === 0) return { found: false, reason: 'no-sign-change' }
  const moved = moments.map((moment) => ({
    ...moment,
    periods: moment.periods - first.periods,
    at: moment.at.minus(first.periods),
  }))
  const curve = worth(moved)
  const high = boundOf(first, second, moments)
  const low = boundOf(last, moments.at(-2)!, moments).negated()
  const near = new Fine(guess).plus(1).ln()
  const growth =
    changes === 1
      ? crossing(curve, ...closer(roughWorth(moved), curve, [low, high]))
      : nearestCrossing(curve, { low, high, near })
  return growth === undefined
    ? { found: false, reason: 'no-rate-found' }
    : { found: true, rate: growth.exp().minus(1) }
}
