import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import {
  type LeafNeeds,
  type LeafPage,
  changesOf,
  fitsLeaf,
  openedLeaf,
  readPage,
} from '#src/app/cases/leaf-pages.ts'

/*
 * Where own pages lie now. One that kept its id would be known again in each copy of the store, and the month in which it came
 * would tell whose it is: so each lies elsewhere with every write, and with the first write of a day, as cases do.
 */

type Entry = { readonly own: string; readonly leaf: LeafId }
type Places = LeafPage<readonly Entry[]>

/** An own page as it was read, with what says where it lies. */
export type OwnLeaf<Value> = {
  readonly value: Value | undefined
  readonly own: string
  readonly lies: { readonly id: LeafId; readonly seen: Uint8Array } | undefined
  readonly places: readonly Places[]
}

const digits = Array.from('0123456789abcdef')

/** The pages of a part, the last of them empty. A card names no network, so they are the service's. */
const placesIn = async (needs: LeafNeeds, part: string): Promise<readonly Places[]> => {
  const pages: Places[] = []
  for (;;) {
    const page = await readPage<readonly Entry[]>(needs, `own places/${part}/${pages.length}`)
    pages.push(page)
    if (page.value === undefined) return pages
  }
}

const entryIn = (places: readonly Places[], own: string): Entry | undefined =>
  places.flatMap(({ value }) => value ?? []).find((one) => one.own === own)

const triesMax = 8

/** The own page of somebody, by what the case and the card call it. */
export const ownLeaf = async <Value>(needs: LeafNeeds, own: string): Promise<OwnLeaf<Value>> => {
  let places: readonly Places[] = []
  // It may move between the two reads.
  for (let tries = 0; tries < triesMax; tries += 1) {
    places = await placesIn(needs, own.slice(0, 1))
    const id = entryIn(places, own)?.leaf
    if (id === undefined) break
    const seen = (await needs.leaves.read([id])).get(id)
    const value = await openedLeaf<Value>(needs, id, seen)
    if (seen && value !== undefined) return { value, own, lies: { id, seen }, places }
  }
  return { value: undefined, own, lies: undefined, places }
}

/** What has to be changed so that an own page holds a value, under an id that nobody has seen; nothing of it where there is none. */
export const ownLeafChanges = async <Value>(
  needs: LeafNeeds,
  { own, lies, places }: OwnLeaf<Value>,
  value: Value | undefined,
): Promise<readonly LeafChange[]> => {
  const named = places.find((page) => page.value?.some((one) => one.own === own))
  const others = (page: Places): readonly Entry[] =>
    (page.value ?? []).filter((one) => one.own !== own)
  const gone = lies ? [{ ...lies, sealed: undefined }] : []
  if (value === undefined)
    return [...gone, ...(named ? await changesOf(needs, named, others(named)) : [])]
  const id = needs.keys.newId()
  const entry: Entry = { own, leaf: id }
  const page = named ?? places.find((one) => fitsLeaf([...(one.value ?? []), entry]))!
  return [
    ...gone,
    ...(await changesOf(needs, { id, seen: undefined, value: undefined }, value)),
    ...(await changesOf(needs, page, [...others(page), entry])),
  ]
}

/** What moves some own pages at once; all that says where any lies is sealed anew, whatever it names. */
export const ownLeavesMoved = async (
  needs: LeafNeeds,
  owns: readonly string[],
): Promise<readonly LeafChange[]> => {
  const places = (await Promise.all(digits.map((part) => placesIn(needs, part)))).flat()
  const some = places
    .flatMap(({ value }) => value ?? [])
    .filter(({ own }) => owns.includes(own))
    .map((entry) => ({ ...entry, to: needs.keys.newId() }))
  const seen = await needs.leaves.read(some.map(({ leaf }) => leaf))
  const moves = await Promise.all(
    some.map(async ({ leaf, to }) => {
      const value = await openedLeaf<unknown>(needs, leaf, seen.get(leaf))
      // What cannot be opened stays where it is.
      if (value === undefined) return { leaf, to: leaf, changes: [] }
      const page = { id: to, seen: undefined, value: undefined }
      const gone = { id: leaf, seen: seen.get(leaf), sealed: undefined }
      return { leaf, to, changes: [gone, ...(await changesOf(needs, page, value))] }
    }),
  )
  const to = new Map(moves.map((one) => [one.leaf, one.to]))
  const named = places.map((page) =>
    changesOf(
      needs,
      page,
      page.value?.map(({ own, leaf }) => ({ own, leaf: to.get(leaf) ?? leaf })),
    ),
  )
  return [...moves.flatMap(({ changes }) => changes), ...(await Promise.all(named)).flat()]
}
