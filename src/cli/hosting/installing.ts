import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import type { Command } from 'commander'
import { callersPath, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { beginService, stepsSaid } from '#src/cli/hosting/beginning.ts'
import {
  account,
  accountFile,
  commandOf,
  places,
  rightsFile,
  unitOf,
} from '#src/cli/hosting/unit.ts'
import { databaseFrom } from '#src/cli/settings.ts'
import { readConfiguration } from '#src/configuration.ts'

const program = fileURLToPath(new URL('../../village-fund.sh', import.meta.url))

const drawn = (): string => randomBytes(36).toString('base64url')

/** Cases lie beside a file of books; beside books on a server they need a database of their own, which is made by hand. */
const casesSettings = (database: string | undefined): string =>
  database === undefined
    ? `CASES_SECRET=${drawn()}\nCASES_KEPT_FILE=${places.kept}/cases-kept`
    : `DATABASE_URL=${database}\n# For the migration team's desk set CASES_SECRET, CASES_DATABASE_URL and CASES_KEPT_FILE (docs/hosts/postgresql.md).`

/** Each setting of a service that begins, with secrets that nobody has seen before. */
const settingsOf = (
  { port, publicUrl, backups }: Pick<InstallOptions, 'port' | 'publicUrl' | 'backups'>,
  database: string | undefined,
): string => `# Settings of the service; each is explained in .env.example.
# Copy the secrets onto paper, two copies at two places, before anybody is written into the book: without PEPPER no name can be
# read again and no PIN fits, without BACKUP_SECRET no backup opens.
MODE=live
PORT=${port}
${publicUrl === undefined ? '#PUBLIC_URL=https://fund.example.org' : `PUBLIC_URL=${publicUrl}`}
DATA_DIR=${places.data}
HEADS_FILE=${places.kept}/heads
PEPPER=${drawn()}
SIGNING_SECRET=${drawn()}
SUPPORT_SECRET=${drawn()}
BACKUP_SECRET=${drawn()}
${backups === undefined ? '' : `BACKUP_DIR=${backups}\n`}${casesSettings(database)}
`

type InstallOptions = {
  readonly root: string
  readonly port: string
  readonly publicUrl?: string
  /** Where it makes backups by itself, as the settings and the unit name it. */
  readonly backups?: string
  readonly dryRun?: boolean
  readonly start?: boolean
}

type Written = { readonly path: string; readonly isNew: boolean }

const cannot = (what: 'read' | 'write', path: string, error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return stop(`cannot ${what} ${path} (${code}): run it as root, or see --root`, exitCodes.broken)
}

const textAt = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw cannot('read', path, error)
  }
}

/** Writes a file where there is none; what is there stays as it is. */
const write = (path: string, text: string, mode: number): boolean => {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { mode, flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw cannot('write', path, error)
  }
}

type File = readonly [path: string, text: string, mode: number]

/** All that is written, with secrets that are others each time. */
export const filesOf = (
  options: Pick<InstallOptions, 'port' | 'publicUrl' | 'backups'>,
  database: string | undefined,
): readonly File[] => [
  [places.settings, settingsOf(options, database), 0o600],
  [places.account, accountFile, 0o644],
  [places.rights, rightsFile, 0o644],
  [places.unit, unitOf(program, options.backups), 0o644],
  [places.command, commandOf(program), 0o755],
]

/** Settings that are no secrets, and that an option asks for. */
const askedIn = (settings: string): string => {
  const { PORT, PUBLIC_URL, BACKUP_DIR, DATABASE_URL } = parseEnv(settings)
  return JSON.stringify([PORT, PUBLIC_URL, BACKUP_DIR, DATABASE_URL])
}

/** Files that stand there already and say otherwise than what would be written. */
export const othersThere = (files: readonly File[], root: string): readonly string[] =>
  files.flatMap(([place, text]) => {
    const path = join(root, place)
    if (!existsSync(path)) return []
    const there = textAt(path)
    const isAlike = place === places.settings ? askedIn(there) === askedIn(text) : there === text
    return isAlike ? [] : [path]
  })

