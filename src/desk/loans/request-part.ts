import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { comesWith } from '#src/desk/comes-with.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { type Part, facts } from '#src/desk/content.ts'
import { lendingWords } from '#src/words/words.ts'

/** What was asked for, above what is done about it. */
export const requestPart = (desk: Desk, { asked }: LoanRequest): Part => {
  const { language } = desk
  const words = lendingWords.in(language)
  const currency = currencyOf(desk)
  return facts(
    { label: words.askedFor, tone: 'main', money: { amount: asked.principal, currency } },
    { label: words.months, text: String(asked.months) },
    { label: words.product, text: words[`product_${asked.product}`] },
    { label: words.purpose, text: words[`purpose_${asked.purpose}`] },
    ...comesWith(asked, { language, currency }).map(([label, text]) => ({ label, text })),
  )
}
