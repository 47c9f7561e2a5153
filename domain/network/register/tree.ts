import { type Party, counts, factsOf, latestOf } from '#domain/network/register/parties.ts'

type Parties = ReadonlyMap<string, Party>

/** Facts that are looked at as if they counted already. */
type Looking = ReadonlySet<string>

/** For whom somebody works, by what counts: what one alone has entered stands in nobody's way. */
const bosses = (parties: Parties, id: string, looking: Looking): readonly string[] => {
  const party = parties.get(id)
  return party
    ? factsOf(party, 'works-for')
        .filter((one) => counts(one) || looking.has(one.factId))
        .map(({ fact }) => fact.partyId)
    : []
}

/** Whether one works for the other, directly or through others, or is the same. */
export const worksUnder = (
  parties: Parties,
  one: string,
  above: string,
  looking: Looking = new Set(),
): boolean => {
  const seen = new Set<string>()
  const next = [one]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === above) return true
    if (seen.has(id)) continue
    seen.add(id)
    next.push(...bosses(parties, id, looking))
  }
  return false
}

/** For whom somebody works, by what counts. */
export const bossOf = (party: Party): string | undefined =>
  latestOf(party, 'works-for')?.fact.partyId

/** Somebody with those who work for them, as deep as it goes. */
export type Branch = { readonly party: Party; readonly under: readonly Branch[] }

/** Those who work for somebody, by what counts; nobody comes twice, whatever was written down. */
export const treeUnder = (parties: Iterable<Party>, top: Party): Branch => {
  const all = [...parties]
  const seen = new Set([top.partyId])
  const branch = (party: Party): Branch => {
    const direct = all.filter(
      (one) => !seen.has(one.partyId) && bossOf(one) === party.partyId && counts(one.facts[0]!),
    )
    for (const { partyId } of direct) seen.add(partyId)
    return { party, under: direct.map(branch) }
  }
  return branch(top)
}

/** The agency at the top of whoever somebody works for; undefined where none is named. */
export const agencyAbove = (parties: Parties, id: string): Party | undefined => {
  const seen = new Set<string>()
  let party = parties.get(id)
  while (party && party.kind !== 'agency' && !seen.has(party.partyId)) {
    seen.add(party.partyId)
    const boss = bossOf(party)
    party = boss === undefined ? undefined : parties.get(boss)
  }
  return party?.kind === 'agency' ? party : undefined
}
