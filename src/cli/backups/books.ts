import { existsSync } from 'node:fs'
import { aboutFile, hashAt } from '#infra/db/copy.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { type NamedHead, headsOf } from '#src/app/heads.ts'
import { openStore, placeOf } from '#src/cli/context.ts'

/** The books that a backup is held against: where each journal ends, and what stands at a number of it. */
export type LivingBooks = {
  readonly heads: readonly NamedHead[]
  readonly hashAt: (head: NamedHead) => Promise<string | undefined>
}

export const booksInFile = (path: string): LivingBooks => ({
  heads: aboutFile(path).heads,
  hashAt: async (head) => hashAt(path, head),
})

/** Runs work with the books of a URL, or with none where there are none yet. */
export const withBooks = async <T>(
  url: string,
  work: (books: LivingBooks | undefined) => Promise<T>,
): Promise<T> => {
  const place = placeOf(url)
  if (place.kind === 'file') {
    const isThere = place.path !== inMemory && existsSync(place.path)
    return work(isThere ? booksInFile(place.path) : undefined)
  }
  const store = await openStore(url, { create: false, lenient: true })
  try {
    return await work({
      heads: await headsOf(store),
      hashAt: async ({ kind, id, seq }) => {
        const [row] = await (kind === 'fund' ? store : store.networks).read(id, seq - 1, 1)
        return row?.hash
      },
    })
  } finally {
    await store.close()
  }
}
