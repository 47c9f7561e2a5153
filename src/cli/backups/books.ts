import { existsSync } from 'node:fs'
import { aboutFile, hashAt } from '#infra/db/copy.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import type { NamedHead } from '#src/app/heads.ts'
import { placeOf } from '#src/cli/context.ts'

/** The books that a backup is held against: where each journal ends, and what stands at some places of them, in their order. */
export type LivingBooks = {
  readonly heads: readonly NamedHead[]
  readonly hashesAt: (heads: readonly NamedHead[]) => Promise<readonly (string | undefined)[]>
}

export const booksInFile = (path: string): LivingBooks => ({
  heads: aboutFile(path).heads,
  hashesAt: async (heads) => heads.map((head) => hashAt(path, head)),
})

/** The books of a URL; undefined where there are none yet. */
export const livingBooks = async (url: string): Promise<LivingBooks | undefined> => {
  const place = placeOf(url)
  if (place.kind === 'file') {
    const isThere = place.path !== inMemory && existsSync(place.path)
    return isThere ? booksInFile(place.path) : undefined
  }
  const { headsOnPostgres, hashesOnPostgres } = await import('#infra/db/postgres-copy.ts')
  return {
    heads: await headsOnPostgres(place.url),
    hashesAt: (heads) => hashesOnPostgres(place.url, heads),
  }
}
