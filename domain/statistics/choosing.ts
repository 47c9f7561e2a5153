/** How far a search for the least loss goes before it keeps the best that it has. */
export const mostTries = 3_000

export type Choice = {
  readonly chosen: ReadonlySet<number>
  /** Whether no other choice costs less. */
  readonly isLeast: boolean
}

/**
 * Of each group of candidates at least one, at the least cost in all (a least hitting set, by branch and bound). A
 * group that holds another asks nothing of its own. Ties go to the earlier candidate, so that the same groups give
 * the same choice.
 */
export const leastOfEach = (
  groups: readonly (readonly number[])[],
  cost: (one: number) => number,
  triesLeft = mostTries,
): Choice => {
  const byCost = groups
    .map((group) => [...new Set(group)].toSorted((a, b) => cost(a) - cost(b) || a - b))
    .toSorted((a, b) => a.length - b.length)
    .reduce<readonly number[][]>(
      (kept, group) =>
        kept.some((other) => other.every((one) => group.includes(one))) ? kept : [...kept, group],
      [],
    )
  let best: { chosen: readonly number[]; costs: number } | undefined
  let tries = 0
  /** What the groups that are still open cost at the least: those that share no candidate, the dearest first. */
  const atLeast = (open: readonly (readonly number[])[]): number => {
    const used = new Set<number>()
    let sum = 0
    for (const group of open) {
      if (group.some((one) => used.has(one))) continue
      for (const one of group) used.add(one)
      sum += cost(group[0]!)
    }
    return sum
  }
  const search = (
    open: readonly (readonly number[])[],
    chosen: readonly number[],
    costs: number,
  ): void => {
    tries += 1
    if (best && costs + atLeast(open) >= best.costs) return
    const [group] = open
    if (!group) {
      best = { chosen, costs }
      return
    }
    group.forEach((one, i) => {
      // The first way down is always taken to its end: it is what is kept where time runs out.
      if (tries > triesLeft && best) return
      const barred = new Set(group.slice(0, i))
      const left = open
        .filter((other) => !other.includes(one))
        .map((other) => other.filter((candidate) => !barred.has(candidate)))
      if (left.every(({ length }) => length > 0)) search(left, [...chosen, one], costs + cost(one))
    })
  }
  search(byCost, [], 0)
  return { chosen: new Set(best?.chosen ?? []), isLeast: tries <= triesLeft }
}
