import { type Party, counts, factsOf } from '#domain/network/register/parties.ts'

/*
 * The same hand in several villages. A name and a number have one mark wherever they turn up, so that this is found without
 * reading either. It rests on the register alone, on what two stand behind, and on no report: it tells nothing of who spoke.
 */

/** By what some are known to be the same: one mark of a name, one of a phone, or one of the register in several places. */
export const sameBy = ['one', 'name', 'phone'] as const
export type SameBy = (typeof sameBy)[number]

/** Somebody, or several who seem to be one, in places that are not the same. */
export type Signal = {
  readonly by: readonly SameBy[]
  readonly partyIds: readonly string[]
  /** Communes or provinces, as the gazetteer numbers them. */
  readonly places: readonly string[]
}

/** Of a province and a commune in it nobody knows whether they are two places. */
const areApart = (a: string, b: string): boolean => !a.startsWith(b) && !b.startsWith(a)

const placesOf = (some: readonly Party[]): readonly string[] => {
  const all = some.flatMap((party) =>
    factsOf(party, 'place').flatMap((one) => (counts(one) ? [one.fact.place] : [])),
  )
  return [...new Set(all)].toSorted()
}

const isSpread = (places: readonly string[]): boolean =>
  places.some((one) => places.some((other) => areApart(one, other)))

const marksOf = (party: Party, what: 'sealed-name' | 'phone'): readonly string[] =>
  factsOf(party, what).flatMap((one) => (counts(one) && !one.erased ? [one.fact.mark] : []))

/** Those who share a mark, two or more. */
const sharing = (
  parties: readonly Party[],
  what: 'sealed-name' | 'phone',
): readonly (readonly Party[])[] => {
  const byMark = new Map<string, Set<Party>>()
  for (const party of parties)
    for (const mark of marksOf(party, what))
      byMark.set(mark, (byMark.get(mark) ?? new Set()).add(party))
  return [...byMark.values()].map((some) => [...some]).filter(({ length }) => length > 1)
}

/** What of the register is found in several villages, those in most of them first. */
export const signalsIn = (parties: readonly Party[]): readonly Signal[] => {
  const found: readonly (readonly [SameBy, readonly Party[]])[] = [
    // An agency has branches; whoever goes from village to village for it is looked at.
    ...parties.filter(({ kind }) => kind !== 'agency').map((one) => ['one', [one]] as const),
    ...sharing(parties, 'sealed-name').map((some) => ['name', some] as const),
    ...sharing(parties, 'phone').map((some) => ['phone', some] as const),
  ]
  const signals = new Map<string, Signal>()
  for (const [by, some] of found) {
    const partyIds = some.map(({ partyId }) => partyId).toSorted()
    const places = placesOf(some)
    if (!isSpread(places)) continue
    const before = signals.get(partyIds.join())?.by ?? []
    signals.set(partyIds.join(), { by: [...new Set([...before, by])], partyIds, places })
  }
  return [...signals.values()].toSorted(
    (a, b) => b.places.length - a.places.length || (a.partyIds.join() < b.partyIds.join() ? -1 : 1),
  )
}
