const lists = new WeakSet<object>()

/**
 * A list that nobody changes any more, by which what is worked out of it is kept. It is not frozen, because what is frozen is
 * searched and copied three to a hundred times as slowly; that nobody changes it is said by its type.
 */
export const lasting = <T>(list: readonly T[]): readonly T[] => {
  lists.add(list)
  return list
}

/** Whether something stays as it is: it is frozen, or such a list. */
export const isLasting = (one: object): boolean => Object.isFrozen(one) || lists.has(one)

/**
 * Keeps what is worked out of something that stays as it is, and of what stands beside it, until one of these is another value.
 * It is forgotten with what it was made of. Of what may change it is made each time.
 */
export const keptWhileSame = <Of extends object, Made>(): ((
  of: Of,
  beside: readonly unknown[],
  make: () => Made,
) => Made) => {
  const kept = new WeakMap<Of, { readonly beside: readonly unknown[]; readonly made: Made }>()
  return (of, beside, make) => {
    const known = kept.get(of)
    if (known?.beside.every((one, i) => one === beside[i])) return known.made
    const made = make()
    if (known || isLasting(of)) kept.set(of, { beside, made })
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

/** Things by their keys in lists that last, so that what is worked out of one of them is kept with it. */
export const lastingGroups = <Key, T>(
  all: Iterable<T>,
  keyOf: (one: T) => Key,
): ReadonlyMap<Key, readonly T[]> => {
  const groups = Map.groupBy(all, keyOf)
  for (const own of groups.values()) lasting(own)
  return groups
}
