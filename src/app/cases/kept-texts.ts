import type { LeafChange, LeafId } from '#domain/cases/leaves.ts'
import {
  type LeafNeeds,
  type LeafPage,
  changesOf,
  fitsLeaf,
  plainBytes,
  readPage,
  untilKept,
} from '#src/app/cases/leaf-pages.ts'

/*
 * Texts that are longer than a leaf, by a name within a fund or network: what a grant is for, why a household was helped.
 * Each lies in leaves under ids of chance; which those are stands in sealed pages that are found by the name of their part.
 */

/** What is kept so, each in a part of its own. */
export const keptParts = [
  'support',
  'relief',
  'reports',
  'reporters',
  'evidence',
  'replies',
] as const
type Part = (typeof keptParts)[number]

export type Place = { readonly part: Part; readonly scope: string }

type Entry = { readonly name: string; readonly leaves: readonly LeafId[]; readonly bytes: number }
type Pages = readonly LeafPage<readonly Entry[]>[]

/** The pages of a part, the last of them empty. */
const pagesOf = async (needs: LeafNeeds, { part, scope }: Place): Promise<Pages> => {
  const pages: LeafPage<readonly Entry[]>[] = []
  for (;;) {
    const page = await readPage<readonly Entry[]>(needs, `texts/${part}/${scope}/${pages.length}`)
    pages.push(page)
    if (page.value === undefined) return pages
  }
}

const entryIn = (pages: Pages, name: string): Entry | undefined =>
  pages.flatMap(({ value }) => value ?? []).find((one) => one.name === name)

const without = ({ value }: LeafPage<readonly Entry[]>, name: string): readonly Entry[] =>
  (value ?? []).filter((one) => one.name !== name)

const read = async (
  { keys, leaves }: LeafNeeds,
  { leaves: ids, bytes }: Entry,
): Promise<
  { readonly text: string; readonly seen: ReadonlyMap<LeafId, Uint8Array> } | undefined
> => {
  const seen = await leaves.read(ids)
  const whole = new Uint8Array(ids.length * plainBytes)
  for (const [place, id] of ids.entries()) {
    const sealed = seen.get(id)
    const piece = sealed && (await keys.openHere(id, sealed))
    if (!piece) return undefined
    whole.set(piece, place * plainBytes)
  }
  return { text: new TextDecoder().decode(whole.subarray(0, bytes)), seen }
}

const pieces = async ({ keys }: LeafNeeds, text: string) => {
  const bytes = new TextEncoder().encode(text)
  const count = Math.max(1, Math.ceil(bytes.length / plainBytes))
  const ids = Array.from({ length: count }, () => keys.newId())
  const changes = ids.map(async (id, place): Promise<LeafChange> => {
    const piece = new Uint8Array(plainBytes)
    piece.set(bytes.subarray(place * plainBytes, (place + 1) * plainBytes))
    return { id, seen: undefined, sealed: await keys.sealHere(id, piece) }
  })
  return { ids, bytes: bytes.length, changes: await Promise.all(changes) }
}

const goneOf = async ({ leaves }: LeafNeeds, entry: Entry | undefined) =>
  [...(await leaves.read(entry?.leaves ?? []))].map(([id, seen]) => ({
    id,
    seen,
    sealed: undefined,
  }))

/** A text by its name; undefined where there is none. */
export const textOf = async (
  needs: LeafNeeds,
  place: Place,
  name: string,
): Promise<string | undefined> => {
  const entry = entryIn(await pagesOf(needs, place), name)
  return entry && (await read(needs, entry))?.text
}

/** All texts of a part, by name. */
export const textsOf = async (
  needs: LeafNeeds,
  place: Place,
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const { value } of await pagesOf(needs, place))
    for (const entry of value ?? []) {
      const one = await read(needs, entry)
      if (one) found.set(entry.name, one.text)
    }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Written = {
  readonly name: string
  /** Nothing, where it is to go. */
  readonly text: string | undefined
  /** Writes only where this stands there; left out, whatever does. */
  readonly over?: string | undefined
}

/** Writes one, in place of what was there, under leaves that nobody has seen; `stale` where another thing stands there. */
export const writeText = (
  needs: LeafNeeds,
  place: Place,
  written: Written,
): Promise<'kept' | 'stale'> =>
  untilKept<'kept' | 'stale'>(needs, async () => {
    const { name, text } = written
    const pages = await pagesOf(needs, place)
    const before = entryIn(pages, name)
    if ('over' in written) {
      const now = before && (await read(needs, before))?.text
      if (now !== written.over) return { answer: 'stale', changes: [] }
    }
    const page = pages.find(({ value }) => value?.some((one) => one.name === name))
    if (text === undefined) {
      const gone = page ? await changesOf(needs, page, without(page, name)) : []
      return { answer: 'kept', changes: [...gone, ...(await goneOf(needs, before))] }
    }
    const { ids, bytes, changes } = await pieces(needs, text)
    const entry: Entry = { name, leaves: ids, bytes }
    const into = page ?? pages.find(({ value }) => fitsLeaf([...(value ?? []), entry]))!
    return {
      answer: 'kept',
      changes: [
        ...changes,
        ...(await goneOf(needs, before)),
        ...(await changesOf(needs, into, [...without(into, name), entry])),
      ],
    }
  })

/** Seals all of a part by the secret of now; tells how many texts there are. */
export const textsAnew = async (needs: LeafNeeds, place: Place): Promise<number> => {
  const all = await textsOf(needs, place)
  for (const [name, text] of all) await writeText(needs, place, { name, text, over: text })
  return all.size
}
