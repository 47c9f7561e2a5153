import { html } from 'hono/html'
import type { ReceivingAccount } from '#domain/fund/receiving.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { grouped } from '#domain/remittances/reference.ts'
import { paymentCodeOf } from '#src/app/remittances/sender-view.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

/** A reference as it is copied by hand. */
export const referenceFigure = (reference: string): Html =>
  html`<p class="figure" dir="ltr" translate="no">${grouped(reference)}</p>`

/** The payment code of the fund that holds a reference, with who has said where it leads. */
export const paymentCodePart = (
  language: Language,
  {
    receiving,
    currency,
    reference,
  }: {
    readonly receiving: ReceivingAccount | undefined
    readonly currency: Currency
    readonly reference: string
  },
): Html => {
  const words = remittanceWords.in(language)
  if (!receiving) return html`<p class="quiet">${words.khqrNone}</p>`
  const text = paymentCodeOf(receiving, { currency, reference })
  if (text === undefined) return html`<p>${words.khqrWrong}</p>`
  const since = dateInWords(receiving.from, language)
  return html`<details class="fold">
    <summary>${words.khqrHeading}</summary>
    <div data-khqr="${text}">${squareCode(text, words.khqrHeading)}</div>
    <p>${words.khqrMeaning}</p>
    <p class="quiet">${words.khqrSince(`${receiving.called} (${receiving.account})`, since)}</p>
  </details>`
}
