import { ownSavingsPostingsOf } from '#src/app/kept-books.ts'
import type { Card } from '#domain/ports.ts'
import { keepSumsOut, leavesSumsOut, openForAWhile } from '#src/app/household/own-choices.ts'
import { ownViewOf } from '#src/app/household/own-view.ts'
import { type SumlessView, withoutSums } from '#src/app/household/sumless-view.ts'
import { areOwnDigits } from '#src/app/identity/cards.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { unfilled } from '#src/desk/filling.ts'
import type { FormOf, Taken } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { ownSecretField } from '#src/http/household/own-secret.ts'
import { stopCard } from '#src/http/identity/card-acts.ts'
import { isOwner } from '#src/http/owner.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import { minePage } from '#src/pages/household/mine-page.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import { sumlessPage } from '#src/pages/household/sumless-page.ts'
import type { Html } from '#src/pages/layout.ts'
import { deskWords, entranceWords, ownWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** What a member says of the own page and card. */
const ownActs = ['leave-out', 'put-in', 'show-sums', 'stop-card'] as const
type OwnAct = (typeof ownActs)[number]

export const whoseOf = ({ place, memberId }: OwnVisit) => ({ fundId: place.fundId, memberId })

export const postingsOf = ({ context, place, ...whose }: OwnVisit) =>
  ownSavingsPostingsOf(context.get('needs').store, place.fundId, whose)

const goodCardOf = async ({ context, place, memberId }: OwnVisit): Promise<Card | undefined> => {
  const cards = await context.get('needs').store.cards(place.fundId)
  return cards.find((card) => card.memberId === memberId && card.revokedAt === undefined)
}

/** All but leaving sums out needs the secret again. */
const formOf = ({ place }: OwnVisit, act: OwnAct): FormText => {
  const words = ownWords.in(place.language)
  const submit = {
    'leave-out': words.leaveOut,
    'put-in': words.putIn,
    'show-sums': words.showSums,
    'stop-card': words.stopCard,
  }[act]
  const asked =
    act === 'leave-out' ? { fields: [], hidden: {} } : ownSecretField(place, `secret-${act}`)
  return {
    ...asked,
    heading: words.heading,
    action: ownPlace.mine(place.fundId),
    hidden: { ...asked.hidden, what: act },
    submit,
    ...(act !== 'show-sums' && { isPlain: true }),
  }
}

const sumlessViewOf = async (visit: OwnVisit): Promise<SumlessView | undefined> => {
  const { book, memberId, asOf } = visit
  const view = ownViewOf(book, memberId, { asOf, savingsPostings: await postingsOf(visit) })
  return view && withoutSums(view)
}

/** The own page without its sums. */
export const sumlessOwn = async (visit: OwnVisit): Promise<Html | undefined> => {
  const view = await sumlessViewOf(visit)
  const form = formPart(visit.place.language, formOf(visit, 'show-sums'), unfilled())
  return view && sumlessPage(view, visit.place, form)
}

type MineVisit = OwnVisit & {
  readonly leavesSumsOut: boolean
  readonly card: Card | undefined
  /** The page on which the sums were asked for. */
  readonly sumless: SumlessView | undefined
}

/** Whether somebody else drew the digits of her card; whoever came by it draws others. */
const digitsOf = ({ context, card }: MineVisit): 'own' | 'of-another' | 'to-draw' => {
  if (card === undefined || areOwnDigits(card)) return 'own'
  return context.get('caller')!.session.card ? 'to-draw' : 'of-another'
}

const stopOwnCard = async ({ context, place, card }: MineVisit): Promise<Response> => {
  if (card) await stopCard(context, card)
  const words = ownWords.in(place.language)
  const { who: _, ...frame } = place
  return context.html(
    messagePage(
      { ...frame, at: '/' },
      {
        shown: 'on-time',
        heading: words.cardStopped,
        lines: [words.cardStoppedMeaning],
        links: [{ href: '/', label: entranceWords.in(place.language).toStart }],
      },
    ),
  )
}

const isAct = (text: string): text is OwnAct => ownActs.some((act) => act === text)

const takeAct = async (visit: MineVisit, what: OwnAct, secret: string): Promise<Taken> => {
  const { context, place } = visit
  const needs = context.get('needs')
  const here = { next: ownPlace.mine(place.fundId) }
  if (what === 'leave-out') {
    await keepSumsOut(needs.store, whoseOf(visit), true)
    return here
  }
  if (!(await isOwner(context, secret)))
    return { fault: ownWords.in(place.language).secretWrong, status: 403 }
  if (what === 'stop-card') return stopOwnCard(visit)
  if (what === 'put-in') {
    await keepSumsOut(needs.store, whoseOf(visit), false)
    return here
  }
  await openForAWhile(needs, context.get('caller')!.session)
  return { next: ownPlace.own(place.fundId) }
}

/** Where a member says how the own page is shown, and ends the own card. */
export const mine: FormOf<MineVisit> = {
  path: '/funds/:fundId/me/mine',
  rule: 'keep-own-page',
  ...ownForm(async (visit, of) => ({
    leavesSumsOut: await leavesSumsOut(visit.context.get('needs').store, whoseOf(visit)),
    card: await goodCardOf(visit),
    sumless: of('what') === 'show-sums' ? await sumlessViewOf(visit) : undefined,
  })),
  form: (visit, of) => {
    const what = of('what')
    return formOf(visit, isAct(what) ? what : 'leave-out')
  },
  page: (visit, form, filling) => {
    const { context, place, card, sumless } = visit
    const { language } = place
    const isSent = (act: OwnAct): boolean => form.hidden?.['what'] === act
    const part = (act: OwnAct): Html =>
      formPart(language, formOf(visit, act), isSent(act) ? filling : unfilled())
    if (sumless) return sumlessPage(sumless, place, part('show-sums'))
    const { timeZone } = context.get('needs')
    const sums = visit.leavesSumsOut ? 'put-in' : 'leave-out'
    const isDrawn = isSent(sums) || (card !== undefined && isSent('stop-card'))
    return minePage(place, {
      fault: isDrawn ? undefined : filling.fault,
      leavesSumsOut: visit.leavesSumsOut,
      sums: part(sums),
      cardMadeOn: card && dateInWords(villageTimeOf(card.issuedAt, timeZone).day, language),
      digits: digitsOf(visit),
      stop: part('stop-card'),
      isStopping: isSent('stop-card'),
    })
  },
  take: async (visit, of) => {
    const what = of('what')
    return isAct(what)
      ? takeAct(visit, what, of('secret'))
      : { fault: deskWords.in(visit.place.language).oddForm }
  },
}
