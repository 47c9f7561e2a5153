import type { Command } from 'commander'
import { sha256, systemClock } from '#infra/system/system.ts'
import { recorder } from '#src/app/record.ts'
import {
  callersPath,
  chosenFund,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { fileBytes } from '#src/cli/folder.ts'
import { saidBefore, stepsOn } from '#src/cli/progress.ts'
import { languageOption, tellFaults } from '#src/cli/fault-lines.ts'
import type { importMembers } from '#src/exchange/members-sheet/import.ts'
import type { BookFault } from '#src/exchange/paper-book/faults.ts'
import type { Language } from '#src/words/catalogue.ts'

type Options = { readonly dryRun?: boolean; readonly fund?: string; readonly language: Language }

/** What every sheet tells of itself once it is taken. */
type Taken = { readonly isDryRun: boolean; readonly wasHere: boolean; readonly left: number }

/** A kind of sheet: what it is called, how it is taken, and what is said of it then. */
type Sheet<SheetTaken extends Taken> = {
  readonly name: string
  readonly description: string
  readonly take: (
    ...asked: Parameters<typeof importMembers>
  ) => Promise<SheetTaken | { readonly faults: readonly BookFault[] } | undefined>
  readonly told: (
    taken: SheetTaken,
    language: Language,
  ) => { readonly sums: string; readonly more: readonly string[] }
}

const takenText = <SheetTaken extends Taken>(
  sheet: Sheet<SheetTaken>,
  taken: SheetTaken,
  language: Language,
) => {
  const done = taken.isDryRun
    ? 'Dry run: nothing was written. It would take in'
    : taken.wasHere
      ? 'All of it is here already, nothing changed:'
      : 'Taken in:'
  const { sums, more } = sheet.told(taken, language)
  return [
    `${done} ${sums}`,
    ...more,
    taken.left === 0
      ? 'The older book adds up.'
      : `The older book does not explain ${taken.left}: it stands open until the meeting has voted on it (page of the older book).`,
  ].join('\n')
}

/** `import NAME SHEET`: one CSV or .xlsx sheet into a fund that is here, all of it or nothing. */
export const addSheetImport = <SheetTaken extends Taken>(
  importing: Command,
  sheet: Sheet<SheetTaken>,
): void => {
  const { name, description } = sheet
  importing
    .command(`${name} <sheet>`)
    .description(`${description}, from one CSV or .xlsx sheet (docs/other-books.md)`)
    .option('--fund <id>', 'which fund, where there are several')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      `\nExample:\n  npm run --silent fund -- import ${name} ./${name}.xlsx --dry-run`,
    )
    .action(async (path: string, options: Options, command: Command) => {
      const { json } = globalsOf(command)
      const { language } = options
      const bytes = await fileBytes(callersPath(path))
      if (typeof bytes === 'string') throw stop('there is no such sheet', exitCodes.wrongUse)
      const steps = stepsOn(process.stderr)
      const taken = await withStore(command, { create: false }, async (store) => {
        steps.say('Reading the sheet')
        const record = saidBefore(
          recorder({ journal: store, clock: systemClock, hash: sha256 }),
          steps,
        )
        return sheet.take(
          { record, store, hash: sha256 },
          { fundId: await chosenFund(store, options.fund), bytes },
          { actor: 'command-line', device: 'command-line', dryRun: options.dryRun ?? false },
        )
      }).finally(steps.end)
      if (!taken) throw stop('there is no such fund', exitCodes.wrongUse)
      if ('faults' in taken) tellFaults(taken.faults, { json, language })
      else if (json) printJson(taken)
      else print(takenText(sheet, taken, language))
    })
}
