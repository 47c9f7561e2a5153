import type { Kinship } from '#domain/fund/people/particulars.ts'

type Ids = ReadonlySet<string>
type Links = ReadonlyMap<string, Ids>

const none: Ids = new Set()

const linked = (pairs: Iterable<readonly [string, string]>): Links => {
  const links = new Map<string, Set<string>>()
  for (const [from, to] of pairs) links.set(from, (links.get(from) ?? new Set()).add(to))
  return links
}

const bothWays = (pairs: readonly (readonly [string, string])[]): Links =>
  linked(
    pairs.flatMap(([a, b]): (readonly [string, string])[] => [
      [a, b],
      [b, a],
    ]),
  )

/** Everybody whom links reach from somebody, that one included. */
const reached = (links: Links, from: string): Ids => {
  const seen = new Set([from])
  for (const one of seen) for (const next of links.get(one) ?? none) seen.add(next)
  return seen
}

/** Whoever is linked to any of several. */
const throughOf = (links: Links, ids: Iterable<string>): Ids =>
  new Set([...ids].flatMap((id) => [...(links.get(id) ?? none)]))

/** What was declared, as links from one member to others. */
const familyOf = (kin: readonly Kinship[]) => {
  const of = (relation: Kinship['relation']) =>
    kin
      .filter((one) => one.relation === relation)
      .map(({ firstId, secondId }) => [firstId, secondId] as const)
  const parents = of('parent')
  const siblings = bothWays([
    ...of('sibling'),
    // Two children of one parent are siblings, whoever declared it.
    ...[...Map.groupBy(parents, ([parent]) => parent).values()].flatMap((children) =>
      children.slice(1).map(([, child], i) => [children[i]![1], child] as const),
    ),
  ])
  return {
    spouses: bothWays(of('spouse')),
    parents: linked(parents.map(([parent, child]) => [child, parent])),
    children: linked(parents),
    siblings,
    inLaws: bothWays(of('in-law')),
    household: bothWays(of('same-household')),
  }
}

/**
 * Everybody who is kin of a member by the fund's rules, by what was declared: spouse, parent, child,
 * sibling, in-law, same household, and kin of kin as far as they are one of these. Siblings of siblings
 * and children of one parent are siblings; a sibling's parent is a parent; a spouse's parent, child and
 * sibling, and the spouse of a parent, child or sibling are in-laws; who lives with somebody who lives
 * with the member lives with the member. It ends there: an in-law's in-law, a grandparent or a cousin is
 * not on the list. The member is not among them; that two are kin holds for both.
 */
export const kinOf = (kin: readonly Kinship[], memberId: string): Ids => {
  const { spouses, parents, children, siblings, inLaws, household } = familyOf(kin)
  const brood = (id: string): readonly string[] => [...reached(siblings, id)]
  const near = (id: string): readonly string[] => [
    ...brood(id),
    ...throughOf(parents, brood(id)),
    ...[...throughOf(children, [id])].flatMap(brood),
  ]
  const own = near(memberId)
  const all = new Set([
    ...own,
    ...throughOf(spouses, own),
    ...[...throughOf(spouses, [memberId])].flatMap(near),
    ...throughOf(inLaws, [memberId]),
    ...reached(household, memberId),
  ])
  all.delete(memberId)
  return all
}

/**
 * Everybody who shares money with one of several members: the same household, and a husband or wife
 * wherever they live. The several are among them.
 */
export const householdOf = (kin: readonly Kinship[], memberIds: Iterable<string>): Ids => {
  const shared = kin.filter(
    ({ relation }) => relation === 'same-household' || relation === 'spouse',
  )
  const links = bothWays(shared.map(({ firstId, secondId }) => [firstId, secondId] as const))
  return new Set([...memberIds].flatMap((id) => [...reached(links, id)]))
}
