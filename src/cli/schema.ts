import type { Command } from 'commander'
import {
  exitCodes,
  failed,
  globalsOf,
  marksIfKnown,
  noDatabase,
  placeOf,
  postgresOnDemand,
  print,
  printJson,
} from '#src/cli/context.ts'
import { type Check, casesCheck } from '#src/cli/cases/check.ts'
import { brokenLogSaid, hasBrokenLog } from '#infra/db/broken-log.ts'
import { fileProblems, missingGuards } from '#infra/db/integrity.ts'
import { type MigrationStatus, isOfNewerVersion } from '#infra/db/steps.ts'
import { inMemory, openFile, statusOf } from '#infra/db/sqlite-file.ts'
import { lastRecordedAt } from '#infra/db/copy.ts'
import { certificateChecks, clockCheck, diskCheck, secretsCheck } from '#src/cli/doctor/checks.ts'
import { type Configuration, readConfiguration } from '#src/configuration.ts'

/** The schema of the database as it stands. */
const schemaOf = async (url: string): Promise<MigrationStatus> => {
  const place = placeOf(url)
  if (place.kind === 'server') return (await postgresOnDemand()).postgresStatus(url)
  if (!place.isThere) throw noDatabase(place.path)
  const database = await openFile(place.path, { create: false })
  try {
    return statusOf(database)
  } finally {
    database.close()
  }
}

const broughtUp = async (url: string): Promise<MigrationStatus> => {
  const place = placeOf(url)
  if (place.kind === 'server') return (await postgresOnDemand()).migrateUpPostgres(url)
  const { migrateUp, openSqlite } = await import('#infra/db/sqlite.ts')
  const database = await openSqlite(place.path, { create: true })
  try {
    await migrateUp(database)
    return database.status()
  } finally {
    database.close()
  }
}

const statusText = ({ done, waiting }: MigrationStatus): string =>
  [
    ...done.map((name) => (isOfNewerVersion([name]) ? `newer    ${name}` : `done     ${name}`)),
    ...waiting.map((name) => `waiting  ${name}`),
  ].join('\n')

const addMigrate = (program: Command): void => {
  const migrate = program.command('migrate').description('the schema of the database')
  migrate
    .command('up')
    .description("bring the schema up to this version's")
    .action(async (_: unknown, command: Command) => {
      const status = await broughtUp(globalsOf(command).db)
      if (globalsOf(command).json) printJson(status)
      else print(`The schema is up to date: ${status.done.length} migration(s) done.`)
    })
  migrate
    .command('status')
    .description('what is done and what waits')
    .action(async (_: unknown, command: Command) => {
      const status = await schemaOf(globalsOf(command).db)
      if (globalsOf(command).json) printJson(status)
      else print(statusText(status))
    })
}

const schemaCheck = ({ done, waiting }: MigrationStatus): Check => {
  const isNewer = isOfNewerVersion(done)
  return {
    name: 'schema',
    ok: waiting.length === 0 && !isNewer,
    say: isNewer
      ? 'a newer version of this program has been here: start that one'
      : waiting.length === 0
        ? 'up to date'
        : `${waiting.length} migration(s) waiting: run "migrate up"`,
  }
}

const guardCheck = (missing: readonly string[]): Check => ({
  name: 'guards',
  ok: missing.length === 0,
  say:
    missing.length === 0
      ? 'the journals and the log refuse to be altered'
      : `somebody took away what keeps the journals and the log: ${missing.join(', ')}. Run audit, and see docs/breach/stolen-database.md`,
})

const closureCheck = (missing: readonly string[], said: (first: string) => string): Check => ({
  name: 'closures',
  ok: missing.length === 0,
  say:
    missing.length === 0
      ? 'the service sees one fund at a time, and changes no journal'
      : said(missing[0]!),
})

/** Loaded where there is a database: no other question of the doctor needs people. */
const networksChecks = async (url: string): Promise<readonly Check[]> =>
  (await import('#src/cli/service/networks-check.ts')).networksChecks(url)

const serverChecks = async (url: string): Promise<Check[]> => {
  try {
    const { laxSettings, closuresSaid, missingClosuresPostgres, missingGuardsPostgres } =
      await postgresOnDemand()
    const lax = await laxSettings(url)
    const isSound = lax.length === 0
    const status = await schemaOf(url)
    const isWhole = status.waiting.length === 0
    return [
      {
        name: 'database',
        ok: isSound,
        say: isSound
          ? 'reached; what was committed outlives a power cut'
          : `a power cut may lose what was committed: ${lax.join(', ')}`,
      },
      schemaCheck(status),
      guardCheck(await missingGuardsPostgres(url)),
      closureCheck(await missingClosuresPostgres(url), closuresSaid),
      ...(isWhole ? await networksChecks(url) : []),
    ]
  } catch (error) {
    return [{ name: 'database', ok: false, say: failed(error).message.replace(/^fund: /, '') }]
  }
}

