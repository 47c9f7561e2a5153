import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { sha256, sha256Digest } from '#infra/system/system.ts'
import {
  callersPath,
  chosenFund,
  exitCodes,
  globalsOf,
  groupOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { storeFor } from '#src/cli/importing.ts'
import { newFilePath, writeNew } from '#src/cli/new-files.ts'
import { ExportStopped, exportArchive } from '#src/exchange/archive/export.ts'
import { type ArchiveProblem, archiveFaults } from '#src/exchange/archive/faults.ts'
import { type ArchiveImported, type FundHere, importArchive } from '#src/exchange/archive/import.ts'
import type { ByteSource } from '#src/exchange/archive/lines.ts'

type ExportOptions = {
  readonly fund?: string
  readonly out: string
  readonly withoutPeople?: boolean
}

const exportTo = async (
  { fund, out, withoutPeople = false }: ExportOptions,
  command: Command,
): Promise<void> => {
  const path = newFilePath(out)
  const exported = await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, fund)
    const archive = (await exportArchive({ store, hash: sha256, digest: sha256Digest }, fundId, {
      withoutPeople,
    }))!
    const bytes = await writeNew(path, archive.bytes).catch((error: unknown) => {
      throw error instanceof ExportStopped ? stop(error.message, exitCodes.refused) : error
    })
    return { fundId, ...archive.header, bytes }
  })
  if (globalsOf(command).json) return printJson(exported)
  const { fundId, head, counts, bytes } = exported
  print(
    [
      `Fund ${fundId} through entry ${head.seq}, ${bytes} bytes:`,
      `${counts.entries} entries, ${counts.notes} notes, ${counts.cards} cards, ${counts.persons} members with name, photo or nominees, ${counts.kin} declarations of kin, ${counts.activities} lines of its log.`,
      `Head ${head.hash}`,
      'Logins and who is in which network are not in it, and its cards need the same PEPPER (docs/archive.md).',
    ].join('\n'),
  )
}

const done: Readonly<Record<FundHere, string>> = {
  nothing: 'Taken in',
  beginning: 'Taken in from where it stood: the beginning was here already',
  same: 'This fund is here already, with the same head: nothing changed',
  further: 'This fund is here already and has gone on since: nothing changed',
}

const importedText = (imported: ArchiveImported): string => {
  const { fundId, head, counts, here, entriesAdded, isDryRun } = imported
  return [
    isDryRun && entriesAdded > 0 ? 'Dry run: nothing was written. It would take in' : done[here],
    `${entriesAdded} of ${counts.entries} entries added, ${counts.notes} notes, ${counts.cards} cards, ${counts.persons} members with name, photo or nominees, ${counts.kin} declarations of kin, ${counts.activities} lines of its log in the archive.`,
    `Fund ${fundId}, head ${head.seq} ${head.hash}`,
  ].join('\n')
}

/** What can go wrong only when all of the file has been checked and is being written. */
const isLate = (code: ArchiveProblem['code']): boolean =>
  code === 'fund-busy' || code === 'source-changed'

export const problemText = ({ code, line, seq }: ArchiveProblem): string =>
  `line ${line}${seq === undefined ? '' : `, entry ${seq}`}: ${archiveFaults[code]}\n${isLate(code) ? 'Some of it may be written; the same command goes on from there.' : 'Nothing was written.'}`

const importFrom = async (file: string, dryRun: boolean, command: Command): Promise<void> => {
  const { db, json } = globalsOf(command)
  const path = callersPath(file)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw stop('there is no such file', exitCodes.wrongUse)
  const store = await storeFor(db, dryRun)
  try {
    const imported = await importArchive(
      { store, hash: sha256, digest: sha256Digest },
      () => createReadStream(path) as ByteSource,
      { dryRun },
    )
    if ('problem' in imported) {
      const { problem } = imported
      if (json) printJson({ problem: { ...problem, message: archiveFaults[problem.code] } })
      else print(problemText(problem))
      process.exitCode = exitCodes.refused
    } else if (json) printJson(imported)
    else print(importedText(imported))
  } finally {
    await store.close()
  }
}

export const addTo = (program: Command): void => {
  groupOf(program, 'export', 'carry what is here elsewhere')
    .command('archive')
    .description('a whole fund as one file that "import archive" takes in (docs/archive.md)')
    .option('--fund <id>', 'which fund, where there are several')
    .requiredOption('--out <file>', 'where to write it; must not be there yet')
    .option('--without-people', 'leave out names, photos, nominees, kin and why relief was given')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- export archive --out fund.archive.gz',
    )
    .action((options: ExportOptions, command: Command) => exportTo(options, command))
  groupOf(program, 'import', 'take an older book into the ledger')
    .command('archive <file>')
    .description('a fund that was exported, all of it; the same file again changes nothing')
    .option('--dry-run', 'check all of it and say what would happen, write nothing')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- import archive fund.archive.gz --db sqlite:./data/other.db',
    )
    .action((file: string, { dryRun = false }: { dryRun?: boolean }, command: Command) =>
      importFrom(file, dryRun, command),
    )
}
