import { html } from 'hono/html'
import { keepPhone, phoneOf } from '#src/app/cases/texts.ts'
import { codeText, makeOwnCard } from '#src/app/cases/own-card.ts'
import { addressOf } from '#src/app/messages/rows.ts'
import { lineField, tickField } from '#src/desk/fields.ts'
import { type OneVisit, oneFrame, oneVisit, saidWhy, shownOf } from '#src/http/cases/letting-in.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casePath } from '#src/http/cases/place.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import type { Pages } from '#src/http/page.ts'
import { ownCardPage } from '#src/pages/cases/own-card-page.ts'
import { ownPath } from '#src/pages/own/view-page.ts'
import { caseWords } from '#src/words/words.ts'

const wordsOf = ({ context }: Pick<DeskVisit, 'context'>) => caseWords.in(context.get('language'))

/** A card by which the person sees the own page; the digits are told, and stand on no paper. */
const ownCard: FormOf<OneVisit> = {
  path: casePath.ownCard(':code'),
  rule: 'open-cases',
  find: oneVisit,
  frame: oneFrame,
  form: (visit) => {
    const words = wordsOf(visit)
    return {
      ...shownOf(visit, casePath.ownCard(visit.found.file.code)),
      heading: words.ownCard,
      told: html`<p>${words.ownCardTold}</p>`,
      fields: [
        tickField({
          name: 'isHere',
          label: words.personIsHere,
          said: words.personIsHere,
          fault: words.personMustBeHere,
        }),
      ],
      submit: words.ownCardMake,
    }
  },
  take: async (visit): Promise<Taken> => {
    const { context, needs, desk, found } = visit
    const made = await makeOwnCard(needs, desk, found.file.code)
    if (made.outcome !== 'made') return saidWhy(visit, made.code)
    const address = new URL(ownPath.page, context.get('needs').publicUrl ?? context.req.url)
    address.search = new URLSearchParams({ c: codeText(made.code) }).toString()
    const page = ownCardPage(await oneFrame(visit), {
      address: address.href,
      pin: made.pin,
      back: casePath.one(found.file.code),
    })
    return context.html(page)
  },
}

/** The number under which a worker is told to look at the list. */
const phone: FormOf<DeskVisit> = {
  path: casePath.phone,
  rule: 'open-cases',
  find: deskVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit) => {
    const words = wordsOf(visit)
    const { needs, desk } = visit
    const { networkId } = needs
    const kept = await phoneOf(needs, { networkId, userId: desk.userId })
    return {
      shown: 'voice',
      heading: words.myPhone,
      told: html`<p>${words.myPhoneTold}</p>`,
      action: casePath.phone,
      fields: [
        lineField({
          name: 'number',
          label: words.myNumber,
          hint: words.myNumberHint,
          rule: addressOf,
          fault: words.noPhone,
          isOptional: true,
          keepsTyped: true,
          lengthMax: 20,
          inputmode: 'decimal',
        }),
      ],
      prefilled: { number: kept?.number ?? '' },
      submit: words.keepPhone,
      back: { href: casePath.list, label: words.keepAsIs },
    }
  },
  take: async ({ context, needs, desk }, of): Promise<Taken> => {
    const { networkId } = needs
    const number = of('number')
    const kept = number === '' ? undefined : { number, language: context.get('language') }
    await keepPhone(needs, { networkId, userId: desk.userId }, kept)
    return { next: casePath.list }
  },
}

/** What reaches people of themselves: the card of the person, and the number of the worker. */
export const ownCardPages = (pages: Pages): void => {
  formPages(pages, ownCard)
  formPages(pages, phone)
}
