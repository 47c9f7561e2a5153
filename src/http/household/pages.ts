import { venturesOf } from '#domain/ventures/venture.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import { ownVenturesPage } from '#src/pages/ventures/own-page.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { goalOf } from '#src/app/household/goals.ts'
import { note, ownSubject } from '#src/app/activity.ts'
import { ownLooks } from '#src/app/identity/own-looks.ts'
import { ownViewOf } from '#src/app/household/own-view.ts'
import { endSession } from '#src/app/identity/sessions.ts'
import { dropOwn } from '#src/http/own/place.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteLooks } from '#src/http/guard.ts'
import { emptyForm, formPages, sentForm } from '#src/http/form-pages.ts'
import { type OwnVisit, nothingHere, ownVisit } from '#src/http/household.ts'
import { confirmOwn, questionFor } from '#src/http/household/confirming.ts'
import { declineOwn } from '#src/http/household/declining.ts'
import { disputing } from '#src/http/household/disputing.ts'
import { keeping, keptFile } from '#src/http/household/kept.ts'
import { ownMinutes } from '#src/http/household/minutes.ts'
import { ownCodes } from '#src/http/household/own-codes.ts'
import { mine, postingsOf, sumlessOwn } from '#src/http/household/mine.ts'
import { keepsSumsBack } from '#src/http/household/sums.ts'
import { dropSender } from '#src/http/remittances/place.ts'
import { fromAbroad } from '#src/http/remittances/own.ts'
import { payingIn } from '#src/http/remittances/paying.ts'
import type { PageAnswer, PageHandler, Pages } from '#src/http/page.ts'
import { dropToken, tokenOf } from '#src/http/sessions.ts'
import { leavingPage } from '#src/pages/household/away.ts'
import { lookedPage } from '#src/pages/household/asking.ts'
import { ownPage } from '#src/pages/household/own-page.ts'
import type { Html } from '#src/pages/layout.ts'

/** The page that opens when somebody has to leave at once: known to everybody and about nothing. */
const neutralPage = 'https://www.wikipedia.org/'

/** A household has no device of its own here; staff would lose their enrolment with the cookies, and what a meeting wrote on this phone with its storage. */
const cleared = (context: HttpContext): string =>
  tokenOf(context, 'device') === undefined ? '"cache", "cookies", "storage"' : '"cache"'

const endOwnSession = async (context: HttpContext): Promise<void> => {
  const needs = context.get('needs')
  const caller = context.get('caller')
  if (!caller) return
  const { session, by } = caller
  await endSession(needs, session)
  const scope = session.card?.fundId ?? session.networkId
  const subject = session.card ? ownSubject(session.card.memberId) : `user:${session.userId}`
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
  dropOwn(context)
  dropSender(context)
  context.header('clear-site-data', cleared(context))
  return context.html(leavingPage(neutralPage, context.get('language')))
}

const own =
  (answer: (visit: OwnVisit) => PageAnswer): PageHandler =>
  async (context) => {
    const visit = await ownVisit(context)
    return visit ? answer(visit) : nothingHere(context)
  }

/** As the village calls her, in the letters of the page's language where they are kept. */
const ownNameOf = async ({ context, place, memberId }: OwnVisit): Promise<string | undefined> => {
  const names = await context.get('needs').store.names(place.fundId)
  const { khmer, latin } = names.find((one) => one.memberId === memberId) ?? {}
  return place.language === 'km' ? (khmer ?? latin) : (latin ?? khmer)
}

const passbook = async (visit: OwnVisit): Promise<Html | Response> => {
  const { context, book, place, memberId, asOf } = visit
  if (await keepsSumsBack(context)) return (await sumlessOwn(visit)) ?? nothingHere(context)
  const savingsPostings = await postingsOf(visit)
  const view = ownViewOf(book, memberId, { asOf, savingsPostings })
  const goal = await goalOf(context.get('needs').store, { fundId: place.fundId, memberId })
  const question = questionFor(visit, savingsPostings)
  if (!view) return nothingHere(context)
  context.set('script', 'speak')
  return ownPage(view, place, { name: await ownNameOf(visit), goal, question })
}

/** What she has in ventures; where she keeps sums off her page they are on none. */
const ventures = async ({ context, book, place, memberId, asOf }: OwnVisit) => {
  const own = venturesOf(book.ventures, memberId)
  if (own.length === 0) return nothingHere(context)
  if (await keepsSumsBack(context)) return context.redirect(ownPlace.own(place.fundId), 303)
  return ownVenturesPage(place, { book, today: asOf, memberId, ventures: own })
}

const looked = async ({ context, book, place, memberId }: OwnVisit): Promise<Html> => {
  const loans = book.loans.filter((loan) => loan.memberId === memberId)
  const { networkId } = context.get('caller')!.session
  const said = context.req.query('before')
  const before = isUuid(said) ? said : undefined
  const asked = { networkId, fundId: place.fundId, memberId, loans, before }
  const { timeZone } = context.get('needs')
  await noteLooks(context)
  const looks = await ownLooks(context.get('needs'), asked)
  return lookedPage({ ...looks, isNewest: before === undefined, timeZone }, place)
}

/** A household's door: its own page, who looked at it, how to object, and the way out. */
export const householdPages = (pages: Pages): void => {
  const place = '/funds/:fundId/me'
  pages.get(place, 'read-member', own(passbook))
  pages.get(`${place}/looked`, 'read-own-log', own(looked))
  pages.get(`${place}/minutes`, 'read-member', own(ownMinutes))
  pages.get(`${place}/ventures`, 'read-member', own(ventures))
  pages.get(`${place}/not-right`, 'read-member', emptyForm(disputing))
  pages.post(`${place}/confirm`, 'confirm-own', own(confirmOwn))
  pages.post(`${place}/relief`, 'decline-own-relief', own(declineOwn))
  pages.post(`${place}/not-right`, 'dispute-own', sentForm(disputing))
  formPages(pages, mine)
  formPages(pages, ownCodes)
  formPages(pages, keeping)
  formPages(pages, fromAbroad)
  formPages(pages, payingIn)
  pages.get(`${place}/kept/file`, 'keep-own-page', own(keptFile))
  pages.post('/quick-exit', 'public', leaveAtOnce)
}
