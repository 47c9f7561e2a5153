/*
 * Cases are kept as leaves: rows of one length under random ids, in a store of their own. Whoever has the store alone sees
 * neither what a leaf is nor which belong together: that stands inside them.
 */

/** 128 random bits, or as many of a keyed hash, in 32 lower-case hexadecimal digits. */
export type LeafId = string

/** How long every leaf is, sealed. */
export const leafBytes = 4096

/** A leaf as it is to be: new where nothing was `seen` under its id, gone where nothing is `sealed`. */
export type LeafChange = {
  readonly id: LeafId
  readonly seen: Uint8Array | undefined
  readonly sealed: Uint8Array | undefined
}

/** A store of leaves. It knows no time, no order and no owner of them. */
export interface Leaves {
  /** Those that there are. */
  read(ids: readonly LeafId[]): Promise<ReadonlyMap<LeafId, Uint8Array>>
  /** All or nothing; `stale` where one is not what was seen. Throws `StorageUnavailable` when the store cannot take it now. */
  change(changes: readonly LeafChange[]): Promise<'kept' | 'stale'>
  /** Ids above one, by id, at most `limit`: what is copied or sealed anew goes through all of them. */
  ids(after: LeafId | undefined, limit: number): Promise<readonly LeafId[]>
}
