type Fact = { readonly type: string; readonly effectiveOn: string; readonly count?: unknown }

const hourOf = ({ type, effectiveOn, count }: Fact, i: number): string =>
  count === undefined
    ? String(i)
    : `${type} ${effectiveOn} ${(count as { readonly isByNote: boolean }).isByNote}`

/** Of two counts of one hour the one that is written down last stands: their order is another matter. */
export const countedOnce = <One extends Fact>(facts: readonly One[]): One[] => [
  ...new Map(facts.map((one, i) => [hourOf(one, i), one])).values(),
]
