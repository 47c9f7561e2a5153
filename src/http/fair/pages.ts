import { scopeFor } from '#domain/access/table.ts'
import { futureOn } from '#domain/fund/future.ts'
import { charterOn } from '#domain/fund/charter/charter.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { historyOn, votesOn } from '#src/app/charter-history.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { dayToShow } from '#src/app/household/own-view.ts'
import { bookOf } from '#src/app/queries.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { dayInQuery } from '#src/http/health.ts'
import { nothingHere } from '#src/http/household.ts'
import type { Pages } from '#src/http/page.ts'
import type { FairPlace } from '#src/pages/fair/parts.ts'
import { rulesPage, wrongRulesDayPage } from '#src/pages/fair/rules-page.ts'
import type { Html } from '#src/pages/layout.ts'

/** Where a page about fair lending stands; its language link keeps what was asked. */
export const fairPlaceOf = async (
  context: HttpContext,
  query: Readonly<Record<string, string>>,
): Promise<FairPlace> => {
  const { fundId, scope } = context.get('fund')
  return {
    ...(await frameOf(context, { query })),
    fundId,
    fundName: await fundNameIn(context, fundId),
    isHousehold: scope === 'own',
  }
}

const rules = async (context: HttpContext): Promise<Html | Response> => {
  const { store, today, timeZone } = context.get('needs')
  const { fundId } = context.get('fund')
  const book = await bookOf(store, fundId)
  if (!book) return nothingHere(context)
  const { charters, openedOn } = book.fund
  const day = dayInQuery(context.req.query('asOf'), { today: today(), openedOn })
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
    history: historyOn(charters, await votesOn(store, fundId, charters), asOf).map((one) => ({
      ...one,
      writtenOn: one.votes?.writtenAt && villageTimeOf(one.votes.writtenAt, timeZone).day,
    })),
    isChangedSince: charters.some(({ from }) => from > asOf),
    mayPropose: scopeFor('AmendCharter', context.get('fund').held) === 'all',
    future: futureOn(book.fund.futures, asOf),
  }
  return rulesPage(shown, { ...place, askedFor })
}

/** What the fund's own fairness says to everybody who may see it; nothing is written. */
export const fairPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/rules', 'see-fund', rules)
}
