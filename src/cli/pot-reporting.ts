import type { Command } from 'commander'
import { decimalsOf, type Currency } from '#domain/kernel/money.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { potTrialBalance } from '#domain/grants/pot-report.ts'
import { potBookOf } from '#src/app/support/grant-source.ts'
import { exitCodes, globalsOf, print, printJson, stop, withStore } from '#src/cli/context.ts'
import { type Report, asCsv, asText } from '#src/exchange/report.ts'

const endOfTime = '9999-12-31'

const written = (amount: number, currency: string): string => {
  const decimals = decimalsOf(currency as Currency)
  return (amount / 10 ** decimals).toFixed(decimals)
}

type ReportQuery = {
  readonly networkId: string
  readonly asOf?: LocalDate | undefined
  readonly csv?: boolean | undefined
}

/** Every account that money of a network's own pot has touched, through a day; each currency comes to zero. */
export const showPotBalance = async (
  { networkId, asOf = endOfTime, csv }: ReportQuery,
  command: Command,
): Promise<void> =>
  withStore(command, { create: false }, async (store) => {
    if (!(await store.networks.fundIds()).includes(networkId))
      throw stop('there is no such network in this database', exitCodes.refused)
    const { moves } = await potBookOf(store, networkId)
    const balance = potTrialBalance(moves, asOf)
    if (globalsOf(command).json) return printJson(balance)
    const report: Report = {
      title: 'Trial balance of the network’s own pot',
      columns: [
        { key: 'account', heading: 'account', kind: 'text' },
        { key: 'currency', heading: 'currency', kind: 'text' },
        { key: 'debit', heading: 'debit', kind: 'sum' },
        { key: 'credit', heading: 'credit', kind: 'sum' },
      ],
      rows: balance.map(({ account, currency, amount }) => ({
        account,
        currency,
        debit: amount > 0 ? amount : null,
        credit: amount < 0 ? -amount : null,
      })),
    }
    if (csv) return void process.stdout.write(asCsv(report))
    return print(asText(report, (amount, row) => written(amount, String(row['currency']))))
  })
