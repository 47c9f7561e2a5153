/*
 * What a thief asks of a raw file: did what lies first come first, and does what came together lie together? By chance
 * alone both figures are about normal, so that each is told in standard deviations from what chance gives.
 */

const rankOf = (places: readonly number[]): readonly number[] => {
  const sorted = places.toSorted((a, b) => a - b)
  return places.map((place) => sorted.indexOf(place))
}

/** How far the order of places goes with the order of coming; Spearman's rho by its standard deviation. */
const inOrder = (ranks: readonly number[]): number => {
  const n = ranks.length
  const squares = ranks.reduce((sum, rank, at) => sum + (rank - at) ** 2, 0)
  return (1 - (6 * squares) / (n * (n * n - 1))) * Math.sqrt(n - 1)
}

/** How much nearer to each other those lie that came one after another; the mean step beside that of a random order. */
const together = (ranks: readonly number[]): number => {
  const n = ranks.length
  const steps = ranks.slice(1).map((rank, at) => Math.abs(rank - ranks[at]!))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  // A step between two of n places by chance: (n + 1) / 3 on average, with a variance of about n²/18.
  return ((n + 1) / 3 - mean) / Math.sqrt((n * n) / 18 / (n - 1))
}

/** Both, of the places where things lie, in the order in which they came. */
export const orderTold = (places: readonly number[]): number => {
  if (places.some((place) => place < 0)) throw new Error('not all of it lies there')
  const ranks = rankOf(places)
  return Math.max(Math.abs(inOrder(ranks)), Math.abs(together(ranks)))
}
