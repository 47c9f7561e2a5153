import { html } from 'hono/html'
import type { ReceivingAccount } from '#domain/fund/receiving.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { amountSaid, fact, figure } from '#src/pages/desk/parts.ts'
import { warningBox } from '#src/pages/entrance/parts.ts'
import { squareCode } from '#src/pages/entrance/square-code.ts'
import { pageFiles } from '#src/pages/files.ts'
import { type OwnPlace, ownLayout } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { referenceFigure } from '#src/pages/remittances/code-part.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { type Money, dateInWords } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'
import { statementPageWords } from '#src/words/words.ts'

const placeOfPay = (place: OwnPlace): OwnPlace => ({
  ...place,
  at: remittancePath.pay(place.fundId),
  back: {
    href: remittancePath.own(place.fundId),
    label: remittanceWords.in(place.language).ownHeading,
  },
})

const headed = (place: OwnPlace, content: Html): Html =>
  ownLayout(
    placeOfPay(place),
    html`<h1>${remittanceWords.in(place.language).payHeading}</h1>
      ${content}`,
  )

/** A fund that has said no account has no code: whoever would pay is told so before a sum is typed. */
export const noAccountPage = (place: OwnPlace): Html =>
  headed(place, html`<p>${remittanceWords.in(place.language).khqrNone}</p>`)

/** What the sum is for, and how much. */
export const payPage = (place: OwnPlace, form: Html): Html =>
  headed(
    place,
    html`<p>${remittanceWords.in(place.language).payLead}</p>
      <div class="desk">${form}</div>`,
  )

type Shown = {
  /** The text of the code. */
  readonly code: string
  readonly label: string
  readonly reference: string
  readonly money: Money
  readonly receiving: ReceivingAccount
  readonly isNew: boolean
  readonly goodUntil: LocalDate
}

/** The code of one sum, to be scanned or printed, with all that it names in letters beside it. */
export const payCodePage = (place: OwnPlace, shown: Shown): Html => {
  const { language } = place
  const words = remittanceWords.in(language)
  const { code, label, reference, money, receiving, isNew, goodUntil } = shown
  const since = dateInWords(receiving.from, language)
  return headed(
    { ...place, script: pageFiles.print.path },
    html`${isNew ? warningBox(words.payNew(since)) : ''}
      <dl class="facts">
        ${fact(words.payWhich, label)}
        ${fact(words.paidSum, html`<p class="figure"><b>${figure(money)}</b></p>`)}
        ${fact(words.payReference, referenceFigure(reference))}
      </dl>
      <p>${amountSaid(money, language)}</p>
      <div data-khqr="${code}">${squareCode(code, words.khqrHeading)}</div>
      <p>${words.payScan}</p>
      <p>${words.khqrSince(`${receiving.called} (${receiving.account})`, since)}</p>
      <p>${words.payGood(dateInWords(goodUntil, language))}</p>
      <p class="buttons screen-only">
        <a class="button" href="${remittancePath.pay(place.fundId)}">${words.payAnother}</a>
        <button class="button" type="button" data-print hidden>
          ${statementPageWords.in(language).print}
        </button>
      </p>`,
  )
}
