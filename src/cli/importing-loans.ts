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
import { type LoanTaken, type LoansTaken, importLoans } from '#src/exchange/loan-book/import.ts'
import type { Language } from '#src/words/catalogue.ts'
import { loanBookWords } from '#src/words/loan-book-words.ts'

type Options = { readonly dryRun?: boolean; readonly fund?: string; readonly language: Language }

/** How one loan stands to its system's own convention; sums in smallest units. */
const comparedText = ({ row, loan, compared }: LoanTaken, language: Language): string => {
  const words = loanBookWords.in(language)
  const said =
    compared.verdict === 'same'
      ? words.same
      : compared.verdict === 'not-computed'
        ? words[compared.reason]
        : compared.differences
            .map(({ figure, told, computed }) =>
              told > computed
                ? words.more(words[figure], String(told - computed))
                : words.less(words[figure], String(computed - told)),
            )
            .join('; ')
  return `row ${row}, loan ${loan}: ${said}`
}

const takenText = (taken: LoansTaken, language: Language): string => {
  const done = taken.isDryRun
    ? 'Dry run: nothing was written. It would take in'
    : taken.wasHere
      ? 'All of it is here already, nothing changed:'
      : 'Taken in:'
  const unlike = taken.rows.filter(({ compared }) => compared.verdict !== 'same')
  return [
    `${done} ${taken.loans} loans with ${taken.owed} left, ${taken.flagged} of all with a flag (see: report findings).`,
    `By their own convention: ${taken.same} the same, ${taken.differing} different, ${taken.notComputed} not computed. Nothing is corrected.`,
    ...unlike.map((one) => comparedText(one, language)),
    ...(taken.interestLeft === 0
      ? []
      : [`Interest of ${taken.interestLeft} was late there; it is not carried over.`]),
    taken.left === 0
      ? 'The older book adds up.'
      : `The older book does not explain ${taken.left}: it stands open until the meeting has voted on it (page of the older book).`,
  ].join('\n')
}

export const addLoansImport = (importing: Command): void => {
  importing
    .command('loans <sheet>')
    .description(
      "loans of another system's book with its conventions, from one CSV or .xlsx sheet (docs/other-books.md)",
    )
    .option('--fund <id>', 'which fund, where there are several')
    .option('--dry-run', 'say what would happen, write nothing')
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- import loans ./loans.xlsx --dry-run',
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
        return importLoans(
          { record, store, hash: sha256 },
          { fundId: await chosenFund(store, options.fund), bytes },
          { actor: 'command-line', device: 'command-line', dryRun: options.dryRun ?? false },
        )
      }).finally(steps.end)
      if (!taken) throw stop('there is no such fund', exitCodes.wrongUse)
      if ('faults' in taken) tellFaults(taken.faults, { json, language: options.language })
      else if (json) printJson(taken)
      else print(takenText(taken, options.language))
    })
}
