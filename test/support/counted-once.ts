type Fact = {
  readonly type: string
  readonly effectiveOn: string
  readonly count?: unknown
  readonly present?: unknown
}

const hourOf = ({ type, effectiveOn, count, present }: Fact, i: number): string => {
  if (count === undefined && present === undefined) return String(i)
  const way = (count as { readonly isByNote: boolean } | undefined)?.isByNote
  return `${type} ${effectiveOn} ${way}`
}

/** Of two counts or lists of one hour the one that is written down last stands: their order is another matter. */
export const countedOnce = <One extends Fact>(facts: readonly One[]): One[] => [
  ...new Map(facts.map((one, i) => [hourOf(one, i), one])).values(),
]
