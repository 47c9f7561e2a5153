import { html } from 'hono/html'
import { charterOf } from '#domain/health/book.ts'
import { filesOf } from '#src/app/support/files.ts'
import { change } from '#src/app/support/keeping.ts'
import { secretField } from '#src/desk/fields.ts'
import { askedNow } from '#src/http/asked-again.ts'
import { type FormOf, type Typed, formPages } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { isOwner } from '#src/http/owner.ts'
import type { Pages } from '#src/http/page.ts'
import { formPart } from '#src/pages/forms/form.ts'
import { behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import {
  ownSupportPage,
  ownSupportPath,
  ownSupportTop,
} from '#src/pages/support/own-support-page.ts'
import { savingWords } from '#src/words/words.ts'

/** All that somebody was given; what is to be stopped is stopped first. */
const shown = async ({ context, place, memberId, book, asOf }: OwnVisit, of: Typed) => {
  const needs = context.get('needs')
  const { sealing, isPractice } = needs
  const sealed = { ...needs, sealing: sealing! }
  const files = async () =>
    sealing
      ? (await filesOf(sealed, place.fundId)).filter((file) => file.memberId === memberId)
      : []
  const stopped = (await files()).find(({ code }) => code === of('stop'))
  if (stopped) {
    const made = { is: 'stopped', on: needs.today() } as const
    await change(sealed, place.fundId, { file: stopped, made })
  }
  const own = (await files()).flatMap((file) => {
    const support = book.supports.find(({ code }) => code === file.code)
    return support ? [{ file, support }] : []
  })
  const { currency } = charterOf(book, asOf)
  return ownSupportPage(place, { own, currency, isPractice, sentWith: askedNow(needs) })
}

/** What somebody was given, for that person alone, behind the secret each time, in the same words for everybody. */
const own: FormOf<OwnVisit> = {
  path: '/funds/:fundId/me/support',
  rule: 'read-own-support',
  ...ownForm(),
  page: ({ place }, form, filling) =>
    ownLayout(
      behindOwn(place),
      html`${ownSupportTop(place)}
        <div class="desk">${formPart(place.language, form, filling)}</div>`,
    ),
  form: ({ context, place }) => {
    const words = savingWords.in(place.language)
    const secret = secretField({ name: 'secret', label: words.secretLabel })
    // People of the practice fund came by a door and have none to give.
    const { isPractice } = context.get('needs')
    return {
      heading: words.secretLabel,
      told: html`<p>${words.secretAsked}</p>`,
      action: ownSupportPath(place),
      // Sent by the page behind it, where something is to be stopped.
      hidden: { stop: '', ...askedNow(context.get('needs')) },
      fields: [isPractice ? secret : { ...secret, isRequired: true }],
      submit: words.showMine,
      back: { href: ownPlace.own(place.fundId), label: words.backToOwn },
    }
  },
  take: async (visit, of) => {
    const { context, place } = visit
    if (await isOwner(context, of('secret'))) return context.html(await shown(visit, of))
    return { fault: savingWords.in(place.language).secretFault, status: 403 }
  },
}

export const ownSupportPages = (pages: Pages): void => formPages(pages, own)
