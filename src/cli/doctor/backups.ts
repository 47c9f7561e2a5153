import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { livingBooks } from '#src/cli/backups/books.ts'
import type { Check } from '#src/cli/cases/check.ts'
import { isOfTheFuture, isStale, lastDrill, seenIn } from '#src/cli/backups/looking.ts'
import { type Folder, backupFolders } from '#src/cli/backups/place.ts'
import { failed, placeOf } from '#src/cli/context.ts'
import type { Configuration } from '#src/configuration.ts'

const dayMs = 86_400_000

type At = { readonly now: number; readonly configuration: Configuration }

/** A disk that breaks, or goes with a thief, shall not have taken the backups along; on one disk alone there is no other. */
const sameDiskSaid = (folder: Folder, books: string | undefined): string => {
  const isSame =
    books !== undefined &&
    existsSync(folder.path) &&
    statSync(folder.path).dev === statSync(dirname(books)).dev
  return isSame
    ? '; on the disk of the books: if they have one of their own, it is not there. Carry one away each week'
    : ''
}

/** A drill that is twice as old as it may be, or that found something. */
const drillFaults = (folder: Folder, { now, configuration }: At): readonly string[] => {
  if (folder.kind === 'cases') return []
  const drill = lastDrill(folder.path)
  if (!drill) return ['none was tried yet: run "backups drill"']
  if (!drill.ok) return [`the last drill failed, ${drill.said ?? `${drill.problems} problem(s)`}`]
  const isOld = now - Date.parse(drill.at) > 2 * configuration.BACKUP_DRILL_DAYS * dayMs
  return isOld ? [`none was tried since ${drill.at}: run "backups drill"`] : []
}

const checkOf = async (folder: Folder, url: string, at: At): Promise<Check> => {
  const { now, configuration } = at
  const { BACKUP_HOURS: hours, BACKUP_SECRET: secret } = configuration
  const place = placeOf(url)
  const file = place.kind === 'file' && existsSync(place.path) ? place.path : undefined
  // Each secret takes a third of a second: "backups list" tries all of them.
  const books = await livingBooks(url)
  const seen = await seenIn(folder, { books, secret, opened: 1 })
  const [newest] = seen.filter((one) => !isOfTheFuture(one.at, now))
  const said = [
    ...seen.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name} ${fault}`])),
    ...seen
      .filter((one) => isOfTheFuture(one.at, now))
      .map(({ name }) => `${name} is of a time to come: look at the clock`),
    ...(newest === undefined
      ? ['there is none yet: the service makes one at its start, or run "backups make"']
      : isStale(newest.at, { now, hours })
        ? [`the newest is old, ${newest.name}: run the service, or "backups make"`]
        : []),
    ...(existsSync(folder.path) ? [] : ['the folder is not there: is its disk there?']),
    ...(newest === undefined ? [] : drillFaults(folder, at)),
  ]
  const name = folder.kind === 'cases' ? 'backups of cases' : 'backups'
  const ok = said.length === 0
  const told = ok ? `${seen.length}, the newest ${newest!.name}` : said.join('; ')
  return { name, ok, say: `${told}${sameDiskSaid(folder, file)}` }
}

/** Backups by schedule: how old, whole, of these books, and tried. */
export const backupChecks = async (url: string, at: At): Promise<readonly Check[]> => {
  try {
    const checks: Check[] = []
    for (const folder of backupFolders(at.configuration, url))
      checks.push(await checkOf(folder, url, at))
    return checks
  } catch (error) {
    return [{ name: 'backups', ok: false, say: failed(error).message.replace(/^fund: /, '') }]
  }
}
