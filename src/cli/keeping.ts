import type { Command } from 'commander'
import { auditAll } from '#src/app/proof/audit.ts'
import type { Audit } from '#src/app/proof/audit-chain.ts'
import { rebuildNetworkViews, rebuildViews } from '#src/app/rebuild.ts'
import {
  chosenFund,
  exitCodes,
  globalsOf,
  placeOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { fileProblems } from '#infra/db/integrity.ts'
import { inMemory } from '#infra/db/sqlite.ts'
import { sha256 } from '#infra/system/system.ts'
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

/** What SQLite says of its own file; a server looks after its own. */
const problemsInFile = (command: Command): readonly string[] => {
  const place = placeOf(globalsOf(command).db)
  if (place.kind === 'server') return []
  if (!place.isThere) throw stop('there is no such database', exitCodes.broken)
  return place.path === inMemory ? [] : fileProblems(place.path)
}

/** The audit of all funds, and what the database says of its own file. */
const auditDatabase = async (command: Command): Promise<FullAudit> => {
  const inFile = problemsInFile(command)
  const ofFile = inFile.map(() => ({
    fundId: null,
    seq: null,
    id: null,
    field: 'file',
    check: 'database',
  }))
  try {
    const audit = await withStore(command, { create: false, lenient: true }, (store) =>
      auditAll(store, sha256, signerIfKnown()),
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
