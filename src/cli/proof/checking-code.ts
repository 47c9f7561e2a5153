import type { Command } from 'commander'
import { sha256 } from '#infra/system/system.ts'
import { type CodeVerdict, judgeShortCode, shortCodeIn } from '#src/app/proof/short-code.ts'
import { bookOf } from '#src/app/queries.ts'
import {
  chosenFund,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'

const said = (judged: CodeVerdict): string => {
  switch (judged.verdict) {
    case 'line-stands':
      return `Entry ${judged.seq} of ${judged.on} has this code.`
    case 'line-differs':
      return `Entry ${judged.seq} has another code: it was written anew, or the code was mistyped. Keep the paper and run audit.`
    case 'line-missing':
      return `There is no entry ${judged.seq}: entries were cut off, or the number was mistyped. Keep the paper and run audit.`
    case 'meeting-stands':
      return `It is the code of the meeting of ${judged.on}.`
    case 'meeting-differs':
      return `It was the code of the meeting of ${judged.on}, whose entries give another one now. Run audit.`
    case 'meeting-unknown':
      return 'No meeting of this fund has this code.'
  }
}

const check = async (
  typed: readonly string[],
  { fund }: { readonly fund?: string },
  command: Command,
): Promise<void> => {
  const code = shortCodeIn(typed.join(' '))
  if (!code)
    throw stop(
      'this is no short code: an entry’s number and eight signs (12 3fa9 0c1e), or a meeting’s eight digits',
      exitCodes.wrongUse,
    )
  const judged = await withStore(command, { create: false }, async (journal) => {
    const fundId = await chosenFund(journal, fund)
    const book = (await bookOf(journal, fundId))!
    return judgeShortCode({ journal, hash: sha256, book, fundId }, code)
  })
  if (!judged.verdict.endsWith('-stands')) process.exitCode = exitCodes.refused
  if (globalsOf(command).json) printJson(judged)
  else print(said(judged))
}

export const addTo = (program: Command): void => {
  program
    .command('check-code')
    .description('whether a short code of a receipt, the minutes or a meeting agrees with the book')
    .argument('<code...>', 'number and eight signs, or a meeting’s eight digits')
    .option('--fund <id>', 'which fund, where there are several')
    .addHelpText('after', '\nExample:\n  npm run --silent fund -- check-code 12 3fa9 0c1e')
    .action(check)
}
