import { type LeafChange, type Leaves, leafBytes } from '#domain/cases/leaves.ts'

/** A store of leaves that is open, wherever it is. */
export type CasesStore = Leaves & { readonly close: () => Promise<void> }

/**
 * Throws where a change is not one of leaves: an id that is no 128 bits, one id twice, or bytes of another length, by
 * which a leaf could be known again. A fault of the program, for no person chooses any of them.
 */
export const assertSound = (changes: readonly LeafChange[]): void => {
  const ids = new Set(changes.map(({ id }) => id))
  if (ids.size < changes.length) throw new Error('a leaf is changed twice at once')
  for (const { id, seen, sealed } of changes) {
    if (!/^[0-9a-f]{32}$/.test(id)) throw new Error('the id of a leaf must be 128 bits')
    for (const bytes of [seen, sealed])
      if (bytes !== undefined && bytes.length !== leafBytes)
        throw new Error(`a leaf must be ${leafBytes} bytes`)
  }
}

/** Whether a leaf is what somebody saw; nothing is like nothing. */
export const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined): boolean => {
  if (!one || !other) return one === other
  let isAlike = one.length === other.length
  for (let place = 0; isAlike && place < one.length; place += 1)
    isAlike = one[place] === other[place]
  return isAlike
}
