import type { Command } from 'commander'
import type { FindingCode } from '#domain/health/finding.ts'
import type { CommitteeTask } from '#domain/health/tasks.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Statement } from '#domain/ledger/statement.ts'
import { comparisonsSummary } from '#src/app/health/comparisons.ts'
import { endOfDay, instantOf } from '#src/app/known-at.ts'
import { defaultTimeZone } from '#src/app/village-time.ts'
import { type BookOptions, bookFrom } from '#src/cli/book-from.ts'
import {
  remarksOf,
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { addPortfolio } from '#src/cli/portfolio.ts'
import { showPotBalance } from '#src/cli/pot-reporting.ts'
import { comparisonsReport, differencesReport } from '#src/exchange/comparing-reports.ts'
import { findingsInWords, healthFigures, rowsOf } from '#src/exchange/fund-reports.ts'
import { findingsReport, healthReport } from '#src/exchange/people-reports.ts'
import { type FundStatementName, fundStatements } from '#src/exchange/statements/all.ts'
import type { StatementSource } from '#src/exchange/statements/source.ts'
import { memberStatementOf } from '#src/exchange/statements/people.ts'
import { tasksReport, taskRows } from '#src/exchange/older-reports.ts'
import { type Report, type SumWriter, asCsv, asText } from '#src/exchange/report.ts'
import { type Language, languages } from '#src/words/catalogue.ts'
import { findingInWords } from '#src/words/finding-words.ts'
import { taskInWords } from '#src/words/older-task-words.ts'
import { statementInWords, statementWithWords, sumInRow } from '#src/words/statement-words.ts'

type ReportOptions = BookOptions & {
  readonly language?: Language
  readonly csv?: boolean
  readonly all?: boolean
  readonly member?: string
  readonly network?: string
}

type ReportQuery = StatementSource & { readonly options: ReportOptions }

/** `more` are tables under the first; the notes of them all stand last, in text alone. */
type Shown = {
  readonly report: Report
  readonly json: unknown
  readonly more?: readonly Report[]
  readonly notes?: readonly string[]
}

const table = (report: Report): Shown => ({ report, json: rowsOf(report) })

const shown = (statement: Statement, { options }: ReportQuery): Shown => {
  const language = options.language ?? 'en'
  const told = statementInWords(statement, language)
  return { ...told, report: told, json: statementWithWords(statement, language) }
}

const statementOf = (asked: ReportQuery): Shown => {
  const { book, options } = asked
  const member = book.members.find(({ card }) => card === options.member)
  if (options.member === undefined) throw stop('name the card with --member', exitCodes.wrongUse)
  if (!member) throw stop('no member of this fund has that card', exitCodes.refused)
  return shown(memberStatementOf(asked, member), asked)
}

type Kind = {
  readonly about: string
  readonly show: (asked: ReportQuery) => Shown
}

const tableOf =
  (name: FundStatementName): Kind['show'] =>
  (asked) =>
    shown(fundStatements[name](asked), asked)

const sayTask = (task: CommitteeTask): string => taskInWords(task, 'en')

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
      const json = findingsInWords(book, asOf, { say, sayTask })
      const tasks = tasksReport(json.tasks, asOf)
      const more = tasks.rows.length > 0 ? [tasks] : []
      return { report: findingsReport(json.findings, { asOf, say }), json, more }
    },
  },
  tasks: {
    about: 'what the committee has still to do: papers to give back, loans to convert',
    show: ({ book, asOf }) => table(tasksReport(taskRows(book, asOf, sayTask), asOf)),
  },
  'trial-balance': { about: 'every account, postings only', show: tableOf('trial-balance') },
  'balance-sheet': { about: 'what the fund has and owes', show: tableOf('balance-sheet') },
  income: { about: 'income and costs of the period', show: tableOf('income') },
  'changes-in-equity': {
    about: 'what changed what the fund owns beyond its debts',
    show: tableOf('changes-in-equity'),
  },
  'wind-up': {
    about: 'who would be paid what, and in which order, if the fund ended on the day',
    show: tableOf('wind-up'),
  },
  'cash-shortages': {
    about: 'what was missing in the box, or too much, by who kept it',
    show: tableOf('cash-shortages'),
  },
  'restricted-funds': {
    about: 'donors’ money and the social fund: what came, went and is left',
    show: tableOf('restricted-funds'),
  },
  unexplained: {
    about: 'what the old book does not explain, who answers for it and by when',
    show: tableOf('unexplained'),
  },
  'paper-comparisons': {
    about: 'the paper book beside the software: how many lines differed each time, and in which',
    show: ({ book, asOf }) => {
      const json = comparisonsSummary(book, asOf)
      const last = json.comparisons.at(0)
      const more = last && last.differences.length > 0 ? [differencesReport(last)] : []
      return { report: comparisonsReport(json), json, more }
    },
  },
  'bank-reconciliation': {
    about: 'from what the book says is at the bank to what the bank says, line by line',
    show: tableOf('bank-reconciliation'),
  },
  'wallet-reconciliation': {
    about: 'the same of the wallet',
    show: tableOf('wallet-reconciliation'),
  },
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
    const { knownAt } = options
    const { book, views, asOf } = await bookFrom(store, fundId, options)
    const [notes, postings] = [await remarksOf(store, fundId), await views.postings(fundId, {})]
    const asked = { book, asOf, knownAt: knownAt ?? null, notes, postings, options }
    const shownNow = kinds[kind]!.show(asked)
    if (json) return printJson(shownNow.json)
    if (options.csv) return void process.stdout.write(asCsv(shownNow.report, shownNow.more))
    const { currency } = charterOf(book, asOf)
    const text = inText(shownNow, (amount, row) => sumInRow(amount, row, currency))
    return print(knownAt === undefined ? text : `${text}\n\nAs the book was known at ${knownAt}.`)
  })
}

