import { type LocalDate, dayAfter, daysBetween } from '#domain/kernel/dates.ts'
import { type AuditorAccess, accessDaysMax } from '#domain/fund/auditors.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { holdsOn } from '#domain/network.ts'
import { textsOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendOne } from '#src/http/gate.ts'
import { envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { lastDayIn } from '#src/http/network/last-day.ts'
import { behindStart, inAYear, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import { type Refused, refusedWith } from '#src/http/network/refused.ts'
import type { Pages } from '#src/http/page.ts'
import type { Html } from '#src/pages/layout.ts'
import { type LettingIn, auditorsPage } from '#src/pages/network/auditors-page.ts'
import { dateInWords } from '#src/words/locale.ts'

const accessesOf = async (context: HttpContext): Promise<readonly AuditorAccess[]> => {
  const row = await context.get('needs').store.subject(context.get('fund').fundId, 'fund', 'fund')
  return row === undefined ? [] : ((JSON.parse(row.data) as Fund).auditors ?? [])
}

const isOwn = (context: HttpContext, { networkId }: AuditorAccess): boolean =>
  networkId === context.get('caller')!.session.networkId

/** Through which day the own network may read, by what holds on a day. */
const readsUntil = (
  context: HttpContext,
  accesses: readonly AuditorAccess[],
  day: LocalDate,
): LocalDate | undefined =>
  accesses
    .filter((access) => isOwn(context, access) && holdsOn(access, day))
    .map(({ until }) => until)
    .toSorted()
    .at(-1)

/** The last day that may be given today. */
const latestDay = (context: HttpContext): LocalDate => {
  const last = inAYear(context)
  const next = dayAfter(last)
  return daysBetween(context.get('needs').today(), next) > accessDaysMax ? last : next
}

/** What is offered: a year where that is longer than what holds, and more only to whoever asks for it. */
const lettingIn = (
  context: HttpContext,
  accesses: readonly AuditorAccess[],
  asksForForm: boolean,
): LettingIn => {
  const until = readsUntil(context, accesses, context.get('needs').today())
  const lastDay = inAYear(context)
  if (until === undefined || until < lastDay) return { lastDay }
  const latest = latestDay(context)
  if (latest <= until) return { until, isLongest: true }
  return asksForForm ? { lastDay: latest } : { until, isLongest: false }
}

const showAuditors = async (context: HttpContext, refused?: Refused): Promise<Html> => {
  const { today, ids } = context.get('needs')
  const { fundId } = context.get('fund')
  const accesses = await accessesOf(context)
  const isLonger = context.req.query('longer') === '1'
  const letIn = lettingIn(context, accesses, isLonger || refused !== undefined)
  return auditorsPage(await behindStart(context, isLonger ? { query: { longer: '1' } } : {}), {
    ...refused,
    fundId,
    accesses: accesses.toReversed().map((access) => ({
      isOwn: isOwn(context, access),
      from: access.from,
      until: access.until,
      endedOn: access.endedOn,
      isOpen: holdsOn(access, today()),
    })),
    letIn,
    id: ids(),
    stepUpTo: stepUpTo(context, `/funds/${fundId}/auditors`),
    isDone: context.req.query('done') === '1',
  })
}

/** Why a day is refused that is no later than the one that was given before. */
const admittedLonger = async (context: HttpContext, asked: LocalDate): Promise<string> => {
  const until = readsUntil(context, await accessesOf(context), asked) ?? asked
  return wordsOf(context).admittedLonger(dateInWords(until, context.get('language')))
}

const takeAuditors = async (context: HttpContext): Promise<Response> => {
  const words = wordsOf(context)
  const of = await textsOf(context)
  const again = async (fault: string, status: 400 | 409): Promise<Response> =>
    context.html(await showAuditors(context, refusedWith(of, fault)), status)
  const id = formIdIn(of)
  if (id === undefined) return again(words.notTaken, 400)
  const last = lastDayIn(of, { today: context.get('needs').today(), words })
  if ('fault' in last) return again(last.fault, 400)
  const answer = await sendOne(context, {
    ...envelopeOf(context, id),
    type: 'AdmitAuditors',
    networkId: context.get('caller')!.session.networkId,
    until: last.until,
  })
  const longer = await admittedLonger(context, last.until)
  const refused = refusalSaid(words, answer, { 'auditors-admitted-longer': longer })
  if (refused !== undefined) return again(refused, 409)
  return context.redirect(`/funds/${context.get('fund').fundId}/auditors?done=1`, 303)
}

/** Which networks may read the fund's book, and letting the own one in. */
export const auditorPages = (pages: Pages): void => {
  pages.get('/funds/:fundId/auditors', 'AdmitAuditors', (context) => showAuditors(context))
  pages.post('/funds/:fundId/auditors', 'AdmitAuditors', takeAuditors)
}
