import { type Action, scopeFor } from '#domain/access/table.ts'
import { waitsForFund } from '#domain/network/audits/waiting.ts'
import { auditsOf } from '#src/app/audits/audits.ts'
import { broughtBy, entriesOfDay } from '#src/app/meeting/day-rows.ts'
import { bookOf } from '#src/app/queries.ts'
import { meetingDayOf, todayOf } from '#src/app/today.ts'
import { placeOf } from '#src/desk/places.ts'
import { withNames } from '#src/http/desk/names.ts'
import { notFound } from '#src/http/desk/visit.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HeldInFund } from '#src/http/entrance/house.ts'
import type { HttpContext } from '#src/http/env.ts'
import { lineRights } from '#src/http/meeting/line.ts'
import type { Pages } from '#src/http/page.ts'
import { goneFromBook } from '#src/http/proof/kept-here.ts'
import type { Html } from '#src/pages/layout.ts'
import { todayPage } from '#src/pages/today.ts'

/** What the network's audits of a fund wait for, told to whoever may answer for it. */
const auditsWaitingIn = async (context: HttpContext, { fundId, held }: HeldInFund) => {
  if (scopeFor('reply-to-audit', held) !== 'all') return undefined
  const { networkId } = context.get('caller')!.session
  return waitsForFund(await auditsOf(context.get('needs').store, networkId, fundId))
}

/** What whoever reads a fund's book has before them today, with names where they may be seen. */
export const todayOfFund = async (
  context: HttpContext,
  { fundId, held }: HeldInFund,
): Promise<Html | undefined> => {
  const { store, today, isPractice } = context.get('needs')
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  context.set('fund', { fundId, held, ownMemberId: undefined, scope: 'all' })
  const visit = { context, at: { ...(await frameOf(context)), fundId }, book, today: today() }
  const entries = await entriesOfDay(store, { book, fundId, on: meetingDayOf(book, today()) })
  const day = todayOf(book, today(), broughtBy(book, entries))
  const { at } = day.open ? await withNames(visit) : visit
  const may = (action: Action): boolean => scopeFor(action, held) === 'all'
  return todayPage(at, {
    today: day,
    may: {
      ...lineRights(context),
      record: may('RecordRepayment'),
      elect: may('ElectOfficers'),
    },
    audits: await auditsWaitingIn(context, { fundId, held }),
    gone: await goneFromBook(context),
    isPractice,
  })
}

/** The same of one fund, for whoever reads several. The desk, whose place it took, is led there. */
export const todayPages = (pages: Pages): void => {
  pages.get(
    '/funds/:fundId/today',
    'read-members',
    async (context) => (await todayOfFund(context, context.get('fund'))) ?? notFound(context),
  )
  pages.get('/funds/:fundId/desk', 'read-members', (context) =>
    context.redirect(placeOf.today(context.get('fund')), 303),
  )
}
