import { html } from 'hono/html'
import type { Currency } from '#domain/kernel/money.ts'
import type { SupportFile } from '#domain/grants/files.ts'
import { type Support, paidOn, stageOf } from '#domain/grants/support.ts'
import { secretField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { fact, wayBack } from '#src/pages/desk/parts.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { bookPart } from '#src/pages/support/file-page.ts'
import { sumText, supportWordsAt } from '#src/pages/support/parts.ts'
import { picture } from '#src/pages/pictures.ts'
import { dateInWords } from '#src/words/locale.ts'
import { savingWords } from '#src/words/words.ts'

/** What stands above the asking and above what is shown. */
export const ownSupportTop = (place: OwnPlace): Html => {
  const words = supportWordsAt(place)
  return html`<h1 class="with-picture">${picture('person')} <span>${words.ownHeading}</span></h1>
    <p>${words.ownLead}</p>`
}

export const ownSupportPath = ({ fundId }: OwnPlace): string => `/funds/${fundId}/me/support`

type OwnSupport = { readonly file: SupportFile; readonly support: Support }

/** What somebody was given, with the book of the enterprise, and the way to stop at once. */
export const ownSupportPage = (
  place: OwnPlace,
  {
    own,
    currency,
    isPractice,
    sentWith,
  }: {
    readonly own: readonly OwnSupport[]
    readonly currency: Currency
    /** People of the practice fund came by a door and have no secret to give. */
    readonly isPractice: boolean
    /** What goes along with the secret, so that it is taken once. */
    readonly sentWith: Readonly<Record<string, string>>
  },
): Html => {
  const words = supportWordsAt(place)
  const { secretLabel } = savingWords.in(place.language)
  const stop = (code: string): Html => {
    const secret = secretField({
      name: 'secret',
      id: `secret-${code}`,
      label: secretLabel,
      isRequired: true,
    })
    const form: FormText = {
      heading: words.ownStop,
      action: ownSupportPath(place),
      hidden: { stop: code, ...sentWith, ...(isPractice && { secret: '' }) },
      fields: isPractice ? [] : [secret],
      submit: words.ownStop,
      isPlain: true,
    }
    return html`<div class="desk">${formPart(place.language, form, unfilled())}</div>`
  }
  const one = ({ file, support }: OwnSupport): Html =>
    html`<section class="desk-part">
      <h2>${words[`kind_${file.kind}`]}</h2>
      <dl class="facts">
        ${fact(words.amount, html`<b class="figure">${sumText(support.amount, currency)}</b>`)}
        ${fact(words.spent, sumText(paidOn(support), currency))}
        ${fact(words.stands, words[`state_${stageOf(support)}`])}
      </dl>
      ${bookPart(place, { file, currency })}
      ${
        file.stoppedOn === undefined
          ? stop(file.code)
          : html`<p>${words.stopped(dateInWords(file.stoppedOn, place.language))}</p>`
      }
    </section>`
  return ownLayout(
    behindOwn(place),
    html`${ownSupportTop(place)} ${own.length === 0 ? html`<p>${words.ownNone}</p>` : own.map(one)}
      <p class="quiet">${words.ownHow}</p>
      ${wayBack(ownPlace.own(place.fundId), savingWords.in(place.language).backToOwn)}`,
  )
}
