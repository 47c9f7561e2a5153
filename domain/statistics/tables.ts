/** What people are counted for: of fewer than `k` nothing is told, and of no smaller place than the deepest. */
export const releaseKinds = {
  survivors: { k: 11, deepestPlace: 1 },
  /** Whoever was sent to others for help may be a survivor; a team works for a network, so that no place is told. */
  referrals: { k: 11, deepestPlace: 0 },
  migration: { k: 10, deepestPlace: 3 },
  finance: { k: 5, deepestPlace: 3 },
} as const
export type ReleaseKind = keyof typeof releaseKinds

/** Whatever is hidden could be by so many people more than it is, for anybody who has all that was ever told. */
export const protection = 5

/** A line of a dimension; `within` names the one that holds it: a commune within its district. */
export type Category = { readonly id: string; readonly within?: string }

export type Dimension = {
  readonly id: string
  readonly categories: readonly Category[]
  /** Levels are province, district and commune, and whoever lives in one of the smallest may know all its figures. */
  readonly isPlace?: true
}

/** Which people: a category of each dimension; of one that is left out, all. */
export type At = Readonly<Record<string, string>>

type Count = {
  readonly at: At
  readonly people: number
  /** What they came to together, in smallest units, where a mean is wanted. */
  readonly sum?: number
  /** How many of them each village counted, where villages know their own figures. */
  readonly from?: Readonly<Record<string, number>>
}

/** The people of one period, counted by the smallest categories of each dimension; what is left out is nobody. */
export type FixedTable = {
  readonly id: string
  readonly dimensions: readonly Dimension[]
  readonly counts: readonly Count[]
}

/** `null` where it is hidden, whether there are few, none, or enough and only told they would give others away. */
export type PublishedCell = {
  readonly at: At
  readonly people: number | null
  readonly mean?: number | null
}

export type PublishedTable = {
  readonly id: string
  readonly dimensions: readonly Dimension[]
  readonly cells: readonly PublishedCell[]
}

/** A key of a cell that is the same in every table that has it. */
export const keyOf = (at: At): string =>
  Object.keys(at)
    .toSorted()
    .map((dimension) => `${dimension}=${at[dimension]}`)
    .join(' ')

/** All of a dimension, and then each of its categories. */
export const all = ''
export const nodesOf = ({ categories }: Dimension): readonly string[] => [
  all,
  ...categories.map(({ id }) => id),
]

export const childrenOf = ({ categories }: Dimension, node: string): readonly string[] =>
  categories.filter(({ within = all }) => within === node).map(({ id }) => id)

/** The categories that hold no others. */
export const finestOf = (dimension: Dimension): readonly string[] => {
  const holders = new Set(dimension.categories.map(({ within }) => within))
  return dimension.categories.filter(({ id }) => !holders.has(id)).map(({ id }) => id)
}

/** A category with all that hold it, up to all of the dimension. */
export const upFrom = (dimension: Dimension, node: string): readonly string[] => {
  const within = new Map(dimension.categories.map((one) => [one.id, one.within ?? all]))
  const way = [node]
  while (way.at(-1) !== all && way.length <= dimension.categories.length + 1)
    way.push(within.get(way.at(-1)!) ?? all)
  return way
}

/** How many levels lie below all of it. */
export const depthOf = (dimension: Dimension): number =>
  Math.max(0, ...dimension.categories.map(({ id }) => upFrom(dimension, id).length - 1))

/** Every way of taking one of each list, in order. */
export const crossed = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])),
    [[]],
  )

export const atOf = (dimensions: readonly Dimension[], nodes: readonly string[]): At =>
  Object.fromEntries(
    dimensions.flatMap(({ id }, i) => (nodes[i] === all ? [] : [[id, nodes[i]!] as const])),
  )
