import type { Dimension } from '#domain/statistics/tables.ts'

/** Where a village lies, by codes of two and four digits. */
export type Lies = { readonly province: string; readonly district: string }

/** Of fewer villages the figures of a place would be those of a village that somebody knows. */
export const fewestVillages = 3

/** Places that are told together, because each has too few villages. */
export const otherPlaces = 'other'

/** Groups of villages, of which the small ones are told together; with another one, where they are too few together. */
const joined = <One>(
  villages: readonly One[],
  codeOf: (one: One) => string,
): ReadonlyMap<string, readonly One[]> => {
  const bySize = [...Map.groupBy(villages, codeOf)].toSorted(
    ([one, a], [other, b]) => a.length - b.length || (one < other ? -1 : 1),
  )
  const rest: (readonly [string, readonly One[]])[] = []
  const count = (): number => rest.reduce((sum, [, some]) => sum + some.length, 0)
  for (const group of bySize) {
    const isEnough = rest.length === 0 || count() >= fewestVillages
    if (group[1].length >= fewestVillages && isEnough) break
    rest.push(group)
  }
  const own = bySize.slice(rest.length)
  return new Map([
    ...own,
    ...(rest.length > 0 ? [[otherPlaces, rest.flatMap(([, some]) => some)] as const] : []),
  ])
}

/**
 * Villages by province and, within, by district: the smallest place that each is told of. A place of fewer than three villages
 * is told together with others, so that no figure outside is of one village.
 */
export const placesOf = <Village extends Lies>(
  villages: readonly Village[],
): { readonly dimension: Dimension; readonly placeOf: ReadonlyMap<Village, string> } => {
  const placeOf = new Map<Village, string>()
  const categories: { id: string; within?: string }[] = []
  for (const [province, inside] of joined(villages, (one) => one.province)) {
    categories.push({ id: province })
    const districts =
      province === otherPlaces ? new Map() : joined(inside, (one: Village) => one.district)
    // One part alone is the whole again.
    if (districts.size < 2) for (const one of inside) placeOf.set(one, province)
    else
      for (const [district, some] of districts as ReadonlyMap<string, readonly Village[]>) {
        const id = district === otherPlaces ? `${province}-${otherPlaces}` : district
        categories.push({ id, within: province })
        for (const one of some) placeOf.set(one, id)
      }
  }
  return {
    dimension: {
      id: 'place',
      isPlace: true,
      categories: categories.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    },
    placeOf,
  }
}