const inText = ({ report, more = [], notes = [] }: Shown, sum: SumWriter): string =>
  [...[report, ...more].map((one) => asText(one, sum)), ...notes].join('\n\n')

/** An instant, or a day, which stands for its end where the village is. */
export const knownAtOption = (value: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return endOfDay(dayOption(value), defaultTimeZone)
  if (
    !/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value) ||
    Number.isNaN(Date.parse(value))
  )
    throw stop(
      'name an instant as 2025-12-31T17:00:00Z, or a day, which stands for its end',
      exitCodes.wrongUse,
    )
  return instantOf(value)
}

export const languageOption = (value: string): Language => {
  const language = languages.find((one) => one === value)
  if (!language) throw stop(`the languages are ${languages.join(' and ')}`, exitCodes.wrongUse)
  return language
}

export const addTo = (program: Command): void => {
  const reports = program.command('report').description('reports of a fund on any past day')
  addPortfolio(reports)
  for (const [kind, { about }] of Object.entries(kinds)) {
    const report = reports
      .command(kind)
      .description(about)
      .option('--fund <id>', 'which fund, where there are several')
      .option(
        '--as-of <date>',
        'the day to report on (default: the last day in the book)',
        dayOption,
      )
      .option(
        '--known-at <instant>',
        'as the book was known then: an instant, or a day (default: as it is known now)',
        knownAtOption,
      )
      .option('--language <language>', 'en or km (default: en)', languageOption)
      .option('--csv', 'as CSV for a spreadsheet')
      .option('--all', 'with all figures of the health report')
      .option('--member <card>', 'whose statement')
      .addHelpText(
        'after',
        `\nExample:\n  npm run --silent fund -- report ${kind} --as-of 2025-12-31`,
      )
      .action((options: ReportOptions, command: Command) => {
        const { network: networkId, asOf, csv } = options
        return networkId === undefined
          ? showReport(kind, options, command)
          : showPotBalance({ networkId, asOf, csv }, command)
      })
    if (kind === 'trial-balance')
      report.option('--network <id>', 'of a network’s own pot, and not of a fund')
  }
}
