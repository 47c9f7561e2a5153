import type { Command } from 'commander'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { charterOf } from '#domain/health/book.ts'
import { type CountedSummary, countedSummary } from '#src/app/health/comparisons.ts'
import { counted } from '#src/app/health/comparing.ts'
import { savingsPostingsOf } from '#src/app/kept-books.ts'
import { bookFrom } from '#src/cli/book-from.ts'
import {
  callersPath,
  chosenFund,
  dayOption,
  exitCodes,
  globalsOf,
  print,
  printJson,
  stop,
  withStore,
} from '#src/cli/context.ts'
import { fileBytes } from '#src/cli/folder.ts'
import { languageOption, tellFaults } from '#src/cli/fault-lines.ts'
import { differencesReport } from '#src/exchange/comparing-reports.ts'
import { readPaperFigures } from '#src/exchange/paper-figures/read.ts'
import { asText } from '#src/exchange/report.ts'
import type { Language } from '#src/words/catalogue.ts'
import { sumInRow } from '#src/words/statement-words.ts'

type Options = { readonly fund?: string; readonly asOf?: LocalDate; readonly language: Language }

const comparisonText = (told: CountedSummary, asTable: string): string => {
  const { members, figures, differences, notCompared, on } = told
  const left = notCompared.map(({ card, figures: names }) => `${card} (${names.join(', ')})`)
  return [
    `The paper beside the book on ${on}: ${members} members, ${figures} figures, ${differences.length} that differ.`,
    ...(differences.length === 0 ? [] : ['', asTable]),
    ...(left.length === 0 ? [] : ['', `Not compared: ${left.join(', ')}`]),
    '',
    'Nothing was written. Two officers sign a comparison on its page, or by ComparePaper.',
  ].join('\n')
}

/** `compare SHEET`: what a sheet of the paper book's figures says beside the books; it writes nothing. */
export const addTo = (program: Command): void => {
  program
    .command('compare <sheet>')
    .description(
      'figures of the paper book beside these books, from a CSV or .xlsx sheet of card, savings and loan_left; writes nothing',
    )
    .option('--fund <id>', 'which fund, where there are several')
    .option('--as-of <date>', 'the day of the figures (default: the last in the book)', dayOption)
    .option('--language <language>', 'of what is to be mended: en or km', languageOption, 'en')
    .addHelpText(
      'after',
      '\nExample:\n  npm run --silent fund -- compare ./paper.csv --as-of 2025-12-20',
    )
    .action(async (sheet: string, options: Options, command: Command) => {
      const { json } = globalsOf(command)
      const { language } = options
      const bytes = await fileBytes(callersPath(sheet))
      if (typeof bytes === 'string') throw stop('there is no such sheet', exitCodes.wrongUse)
      await withStore(command, { create: false }, async (store) => {
        const fundId = await chosenFund(store, options.fund)
        const { book, views, asOf: on } = await bookFrom(store, fundId, options)
        const { currency } = charterOf(book, on)
        const figures = await readPaperFigures(bytes, { members: book.members, currency })
        if ('faults' in figures) return tellFaults(figures.faults, { json, language })
        const postings = await savingsPostingsOf(views, fundId, book)
        const told = countedSummary(book, counted({ book, postings }, { figures, on }))
        const write = (amount: number) => sumInRow(amount, {}, currency)
        if (json) printJson(told)
        else print(comparisonText(told, asText(differencesReport(told), write)))
      })
    })
}
