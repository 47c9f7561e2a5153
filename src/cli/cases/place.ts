import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StorageUnavailable } from '#domain/ports.ts'
import type { PostgresLeaves } from '#infra/cases/postgres-leaves.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import type { CasesStore } from '#infra/cases/sound.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { callersPath, exitCodes, placeOf, print, stop } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'
import type { CasesService } from '#src/http/needs.ts'

/** Where cases are kept: in a file, or on a server beside the ledger's. */
export type CasesPlace =
  | { readonly kind: 'file'; readonly path: string; readonly isThere: boolean }
  | { readonly kind: 'server'; readonly url: string; readonly ledgerUrl: string | undefined }

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
  { url, ledgerUrl }: Extract<CasesPlace, { kind: 'server' }>,
  deadlineMs?: number,
): Promise<PostgresLeaves> => {
  const { postgresLeaves } = await import('#infra/cases/postgres-leaves.ts')
  return postgresLeaves({ url, ledgerUrl, ...(deadlineMs === undefined ? {} : { deadlineMs }) })
}

/**
 * A server of cases that is away stops no books: the desk says so until it is there. One that the books' own login comes
 * into is no place for cases, and nothing starts.
 */
const openedServer = async (
  place: Extract<CasesPlace, { kind: 'server' }>,
): Promise<PostgresLeaves> => {
  const leaves = await serverLeaves(place)
  try {
    await leaves.ready()
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) {
      await leaves.close()
      throw stop(error instanceof Error ? error.message : 'unknown fault', exitCodes.broken)
    }
    print('The database of cases cannot be had now: their desk waits for it, the books do not.')
  }
  return leaves
}

export type ServedCases = {
  readonly cases?: CasesService
  readonly closeCases: () => Promise<void>
}

/** What the service keeps cases in; nothing where it has no secret to seal them by. */
export const servedCases = async (
  configuration: Configuration,
  ledgerUrl: string,
): Promise<ServedCases> => {
  const { CASES_SECRET: secret, CASES_SECRET_OLD: older } = configuration
  if (secret === undefined) return { closeCases: async () => {} }
  const place = casesPlace(configuration, ledgerUrl)
  const leaves: CasesStore =
    place.kind === 'server'
      ? await openedServer(place)
      : sqliteLeaves({ path: place.path, create: true })
  return { cases: { leaves, secret, older }, closeCases: leaves.close }
}
