import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { findingsOf } from '#domain/health/findings.ts'
import { charterOf, type FundBook } from '#domain/health/book.ts'
import { healthOf } from '#domain/health/health.ts'
import { moreHealthOf } from '#domain/health/more-health.ts'
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
  balanceSheetReport,
  cashBookReport,
  incomeReport,
  trialBalanceReport,
} from '#src/exchange/books-reports.ts'
import {
  findingsReport,
  healthReport,
  loanRegisterReport,
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

const table = (report: Report): Shown => ({
  report,
  json: {
    title: report.title,
    rows: report.rows,
    ...(report.totals ? { totals: report.totals } : {}),
  },
})

const statementOf = async ({ store, fundId, book, asOf, options }: Asked): Promise<Shown> => {
  const member = book.members.find(({ card }) => card === options.member)
  if (options.member === undefined) throw stop('name the card with --member', exitCodes.wrongUse)
  if (!member) throw stop('no member of this fund has that card', exitCodes.refused)
  const savingsPostings = await store.postings(fundId, {
    accounts: [`liability:savings:${member.memberId}`],
  })
  return table(memberStatementReport(book, member, { asOf, savingsPostings }))
}

const kinds: Readonly<
  Record<
    string,
    { readonly about: string; readonly show: (asked: Asked) => Shown | Promise<Shown> }
  >
> = {
  health: {
    about: 'fund health on a day, each figure of DF 3 (--all: more figures and the grade)',
    show: ({ book, asOf, options }) => {
      const health = healthOf(book, asOf)
      const json = options.all ? { ...health, ...moreHealthOf(book, health) } : health
      return { report: healthReport(json), json }
    },
  },
  findings: {
    about: 'charter breaches and warning signs in the book',
    show: ({ book, asOf }) => {
      const findings = findingsOf(book, asOf)
      const report = findingsReport(findings, { asOf, say: (code) => findingInWords(code, 'en') })
      return {
        report,
        json: {
          asOf,
          findings: findings.map((found) => ({
            ...found,
            message: findingInWords(found.code, 'en'),
          })),
        },
      }
    },
  },
  'trial-balance': {
    about: 'every account, postings only',
    show: ({ book, asOf }) => table(trialBalanceReport(book, asOf)),
  },
  'balance-sheet': {
    about: 'what the fund has and owes',
    show: ({ book, asOf }) => table(balanceSheetReport(book, healthOf(book, asOf))),
  },
  income: {
    about: 'income and costs of the period',
    show: ({ book, asOf }) => table(incomeReport(book, healthOf(book, asOf))),
  },
  'cash-book': {
    about: 'the box, day by day',
    show: ({ book, asOf }) => table(cashBookReport(book, asOf)),
  },
  'loan-register': {
    about: 'every loan and where it stands',
    show: async ({ store, fundId, book, asOf }) =>
      table(loanRegisterReport(book, healthOf(book, asOf), await store.of(fundId))),
  },
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
