import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '#infra/system/system.ts'
import { type Drill, isOfTheFuture } from '#src/cli/backups/looking.ts'
import { type Named, nameOf } from '#src/cli/backups/names.ts'
import {
  type Folder,
  backupsIn,
  beyondKept,
  drillFile,
  makeFolder,
} from '#src/cli/backups/place.ts'
import { backUp, backupSecret } from '#src/cli/backing-up.ts'
import { backUpCases } from '#src/cli/cases/keeping.ts'
import { casesPlace } from '#src/cli/cases/place.ts'
import { exitCodes, failed, placeOf, stop } from '#src/cli/context.ts'
import { newFilePath } from '#src/cli/new-files.ts'
import { checkBackup } from '#src/cli/restoring.ts'
import type { Configuration } from '#src/configuration.ts'

/** What was made in a folder and what was dropped there; nothing is made of cases where there are none. */
export type Made = {
  readonly kind: Folder['kind']
  readonly made: string | undefined
  readonly dropped: readonly string[]
}

const make = async (
  folder: Folder,
  { configuration, url }: { readonly configuration: Configuration; readonly url: string },
): Promise<string | undefined> => {
  const { kind, path } = folder
  const name = nameOf(kind, Date.parse(systemClock()))
  const secret = backupSecret()
  const newFile = (): string => {
    makeFolder(folder)
    return newFilePath(join(path, name))
  }
  if (kind === 'cases') {
    const place = casesPlace(configuration, url)
    if (place.kind === 'file' && !place.isThere) return undefined
    await backUpCases(place, secret, newFile())
    return name
  }
  const place = placeOf(url)
  if (place.kind === 'file' && !existsSync(place.path))
    throw stop('there is no such database', exitCodes.broken)
  await backUp(place, { secret, out: newFile() })
  return name
}

/** Those that no clock has made ahead of its time: the others are neither counted, tried nor dropped. */
const madeByNow = (folder: Folder): readonly Named[] => {
  const now = Date.parse(systemClock())
  return backupsIn(folder).filter(({ at }) => !isOfTheFuture(at, now))
}

/** Makes a backup by its day and hour, and only when it is there drops those that are kept no longer. */
export const makeIn = async (
  folder: Folder,
  at: { readonly configuration: Configuration; readonly url: string },
): Promise<Made> => {
  const made = await make(folder, at)
  const dropped =
    made === undefined
      ? []
      : beyondKept(madeByNow(folder), folder.keep).filter(({ name }) => name !== made)
  for (const { name } of dropped) await unlink(join(folder.path, name))
  return { kind: folder.kind, made, dropped: dropped.map(({ name }) => name) }
}

/** Restores the newest backup into a folder that goes again, audits it, and leaves word of how it went beside the backups. */
export const drillIn = async (folder: Folder): Promise<Drill> => {
  const [newest] = madeByNow(folder)
  if (!newest) throw stop('there is no backup to try yet', exitCodes.refused)
  const began = performance.now()
  const secret = backupSecret()
  const tried = await checkBackup(join(folder.path, newest.name), secret).then(
    ({ ok, entries, problems }) => ({ ok, entries, problems: problems.length, said: undefined }),
    (error: unknown) => ({ ok: false, entries: 0, problems: 1, said: failed(error).message }),
  )
  const drill = {
    at: systemClock(),
    backup: newest.name,
    ms: Math.round(performance.now() - began),
    ...tried,
  }
  const file = drillFile(folder.path)
  writeFileSync(`${file}.new`, `${JSON.stringify(drill)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return drill
}
