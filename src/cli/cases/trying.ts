import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { callersPath, exitCodes, globalsOf, print, printJson, stop } from '#src/cli/context.ts'
import { addKeeping } from '#src/cli/cases/keeping.ts'
import { addSweeping } from '#src/cli/cases/sweeping.ts'
import { casesInWords, runCases } from '#src/exchange/cases/run-cases.ts'

/** The case files of a folder, by name; a folder that cannot be read is an environment that is broken. */
const caseFilesIn = (folder: string): { readonly file: string; readonly text: string }[] => {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  } catch {
    throw stop('the folder of cases cannot be read', exitCodes.broken)
  }
}

export const addTo = (program: Command): void => {
  const cases = program
    .command('cases')
    .description(
      "runs loan cases: other lenders' schedules, payments and costs, to the last unit; backup, restore and sweep: the migration team's cases",
    )
    .argument('<dir>', 'a folder with files of the schema loan-cases/1')
    .addHelpText('after', '\nExample:\n  npm run --silent fund -- cases ./test/fixtures/cases')
    .action((folder: string, _: unknown, command: Command) => {
      const files = caseFilesIn(callersPath(folder))
      if (files.length === 0)
        throw stop('there is no file of cases in that folder', exitCodes.refused)
      const report = runCases(files)
      if (globalsOf(command).json) printJson(report)
      else print(casesInWords(report))
      if (report.failed > 0) process.exitCode = exitCodes.refused
    })
  addKeeping(cases)
  addSweeping(cases)
}
