import { type World, narrowFor } from '#domain/statistics/narrow.ts'
import type { Row } from '#domain/statistics/region.ts'
import { roundedPeople } from '#domain/statistics/rounding.ts'
import {
  type Cell,
  type TableSystem,
  besideLargest,
  fromOf,
  holds,
  isFew,
} from '#domain/statistics/system.ts'
import { type Dimension, all, childrenOf, finestOf, keyOf } from '#domain/statistics/tables.ts'

/** By what a hidden group could be found. */
export type Way = 'subtraction' | 'interval' | 'own-figures'

/** A group that is not safe: of these cells at least one has to be hidden too, or it never is. */
export type Leak = {
  readonly by: Way
  readonly key: string
  readonly oneOf: readonly number[]
  /** Whether the group is found for as long as all of these are told. */
  readonly isProven: boolean
}

/** What is told, cell by cell, and below how many people nothing is. */
type Told = {
  readonly system: TableSystem
  readonly isHidden: readonly boolean[]
  readonly k: number
}

const cellAt = ({ system }: Told, at: Readonly<Record<string, string>>): number =>
  system.place.get(keyOf(at))!

const withNode = (
  cell: Cell,
  dimension: string,
  node: string,
): Readonly<Record<string, string>> => {
  const { [dimension]: _, ...others } = cell.at
  return node === all ? others : { ...others, [dimension]: node }
}

/** What is told of a cell's own parts along one dimension, from the top: told cells, and whether anything is left. */
const toldBelow = (
  told: Told,
  cell: Cell,
  dimension: Dimension,
): { readonly found: readonly number[]; readonly isRest: boolean } => {
  const below = (node: string): { found: number[]; isRest: boolean } => {
    const [found, rest]: [number[], boolean[]] = [[], []]
    for (const child of childrenOf(dimension, node)) {
      const at = cellAt(told, withNode(cell, dimension.id, child))
      if (!told.isHidden[at]) found.push(at)
      else if (childrenOf(dimension, child).length === 0) rest.push(true)
      else {
        const deeper = below(child)
        found.push(...deeper.found)
        rest.push(deeper.isRest)
      }
    }
    return { found, isRest: rest.includes(true) }
  }
  return below(cell.at[dimension.id] ?? all)
}

const leak = (key: string, oneOf: readonly number[]): Leak => ({
  by: 'subtraction',
  key,
  oneOf,
  isProven: true,
})

/** What is left of a group when others are taken away. */
const leftOf = (whole: Cell, parts: readonly Cell[]): Pick<Cell, 'people' | 'from'> => ({
  people: whole.people - parts.reduce((sum, { people }) => sum + people, 0),
  from: fromOf(
    [whole.from],
    parts.map(({ from }) => from),
  ),
})

/** Groups too small that are left of a told whole when its told parts are taken away. */
const restsOf = (told: Told): readonly Leak[] => {
  const { system, isHidden, k } = told
  return system.cells.flatMap((cell, whole) => {
    if (isHidden[whole]) return []
    const dimensions = new Set(cell.tables.flatMap((t) => system.tables[t]!.dimensions))
    return [...dimensions].flatMap((dimension): Leak[] => {
      const { found, isRest } = toldBelow(told, cell, dimension)
      if (!isRest || found.length === 0) return []
      if (
        !isFew(
          leftOf(
            cell,
            found.map((at) => system.cells[at]!),
          ),
          k,
        )
      )
        return []
      return [leak(`${cell.key} - ${dimension.id}`, [whole, ...found])]
    })
  })
}

