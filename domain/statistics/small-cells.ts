/** Migration figures: nobody outside the village learns of a group of fewer people than this. */
export const migrationMin = 10
const step = 5

/** A figure that may be told, rounded; null where it is hidden. */
export type SafeCell = number | null
type SafeTable = { readonly total: SafeCell; readonly cells: readonly SafeCell[] }

const rounded = (count: number): number => Math.round(count / step) * step

/**
 * A table of counts of one group of people as strangers may see it. A cell below the threshold is hidden, zero
 * too; then the smallest of the others, until at least two are hidden and those together are no small group, so
 * that no subtraction from the total gives one of them. What is told is rounded to 5.
 */
export const safeTable = (
  counts: readonly number[],
  { min }: { readonly min: number },
): SafeTable => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total < min) return { total: null, cells: counts.map(() => null) }
  const bySize = counts
    .map((count, place) => ({ count, place }))
    .toSorted((a, b) => a.count - b.count)
  const hidden = new Set<number>()
  let within = 0
  for (const { count, place } of bySize) {
    const isEnough = hidden.size === 0 || (hidden.size >= 2 && within >= min)
    if (count >= min && isEnough) break
    hidden.add(place)
    within += count
  }
  const cells = counts.map((count, place) => (hidden.has(place) ? null : rounded(count)))
  return { total: rounded(total), cells }
}
