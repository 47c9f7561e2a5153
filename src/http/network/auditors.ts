import type { Fund } from '#domain/fund/fund.ts'
import { holdsOn } from '#domain/network.ts'
import { formOf } from '#src/http/entrance/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { decideInFund, envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { lastDayIn } from '#src/http/network/last-day.ts'
import { behindStart, inAYear, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { auditorsPage } from '#src/pages/network/auditors-page.ts'

const showAuditors = async (context: HttpContext, fault?: string): Promise<Html> => {
  const { store, today, ids } = context.get('needs')
  const { fundId } = context.get('fund')
  const { networkId } = context.get('caller')!.session
  const row = await store.subject(fundId, 'fund', 'fund')
  const accesses = row === undefined ? [] : ((JSON.parse(row.data) as Fund).auditors ?? [])
  return auditorsPage(await behindStart(context), {
    fundId,
    accesses: accesses.toReversed().map((access) => ({
      isOwn: access.networkId === networkId,
      from: access.from,
      until: access.until,
      endedOn: access.endedOn,
      isOpen: holdsOn(access, today()),
    })),
    lastDay: inAYear(context),
    id: ids(),
    fault,
    stepUpTo: stepUpTo(context, `/funds/${fundId}/auditors`),
    isDone: context.req.query('done') === '1',
  })
}

const takeAuditors = async (context: HttpContext): Promise<Response> => {
  const words = wordsOf(context)
  const of = await formOf(context)
  const again = async (fault: string, status: 400 | 409): Promise<Response> =>
    context.html(await showAuditors(context, fault), status)
  const id = formIdIn(of)
  if (id === undefined) return again(words.notTaken, 400)
  const last = lastDayIn(of, { today: context.get('needs').today(), words })
  if ('fault' in last) return again(last.fault, 400)
  const answer = await decideInFund(context, {
    ...envelopeOf(context, id),
    type: 'AdmitAuditors',
    networkId: context.get('caller')!.session.networkId,
    until: last.until,
  })
  const refused = refusalSaid(words, answer)
  if (refused !== undefined) return again(refused, 409)
  return context.redirect(`/funds/${context.get('fund').fundId}/auditors?done=1`, 303)
}

/** Which networks may read the fund's book, and letting the own one in. */
export const auditorPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/auditors', 'AdmitAuditors', (context) => showAuditors(context))
  pages.post('/funds/:fundId/auditors', 'AdmitAuditors', takeAuditors)
}
