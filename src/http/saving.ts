import { notFound, roomOf } from '#src/http/desk/room.ts'
import { placeOf } from '#src/desk/places.ts'
import { scopeFor } from '#domain/access/table.ts'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { charterOf } from '#domain/health/book.ts'
import { ownPrivateOf } from '#src/app/private-savings.ts'
import { formOf } from '#src/http/form.ts'
import { nothingHere, ownRoom } from '#src/http/household.ts'
import { askSecretPage, ownPrivatePage } from '#src/pages/saving/own-private-page.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { dayToShow } from '#src/app/own-view.ts'
import { savingsViewOf, shareOutViewOf } from '#src/app/savings-view.ts'
import type { HttpContext } from '#src/http/env.ts'
import { isOwner } from '#src/http/owner.ts'
import type { Pages } from '#src/http/page.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { shareOutAsked } from '#src/desk/savings/share-out.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import type { Html } from '#src/pages/layout.ts'
import { savingsPage } from '#src/pages/saving/savings-page.ts'
import { shareOutPage } from '#src/pages/saving/share-out-page.ts'
import { deskWords } from '#src/words/words.ts'

const savings = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { held } = context.get('fund')
  const asOf = dayToShow(book, today)
  const back = { href: placeOf.desk(at), label: deskWords.in(at.language).backToDesk }
  const view = savingsViewOf(await savingsFacts(deskIn(room)), asOf)
  const asked = (context.req.query('card') ?? '').trim()
  return savingsPage(
    { ...at, back },
    {
      view: {
        ...view,
        members: view.members.filter(({ card }) => asked === '' || cardMatches(card, asked)),
      },
      isNarrowed: asked !== '',
      saved: view.members.reduce((sum, one) => sum + one.saved, 0),
      currency: charterOf(book, asOf).currency,
      mayRecord: scopeFor('RecordDeposit', held) === 'all',
      owedOutside: book.borrowings.reduce((sum, one) => sum + owedOutside(one, asOf), 0),
    },
  )
}

const shareOut = async (context: HttpContext): Promise<Html | Response> => {
  const room = await roomOf(context)
  if (!room) return notFound(context)
  const { at, book, today } = room
  const { held } = context.get('fund')
  const asOf = dayToShow(book, today)
  const asked = shareOutAsked(context.req.query())
  return shareOutPage(at, {
    view: shareOutViewOf(await savingsFacts(deskIn(room)), asOf, asked),
    asked,
    asOf,
    currency: charterOf(book, asOf).currency,
    mayVote: scopeFor('ShareOut', held) === 'all',
  })
}

const ownPrivate = async (context: HttpContext): Promise<Html | Response> => {
  const room = await ownRoom(context)
  if (!room) return nothingHere(context)
  const { place, memberId, book, asOf } = room
  const sent = await formOf(context)
  if (!(await isOwner(context, sent?.get('secret') ?? '')))
    return context.html(askSecretPage(place, true), 403)
  const own = await ownPrivateOf(context.get('needs'), { fundId: place.fundId, memberId })
  return ownPrivatePage(place, { own, currency: charterOf(book, asOf).currency })
}

/** Savings of the members, the queue of withdrawals, private savings and the share-out. */
export const savingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/savings', 'read-members', savings)
  pages.get('/funds/:fundId/share-out', 'read-members', shareOut)
  pages.get('/funds/:fundId/me/private', 'read-own-private-savings', async (context) => {
    const room = await ownRoom(context)
    return room ? askSecretPage(room.place, false) : nothingHere(context)
  })
  pages.post('/funds/:fundId/me/private', 'read-own-private-savings', ownPrivate)
}
