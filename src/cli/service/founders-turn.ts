import { inFoundersTurnOfFile } from '#infra/db/founders-turn.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { placeOf, postgresOnDemand } from '#src/cli/context.ts'

/**
 * Does what only one process may do at a time while nobody administers a database yet: of several that start at once each would
 * found a network of its own, and a way into one of them leads to no book.
 */
export const inFoundersTurn = async <T>(url: string, work: () => Promise<T>): Promise<T> => {
  const place = placeOf(url)
  if (place.kind === 'server') return (await postgresOnDemand()).inFoundersTurn(url, work)
  return place.path === inMemory ? work() : inFoundersTurnOfFile(place.path, work)
}
