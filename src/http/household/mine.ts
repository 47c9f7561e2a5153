import { ask, askParts, askWishes } from '#src/app/own-asks.ts'
import { hasAskedAgain, keepSumsOut, leavesSumsOut, openForAWhile } from '#src/app/own-choices.ts'
import { linkOfMember } from '#src/app/messages/rows.ts'
import { ownKeptOf } from '#src/app/own-kept.ts'
import { ownLinesOf } from '#src/app/own-lines.ts'
import { ownViewOf } from '#src/app/own-view.ts'
import { withoutSums } from '#src/app/sumless-view.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { stopCard } from '#src/http/identity/card-acts.ts'
import type { OwnRoom } from '#src/http/household/disputing.ts'
import { messageNeeds } from '#src/http/messages/room.ts'
import { isOwner } from '#src/http/owner.ts'
import { messagePage } from '#src/pages/entrance/message.ts'
import { askKeptPage, keptPage } from '#src/pages/household/kept-page.ts'
import { type OwnAct, minePage, ownActs } from '#src/pages/household/mine-page.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import { sumlessPage } from '#src/pages/household/sumless-page.ts'
import type { Html } from '#src/pages/layout.ts'
import { entranceWords, ownWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const whoseOf = ({ place, memberId }: OwnRoom) => ({ fundId: place.fundId, memberId })

const goodCardOf = async (context: HttpContext, room: OwnRoom) => {
  const cards = await context.get('needs').store.cards(room.place.fundId)
  return cards.find(
    ({ memberId, revokedAt }) => memberId === room.memberId && revokedAt === undefined,
  )
}

const mine = async (context: HttpContext, room: OwnRoom, isWrong: boolean): Promise<Html> => {
  const { store, timeZone } = context.get('needs')
  const card = await goodCardOf(context, room)
  return minePage(room.place, {
    leavesSumsOut: await leavesSumsOut(store, whoseOf(room)),
    cardMadeOn:
      card && dateInWords(villageTimeOf(card.issuedAt, timeZone).day, room.place.language),
    isWrong,
  })
}

export const showMine = (context: HttpContext, room: OwnRoom): Promise<Html> =>
  mine(context, room, false)

const postingsOf = (context: HttpContext, { place, memberId }: OwnRoom) =>
  context.get('needs').store.postings(place.fundId, {
    accounts: [`liability:savings:${memberId}`],
  })

/** The own page without its sums. */
export const sumlessOwn = async (
  context: HttpContext,
  room: OwnRoom,
  isWrong = false,
): Promise<Html | undefined> => {
  const { book, memberId, asOf, place } = room
  const view = ownViewOf(book, memberId, { asOf, savingsPostings: await postingsOf(context, room) })
  return view && sumlessPage(withoutSums(view), place, isWrong)
}

const stopOwnCard = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  const { place } = room
  const card = await goodCardOf(context, room)
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

/** What a member says of the own page and card. All but leaving sums out needs the secret again. */
export const takeMine = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  const needs = context.get('needs')
  const of = await textsOf(context)
  const what = of('what')
  const { fundId } = room.place
  if (!isAct(what)) return context.html(await mine(context, room, false), 400)
  if (what === 'leave-out') {
    await keepSumsOut(needs.store, whoseOf(room), true)
    return context.redirect(ownPlace.mine(fundId), 303)
  }
  if (!(await isOwner(context, of('secret').slice(0, 1000)))) {
    const sumless = what === 'show-sums' ? await sumlessOwn(context, room, true) : undefined
    return context.html(sumless ?? (await mine(context, room, true)), 403)
  }
  if (what === 'stop-card') return stopOwnCard(context, room)
  if (what === 'put-in') await keepSumsOut(needs.store, whoseOf(room), false)
  else await openForAWhile(needs, context.get('caller')!.session)
  return context.redirect(what === 'put-in' ? ownPlace.mine(fundId) : ownPlace.own(fundId), 303)
}

const keptOf = async (context: HttpContext, room: OwnRoom) => {
  const { networkId } = context.get('caller')!.session
  const { store } = context.get('needs')
  const texts = messageNeeds(context.get('needs'))
  const link = texts && (await linkOfMember(texts, { networkId, ...whoseOf(room) }))
  const phone = link?.value.address
  return ownKeptOf(store, { networkId, ...whoseOf(room), book: room.book, phone })
}

const mayReadKept = (context: HttpContext): boolean =>
  hasAskedAgain(context.get('needs'), context.get('caller')!.session)

/** What the fund keeps of the member, for five minutes after the secret was given again. */
export const showKept = async (context: HttpContext, room: OwnRoom): Promise<Html> =>
  mayReadKept(context)
    ? keptPage(room.place, await keptOf(context, room))
    : askKeptPage(room.place, false)

const isOneOf = <One extends string>(all: readonly One[], text: string): text is One =>
  all.some((one) => one === text)

/** Opens it by the secret, or writes down what the member wants corrected or erased. */
export const takeKept = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  const needs = context.get('needs')
  const of = await textsOf(context)
  const [part, wish] = [of('part'), of('wish')]
  const done = context.redirect(ownPlace.kept(room.place.fundId), 303)
  if (part === '' && wish === '') {
    if (!(await isOwner(context, of('secret').slice(0, 1000))))
      return context.html(askKeptPage(room.place, true), 403)
    await openForAWhile(needs, context.get('caller')!.session)
    return done
  }
  if (!mayReadKept(context)) return context.html(askKeptPage(room.place, false), 403)
  if (!isOneOf(askParts, part) || !isOneOf(askWishes, wish))
    return context.html(keptPage(room.place, await keptOf(context, room), true), 400)
  await ask(needs.store, whoseOf(room), { part, wish, on: needs.today() })
  return done
}

/** The same and every own line, as a file that another program reads too. Sums in smallest units. */
export const keptFile = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  if (!mayReadKept(context)) return context.redirect(ownPlace.kept(room.place.fundId), 303)
  const { book, memberId, asOf, place } = room
  const savingsPostings = await postingsOf(context, room)
  const view = ownViewOf(book, memberId, { asOf, savingsPostings })
  const file = {
    fund: place.fundName,
    card: view?.card,
    asOf,
    currency: view?.currency,
    savings: view?.savings,
    owed: view?.owed,
    kept: await keptOf(context, room),
    lines: ownLinesOf(book, memberId, { asOf, savingsPostings }),
  }
  return context.body(JSON.stringify(file, undefined, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="village-book.json"',
  })
}
