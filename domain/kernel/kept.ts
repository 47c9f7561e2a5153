/**
 * Keeps what is worked out of something that is frozen, and of what stands beside it, until one of these is another value. It
 * is forgotten with what it was made of. Of what is not frozen, or not known to last otherwise, it is made each time.
 */
export const keptWhileSame = <Of extends object, Made>(
  lasts: (of: Of) => boolean = Object.isFrozen,
): ((of: Of, beside: readonly unknown[], make: () => Made) => Made) => {
  const kept = new WeakMap<Of, { readonly beside: readonly unknown[]; readonly made: Made }>()
  return (of, beside, make) => {
    const known = kept.get(of)
    if (known?.beside.every((one, i) => one === beside[i])) return known.made
    const made = make()
    if (known || lasts(of)) kept.set(of, { beside, made })
    return made
  }
}

/** The same for a function of nothing else. */
export const whileSame = <Of extends object, Beside extends readonly unknown[], Made>(
  make: (of: Of, ...beside: Beside) => Made,
): ((of: Of, ...beside: Beside) => Made) => {
  const kept = keptWhileSame<Of, Made>()
  return (of, ...beside) => kept(of, beside, () => make(of, ...beside))
}

/** Things by their keys, each group frozen, so that what is worked out of one of them is kept with it. */
export const frozenGroups = <Key, T>(
  all: Iterable<T>,
  keyOf: (one: T) => Key,
): ReadonlyMap<Key, readonly T[]> => {
  const groups = Map.groupBy(all, keyOf)
  for (const own of groups.values()) Object.freeze(own)
  return groups
}
