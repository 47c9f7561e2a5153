import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import {
  type LeafNeeds,
  type LeafPage,
  changesOf,
  fitsLeaf,
  readPage,
} from '#src/app/cases/leaf-pages.ts'

/** Under which leaf a case is found now: it moves with every write. */
export type RollEntry = { readonly code: string; readonly cover: LeafId }
type Roll = readonly RollEntry[]

/** Whose roll: of one worker, or of the network as a whole, in parts by the code so that none is long. */
export type RollOwner = { readonly networkId: string; readonly userId?: string }

const pathOf = ({ networkId, userId }: RollOwner, code: string): string =>
  userId === undefined ? `roll/${networkId}/*/${code.at(-1)}` : `roll/${networkId}/of/${userId}`

/** The pages of a roll, the last of them empty. */
const pagesAt = async (needs: LeafNeeds, path: string): Promise<readonly LeafPage<Roll>[]> => {
  const pages: LeafPage<Roll>[] = []
  do pages.push(await readPage<Roll>(needs, `${path}/${pages.length}`))
  while (pages.at(-1)!.value !== undefined)
  return pages
}

const entriesAt = async (needs: LeafNeeds, path: string): Promise<Roll> =>
  (await pagesAt(needs, path)).flatMap(({ value }) => value ?? [])

/** The cases of a worker. */
export const rollOf = (
  needs: LeafNeeds,
  owner: { readonly networkId: string; readonly userId: string },
): Promise<Roll> => entriesAt(needs, pathOf(owner, ''))

/** All cases of a network, by the last sign of their codes. */
export const rollOfAll = async (
  needs: LeafNeeds,
  networkId: string,
  codeSigns: string,
): Promise<Roll> => {
  const parts = await Promise.all(
    Array.from(codeSigns, (sign) => entriesAt(needs, pathOf({ networkId }, sign))),
  )
  return parts.flat()
}

/** Where a case is by a roll. */
export const entryIn = async (
  needs: LeafNeeds,
  owner: RollOwner,
  code: string,
): Promise<RollEntry | undefined> =>
  (await entriesAt(needs, pathOf(owner, code))).find((one) => one.code === code)

/** What a roll has to become so that it names a case under another leaf; none where it is to name it no more. */
export const rollChanges = async (
  needs: LeafNeeds,
  owner: RollOwner,
  { code, cover }: { readonly code: string; readonly cover: LeafId | undefined },
): Promise<readonly LeafChange[]> => {
  const pages = await pagesAt(needs, pathOf(owner, code))
  const others = (page: LeafPage<Roll>): Roll =>
    (page.value ?? []).filter((one) => one.code !== code)
  const named = pages.find((page) => others(page).length !== (page.value ?? []).length)
  if (cover === undefined) return named ? changesOf(needs, named, others(named)) : []
  const entry = { code, cover }
  const page = named ?? pages.find((one) => fitsLeaf([...(one.value ?? []), entry]))!
  return changesOf(needs, page, [...others(page), entry])
}
