import { html } from 'hono/html'
import { type LocalDate, dayAfter, daysBetween } from '#domain/kernel/dates.ts'
import { type AuditorAccess, accessDaysMax, isToEndOn } from '#domain/fund/auditors.ts'
import type { Fund } from '#domain/fund/fund.ts'
import { type Agreement, lastTerm } from '#domain/network/agreements.ts'
import { holdsOn } from '#domain/network.ts'
import { askedOf } from '#src/app/network/agreements.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { taskPath } from '#src/desk/places.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, formPages } from '#src/http/form-pages.ts'
import { sendOne } from '#src/http/gate.ts'
import { envelopeOf, formIdIn, refusalSaid } from '#src/http/network/deciding.ts'
import { lastDayField } from '#src/http/network/last-day.ts'
import { behindStart, inAYear, stepUpTo, wordsOf } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import { askedPart, auditorsPart, mayReadPage } from '#src/pages/network/auditors-page.ts'
import { dateInWords } from '#src/words/locale.ts'
import { agreementsWords } from '#src/words/words.ts'

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

/** The agreement of the own network that the fund is asked to confirm, where it is. */
const agreementAsked = async (
  context: HttpContext,
  accesses: readonly AuditorAccess[],
): Promise<Agreement | undefined> => {
  const { store, today } = context.get('needs')
  const book = await networkBookOf(store, context.get('caller')!.session.networkId)
  const { fundId } = context.get('fund')
  return book && askedOf(book, { fundId, auditors: accesses }, today())
}

/** What an officer finds: who reads, through which day the own network does, and the last day that is offered. */
type AuditorsVisit = {
  readonly context: HttpContext
  readonly accesses: readonly AuditorAccess[]
  readonly isLonger: boolean
  readonly lastDay: LocalDate
  readonly agreement?: Agreement
}

const placeOf = (context: HttpContext): string => `/funds/${context.get('fund').fundId}/auditors`

const accessesShown = (context: HttpContext, accesses: readonly AuditorAccess[]) => ({
  accesses: accesses.toReversed().map((access) => ({
    isOwn: isOwn(context, access),
    from: access.from,
    until: access.until,
    endedOn: access.endedOn,
    isOfAgreement: access.agreementId !== undefined,
    noticeOn: access.noticeOn,
    isOpen: holdsOn(access, context.get('needs').today()),
    isToEnd: isToEndOn(access, context.get('needs').today()),
  })),
  toEnd: taskPath(context.get('fund'), 'auditors-end', { fund: context.get('fund').fundId }),
  isDone: context.req.query('done') === '1',
})

/** What a page asks the fund to confirm. */
const termsOf = (agreement: Agreement): string =>
  `${agreement.agreementId} ${lastTerm(agreement).until}`

const frameHere = ({ context, isLonger }: Pick<AuditorsVisit, 'context' | 'isLonger'>) =>
  behindStart(context, isLonger ? { query: { longer: '1' } } : {})

/** A year is offered where that is longer than what holds, and more only to whoever asks for it. */
const findAuditors = async (context: HttpContext): Promise<AuditorsVisit | Response> => {
  const accesses = await accessesOf(context)
  const isLonger = context.req.query('longer') === '1'
  const until = readsUntil(context, accesses, context.get('needs').today())
  const visit = { context, accesses, isLonger }
  const agreement = await agreementAsked(context, accesses)
  if (agreement) return { ...visit, agreement, lastDay: lastTerm(agreement).until }
  const [year, latest] = [inAYear(context), latestDay(context)]
  if (until === undefined || until < year) return { ...visit, lastDay: year }
  const isLongest = latest <= until
  if (context.req.method === 'POST' || (isLonger && !isLongest))
    return { ...visit, lastDay: latest }
  const longer = isLongest ? undefined : `${placeOf(context)}?longer=1`
  const told = { ...accessesShown(context, accesses), until, longer }
  return context.html(mayReadPage(await frameHere({ context, isLonger }), told))
}

/** Why a day is refused that is no later than the one that was given before. */
const admittedLonger = async (context: HttpContext, asked: LocalDate): Promise<string> => {
  const until = readsUntil(context, await accessesOf(context), asked) ?? asked
  return wordsOf(context).admittedLonger(dateInWords(until, context.get('language')))
}

/** Which networks may read the fund's book, and letting the own one in. */
const admitting: FormOf<AuditorsVisit> = {
  path: '/funds/:fundId/auditors',
  rule: 'AdmitAuditors',
  find: findAuditors,
  frame: frameHere,
  form: ({ context, accesses, isLonger, lastDay, agreement }) => {
    const words = wordsOf(context)
    const { isPractice } = context.get('needs')
    const { held } = context.get('fund')
    const language = context.get('language')
    const second = secondQuestion(language, isPractice ? practiceBeside(held) : undefined)
    return {
      shown: 'glass',
      heading: words.auditorsHeading,
      told: html`${auditorsPart(context.get('language'), accessesShown(context, accesses))}
      ${agreement ? askedPart(language, lastTerm(agreement)) : html`<p>${words.letInLead}</p>`}
      ${contentPart({ language, isPractice: false, fundId: context.get('fund').fundId }, second.told)}`,
      warning: words.onlyAVoteEndsIt,
      secretFirst: stepUpTo(context, placeOf(context)),
      action: placeOf(context),
      query: isLonger ? { longer: '1' } : {},
      hidden: { id: context.get('needs').ids(), ...(agreement && { agreed: termsOf(agreement) }) },
      fields: [...(agreement ? [] : [lastDayField(context)]), ...second.fields],
      prefilled: { day: lastDay },
      submit: agreement ? agreementsWords.in(language).confirm : words.letInButton,
      back: { href: '/', label: words.leaveIt },
    }
  },
  take: async ({ context, agreement }, of) => {
    const words = wordsOf(context)
    const id = formIdIn(of)
    if (id === undefined) return { fault: words.notTaken }
    // The network may have asked for more while the page was read.
    if (agreement && of('agreed') !== termsOf(agreement)) return 'ask'
    const until = agreement ? lastTerm(agreement).until : of('day')
    const agreed = agreement ? { agreementId: agreement.agreementId } : {}
    const { networkId } = context.get('caller')!.session
    const second = await askSecond(context, of, { action: 'AdmitAuditors' })
    if ('fault' in second) return { ...second, status: 403 }
    const command = {
      ...envelopeOf(context, id),
      type: 'AdmitAuditors' as const,
      networkId,
      until,
      ...agreed,
    }
    const { memberId: confirmedBy } = second
    const confirmed = { ...command, ...(confirmedBy === undefined ? {} : { confirmedBy }) }
    const answer = await sendOne(context, confirmed, {
      second: { login: of('login'), secret: of('secret') },
    })
    const longer = await admittedLonger(context, until)
    const fault = refusalSaid(words, answer, { 'auditors-admitted-longer': longer })
    return fault === undefined ? { next: `${placeOf(context)}?done=1` } : { fault, status: 409 }
  },
}

export const auditorPages = (pages: Pages): void => formPages(pages, admitting)
