import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { type Charter, charterOn } from '#domain/fund/charter.ts'
import { type CeilingInputs, ceilingInputs } from '#domain/loans/ceiling.ts'
import { quoteFault, quoteOf } from '#domain/loans/quote.ts'
import { caughtUp } from '#src/app/record.ts'
import { defaultCharter } from '#domain/fund/default-charter.ts'
import { chosenFund, exitCodes, globalsOf, print, printJson, withStore } from '#src/cli/context.ts'
import { type QuoteError, readQuote } from '#src/exchange/quote-file.ts'
import { quoteReport, quoteWords } from '#src/exchange/quote-report.ts'
import { asText } from '#src/exchange/report.ts'
import { moneyInTable } from '#src/words/locale.ts'

type Judged = {
  readonly charter: Charter
  readonly ceiling: CeilingInputs | undefined
  readonly isUnknownMember: boolean
}

/** The charter of a fund, and what its ceiling is measured against where a member is named. */
const judgedBy = (
  command: Command,
  fund: string,
  { memberId, on }: { readonly memberId: string | undefined; readonly on: string },
): Promise<Judged> =>
  withStore(command, { create: false }, async (store) => {
    const { village } = await caughtUp(store, await chosenFund(store, fund))
    const { charter } = charterOn(village.fund!.charters, on)
    const member = [...village.members.values()].find(
      (found) => found.memberId === memberId || found.card === memberId,
    )
    const ceiling = member
      ? ceilingInputs(village.posted, {
          openedOn: village.fund!.openedOn,
          memberId: member.memberId,
          on,
        })
      : undefined
    return { charter, ceiling, isUnknownMember: memberId !== undefined && !member }
  })

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

export const addQuote = (program: Command): void => {
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
      const { asked, memberId } = read
      const alone: Judged = {
        charter: { ...defaultCharter, meetingDay: Number(asked.paidOutOn.slice(8)) },
        ceiling: undefined,
        isUnknownMember: false,
      }
      const { charter, ceiling, isUnknownMember } =
        fund === undefined
          ? alone
          : await judgedBy(command, fund, { memberId, on: asked.paidOutOn })
      if (isUnknownMember)
        return refuse(
          [
            {
              field: 'memberId',
              code: 'member-unknown',
              message: 'no member of this fund has that id or card',
            },
          ],
          json,
        )
      const fault = quoteFault(charter, asked)
      if (fault !== undefined)
        return refuse(
          [
            {
              field: fault,
              code: 'cannot-hold',
              message: 'this cannot hold: check it against the others',
            },
          ],
          json,
        )
      const quote = quoteOf(charter, asked, ceiling)
      if (json) return printJson({ ...asked, ...quote })
      const sum = (amount: number): string => moneyInTable({ amount, currency: charter.currency })
      return print([asText(quoteReport(quote), sum), '', ...quoteWords(quote, sum)].join('\n'))
    })
}
