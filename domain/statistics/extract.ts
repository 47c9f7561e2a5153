/*
 * Answers of single people that go to a researcher: rows without a name, in which nobody stands alone. All that somebody else
 * may know of a person (the neighbour, the broker, the employer) is one group, of which there are as many as the limit says;
 * the one thing that it would harm to know stands beside it.
 */

/** What was not said, or not agreed to. */
export const notSaid = 'not-said'
/** What is told of nobody of a group, since the rest would say it of each. */
export const notTold = 'not-told'
/** Each value of a column that was made as coarse as can be. */
export const anyValue = 'any'

/** A column by which somebody could be known, and each way to say it more coarsely, the finest first. */
export type KnownColumn = {
  readonly id: string
  readonly levels: readonly ((value: string) => string)[]
}

export type ExtractRow = {
  /** By the order of the known columns. */
  readonly known: readonly string[]
  /** What nobody else is to learn of one person. */
  readonly told: string
}

type Limits = {
  /** So many at least share all that is known. */
  readonly k: number
  /** So many at least of a group said something else than the commonest answer. */
  readonly others: number
}

const ways = (columns: readonly KnownColumn[]): readonly (readonly number[])[] =>
  columns.reduce<readonly (readonly number[])[]>(
    (some, { levels }) => some.flatMap((one) => levels.map((_, level) => [...one, level])),
    [[]],
  )

type Groups = ReadonlyMap<string, readonly ExtractRow[]>

const groupsOf = (rows: readonly ExtractRow[]): Groups =>
  Map.groupBy(rows, ({ known }) => JSON.stringify(known))

const coarsened = (
  rows: readonly ExtractRow[],
  columns: readonly KnownColumn[],
  way: readonly number[],
): readonly ExtractRow[] =>
  rows.map(({ known, told }) => ({
    known: known.map((value, place) => columns[place]!.levels[way[place]!]!(value)),
    told,
  }))

/** How much is lost: of a row that is left out all, of each other as much as its columns are coarse. */
const lostBy = (
  groups: Groups,
  columns: readonly KnownColumn[],
  way: readonly number[],
  k: number,
) => {
  const perRow = way.reduce(
    (sum, level, place) => sum + level / Math.max(1, columns[place]!.levels.length - 1),
    0,
  )
  return [...groups.values()].reduce(
    (sum, { length }) => sum + length * (length < k ? columns.length : perRow),
    0,
  )
}

const withoutWhatAllSaid = (
  group: readonly ExtractRow[],
  { others }: Limits,
): readonly ExtractRow[] => {
  const counts = Map.groupBy(group, ({ told }) => told)
  const commonest = Math.max(...[...counts.values()].map(({ length }) => length))
  return group.length - commonest >= others
    ? group
    : group.map(({ known }) => ({ known, told: notTold }))
}

const sign = ({ known, told }: ExtractRow): string => JSON.stringify([known, told])

/**
 * The rows that may go out: made coarse alike for all, by the way that loses least, and without those who would still be too
 * few. They stand in the order of what they say, so that none tells when or where its answers were given.
 */
export const extractOf = (
  rows: readonly ExtractRow[],
  columns: readonly KnownColumn[],
  limits: Limits,
): readonly ExtractRow[] => {
  const tried = ways(columns).map((way) => {
    const groups = groupsOf(coarsened(rows, columns, way))
    return { groups, lost: lostBy(groups, columns, way, limits.k) }
  })
  const best = tried.reduce((least, one) => (one.lost < least.lost ? one : least))
  return [...best.groups.values()]
    .filter(({ length }) => length >= limits.k)
    .flatMap((group) => withoutWhatAllSaid(group, limits))
    .toSorted((a, b) => (sign(a) < sign(b) ? -1 : 1))
}
