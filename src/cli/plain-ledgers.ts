import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { bookOf, lastDayOf } from '#src/app/queries.ts'
import {
  callersPath,
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  groupOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import {
  type PlainLedger,
  plainLedgerNames,
  plainLedgers,
} from '#src/exchange/plain-text/ledgers.ts'

type Options = { readonly fund?: string; readonly asOf?: LocalDate; readonly out: string }

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

const exportTo = async (ledger: PlainLedger, options: Options, command: Command): Promise<void> => {
  const { json } = globalsOf(command)
  await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, options.fund)
    const book = await bookOf(store, fundId)
    if (!book) throw stop('the fund has no views: run rebuild', exitCodes.broken)
    const through = options.asOf ?? lastDayOf(book)
    if (through < book.fund.openedOn)
      throw stop(`these books begin on ${book.fund.openedOn}`, exitCodes.refused)
    const postings = await store.postings(fundId, { through })
    const text = plainLedgers[ledger].write({ book, postings, through })
    await writeFile(callersPath(options.out), text, { flag: 'wx' }).catch((error: unknown) => {
      throw isThere(error) ? stop('the file is there already', exitCodes.wrongUse) : error
    })
    if (json) printJson({ fundId, ledger, through, postings: postings.length })
    else print(`${postings.length} postings through ${through}, with every balance asserted`)
  })
}

export const addPlainLedgers = (program: Command): void => {
  for (const ledger of plainLedgerNames)
    groupOf(program, 'export', 'carry what is here elsewhere')
      .command(ledger)
      .description(`the postings as a text ledger for ${ledger}, by card and loan number, no names`)
      .option('--fund <id>', 'which fund, where there are several')
      .option('--as-of <date>', 'through which day (default: the last day in the book)', dayOption)
      .requiredOption('--out <file>', 'where to write it; must not be there yet')
      .addHelpText(
        'after',
        `\nExample:\n  npm run --silent fund -- export ${ledger} --out fund.${plainLedgers[ledger].ending}`,
      )
      .action((options: Options, command: Command) => exportTo(ledger, options, command))
}
