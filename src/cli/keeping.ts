import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { auditAll } from '#src/app/audit.ts'
import type { Audit } from '#src/app/audit-chain.ts'
import { rebuildNetworkViews, rebuildViews } from '#src/app/rebuild.ts'
import {
  chosenFund,
  databasePath,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import { inMemory, migrateUp, migrationStatus, openSqlite } from '#infra/db/sqlite.ts'
import { sha256 } from '#infra/system/system.ts'
import { readConfiguration } from '#src/configuration.ts'

type FullAudit = Omit<Audit, 'problems'> & {
  readonly problems: readonly {
    fundId: string | null
    seq: number | null
    id: string | null
    field: string
    check: string
  }[]
}

/** The audit of all funds, and what the database says of its own file. */
const auditDatabase = async (command: Command): Promise<FullAudit> => {
  const path = databasePath(globalsOf(command).db)
  if (path !== inMemory && !existsSync(path))
    throw stop('there is no such database', exitCodes.broken)
  const inFile = path === inMemory ? [] : fileProblems(path)
  const ofFile = inFile.map(() => ({
    fundId: null,
    seq: null,
    id: null,
    field: 'file',
    check: 'database',
  }))
  try {
    const audit = await withStore(command, { create: false, lenient: true }, (store) =>
      auditAll(store, sha256),
    )
    return {
      ok: audit.ok && ofFile.length === 0,
      entries: audit.entries,
      problems: [...ofFile, ...audit.problems],
    }
  } catch (error) {
    if (!(error instanceof StorageUnavailable) || ofFile.length === 0) throw error
    return { ok: false, entries: 0, problems: ofFile }
  }
}

const auditText = ({ ok, entries, problems }: FullAudit): string =>
  ok
    ? `The books hold: ${entries} entries, chain, sums, references and views checked.`
    : [
        `The books do NOT hold: ${problems.length} problem(s) in ${entries} entries.`,
        ...problems.map(({ fundId, seq, id, field, check }) =>
          seq === null
            ? `- ${check}: ${field}${fundId === null ? '' : ` of fund ${fundId}`}`
            : `- ${check}: entry ${seq} (${id}), field ${field}, fund ${fundId}`,
        ),
      ].join('\n')

export const addAudit = (program: Command): void => {
  program
    .command('audit')
    .description('whether the books are what they were when they were written; all funds')
    .addHelpText('after', '\nIntegrity only: how the fund was run is in "report findings".')
    .action(async (_: unknown, command: Command) => {
      const audit = await auditDatabase(command)
      if (globalsOf(command).json) printJson(audit)
      else print(auditText(audit))
      if (!audit.ok) process.exitCode = exitCodes.refused
    })
}

export const addRebuild = (program: Command): void => {
  program
    .command('rebuild')
    .description('drop the views and make them anew from the journal')
    .option('--fund <id>', 'which fund, where there are several')
    .action(async ({ fund }: { fund?: string }, command: Command) => {
      const rebuilt = await withStore(command, { create: false }, async (store) => {
        const fundId = await chosenFund(store, fund)
        // Networks are few and small, and a right that hangs on a wrong view is worse than a second.
        for (const networkId of await store.networks.fundIds())
          await rebuildNetworkViews(store, networkId)
        return { fundId, entries: await rebuildViews(store, fundId) }
      })
      if (globalsOf(command).json) printJson(rebuilt)
      else print(`Views of fund ${rebuilt.fundId} made anew from ${rebuilt.entries} entries.`)
    })
}

const withDatabase = async <T>(
  command: Command,
  create: boolean,
  work: (database: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>,
): Promise<T> => {
  const path = databasePath(globalsOf(command).db)
  if (!create && path !== inMemory && !existsSync(path))
    throw stop('there is no such database', exitCodes.broken)
  const database = await openSqlite(path, { create })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

export const addMigrate = (program: Command): void => {
  const migrate = program.command('migrate').description('the schema of the database')
  migrate
    .command('up')
    .description("bring the schema up to this version's")
    .action(async (_: unknown, command: Command) => {
      const status = await withDatabase(command, true, async (database) => {
        await migrateUp(database)
        return migrationStatus(database)
      })
      if (globalsOf(command).json) printJson(status)
      else print(`The schema is up to date: ${status.done.length} migration(s) done.`)
    })
  migrate
    .command('status')
    .description('what is done and what waits')
    .action(async (_: unknown, command: Command) => {
      const status = await withDatabase(command, false, migrationStatus)
      if (globalsOf(command).json) printJson(status)
      else
        print(
          [
            ...status.done.map((name) => `done     ${name}`),
            ...status.waiting.map((name) => `waiting  ${name}`),
          ].join('\n'),
        )
    })
}

type Check = { readonly name: string; readonly ok: boolean; readonly say: string }

const databaseChecks = async (command: Command): Promise<Check[]> => {
  const path = databasePath(globalsOf(command).db)
  if (path !== inMemory && !existsSync(path)) {
    return [
      { name: 'database', ok: true, say: 'not there yet: an import or "migrate up" makes it' },
    ]
  }
  try {
    const { waiting } = await withDatabase(command, false, migrationStatus)
    const isSound = fileProblems(path).length === 0
    return [
      {
        name: 'database',
        ok: isSound,
        say: isSound
          ? 'write-ahead log, full synchronisation, foreign keys: set and read back'
          : 'the file is damaged: run audit',
      },
      {
        name: 'schema',
        ok: waiting.length === 0,
        say:
          waiting.length === 0
            ? 'up to date'
            : `${waiting.length} migration(s) waiting: run "migrate up"`,
      },
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

export const addDoctor = (program: Command): void => {
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
