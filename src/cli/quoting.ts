import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { type Quote, quoteFault, quoteOf } from '#domain/loans/plan/quote.ts'
import { bookOf } from '#src/app/queries.ts'
import { type QuoteAnswer, quoteIn } from '#src/app/lending/quoting.ts'
import { chosenFund, exitCodes, globalsOf, print, printJson, withStore } from '#src/cli/context.ts'
import type { QuoteRead } from '#src/exchange/quote-fields.ts'
import { type QuoteError, readQuote } from '#src/exchange/quote-file.ts'
import { quoteReport, quoteWords } from '#src/exchange/quote-report.ts'
import { asText } from '#src/exchange/report.ts'
import { countedIn } from '#src/pages/quote/counted.ts'
import { moneyInTable } from '#src/words/locale.ts'

/** How each figure came about, under the table. */
const countedLines = (quote: Quote): string[] => {
  const { ofPlan, ofInterest } = countedIn(quote, 'en')
  return ['How it was counted', ...[...ofPlan, ...ofInterest].map((line) => `- ${line}`)]
}

/** A quote by the default charter, for whoever has no fund; nobody's savings are looked at. */
const quoteAlone = ({ asked, memberId }: QuoteRead): QuoteAnswer => {
  if (memberId !== undefined) return { fault: { field: 'memberId', code: 'member-unknown' } }
  const charter = { ...defaultCharter, meetingDay: Number(asked.paidOutOn.slice(8)) }
  const field = quoteFault(charter, asked)
  if (field !== undefined) return { fault: { field, code: 'cannot-hold' } }
  return { quote: quoteOf(charter, asked, undefined) }
}

const quoteByFund = (command: Command, fund: string, read: QuoteRead): Promise<QuoteAnswer> =>
  withStore(command, { create: false }, async (store) => {
    const fundId = await chosenFund(store, fund)
    return quoteIn((await bookOf(store, fundId))!, read)
  })

const messages = {
  'member-unknown': 'no member of this fund has that id or card (name the fund with --fund)',
  'cannot-hold': 'this cannot hold: check it against the others',
} as const

const refuse = (errors: readonly QuoteError[], json: boolean | undefined): void => {
  if (json) printJson({ errors })
  else
    print(
      errors
        .map(({ field, message }) => `${field === '' ? 'the quote' : field}: ${message}`)
        .join('\n'),
    )
  process.exitCode = exitCodes.refused
}

export const addTo = (program: Command): void => {
  program
    .command('quote')
    .description('schedule, true cost and verdict of a loan, asked as JSON on standard input')
    .option('--fund <id>', "by this fund's charter; with a memberId its ceiling is judged too")
    .addHelpText(
      'after',
      `\nExample:\n  echo '{"principal":500000,"months":10,"type":"normal","paidOutOn":"2026-01-20"}' | npm run --silent fund -- quote`,
    )
    .action(async ({ fund }: { fund?: string }, command: Command) => {
      const { json } = globalsOf(command)
      const read = readQuote(await text(process.stdin))
      if ('errors' in read) return refuse(read.errors, json)
      const answer = fund === undefined ? quoteAlone(read) : await quoteByFund(command, fund, read)
      if ('fault' in answer) {
        const { field, code } = answer.fault
        return refuse([{ field, code, message: messages[code] }], json)
      }
      const { quote } = answer
      if (json) return printJson({ ...read.asked, ...quote })
      const { currency } = quote
      const sum = (amount: number): string => moneyInTable({ amount, currency })
      const told = [...quoteWords(quote, sum), '', ...countedLines(quote)]
      return print([asText(quoteReport(quote), sum), '', ...told].join('\n'))
    })
}
