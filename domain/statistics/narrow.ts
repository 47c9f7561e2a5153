import { type Found, type Row, regionOf } from '#domain/statistics/region.ts'
import type { Cell } from '#domain/statistics/system.ts'
import { protection } from '#domain/statistics/tables.ts'

/** By how many people each smallest part differs from the truth in a table that could be. */
export type World = readonly number[]

/** What a reader knows, and which small groups are not to be found. */
export type Look = {
  readonly truth: readonly number[]
  /** What is told, row by row, and the sums by which tables hang together. */
  readonly rows: readonly Row[]
  /** Which cell each row tells; rows beyond tell none. */
  readonly cellOf: readonly number[]
  /** Parts that the reader knows to the last person. */
  readonly held?: ReadonlySet<number>
  readonly small: readonly Cell[]
  /** Whether there must be a table with so many people more, and not only two that lie so far apart. */
  readonly isUpwards: boolean
  /** Tables found possible by a reader who knows no less; those that are found upwards are added. */
  readonly worlds: World[]
}

/** A small group that cannot be shown to be possible in sizes that lie far enough apart. */
export type Narrow = {
  readonly key: string
  readonly oneOf: readonly number[]
  readonly isProven: boolean
}

/** How far each group lies below and above its true size in the tables that are known to be possible. */
const spansOf = (small: readonly Cell[], isUpwards: boolean) => {
  const most = new Map(small.map(({ key }) => [key, 0]))
  const least = new Map(most)
  return {
    learn: (world: World): void => {
      for (const { key, parts } of small) {
        const by = parts[0]!.reduce((sum, part) => sum + world[part]!, 0)
        most.set(key, Math.max(most.get(key)!, by))
        least.set(key, Math.min(least.get(key)!, by))
      }
    },
    missing: (key: string): number =>
      protection - most.get(key)! + (isUpwards ? 0 : least.get(key)!),
    furthest: (key: string, sign: 1 | -1): number => (sign > 0 ? most.get(key)! : -least.get(key)!),
  }
}

/** Small groups whose size is known too well to a reader. */
export const narrowFor = (look: Look): readonly Narrow[] => {
  const { truth, rows, cellOf, held, small, isUpwards, worlds } = look
  // Most groups are known to be safe by what was found for others; then nothing is looked for.
  let region: ReturnType<typeof regionOf> | undefined
  const spans = spansOf(small, isUpwards)
  for (const world of worlds)
    if ([...(held ?? [])].every((part) => world[part] === 0)) spans.learn(world)

  /** The most that can be found in one direction, with what stood in the way of all that is missing. */
  const reached = ({ key, parts }: Cell, sign: 1 | -1): Found | undefined => {
    const goal = { parts: parts[0]!, sign }
    const from = spans.furthest(key, sign)
    let first: Found | undefined
    for (let more = spans.missing(key); more > 0; more -= 1) {
      region ??= regionOf({ truth, rows, ...(held ? { held } : {}) })
      const found = region.reach(goal, from + more)
      first ??= found
      if (found.world) {
        spans.learn(found.world)
        if (isUpwards) worlds.push(found.world)
      }
      if (found.world || isUpwards) break
    }
    return first
  }

  return small.flatMap((cell): Narrow[] => {
    const tried = (isUpwards ? ([1] as const) : ([1, -1] as const)).map((sign) =>
      spans.missing(cell.key) > 0 ? reached(cell, sign) : undefined,
    )
    if (spans.missing(cell.key) <= 0) return []
    const because = new Set(
      tried.flatMap((found) => found?.because ?? []).flatMap((row) => cellOf[row] ?? []),
    )
    // What stood in the way of the search may be nothing that is told; then any of it may be.
    const isFound = because.size > 0
    const isProven = isFound && tried.every((found) => found === undefined || found.isProven)
    return [{ key: cell.key, oneOf: isFound ? [...because] : cellOf, isProven }]
  })
}
