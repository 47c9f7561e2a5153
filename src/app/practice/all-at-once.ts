import type { LeafChange, LeafId, Leaves } from '#domain/cases/leaves.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { daily } from '#src/app/cases/moving.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'

/** Leaves as if what is written into them were kept, and what has to be changed so that it is. */
const asIfKept = (leaves: Leaves) => {
  const written = new Map<LeafId, LeafChange>()
  const read: Leaves['read'] = async (ids) => {
    const all = new Map(await leaves.read(ids.filter((id) => !written.has(id))))
    for (const id of ids) {
      const sealed = written.get(id)?.sealed
      if (sealed) all.set(id, sealed)
    }
    return all
  }
  const change: Leaves['change'] = async (changes) => {
    for (const { id, seen, sealed } of changes)
      written.set(id, { id, seen: written.has(id) ? written.get(id)!.seen : seen, sealed })
    return 'kept'
  }
  /** What came and went again was never there. */
  const changes = (): readonly LeafChange[] =>
    [...written.values()].filter(({ seen, sealed }) => seen !== undefined || sealed !== undefined)
  return { leaves: { ...leaves, read, change }, changes }
}

/**
 * Keeps many steps in one change, on whatever host: whoever comes meanwhile finds nothing of them or all. Of those who make
 * the same at once the first is kept, and the others look again.
 */
export const allAtOnce = async <Needs extends CaseNeeds>(
  needs: Needs,
  make: (needs: Needs) => Promise<void>,
): Promise<void> => {
  // What is kept beside the leaves is written at once, and must not run ahead of them.
  await daily(needs)
  await untilKept(needs, async () => {
    const { leaves, changes } = asIfKept(needs.leaves)
    await make({ ...needs, leaves })
    return { answer: undefined, changes: changes() }
  })
}
