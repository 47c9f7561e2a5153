import type { LocalDate } from '#domain/kernel/dates.ts'
import type { FundBook } from '#domain/health/book.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { agreementLines, agreementText } from '#src/desk/loans/agreement-lines.ts'
import type { Language } from '#src/words/catalogue.ts'

/**
 * The text that is read aloud of what was asked for, if it were paid out on a day: the book makes it, and nobody else.
 * Undefined where no price can be counted.
 */
export const costText = (
  book: FundBook,
  asked: RequestedLoan,
  { paidOutOn, language }: { readonly paidOutOn: LocalDate; readonly language: Language },
): string | undefined => {
  const quote = quoteOfRequest(book, asked, paidOutOn)
  return quote && agreementText(agreementLines(quote, language))
}
