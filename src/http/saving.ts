import { behindDesk } from '#src/pages/desk/parts.ts'
import { onVisit } from '#src/http/desk/visit.ts'
import { scopeFor } from '#domain/access/table.ts'
import { owedOutside } from '#domain/fund/borrowing.ts'
import { charterOf } from '#domain/health/book.ts'
import { formPages } from '#src/http/form-pages.ts'
import { disputePrivate, ownPrivate } from '#src/http/household/private.ts'
import { withNames } from '#src/http/desk/names.ts'
import { searchIn } from '#src/http/desk/search.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { savingsViewOf, shareOutViewOf } from '#src/app/members/savings-view.ts'
import type { Pages } from '#src/http/page.ts'
import { savingsFacts } from '#src/desk/savings/facts.ts'
import { shareOutInQuery } from '#src/desk/savings/share-out.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { savingsPage } from '#src/pages/saving/savings-page.ts'
import { shareOutPage } from '#src/pages/saving/share-out-page.ts'

const savings = onVisit(async (bare) => {
  const visit = await withNames(bare)
  const { at, book, today, context } = visit
  const { held } = context.get('fund')
  const asOf = dayToShow(book, today)
  const view = savingsViewOf(await savingsFacts(deskIn(visit)), asOf)
  const { isNarrowed, isByName, isFound } = searchIn(visit)
  return savingsPage(behindDesk(at), {
    view: {
      ...view,
      members: view.members.filter(isFound),
    },
    isNarrowed,
    isByName,
    saved: view.members.reduce((sum, one) => sum + one.saved, 0),
    currency: charterOf(book, asOf).currency,
    mayRecord: scopeFor('RecordDeposit', held) === 'all',
    owedOutside: book.borrowings.reduce((sum, one) => sum + owedOutside(one, asOf), 0),
  })
})

const shareOut = onVisit(async (bare) => {
  const visit = await withNames(bare)
  const { at, book, today, context } = visit
  const { held } = context.get('fund')
  const asOf = dayToShow(book, today)
  const asked = shareOutInQuery(context.req.query())
  return shareOutPage(at, {
    view: shareOutViewOf(await savingsFacts(deskIn(visit)), asOf, asked),
    asked,
    asOf,
    currency: charterOf(book, asOf).currency,
    mayVote: scopeFor('ShareOut', held) === 'all',
  })
})

/** Savings of the members, the queue of withdrawals, private savings and the share-out. */
export const savingPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/savings', 'read-members', savings)
  pages.get('/funds/:fundId/share-out', 'read-members', shareOut)
  formPages(pages, ownPrivate)
  formPages(pages, disputePrivate)
}
