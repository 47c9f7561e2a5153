import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import {
  type LeafNeeds,
  type LeafPage,
  changesOf,
  fitsLeaf,
  readPages,
} from '#src/app/cases/leaf-pages.ts'

/** Letters and digits that nobody takes for another; the last sign of a code says in which part of the roll it is. */
export const codeSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Under which leaf a case is found now: it moves with every write. */
export type RollEntry = { readonly code: string; readonly cover: LeafId }
type Roll = readonly RollEntry[]

/** Whose roll: of one worker, or of the network as a whole, in parts by the code so that none is long. */
export type RollOwner = { readonly networkId: string; readonly userId?: string }

const pathOf = ({ networkId, userId }: RollOwner, code: string): string =>
  userId === undefined ? `roll/${networkId}/*/${code.at(-1)}` : `roll/${networkId}/of/${userId}`

/** The pages of some rolls, the last of each empty: the first of all at once, then what goes on. */
const pagesOf = async (
  needs: LeafNeeds,
  paths: readonly string[],
): Promise<readonly LeafPage<Roll>[]> => {
  const pages: LeafPage<Roll>[] = []
  for (let going = paths, number = 0; going.length > 0; number += 1) {
    const some = await readPages<Roll>(
      needs,
      going.map((path) => `${path}/${number}`),
    )
    pages.push(...some)
    going = going.filter((_, place) => some[place]!.value !== undefined)
  }
  return pages
}

const entriesAt = async (needs: LeafNeeds, paths: readonly string[]): Promise<Roll> =>
  (await pagesOf(needs, paths)).flatMap(({ value }) => value ?? [])

const partsOf = (networkId: string): readonly string[] =>
  Array.from(codeSigns, (sign) => pathOf({ networkId }, sign))

/** The cases of a worker. */
export const rollOf = (
  needs: LeafNeeds,
  owner: { readonly networkId: string; readonly userId: string },
): Promise<Roll> => entriesAt(needs, [pathOf(owner, '')])

/** All cases of a network, by the last sign of their codes. */
export const rollOfAll = (needs: LeafNeeds, networkId: string): Promise<Roll> =>
  entriesAt(needs, partsOf(networkId))

/** What all rolls have to become so that they name cases that have moved; each is sealed anew, whatever it names. */
export const movedRolls = async (
  needs: LeafNeeds,
  { networkId, userIds }: { readonly networkId: string; readonly userIds: readonly string[] },
  moved: ReadonlyMap<string, LeafId>,
): Promise<readonly LeafChange[]> => {
  const own = userIds.map((userId) => pathOf({ networkId, userId }, ''))
  const pages = await pagesOf(needs, [...partsOf(networkId), ...own])
  const changes = pages.map((page) =>
    changesOf(
      needs,
      page,
      page.value?.map(({ code, cover }) => ({ code, cover: moved.get(code) ?? cover })),
    ),
  )
  return (await Promise.all(changes)).flat()
}

/** Where a case is by a roll. */
export const entryIn = async (
  needs: LeafNeeds,
  owner: RollOwner,
  code: string,
): Promise<RollEntry | undefined> =>
  (await entriesAt(needs, [pathOf(owner, code)])).find((one) => one.code === code)

/** What a roll has to become so that it names a case under another leaf; none where it is to name it no more. */
export const rollChanges = async (
  needs: LeafNeeds,
  owner: RollOwner,
  { code, cover }: { readonly code: string; readonly cover: LeafId | undefined },
): Promise<readonly LeafChange[]> => {
  const pages = await pagesOf(needs, [pathOf(owner, code)])
  const others = (page: LeafPage<Roll>): Roll =>
    (page.value ?? []).filter((one) => one.code !== code)
  const named = pages.find((page) => others(page).length !== (page.value ?? []).length)
  if (cover === undefined) return named ? changesOf(needs, named, others(named)) : []
  const entry = { code, cover }
  const page = named ?? pages.find((one) => fitsLeaf([...(one.value ?? []), entry]))!
  return changesOf(needs, page, [...others(page), entry])
}
