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
  'erased',
  'erasing',
] as const
type Part = (typeof keptParts)[number]

/**
 * So many leaves the least text of a part takes; a longer one takes twice, four times as many. How long somebody's story or
 * file is would else be told by the number of leaves, and by that which of two copies of the store is hers (ADR 174). The
 * largest file that is taken fits into four times the least.
 */
const leastLeaves: Readonly<Record<Part, number>> = {
  support: 1,
  relief: 1,
  reports: 4,
  reporters: 2,
  evidence: 25,
  replies: 4,
  erased: 4,
  erasing: 1,
}

const leavesFor = (part: Part, bytes: number): number => {
  let count = leastLeaves[part]
  while (count * plainBytes < bytes) count *= 2
  return count
}

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

const pieces = async ({ keys }: LeafNeeds, part: Part, text: string) => {
  const bytes = new TextEncoder().encode(text)
  const count = leavesFor(part, bytes.length)
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

/** What has to be changed so that a text is as it is to be; undefined where another thing stands there. */
const textChanges = async (
  needs: LeafNeeds,
  place: Place,
  written: Written,
): Promise<readonly LeafChange[] | undefined> => {
  const { name, text } = written
  const pages = await pagesOf(needs, place)
  const before = entryIn(pages, name)
  if ('over' in written) {
    const now = before && (await read(needs, before))?.text
    if (now !== written.over) return undefined
  }
  const page = pages.find(({ value }) => value?.some((one) => one.name === name))
  if (text === undefined) {
    const gone = page ? await changesOf(needs, page, without(page, name)) : []
    return [...gone, ...(await goneOf(needs, before))]
  }
  const { ids, bytes, changes } = await pieces(needs, place.part, text)
  const entry: Entry = { name, leaves: ids, bytes }
  const fits = (one: LeafPage<readonly Entry[]>): boolean =>
    fitsLeaf([...without(one, name), entry])
  const into = page && fits(page) ? page : pages.find(fits)!
  const left = page && page !== into ? await changesOf(needs, page, without(page, name)) : []
  return [
    ...changes,
    ...(await goneOf(needs, before)),
    ...left,
    ...(await changesOf(needs, into, [...without(into, name), entry])),
  ]
}

/** Writes some in one stroke, each in a part of its own; `stale` where another thing stands in the place of one. */
export const writeTexts = (
  needs: LeafNeeds,
  texts: readonly (Written & { readonly place: Place })[],
): Promise<'kept' | 'stale'> =>
  untilKept<'kept' | 'stale'>(needs, async () => {
    const changes: LeafChange[] = []
    for (const { place, ...written } of texts) {
      const found = await textChanges(needs, place, written)
      if (!found) return { answer: 'stale', changes: [] }
      changes.push(...found)
    }
    return { answer: 'kept', changes }
  })

/** Writes one, in place of what was there, under leaves that nobody has seen; `stale` where another thing stands there. */
export const writeText = (
  needs: LeafNeeds,
  place: Place,
  written: Written,
): Promise<'kept' | 'stale'> => writeTexts(needs, [{ place, ...written }])

/** So many leaves are moved in one change: what goes to an object elsewhere at once has a limit. */
const leavesAtOnce = 200

/** Some of a page as go into one change, from a place on. */
const someOf = (entries: readonly Entry[], from: number): readonly Entry[] => {
  let leaves = 0
  const end = entries.findIndex((one, i) => {
    if (i > from) leaves += one.leaves.length
    return i > from && leaves > leavesAtOnce
  })
  return entries.slice(from, end === -1 ? undefined : end)
}

/** A text under other leaves, sealed by the secret of now; what cannot be read stays as it lies. */
const movedEntry = async (needs: LeafNeeds, part: Part, entry: Entry) => {
  const found = await read(needs, entry)
  if (!found) return { entry, changes: [] }
  const { ids, bytes, changes } = await pieces(needs, part, found.text)
  return {
    entry: { name: entry.name, leaves: ids, bytes },
    changes: [...changes, ...(await goneOf(needs, entry))],
  }
}

/** Some of the texts of a page, in one stroke; tells how many, and where the next ones begin: nowhere, where the part ends. */
const someAnew = (needs: LeafNeeds, { part, scope }: Place, at: { page: number; from: number }) =>
  untilKept(needs, async () => {
    const page = await readPage<readonly Entry[]>(needs, `texts/${part}/${scope}/${at.page}`)
    if (page.value === undefined) return { answer: undefined, changes: [] }
    const some = someOf(page.value, at.from)
    const moved = await Promise.all(some.map((entry) => movedEntry(needs, part, entry)))
    const next = at.from + some.length
    const written = [
      ...page.value.slice(0, at.from),
      ...moved.map(({ entry }) => entry),
      ...page.value.slice(next),
    ]
    const changes = [
      ...moved.flatMap((one) => one.changes),
      ...(await changesOf(needs, page, written)),
    ]
    const isEnd = next >= page.value.length
    const goesOn = isEnd ? { page: at.page + 1, from: 0 } : { page: at.page, from: next }
    return { answer: { count: some.length, next: goesOn }, changes }
  })

/**
 * Seals all of a part by the secret of now, under other leaves, page by page: the time it takes grows with how much there is and
 * no faster. Tells how many texts there are.
 */
export const textsAnew = async (needs: LeafNeeds, place: Place): Promise<number> => {
  let count = 0
  for (let at = { page: 0, from: 0 }; ;) {
    const done = await someAnew(needs, place, at)
    if (!done) return count
    count += done.count
    at = done.next
  }
}
