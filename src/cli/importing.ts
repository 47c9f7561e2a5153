import type { Command } from 'commander'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256, systemClock } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import {
  callersPath,
  exitCodes,
  globalsOf,
  openStore,
  placeOf,
  print,
  printJson,
  stop,
} from '#src/cli/context.ts'
import { folderSource, isFolder } from '#src/cli/folder.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import {
  type ImportWarning,
  type Imported,
  importPaperBook,
} from '#src/exchange/paper-book/import.ts'

const warnings: Readonly<Record<ImportWarning, string>> = {
  'village-already-here':
    'another fund in this database has the same village code: compare the two before you go on',
  'grant-payees-not-kept':
    'grants are kept as number and sum only: who received them and why stays in the paper book',
}

const faultLine = ({ file, row, field, message }: BookFault): string =>
  `${[file, row === null ? '' : `row ${row}`, field ?? ''].filter((part) => part !== '').join(', ')}: ${message}`

/** A store that takes an import: nothing is made on the disk for a dry run. */
const storeFor = async (url: string, dryRun: boolean) => {
  const place = placeOf(url)
  if (!dryRun) return openStore(url, { create: true })
  return place.kind === 'server' || place.isThere
    ? openStore(url, { create: false })
    : { ...memoryStore(), close: async () => undefined }
}

/** Imports a book into the database of `url`; the caller says where its files come from. */
export const importInto = async (
  url: string,
  source: BookSource,
  dryRun: boolean,
): Promise<Imported | { readonly faults: readonly BookFault[] }> => {
  const store = await storeFor(url, dryRun)
  try {
    const record = recorder({ journal: store, clock: systemClock, hash: sha256 })
    return await importPaperBook({ record, store, hash: sha256 }, source, {
      actor: 'command-line',
      device: 'command-line',
      dryRun,
    })
  } finally {
    await store.close()
  }
}

const importedText = (imported: Imported): string => {
  const { fundId, entries, flagged, wasHere, isDryRun, openedOn } = imported
  const done = isDryRun
    ? 'Dry run: nothing was written. It would take in'
    : wasHere
      ? 'This book is here already, nothing changed:'
      : 'Taken in:'
  return [
    `${done} ${entries} entries from ${openedOn} on, ${flagged} of them with a flag (see: report findings).`,
    `Fund ${fundId}`,
    ...imported.warnings.map((warning) => `Note: ${warnings[warning]}`),
  ].join('\n')
}

export const addImport = (program: Command): void => {
  const importing = program.command('import').description('take an older book into the ledger')
  importing
    .command('paper-book <folder>')
    .description('the CSV files of a paper book (docs/paper-book.md): all of it or nothing')
    .option('--dry-run', 'say what would happen, write nothing')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- import paper-book ./my-book --dry-run',
    )
    .action(async (folder: string, { dryRun = false }: { dryRun?: boolean }, command: Command) => {
      const { db, json } = globalsOf(command)
      const path = callersPath(folder)
      if (!(await isFolder(path))) throw stop('there is no such folder', exitCodes.wrongUse)
      const imported = await importInto(db, folderSource(path), dryRun)
      if ('faults' in imported) {
        if (json) printJson({ errors: imported.faults })
        else
          print(
            [
              ...imported.faults.map(faultLine),
              '',
              `${imported.faults.length} to mend; nothing was written.`,
            ].join('\n'),
          )
        process.exitCode = exitCodes.refused
        return
      }
      if (json) printJson(imported)
      else print(importedText(imported))
    })
}
