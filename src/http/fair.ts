import { charterOn } from '#domain/fund/charter.ts'
import { buyOutPlan } from '#src/app/buy-out-plan.ts'
import { historyOn, votesOn } from '#src/app/charter-history.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { dayToShow, nextMeetingOf } from '#src/app/own-view.ts'
import { bookOf } from '#src/app/queries.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { dayAsked } from '#src/http/health.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import { amountTyped } from '#src/pages/desk/entered.ts'
import { buyOutPage } from '#src/pages/fair/buy-out-page.ts'
import { keptQuery, readTyped, typedIn } from '#src/pages/fair/buy-out-typed.ts'
import type { FairPlace } from '#src/pages/fair/parts.ts'
import { rulesPage, wrongRulesDayPage } from '#src/pages/fair/rules-page.ts'
import type { Html } from '#src/pages/layout.ts'

/** Where a page about fair lending stands; its language link keeps what was asked. */
export const fairPlaceOf = async (
  context: HttpContext,
  query: Readonly<Record<string, string>>,
): Promise<FairPlace> => {
  const { store } = context.get('needs')
  const { fundId, scope } = context.get('fund')
  return {
    ...(await frameOf(context, { query })),
    fundId,
    fundName: await fundNameOf(store, fundId),
    isHousehold: scope === 'own',
  }
}

const rules = async (context: HttpContext): Promise<Html | Response> => {
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return nothingHere(context)
  const { charters, openedOn } = book.fund
  const day = dayAsked(context.req.query('asOf'), { today: today(), openedOn })
  if ('fault' in day) {
    const place = { ...(await fairPlaceOf(context, {})), askedFor: undefined }
    return context.html(wrongRulesDayPage(day.fault, place), 400)
  }
  const { askedFor } = day
  const asOf = askedFor ?? dayToShow(book, today())
  const place = await fairPlaceOf(context, askedFor === undefined ? {} : { asOf: askedFor })
  const shown = {
    asOf,
    inForce: charterOn(charters, asOf),
    history: historyOn(charters, await votesOn(store, fundId, charters), asOf),
    isChangedSince: charters.some(({ from }) => from > asOf),
  }
  return rulesPage(shown, { ...place, askedFor })
}

/** The plan for a household's dear debts: what is typed is in the address, and nowhere else. */
const buyOut = async (context: HttpContext): Promise<Html | Response> => {
  const { store, today } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return nothingHere(context)
  const paidOutOn = nextMeetingOf(book, dayToShow(book, today()))
  const { charter } = charterOn(book.fund.charters, paidOutOn)
  const { currency } = charter
  const isAsked = context.req.query('owed1') !== undefined
  const typed = typedIn((name) => context.req.query(name))
  if (!isAsked) {
    const form = { typed, faults: new Map(), currency }
    return buyOutPage({ form }, await fairPlaceOf(context, {}))
  }
  const { told, faults } = readTyped(typed, charter)
  const form = { typed, faults, currency }
  const place = await fairPlaceOf(context, keptQuery(typed, faults))
  if (!told) return context.html(buyOutPage({ form }, place), 400)
  const planned = buyOutPlan(charter, told, paidOutOn)
  const loan = { amount: amountTyped(planned.plan.principal, currency), paidOutOn }
  return buyOutPage({ answer: { ...planned, told }, form, loan }, place)
}

/** What the fund's own fairness says to everybody who may see it; nothing is written. */
export const fairPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/rules', 'see-fund', rules)
  pages.get('/funds/:fundId/buy-out', 'see-fund', buyOut)
}
