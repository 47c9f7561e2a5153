/** What somebody's part of a sum is measured by; whole numbers. */
export type Weight = { readonly key: string; readonly weight: number }

const byKey = (a: Weight, b: Weight): number => (a.key < b.key ? -1 : 1)

/**
 * Splits a sum by weights into multiples of `step`, to the last unit: each gets its part rounded down, and
 * what is left goes, a step each, to those whose remainder is largest; where two are equal, to the first
 * by key. The sum must be a multiple of the step. All weights zero: nobody gets anything.
 */
export const split = (
  sum: number,
  weights: readonly Weight[],
  step = 1,
): ReadonlyMap<string, number> => {
  const all = weights.reduce((total, { weight }) => total + BigInt(weight), 0n)
  if (all === 0n) return new Map(weights.map(({ key }) => [key, 0]))
  const steps = BigInt(sum / step)
  const parts = weights.toSorted(byKey).map(({ key, weight }) => {
    const exact = steps * BigInt(weight)
    return { key, whole: Number(exact / all), left: exact % all }
  })
  const given = parts.reduce((total, { whole }) => total + whole, 0)
  const first = new Set(
    parts
      .toSorted((a, b) => (a.left === b.left ? 0 : a.left > b.left ? -1 : 1))
      .slice(0, Number(steps) - given)
      .map(({ key }) => key),
  )
  return new Map(parts.map(({ key, whole }) => [key, (whole + (first.has(key) ? 1 : 0)) * step]))
}
