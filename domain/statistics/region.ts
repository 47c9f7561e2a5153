/**
 * What somebody who has read the tables must hold possible: whole numbers of people in each column, none below zero,
 * of which each row comes to a sum within its bounds. The truth is one of these worlds, and so a start that needs no
 * looking for; from it the simplex method walks to one in which a group is as large, or as small, as it can be.
 *
 * What it finds is not believed: a world is taken for possible only when whole numbers, counted again row by row,
 * show it. Where none is found the group counts as unsafe, so that a failing of the method hides more and tells
 * nothing.
 */
export type Row = {
  /** Columns that are added, and those that are taken away. */
  readonly plus: readonly number[]
  readonly minus?: readonly number[]
  /** How far the sum may lie below and above what it is. */
  readonly below: number
  readonly above: number
}

type Worlds = {
  readonly truth: readonly number[]
  readonly rows: readonly Row[]
  /** Columns that the reader knows to the last person. */
  readonly held?: ReadonlySet<number>
}

export type Found = {
  /** By how many each column differs from the truth in a possible world; undefined where none was found. */
  readonly world: readonly number[] | undefined
  /** Rows that keep the group from growing (or shrinking) further. */
  readonly because: readonly number[]
  /** Whether there is no such world while these rows stand; otherwise none was found, which proves nothing. */
  readonly isProven: boolean
}

const tiny = 1e-7
const isZero = (value: number): boolean => value < tiny && value > -tiny
const mostSteps = 5000
const mostCuts = 60

/** Whether whole numbers that differ so from the truth are a possible world. */
export const isPossible = ({ truth, rows, held }: Worlds, by: readonly number[]): boolean =>
  by.every(
    (one, j) => Number.isInteger(one) && one + truth[j]! >= 0 && (one === 0 || !held?.has(j)),
  ) &&
  rows.every(({ plus, minus = [], below, above }) => {
    const more =
      plus.reduce((sum, j) => sum + by[j]!, 0) - minus.reduce((sum, j) => sum + by[j]!, 0)
    return more >= -below && more <= above
  })

type Tableau = {
  /** Each basic variable as a sum of the others, row after row. */
  readonly cells: Float64Array
  readonly width: number
  /** Which variable a row or a column stands for: columns of the world first, then sums of rows. */
  readonly basic: Int32Array
  readonly others: Int32Array
  /** Where each variable stands: its column, or its row as -1, -2 and so on. */
  readonly where: Int32Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly value: Float64Array
}

const tableauOf = ({ truth, rows, held }: Worlds): Tableau => {
  const [width, height] = [truth.length, rows.length]
  const cells = new Float64Array(width * height)
  const lower = new Float64Array(width + height)
  const upper = new Float64Array(width + height)
  for (let j = 0; j < width; j += 1) {
    lower[j] = held?.has(j) ? 0 : -truth[j]!
    upper[j] = held?.has(j) ? 0 : Number.POSITIVE_INFINITY
  }
  rows.forEach(({ plus, minus = [], below, above }, i) => {
    for (const j of plus) cells[i * width + j]! += 1
    for (const j of minus) cells[i * width + j]! -= 1
    lower[width + i] = -below
    upper[width + i] = above
  })
  return {
    cells,
    width,
    basic: Int32Array.from(rows, (_, i) => width + i),
    others: Int32Array.from(truth, (_, j) => j),
    where: Int32Array.from({ length: width + height }, (_, j) => (j < width ? j : width - j - 1)),
    lower,
    upper,
    value: new Float64Array(width + height),
  }
}

/** The variable of a row and that of a column change places. `aim` is one more row, of what is to grow. */
const pivot = (
  { cells, width, basic, others, where }: Tableau,
  at: number,
  j: number,
  aim?: Float64Array,
) => {
  const from = at * width
  const by = cells[from + j]!
  for (let c = 0; c < width; c += 1) cells[from + c] = c === j ? 1 / by : -cells[from + c]! / by
  const pivotRow = cells.subarray(from, from + width)
  const without = (row: Float64Array): void => {
    const share = row[j]!
    if (share === 0) return
    row[j] = 0
    for (let c = 0; c < width; c += 1) {
      const next = row[c]! + share * pivotRow[c]!
      row[c] = isZero(next) ? 0 : next
    }
  }
  for (let i = 0; i < basic.length; i += 1)
    if (i !== at) without(cells.subarray(i * width, (i + 1) * width))
  if (aim) without(aim)
  const left = basic[at]!
  basic[at] = others[j]!
  others[j] = left
  where[basic[at]] = -1 - at
  where[left] = j
}

/** Rows that must come to exactly what they are leave the basis once and for all. */
const withoutExactRows = (tableau: Tableau): Tableau => {
  const { cells, width, basic, others, lower, upper } = tableau
  const isFixed = (variable: number): boolean => lower[variable] === upper[variable]
  for (let i = 0; i < basic.length; i += 1) {
    if (!isFixed(basic[i]!)) continue
    const j = others.findIndex(
      (variable, c) => !isFixed(variable) && !isZero(cells[i * width + c]!),
    )
    if (j >= 0) pivot(tableau, i, j)
  }
  return tableau
}