const fileCheck = (path: string): Check => {
  const isDamaged = fileProblems(path).length > 0
  const isCut = hasBrokenLog(path)
  return {
    name: 'database',
    ok: !isDamaged && !isCut,
    say: isDamaged
      ? 'the file is damaged: run audit'
      : isCut
        ? brokenLogSaid(path)
        : 'write-ahead log, full synchronisation, foreign keys: set and read back',
  }
}

/** Whether names can be read by whoever has the file; of a practice fund they are invented and lie in clear. */
const namesCheck = async (path: string): Promise<Check> => {
  const marks = marksIfKnown()
  // Where there is no file, which tables are sealed need not be loaded.
  const { openRowsIn } = await import('#infra/db/open-rows.ts')
  const { open, older, shut } = openRowsIn(path, marks)
  const said = [
    ...(open > 0
      ? [
          marks
            ? `${open} row(s) lie in clear: the next start seals them, or "secrets reseal"`
            : `${open} row(s) lie in clear`,
        ]
      : []),
    ...(older > 0 ? [`${older} row(s) lie under an older PEPPER: run "secrets reseal"`] : []),
    ...(shut > 0 && marks
      ? [`${shut} row(s) open by no PEPPER that is set: set it as the service has it`]
      : []),
  ]
  return {
    name: 'names',
    ok: shut === 0 || marks === undefined,
    say: said.length > 0 ? said.join('; ') : 'nothing lies in clear',
  }
}

const databaseChecks = async (command: Command): Promise<Check[]> => {
  const { db } = globalsOf(command)
  const place = placeOf(db)
  if (place.kind === 'server') return serverChecks(db)
  if (!place.isThere)
    return [
      { name: 'database', ok: true, say: 'not there yet: an import or "migrate up" makes it' },
    ]
  try {
    const status = await schemaOf(db)
    return [
      fileCheck(place.path),
      schemaCheck(status),
      guardCheck(missingGuards(place.path)),
      await namesCheck(place.path),
      ...(await networksChecks(db)),
    ]
  } catch {
    return [
      {
        name: 'database',
        ok: false,
        say: 'cannot be opened: check the path, the rights on it and the space left',
      },
    ]
  }
}

/** What the machine and its settings say beside the database itself. */
const machineChecks = async (
  configuration: Configuration,
  command: Command,
): Promise<readonly Check[]> => {
  const { db } = globalsOf(command)
  const place = placeOf(db)
  const file = place.kind === 'file' && place.path !== inMemory ? place : undefined
  const now = Date.now()
  const isBackedUp = (configuration.BACKUP_DIR ?? configuration.CASES_BACKUP_DIR) !== undefined
  return [
    await casesCheck(configuration, command),
    secretsCheck(configuration),
    ...(file ? [diskCheck(file.path), clockCheck(recordedIn(file), now)] : []),
    ...(await certificateChecks(configuration, now)),
    // Where none are kept by schedule, what looks at them need not be loaded.
    ...(isBackedUp
      ? await (await import('#src/cli/doctor/backups.ts')).backupChecks(db, { now, configuration })
      : [{ name: 'backups', ok: true, say: 'by hand alone: BACKUP_DIR is not set' }]),
  ]
}

/** A file that cannot be read, or is of no journal yet, is told by other checks. */
const recordedIn = ({ path, isThere }: { path: string; isThere: boolean }): string | undefined => {
  try {
    return isThere ? lastRecordedAt(path) : undefined
  } catch {
    return undefined
  }
}

const addDoctor = (program: Command): void => {
  program
    .command('doctor')
    .description('whether this machine and its settings can run the service')
    .action(async (_: unknown, command: Command) => {
      const isNode24 = Number(process.versions.node.split('.')[0]) >= 24
      const read = readConfiguration(process.env)
      const faults = 'faults' in read ? read.faults : []
      const checks: Check[] = [
        {
          name: 'node',
          ok: isNode24,
          say: isNode24
            ? process.versions.node
            : 'older than 24: start by npm, which brings its own',
        },
        {
          name: 'settings',
          ok: faults.length === 0,
          say: faults.length === 0 ? 'can hold' : faults.join('; '),
        },
        ...(await databaseChecks(command)),
        ...('configuration' in read ? await machineChecks(read.configuration, command) : []),
      ]
      const ok = checks.every((check) => check.ok)
      if (globalsOf(command).json) printJson({ ok, checks })
      else
        print(
          checks
            .map((check) => `${check.ok ? 'ok ' : 'BAD'} ${check.name}: ${check.say}`)
            .join('\n'),
        )
      if (!ok) process.exitCode = exitCodes.broken
    })
}

export const addTo = (program: Command): void => {
  addMigrate(program)
  addDoctor(program)
}
