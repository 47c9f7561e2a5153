import type { LeafId, Leaves } from '#domain/cases/leaves.ts'
import { assertSound, isSame } from '#infra/cases/sound.ts'

/** Leaves in memory: for tests, and for the practice of reading the code. */
export const memoryLeaves = (): Leaves => {
  const kept = new Map<LeafId, Uint8Array>()
  return {
    read: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const sealed = kept.get(id)
          return sealed ? [[id, sealed.slice()] as const] : []
        }),
      ),
    change: async (changes) => {
      assertSound(changes)
      if (changes.some(({ id, seen }) => !isSame(kept.get(id), seen))) return 'stale'
      for (const { id, sealed } of changes)
        if (sealed) kept.set(id, sealed.slice())
        else kept.delete(id)
      return 'kept'
    },
    ids: async (after, limit) =>
      [...kept.keys()]
        .filter((id) => after === undefined || id > after)
        .toSorted()
        .slice(0, limit),
  }
}
