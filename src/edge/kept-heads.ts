import type { Journal, NetworkJournal } from '#domain/ports.ts'
import { type NamedHead, compareHeads } from '#src/app/heads.ts'
import { type OverviewBound, overviewIn } from '#src/edge/overview-bound.ts'

/*
 * How far each fund and network had come is kept in an object of its own, which is told after each entry and takes nothing
 * back: an object that was put back to what it was, or whose end was cut off, stands before it.
 */

type Store = Journal & { readonly networks: NetworkJournal }

const kinds = ['fund', 'network'] as const

/** What the overview was told of these journals. */
export const headsKept = async (
  bindings: OverviewBound,
  ids: (kind: (typeof kinds)[number]) => Promise<readonly string[]> = (kind) =>
    overviewIn(bindings).ids(kind),
): Promise<readonly NamedHead[]> => {
  const heads: NamedHead[] = []
  for (const kind of kinds)
    for (const id of await ids(kind)) {
      const known = await overviewIn(bindings).known(kind, id)
      if (known) heads.push({ kind, id, seq: known.lastSeq, hash: known.hash })
    }
  return heads
}

/** The journals of one object that no longer hold what the overview was told of them. */
export const faultsOfObject = async (bindings: OverviewBound, store: Store) =>
  compareHeads(
    store,
    await headsKept(bindings, (kind) => (kind === 'fund' ? store : store.networks).fundIds()),
  )
