import { isLasting, lasting, whileSame } from '#domain/kernel/kept.ts'

/*
 * A long list lies in blocks. When one thing of it changes, one block is another value and all others stay: whatever is worked
 * out of a block is kept with it, so that a list costs by what changed in it and not by its length.
 */

type Blocks<T> = readonly (readonly T[])[]

/** So many things lie in a block when a list is cut; one that has grown to twice as many is cut again. */
const size = 64

const blocks = new WeakMap<readonly unknown[], Blocks<unknown>>()

const cut = <T>(list: readonly T[]): (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    lasting(list.slice(at * size, (at + 1) * size)),
  )

const blocksOf = <T>(list: readonly T[]): Blocks<T> => {
  const known = blocks.get(list) as Blocks<T> | undefined
  // Nothing is kept of what somebody may still change.
  if (known) return known
  if (!isLasting(list)) return list.length === 0 ? [] : [list]
  const made = cut(list)
  blocks.set(list, made)
  return made
}

const together = <T>(parts: Blocks<T>): readonly T[] => {
  const filled = parts.filter(({ length }) => length > 0)
  const list = lasting(([] as readonly T[]).concat(...filled))
  blocks.set(list, filled)
  return list
}

/** Where something belongs in a list that is in order: how many there are before it. */
export const placeIn = <T>(list: readonly T[], isBefore: (one: T) => boolean): number => {
  let [from, to] = [0, list.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (isBefore(list[middle]!)) from = middle + 1
    else to = middle
  }
  return from
}

/** A list in the order of its keys with others put into their places, each instead of what had its key. */
export const withInPlace = <T extends { readonly key: string }>(
  list: readonly T[],
  news: readonly T[],
): readonly T[] => {
  if (news.length === 0) return list
  const parts = [...blocksOf(list)]
  for (const one of news) {
    const at = Math.max(0, placeIn(parts, ([first]) => first!.key <= one.key) - 1)
    const part = (parts[at] ?? []).slice()
    const place = placeIn(part, ({ key }) => key < one.key)
    part.splice(place, part[place]?.key === one.key ? 1 : 0, one)
    parts.splice(at, 1, ...(part.length > 2 * size ? cut(part) : [lasting(part)]))
  }
  return together(parts)
}

/** The list with more at its end; its last block alone is another one. */
export const withMore = <T>(list: readonly T[], more: readonly T[]): readonly T[] => {
  if (more.length === 0) return list
  const parts = blocksOf(list)
  return together([...parts.slice(0, -1), ...cut([...(parts.at(-1) ?? []), ...more])])
}

/**
 * What is made of a list, block by block, where nothing of it hangs on what stands in another block; kept of each block until it,
 * or what stands beside the list, is another value. What comes of it lies in blocks itself.
 */
export const inBlocks = <T, Beside extends readonly unknown[], Made>(
  make: (block: readonly T[], ...beside: Beside) => readonly Made[],
): ((list: readonly T[], ...beside: Beside) => readonly Made[]) => {
  const ofBlock = whileSame((block: readonly T[], ...beside: Beside) =>
    // A copy: what is made of a list that somebody may still change could be that list.
    lasting(make(block, ...beside).slice()),
  )
  return whileSame((list: readonly T[], ...beside: Beside) =>
    together(blocksOf(list).map((block) => ofBlock(block, ...beside))),
  )
}