/** A group that is to grow (1) or to shrink (-1). */
export type Goal = { readonly parts: readonly number[]; readonly sign: 1 | -1 }

/** What is to grow, as a sum of the variables outside the basis. */
const aimAt = ({ cells, width, where }: Tableau, { parts, sign }: Goal): Float64Array => {
  const aim = new Float64Array(width)
  for (const part of parts) {
    const at = where[part]!
    if (at >= 0) aim[at]! += sign
    else for (let c = 0; c < width; c += 1) aim[c]! += sign * cells[(-1 - at) * width + c]!
  }
  return aim
}

/** The column whose change lets the goal grow most, or the first such where the walk has gone on for long. */
const entering = ({ others, lower, upper, value }: Tableau, aim: Float64Array, isLong: boolean) => {
  let best = -1
  for (let j = 0; j < aim.length; j += 1) {
    const [by, variable] = [aim[j]!, others[j]!]
    const isOpen =
      by > tiny
        ? value[variable]! < upper[variable]! - tiny
        : by < -tiny && value[variable]! > lower[variable]! + tiny
    if (!isOpen) continue
    const isBetter =
      best < 0 || (isLong ? variable < others[best]! : Math.abs(by) > Math.abs(aim[best]!))
    if (isBetter) best = j
  }
  return best
}

/** How far a column can go, and the row that stops it; -1 where it comes to its own end or the goal is reached. */
const furthest = (
  { cells, width, basic, others, lower, upper, value }: Tableau,
  { j, direction, most }: { readonly j: number; readonly direction: 1 | -1; readonly most: number },
): { readonly step: number; readonly at: number } => {
  const variable = others[j]!
  const own =
    direction > 0 ? upper[variable]! - value[variable]! : value[variable]! - lower[variable]!
  let [step, at] = [Math.min(own, most), -1]
  for (let i = 0; i < basic.length; i += 1) {
    const rate = cells[i * width + j]! * direction
    if (isZero(rate)) continue
    const one = basic[i]!
    const room = rate > 0 ? upper[one]! - value[one]! : value[one]! - lower[one]!
    const until = Math.max(room, 0) / Math.abs(rate)
    if (until < step - tiny || (until <= step && at >= 0 && one < basic[at]!))
      [step, at] = [until, i]
  }
  return { step, at }
}

/** Walks until the goal has grown by what is wanted or cannot grow; gives what is left to reach and the last prices. */
const walk = (tableau: Tableau, goal: Goal, wanted: number) => {
  const { cells, width, basic, others, value } = tableau
  const aim = aimAt(tableau, goal)
  let left = wanted - goal.parts.reduce((sum, part) => sum + goal.sign * value[part]!, 0)
  for (let n = 0; left > tiny && n < mostSteps; n += 1) {
    const j = entering(tableau, aim, n > 400)
    if (j < 0) break
    const direction = aim[j]! > 0 ? 1 : -1
    const { step, at } = furthest(tableau, { j, direction, most: left / Math.abs(aim[j]!) })
    left -= step * Math.abs(aim[j]!)
    value[others[j]!]! += direction * step
    for (let i = 0; i < basic.length; i += 1) {
      const rate = cells[i * width + j]!
      if (rate !== 0) value[basic[i]!]! += rate * direction * step
    }
    if (at >= 0) pivot(tableau, at, j, aim)
  }
  return { left, aim }
}

/** A region of worlds, in which one group after the other is tried. */
export const regionOf = (worlds: Worlds) => {
  const tableau = withoutExactRows(tableauOf(worlds))
  const { width, others, lower, upper, value } = tableau
  const becauseOf = (aim: Float64Array): readonly number[] =>
    [...others].flatMap((variable, j) =>
      variable >= width && !isZero(aim[j]!) ? [variable - width] : [],
    )
  /**
   * A world in which the goal's people are by `wanted` more (or fewer) than in truth. Where the walk ends between
   * whole numbers it is taken up again from the truth with the broken column kept on the truth's side of the break.
   */
  const reach = (goal: Goal, wanted: number): Found => {
    const [lowest, highest] = [lower.slice(), upper.slice()]
    let found: Found = { world: undefined, because: [], isProven: false }
    for (let cut = 0; cut < mostCuts; cut += 1) {
      const { left, aim } = walk(tableau, goal, wanted)
      const isReached = left <= tiny
      const world = isReached ? [...value.subarray(0, width)].map((by) => Math.round(by) + 0) : []
      const broken = world.findIndex((by, j) => !isZero((value[j]! - by) / 100))
      if (isReached && broken < 0 && isPossible(worlds, world)) {
        found = { world, because: [], isProven: false }
        break
      }
      found = { world: undefined, because: becauseOf(aim), isProven: cut === 0 && !isReached }
      if (broken < 0) break
      const at = value[broken]!
      if (at > 0) upper[broken] = Math.floor(at)
      else lower[broken] = Math.ceil(at)
      value.fill(0)
    }
    lower.set(lowest)
    upper.set(highest)
    if (found.world === undefined) value.fill(0)
    return found
  }
  return { reach }
}
