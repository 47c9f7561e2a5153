import { html } from 'hono/html'
import { currencyOfFund } from '#src/app/identity/paper-codes.ts'
import { askedNow } from '#src/http/asked-again.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { ownSecretField } from '#src/http/household/own-secret.ts'
import { drawnFor } from '#src/http/identity/card-acts.ts'
import { isOwnerInPrivate } from '#src/http/owner.ts'
import { printedCodesPage } from '#src/pages/entrance/cards-pages.ts'
import { formPart } from '#src/pages/forms/form.ts'
import { behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import { ownWords, savingWords } from '#src/words/words.ts'

/** Where a member draws codes on paper for the own word: nobody else has had a hand in them. */
export const ownCodes: FormOf<OwnVisit> = {
  path: '/funds/:fundId/me/codes',
  rule: 'keep-own-page',
  ...ownForm(),
  form: ({ context, place }) => {
    const { fundId, language } = place
    const words = ownWords.in(language)
    const secret = ownSecretField(place)
    return {
      fields: secret.fields,
      heading: words.ownCodesHeading,
      told: html`<p>${words.ownCodesLead}</p>
        <p>${words.ownCodesMeaning}</p>`,
      action: ownPlace.codes(fundId),
      hidden: { ...secret.hidden, ...askedNow(context.get('needs')) },
      submit: words.drawCodes,
      back: { href: ownPlace.mine(fundId), label: words.heading },
    }
  },
  page: ({ place }, form, filling) =>
    ownLayout(
      behindOwn(place),
      html`<div class="desk">${formPart(place.language, form, filling)}</div>`,
    ),
  take: async ({ context, place, memberId }, of) => {
    const { fundId, language } = place
    if (!(await isOwnerInPrivate(context, memberId, of('secret'))))
      return { faults: new Map([['secret', savingWords.in(language).secretFault]]), status: 403 }
    const codes = await drawnFor(context, memberId)
    if (!codes)
      return { faults: new Map([['secret', ownWords.in(language).digitsNotOwn]]), status: 409 }
    const currency = await currencyOfFund(context.get('needs'), fundId)
    const links = [{ href: ownPlace.own(fundId), label: ownWords.in(language).openMine }]
    return context.html(printedCodesPage(place, { codes, currency, links }))
  },
}
