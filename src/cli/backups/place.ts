import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { type Kind, type Named, casesKeep, keptOf, namedIn } from '#src/cli/backups/names.ts'
import type { Keep } from '#src/cli/backups/settings.ts'
import { callersPath, exitCodes, placeOf, stop } from '#src/cli/context.ts'

/** A folder of scheduled backups of one kind. */
export type Folder = { readonly path: string; readonly kind: Kind; readonly keep: Keep }

type Settings = {
  readonly BACKUP_DIR?: string | undefined
  readonly CASES_BACKUP_DIR?: string | undefined
  readonly BACKUP_KEEP: Keep
}

const sameFolder = (one: string, other: string): boolean => {
  if (resolve(one) === resolve(other)) return true
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** The folders that the settings name. One in which the books lie themselves is none: both go with one disk or one thief. */
export const backupFolders = (
  { BACKUP_DIR, CASES_BACKUP_DIR, BACKUP_KEEP: keep }: Settings,
  url: string,
): readonly Folder[] => {
  const folders = [
    ...(BACKUP_DIR === undefined
      ? []
      : [{ kind: 'fund' as const, path: callersPath(BACKUP_DIR), keep }]),
    ...(CASES_BACKUP_DIR === undefined
      ? []
      : [{ kind: 'cases' as const, path: callersPath(CASES_BACKUP_DIR), keep: casesKeep(keep) }]),
  ]
  const place = placeOf(url)
  for (const { path } of folders)
    if (place.kind === 'file' && place.path !== inMemory && sameFolder(path, dirname(place.path)))
      throw stop(
        'backups must lie in another folder than the database, best on another disk',
        exitCodes.broken,
      )
  return folders
}

/**
 * Makes a folder before its first backup, and none above it: where the disk of a folder is away, the way to it is missing, and
 * a way that was made anew would lead onto the disk of the books.
 */
export const makeFolder = ({ path, kind }: Pick<Folder, 'path' | 'kind'>): void => {
  if (existsSync(path)) return
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const name = kind === 'cases' ? 'CASES_BACKUP_DIR' : 'BACKUP_DIR'
    throw stop(
      `the folder of ${name} is not there and cannot be made (${code}): is its disk there? Make the folder above it, and let the service's account write in it`,
      exitCodes.broken,
    )
  }
}

/** The scheduled backups in a folder, the newest first; one that is not there has none. */
export const backupsIn = ({ path, kind }: Pick<Folder, 'path' | 'kind'>): readonly Named[] =>
  existsSync(path) ? namedIn(readdirSync(path), kind) : []

/** Those that no longer count among what is kept. */
export const beyondKept = (files: readonly Named[], keep: Keep): readonly Named[] => {
  const kept = keptOf(files, keep)
  return files.filter(({ name }) => !kept.has(name))
}

/** Where the last drill said how it went. */
export const drillFile = (path: string): string => join(path, 'last-drill.json')