/** Where the unit lets nobody look, the program itself would not be found. */
const hidden = /^\/(?:home|root|run\/user|tmp|var\/tmp)\//

const hiddenSaid = `the program lies at ${program}, where the unit cannot see it. Install it elsewhere first, for example: npm install --prefix /opt/${account} ${account}-….tgz`

const commandsSaid = `Later commands are given by its name, from anywhere: ${account} doctor`

const filesSaid = (written: readonly Written[]): string =>
  [
    ...written.map(({ path, isNew }) => `${isNew ? 'written ' : 'left    '} ${path}`),
    ...(written.some(({ isNew }) => !isNew) ? ['What was there before is left as it was.'] : []),
    ...(hidden.test(program) ? [`NOTE: ${hiddenSaid}`] : []),
  ].join('\n')

/** What the settings would be refused for, before anything is written. */
const assertCanHold = (settings: string): void => {
  const read = readConfiguration(parseEnv(settings))
  if ('faults' in read) throw stop(read.faults.join('\n'), exitCodes.wrongUse)
}

/** What would start another machine's service, or one that cannot be seen, is told before anything is written. */
const assertCanStart = (
  { start, root, dryRun }: InstallOptions,
  toWrite: readonly File[],
): void => {
  if (start !== true || dryRun === true) return
  if (root !== '/')
    throw stop('--start starts the service of this machine: leave out --root', exitCodes.wrongUse)
  if (hidden.test(program)) throw stop(hiddenSaid, exitCodes.broken)
  const others = othersThere(toWrite, root)
  if (others.length > 0)
    throw stop(
      `nothing was written or started, because what stands there says otherwise than what is asked for: ${others.join(', ')}. Give the options that it was made by, put it aside, or leave out --start`,
      exitCodes.refused,
    )
}

/** A folder is named whole: systemd and the settings know no folder that the caller stands in. */
const folderOfBackups = (path: string): string => {
  if (/^(?:\/[\w-][\w.-]*)+$/.test(path) && !hidden.test(`${path}/`)) return path
  throw stop(
    '--backups must be a whole path of plain letters that the service may see, such as /mnt/backups/books',
    exitCodes.wrongUse,
  )
}

export const addTo = (fund: Command): void => {
  fund
    .command('install')
    .description('settings with new secrets and a unit of systemd (docs/hosts/server.md)')
    .option('--root <folder>', 'below which /etc is, for an image or a trial', '/')
    .option('--port <number>', 'on which it answers on this machine', '3000')
    .option('--public-url <url>', 'where people reach it: https://name, through a TLS proxy')
    .option(
      '--backups <folder>',
      'where the service makes backups, on another disk',
      folderOfBackups,
    )
    .option('--start', 'makes the account and starts the service too, and prints its link')
    .option('--dry-run', 'prints the unit and what it would write, and writes nothing')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent fund -- install --public-url https://fund.example.org --backups /mnt/backups/books --start
  npm run --silent fund -- --db postgres://village_service:password@127.0.0.1/village install
  npm run --silent fund -- install --root ./trial

What each option of the unit does is told in docs/hosts/server.md.`,
    )
    .action(async (options: InstallOptions, install: Command) => {
      const toWrite = filesOf(options, databaseFrom(install))
      assertCanHold(toWrite[0]![1])
      assertCanStart(options, toWrite)
      const root = callersPath(options.root)
      if (options.dryRun === true) {
        print(unitOf(program, options.backups))
        for (const [path] of toWrite) print(`would write ${join(root, path)}`)
        return
      }
      // Others read the unit and give the command, and the account reaches its settings, whatever the shell lets new files be.
      process.umask(0o022)
      const written = toWrite.map(([path, text, mode]) => ({
        path: join(root, path),
        isNew: write(join(root, path), text, mode),
      }))
      const isJson = globalsOf(install).json
      if (!isJson) print(filesSaid(written))
      const said = options.start === true ? await beginService(options.backups) : undefined
      if (isJson) printJson(said === undefined ? { written } : { written, said })
      else print(`${said ?? stepsSaid(options.backups)}\n${commandsSaid}`)
    })
}
