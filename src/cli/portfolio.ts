import { Option, type Command } from 'commander'
import { systemClock } from '#infra/system/system.ts'
import type { Store } from '#infra/db/store.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { mayAudit } from '#domain/fund/auditors.ts'
import { type FundInList, fundListOf } from '#src/app/network/fund-list.ts'
import { dayIn } from '#src/app/network/home.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { portfolioOf } from '#src/app/network/portfolio.ts'
import {
  dayOption,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { configured } from '#src/cli/settings.ts'
import { portfolioAsCsv, portfolioReport, savixAsCsv } from '#src/exchange/portfolio-files.ts'
import { asText } from '#src/exchange/report.ts'
import { rowBy } from '#src/lists/column.ts'
import { portfolioColumns } from '#src/lists/portfolio.ts'
import { sumInRow } from '#src/words/statement-words.ts'

type Options = {
  readonly network?: string
  readonly on?: LocalDate
  readonly form?: 'csv' | 'savix'
}

const networkIn = async (store: Store, asked: string | undefined): Promise<string> => {
  const all = await store.networks.fundIds()
  const chosen = asked ?? (all.length === 1 ? all[0] : undefined)
  if (chosen === undefined)
    throw stop('there are several networks: name one with --network', exitCodes.wrongUse)
  if (!all.includes(chosen))
    throw stop('there is no such network in this database', exitCodes.refused)
  return chosen
}

/** A fund that lets nobody in is told by no report of the network either. */
const lettingIn = (funds: readonly FundInList[], networkId: string, day: LocalDate) =>
  funds.filter(({ summary }) => summary && mayAudit(summary.auditors, networkId, day))

const showPortfolio = async (options: Options, command: Command): Promise<void> =>
  withStore(command, { create: false }, async (store) => {
    const networkId = await networkIn(store, options.network)
    const today = options.on ?? dayIn(systemClock(), configured().TIME_ZONE)
    const funds = lettingIn(await fundListOf(store, networkId), networkId, today)
    const judging = judgingIn(store)
    // Here every book is read before anything is said.
    judging.begin(funds, today)
    await judging.settled()
    const lines = portfolioOf(funds, { judging, today })
    if (globalsOf(command).json)
      return printJson({
        networkId,
        on: today,
        funds: lines.map((one) => rowBy(portfolioColumns, one)),
      })
    if (options.form === undefined)
      return print(asText(portfolioReport(lines), (amount, row) => sumInRow(amount, row, 'KHR')))
    const pieces = options.form === 'csv' ? portfolioAsCsv(lines) : savixAsCsv(store, lines, today)
    for await (const piece of pieces) process.stdout.write(piece)
    return undefined
  })

/** Adds the report of a whole network to the reports. */
export const addPortfolio = (reports: Command): void => {
  reports
    .command('portfolio')
    .description('all funds of a network that let its auditors in, by need of a visit')
    .option('--network <id>', 'which network, where there are several')
    .option('--on <date>', 'the day to look at them on (default: today)', dayOption)
    .addOption(
      new Option(
        '--form <form>',
        'for a spreadsheet: a row a fund, or a row a year of each',
      ).choices(['csv', 'savix']),
    )
    .addHelpText('after', '\nExample:\n  npm run --silent fund -- report portfolio --form csv')
    .action(showPortfolio)
}
