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
import { fileBytes, folderSource, isFolder } from '#src/cli/folder.ts'
import { addLoansImport } from '#src/cli/importing-loans.ts'
import { addBankImport } from '#src/cli/importing-bank.ts'
import { addMembersImport } from '#src/cli/importing-members.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import { type Steps, saidBefore, silent, stepsOn } from '#src/cli/progress.ts'
import { languageOption, tellFaults } from '#src/cli/fault-lines.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { sourceOf, zippedBook } from '#src/exchange/paper-book/packed.ts'
import { importWorkbook } from '#src/exchange/paper-book/workbook.ts'
import type { Language } from '#src/words/catalogue.ts'
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

type ImportOptions = { readonly dryRun?: boolean; readonly language: Language }

/** A store that takes an import: nothing is made on the disk for a dry run. */
export const storeFor = async (url: string, dryRun: boolean) => {
  const place = placeOf(url)
  if (!dryRun) return openStore(url, { create: true })
  return place.kind === 'server' || place.isThere
    ? openStore(url, { create: false })
    : { ...memoryStore(), close: async () => undefined }
}

/** Imports a book into the database of `url`: files, wherever they come from, or the bytes of a workbook or a zip. */
export const importInto = async (
  url: string,
  source: BookSource | Uint8Array,
  dryRun: boolean,
  steps: Steps = silent,
): Promise<Imported | { readonly faults: readonly BookFault[] }> => {
  const store = await storeFor(url, dryRun)
  try {
    steps.say('Reading the book')
    const record = saidBefore(recorder({ journal: store, clock: systemClock, hash: sha256 }), steps)
    const needs = { record, store, hash: sha256 }
    const options = { actor: 'command-line', device: 'command-line', dryRun }
    const zipped = source instanceof Uint8Array ? await zippedBook(source) : undefined
    if (zipped && 'faults' in zipped) return zipped
    if (zipped) return await importPaperBook(needs, sourceOf(zipped.files), options)
    return source instanceof Uint8Array
      ? await importWorkbook(needs, source, options)
      : await importPaperBook(needs, source, options)
  } finally {
    steps.end()
    await store.close()
  }
}

const sourceAt = async (path: string): Promise<BookSource | Uint8Array> => {
  if (await isFolder(path)) return folderSource(path)
  const bytes = await fileBytes(path)
  if (bytes === 'missing')
    throw stop('there is no such folder, zip or workbook', exitCodes.wrongUse)
  if (bytes === 'too-large')
    throw stop('this file is larger than ten megabytes', exitCodes.wrongUse)
  return bytes
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

export const addTo = (program: Command): void => {
  const importing = program.command('import').description('take an older book into the ledger')
  importing
    .command('paper-book <book>')
    .description(
      'a paper book, as a folder of CSV files, a zip of them or one .xlsx workbook (docs/paper-book.md): all of it or nothing',
    )
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- import paper-book ./my-book --dry-run\n  npm run --silent fund -- import paper-book ./my-book.xlsx',
    )
    .action(async (folder: string, options: ImportOptions, command: Command) => {
      const { dryRun = false, language } = options
      const { db, json } = globalsOf(command)
      const path = callersPath(folder)
      const imported = await importInto(db, await sourceAt(path), dryRun, stepsOn(process.stderr))
      if ('faults' in imported) {
        tellFaults(imported.faults, { json, language })
        return
      }
      if (json) printJson(imported)
      else print(importedText(imported))
    })
  addMembersImport(importing)
  addLoansImport(importing)
  addBankImport(importing)
}
