import { html } from 'hono/html'
import type { ReceivingAccount } from '#domain/fund/receiving.ts'
import type { Currency } from '#domain/kernel/money.ts'
import type { ReferenceOf } from '#domain/remittances/arrivals.ts'
import type { BookedPart } from '#src/app/remittances/own-parts.ts'
import { figure } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { type OwnPlace, behindOwn, ownLayout } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { paymentCodePart, referenceFigure } from '#src/pages/remittances/code-part.ts'
import { remittancePath } from '#src/pages/remittances/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { remittanceWords } from '#src/words/remittance-words.ts'

export type OwnReference = {
  readonly of: ReferenceOf
  readonly label: string
  readonly reference: string
}

type FromAbroadShown = {
  readonly references: readonly OwnReference[]
  /** What arrived for this member alone. */
  readonly parts: readonly BookedPart[]
  readonly waits: number
  readonly currency: Currency
  readonly receiving: ReceivingAccount | undefined
  /** Where it is said, without a name, that money did not arrive. */
  readonly lostAt: string
  readonly isRenewed: boolean
  /** The form was sent, and something is wrong with it. */
  readonly isRenewing: boolean
  readonly form: Html
}

/** Own references with their payment codes, and the own parts of what arrived: nothing of who sent it, of others, or of all of it. */
export const fromAbroadPage = (place: OwnPlace, shown: FromAbroadShown): Html => {
  const { references, parts, waits, currency, receiving, lostAt, isRenewed, isRenewing, form } =
    shown
  const words = remittanceWords.in(place.language)
  return ownLayout(
    { ...behindOwn(place), at: remittancePath.own(place.fundId) },
    html`<h1>${words.ownHeading}</h1>
      ${isRenewed ? goodBox(words.renewed) : ''}
      <p>${words.ownLead}</p>
      ${references.map(
        ({ label, reference }) =>
          html`<section>
            <h2>${label}</h2>
            ${referenceFigure(reference)}
            ${paymentCodePart(place.language, { receiving, currency, reference })}
          </section>`,
      )}
      <section>
        <h2>${words.ownArrived}</h2>
        ${
          waits > 0
            ? html`<p>
                ${words.ownWaits}: <b>${figure({ amount: waits, currency })}</b>.
                ${words.ownWaitsMeaning}
              </p>`
            : ''
        }
        ${parts.length === 0 ? html`<p>${words.ownNone}</p>` : ''}
        <ul>
          ${parts.map(
            ({ on, use, amount }) =>
              html`<li>
                ${dateInWords(on, place.language)}, ${words[`use_${use}`]}:
                <b>${figure({ amount, currency })}</b>
              </li>`,
          )}
        </ul>
      </section>
      <div class="buttons">
        ${
          receiving === undefined
            ? ''
            : html`<a class="button" href="${remittancePath.pay(place.fundId)}"
                >${words.payHeading}</a
              >`
        }
        <a class="button" href="${remittancePath.prices}">${words.prices}</a>
        <a class="button" href="${lostAt}">${words.lost}</a>
      </div>
      <details class="fold desk" ${isRenewing ? html` open` : ''}>
        <summary>${words.renew}</summary>
        ${form}
      </details>`,
  )
}
