import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FindingCode } from '#domain/health/finding.ts'
import { charterOf, type FundBook } from '#domain/health/book.ts'
import type { Store } from '#infra/db/store.ts'
import { bookOf, lastDayOf } from '#src/app/queries.ts'
import {
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import {
  type TableReportName,
  findingsTold,
  healthFigures,
  rowsOf,
  tableReports,
} from '#src/exchange/fund-reports.ts'
import {
  findingsReport,
  healthReport,
  memberStatementReport,
} from '#src/exchange/people-reports.ts'
import { type Report, asCsv, asText } from '#src/exchange/report.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { moneyInTable } from '#src/words/locale.ts'

type ReportOptions = {
  readonly fund?: string
  readonly asOf?: LocalDate
  readonly csv?: boolean
  readonly all?: boolean
  readonly member?: string
}

type Asked = {
  readonly store: Store
  readonly fundId: string
  readonly book: FundBook
  readonly asOf: LocalDate
  readonly options: ReportOptions
}

type Shown = { readonly report: Report; readonly json: unknown }

const table = (report: Report): Shown => ({ report, json: rowsOf(report) })

const statementOf = async ({ store, fundId, book, asOf, options }: Asked): Promise<Shown> => {
  const member = book.members.find(({ card }) => card === options.member)
  if (options.member === undefined) throw stop('name the card with --member', exitCodes.wrongUse)
  if (!member) throw stop('no member of this fund has that card', exitCodes.refused)
  const savingsPostings = await store.postings(fundId, {
    accounts: [`liability:savings:${member.memberId}`],
  })
  return table(memberStatementReport(book, member, { asOf, savingsPostings }))
}

type Kind = {
  readonly about: string
  readonly show: (asked: Asked) => Shown | Promise<Shown>
}

const tableOf =
  (name: TableReportName): Kind['show'] =>
  async ({ store, fundId, book, asOf }) =>
    table(tableReports[name]({ book, asOf, notes: await store.of(fundId) }))

const kinds: Readonly<Record<string, Kind>> = {
  health: {
    about: 'fund health on a day, each figure of DF 3 (--all: more figures and the grade)',
    show: ({ book, asOf, options }) => {
      const json = healthFigures(book, asOf, options.all ?? false)
      return { report: healthReport(json), json }
    },
  },
  findings: {
    about: 'charter breaches and warning signs in the book',
    show: ({ book, asOf }) => {
      const say = (code: FindingCode) => findingInWords(code, 'en')
      const json = findingsTold(book, asOf, say)
      return { report: findingsReport(json.findings, { asOf, say }), json }
    },
  },
  'trial-balance': { about: 'every account, postings only', show: tableOf('trial-balance') },
  'balance-sheet': { about: 'what the fund has and owes', show: tableOf('balance-sheet') },
  income: { about: 'income and costs of the period', show: tableOf('income') },
  'cash-book': { about: 'the box, day by day', show: tableOf('cash-book') },
  'loan-register': { about: 'every loan and where it stands', show: tableOf('loan-register') },
  'member-statement': {
    about: "one member's savings and loans (--member CARD)",
    show: statementOf,
  },
}

const showReport = async (
  kind: string,
  options: ReportOptions,
  command: Command,
): Promise<void> => {
  const { json } = globalsOf(command)
  await withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, options.fund)
    const book = await bookOf(store, fundId)
    if (!book) throw stop('the fund has no views: run rebuild', exitCodes.broken)
    const asOf = options.asOf ?? lastDayOf(book)
    if (asOf < book.fund.openedOn)
      throw stop(`these books begin on ${book.fund.openedOn}`, exitCodes.refused)
    const { report, json: value } = await kinds[kind]!.show({ store, fundId, book, asOf, options })
    if (json) return printJson(value)
    if (options.csv) return void process.stdout.write(asCsv(report))
    const { currency } = charterOf(book, asOf)
    return print(asText(report, (amount) => moneyInTable({ amount, currency })))
  })
}

export const addReports = (program: Command): void => {
  const reports = program.command('report').description('reports of a fund on any past day')
  for (const [kind, { about }] of Object.entries(kinds)) {
    reports
      .command(kind)
      .description(about)
      .option('--fund <id>', 'which fund, where there are several')
      .option(
        '--as-of <date>',
        'the day to report on (default: the last day in the book)',
        dayOption,
      )
      .option('--csv', 'as CSV for a spreadsheet')
      .option('--all', 'with all figures of the health report')
      .option('--member <card>', 'whose statement')
      .addHelpText(
        'after',
        `\nExample:\n  npm run --silent fund -- report ${kind} --as-of 2025-12-31`,
      )
      .action((options: ReportOptions, command: Command) => showReport(kind, options, command))
  }
}
