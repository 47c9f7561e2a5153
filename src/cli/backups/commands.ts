import { type Command, Option } from 'commander'
import { livingBooks } from '#src/cli/backups/books.ts'
import { type Seen, seenIn } from '#src/cli/backups/looking.ts'
import { type Made, drillIn, makeIn } from '#src/cli/backups/making.ts'
import { type Folder, backupFolders } from '#src/cli/backups/place.ts'
import { exitCodes, globalsOf, groupOf, print, printJson, stop } from '#src/cli/context.ts'
import { configured, databaseFrom, servedUrl } from '#src/cli/settings.ts'

/** The folders, and whose books they are of; a machine without one is told how to have it. */
const setUp = (command: Command) => {
  const configuration = configured()
  const url = servedUrl(configuration, databaseFrom(command))
  const folders = backupFolders(configuration, url)
  if (folders.length === 0)
    throw stop(
      'no folder of backups is named: set BACKUP_DIR in the environment or in .env (docs/backup.md)',
      exitCodes.broken,
    )
  return { configuration, url, folders }
}

const madeText = ({ kind, made, dropped }: Made): string =>
  made === undefined
    ? `${kind}: there is nothing to back up yet`
    : `${kind}: ${made}${dropped.length === 0 ? '' : `; dropped ${dropped.join(', ')}`}`

const addMaking = (backups: Command): void => {
  backups
    .command('make')
    .description('make one now, and drop what BACKUP_KEEP keeps no longer')
    .addOption(
      new Option('--only <kind>', 'of the books, or of the cases, alone').choices([
        'fund',
        'cases',
      ]),
    )
    .action(async ({ only }: { only?: Folder['kind'] }, command: Command) => {
      const { folders, ...at } = setUp(command)
      const made: Made[] = []
      for (const folder of folders.filter(({ kind }) => kind === (only ?? kind)))
        made.push(await makeIn(folder, at))
      if (globalsOf(command).json) printJson(made)
      else print(made.map(madeText).join('\n'))
    })
}

const seenText = ({ name, fault }: Seen): string =>
  fault === undefined ? `ok  ${name}` : `BAD ${name} ${fault}`

const addLooking = (backups: Command): void => {
  backups
    .command('list')
    .description('look at all of them: whole, cut, foreign, or of another history')
    .action(async (_: unknown, command: Command) => {
      const { configuration, folders, url } = setUp(command)
      const secret = configuration.BACKUP_SECRET
      const books = await livingBooks(url)
      const seen: Seen[] = []
      for (const folder of folders) seen.push(...(await seenIn(folder, { books, secret })))
      const ok = seen.every(({ fault }) => fault === undefined)
      if (globalsOf(command).json) printJson({ ok, backups: seen })
      else print(seen.length === 0 ? 'There is none yet.' : seen.map(seenText).join('\n'))
      if (!ok) process.exitCode = exitCodes.refused
    })
}

const ofBooks = (folders: readonly Folder[]): Folder => {
  const folder = folders.find(({ kind }) => kind === 'fund')
  if (!folder) throw stop('BACKUP_DIR is not set: there are no books to try', exitCodes.broken)
  return folder
}

const addDrill = (backups: Command): void => {
  backups
    .command('drill')
    .description('restore the newest into a folder that goes again, audit it, and leave word of it')
    .action(async (_: unknown, command: Command) => {
      const folder = ofBooks(setUp(command).folders)
      const drill = await drillIn(folder)
      if (globalsOf(command).json) printJson(drill)
      else {
        const { backup, entries, ms, problems, ok, said } = drill
        const took = `${entries} entries in ${Math.round(ms / 100) / 10} s`
        print(
          ok
            ? `The backup holds: ${backup}, ${took}.`
            : `The backup does NOT hold: ${backup}, ${said ?? `${problems} problem(s) in ${took}`}.`,
        )
      }
      if (!drill.ok) process.exitCode = exitCodes.refused
    })
}

export const addTo = (program: Command): void => {
  const backups = groupOf(
    program,
    'backups',
    'the backups that the service makes by itself: make one now, look at all, try the newest',
  )
  addMaking(backups)
  addLooking(backups)
  addDrill(backups)
}
