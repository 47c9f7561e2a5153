import type { AtRest, RowSeal } from '#domain/access/row-seal.ts'

/** Tells rows that this program wrote from those of another one, by a key that is in no database. Marks are hexadecimal. */
export interface Marks {
  mark(text: string): string
  /** Whether the key of now made it, or one before it; undefined where neither did. */
  ageOf(text: string, mark: string): 'now' | 'before' | undefined
  /** By the same secret: whoever may not write who somebody is may not read it either. */
  readonly seal: RowSeal
}

/** How far a table of one fund or network has come: each change counts one on, whatever it takes away. */
export type TableCount = {
  readonly scope: string
  /** The table, or `entry` and `network_entry` for a journal, whose count is the number of its last entry. */
  readonly kind: string
  readonly changes: number
  readonly digest: string
}

/** A row that bears no mark of ours, or where rows are missing that were counted. */
export type MarkFault = {
  readonly scope: string
  readonly kind: string
  /** The row's own key; empty where it is the table or the journal as a whole. */
  readonly key: string
  readonly fault: 'not-ours' | 'not-complete' | 'not-counted'
}

/**
 * How rows are marked anew. `renews` gives those the key of now that bear an older one. `first` also takes in what bears none,
 * where nothing of the fund or network bears one that holds, as a database of the version before has it. `again` takes in
 * what another program wrote, after somebody has looked at each. Sessions and one-time keys that are taken in end.
 */
export type MarkingHow = 'renews' | 'first' | 'again'

export type Marking = { readonly renewed: number; readonly takenIn: number }

/** What a store that was given a key can say of its rows. Without one it says nothing and finds nothing. */
export interface Marked {
  markFaults(scope: string): Promise<readonly MarkFault[]>
  tableCounts(scope: string): Promise<readonly TableCount[]>
  markAnew(scope: string, how: { readonly at: string; readonly how: MarkingHow }): Promise<Marking>
  /** What lies in clear, or sealed by another key than that of now. */
  atRest(scope: string): Promise<AtRest>
  /**
   * Seals by the key of now what bears a mark of ours and is not sealed by it; how many rows that were. Where this was done
   * by the key of now before it looks no more, unless it is asked to be `thorough`.
   */
  sealAnew(scope: string, how?: { readonly thorough?: boolean }): Promise<number>
  /** Where a store can: lays what it keeps down anew, so that nothing of what was written over is left in between. */
  layAnew?(): Promise<void>
}
