import { agreementLines, agreementText } from '#src/desk/loans/agreement-lines.ts'
import { isLocalDate } from '#domain/kernel/dates.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { bookOf } from '#src/app/queries.ts'
import { quoteOfRequest } from '#src/app/lending/quoting.ts'
import { payoutDayOf } from '#src/desk/loans/cost.ts'
import { fairPlaceOf } from '#src/http/fair/pages.ts'
import type { HttpContext } from '#src/http/env.ts'
import { nothingHere } from '#src/http/household.ts'
import { linkButton } from '#src/pages/fair/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { lendingWords } from '#src/words/words.ts'
import { agreementPage, noAgreementPage } from '#src/pages/quote/agreement-page.ts'

/** Whether a text is the one that was read aloud, where one was. */
const readLine = (
  { disclosure }: LoanRequest,
  textHash: string,
  language: Language,
): string | undefined => {
  const words = lendingWords.in(language)
  if (!disclosure) return undefined
  return disclosure.textHash === textHash ? words.isDisclosedText : words.isOtherText
}

/**
 * The agreement on what was asked for, as it was put before the household or would be: its terms and the day
 * decide every word. Another member's request and none are one answer.
 */
export const agreement = async (context: HttpContext): Promise<Html | Response> => {
  const { store, today, hash } = context.get('needs')
  const { fundId, scope, ownMemberId } = context.get('fund')
  const language = context.get('language')
  const loanId = context.req.param('loanId') ?? ''
  const book = await bookOf(store, fundId)
  const request = book?.requests.find((one) => one.loanId === loanId)
  const isOwn = scope === 'own'
  if (!book || !request || (isOwn && request.asked.memberId !== ownMemberId))
    return nothingHere(context)
  const asked = context.req.query('paidOutOn')
  const isDay = asked !== undefined && isLocalDate(asked)
  const day = isDay ? asked : payoutDayOf(book, request, today())
  const quote = quoteOfRequest(book, request.asked, day)
  const place = await fairPlaceOf(context, isDay ? { paidOutOn: asked } : {})
  const words = lendingWords.in(language)
  const back = linkButton(`/funds/${fundId}/loans/${loanId}`, words.backToRequest)
  if (!quote) return context.html(noAgreementPage(place, back), 400)
  const lines = agreementLines(quote, language)
  const textHash = hash(agreementText(lines))
  return agreementPage(
    {
      lines,
      hash: textHash,
      read: readLine(request, textHash, language),
      paper: context.req.query('paper'),
    },
    place,
    back,
  )
}
