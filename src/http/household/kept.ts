import { html } from 'hono/html'
import { type OwnAsk, ask, askParts, askWishes } from '#src/app/household/own-asks.ts'
import { hasAskedAgain, openForAWhile } from '#src/app/household/own-choices.ts'
import { linkOfMember } from '#src/app/messages/rows.ts'
import { type OwnKept, ownKeptOf } from '#src/app/household/own-kept.ts'
import { ownLinesOf } from '#src/app/household/own-lines.ts'
import { ownViewOf } from '#src/app/household/own-view.ts'
import { unfilled } from '#src/desk/filling.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import type { FormOf } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { postingsOf, whoseOf } from '#src/http/household/mine.ts'
import { ownSecretField } from '#src/http/household/own-secret.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { isOwner } from '#src/http/owner.ts'
import { type FormFilling, type FormText, formPart } from '#src/pages/forms/form.ts'
import { askKeptPage, keptPage } from '#src/pages/household/kept-page.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { ownWords } from '#src/words/words.ts'

const keptOf = async (visit: OwnVisit): Promise<OwnKept> => {
  const { context, book } = visit
  const { networkId } = context.get('caller')!.session
  const needs = context.get('needs')
  const texts = messageNeeds(context.get('needs'))
  const link = texts && (await linkOfMember(texts, { networkId, ...whoseOf(visit) }))
  const phone = link?.value.address
  return ownKeptOf(needs, { networkId, ...whoseOf(visit), book, phone })
}

/** For five minutes after the secret was given again. */
const mayReadKept = ({ context }: OwnVisit): boolean =>
  hasAskedAgain(context.get('needs'), context.get('caller')!.session)

/** The phone may lie open, and kin may hold it. */
const askingSecret = ({ place }: OwnVisit): FormText => {
  const words = ownWords.in(place.language)
  return {
    ...ownSecretField(place),
    heading: words.askHeading,
    told: html`<p>${words.askMeaning}</p>`,
    action: ownPlace.kept(place.fundId),
    submit: words.show,
    back: { href: ownPlace.mine(place.fundId), label: words.leaveIt },
  }
}

const askPage = (visit: OwnVisit, filling: FormFilling): Html =>
  askKeptPage(visit.place, formPart(visit.place.language, askingSecret(visit), filling))

/** What the member wants corrected or erased. */
const wishing = ({ place }: OwnVisit): FormText => {
  const words = ownWords.in(place.language)
  const { chooseOne: fault } = words
  const parts = choicesOf(askParts, (part) => words[`part_${part}`])
  const wishes = choicesOf(askWishes, (wish) => words[`wish_${wish}`])
  return {
    heading: words.wishHeading,
    mended: words.wishFault,
    action: ownPlace.kept(place.fundId),
    hidden: { asks: 'wish' },
    fields: [
      choiceField({ name: 'part', label: words.wishPart, choices: parts, fault }),
      choiceField({ name: 'wish', label: words.wishDo, choices: wishes, fault }),
    ],
    submit: words.wishSend,
  }
}

type KeptVisit = OwnVisit & {
  /** Left out until the secret was given. */
  readonly kept: OwnKept | undefined
  readonly isWish: boolean
}

/** What the fund keeps of the member, opened by the secret; and what is to become of it. */
export const keeping: FormOf<KeptVisit> = {
  path: '/funds/:fundId/me/kept',
  rule: 'keep-own-page',
  ...ownForm(async (visit, of) => {
    const kept = mayReadKept(visit) ? await keptOf(visit) : undefined
    const isSaid = of('part') !== '' || of('wish') !== ''
    if (isSaid && !kept) return visit.context.html(askPage(visit, unfilled()), 403)
    const isAsked = visit.context.req.method !== 'POST' || of('asks') === 'wish'
    return { kept, isWish: isSaid || (kept !== undefined && isAsked) }
  }),
  form: (visit) => (visit.isWish ? wishing(visit) : askingSecret(visit)),
  page: (visit, form, filling) =>
    visit.isWish && visit.kept
      ? keptPage(visit.place, visit.kept, formPart(visit.place.language, form, filling))
      : askPage(visit, filling),
  take: async (visit, of) => {
    const { context, place, isWish } = visit
    const needs = context.get('needs')
    const here = { next: ownPlace.kept(place.fundId) }
    if (isWish) {
      const asked = { part: of('part') as OwnAsk['part'], wish: of('wish') as OwnAsk['wish'] }
      await ask(needs.store, whoseOf(visit), { ...asked, on: needs.today() })
      return here
    }
    if (!(await isOwner(context, of('secret'))))
      return { fault: ownWords.in(place.language).secretWrong, status: 403 }
    await openForAWhile(needs, context.get('caller')!.session)
    return here
  },
}

/** The same and every own line, as a file that another program reads too. Sums in smallest units. */
export const keptFile = async (visit: OwnVisit): Promise<Response> => {
  const { context, book, memberId, asOf, place } = visit
  if (!mayReadKept(visit)) return context.redirect(ownPlace.kept(place.fundId), 303)
  const savingsPostings = await postingsOf(visit)
  const view = ownViewOf(book, memberId, { asOf, savingsPostings })
  const file = {
    fund: place.fundName,
    card: view?.card,
    asOf,
    currency: view?.currency,
    savings: view?.savings,
    owed: view?.owed,
    kept: await keptOf(visit),
    lines: ownLinesOf(book, memberId, { asOf, savingsPostings }),
  }
  return context.body(JSON.stringify(file, undefined, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="village-book.json"',
  })
}
