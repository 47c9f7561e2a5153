import type { Sealing } from '#domain/grants/files.ts'
import type { Notes } from '#domain/ports.ts'

/** What became of a sealed note when it was sealed anew, or would have been. */
export type Anew = 'renewed' | 'current' | 'shut'

/** Seals notes of a fund by the secret of now; what was written or erased meanwhile is left as it is then. */
export const sealNotesAnew = async (
  { store, sealing }: { readonly store: Notes; readonly sealing: Sealing },
  {
    fundId,
    isOne,
    length,
    dryRun,
  }: {
    readonly fundId: string
    readonly isOne: (subject: string) => boolean
    /** To which length they are sealed, where it is not that of all files. */
    readonly length?: number
    readonly dryRun: boolean
  },
): Promise<readonly Anew[]> => {
  const became: Anew[] = []
  for (const [subject, text] of await store.of(fundId)) {
    if (!isOne(subject) || text === '') continue
    const sealed = await sealing.renewed(fundId, subject, text, length)
    const isNew = sealed !== undefined && sealed !== text
    if (isNew && !dryRun && (await store.noteOf(fundId, subject)) === text)
      await store.keep(fundId, [{ subject, text: sealed }])
    became.push(sealed === undefined ? 'shut' : isNew ? 'renewed' : 'current')
  }
  return became
}