/** Groups too small that are left of a told whole when one told part is taken away, however many ways apart they are. */
const differencesOf = ({ system, isHidden, k }: Told): readonly Leak[] =>
  system.tables.flatMap(({ dimensions }, t) => {
    const cells = system.cells
      .map((cell, at) => ({ cell, at, size: cell.parts[cell.tables.indexOf(t)]?.length ?? 0 }))
      .filter(({ size, at }) => size > 0 && !isHidden[at])
    return cells.flatMap((whole) =>
      cells.flatMap((part): Leak[] => {
        const rest = whole.cell.people - part.cell.people
        if (rest < 0 || whole.size <= part.size) return []
        // No village can have more of what is left than of the whole.
        if (besideLargest(rest, whole.cell.from) >= k) return []
        if (!isFew(leftOf(whole.cell, [part.cell]), k)) return []
        if (!holds(dimensions, whole.cell.at, part.cell.at)) return []
        return [leak(`${whole.cell.key} - ${part.cell.key}`, [whole.at, part.at])]
      }),
    )
  })

/** Tables that share a group agree on it, whether it is told or not: the sums behind every region. */
const linksOf = ({ cells }: TableSystem): readonly Row[] =>
  cells.flatMap(({ parts: [first, ...others] }) =>
    others.map((other) => ({ plus: first!, minus: other, below: 0, above: 0 })),
  )

/** What is told, cell by cell, and how tables hang together: told figures as somebody takes them. */
const rowsFor = (
  { system, isHidden }: Told,
  taken: (people: number) => { readonly below: number; readonly above: number },
) => {
  const cellOf = system.cells.flatMap((_, at) => (isHidden[at] ? [] : [at]))
  const rows = cellOf.map((at): Row => {
    const { parts, people } = system.cells[at]!
    return { plus: parts[0]!, ...taken(people) }
  })
  return { truth: system.truth, cellOf, rows: [...rows, ...linksOf(system)] }
}

/** Small groups of which all that is told, were it told to the last person, lets one infer how many they are. */
const intervalsOf = (told: Told, worlds: World[]): readonly Leak[] => {
  const { system, k } = told
  const small = system.cells.filter((cell) => isFew(cell, k))
  const exact = rowsFor(told, () => ({ below: 0, above: 0 }))
  return narrowFor({ ...exact, small, isUpwards: true, worlds }).map((one) => ({
    ...one,
    by: 'interval',
  }))
}

/** Of what is told to the nearest five the truth may lie so far below and above, and is no fewer than k. */
const asPrinted = (people: number, k: number) => {
  const up = roundedPeople(people) - people
  return { below: Math.min(2 - up, people - k), above: 2 + up }
}

/** Small groups that somebody finds who reads what is printed and knows all figures of one smallest place. */
const ownFiguresOf = (told: Told, worlds: World[]): readonly Leak[] => {
  const { system, k } = told
  const printed = rowsFor(told, (people) => asPrinted(people, k))
  const places = new Map(
    system.tables.flatMap(({ dimensions }) =>
      dimensions.filter(({ isPlace }) => isPlace).map((one) => [one.id, one] as const),
    ),
  )
  // Where there is one place alone its people know all of it already.
  const several = [...places.values()].filter((dimension) => finestOf(dimension).length > 1)
  return several.flatMap((dimension) =>
    finestOf(dimension).flatMap((own) => {
      const held = new Set(
        system.parts.flatMap((at, part) => (at[dimension.id] === own ? [part] : [])),
      )
      const small = system.cells.filter(
        (cell) => isFew(cell, k) && !cell.parts[0]!.every((part) => held.has(part)),
      )
      const look = { ...printed, held, small, isUpwards: false, worlds }
      return narrowFor(look).map((one): Leak => ({ ...one, by: 'own-figures' }))
    }),
  )
}

/** Everything by which a hidden group could be found, the quickest look first; none where what is told is safe. */
export const leaksOf = (told: Told): readonly Leak[] => {
  const worlds: World[] = []
  const looks = [
    () => [...restsOf(told), ...differencesOf(told)],
    () => intervalsOf(told, worlds),
    () => ownFiguresOf(told, worlds),
  ]
  for (const look of looks) {
    const found = look()
    if (found.length > 0) return found
  }
  return []
}
