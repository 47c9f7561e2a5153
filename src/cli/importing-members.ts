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
import { languageOption, tellFaults } from '#src/cli/told-faults.ts'
import { type MembersTaken, importMembers } from '#src/exchange/members-sheet/import.ts'
import type { Language } from '#src/words/catalogue.ts'

type Options = { readonly dryRun?: boolean; readonly fund?: string; readonly language: Language }

const takenText = (taken: MembersTaken): string => {
  const done = taken.isDryRun
    ? 'Dry run: nothing was written. It would take in'
    : taken.wasHere
      ? 'All of it is here already, nothing changed:'
      : 'Taken in:'
  return [
    `${done} ${taken.members} members, savings of ${taken.savings}, ${taken.loans} loans with ${taken.loansOwed} left.`,
    taken.left === 0
      ? 'The older book adds up.'
      : `The older book does not explain ${taken.left}: it stands open until the meeting has voted on it (page of the older book).`,
  ].join('\n')
}

export const addMembersImport = (importing: Command): void => {
  importing
    .command('members <sheet>')
    .description(
      'members with their savings and loans on the first day, from one CSV or .xlsx sheet (docs/other-books.md)',
    )
    .option('--fund <id>', 'which fund, where there are several')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- import members ./members.xlsx --dry-run',
    )
    .action(async (sheet: string, options: Options, command: Command) => {
      const { json } = globalsOf(command)
      const bytes = await fileBytes(callersPath(sheet))
      if (typeof bytes === 'string') throw stop('there is no such sheet', exitCodes.wrongUse)
      const steps = stepsOn(process.stderr)
      const taken = await withStore(command, { create: false }, async (store) => {
        steps.say('Reading the sheet')
        const record = saidBefore(
          recorder({ journal: store, clock: systemClock, hash: sha256 }),
          steps,
        )
        return importMembers(
          { record, store, hash: sha256 },
          { fundId: await chosenFund(store, options.fund), bytes },
          { actor: 'command-line', device: 'command-line', dryRun: options.dryRun ?? false },
        )
      }).finally(steps.end)
      if (!taken) throw stop('there is no such fund', exitCodes.wrongUse)
      if ('faults' in taken) tellFaults(taken.faults, { json, language: options.language })
      else if (json) printJson(taken)
      else print(takenText(taken))
    })
}
