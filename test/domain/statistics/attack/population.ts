import type { At, Dimension, FixedTable, ReleaseKind } from '#domain/statistics/tables.ts'

/*
 * People of a network, drawn from a seed: some places are large and some have a handful, and most of what can be said
 * of people is said of few. What tables are made of them is drawn too.
 */

export type Person = Readonly<Record<string, string>> & { readonly cost: string }

export type Population = {
  readonly kind: ReleaseKind
  readonly people: readonly Person[]
  /** Who is heard of only when the period was released. */
  readonly late: readonly Person[]
  /** The tables of one release, and more of the same people that are released later. */
  readonly tables: readonly Pick<FixedTable, 'id' | 'dimensions'>[]
  readonly later: readonly Pick<FixedTable, 'id' | 'dimensions'>[]
}

/** Chance from a seed, the same on every machine. */
export const chanceOf = (seed: number) => {
  let state = (seed * 2_654_435_761) >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  // The first draws of neighbouring seeds are alike.
  for (let n = 0; n < 5; n += 1) next()
  const whole = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  return { next, whole, happens: (percent: number): boolean => next() * 100 < percent }
}
type Chance = ReturnType<typeof chanceOf>

const flat = (id: string, size: number): Dimension => ({
  id,
  categories: Array.from({ length: size }, (_, n) => ({ id: `${id}${n}` })),
})

const placesOf = (chance: Chance, kind: ReleaseKind): Dimension => {
  if (kind === 'survivors') return { ...flat('place', chance.whole(2, 5)), isPlace: true }
  const categories = Array.from({ length: chance.whole(1, 2) }, (_, p) => p).flatMap((p) => [
    { id: `p${p}` },
    ...Array.from({ length: chance.whole(1, 2) }, (_, d) => d).flatMap((d) => [
      { id: `p${p}d${d}`, within: `p${p}` },
      ...Array.from({ length: chance.whole(1, 3) }, (_, c) => ({
        id: `p${p}d${d}c${c}`,
        within: `p${p}d${d}`,
      })),
    ]),
  ])
  return { id: 'place', isPlace: true, categories }
}

const smallest = ({ categories }: Dimension): readonly string[] =>
  categories.map(({ id }) => id).filter((id) => categories.every(({ within }) => within !== id))

export const populationOf = (seed: number): Population => {
  const chance = chanceOf(seed)
  const kind = (['survivors', 'migration', 'finance'] as const)[chance.whole(0, 2)]!
  const place = placesOf(chance, kind)
  const sex = flat('sex', 2)
  const corridor = flat('corridor', chance.whole(2, 3))
  const age = flat('age', chance.whole(2, 4))
  const one = (at: string): Person => ({
    place: at,
    sex: `sex${chance.whole(0, 1)}`,
    // Most are of the first lines, so that the last ones are small.
    corridor: `corridor${Math.floor(chance.next() * chance.next() * corridor.categories.length)}`,
    age: `age${Math.floor(chance.next() * chance.next() * age.categories.length)}`,
    cost: String(chance.whole(1, 40) * 100),
  })
  const people = smallest(place).flatMap((at) =>
    Array.from({ length: chance.happens(40) ? chance.whole(0, 14) : chance.whole(15, 90) }, () =>
      one(at),
    ),
  )
  const late = Array.from({ length: chance.whole(1, 4) }, () => one(smallest(place)[0]!))
  const families: readonly (readonly (readonly Dimension[])[])[] = [
    [
      [place, sex],
      [place, corridor],
      [place, age],
    ],
    [[place, sex, corridor], [place]],
    [[sex], [age], [corridor], [sex, age]],
    [
      [place, corridor],
      [corridor, age],
    ],
  ]
  const family = families[chance.whole(0, families.length - 1)]!
  const tables = family.map((dimensions, n) => ({ id: `table-${n}`, dimensions }))
  const first = chance.whole(1, tables.length)
  return { kind, people, late, tables: tables.slice(0, first), later: tables.slice(first) }
}

/** A table counted from people, with what they paid where means are wanted. */
export const countedTable = (
  { id, dimensions }: Pick<FixedTable, 'id' | 'dimensions'>,
  people: readonly Person[],
): FixedTable => {
  const counts = new Map<string, { at: At; people: number; sum: number }>()
  for (const person of people) {
    const at = Object.fromEntries(dimensions.map((one) => [one.id, person[one.id]!]))
    const key = Object.values(at).join(' ')
    const known = counts.get(key) ?? { at, people: 0, sum: 0 }
    known.people += 1
    known.sum += Number(person.cost)
    counts.set(key, known)
  }
  return { id, dimensions, counts: [...counts.values()] }
}
