import type { LeafChange } from '#domain/cases/leaves.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type LeafNeeds, changesOf, readPage } from '#src/app/cases/leaf-pages.ts'

/** What was done about somebody's key of the desk, and who stood behind it. */
export type KeyLine = {
  readonly userId: string
  readonly on: LocalDate
  readonly what: 'made' | 'asked' | 'renewed'
  readonly by: readonly string[]
}

type LogNeeds = LeafNeeds & { readonly networkId: string }

const linesKept = 16
/** Where it stands what became of keys. */
export const keyLogName = (networkId: string): string => `key log/${networkId}`

/** What was done last about keys. */
export const keyLogOf = async (needs: LogNeeds): Promise<readonly KeyLine[]> =>
  (await readPage<readonly KeyLine[]>(needs, keyLogName(needs.networkId))).value ?? []

/** Writes one line more; it is kept together with what it tells of. */
export const keyLogChanges = async (
  needs: LogNeeds,
  line: KeyLine,
): Promise<readonly LeafChange[]> => {
  const page = await readPage<readonly KeyLine[]>(needs, keyLogName(needs.networkId))
  return changesOf(needs, page, [...(page.value ?? []), line].slice(-linesKept))
}
