import {
  type At,
  type Dimension,
  type FixedTable,
  all,
  atOf,
  crossed,
  finestOf,
  keyOf,
  nodesOf,
  upFrom,
} from '#domain/statistics/tables.ts'

/** A group of people that some table has a place for. */
export type Cell = {
  readonly key: string
  readonly at: At
  readonly people: number
  /** How many each village counted of them; nobody has counted them by villages where it is empty. */
  readonly from: ReadonlyMap<string, number>
  /** What they came to together; undefined where no mean is wanted. */
  readonly sum: number | undefined
  /** Its smallest parts, in each of the tables that have it. */
  readonly parts: readonly (readonly number[])[]
  /** Tables that have it, in the order of `parts`. */
  readonly tables: readonly number[]
}

/** All tables of one population as one system of sums. */
export type TableSystem = {
  readonly tables: readonly FixedTable[]
  readonly cells: readonly Cell[]
  readonly place: ReadonlyMap<string, number>
  /** How many people there are in each smallest part of each table. */
  readonly truth: readonly number[]
  /** Of what each smallest part is. */
  readonly parts: readonly At[]
}

type Counted = FixedTable['counts'][number]
type Parts = Pick<Counted, 'at' | 'people'> & {
  readonly sum: number | undefined
  readonly from: Counted['from']
}

const partsOf = ({ dimensions, counts }: FixedTable): readonly Parts[] => {
  const told = new Map(counts.map((count) => [keyOf(count.at), count]))
  return crossed(dimensions.map(finestOf)).map((nodes) => {
    const at = atOf(dimensions, nodes)
    const count = told.get(keyOf(at))
    return { at, people: count?.people ?? 0, sum: count?.sum, from: count?.from }
  })
}

type From = Cell['from']

/** Of which villages people are, added up, or with those taken away whom others tell. */
export const fromOf = (all: readonly From[], less: readonly From[] = []): From => {
  const sums = new Map<string, number>()
  for (const [each, sign] of [
    ...all.map((one) => [one, 1] as const),
    ...less.map((one) => [one, -1] as const),
  ])
    for (const [village, people] of each)
      sums.set(village, (sums.get(village) ?? 0) + sign * people)
  return sums
}

/** How many are left of people for the village that has most of them, and takes its own away. */
export const besideLargest = (people: number, from: From): number =>
  people - Math.max(0, ...from.values())

/** Whether a group is too few to be told: in all, or to the village that knows most of them. */
export const isFew = ({ people, from }: Pick<Cell, 'people' | 'from'>, k: number): boolean =>
  besideLargest(people, from) < k

/** Which smallest categories each node of a dimension holds. */
const heldBy = (dimension: Dimension): ReadonlyMap<string, ReadonlySet<string>> => {
  const held = new Map(nodesOf(dimension).map((node) => [node, new Set<string>()]))
  for (const finest of finestOf(dimension))
    for (const node of upFrom(dimension, finest)) held.get(node)?.add(finest)
  return held
}

/** Numbers of the smallest parts of each cell of a table, by the cell's nodes. */
const cellsOf = (
  { dimensions }: FixedTable,
  from: number,
): readonly { readonly at: At; readonly parts: readonly number[] }[] => {
  const finest = dimensions.map(finestOf)
  const held = dimensions.map(heldBy)
  return crossed(dimensions.map(nodesOf)).map((nodes) => {
    const within = nodes.map((node, d) =>
      finest[d]!.flatMap((one, n) => (held[d]!.get(node)!.has(one) ? [n] : [])),
    )
    const parts = within.reduce<readonly number[]>(
      (ways, list, d) => ways.flatMap((way) => list.map((n) => way * finest[d]!.length + n)),
      [0],
    )
    return { at: atOf(dimensions, nodes), parts: parts.map((n) => from + n) }
  })
}

export const systemOf = (tables: readonly FixedTable[]): TableSystem => {
  const [truth, sums, parts]: [number[], (number | undefined)[], At[]] = [[], [], []]
  const froms: From[] = []
  const cells = new Map<string, { at: At; parts: (readonly number[])[]; tables: number[] }>()
  tables.forEach((table, t) => {
    const from = truth.length
    for (const { at, people, sum, from: by } of partsOf(table)) {
      truth.push(people)
      sums.push(sum)
      parts.push(at)
      froms.push(new Map(Object.entries(by ?? {})))
    }
    for (const cell of cellsOf(table, from)) {
      const key = keyOf(cell.at)
      const known = cells.get(key) ?? { at: cell.at, parts: [], tables: [] }
      known.parts.push(cell.parts)
      known.tables.push(t)
      cells.set(key, known)
    }
  })
  const made = [...cells].map(([key, cell]): Cell => {
    const people = cell.parts[0]!.reduce((total, part) => total + truth[part]!, 0)
    const withSums = cell.parts.find((own) => own.some((part) => sums[part] !== undefined))
    const sum = withSums?.reduce((total, part) => total + (sums[part] ?? 0), 0)
    const from = fromOf(cell.parts[0]!.map((part) => froms[part]!))
    return { key, ...cell, people, from, sum }
  })
  return {
    tables,
    cells: made,
    place: new Map(made.map(({ key }, i) => [key, i])),
    truth,
    parts,
  }
}

/** Whether one group is all of another and more, or the same people by another name. */
export const holds = (dimensions: readonly Dimension[], whole: At, part: At): boolean =>
  dimensions.every((dimension) => {
    const [above, below] = [whole[dimension.id] ?? all, part[dimension.id] ?? all]
    return above === all || upFrom(dimension, below).includes(above)
  })
