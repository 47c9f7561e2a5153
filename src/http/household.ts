import { boxDoorOf } from '#src/app/box.ts'
import { bookOf } from '#src/app/queries.ts'
import { goalOf } from '#src/app/goals.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { note } from '#src/app/activity.ts'
import { ownLooks } from '#src/app/own-looks.ts'
import { dayToShow, ownViewOf } from '#src/app/own-view.ts'
import { endSession } from '#src/app/sessions.ts'
import { confirmOwn, questionFor } from '#src/http/household/confirming.ts'
import { declineOwn } from '#src/http/household/declining.ts'
import { type OwnRoom, disputeOwn, ownDisputePage } from '#src/http/household/disputing.ts'
import {
  keptFile,
  showKept,
  showMine,
  sumlessOwn,
  takeKept,
  takeMine,
} from '#src/http/household/mine.ts'
import { keepsSumsBack } from '#src/http/household/sums.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import type { PageAnswer, PageHandler, Pages } from '#src/http/page.ts'
import { dropToken, tokenOf } from '#src/http/sessions.ts'
import { boxPath } from '#src/pages/box/box-pages.ts'
import { deniedPage } from '#src/pages/denied.ts'
import { leavingPage } from '#src/pages/household/away.ts'
import { lookedPage } from '#src/pages/household/asking.ts'
import { ownPage } from '#src/pages/household/own-page.ts'
import type { OwnPlace } from '#src/pages/household/parts.ts'

/** One answer for what is not there and for what is somebody else's. */
export const nothingHere = (context: HttpContext): Response | Promise<Response> => {
  const language = context.get('language')
  const { isPractice } = context.get('needs')
  return context.html(deniedPage('not-found', { language, isPractice }), 404)
}

/** The member that the caller is, with the book; undefined for who is no member of the fund. */
export const ownRoom = async (context: HttpContext) => {
  const { fundId, ownMemberId } = context.get('fund')
  const { store, today } = context.get('needs')
  const book = ownMemberId === undefined ? undefined : await bookOf(store, fundId)
  if (!book || ownMemberId === undefined) return undefined
  const frame = await frameOf(context)
  const needs = context.get('needs')
  const boxAt = needs.sealing && boxPath.at(boxDoorOf(needs, fundId))
  const place: OwnPlace = { ...frame, fundId, fundName: await fundNameOf(store, fundId), boxAt }
  return { store, book, place, memberId: ownMemberId, asOf: dayToShow(book, today()) }
}

/** The page that opens when somebody has to leave at once: known to everybody and about nothing. */
const neutralPage = 'https://www.wikipedia.org/'

/** A household has no device of its own here; staff would lose their enrolment with the cookies. */
const cleared = (context: HttpContext): string =>
  tokenOf(context, 'device') === undefined ? '"cache", "cookies", "storage"' : '"cache", "storage"'

const endOwnSession = async (context: HttpContext): Promise<void> => {
  const needs = context.get('needs')
  const caller = context.get('caller')
  if (!caller) return
  const { session, by } = caller
  await endSession(needs, session)
  const scope = session.card?.fundId ?? session.networkId
  const subject = session.card ? `member:${session.card.memberId}` : `user:${session.userId}`
  await note(needs, { ...by, scope, subject, action: 'sign-out', outcome: 'done' })
}

/**
 * Ends the session and sends the browser away by a page that refreshes at once. No redirect: browsers
 * hold a form's redirects to the policy that forms stay here, and would leave the passbook standing.
 * Whoever must not be seen goes also when the store cannot write the end of the session just now.
 */
const leaveAtOnce = async (context: HttpContext): Promise<Response> => {
  await endOwnSession(context).catch(() => undefined)
  dropToken(context, 'session')
  context.header('clear-site-data', cleared(context))
  return context.html(leavingPage(neutralPage, context.get('language')))
}

/** A household's door: its own page, who looked at it, how to object, and the way out. */
export const householdPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/me', 'read-member', async (context) => {
    const room = await ownRoom(context)
    if (!room) return nothingHere(context)
    const { store, book, place, memberId, asOf } = room
    if (await keepsSumsBack(context))
      return (await sumlessOwn(context, room)) ?? nothingHere(context)
    const savingsPostings = await store.postings(place.fundId, {
      accounts: [`liability:savings:${memberId}`],
    })
    const view = ownViewOf(book, memberId, { asOf, savingsPostings })
    const goal = await goalOf(store, { fundId: place.fundId, memberId })
    const question = questionFor(context, room, savingsPostings)
    if (!view) return nothingHere(context)
    context.set('script', 'speak')
    return ownPage(view, place, { goal, question })
  })
  pages.get('/funds/:fundId/me/looked', 'read-own-log', async (context) => {
    const room = await ownRoom(context)
    const caller = context.get('caller')
    if (!room || !caller) return nothingHere(context)
    const { store, book, place, memberId } = room
    const loans = book.loans.filter((loan) => loan.memberId === memberId)
    const { networkId } = caller.session
    const asked = { networkId, fundId: place.fundId, memberId, loans }
    return lookedPage(await ownLooks(store, asked), place)
  })
  pages.get('/funds/:fundId/me/not-right', 'read-member', async (context) => {
    const room = await ownRoom(context)
    return room ? ownDisputePage(context, room) : nothingHere(context)
  })
  pages.post('/funds/:fundId/me/confirm', 'confirm-own', async (context) => {
    const room = await ownRoom(context)
    return room ? confirmOwn(context, room) : nothingHere(context)
  })
  pages.post('/funds/:fundId/me/relief', 'decline-own-relief', async (context) => {
    const room = await ownRoom(context)
    return room ? declineOwn(context, room) : nothingHere(context)
  })
  pages.post('/funds/:fundId/me/not-right', 'dispute-own', async (context) => {
    const room = await ownRoom(context)
    return room ? disputeOwn(context, room) : nothingHere(context)
  })
  const own =
    (answer: (context: HttpContext, room: OwnRoom) => PageAnswer): PageHandler =>
    async (context) => {
      const room = await ownRoom(context)
      return room ? answer(context, room) : nothingHere(context)
    }
  pages.get('/funds/:fundId/me/mine', 'keep-own-page', own(showMine))
  pages.post('/funds/:fundId/me/mine', 'keep-own-page', own(takeMine))
  pages.get('/funds/:fundId/me/kept', 'keep-own-page', own(showKept))
  pages.post('/funds/:fundId/me/kept', 'keep-own-page', own(takeKept))
  pages.get('/funds/:fundId/me/kept/file', 'keep-own-page', own(keptFile))
  pages.post('/quick-exit', 'public', leaveAtOnce)
}
