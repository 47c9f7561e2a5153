import { existsSync } from 'node:fs'
import { StorageUnavailable } from '#domain/ports.ts'
import type { PostgresLeaves } from '#infra/cases/postgres-leaves.ts'
import type { CasesStore } from '#infra/cases/sound.ts'
import { sqliteLeaves } from '#infra/cases/sqlite-leaves.ts'
import { caseKeysBy } from '#infra/system/case-keys.ts'
import { type CasesServer, casesPlace, keptBeside, serverLeaves } from '#src/cli/cases/place.ts'
import { exitCodes, print, stop } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'
import type { CasesService } from '#src/http/needs.ts'

/**
 * A server of cases that is away stops no books: the desk says so until it is there. One that the books' own login comes
 * into is no place for cases, and nothing starts.
 */
const openedServer = async (place: CasesServer): Promise<PostgresLeaves> => {
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
  const kept = keptBeside(configuration, place)
  const areThere = (): boolean => place.kind === 'server' || existsSync(place.path)
  const keys = caseKeysBy({ secret, older })
  const cases = { leaves, keys, areThere, ...(kept && { kept }) }
  return { cases, closeCases: leaves.close }
}

/** The cases that there are, for a command; none where no file was ever made. */
export const withCases = async <T>(
  configuration: Configuration,
  ledgerUrl: string,
  work: (cases: CasesService | undefined) => Promise<T>,
): Promise<T> => {
  const place =
    configuration.CASES_SECRET === undefined ? undefined : casesPlace(configuration, ledgerUrl)
  if (!place || (place.kind === 'file' && !place.isThere)) return work(undefined)
  const { cases, closeCases } = await servedCases(configuration, ledgerUrl)
  try {
    return await work(cases)
  } finally {
    await closeCases()
  }
}
