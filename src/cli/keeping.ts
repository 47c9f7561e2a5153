import type { Command } from 'commander'
import { auditAll } from '#src/app/proof/audit.ts'
import type { Audit } from '#src/app/proof/audit-chain.ts'
import { writtenWithoutRight } from '#src/app/proof/writers.ts'
import { furtherLogins } from '#src/app/proof/further-logins.ts'
import { rebuildNetworkViews, rebuildViews } from '#src/app/rebuild.ts'
import {
  chosenFund,
  exitCodes,
  globalsOf,
  marksIfKnown,
  noDatabase,
  placeOf,
  postgresOnDemand,
  print,
  printJson,
  withStore,
} from '#src/cli/context.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { hasBrokenLog, keepBrokenLog } from '#infra/db/broken-log.ts'
import { fileProblems, missingGuards } from '#infra/db/integrity.ts'
import type { Store } from '#infra/db/store.ts'
import { inMemory } from '#infra/db/sqlite-file.ts'
import { sha256 } from '#infra/system/system.ts'
import { inThreads } from '#src/cli/auditing/audit-threads.ts'
import { keepSmall } from '#src/cli/loading.ts'
import { headsPath } from '#src/cli/heads-file.ts'
import { faultsOfKept } from '#src/cli/keeping-heads.ts'
import { stepsOn } from '#src/cli/progress.ts'
import { signerIfKnown } from '#src/cli/settings.ts'

type FullAudit = Omit<Audit, 'problems'> & {
  readonly problems: readonly {
    fundId: string | null
    seq: number | null
    id: string | null
    field: string
    check: string
  }[]
}

type InFile = FullAudit['problems'][number]

const ofDatabase = (field: string): InFile => ({
  fundId: null,
  seq: null,
  id: null,
  field,
  check: 'database',
})

/** What SQLite says of its own file, which a server looks after itself, and guards that somebody has taken away. */
const problemsInFile = async (command: Command): Promise<readonly InFile[]> => {
  const { db } = globalsOf(command)
  const place = placeOf(db)
  const guards = (names: readonly string[]) => names.map((name) => ofDatabase(`trigger ${name}`))
  if (place.kind === 'server') {
    const { missingClosuresPostgres, missingGuardsPostgres } = await postgresOnDemand()
    // A server that is away is told by the audit itself.
    return [
      ...guards(await missingGuardsPostgres(db).catch(() => [])),
      ...(await missingClosuresPostgres(db).catch(() => []))
        .slice(0, 1)
        .map((first) => ofDatabase(`${first}, see doctor`)),
    ]
  }
  if (!place.isThere) throw noDatabase(place.path)
  if (place.path === inMemory) return []
  await keepBrokenLog(place.path)
  return [
    ...(hasBrokenLog(place.path) ? [ofDatabase('write-ahead log')] : []),
    ...fileProblems(place.path).map(() => ofDatabase('file')),
    ...guards(missingGuards(place.path)),
  ]
}

/** What was kept beside the secrets and no longer holds. */
const problemsWithKept = async (command: Command, store: Store): Promise<readonly InFile[]> => {
  const marks = marksIfKnown()
  const path = marks && headsPath(process.env['HEADS_FILE'], globalsOf(command).db)
  if (!marks || path === undefined) return []
  return ((await faultsOfKept({ path, marks, store })) ?? []).map(
    ({ scope, kind, key, fault }) => ({
      fundId: scope,
      seq: null,
      id: null,
      field: `${kind} ${key} ${fault}`,
      check: 'kept',
    }),
  )
}

/** Members with a second login, of which what one may do alone is counted twice. */
const secondLogins = async (store: Store): Promise<readonly InFile[]> =>
  (await furtherLogins(store)).map(({ fundId, memberId }) => ({
    fundId,
    seq: null,
    id: null,
    field: `member ${memberId}`,
    check: 'second-login',
  }))

/** Entries whose writer held nothing by the journal that may write them, and journals of which nobody could look. */
const withoutRight = async (store: Store): Promise<readonly InFile[]> =>
  (await writtenWithoutRight(store)).map(({ journalId: fundId, ...one }) =>
    one.seq === null
      ? { fundId, seq: null, id: null, field: 'who wrote the entries', check: 'not-checked' }
      : { fundId, seq: one.seq, id: one.id, field: one.type, check: 'no-right' },
  )

/** The audit of all funds, and what the database says of its own file. */
const auditDatabase = async (command: Command): Promise<FullAudit> => {
  keepSmall()
  const ofFile = await problemsInFile(command)
  const { say, end } = stepsOn(process.stderr)
  const progress = (fundId: string, entries: number): void =>
    say(`Fund ${fundId}: ${entries} entries looked at`)
  const { db } = globalsOf(command)
  const place = placeOf(db)
  const isInFile = place.kind === 'file' && place.path !== inMemory
  try {
    const { audit, kept } = await withStore(
      command,
      { create: false, lenient: true },
      async (store) => ({
        audit: await auditAll(store, sha256, {
          signer: signerIfKnown(),
          progress,
          ...(isInFile ? { funds: inThreads(db, { progress }) } : {}),
        }),
        kept: [
          ...(await problemsWithKept(command, store)),
          ...(await secondLogins(store)),
          ...(await withoutRight(store)),
        ],
      }),
    )
    return {
      ok: audit.ok && ofFile.length + kept.length === 0,
      entries: audit.entries,
      problems: [...ofFile, ...audit.problems, ...kept],
    }
  } catch (error) {
    if (!(error instanceof StorageUnavailable) || ofFile.length === 0) throw error
    return { ok: false, entries: 0, problems: ofFile }
  } finally {
    end()
  }
}

/** Whether it was looked at who wrote the rows of people, the log and the ends of journals, so that nobody takes silence for it. */
const marksSaid = (): string =>
  marksIfKnown()
    ? ' Marks checked.'
    : ' Marks not checked: MODE and PEPPER of the service are not set.'

const auditText = ({ ok, entries, problems }: FullAudit): string =>
  ok
    ? `The books hold: ${entries} entries, chain, sums, references and views checked.${marksSaid()}`
    : [
        `The books do NOT hold: ${problems.length} problem(s) in ${entries} entries.`,
        ...problems.map(({ fundId, seq, id, field, check }) =>
          seq === null
            ? `- ${check}: ${field}${fundId === null ? '' : ` of fund ${fundId}`}`
            : `- ${check}: entry ${seq} (${id}), field ${field}, fund ${fundId}`,
        ),
      ].join('\n')

const addAudit = (program: Command): void => {
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

const addRebuild = (program: Command): void => {
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

export const addTo = (program: Command): void => {
  addAudit(program)
  addRebuild(program)
}
