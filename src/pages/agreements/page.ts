import { html } from 'hono/html'
import { type Agreement, lastTerm } from '#domain/network/agreements.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agreementsWords } from '#src/words/words.ts'

export const agreementsPath = '/network/agreements'

type AgreementShown = {
  readonly agreement: Agreement
  readonly isOpen: boolean
  readonly confirmed: number
  /** Villages that have not confirmed it. */
  readonly waiting: readonly string[]
  readonly logins: readonly string[]
}

const row = (
  { language }: PageFrame,
  { agreement, isOpen, confirmed, waiting, logins }: AgreementShown,
): Html => {
  const words = agreementsWords.in(language)
  const { until, endedOn } = lastTerm(agreement)
  const at = `${agreementsPath}/${agreement.agreementId}`
  return html`<li>
    <p>
      <b
        >${
          endedOn === undefined
            ? words.until(dateInWords(until, language))
            : words.endedOn(dateInWords(endedOn, language))
        }</b
      >
    </p>
    <p>${words.confirmed(confirmed, agreement.fundIds.length)}</p>
    <p>${words.auditors}: <bdi>${logins.join(', ')}</bdi></p>
    ${
      waiting.length === 0
        ? ''
        : html`<details class="fold">
            <summary>${words.waiting} (${waiting.length})</summary>
            <ul>
              ${waiting.map((name) => html`<li><bdi>${name}</bdi></li>`)}
            </ul>
          </details>`
    }
    ${
      isOpen
        ? html`<p class="button-row">
            <a class="button" href="${at}/renew">${words.toRenew}</a>
            <a class="button" href="${at}/end">${words.toEnd}</a>
          </p>`
        : ''
    }
  </li>`
}

/** All agreements, with how many villages have confirmed each. */
export const agreementsPage = (
  frame: PageFrame,
  {
    agreements,
    done,
  }: { readonly agreements: readonly AgreementShown[]; readonly done: string | undefined },
): Html => {
  const words = agreementsWords.in(frame.language)
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('glass', words.heading, done)}
      <p>${words.lead}</p>
      ${agreements.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul class="kept">
        ${agreements.toReversed().map((one) => row(frame, one))}
      </ul>
      <p class="buttons">
        <a class="button go" href="${agreementsPath}/offer">${words.toOffer}</a>
      </p>
    </div>`,
  })
}
