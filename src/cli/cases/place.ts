import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptFile } from '#infra/cases/kept-file.ts'
import type { PostgresLeaves } from '#infra/cases/postgres-leaves.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { callersPath, exitCodes, placeOf, stop } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'

/** A server beside the ledger's, whose login must not come in there. */
export type CasesServer = {
  readonly kind: 'server'
  readonly url: string
  readonly ledgerUrl: string | undefined
}

/** Where cases are kept: in a file, or on a server. */
export type CasesPlace =
  | { readonly kind: 'file'; readonly path: string; readonly isThere: boolean }
  | CasesServer

const sameFile = (one: string, other: string): boolean => {
  if (one === other) return one !== inMemory
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

const notShared = 'cases are kept in another database than the books: set CASES_DATABASE_URL'

const urlOf = (
  { MODE, DATA_DIR, CASES_DATABASE_URL }: Configuration,
  ledger: ReturnType<typeof placeOf>,
): string => {
  if (MODE === 'practice') return `sqlite:${join(callersPath(DATA_DIR), 'practice-cases.db')}`
  if (CASES_DATABASE_URL !== undefined) return CASES_DATABASE_URL
  if (ledger.kind === 'server') throw stop(notShared, exitCodes.broken)
  return `sqlite:${ledger.path === inMemory ? inMemory : join(dirname(ledger.path), 'cases.db')}`
}

/** Where the settings keep cases, beside a ledger: never in it. */
export const casesPlace = (configuration: Configuration, ledgerUrl: string): CasesPlace => {
  const ledger = placeOf(ledgerUrl)
  const place = placeOf(urlOf(configuration, ledger))
  if (place.kind === 'server')
    return { ...place, ledgerUrl: ledger.kind === 'server' ? ledger.url : undefined }
  if (ledger.kind === 'file' && sameFile(place.path, ledger.path))
    throw stop(notShared, exitCodes.broken)
  return place
}

/** A server's store is loaded by those who need it. A command may take as long as there is to read. */
export const serverLeaves = async (
  { url, ledgerUrl }: CasesServer,
  deadlineMs?: number,
): Promise<PostgresLeaves> => {
  const { postgresLeaves } = await import('#infra/cases/postgres-leaves.ts')
  return postgresLeaves({ url, ledgerUrl, ...(deadlineMs === undefined ? {} : { deadlineMs }) })
}

/** What is kept beside the cases: where the settings say, else beside their file; nothing beside a server. */
export const keptBeside = ({ CASES_KEPT_FILE: path }: Configuration, place: CasesPlace) => {
  if (path !== undefined) return keptFile(callersPath(path))
  if (place.kind === 'server' || place.path === inMemory) return undefined
  return keptFile(join(dirname(place.path), 'cases-kept'))
}
